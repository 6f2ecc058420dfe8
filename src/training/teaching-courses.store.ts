import { type Db, statement } from '../foundation/db/index.ts'
import { coursesByNo } from './course.store.ts'
import { courseUrl } from './course.ts'
import { firstLine, lineWords } from './first-line.ts'
import { offeringsAhead } from './offering.store.ts'
import { type Strength, strengthWords } from './teaching.ts'

/** A course that teaches a standard, as the page of the standard shows it. */
export interface TeachingCourse {
  href: string
  title: string
  /** How strongly, and the first line of the course. */
  text: string
  fictional: boolean
}

const teaching = statement<{ no: number; strength: Strength }>(
  'training.coursesTeaching',
  `select course.no, teaching.strength from training.teaching join training.course on course.id = teaching.course
   where teaching.standard = $1 and teaching.ended_at is null and teaching.confirmed_at is not null
     and course.live_since is not null
   order by course.fictional,
     exists (select from training.offering where offering.course = course.id and starts_on >= $2 and cancelled_at is null)
       desc,
     array_position(array['deepening', 'practice', 'introduction'], teaching.strength), course.updated_at desc, course.no
   limit $3`,
)

/** Courses that teach a standard (by its place on the thread), real ones and those with a date first. */
export async function coursesTeaching(db: Db, standard: string, today: string, most = 6): Promise<TeachingCourse[]> {
  const rows = await teaching(db, standard, today, most)
  const courses = await coursesByNo(
    db,
    rows.map(({ no }) => no),
  )
  const ahead = await offeringsAhead(
    db,
    courses.map(({ id }) => id),
    today,
  )
  return courses.map((course) => {
    const strength = rows.find(({ no }) => no === course.no)?.strength ?? 'introduction'
    const line = lineWords(firstLine(course, ahead.get(course.id) ?? [], today))
    return {
      href: courseUrl(course),
      title: course.title,
      text: `${strengthWords[strength]} · ${line}`,
      fictional: course.fictional,
    }
  })
}
