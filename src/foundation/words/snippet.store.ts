import { type Db, statement } from '../db/index.ts'
import { type Piece, type Spot, snippetAround, spotsIn } from './snippet.ts'

export type { Piece } from './snippet.ts'

const stemsOf = statement<{ form: string; stems: string }>(
  'words.stems',
  `select form, array_to_string(tsvector_to_array(to_tsvector('house.dutch', form)), ' ') as stems
   from unnest($1::text[]) as form`,
)

/** Stems that are kept; they depend on nothing but the word. */
const MOST_KEPT = 5_000
const kept = new Map<string, string>()

/** What PostgreSQL makes of words; asked only about those it was not asked about before. */
async function stemmed(db: Db, forms: Set<string>): Promise<ReadonlyMap<string, string>> {
  const unknown = [...forms].filter((form) => !kept.has(form))
  if (unknown.length === 0) return kept
  const told = await stemsOf(db, unknown)
  const all = new Map([...forms].map((form) => [form, kept.get(form) ?? '']))
  if (kept.size + told.length > MOST_KEPT) kept.clear()
  for (const { form, stems } of told) {
    kept.set(form, stems)
    all.set(form, stems)
  }
  return all
}

/** Of each text the part that is most about these words, with the words marked. Whatever a text holds, it stays text. */
export async function snippetsOf(db: Db, texts: readonly string[], lexemes: readonly string[]): Promise<Piece[][]> {
  const spots = texts.map((text) => spotsIn(text, lexemes))
  const stems = await stemmed(db, new Set(spots.flat().map(({ form }) => form)))
  const wanted = new Set(lexemes)
  const isSought = ({ form }: Spot) => (stems.get(form) ?? '').split(' ').some((stem) => wanted.has(stem))
  return texts.map((text, index) => snippetAround(text, (spots[index] ?? []).filter(isSought)))
}
