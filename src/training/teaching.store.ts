import { type Db, inTransaction, statement } from '../foundation/db/index.ts'
import { contentChanged } from '../foundation/http/index.ts'
import { noteChange } from './change.store.ts'
import { holdCourse } from './course.store.ts'
import { republishCourse } from './course.write.store.ts'
import type { Hand } from './hand.ts'
import { standingTeachings } from './teaching.read.store.ts'
import { type Proposal, strengthWords, teachingChange } from './teaching.ts'
import { teaching } from './training.tables.ts'

const end = statement(
  'training.endTeachings',
  `update training.teaching set ended_at = $3, ended_by = $4 where course = $1 and id = any ($2) and ended_at is null`,
)

/** Puts on the thread what a course teaches now, when it is on the site. */
async function spread(tx: Db, course: string, hand: Hand): Promise<void> {
  const held = await holdCourse(tx, course)
  if (held && held.liveSince !== null) await republishCourse(tx, held, hand)
  await contentChanged(tx)
}

type Told = Pick<Proposal, 'standard' | 'strength'>

async function noteTeachings(
  tx: Db,
  course: string,
  { ended, begun }: { ended: Told[]; begun: Told[] },
  names: Map<string, string>,
  hand: Hand,
): Promise<void> {
  const said = ({ standard, strength }: Told) => `${names.get(standard) ?? standard}: ${strengthWords[strength]}`
  const change = { field: 'Leert je', from: ended.map(said).join(', '), to: begun.map(said).join(', ') }
  await noteChange(tx, course, [change], hand)
  await spread(tx, course, hand)
}

/**
 * What a provider says a course teaches, out of the standards that were offered. What stays the same stays confirmed; what
 * is new or stronger waits for an editor. Names are those of the standards, for the list of changes.
 */
export async function proposeTeachings(
  db: Db,
  course: string,
  proposals: Proposal[],
  names: Map<string, string>,
  hand: Hand,
): Promise<void> {
  await inTransaction(db, async (tx) => {
    await holdCourse(tx, course)
    const standing = await standingTeachings(tx, course)
    const { ended, begun } = teachingChange(
      standing.filter(({ standard }) => names.has(standard)),
      proposals,
    )
    if (ended.length + begun.length === 0) return
    await end(
      tx,
      course,
      ended.map(({ id }) => id),
      hand.at,
      hand.by,
    )
    if (begun.length > 0)
      await tx
        .insert(teaching)
        .values(begun.map((one) => ({ course, ...one, proposedAt: hand.at, proposedBy: hand.by })))
    await noteTeachings(tx, course, { ended, begun }, names, hand)
  })
}

const endProposed = statement<Proposal & Record<string, unknown>>(
  'training.endTeachingsProposed',
  `update training.teaching set ended_at = $3, ended_by = $4 where course = $1 and proposed_at = $2 and ended_at is null
   returning standard, revision, strength`,
)
const reopen = statement<Proposal & Record<string, unknown>>(
  'training.reopenTeachings',
  `update training.teaching as old set ended_at = null, ended_by = null where course = $1 and ended_at = $2
     and not exists (select from training.teaching where teaching.course = $1 and teaching.standard = old.standard
       and teaching.ended_at is null) returning standard, revision, strength`,
)

/**
 * Puts back what a course taught before it was proposed anew at `since`: the same rows, so that what an editor confirmed then
 * is confirmed again.
 */
export async function revertTeachings(
  db: Db,
  course: string,
  since: Date,
  names: Map<string, string>,
  hand: Hand,
): Promise<void> {
  await inTransaction(db, async (tx) => {
    await holdCourse(tx, course)
    const ended = await endProposed(tx, course, since, hand.at, hand.by)
    const begun = await reopen(tx, course, since)
    if (ended.length + begun.length > 0) await noteTeachings(tx, course, { ended, begun }, names, hand)
  })
}

const confirm = statement<{ id: string }>(
  'training.confirmTeachings',
  `update training.teaching set confirmed_at = $3, confirmed_by = $4
   where course = $1 and id = any ($2) and ended_at is null and confirmed_at is null returning id`,
)

/** An editor confirms some of what a provider said, and ends what does not hold. */
export async function decideTeachings(
  db: Db,
  course: string,
  { confirmed, declined }: { confirmed: string[]; declined: string[] },
  hand: Hand,
): Promise<void> {
  await inTransaction(db, async (tx) => {
    await holdCourse(tx, course)
    await confirm(tx, course, confirmed, hand.at, hand.by)
    await end(tx, course, declined, hand.at, hand.by)
    await spread(tx, course, hand)
  })
}

const renew = statement(
  'training.renewTeaching',
  'update training.teaching set revision = $3 where course = $1 and id = $2 and ended_at is null',
)
const answer = statement<{ teaching: string; revision: string }>(
  'training.answerRecheck',
  `update training.recheck set answer = $3, answered_at = $4, answered_by = $5
   from training.teaching
   where recheck.id = $2 and teaching.id = recheck.teaching and teaching.course = $1 and recheck.answer is null
   returning recheck.teaching, recheck.revision`,
)

/** What a provider says after a standard got a new text: it still holds, and then the link moves to it; or it ends. */
export async function answerRecheck(
  db: Db,
  course: string,
  recheck: string,
  said: 'holds' | 'ended',
  hand: Hand,
): Promise<boolean> {
  return inTransaction(db, async (tx) => {
    await holdCourse(tx, course)
    const [row] = await answer(tx, course, recheck, said, hand.at, hand.by)
    if (!row) return false
    if (said === 'holds') await renew(tx, course, row.teaching, row.revision)
    else await end(tx, course, [row.teaching], hand.at, hand.by)
    await spread(tx, course, hand)
    return true
  })
}

/** A copy of a course teaches the same; an editor has not confirmed it yet. */
export async function copyTeachings(db: Db, from: string, to: string, { by, at }: Hand): Promise<void> {
  const standing = await standingTeachings(db, from)
  if (standing.length === 0) return
  await db.insert(teaching).values(
    standing.map(({ standard, revision, strength }) => {
      return { course: to, standard, revision, strength, proposedAt: at, proposedBy: by }
    }),
  )
}
