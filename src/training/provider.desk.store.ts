import { type Db, statement } from '../foundation/db/index.ts'
import { COURSE_COLUMNS } from './course.store.ts'
import type { Course } from './course.ts'
import type { DeskAsk, DeskCounts } from './desk-ask.ts'
import { STANDING } from './publication.store.ts'
import type { CourseState } from './publication.ts'

/** A course of a provider, where it stands, and what it needs. */
export interface PlacedCourse extends Course {
  state: CourseState
  /** What an editor asks; '' when nothing. */
  asks: string
  /** A standard it teaches got a new text that nobody looked at. */
  isRechecked: boolean
  /** It is on the site, and there is nothing of it left to go to. */
  isDateless: boolean
}

const RECHECKED = `exists (select from training.teaching
    join training.recheck on recheck.teaching = teaching.id
    where teaching.course = course.id and teaching.ended_at is null and recheck.answer is null
      and recheck.asked_at = (select max(asked_at) from training.recheck as later where later.teaching = teaching.id))`
// A course that comes to a team lacks dates only when it had some, as in the mail about it.
const DATELESS = `(state = 'live' and not course.any_time and not exists (
    select from training.offering where offering.course = course.id and starts_on >= $2 and cancelled_at is null)
  and (not course.in_company or exists (
    select from training.offering where offering.course = course.id and cancelled_at is null)))`
const NEEDING = `(state = 'asked' or ${RECHECKED} or ${DATELESS})`
const PLACED = `training.course ${STANDING} where course.provider = $1
  and ($3 = '' or strpos(house.plain(course.title || ' ' || course.code), house.plain($3)) > 0)`

const counted = statement<{ state: CourseState; count: number; needing: number }>(
  'training.deskCounts',
  `select state, count(*)::int as count, count(*) filter (where ${NEEDING})::int as needing from ${PLACED} group by state`,
)
const chosen = (name: string, which: string) =>
  statement<PlacedCourse & Record<string, unknown>>(
    `training.${name}`,
    `select ${COURSE_COLUMNS}, state, coalesce(asked.words, '') as asks, ${RECHECKED} as "isRechecked",
       ${DATELESS} as "isDateless"
     from ${PLACED} and ${which} order by course.title, course.no limit $4 offset $5`,
  )
const kept = chosen('deskCourses', `state <> 'archived'`)
const needing = chosen('deskCoursesNeeding', NEEDING)
const inState = chosen('deskCoursesInState', 'state = $6')

/** Counts the courses of a provider with these words in their title or code; '' for all. */
export async function deskCounts(db: Db, provider: string, text: string, today: string): Promise<DeskCounts> {
  const rows = await counted(db, provider, today, text)
  return {
    states: Object.fromEntries(rows.map(({ state, count }) => [state, count])),
    needing: rows.reduce((sum, row) => sum + row.needing, 0),
  }
}

/** Courses of a provider, by title: `most` of them after the first `skip`. */
export function deskCourses(
  db: Db,
  provider: string,
  { text, which }: Pick<DeskAsk, 'text' | 'which'>,
  { today, skip, most }: { today: string; skip: number; most: number },
): Promise<PlacedCourse[]> {
  const values = [provider, today, text, most, skip]
  if (which === 'kept') return kept(db, ...values)
  return which === 'needing' ? needing(db, ...values) : inState(db, ...values, which)
}
