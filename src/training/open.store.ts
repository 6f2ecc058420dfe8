import { type Db, statement } from '../foundation/db/index.ts'
import type { Extent } from '../foundation/open-table.ts'
import { COURSE_COLUMNS } from './course.store.ts'
import type { Course } from './course.ts'
import { OFFERING_COLUMNS } from './offering.store.ts'
import type { Offering } from './offering.ts'

/** Which rows are asked: those after a number, so many of them, made-up ones too or not. */
export interface Stretch {
  after: number
  most: number
  fictional: boolean
}

/** A course with the name of its provider and what an editor confirmed that it teaches. */
export type OpenCourse = Course & {
  providerName: string
  providerSlug: string
  teaches: { standard: string; strength: string }[]
}

/** An offering with the course it is of. */
export type OpenOffering = Offering & {
  courseSlug: string
  courseTitle: string
  courseItem: string | null
  fictional: boolean
}

/** The public side of a provider as a table gives it. */
export interface OpenProvider {
  no: number
  slug: string
  name: string
  line: string
  gemeente: string
  website: string
  courses: number
  fictional: boolean
  updatedAt: Date
}

const TEACHES = `coalesce((select json_agg(json_build_object('standard', standard, 'strength', strength) order by standard)
    from training.teaching where teaching.course = course.id and ended_at is null and confirmed_at is not null), '[]')`

const courses = statement<OpenCourse & Record<string, unknown>>(
  'training.openCourses',
  `select ${COURSE_COLUMNS}, provider.name as "providerName", provider.slug as "providerSlug", ${TEACHES} as teaches
   from training.course join training.provider on provider.id = course.provider
   where course.no > $1 and live_since is not null and ($2 or not course.fictional) order by course.no limit $3`,
)

/** Courses on the site, by number. */
export const openCourses = (db: Db, { after, fictional, most }: Stretch): Promise<OpenCourse[]> =>
  courses(db, after, fictional, most)

const offerings = statement<OpenOffering & Record<string, unknown>>(
  'training.openOfferings',
  `select offering.*, course.slug as "courseSlug", course.title as "courseTitle", course.item as "courseItem",
     course.fictional
   from (select ${OFFERING_COLUMNS} from training.offering where no > $1 and starts_on >= $4) as offering
   join training.course on course.id = offering.course
   where live_since is not null and ($2 or not course.fictional) order by offering.no limit $3`,
)

/** Dates from today on of courses on the site, by number; those that were called off too, for they were told. */
export const openOfferings = (db: Db, { after, fictional, most }: Stretch, today: string): Promise<OpenOffering[]> =>
  offerings(db, after, fictional, most, today)

/** A provider that has a course on the site. */
const OFFERS = `exists (select from training.course where course.provider = provider.id and live_since is not null)`

const providers = statement<OpenProvider & Record<string, unknown>>(
  'training.openProviders',
  `select row_number() over (order by provider.created_at, provider.id)::int as no, slug, name, line, gemeente, website,
     (select count(*)::int from training.course where course.provider = provider.id and live_since is not null) as courses,
     fictional, updated_at as "updatedAt"
   from training.provider where ($1 or not fictional) and ${OFFERS} order by no limit $2`,
)

/** More providers than there will be. */
const MOST_PROVIDERS = 5_000

/** Every provider that has a course on the site. */
export const openProviders = (db: Db, fictional: boolean): Promise<OpenProvider[]> =>
  providers(db, fictional, MOST_PROVIDERS)

const newest = statement<OpenCourse & Record<string, unknown>>(
  'training.newestCourses',
  `select ${COURSE_COLUMNS}, provider.name as "providerName", provider.slug as "providerSlug", ${TEACHES} as teaches
   from training.course join training.provider on provider.id = course.provider
   where live_since is not null and ($2 or not course.fictional)
     and ($3::int[] is null or course.no = any ($3))
   order by greatest(course.updated_at, live_since) desc, course.no desc limit $1`,
)

/** Courses that came or changed last, newest first: of those with these numbers, or of all. */
export const newestCourses = (
  db: Db,
  most: number,
  { fictional, among }: { fictional: boolean; among: readonly number[] | null },
): Promise<OpenCourse[]> => newest(db, most, fictional, among)

/** A date with what a calendar says of it. */
export type OpenDate = OpenOffering & { priceCents: number | null; providerName: string }

/** Which dates are asked; days are 'YYYY-MM-DD'. */
export interface DatesAsked {
  /** Numbers of the courses. */
  courses: readonly number[]
  from: string
  to: string
  fictional: boolean
  /** Codes of the gemeenten; null is the whole country. Beside them, with `online`, what is online. */
  gemeenten: readonly string[] | null
  online: boolean
  seats: boolean
  most: number
}

const dates = statement<OpenDate & Record<string, unknown>>(
  'training.openDates',
  `select offering.*, course.slug as "courseSlug", course.title as "courseTitle", course.item as "courseItem",
     course.fictional, course.price_cents as "priceCents", provider.name as "providerName"
   from (select ${OFFERING_COLUMNS} from training.offering
     where cancelled_at is null and starts_on between $2 and $3) as offering
   join training.course on course.id = offering.course join training.provider on provider.id = course.provider
   where course.no = any ($1::int[]) and live_since is not null and ($4 or not course.fictional)
     and ($5::text[] is null or offering.gemeente = any ($5) or ($6 and offering.online))
     and (not $7 or offering."seatsLeft" > 0)
   order by offering."startsOn", offering.no limit $8`,
)

/** Dates of these courses, soonest first. */
export const openDates = (db: Db, asked: DatesAsked): Promise<OpenDate[]> =>
  dates(
    db,
    ...[asked.courses, asked.from, asked.to, asked.fictional, asked.gemeenten, asked.online, asked.seats, asked.most],
  )

type ExtentRow = Extent & Record<string, unknown>
const NOTHING: Extent = { rows: 0, changedAt: null }

const courseCount = statement<ExtentRow>(
  'training.courseExtent',
  `select count(*)::int as rows, max(updated_at) as "changedAt" from training.course
   where live_since is not null and ($1 or not fictional)`,
)
const offeringCount = statement<ExtentRow>(
  'training.offeringExtent',
  `select count(*)::int as rows, max(offering.updated_at) as "changedAt" from training.offering
   join training.course on course.id = offering.course
   where starts_on >= $2 and live_since is not null and ($1 or not fictional)`,
)
const providerCount = statement<ExtentRow>(
  'training.providerExtent',
  `select count(*)::int as rows, max(updated_at) as "changedAt" from training.provider
   where ($1 or not fictional) and ${OFFERS}`,
)

/** How many courses are on the site, and when the last of them changed. */
export const courseExtent = async (db: Db, fictional: boolean): Promise<Extent> =>
  (await courseCount(db, fictional))[0] ?? NOTHING

/** How many dates lie ahead, and when the last of them changed. */
export const offeringExtent = async (db: Db, fictional: boolean, today: string): Promise<Extent> =>
  (await offeringCount(db, fictional, today))[0] ?? NOTHING

/** How many providers there are, and when the last of them changed. */
export const providerExtent = async (db: Db, fictional: boolean): Promise<Extent> =>
  (await providerCount(db, fictional))[0] ?? NOTHING
