import { type Db, statement } from '../foundation/db/index.ts'
import type { Offering } from './offering.ts'

type Row = Offering & Record<string, unknown>

/** An offering as a query gives it: days as 'YYYY-MM-DD', times as 'HH:MM'. */
export const OFFERING_COLUMNS = `no, id, course, code, days::text[] as days, starts_on::text as "startsOn",
  ends_on::text as "endsOn", to_char(starts_at, 'HH24:MI') as "startsAt", to_char(ends_at, 'HH24:MI') as "endsAt", online,
  venue, gemeente, seats, seats_left as "seatsLeft", enrol_url as "enrolUrl", version, cancelled_at as "cancelledAt",
  updated_at as "updatedAt"`

const ahead = statement<Row>(
  'training.offeringsAhead',
  `select ${OFFERING_COLUMNS} from training.offering
   where course = any ($1) and starts_on >= $2 and cancelled_at is null order by starts_on, no limit 2000`,
)
const ofCourse = statement<Row>(
  'training.offeringsOf',
  `select ${OFFERING_COLUMNS} from training.offering where course = $1 order by starts_on desc, no desc limit 500`,
)
const byId = statement<Row>(
  'training.offeringById',
  `select ${OFFERING_COLUMNS} from training.offering where course = $1 and id = $2`,
)

/** What one can still go to, by course, soonest first: the clock hides the rest. */
export async function offeringsAhead(db: Db, courses: string[], today: string): Promise<Map<string, Offering[]>> {
  const by = new Map<string, Offering[]>()
  if (courses.length === 0) return by
  for (const row of await ahead(db, courses, today)) by.set(row.course, [...(by.get(row.course) ?? []), row])
  return by
}

/** Every offering of a course, newest first, also what is over or cancelled. */
export const offeringsOf: (db: Db, course: string) => Promise<Offering[]> = ofCourse

/** One offering of a course. */
export const readOffering = async (db: Db, course: string, id: string): Promise<Offering | undefined> =>
  (await byId(db, course, id))[0]

const byOwnId = statement<Row>(
  'training.offeringByOwnId',
  `select ${OFFERING_COLUMNS} from training.offering where id = $1`,
)

/** An offering by its own id. */
export const readOfferingById = async (db: Db, id: string): Promise<Offering | undefined> => (await byOwnId(db, id))[0]
