import { type Db, statement } from '../foundation/db/index.ts'
import type { Course } from './course.ts'

type Row = Course & Record<string, unknown>

/** A course as a query gives it, with its accreditations; the alias is `course`. */
export const COURSE_COLUMNS = `course.no, course.id, course.provider, course.code, course.slug, course.title, course.outcome,
  course.about, course.form, course.minutes, course.language, course.level, course.professions,
  course.for_students as "forStudents", course.in_company as "inCompany", course.any_time as "anyTime",
  course.price_cents as "priceCents", course.enrol_url as "enrolUrl", course.item, course.fictional, course.version,
  course.live_since as "liveSince", course.looked_at as "lookedAt", course.updated_at as "updatedAt",
  coalesce((select json_agg(json_build_object('register', register, 'number', number, 'points', points,
      'validUntil', valid_until) order by register)
    from training.accreditation where accreditation.course = course.id), '[]') as accreditations`

const liveBySlug = statement<Row>(
  'training.liveCourseBySlug',
  `select ${COURSE_COLUMNS} from training.course where slug = $1 and live_since is not null`,
)
const byId = statement<Row>('training.courseById', `select ${COURSE_COLUMNS} from training.course where id = $1`)
const held = statement<Row>(
  'training.holdCourse',
  `select ${COURSE_COLUMNS} from training.course where id = $1 for update of course`,
)
const ofProvider = statement<Row>(
  'training.coursesOf',
  `select ${COURSE_COLUMNS} from training.course where provider = $1 order by title, no limit 500`,
)

/** A course on the site by the slug in its address. */
export const readCourse = async (db: Db, slug: string): Promise<Course | undefined> => (await liveBySlug(db, slug))[0]

/** A course by id, on the site or not. */
export const readCourseById = async (db: Db, id: string): Promise<Course | undefined> => (await byId(db, id))[0]

/** The same, held until the end of the transaction: what is decided about it follows each other. */
export const holdCourse = async (tx: Db, id: string): Promise<Course | undefined> => (await held(tx, id))[0]

/** Everything a provider made, in the order of titles. */
export const coursesOf: (db: Db, provider: string) => Promise<Course[]> = ofProvider
