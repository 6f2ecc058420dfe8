import { type Db, statement } from '../foundation/db/index.ts'
import type { Arrival, ArrivalCounts } from './import.arrival.ts'
import { STANDING } from './publication.store.ts'
import type { CourseState } from './publication.ts'

const ARRIVED = `training.import_item as item join training.course on course.id = item.target ${STANDING}
  where item.import = $1 and item.kind = 'course' and item.outcome in ('new', 'changed') and item.left_at is not null`

const counted = statement<{ state: CourseState; count: number }>(
  'training.arrivalCounts',
  `select state, count(*)::int as count from ${ARRIVED} group by state`,
)
const some = statement<Arrival & Record<string, unknown>>(
  'training.arrivals',
  `select course.id, course.code, course.title, state, asked.due_at as "dueAt", coalesce(asked.words, '') as asks,
     course.any_time as "anyTime", course.in_company as "inCompany", course.looked_at is not null as "isLooked",
     exists (select from training.teaching where teaching.course = course.id and ended_at is null) as "hasStandards",
     exists (select from training.offering where offering.course = course.id and starts_on >= $3
       and cancelled_at is null) as "hasDates"
   from ${ARRIVED} and state = $2 order by item.no limit $4 offset $5`,
)

/** Courses of one page of a list. */
export const ARRIVALS_PER_PAGE = 25

/** How many courses that came in or changed by an import stand where now. */
export const arrivalCounts = async (db: Db, id: string): Promise<ArrivalCounts> =>
  Object.fromEntries((await counted(db, id)).map(({ state, count }) => [state, count]))

/** Those that stand in one state, page by page, in the order of the file. */
export const arrivalsIn = (
  db: Db,
  id: string,
  of: { state: CourseState; page: number; today: string },
): Promise<Arrival[]> => some(db, id, of.state, of.today, ARRIVALS_PER_PAGE, (of.page - 1) * ARRIVALS_PER_PAGE)
