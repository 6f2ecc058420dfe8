import { type Db, inTransaction, statement } from '../foundation/db/index.ts'
import type { Takeout } from '../people/index.ts'

const work = statement<{ what: string; title: string; at: Date }>(
  'training.workOf',
  `select 'veranderde' as what, course.title, changed_at as at from training.course_change
     join training.course on course.id = course_change.course where changed_by = $1
   union all
   select 'vroeg publicatie aan', course.title, requested_at from training.publication_request
     join training.course on course.id = publication_request.course where requested_by = $1
   union all
   select 'keek na', course.title, checked_at from training.publication_check
     join training.publication_request on publication_request.id = publication_check.request
     join training.course on course.id = publication_request.course where checked_by = $1
   union all
   select 'leverde aan', name, begun_at from training.import where begun_by = $1
   union all
   select 'zette in het aanbod', name, accepted_at from training.import_acceptance
     join training.import on import.id = import_acceptance.import where accepted_by = $1
   union all
   select 'draaide terug', name, import_undoing.begun_at from training.import_undoing
     join training.import on import.id = import_undoing.import where import_undoing.begun_by = $1
   union all
   select 'besliste over een site', provider_domain.domain, refused_at from training.domain_refusal
     join training.provider_domain on provider_domain.id = domain_refusal.domain where refused_by = $1
   union all
   select 'bevestigde een site', provider_domain.domain, verified_at from training.provider_domain where verified_by = $1
   union all
   select 'gaf een adres op', url, added_at from training.catalogue_address where added_by = $1
   union all
   select 'maakte', title, created_at from training.course where created_by = $1
   order by at, title`,
)

/** What someone did with courses, for their provider or at the desk. Who asked for a reminder is not known as a person. */
export async function exportTraining(db: Db, person: string): Promise<Takeout[]> {
  const rows = await work(db, person)
  const shown = rows.map(({ what, title, at }) => ({ wat: what, training: title, wanneer: at.toISOString() }))
  return [{ name: 'scholing', title: 'Wat je deed met trainingen', rows: shown }]
}

/** Every column of this domain that says who did something. */
const TRACES: [table: string, column: string][] = [
  ['provider', 'updated_by'],
  ['provider_domain', 'asked_by'],
  ['provider_domain', 'verified_by'],
  ['domain_refusal', 'refused_by'],
  ['course', 'created_by'],
  ['course', 'updated_by'],
  ['publication_request', 'requested_by'],
  ['publication_check', 'checked_by'],
  ['publication', 'published_by'],
  ['archive', 'archived_by'],
  ['archive', 'ended_by'],
  ['course_change', 'changed_by'],
  ['offering', 'cancelled_by'],
  ['teaching', 'proposed_by'],
  ['teaching', 'confirmed_by'],
  ['teaching', 'ended_by'],
  ['recheck', 'answered_by'],
  ['module', 'updated_by'],
  ['catalogue_address', 'added_by'],
  ['catalogue_address', 'ended_by'],
  ['import', 'begun_by'],
  ['import_acceptance', 'accepted_by'],
  ['import_undoing', 'begun_by'],
]

const forgetting = TRACES.map(([table, column]) =>
  statement(`training.forget ${table}.${column}`, `update training.${table} set ${column} = null where ${column} = $1`),
)

/** Takes someone's name off what they did; courses and decisions stay. Safe to run twice. */
export async function eraseTraining(db: Db, person: string): Promise<void> {
  await inTransaction(db, async (tx) => {
    for (const forget of forgetting) await forget(tx, person)
  })
}
