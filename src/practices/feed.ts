import type { FeedEntry, FeedHead } from '../foundation/atom.ts'
import { gemeenteName, provinceName } from '../foundation/gemeente.ts'
import type { BankWords } from './bank.store.ts'
import { bankUrl, valueWord } from './bank.ts'
import type { Chosen } from './facet.ts'
import { type Listing, listingUrl } from './listing.ts'

/** What a feed can be narrowed by: what someone keeps an eye on. */
export type FeedChoice = Pick<Chosen, 'theme' | 'province' | 'gemeente'>

const FEED_FACETS = ['theme', 'province', 'gemeente'] as const

const narrowest = ({ theme, province, gemeente }: FeedChoice): FeedChoice => ({
  ...(theme ? { theme } : {}),
  ...(province ? { province } : {}),
  ...(gemeente ? { gemeente } : {}),
})

const asked = (chosen: FeedChoice) => ({ text: '', order: 'newest' as const, page: 1, chosen: narrowest(chosen) })

/** The address of the feed that belongs to what is chosen in the list, as far as a feed can be narrowed. */
export const feedUrl = (chosen: Chosen): string => bankUrl(asked(chosen), '/praktijken.atom')

/** What the feed of a choice says of itself. */
export function feedHead(chosen: FeedChoice, words: BankWords, self: string): FeedHead {
  const told = FEED_FACETS.flatMap((facet) => (chosen[facet] ?? []).map((value) => valueWord(facet, value, words)))
  const query = new URL(bankUrl(asked(chosen)), 'http://localhost').search
  return {
    name: `praktijken${query}`,
    title: ['Verankerd: praktijken', ...told].join(', '),
    description: 'Nieuwe en vernieuwde praktijken van sociaal werk.',
    page: bankUrl(asked(chosen)),
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
