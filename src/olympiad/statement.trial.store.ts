import type { Db } from '../foundation/db/index.ts'
import type { GroupContent } from './group.content.form.ts'
import type { Hand } from './group.store.ts'
import { groupDay } from './group.trial.ts'
import { putStatement } from './placing.store.ts'
import {
  dropStatement,
  makeStatement,
  mergeStatements,
  rewordStatement,
  splitStatement,
  statementsById,
} from './statement.store.ts'
import type { Statement, StatementWords } from './statement.ts'

interface Stating {
  content: GroupContent
  factors: ReadonlyMap<string, string>
  marks: ReadonlyMap<string, { item: string }>
  now: Date
  /** The person behind a key of the content. */
  by(key: string): string
}

interface Written {
  by: string
  plain: string
  example: string
  exampleOf: string
  professional: string
  reason: string
}

/** The statements of a fictional group, in the order of the content, each by the way it came about. Answers with their ids. */
export async function stateTrial(tx: Db, group: string, given: Stating): Promise<Map<string, string>> {
  const { content, now, by } = given
  const day = groupDay(now)
  const made = new Map<string, string>()
  for (const [place, statement] of content.statements.entries()) {
    if (made.has(statement.id)) continue
    const hand = { by: by(statement.by), at: day('stated', 10 * place) }
    for (const [id, row] of await stated(tx, group, given, statement, hand)) made.set(id, row)
  }
  for (const [place, { why, ...one }] of content.dropped.entries()) {
    const hand = { by: by(one.by), at: day('stated', 300 + place) }
    const id = await state(tx, group, given, one, one.factors, hand)
    await dropStatement(tx, await read(tx, id), why, later(hand))
  }
  for (const [place, id] of [...made.values()].entries())
    await putStatement(tx, id, { by: by(content.members[0] ?? ''), at: day('placed', place) })
  return made
}

type Content = GroupContent['statements'][number]

async function stated(tx: Db, group: string, given: Stating, one: Content, hand: Hand): Promise<[string, string][]> {
  const { factors, merged, earlier, splitFrom, reason } = one
  const words = wordsOf(given, one)
  if (splitFrom !== undefined) return split(tx, group, given, splitFrom, hand)
  if (merged) {
    const from: Statement[] = []
    for (const part of merged)
      from.push(await shown(tx, await state(tx, group, given, part, factors, { ...hand, by: given.by(part.by) }), hand))
    return [[one.id, await mergeStatements(tx, from, { ...words, reason }, later(hand))]]
  }
  const [before] = earlier ?? []
  const first = before ? { ...one, plain: before.plain, professional: before.professional } : one
  const id = await state(tx, group, given, first, factors, hand)
  if (before) await rewordStatement(tx, await read(tx, id), { ...words, version: 1, reason: before.why }, later(hand))
  return [[one.id, id]]
}

async function split(tx: Db, group: string, given: Stating, named: string, hand: Hand): Promise<[string, string][]> {
  const whole = given.content.splitFrom.find(({ id }) => id === named)
  const [one, two] = given.content.statements.filter(({ splitFrom }) => splitFrom === named)
  if (!whole || !one || !two) throw new Error(`content/olympiads splits “${named}” into two, and they are not there.`)
  const from = await shown(tx, await state(tx, group, given, whole, whole.factors, hand), hand)
  const parts: [StatementWords, StatementWords] = [wordsOf(given, one), wordsOf(given, two)]
  const ids = await splitStatement(tx, from, { parts, reason: one.reason }, later(hand))
  return [one, two].flatMap(({ id }, at): [string, string][] => (ids[at] ? [[id, ids[at]]] : []))
}

/** What went up in another was public first, so that the thread shows it too. */
async function shown(tx: Db, id: string, hand: Hand): Promise<Statement> {
  await putStatement(tx, id, hand)
  return read(tx, id)
}

const later = ({ by, at }: Hand): Hand => ({ by, at: new Date(at.getTime() + 60_000) })

function wordsOf({ marks }: Stating, { plain, example, exampleOf, professional }: Written): StatementWords {
  return { plain, example, exampleItem: marks.get(exampleOf)?.item ?? null, professional }
}

async function state(
  tx: Db,
  group: string,
  given: Stating,
  words: Written,
  named: string[],
  hand: Hand,
): Promise<string> {
  const factors = named.flatMap((one) => given.factors.get(one) ?? [])
  return makeStatement(
    tx,
    {
      ...{ group, fictional: true, words: wordsOf(given, words), reason: words.reason },
      ...{ factors, step: 'stated', from: factors },
    },
    hand,
  )
}

async function read(tx: Db, id: string): Promise<Statement> {
  const [statement] = await statementsById(tx, [id])
  if (!statement) throw new Error('The statement that was just made is gone.')
  return statement
}
