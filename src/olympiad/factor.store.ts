import { sql } from 'drizzle-orm'
import { type Db, inTransaction, statement as prepared } from '../foundation/db/index.ts'
import type { Ending, Factor, FactorWords } from './factor.ts'
import type { Hand } from './group.store.ts'
import { ending, factor as factors } from './group.tables.ts'
import { noteSteps } from './lineage.store.ts'
import { marksUnder, placeMarks } from './mark.store.ts'
import { putFactor } from './placing.store.ts'

interface Row extends Omit<Factor, 'ending'> {
  kind: Ending['kind'] | null
  reason: string | null
  endedAt: Date | null
}

const FACTOR = `select f.id, f.working_group as "group", f.name, f.explanation, f.item, f.version, f.made_at as at,
    e.kind, e.reason, e.ended_at as "endedAt"
  from olympiad.factor f left join olympiad.ending e on e.subject = f.id`

const ofGroup = prepared<Row & Record<string, unknown>>(
  'olympiad.factors',
  `${FACTOR} where f.working_group = $1 order by f.made_at, f.id`,
)
const byIds = prepared<Row & Record<string, unknown>>(
  'olympiad.factorsById',
  `${FACTOR} where f.id = any ($1) order by f.made_at, f.id`,
)
const held = prepared('olympiad.lockFactors', 'select from olympiad.factor where id = any ($1) order by id for update')

const factorOf = ({ kind, reason, endedAt, ...row }: Row): Factor => ({
  ...row,
  ending: kind && endedAt ? { kind, reason: reason ?? '', at: endedAt } : null,
})

/** Every factor of a group, oldest first, ended ones too. */
export const factorsOf = async (db: Db, group: string): Promise<Factor[]> => (await ofGroup(db, group)).map(factorOf)

/** Factors by id. */
export const factorsById = async (db: Db, ids: string[]): Promise<Factor[]> =>
  ids.length === 0 ? [] : (await byIds(db, ids)).map(factorOf)

/**
 * Factors, held so that two who work on them at one moment follow each other: in one order, or two who merge the same two
 * would wait for each other. Read in a statement after, which sees what whoever held them before made of them.
 */
export async function lockFactors(db: Db, ids: string[]): Promise<Factor[]> {
  await held(db, ids)
  return factorsById(db, ids)
}

async function insertFactor(
  db: Db,
  group: string,
  { name, explanation }: FactorWords,
  { by, at }: Hand,
): Promise<string> {
  const [row] = await db
    .insert(factors)
    .values({ workingGroup: group, name, explanation, madeBy: by, madeAt: at })
    .returning({ id: factors.id })
  if (!row) throw new Error('The factor was not stored.')
  return row.id
}

/** Makes a factor of marks, wherever they stood before. */
export async function makeFactor(
  db: Db,
  { group, words, marks }: { group: string; words: FactorWords; marks: string[] },
  hand: Hand,
): Promise<string> {
  return inTransaction(db, async (tx) => {
    const id = await insertFactor(tx, group, words, hand)
    await placeMarks(tx, { group, ids: marks, factor: id }, hand)
    return id
  })
}

/** Says a factor otherwise; false when someone else was first. Once on the thread, the new words go there too. */
export async function renameFactor(
  db: Db,
  { id, version, group }: Pick<Factor, 'id' | 'version' | 'group'>,
  { name, explanation, reason }: FactorWords & { reason: string },
  hand: Hand,
): Promise<boolean> {
  return inTransaction(db, async (tx) => {
    const saved = await tx
      .update(factors)
      .set({ name, explanation, version: sql`${factors.version} + 1` })
      .where(sql`${factors.id} = ${id} and ${factors.version} = ${version}`)
      .returning({ item: factors.item })
    if (saved.length === 0) return false
    await noteSteps(tx, { group, step: 'reworded', from: [id], to: [id], reason }, hand)
    if (saved[0]?.item) await putFactor(tx, id, hand)
    return true
  })
}

const follow = prepared(
  'olympiad.followFactor',
  `insert into olympiad.statement_factor (statement, factor)
   select distinct statement, unnest($2::uuid[]) from olympiad.statement_factor where factor = any ($1)
   on conflict do nothing`,
)
const unfollow = prepared('olympiad.unfollowFactor', 'delete from olympiad.statement_factor where factor = any ($1)')

/** Ends factors that went up in others: what stood under them stands under those now. */
async function goUp(
  tx: Db,
  { from, to, kind, reason }: { from: Factor[]; to: string[]; kind: 'merged' | 'split'; reason: string },
  hand: Hand,
): Promise<void> {
  const ids = from.map(({ id }) => id)
  const group = from[0]?.group ?? null
  await tx.insert(ending).values(ids.map((subject) => ({ subject, kind, reason, endedBy: hand.by, endedAt: hand.at })))
  await noteSteps(tx, { group, step: kind, from: ids, to, reason }, hand)
  await follow(tx, ids, to)
  await unfollow(tx, ids)
  if (from.some(({ item }) => item !== null)) for (const one of to) await putFactor(tx, one, hand)
}

/** One factor of several, with all their marks. */
export async function mergeFactors(
  db: Db,
  from: Factor[],
  { reason, ...words }: FactorWords & { reason: string },
  hand: Hand,
): Promise<string> {
  return inTransaction(db, async (tx) => {
    const group = from[0]?.group ?? ''
    const marks = await marksUnder(
      tx,
      from.map(({ id }) => id),
    )
    const id = await insertFactor(tx, group, words, hand)
    await placeMarks(tx, { group, ids: marks.map((one) => one.id), factor: id }, hand)
    await goUp(tx, { from, to: [id], kind: 'merged', reason }, hand)
    return id
  })
}

/** Two factors of one: the marks in `second` go to the second. */
export async function splitFactor(
  db: Db,
  from: Factor,
  parts: { one: FactorWords; two: FactorWords; second: string[]; reason: string },
  hand: Hand,
): Promise<[string, string]> {
  return inTransaction(db, async (tx) => {
    const marks = (await marksUnder(tx, [from.id])).map(({ id }) => id)
    const { group } = from
    const one = await insertFactor(tx, group, parts.one, hand)
    const two = await insertFactor(tx, group, parts.two, hand)
    await placeMarks(tx, { group, ids: marks.filter((id) => !parts.second.includes(id)), factor: one }, hand)
    await placeMarks(tx, { group, ids: marks.filter((id) => parts.second.includes(id)), factor: two }, hand)
    await goUp(tx, { from: [from], to: [one, two], kind: 'split', reason: parts.reason }, hand)
    return [one, two]
  })
}

/** Lets go of a factor on which nothing rests: its marks are loose again. */
export async function dropFactor(db: Db, from: Factor, reason: string, { by, at }: Hand): Promise<void> {
  await inTransaction(db, async (tx) => {
    await tx.insert(ending).values({ subject: from.id, kind: 'dropped', reason, endedBy: by, endedAt: at })
    await tx.execute(sql`delete from olympiad.factor_mark where factor = ${from.id}`)
  })
}
