import { type Db, statement } from '../foundation/db/index.ts'
import { COURSE_COLUMNS } from './course.store.ts'
import type { Course } from './course.ts'
import { OFFERING_COLUMNS } from './offering.store.ts'
import type { Offering } from './offering.ts'
import type { Provider } from './provider.ts'
import type { Strength } from './teaching.ts'

/** A course as machines get it in a list. */
export interface ListedCourse extends Course {
  by: Pick<Provider, 'id' | 'slug' | 'name'>
  /** Confirmed, strongest first. */
  teaches: { standard: string; strength: Strength }[]
}

/** An offering with the course it is of. */
export interface ListedOffering extends Offering {
  of: Pick<Course, 'id' | 'slug' | 'title' | 'fictional' | 'enrolUrl'>
}

const PROVIDER = `json_build_object('id', provider.id, 'slug', provider.slug, 'name', provider.name) as by`
const TEACHES = `coalesce((select json_agg(json_build_object('standard', standard, 'strength', strength)
    order by array_position(array['deepening', 'practice', 'introduction'], strength), proposed_at, id)
  from training.teaching where teaching.course = course.id and ended_at is null and confirmed_at is not null), '[]')
  as teaches`
const LISTED = `select ${COURSE_COLUMNS}, ${PROVIDER}, ${TEACHES}
  from training.course join training.provider on provider.id = course.provider`
const OF = `json_build_object('id', course.id, 'slug', course.slug, 'title', course.title, 'fictional', course.fictional,
  'enrolUrl', course.enrol_url) as of`

const byNo = statement<ListedCourse & Record<string, unknown>>(
  'training.coursesByNo',
  `${LISTED} where course.no = any ($1::int[]) and live_since is not null`,
)
const bySlug = statement<ListedCourse & Record<string, unknown>>(
  'training.courseOfApi',
  `${LISTED} where course.slug = $1 and live_since is not null`,
)
const byId = statement<ListedCourse & Record<string, unknown>>(
  'training.courseOfApiById',
  `${LISTED} where course.id = $1 and live_since is not null`,
)
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

/** Rows in the order of these numbers; what is not there any more is passed over. */
function inOrder<Row extends { no: number }>(nos: readonly number[], rows: Row[]): Row[] {
  const known = new Map(rows.map((row) => [row.no, row]))
  return nos.flatMap((no) => known.get(no) ?? [])
}

/** Courses on the site with these numbers, in their order. */
export const coursesByNo = async (db: Db, nos: number[]): Promise<ListedCourse[]> =>
  nos.length === 0 ? [] : inOrder(nos, await byNo(db, nos))

/** A course on the site by the slug in its address. */
export const listedCourse = async (db: Db, slug: string): Promise<ListedCourse | undefined> =>
  (await bySlug(db, slug))[0]

/** A course on the site by its id. */
export const listedCourseById = async (db: Db, id: string): Promise<ListedCourse | undefined> => (await byId(db, id))[0]

/** Offerings with these numbers, in their order. */
export const offeringsByNo = async (db: Db, nos: number[]): Promise<ListedOffering[]> =>
  nos.length === 0 ? [] : inOrder(nos, await offerings(db, nos))

/** One offering of a course on the site, also when it was called off. */
export const listedOffering = async (db: Db, id: string): Promise<ListedOffering | undefined> =>
  (await offering(db, id))[0]

/** Numbers of the courses a provider calls so; without a code of its own a course is called by its slug. */
export const courseOfCode = async (db: Db, code: string): Promise<number[]> =>
  (await byCode(db, code)).map(({ no }) => no)
