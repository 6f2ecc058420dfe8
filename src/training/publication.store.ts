import { type Db, inTransaction, statement } from '../foundation/db/index.ts'
import { contentChanged } from '../foundation/http/index.ts'
import { hideFromSearch } from '../thread/index.ts'
import { holdCourse } from './course.store.ts'
import type { Course } from './course.ts'
import { republishCourse } from './course.write.store.ts'
import type { Hand } from './hand.ts'
import { dueAt, type PublicationRequest, type RequestOutcome } from './publication.ts'
import { archive, publication, publicationCheck, publicationRequest } from './training.tables.ts'

/** What is known of a course besides its words: whether it lies in the archive, and its newest request. */
export interface Standing {
  archived: boolean
  request: PublicationRequest | undefined
}

const newest = statement<PublicationRequest & { course: string }>(
  'training.newestRequests',
  `select distinct on (request.course) request.course, request.id, requested_at as "requestedAt", due_at as "dueAt",
     publication_check.outcome, coalesce(publication_check.words, '') as words
   from training.publication_request as request
   left join training.publication_check on publication_check.request = request.id
   where request.course = any ($1) order by request.course, requested_at desc, request.id`,
)
const put = statement<{ course: string }>(
  'training.archived',
  'select course from training.archive where course = any ($1) and ended_at is null',
)

/**
 * The state of each row of `course` as `state`, for a query; beside it `asked`, its newest request with what an editor said.
 * As courseState of publication.ts says it.
 */
export const STANDING = `left join lateral (select due_at, said.outcome, said.words
    from training.publication_request as request
    left join training.publication_check as said on said.request = request.id
    where request.course = course.id order by requested_at desc, request.id limit 1) as asked on true
  cross join lateral (select case
    when exists (select from training.archive where archive.course = course.id and ended_at is null) then 'archived'
    when course.live_since is not null then 'live' when asked.outcome = 'asked' then 'asked'
    when asked.due_at is not null and asked.outcome is null then 'waiting' else 'draft' end as state) as standing`

/** Where these courses stand, by course. */
export async function standingOf(db: Db, courses: string[]): Promise<Map<string, Standing>> {
  if (courses.length === 0) return new Map()
  const [requests, archived] = [await newest(db, courses), await put(db, courses)]
  return new Map(
    courses.map((course) => [
      course,
      {
        archived: archived.some((row) => row.course === course),
        request: requests.find((row) => row.course === course),
      },
    ]),
  )
}

/** Asks for a first publication. Asking again while it waits changes nothing. */
export async function requestPublication(tx: Db, course: string, { by, at }: Hand): Promise<void> {
  const held = await holdCourse(tx, course)
  const standing = (await standingOf(tx, [course])).get(course)
  if (!held || held.item !== null || standing?.request?.outcome === null) return
  await tx.insert(publicationRequest).values({ course, requestedAt: at, requestedBy: by, dueAt: dueAt(at) })
}

const setLive = statement('training.setLive', `update training.course set live_since = $2, item = $3 where id = $1`)
const setLooked = statement('training.setLooked', 'update training.course set looked_at = $2 where id = $1')

/** Puts a course on the site. Its teachings go on the thread as far as an editor confirmed them. */
export async function goLive(tx: Db, course: Course, hand: Hand): Promise<void> {
  if (course.liveSince !== null) return
  const item = await republishCourse(tx, course, hand)
  await setLive(tx, course.id, hand.at, item)
  await tx
    .insert(publication)
    .values({ course: course.id, publishedAt: hand.at, publishedBy: hand.by })
    .onConflictDoNothing()
  await contentChanged(tx)
}

/** Notes what an editor said of a request. Good: the course is live from now on, if it was not. False when someone was first. */
export async function checkPublication(
  db: Db,
  course: string,
  request: string,
  said: { outcome: RequestOutcome; words: string },
  hand: Hand,
): Promise<boolean> {
  return inTransaction(db, async (tx) => {
    const held = await holdCourse(tx, course)
    const standing = (await standingOf(tx, [course])).get(course)
    if (!held || standing?.request?.id !== request || standing.request.outcome !== null) return false
    await tx.insert(publicationCheck).values({ request, ...said, checkedAt: hand.at, checkedBy: hand.by })
    if (said.outcome === 'asked') return true
    await setLooked(tx, course, hand.at)
    if (!standing.archived) await goLive(tx, { ...held, lookedAt: hand.at }, hand)
    await contentChanged(tx)
    return true
  })
}

const due = statement<{ course: string }>(
  'training.dueCourses',
  `select distinct request.course from training.publication_request as request
   join training.course on course.id = request.course
   where request.due_at <= $1 and course.item is null
     and not exists (select from training.publication_check where publication_check.request = request.id)
     and not exists (select from training.archive where archive.course = course.id and ended_at is null)`,
)

/** Puts on the site what waited longer than we promised, unseen. Returns how many. */
export async function publishDue(db: Db, at: Date): Promise<number> {
  const rows = await due(db, at)
  for (const { course } of rows)
    await inTransaction(db, async (tx) => {
      const held = await holdCourse(tx, course)
      if (held) await goLive(tx, held, { by: null, at })
    })
  return rows.length
}

const takeOff = statement('training.takeOff', 'update training.course set live_since = null where id = $1')
const endArchive = statement<{ id: string }>(
  'training.endArchive',
  'update training.archive set ended_at = $2, ended_by = $3 where course = $1 and ended_at is null returning id',
)

/** Takes a course off the site and keeps it. Its place on the thread stays; nobody finds it any more. */
export async function archiveCourse(db: Db, id: string, hand: Hand): Promise<void> {
  await inTransaction(db, async (tx) => {
    const held = await holdCourse(tx, id)
    if (!held) return
    await tx.insert(archive).values({ course: id, archivedAt: hand.at, archivedBy: hand.by }).onConflictDoNothing()
    await takeOff(tx, id)
    if (held.item !== null) await hideFromSearch(tx, held.item)
    await contentChanged(tx)
  })
}

/** Takes it out of the archive: a course that was published is live again, another is a draft again. */
export async function restoreCourse(db: Db, id: string, hand: Hand): Promise<void> {
  await inTransaction(db, async (tx) => {
    const held = await holdCourse(tx, id)
    if (!held || (await endArchive(tx, id, hand.at, hand.by)).length === 0) return
    if (held.item !== null) await goLive(tx, held, hand)
  })
}
