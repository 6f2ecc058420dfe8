import { Badge, Example, Rows } from '../foundation/ui/index.ts'
import { type Course, courseUrl } from './course.ts'
import { firstLine, lineWords } from './first-line.ts'
import type { Offering } from './offering.ts'

/** What stands beside the name of a course. */
export function CourseMarks({ course }: { course: Pick<Course, 'fictional' | 'lookedAt'> }) {
  return (
    <>
      {course.fictional ? <Example /> : null}{' '}
      {course.lookedAt === null ? <Badge tone="warn">nog niet bekeken</Badge> : null}
    </>
  )
}

/** Courses under each other, each with its first line. */
export function CourseRows(props: { courses: Course[]; ahead: Map<string, Offering[]>; today: string }) {
  return (
    <Rows
      items={props.courses.map((course) => ({
        href: courseUrl(course),
        title: course.title,
        badge: course.fictional || course.lookedAt === null ? <CourseMarks course={course} /> : null,
        text: lineWords(firstLine(course, props.ahead.get(course.id) ?? [], props.today)),
      }))}
    />
  )
}
