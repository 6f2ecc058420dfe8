import { type Db, inTransaction, statement as prepared } from '../foundation/db/index.ts'
import type { Ending } from './factor.ts'
import type { Hand } from './group.store.ts'
import { ending, statementFactor, statement as statements, statementText } from './group.tables.ts'
import { noteSteps } from './lineage.store.ts'
import type { Step } from './lineage.ts'
import { putStatement } from './placing.store.ts'
import type { Statement, StatementText, StatementWords } from './statement.ts'

interface Row extends Omit<StatementText, 'statement'> {
  id: string
  group: string | null
  item: string | null
  fictional: boolean
  kind: Ending['kind'] | null
  endingReason: string | null
  endedAt: Date | null
}

const TEXT = `t.version, t.plain, t.example, t.example_item as "exampleItem", t.professional, t.reason, t.revision,
    t.written_at as at`

const STATEMENT = `select s.id, s.working_group as "group", s.item, s.fictional, ${TEXT}, e.kind,
    e.reason as "endingReason", e.ended_at as "endedAt"
  from olympiad.statement s left join olympiad.ending e on e.subject = s.id
  join lateral (select * from olympiad.statement_text where statement = s.id order by version desc limit 1) t on true`

type Read = Row & Record<string, unknown>

const ofGroup = prepared<Read>(
  'olympiad.statements',
  `${STATEMENT} where s.working_group = $1 order by s.made_at, s.id`,
)
const ready = prepared<Read>(
  'olympiad.readyStatements',
  `${STATEMENT} where s.working_group = $1 and t.revision is not null and e.subject is null order by s.made_at, s.id`,
)
const readyIn = prepared<{ group: string; n: number }>(
  'olympiad.readyCounts',
  `select s.working_group as "group", count(*)::int as n from olympiad.statement s
   left join olympiad.ending e on e.subject = s.id
   join lateral (
     select revision from olympiad.statement_text where statement = s.id order by version desc limit 1
   ) t on true
   where s.working_group is not null and t.revision is not null and e.subject is null group by s.working_group`,
)
const byIds = prepared<Read>('olympiad.statementsById', `${STATEMENT} where s.id = any ($1) order by s.made_at, s.id`)
const held = prepared(
  'olympiad.lockStatements',
  'select from olympiad.statement where id = any ($1) order by id for update',
)

function statementOf({ id, group, item, fictional, kind, endingReason, endedAt, ...text }: Row): Statement {
  return {
    ...{ id, group, item, fictional },
    text: { ...text, statement: id },
    ending: kind && endedAt ? { kind, reason: endingReason ?? '', at: endedAt } : null,
  }
}

/** Every statement of a group as it reads now, oldest first, ended ones too. */
export const statementsIn = async (db: Db, group: string): Promise<Statement[]> =>
  (await ofGroup(db, group)).map(statementOf)

/** The statements of a group that can be voted on: on the thread as they read now, and not ended. In their order. */
export const statementsOf = async (db: Db, group: string): Promise<Statement[]> =>
  (await ready(db, group)).map(statementOf)

/** How many statements of each group can be voted on, in one reading. */
export const readyCounts = async (db: Db): Promise<Map<string, number>> =>
  new Map((await readyIn(db)).map(({ group, n }) => [group, n]))

/** Statements by id, as they read now. */
export const statementsById = async (db: Db, ids: string[]): Promise<Statement[]> =>
  ids.length === 0 ? [] : (await byIds(db, ids)).map(statementOf)

/**
 * Statements, held so that two who work on them at one moment follow each other: in one order, or two who merge the same
 * two would wait for each other. Read in a statement after, which sees what whoever held them before made of them.
 */
export async function lockStatements(db: Db, ids: string[]): Promise<Statement[]> {
  await held(db, ids)
  return statementsById(db, ids)
}

const versions = prepared<StatementText & Record<string, unknown>>(
  'olympiad.statementVersions',
  `select t.statement, ${TEXT} from olympiad.statement_text t where t.statement = $1 order by t.version desc`,
)
const versionRow = prepared<StatementText & Record<string, unknown>>(
  'olympiad.statementVersion',
  `select t.statement, ${TEXT} from olympiad.statement_text t where t.statement = $1 and t.version = $2`,
)

/** Every version of a statement's words, newest first. */
export const textsOf: (db: Db, statement: string) => Promise<StatementText[]> = versions

/** The words of a statement in one version: as they were voted on. */
export async function textOf(db: Db, statement: string, version: number): Promise<StatementText | undefined> {
  return (await versionRow(db, statement, version))[0]
}

const factorRows = prepared<{ factor: string }>(
  'olympiad.factorsUnder',
  'select factor from olympiad.statement_factor where statement = $1 order by factor',
)
const pairRows = prepared<{ statement: string; factor: string }>(
  'olympiad.factorPairs',
  `select p.statement, p.factor from olympiad.statement_factor p join olympiad.statement s on s.id = p.statement
    where s.working_group = $1`,
)

/** The factors a statement stands on. */
export const factorsUnder = async (db: Db, statement: string): Promise<string[]> =>
  (await factorRows(db, statement)).map(({ factor }) => factor)

/** Which statements of a group stand on which factors. */
export const factorPairs: (db: Db, group: string) => Promise<{ statement: string; factor: string }[]> = pairRows

/** Whether a round with this statement was opened and not yet closed. */
const voted = prepared<{ version: number }>(
  'olympiad.beingVoted',
  `select rs.version from olympiad.round_statement rs join olympiad.round_opening o on o.round = rs.round
    where rs.statement = $1 and not exists (select from olympiad.round_closing c where c.round = rs.round) limit 1`,
)

/** The version that people vote on at this moment; undefined when no open round holds the statement. */
export const versionInVote = async (db: Db, statement: string): Promise<number | undefined> =>
  (await voted(db, statement))[0]?.version

/** A statement to be made: its words, what it stands on and what it came from. */
export interface NewStatement {
  group: string | null
  fictional: boolean
  words: StatementWords
  reason: string
  factors: string[]
  /** What it came from: factors, statements, a proposal or a note. */
  step: Step
  from: string[]
}

/** Makes a statement with its first version. Whether it goes on the thread is another step: `putStatement`. */
export async function makeStatement(db: Db, fresh: NewStatement, hand: Hand): Promise<string> {
  const { group, fictional, words, reason, factors, step, from } = fresh
  const { by, at } = hand
  return inTransaction(db, async (tx) => {
    const [row] = await tx
      .insert(statements)
      .values({ workingGroup: group, fictional, madeBy: by, madeAt: at })
      .returning({ id: statements.id })
    if (!row) throw new Error('The statement was not stored.')
    const { id: statement } = row
    await tx.insert(statementText).values({ statement, version: 1, ...words, reason, writtenBy: by, writtenAt: at })
    if (factors.length > 0) await tx.insert(statementFactor).values(factors.map((factor) => ({ statement, factor })))
    await noteSteps(tx, { group, step, from, to: [statement], reason }, hand)
    return statement
  })
}

/**
 * Says a statement otherwise, as a new version: whoever voted on an older one keeps having voted on those words. False
 * when someone else was first. Once on the thread, the new words go there too.
 */
export async function rewordStatement(
  db: Db,
  { id, group, item, text }: Statement,
  { version, reason, ...words }: StatementWords & { version: number; reason: string },
  hand: Hand,
): Promise<boolean> {
  if (text.version !== version) return false
  return inTransaction(db, async (tx) => {
    const made = await tx
      .insert(statementText)
      .values({ statement: id, version: version + 1, ...words, reason, writtenBy: hand.by, writtenAt: hand.at })
      .onConflictDoNothing()
      .returning({ version: statementText.version })
    if (made.length === 0) return false
    await noteSteps(tx, { group, step: 'reworded', from: [id], to: [id], reason }, hand)
    if (item !== null) await putStatement(tx, id, hand)
    return true
  })
}

async function endStatements(
  tx: Db,
  ids: string[],
  kind: Ending['kind'],
  reason: string,
  { by, at }: Hand,
): Promise<void> {
  await tx.insert(ending).values(ids.map((subject) => ({ subject, kind, reason, endedBy: by, endedAt: at })))
}

/** One statement of several. Once one of them stands on the thread, the new one goes there and replaces them. */
export async function mergeStatements(
  db: Db,
  from: Statement[],
  { reason, ...words }: StatementWords & { reason: string },
  hand: Hand,
): Promise<string> {
  return inTransaction(db, async (tx) => {
    const ids = from.map(({ id }) => id)
    const factors = new Set<string>()
    for (const id of ids) for (const factor of await factorsUnder(tx, id)) factors.add(factor)
    const { group = null, fictional = false } = from[0] ?? {}
    const fresh = { group, fictional, words, reason, factors: [...factors], step: 'merged' as const, from: ids }
    const made = await makeStatement(tx, fresh, hand)
    await endStatements(tx, ids, 'merged', reason, hand)
    if (from.some(({ item }) => item !== null)) await putStatement(tx, made, hand)
    return made
  })
}

/** Two statements of one, both on the same factors. */
export async function splitStatement(
  db: Db,
  from: Statement,
  { parts, reason }: { parts: [StatementWords, StatementWords]; reason: string },
  hand: Hand,
): Promise<string[]> {
  return inTransaction(db, async (tx) => {
    const factors = await factorsUnder(tx, from.id)
    const { group, fictional } = from
    const made: string[] = []
    for (const words of parts)
      made.push(
        await makeStatement(tx, { group, fictional, words, reason, factors, step: 'split', from: [from.id] }, hand),
      )
    await endStatements(tx, [from.id], 'split', reason, hand)
    if (from.item !== null) for (const id of made) await putStatement(tx, id, hand)
    return made
  })
}

/** Lets go of a statement: it stays to be read, and is not voted on any more. */
export async function dropStatement(db: Db, { id }: Statement, reason: string, hand: Hand): Promise<void> {
  await endStatements(db, [id], 'dropped', reason, hand)
}
