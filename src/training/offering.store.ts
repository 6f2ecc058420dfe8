import { type Db, statement } from '../foundation/db/index.ts'
import type { Offering, OfferingText } from './offering.ts'

type Row = Offering & Record<string, unknown>

/** An offering as a query gives it: days as 'YYYY-MM-DD', times as 'HH:MM'. */
export const OFFERING_COLUMNS = `no, id, course, code, days::text[] as days, starts_on::text as "startsOn",
  ends_on::text as "endsOn", to_char(starts_at, 'HH24:MI') as "startsAt", to_char(ends_at, 'HH24:MI') as "endsAt", online,
  venue, gemeente, seats, seats_left as "seatsLeft", enrol_url as "enrolUrl", version, cancelled_at as "cancelledAt",
  updated_at as "updatedAt"`

const ahead = statement<Row>(
  'training.offeringsAhead',
  // As many of each course: of fifty courses on a page none is without its dates because another has hundreds.
  `select ${OFFERING_COLUMNS} from unnest($1::uuid[]) as wanted cross join lateral (
     select * from training.offering where course = wanted and starts_on >= $2 and cancelled_at is null
     order by starts_on, no limit 500) as offering
   order by starts_on, no`,
)
const ofCourse = statement<Row>(
  'training.offeringsOf',
  `select ${OFFERING_COLUMNS} from training.offering where course = $1 order by starts_on desc, no desc limit 500`,
)
const STILL_AHEAD = '(starts_on >= $2 and cancelled_at is null)'
const aheadPart = statement<Row>(
  'training.offeringsAheadPart',
  `select ${OFFERING_COLUMNS} from training.offering where course = $1 and ${STILL_AHEAD}
   order by starts_on, no limit $3 offset $4`,
)
const pastPart = statement<Row>(
  'training.offeringsPastPart',
  `select ${OFFERING_COLUMNS} from training.offering where course = $1 and not ${STILL_AHEAD}
   order by starts_on desc, no desc limit $3 offset $4`,
)
const counted = statement<{ ahead: number; past: number }>(
  'training.countOfferings',
  `select count(*) filter (where ${STILL_AHEAD})::int as ahead, count(*) filter (where not ${STILL_AHEAD})::int as past
   from training.offering where course = $1`,
)
const codes = statement(
  'training.offeringCodes',
  'select from training.offering where course = $1 and code = any ($2) and id is distinct from $3 limit 1',
)
const byId = statement<Row>(
  'training.offeringById',
  `select ${OFFERING_COLUMNS} from training.offering where course = $1 and id = $2`,
)

/** What one can still go to, by course, soonest first: the clock hides the rest. */
export async function offeringsAhead(db: Db, courses: string[], today: string): Promise<Map<string, Offering[]>> {
  const by = new Map<string, Offering[]>()
  if (courses.length === 0) return by
  for (const row of await ahead(db, courses, today)) {
    const own = by.get(row.course)
    if (own) own.push(row)
    else by.set(row.course, [row])
  }
  return by
}

/** Every offering of a course, newest first, also what is over or cancelled. */
export const offeringsOf: (db: Db, course: string) => Promise<Offering[]> = ofCourse

/** Offerings of one page: those one can still go to, soonest first, or what is over or called off, newest first. */
export function offeringsOn(
  db: Db,
  course: string,
  { today, skip, most, which }: { today: string; skip: number; most: number; which: 'ahead' | 'past' },
): Promise<Offering[]> {
  return (which === 'ahead' ? aheadPart : pastPart)(db, course, today, most, skip)
}

/** How many of both there are. */
export const countOfferings = async (db: Db, course: string, today: string): Promise<{ ahead: number; past: number }> =>
  (await counted(db, course, today))[0] ?? { ahead: 0, past: 0 }

/** Whether another offering of a course has one of these codes. */
export const isOfferingCodeTaken = async (
  db: Db,
  course: string,
  texts: Pick<OfferingText, 'code'>[],
  own: string | null,
): Promise<boolean> => {
  const asked = texts.map(({ code }) => code).filter((code) => code !== '')
  return asked.length > 0 && (await codes(db, course, asked, own)).length > 0
}

/** One offering of a course. */
export const readOffering = async (db: Db, course: string, id: string): Promise<Offering | undefined> =>
  (await byId(db, course, id))[0]

const byOwnId = statement<Row>(
  'training.offeringByOwnId',
  `select ${OFFERING_COLUMNS} from training.offering where id = $1`,
)

/** An offering by its own id. */
export const readOfferingById = async (db: Db, id: string): Promise<Offering | undefined> => (await byOwnId(db, id))[0]
