import { type Db, statement } from '../foundation/db/index.ts'
import type { VocabularyText } from './vocabulary.ts'

const rows = statement<{ text: VocabularyText }>(
  'standards.vocabularies',
  `select n.body as text from standards.vocabulary v
     join lateral (select body from standards.text where subject = v.id order by version desc limit 1) n on true
    order by v.slug`,
)

/** The vocabularies of law and policy, as they stand now. */
export async function vocabularies(db: Db): Promise<VocabularyText[]> {
  return (await rows(db)).map(({ text }) => text)
}
