import { type Db, statement } from '../foundation/db/index.ts'
import { keptRows } from '../foundation/words/index.ts'
import type { Course } from './course.ts'
import { OFFERING_COLUMNS } from './offering.store.ts'
import type { Offering } from './offering.ts'
import type { Provider } from './provider.ts'
import type { Strength } from './teaching.ts'

/** A course as machines get it. */
export interface ListedCourse
  extends Pick<
    Course,
    | 'no'
    | 'id'
    | 'code'
    | 'slug'
    | 'title'
    | 'outcome'
    | 'about'
    | 'form'
    | 'minutes'
    | 'language'
    | 'level'
    | 'professions'
    | 'forStudents'
    | 'inCompany'
    | 'anyTime'
    | 'priceCents'
    | 'enrolUrl'
    | 'item'
    | 'fictional'
    | 'accreditations'
  > {
  /** Whether an editor looked at it. */
  isLookedAt: boolean
  /** As JSON has moments. */
  updatedAt: string
  by: Pick<Provider, 'id' | 'slug' | 'name'>
  /** Confirmed, strongest first. */
  teaches: { standard: string; strength: Strength }[]
}

/** An offering with the course it is of. */
export interface ListedOffering extends Offering {
  of: Pick<Course, 'id' | 'slug' | 'title' | 'fictional' | 'enrolUrl'>
}

const PROVIDER = `json_build_object('id', provider.id, 'slug', provider.slug, 'name', provider.name)`
const POINTS = `coalesce((select json_agg(json_build_object('register', register, 'registerName', register_name, 'number', number, 'points', points,
    'validUntil', valid_until) order by register)
  from training.accreditation where accreditation.course = course.id), '[]')`
const TEACHES = `coalesce((select json_agg(json_build_object('standard', standard, 'strength', strength)
    order by array_position(array['deepening', 'practice', 'introduction'], strength), proposed_at, id)
  from training.teaching where teaching.course = course.id and ended_at is null and confirmed_at is not null), '[]')`
// One text per course: reading thirty columns of twenty rows apart costs node four times as much.
const LISTED = `select course.no, json_build_object('no', course.no, 'id', course.id, 'code', code, 'slug', course.slug,
    'title', title, 'outcome', outcome, 'about', course.about, 'form', form, 'minutes', minutes, 'language', language,
    'level', level, 'professions', professions, 'forStudents', for_students, 'inCompany', in_company, 'anyTime', any_time,
    'priceCents', price_cents, 'enrolUrl', enrol_url, 'item', item, 'fictional', course.fictional,
    'isLookedAt', looked_at is not null, 'updatedAt', course.updated_at, 'by', ${PROVIDER},
    'accreditations', ${POINTS}, 'teaches', ${TEACHES})::text as listed
  from training.course join training.provider on provider.id = course.provider`
const OF = `json_build_object('id', course.id, 'slug', course.slug, 'title', course.title, 'fictional', course.fictional,
  'enrolUrl', course.enrol_url) as of`

type Listed = { no: number; listed: string }

const byNo = statement<Listed>(
  'training.coursesByNo',
  `${LISTED} where course.no = any ($1::int[]) and live_since is not null`,
)
const bySlug = statement<Listed>('training.courseOfApi', `${LISTED} where course.slug = $1 and live_since is not null`)
const byId = statement<Listed>('training.courseOfApiById', `${LISTED} where course.id = $1 and live_since is not null`)
const offerings = statement<ListedOffering & Record<string, unknown>>(
  'training.offeringsByNo',
  `select * from (select ${OFFERING_COLUMNS} from training.offering where no = any ($1::int[])) as offering
   join lateral (select ${OF} from training.course where course.id = offering.course and live_since is not null) as course
     on true`,
)
const offering = statement<ListedOffering & Record<string, unknown>>(
  'training.offeringOfApi',
  `select * from (select ${OFFERING_COLUMNS} from training.offering where id = $1) as offering
   join lateral (select ${OF} from training.course where course.id = offering.course and live_since is not null) as course
     on true`,
)
const byCode = statement<{ no: number }>(
  'training.coursesOfCode',
  `select no from training.course where live_since is not null and (code = $1 or (code = '' and slug = $1)) limit 1000`,
)

const readListed = (row: Listed | undefined): ListedCourse | undefined => row && JSON.parse(row.listed)

/** Rows kept per moment: the pages that everyone asks. */
const MOST_KEPT = 2_000

/** Courses on the site with these numbers, in their order, each read once per moment. */
export const keptCourses = keptRows<ListedCourse>(
  async (db, nos) => (await byNo(db, nos)).flatMap((row) => readListed(row) ?? []),
  MOST_KEPT,
)

/** A course on the site by the slug in its address. */
export const listedCourse = async (db: Db, slug: string): Promise<ListedCourse | undefined> =>
  readListed((await bySlug(db, slug))[0])

/** A course on the site by its id. */
export const listedCourseById = async (db: Db, id: string): Promise<ListedCourse | undefined> =>
  readListed((await byId(db, id))[0])

/** Offerings with these numbers, in their order, each read once per moment. */
export const keptOfferings = keptRows<ListedOffering>(offerings, MOST_KEPT)

/** One offering of a course on the site, also when it was called off. */
export const listedOffering = async (db: Db, id: string): Promise<ListedOffering | undefined> =>
  (await offering(db, id))[0]

/** Numbers of the courses a provider calls so; without a code of its own a course is called by its slug. */
export const courseOfCode = async (db: Db, code: string): Promise<number[]> =>
  (await byCode(db, code)).map(({ no }) => no)
