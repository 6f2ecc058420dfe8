import { type Db, statement } from '../foundation/db/index.ts'

/** A title someone may be typing, with its page. */
export interface Suggestion {
  title: string
  /** What kind of thing it is, as people call it. */
  word: string
  url: string
}

/** Suggestions under a search field; more is a list nobody reads. */
const MOST = 8

/** With one letter everything begins. */
const SHORTEST = 2

const beginning = statement<Suggestion & Record<string, unknown>>(
  'thread.suggestions',
  `select entry.title, item.word, item.url from thread.search_entry as entry join thread.item on item.id = entry.item
   where (entry.title ilike $1 || '%' or entry.title ilike '% ' || $1 || '%') and ($2 or not entry.fictional)
   order by entry.title ilike $1 || '%' desc, length(entry.title), entry.title limit ${MOST}`,
)

/** Titles in which a word begins with what is typed; the ones that begin with it themselves come first. */
export async function suggestions(db: Db, typed: string, { fictional }: { fictional: boolean }): Promise<Suggestion[]> {
  const text = typed.trim().slice(0, 60)
  if (text.length < SHORTEST) return []
  return beginning(db, text.replace(/[\\%_]/g, '\\$&'), fictional)
}
