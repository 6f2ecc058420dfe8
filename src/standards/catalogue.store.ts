import type { Db } from '../foundation/db/index.ts'
import { search } from '../thread/index.ts'

/** Most pages of hits that are put in the order of the databank. */
const MOST_PAGES = 10

/** What was found for words that were typed. */
export interface Matches {
  /** The items, best first; null when nothing was typed. */
  items: string[] | null
  /** The words looked for in place of what was typed, when that is found nowhere. */
  instead: string[]
}

/** The items in which these words, or words that resemble them, occur. */
export async function matching(db: Db, text: string, now: Date): Promise<Matches> {
  if (text === '') return { items: null, instead: [] }
  const items: string[] = []
  let instead: string[] = []
  for (let page = 1; page <= MOST_PAGES; page += 1) {
    const result = await search(db, { text, kinds: ['standard'], page, now })
    items.push(...result.hits.map(({ item }) => item))
    instead = result.instead
    if (page >= result.pages) break
  }
  return { items, instead }
}
