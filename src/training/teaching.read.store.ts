import { type Db, statement } from '../foundation/db/index.ts'
import type { Recheck, Teaching } from './teaching.ts'

type Row = Teaching & Record<string, unknown>

const standing = statement<Row>(
  'training.teachings',
  `select id, course, standard, revision, strength, confirmed_at as "confirmedAt" from training.teaching
   where course = any ($1) and ended_at is null
   order by array_position(array['deepening', 'practice', 'introduction'], strength), proposed_at, id`,
)

/** What these courses teach, strongest first; what an editor did not confirm yet is in it. */
export async function teachingsOf(db: Db, courses: string[]): Promise<Map<string, Teaching[]>> {
  const by = new Map<string, Teaching[]>()
  if (courses.length === 0) return by
  for (const row of await standing(db, courses)) by.set(row.course, [...(by.get(row.course) ?? []), row])
  return by
}

/** What one course teaches. */
export const standingTeachings = (db: Db, course: string): Promise<Teaching[]> => standing(db, [course])

const open = statement<Recheck & Record<string, unknown>>(
  'training.openRechecks',
  `select recheck.id, teaching.course, teaching.standard, recheck.asked_at as "askedAt"
   from training.recheck join training.teaching on teaching.id = recheck.teaching
   where teaching.course = any ($1) and teaching.ended_at is null and recheck.answer is null
     and recheck.asked_at = (select max(asked_at) from training.recheck as later where later.teaching = teaching.id)
   order by recheck.asked_at, recheck.id`,
)

/** The questions about new texts of standards that wait for the providers of these courses. */
export const openRechecks = (db: Db, courses: string[]): Promise<Recheck[]> =>
  courses.length === 0 ? Promise.resolve([]) : open(db, courses)
