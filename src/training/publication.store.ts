import { statement } from '../foundation/db/index.ts'
import { hideFromSearch } from '../thread/index.ts'
import { holdCourse } from './course.store.ts'
import type { Course } from './course.ts'
import { republishCourse } from './course.write.store.ts'
import { publishing } from './publishing.store.ts'

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

const setLive = statement('training.setLive', `update training.course set live_since = $2, item = $3 where id = $1`)

const courses = publishing<Course>('course', {
  hold: holdCourse,
  isPublished: ({ item }) => item !== null,
  // What it teaches goes on the thread as far as an editor confirmed it.
  show: async (tx, course, hand) => {
    const item = await republishCourse(tx, course, hand)
    await setLive(tx, course.id, hand.at, item)
  },
  // Its place on the thread stays; nobody finds it any more.
  hide: async (tx, { item }) => {
    if (item !== null) await hideFromSearch(tx, item)
  },
})

export const {
  standingOf,
  request: requestPublication,
  goLive,
  check: checkPublication,
  publishDue,
  putAway: archiveCourse,
  restore: restoreCourse,
} = courses
