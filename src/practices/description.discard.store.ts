import { type Db, statement } from '../foundation/db/index.ts'
import type { DescriptionDraft, Doer } from './description.store.ts'
import { descriptionDiscarding } from './practices.tables.ts'

const OFFERS = '(select id from practices.description_offer where description = $1)'

/** Every row of a version in the making, those that others point at last. */
const DISCARDING = [
  `delete from practices.description_remark where offer in ${OFFERS}`,
  `delete from practices.description_agreement where offer in ${OFFERS}`,
  'delete from practices.description_offer where description = $1',
  'delete from practices.description_section where description = $1',
  'delete from practices.description where id = $1',
]

/**
 * Throws the version in the making away, with what its people said while reading it; that it was there stays. Of one that
 * was published the database keeps every row: `description_publication` points at it.
 */
export async function discardDescription(db: Db, draft: DescriptionDraft, { by, at }: Doer): Promise<void> {
  for (const text of DISCARDING) await db.$client.query(text, [draft.id])
  const { practice, number } = draft
  await db.insert(descriptionDiscarding).values({ practice, number, discardedAt: at, discardedBy: by })
}

/** That a version in the making was thrown away. */
export interface DiscardedDescription {
  number: number
  at: Date
  by: string | null
}

/** The last twenty versions in the making of a practice that were thrown away, newest first. */
export const discardedDescriptions: (db: Db, practice: string) => Promise<DiscardedDescription[]> = statement<
  DiscardedDescription & Record<string, unknown>
>(
  'practices.discardedDescriptions',
  `select number, discarded_at as at, discarded_by as by from practices.description_discarding
   where practice = $1 order by discarded_at desc, id limit 20`,
)
