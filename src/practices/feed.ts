import { Feed } from 'feed'
import type { Cell } from '../foundation/csv.ts'
import { gemeenteName, provinceName } from '../foundation/gemeente.ts'
import type { BankWords } from './bank.store.ts'
import { valueWord } from './bank.ts'
import { type Listing, listingUrl, standingWords } from './listing.ts'
import { ORGANISATION_KINDS } from './nomination.ts'
import { peopleWord } from './people-group.ts'

/** Entries of the feed. */
export const FEED_SIZE = 50

/**
 * New and changed practices as Atom (RFC 4287). Fictional ones never stand in it. An entry keeps its id when its address
 * changes.
 */
export function atomOf(listings: Listing[], { baseUrl, now }: { baseUrl: string; now: Date }) {
  const host = new URL(baseUrl).hostname
  const newest = new Date(Math.max(0, ...listings.map(({ updatedAt }) => updatedAt.getTime())))
  const feed = new Feed({
    title: 'Verankerd: praktijken',
    description: 'Nieuwe en vernieuwde praktijken van sociaal werk.',
    id: `tag:${host},2026:praktijken`,
    link: `${baseUrl}/praktijken`,
    language: 'nl',
    copyright: 'De teksten zijn van de organisaties en van Verankerd.',
    generator: 'Verankerd',
    updated: listings.length > 0 ? newest : now,
    feedLinks: { atom: `${baseUrl}/praktijken/atom.xml` },
  })
  for (const one of listings.filter(({ fictional }) => !fictional)) {
    feed.addItem({
      title: one.standing === 'stopped' ? `${one.title} (gestopt)` : one.title,
      id: `tag:${host},2026:${one.item}`,
      link: baseUrl + listingUrl(one),
      date: one.updatedAt,
      published: one.publishedAt,
      description: one.line,
      author: [{ name: one.organisation }],
    })
  }
  return feed.atom1()
}

/** Practices as rows of a table, in words. */
export function rowsOf(
  listings: Listing[],
  { baseUrl, words }: { baseUrl: string; words: BankWords },
): Record<string, Cell>[] {
  return listings.map((one) => ({
    titel: one.title,
    kern: one.line,
    organisatie: one.organisation,
    soort: ORGANISATION_KINDS[one.organisationKind as keyof typeof ORGANISATION_KINDS] ?? one.organisationKind,
    gemeente: gemeenteName(one.gemeente),
    gemeentecode: one.gemeente,
    provincie: provinceName(one.province),
    thema: one.theme === '' ? '' : valueWord('theme', one.theme, words),
    velden: one.fields.map((field) => valueWord('field', field, words)).join(' | '),
    mensen: one.people.map(peopleWord).join(' | '),
    jaar: one.year,
    stand: standingWords[one.standing],
    erkenningen: one.recognitions.join(' | '),
    voorbeeld: one.fictional,
    adres: baseUrl + listingUrl(one),
    item: `${baseUrl}/id/${one.item}`,
    gepubliceerd: one.publishedAt.toISOString(),
    gewijzigd: one.updatedAt.toISOString(),
  }))
}
