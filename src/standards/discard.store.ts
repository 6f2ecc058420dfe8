import { type Db, statement } from '../foundation/db/index.ts'
import { contentChanged } from '../foundation/http/index.ts'
import { consultationWithdrawal, discarding } from './standards.tables.ts'

interface Doer {
  by: string
  at: Date
}

/** SQL for a draft that was thrown away; `edition` is SQL for its id. */
export const isDiscarded = (edition: string): string =>
  `exists (select from standards.discarding d where d.edition = ${edition})`

/** Throws a draft away: it is nowhere to be read any more, and its year is free again. Its texts and reactions stay behind it. */
export async function discardDraft(db: Db, edition: string, { by, at }: Doer): Promise<void> {
  await db.insert(discarding).values({ edition, discardedAt: at, discardedBy: by })
  await contentChanged(db)
}

const attempts = statement<{ count: number }>(
  'standards.attempts',
  `select count(*)::int as count from standards.edition e
    where e.framework = $1 and e.slug = $2 and ${isDiscarded('e.id')}`,
)

/** How many drafts of this address were thrown away. Two who begin one at once count alike, and only one of them begins. */
export async function attemptsAt(db: Db, framework: string, slug: string): Promise<number> {
  return (await attempts(db, framework, slug))[0]?.count ?? 0
}

/** A draft that was thrown away, as the desk remembers it. */
export interface Discarded {
  title: string
  year: number
  at: Date
  by: string
}

/** The last fifty drafts that were thrown away, newest first. */
export const discardedDrafts: (db: Db) => Promise<Discarded[]> = statement<Discarded & Record<string, unknown>>(
  'standards.discarded',
  `select t.body->>'title' as title, (t.body->>'year')::int as year, d.discarded_at as at, d.discarded_by as by
     from standards.discarding d
     join lateral (select body from standards.text where subject = d.edition order by version desc limit 1) t on true
    order by d.discarded_at desc, d.edition limit 50`,
)

/** Calls off a consultation that has not begun. Once is enough. */
export async function withdrawConsultation(db: Db, consultation: string, { by, at }: Doer): Promise<void> {
  await db
    .insert(consultationWithdrawal)
    .values({ consultation, withdrawnAt: at, withdrawnBy: by })
    .onConflictDoNothing()
}
