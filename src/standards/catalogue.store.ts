import type { Db } from '../foundation/db/index.ts'
import { search } from '../thread/index.ts'

/** Most pages of hits that are put in the order of the databank. */
const MOST_PAGES = 10

/** The items in which these words occur, best first; null when nothing was typed. */
export async function matching(db: Db, text: string, now: Date): Promise<string[] | null> {
  if (text === '') return null
  const items: string[] = []
  for (let page = 1; page <= MOST_PAGES; page += 1) {
    const result = await search(db, { text, kinds: ['standard'], page, now })
    items.push(...result.hits.map(({ item }) => item))
    if (page >= result.pages) break
  }
  return items
}
