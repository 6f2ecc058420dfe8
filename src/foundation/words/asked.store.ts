import { type Db, statement } from '../db/index.ts'
import type { Bits } from './bits.ts'
import type { WordSource } from './follower.ts'
import { isOfWords, type Question, readTsquery } from './question.ts'
import type { Words } from './words.ts'

/** A question, as our index reads it and as PostgreSQL does. */
export interface Asked {
  question: Question
  tsquery: string
}

const typed = statement<{ tsquery: string }>(
  'words.typed',
  `select websearch_to_tsquery('house.dutch', $1)::text as tsquery`,
)
const composed = statement<{ tsquery: string }>(
  'words.composed',
  `select to_tsquery('house.dutch', $1)::text as tsquery`,
)

/** Questions whose meaning is kept; it depends on nothing but the text. */
const MOST_KEPT = 500

type Reading = (db: Db, text: string) => Promise<Asked>

/** The same reading, with the meaning of the last questions kept. */
function keeping(read: (db: Db, text: string) => Promise<{ tsquery: string }[]>): Reading {
  const kept = new Map<string, Asked>()
  return async (db, text) => {
    const asked = kept.get(text) ?? askedBy(await read(db, text))
    kept.delete(text)
    kept.set(text, asked)
    for (const oldest of kept.keys()) {
      if (kept.size <= MOST_KEPT) break
      kept.delete(oldest)
    }
    return asked
  }
}

/** What a text as people type it asks: words, "phrases", or, and -words. */
export const askedIn = keeping(typed)

/** What a text in PostgreSQL's own notation asks. */
export const askedOf = keeping(composed)

function askedBy([row]: { tsquery: string }[]): Asked {
  const tsquery = row?.tsquery ?? ''
  return { tsquery, question: readTsquery(tsquery) }
}

/** The entries that answer a question: from the index, or from PostgreSQL when it asks for a phrase. */
export async function answering(
  db: Db,
  source: Pick<WordSource, 'matching'>,
  words: Words,
  { question, tsquery }: Asked,
): Promise<Bits> {
  if (isOfWords(question)) return words.answering(question)
  const [row] = await source.matching(db, tsquery)
  return words.numbered(numbersIn(row?.nos ?? ''))
}

/** "12,7" as numbers. */
const numbersIn = (text: string): number[] => (text === '' ? [] : text.split(',').map(Number))
