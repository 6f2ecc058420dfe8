import { type Db, statement } from '../foundation/db/index.ts'
import { OFFERING_COLUMNS } from './offering.store.ts'
import type { Offering } from './offering.ts'
import type { Part } from './provider.api.store.ts'

/** An offering with the number of the course it is of. */
export interface NumberedOffering extends Offering {
  courseNo: number
}

/** Of which course or provider, from and until when, and what else was asked; '' where nothing was. */
export interface OfferingsWanted {
  of: string
  today: string
  /** No day before this one. */
  from: Date
  /** Over by then; null when that may be any time. */
  until: Date | null
  text: string
  language: string
  state: string
  mode: string
  fictional: boolean
}

type Row = NumberedOffering & { total: number } & Record<string, unknown>

const at = (day: string, time: string) => `(${day} + coalesce(${time}, time '00:00')) at time zone 'Europe/Amsterdam'`

const FIRST_DAY = `($3::timestamptz at time zone 'Europe/Amsterdam')::date`
// The state and ways of delivery as toCourseOffering of oeapi.ts says them.
// Only on the first day the hour decides: to look up the time zone of every date takes as long as all the rest.
const WANTED = `starts_on >= ${FIRST_DAY} and (starts_on > ${FIRST_DAY} or ${at('starts_on', 'starts_at')} >= $3::timestamptz)
       and ($4::timestamptz is null or ${at('ends_on', 'ends_at')} <= $4)
       and ($5 = '' or strpos(house.plain(course_title), house.plain($5)) > 0)
       and ($6 = '' or course_language = $6)
       and ($7 = '' or $7 = case when cancelled_at is not null then 'cancelled' when ends_on < $2::date then 'inactive'
         else 'active' end)
       and ($8 = '' or $8 = any (case when gemeente = '' then array['online'] when online then array['hybrid', 'online']
         else array['presential'] end))
       and ($9 or not course_fictional)`

// Counted by number alone, and only the page is read whole: a provider may have a hundred thousand dates.
const part = (name: string, of: string) =>
  statement<Row>(
    `training.${name}`,
    `with asked as (
       select offering.no as asked_no, course_no, count(*) over ()::int as total
       from training.offering join (select id as course_id, no as course_no, title as course_title, provider as course_provider,
           language as course_language, fictional as course_fictional from training.course where live_since is not null) as told
         on course_id = offering.course
       where ${of} = $1 and ${WANTED}
       order by starts_on, starts_at nulls first, no limit $10 offset $11
     )
     select ${OFFERING_COLUMNS}, course_no as "courseNo", total
     from asked join training.offering on no = asked_no order by starts_on, starts_at nulls first, no`,
  )
const ofCourse = part('offeringsOfCourseAsked', 'course')
const ofProvider = part('offeringsOfProviderAsked', 'course_provider')

async function read(
  one: typeof ofCourse,
  db: Db,
  wanted: OfferingsWanted,
  { page, pageSize }: { page: number; pageSize: number },
): Promise<Part<NumberedOffering>> {
  const { of, today, from, until, text, language, state, mode, fictional } = wanted
  const values = [of, today, from, until, text, language, state, mode, fictional]
  const rows = await one(db, ...values, pageSize, (page - 1) * pageSize)
  // Past the end there is no row to carry the count.
  const [first] = rows.length === 0 && page > 1 ? await one(db, ...values, 1, 0) : rows
  return { rows, total: first?.total ?? 0 }
}

type Read = (
  db: Db,
  wanted: OfferingsWanted,
  page: { page: number; pageSize: number },
) => Promise<Part<NumberedOffering>>

/** A page of the offerings of one course, soonest first. */
export const offeringsOfCourse: Read = (db, wanted, page) => read(ofCourse, db, wanted, page)

/** A page of the offerings of everything a provider has on the site, soonest first. */
export const offeringsOfProvider: Read = (db, wanted, page) => read(ofProvider, db, wanted, page)
