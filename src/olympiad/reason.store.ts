import { type Db, statement } from '../foundation/db/index.ts'
import { keepUtterance, withdrawUtterance } from '../thread/index.ts'
import type { Held } from './panel.ts'
import type { Answer } from './score.ts'

const own = statement<{ id: string; utterance: string; statement: string }>(
  'olympiad.reason.own',
  `select r.id, r.utterance, r.statement from olympiad.pseudonym n
     join olympiad.reason r on r.round = $1 and r.pseudonym = n.pseudonym where n.holder = $2`,
)
const add = statement(
  'olympiad.reason.add',
  `insert into olympiad.reason (round, statement, role, score, utterance, pseudonym)
   select $1, $2, $3, $4, $5, n.pseudonym from olympiad.pseudonym n where n.holder = $6`,
)
const remove = statement('olympiad.reason.remove', 'delete from olympiad.reason where id = $1')

/** What someone wrote beside their own answers in a round: where the words stand, by statement. */
export async function ownReasons(db: Db, round: string, held: Pick<Held, 'pseudonym'>): Promise<Map<string, string>> {
  return new Map((await own(db, round, held.pseudonym)).map((row) => [row.statement, row.utterance]))
}

export interface Reasoned {
  round: string
  statement: string
  role: string
  held: Pick<Held, 'pseudonym'>
  answer: Answer
  /** Empty takes back what was there. */
  words: string
  /** What stood there. */
  before: string | undefined
  at: Date
}

/** Keeps why someone answers so, instead of what they wrote before; a changed reason is read by the chair again. */
export async function keepReason(tx: Db, { words, before, ...about }: Reasoned): Promise<void> {
  if (words === (before ?? '')) return
  const found = (await own(tx, about.round, about.held.pseudonym)).find((one) => one.statement === about.statement)
  if (found) {
    await withdrawUtterance(tx, found.utterance, about.at)
    await remove(tx, found.id)
  }
  if (words === '') return
  const { id } = await keepUtterance(tx, { text: words, at: about.at })
  await add(tx, about.round, about.statement, about.role, about.answer, id, about.held.pseudonym)
}

/** Takes back what someone wrote in a closed round: the words are gone wherever they stood. False when there is nothing of theirs. */
export async function takeBackReason(
  tx: Db,
  { round, statement: about, held, at }: Pick<Reasoned, 'round' | 'statement' | 'held' | 'at'>,
): Promise<boolean> {
  const found = (await own(tx, round, held.pseudonym)).find((one) => one.statement === about)
  if (found === undefined) return false
  await withdrawUtterance(tx, found.utterance, at)
  await remove(tx, found.id)
  return true
}
