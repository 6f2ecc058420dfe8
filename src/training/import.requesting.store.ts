import { type Db, statement } from '../foundation/db/index.ts'
import type { Hand } from './hand.ts'
import type { Import } from './import.ts'
import { dueAt } from './publication.ts'

// Nothing lacks: it says what it teaches, and when or that one may begin at any time. The last value is today.
const COMPLETE = (
  today: string,
) => `(exists (select from training.teaching where teaching.course = course.id and ended_at is null)
   and (course.any_time or course.in_company or exists (select from training.offering
     where offering.course = course.id and starts_on >= ${today} and cancelled_at is null)))`

// Named itself, or by a date that came in. Never on the site and delivered: what somebody typed by hand waits for that somebody.
const request = statement(
  'training.requestImported',
  `insert into training.publication_request (course, requested_at, requested_by, due_at)
   select course.id, $2, $3, $4 from training.course
   where course.id in (
       select target from training.import_item where import = $1 and kind = 'course' and outcome in ('new', 'changed', 'same')
       union
       select offering.course from training.import_item as item join training.offering on offering.id = item.target
       where item.import = $1 and item.kind = 'offering' and item.outcome in ('new', 'changed'))
     and course.item is null and course.delivered_in is not null
     and not exists (select from training.archive where archive.course = course.id and ended_at is null)
     and ${COMPLETE('$5')}
     and not exists (select from training.publication_request as earlier where earlier.course = course.id)`,
)
const withdraw = statement(
  'training.withdrawImported',
  `delete from training.publication_request as request using training.course
   where request.course = course.id and course.provider = $1 and requested_at = $2 and course.item is null
     and not exists (select from training.publication_check where publication_check.request = request.id)
     and not ${COMPLETE('$3')}`,
)

/** Lays what an import made complete before an editor, as by hand. */
export async function requestItems(tx: Db, { id }: Pick<Import, 'id'>, { by, at }: Hand, today: string): Promise<void> {
  await request(tx, id, at, by, dueAt(at), today)
}

/** What an import laid before an editor and lacks something without it, is not asked any more. */
export async function withdrawItems(
  tx: Db,
  one: Pick<Import, 'provider' | 'acceptedAt'>,
  today: string,
): Promise<void> {
  if (one.acceptedAt) await withdraw(tx, one.provider, one.acceptedAt, today)
}
