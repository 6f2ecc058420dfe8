import type { Logger } from 'pino'
import { dutchDay } from '../foundation/clock.ts'
import { type Db, inTransaction, statement } from '../foundation/db/index.ts'
import { eachRow } from '../foundation/jobs/index.ts'
import { detachAll } from './attachment.store.ts'

// What was never sent, or was taken back before anyone decided. The rest is the account of what we judged.
const tooOld = statement<{ id: string }>(
  'practices.nominations.old',
  `select n.id from practices.nomination n join practices.call c on c.id = n.call
    where c.closes_on < $1::date - interval '12 months'
      and not exists (select from practices.decision d where d.nomination = n.id)
      and not exists (select from practices.practice p where p.nomination = n.id)
      and (not exists (select from practices.submission s where s.nomination = n.id)
           or exists (select from practices.nomination_withdrawal w where w.nomination = n.id))
      and ($2::uuid is null or n.id = $2)
    order by n.id limit 500 for update of n skip locked`,
)

/** Every row that hangs on a nomination, those that others point at last. */
const ERASING = [
  ...['judgement', 'judgement_closing', 'difference_note', 'interest'].map(
    (table) =>
      `delete from practices.${table} where assignment in (select id from practices.assignment where nomination = any($1::uuid[]))`,
  ),
  ...[
    'assignment',
    'first_check',
    'submission',
    'nomination_section',
    'nomination_colleague',
    'nomination_withdrawal',
  ].map((table) => `delete from practices.${table} where nomination = any($1::uuid[])`),
  'delete from practices.nomination where id = any($1::uuid[])',
]

/** Erases nominations for good, documents included. Only for those nobody decided about. */
export async function eraseNominations(db: Db, ids: string[]): Promise<void> {
  if (ids.length === 0) return
  for (const id of ids) await detachAll(db, id)
  for (const text of ERASING) await db.$client.query(text, [ids])
}

/**
 * Erases what was not sent, or was taken back, twelve months after its call closed. Answers with how many; safe to run
 * again, and to be run until it answers 0.
 */
export async function eraseOldNominations(db: Db, now: Date, log: Logger): Promise<number> {
  const today = dutchDay(now)
  const rows = await tooOld(db, today, null)
  return eachRow({ log, what: 'erase a nomination', name: ({ id }) => id }, rows, ({ id }) =>
    inTransaction(db, async (tx) => {
      // Looked at again now that it is held: somebody may have sent it, or decided about it, in the meantime.
      if ((await tooOld(tx, today, id)).length > 0) await eraseNominations(tx, [id])
    }),
  )
}

// Who they were and how to reach them; the organisation, its words and what we found stay for the account of a call.
const IN_PAGES = `(section = 'people' and body->'people' <> '[]'
  or section = 'organisation' and concat(body->>'contact', body->>'mail', body->>'phone') <> '')`
const IN_SENT = `(coalesce(body->'attachments', '[]') <> '[]' or body->'sections'->'people'->'people' <> '[]' or concat(body->'sections'->'organisation'->>'contact',
  body->'sections'->'organisation'->>'mail', body->'sections'->'organisation'->>'phone') <> '')`

const stillNaming = statement<{ id: string }>(
  'practices.nominations.stillNaming',
  `select n.id from practices.nomination n join practices.call c on c.id = n.call
    left join practices.decision d on d.nomination = n.id
    where (d.outcome = 'not chosen' and d.decided_at < $1::timestamptz - interval '12 months'
           or d.nomination is null and c.closes_on < $2::date - interval '24 months')
      and not exists (select from practices.practice p where p.nomination = n.id)
      and (exists (select from practices.nomination_section where nomination = n.id and ${IN_PAGES})
           or exists (select from practices.submission where nomination = n.id and ${IN_SENT})
           or exists (select from practices.attachment where nomination = n.id))
      and ($3::uuid is null or n.id = $3)
    order by n.id limit 500 for update of n skip locked`,
)

const FORGET_PEOPLE = [
  `update practices.nomination_section set version = version + 1, body = body || case section
      when 'people' then '{"people": []}'::jsonb else '{"contact": "", "mail": "", "phone": ""}'::jsonb end
    where nomination = $1 and ${IN_PAGES}`,
  `update practices.submission set body = jsonb_set(jsonb_set(body || '{"attachments": []}', '{sections,people,people}', '[]'),
      '{sections,organisation}', (body->'sections'->'organisation') || '{"contact": "", "mail": "", "phone": ""}')
    where nomination = $1 and ${IN_SENT}`,
]

/**
 * Empties the people, the contact and the documents, which may be full of names, of what was sent and not chosen, twelve months after the decision; of what nobody
 * decided about, 24 months after its call closed. Answers with how many nominations; safe to run again.
 */
export async function forgetNominators(db: Db, now: Date, log: Logger): Promise<number> {
  const today = dutchDay(now)
  const rows = await stillNaming(db, now, today, null)
  return eachRow({ log, what: 'forget a nominator', name: ({ id }) => id }, rows, ({ id }) =>
    inTransaction(db, async (tx) => {
      if ((await stillNaming(tx, now, today, id)).length === 0) return
      for (const text of FORGET_PEOPLE) await tx.$client.query(text, [id])
      await detachAll(tx, id)
    }),
  )
}
