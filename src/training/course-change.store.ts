import { type Db, statement } from '../foundation/db/index.ts'
import type { Change, CourseChange } from './course-change.ts'
import type { Hand } from './hand.ts'

const note = statement(
  'training.noteChange',
  `insert into training.course_change (course, changed_at, changed_by, changes)
   select id, $2, $3, $4 from training.course where id = $1 and item is not null`,
)

/** Logs what changed in a course, once it was published: before that nobody read it. */
export async function noteChange(tx: Db, course: string, changes: Change[], { by, at }: Hand): Promise<void> {
  if (changes.length > 0) await note(tx, course, at, by, JSON.stringify(changes))
}

const changes = statement<CourseChange & Record<string, unknown>>(
  'training.courseChanges',
  `select id, changed_at as "changedAt", changed_by as "changedBy", changes from training.course_change
   where course = $1 order by changed_at desc, id limit 200`,
)

/** What changed in a course since it was published, newest first. */
export const changesOf: (db: Db, course: string) => Promise<CourseChange[]> = changes
