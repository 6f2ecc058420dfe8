import { type Db, statement } from '../foundation/db/index.ts'
import type { Course } from './course.ts'

type Row = Course & Record<string, unknown>

/** A course as a query gives it, with its accreditations; the alias is `course`. */
export const COURSE_COLUMNS = `course.no, course.id, course.provider, course.code, course.slug, course.title, course.outcome,
  course.about, course.form, course.minutes, course.language, course.level, course.professions,
  course.for_students as "forStudents", course.in_company as "inCompany", course.any_time as "anyTime",
  course.price_cents as "priceCents", course.enrol_url as "enrolUrl", course.item, course.fictional, course.version,
  course.live_since as "liveSince", course.looked_at as "lookedAt", course.updated_at as "updatedAt",
  coalesce((select json_agg(json_build_object('register', register, 'registerName', register_name, 'number', number, 'points', points,
      'validUntil', valid_until) order by register)
    from training.accreditation where accreditation.course = course.id), '[]') as accreditations`

const liveBySlug = statement<Row>(
  'training.liveCourseBySlug',
  `select ${COURSE_COLUMNS} from training.course where slug = $1 and live_since is not null`,
)
const byId = statement<Row>('training.courseById', `select ${COURSE_COLUMNS} from training.course where id = $1`)
const held = statement<Row>(
  'training.holdCourse',
  `select ${COURSE_COLUMNS} from training.course where id = $1 for no key update of course`,
)
const liveOf = statement<Row>(
  'training.liveCoursesOf',
  `select ${COURSE_COLUMNS} from training.course where provider = $1 and live_since is not null
   order by title, no limit $2 offset $3`,
)
const countLiveOf = statement<{ count: number }>(
  'training.countLiveCoursesOf',
  'select count(*)::int as count from training.course where provider = $1 and live_since is not null',
)

/** A course on the site by the slug in its address. */
export const readCourse = async (db: Db, slug: string): Promise<Course | undefined> => (await liveBySlug(db, slug))[0]

/** A course by id, on the site or not. */
export const readCourseById = async (db: Db, id: string): Promise<Course | undefined> => (await byId(db, id))[0]

/** The same, held until the end of the transaction: what is decided about it follows each other. */
export const holdCourse = async (tx: Db, id: string): Promise<Course | undefined> => (await held(tx, id))[0]

/** How many courses a provider has on the site. */
export const countLiveCourses = async (db: Db, provider: string): Promise<number> =>
  (await countLiveOf(db, provider))[0]?.count ?? 0

/** What a provider has on the site, in the order of titles: `most` of it after the first `skip`. */
export const liveCoursesOf = (
  db: Db,
  provider: string,
  { skip, most }: { skip: number; most: number },
): Promise<Course[]> => liveOf(db, provider, most, skip)
