import { Feed } from 'feed'

/** One thing in a feed. */
export interface FeedEntry {
  /** What it is, whatever its address: its place on the thread. */
  id: string
  title: string
  /** Its page. */
  path: string
  line: string
  author: string
  updatedAt: Date
  publishedAt?: Date | undefined
  /** What it is about, in words. */
  categories?: readonly string[]
  /** Made up: says so as a category of its own. */
  fictional: boolean
}

/** What a feed says of itself. */
export interface FeedHead {
  /** Names it in its id; of a narrowed feed the narrowing is part of it. */
  name: string
  title: string
  description: string
  /** The page that shows the same. */
  page: string
  /** Its own address. */
  self: string
}

/** Entries of a feed; who wants all of them takes the table. */
export const FEED_SIZE = 50

export const ATOM_TYPE = 'application/atom+xml; charset=utf-8'

/** What made-up things are called in feeds. */
const EXAMPLE = { name: 'voorbeeld', term: 'voorbeeld' }

/**
 * News as Atom (RFC 4287), newest first. Ids are tag URIs (RFC 4151): an entry keeps its id when its address changes.
 */
export function atomOf(
  head: FeedHead,
  entries: readonly FeedEntry[],
  { baseUrl, now }: { baseUrl: string; now: Date },
): string {
  const host = new URL(baseUrl).hostname
  const newest = new Date(Math.max(0, ...entries.map(({ updatedAt }) => updatedAt.getTime())))
  const feed = new Feed({
    title: head.title,
    description: head.description,
    id: `tag:${host},2026:${head.name}`,
    link: baseUrl + head.page,
    language: 'nl',
    copyright: 'De teksten zijn van wie erbij staat. De gegevens: CC BY 4.0, noem Verankerd als bron.',
    generator: 'Verankerd',
    updated: entries.length > 0 ? newest : now,
    feedLinks: { atom: baseUrl + head.self },
  })
  for (const one of entries)
    feed.addItem({
      title: one.title,
      id: `tag:${host},2026:${one.id}`,
      link: baseUrl + one.path,
      date: one.updatedAt,
      ...(one.publishedAt ? { published: one.publishedAt } : {}),
      description: one.line,
      author: [{ name: one.author }],
      category: [...(one.categories ?? []).map((term) => ({ name: term, term })), ...(one.fictional ? [EXAMPLE] : [])],
    })
  return feed.atom1()
}
