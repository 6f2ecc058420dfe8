import { type Db, statement } from '../foundation/db/index.ts'
import type { Teaching } from './teaching.ts'

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
