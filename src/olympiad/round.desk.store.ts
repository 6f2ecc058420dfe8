import { and, eq } from 'drizzle-orm'
import { type Db, inTransaction, statement } from '../foundation/db/index.ts'
import { contentChanged } from '../foundation/http/index.ts'
import { sha256 } from '../foundation/seal.ts'
import { appendLog } from './log.store.ts'
import { round, roundExtension, roundOpening, roundStatement } from './olympiad.tables.ts'
import { putStatement } from './placing.store.ts'
import { readRoundById, sentencesOf } from './round.store.ts'
import type { Mode, Round } from './round.ts'

/** Who does something to a round, and when. */
export interface Hand {
  by: string
  at: Date
}

/** A round as its chair plans it. */
export interface Planned {
  number: number
  mode: Mode
  opensAt: Date
  closesAt: Date
  /** Statements with the version that is weighed, in their order. */
  statements: { statement: string; version: number }[]
}

const hold = statement<{ id: string }>(
  'olympiad.round.hold',
  'select id from olympiad.round where id = $1 for no key update',
)
const opening = statement('olympiad.round.opening', 'select from olympiad.round_opening where round = $1')

/**
 * Whether a round that this transaction holds was opened. A statement of its own, after the one that took the row: what
 * waits for a row looks beside it with the eyes of before the wait, and would not see the opening it waited for.
 */
const wasOpened = async (tx: Db, id: string): Promise<boolean> => (await opening(tx, id)).length > 0

async function choose(tx: Db, id: string, { statements }: Planned): Promise<void> {
  await tx.delete(roundStatement).where(eq(roundStatement.round, id))
  if (statements.length > 0)
    await tx.insert(roundStatement).values(statements.map((one, at) => ({ round: id, ...one, position: at + 1 })))
  await contentChanged(tx)
}

/** Plans a round that is not there yet. False when a colleague was first: then nothing changed. */
export async function planRound(db: Db, olympiad: string, planned: Planned, { by, at }: Hand): Promise<boolean> {
  return inTransaction(db, async (tx) => {
    const { number, mode, opensAt, closesAt } = planned
    const kind = number === 0 ? 'proposing' : 'weighing'
    const [row] = await tx
      .insert(round)
      .values({ olympiad, number, kind, mode, opensAt, closesAt, plannedBy: by, plannedAt: at })
      .onConflictDoNothing()
      .returning({ id: round.id })
    if (row) await choose(tx, row.id, planned)
    return row !== undefined
  })
}

/** What came of planning a round anew: kept, or nothing changed, for it was opened or a colleague changed it since. */
export type Replanned = 'saved' | 'opened' | 'changed'

/** Plans a round anew on top of the version that was read, as long as it is not open. */
export async function replanRound(
  db: Db,
  { id, version }: Pick<Round, 'id' | 'version'>,
  planned: Planned,
): Promise<Replanned> {
  return inTransaction(db, async (tx) => {
    if ((await hold(tx, id)).length === 0) return 'changed'
    if (await wasOpened(tx, id)) return 'opened'
    const { mode, opensAt, closesAt } = planned
    const saved = await tx
      .update(round)
      .set({ mode, opensAt, closesAt, version: version + 1 })
      .where(and(eq(round.id, id), eq(round.version, version)))
      .returning({ id: round.id })
    if (saved.length === 0) return 'changed'
    await choose(tx, id, planned)
    return 'saved'
  })
}

// A round that was planned while the plan still said otherwise is held as the rules of the game say. Once they are locked
// nothing changes that any more.
const holdAsDeclared = statement<{ mode: Mode }>(
  'olympiad.round.holdAsDeclared',
  `update olympiad.round r set mode = case when r.mode = 'secret' then r.mode else coalesce(c.mode, r.mode) end
   from olympiad.olympiad o left join olympiad.charter c on c.olympiad = o.id
   where r.id = $1 and o.id = r.olympiad returning r.mode`,
)

const roster = statement<{ role: string; n: number; ids: string }>(
  'olympiad.round.roster',
  `select role, count(*)::int as n, string_agg(id::text, ',' order by id) as ids from olympiad.panellist
   where olympiad = $1 and left_at is null group by role order by role`,
)

/**
 * Opens a round: its sentences are put on the thread as they read now, and lie fixed. What is frozen is hashed, so that
 * anyone who keeps the log sees whether it stayed so. False when it was open already.
 */
export async function openRound(db: Db, one: Round, url: string, { by, at }: Hand): Promise<boolean> {
  return inTransaction(db, async (tx) => {
    if ((await hold(tx, one.id)).length === 0 || (await wasOpened(tx, one.id))) return false
    for (const { statement: id, revision } of await sentencesOf(tx, one.id))
      if (revision === null) await putStatement(tx, id, { by, at }, url)
    const [held] = await holdAsDeclared(tx, one.id)
    if (held === undefined) return false
    const sentences = await sentencesOf(tx, one.id)
    const invited = await roster(tx, one.olympiad)
    const frozen = {
      roster: sha256(invited.map(({ ids }) => ids).join('\n')),
      statements: sha256(sentences.map((text) => `${text.statement} ${text.version} ${text.plain}`).join('\n')),
    }
    await tx.insert(roundOpening).values({ round: one.id, ...frozen, openedBy: by, openedAt: at })
    const body = { ...frozen, mode: held.mode, sentences: sentences.length }
    const object = `ronde ${one.number}`
    await appendLog(tx, { olympiad: one.olympiad, action: 'round opened', object, actor: by, body, at })
    await contentChanged(tx)
    return true
  })
}

/** Gives a round more time, with the reason. False once it is closed, or when the new hour is not later. */
export async function extendRound(
  db: Db,
  one: Round,
  { closesAt, reason }: { closesAt: Date; reason: string },
  { by, at }: Hand,
): Promise<boolean> {
  return inTransaction(db, async (tx) => {
    const now = await readRoundById(tx, one.id)
    if (now === undefined || now.openedAt === null || now.closedAt !== null || closesAt <= now.closesAt) return false
    await tx.insert(roundExtension).values({ round: one.id, closesAt, reason, extendedBy: by, extendedAt: at })
    const body = { until: closesAt.toISOString() }
    const object = `ronde ${one.number}`
    await appendLog(tx, { olympiad: one.olympiad, action: 'round extended', object, actor: by, body, at })
    await contentChanged(tx)
    return true
  })
}

/** Takes a round back that was planned and never opened. False when it was opened, or is gone already. */
export async function dropRound(db: Db, { id }: Pick<Round, 'id'>): Promise<boolean> {
  return inTransaction(db, async (tx) => {
    if ((await hold(tx, id)).length === 0 || (await wasOpened(tx, id))) return false
    await tx.delete(roundStatement).where(eq(roundStatement.round, id))
    await tx.delete(round).where(eq(round.id, id))
    await contentChanged(tx)
    return true
  })
}
