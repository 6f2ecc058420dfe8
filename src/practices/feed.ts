import type { FeedEntry, FeedHead } from '../foundation/atom.ts'
import { gemeenteName, provinceName } from '../foundation/gemeente.ts'
import type { BankWords } from './bank.store.ts'
import { type BankChoice, bankUrl, chosenWords, valueWord } from './bank.ts'
import { type Listing, listingUrl } from './listing.ts'

const FEED = '/praktijken.atom'

/** What is asked of the list, as far as it says which practices: a feed has its own order, and no pages. */
const asked = (choice: BankChoice): BankChoice => ({ ...choice, order: 'relevance', page: 1 })

/** The address of the feed of a choice. */
export const feedUrl = (choice: BankChoice): string => bankUrl(asked(choice), FEED)

/** Whether a choice leaves anything out. */
export const isNarrowed = (choice: BankChoice): boolean => feedUrl(choice) !== FEED

/** What the feed of a choice says of itself. */
export function feedHead(choice: BankChoice, words: BankWords, self: string): FeedHead {
  return {
    name: feedUrl(choice).slice(1).replace('.atom', ''),
    title: ['Verankerd: praktijken', ...chosenWords(choice, words).map(({ word }) => word)].join(', '),
    description: 'Nieuwe en vernieuwde praktijken van sociaal werk.',
    page: bankUrl(asked(choice)),
    self,
  }
}

/** A practice as news. */
export function feedEntry(one: Listing, words: BankWords): FeedEntry {
  return {
    id: one.item,
    title: one.standing === 'stopped' ? `${one.title} (gestopt)` : one.title,
    path: listingUrl(one),
    line: one.line,
    author: one.organisation,
    updatedAt: one.updatedAt,
    publishedAt: one.publishedAt,
    categories: [
      ...(one.theme === '' ? [] : [valueWord('theme', one.theme, words)]),
      gemeenteName(one.gemeente),
      provinceName(one.province),
    ],
    fictional: one.fictional,
  }
}
