import type { FeedEntry, FeedHead } from '../foundation/atom.ts'
import { GEMEENTEN, gemeenteName, gemeenteTyped, PROVINCES, provinceName } from '../foundation/gemeente.ts'
import { courseUrl, formWords, loadWords, priceWords } from './course.ts'
import type { FindWords } from './finding.ts'
import type { OpenCourse } from './open.store.ts'

/** What the feed of courses can be narrowed by. */
export interface CourseFeed {
  /** Place on the thread. */
  standard: string | undefined
  /** Code of a gemeente. */
  gemeente: string | undefined
  /** Code of a province. */
  province: string | undefined
}

/** What an address asks; a word we don't know does not narrow, for an address may be old. */
export function readFeed(query: Record<string, string>, words: FindWords): CourseFeed {
  const { kenmerk, gemeente = '', provincie = '' } = query
  const asked = provincie.trim().toLowerCase()
  return {
    standard: [...words.standards].find(([, { slug }]) => slug === kenmerk)?.[0],
    gemeente: gemeenteTyped(gemeente)?.code,
    province: PROVINCES.find(({ code, name }) => [code, name].some((one) => one.toLowerCase() === asked))?.code,
  }
}

/** The gemeenten a feed is about; null when it is about the whole country. */
export function gemeentenOf({ gemeente, province }: CourseFeed): string[] | null {
  if (gemeente !== undefined) return [gemeente]
  if (province === undefined) return null
  return GEMEENTEN.filter((one) => one.province === province).map(({ code }) => code)
}

/** The address of the feed of a choice. */
export function feedUrl({ standard, gemeente, province }: CourseFeed, words: FindWords): string {
  const query = new URLSearchParams()
  const slug = standard === undefined ? undefined : words.standards.get(standard)?.slug
  if (slug !== undefined) query.set('kenmerk', slug)
  if (gemeente !== undefined) query.set('gemeente', gemeente)
  if (province !== undefined) query.set('provincie', province)
  return query.size > 0 ? `/scholing.atom?${query}` : '/scholing.atom'
}

/** What the feed of a choice says of itself. */
export function feedHead(feed: CourseFeed, words: FindWords, self: string): FeedHead {
  const { standard, gemeente, province } = feed
  const url = feedUrl(feed, words)
  const slug = standard === undefined ? undefined : words.standards.get(standard)
  const near = gemeente === undefined ? [] : [`bij=${encodeURIComponent(gemeente)}&straal=0`]
  const query = [...(slug ? [`kenmerk=${slug.slug}`] : []), ...near].join('&')
  const told = [
    ...(slug ? [slug.title] : []),
    ...(gemeente === undefined ? [] : [gemeenteName(gemeente)]),
    ...(province === undefined ? [] : [provinceName(province)]),
  ]
  return {
    name: url.slice(1).replace('.atom', ''),
    title: ['Verankerd: scholing', ...told].join(', '),
    description: 'Nieuwe en vernieuwde trainingen voor sociaal werk.',
    page: query === '' ? '/scholing' : `/scholing?${query}`,
    self,
  }
}

/** A course as news. */
export function feedEntry(course: OpenCourse, words: FindWords): FeedEntry {
  const facts = [formWords[course.form], loadWords(course.minutes), priceWords(course.priceCents)]
  return {
    id: course.item ?? course.id,
    title: course.title,
    path: courseUrl(course),
    line: `${course.outcome} (${facts.join(', ')})`,
    author: course.providerName,
    updatedAt: new Date(Math.max(course.updatedAt.getTime(), course.liveSince?.getTime() ?? 0)),
    publishedAt: course.liveSince ?? undefined,
    categories: course.teaches.flatMap(({ standard }) => words.standards.get(standard)?.title ?? []),
    fictional: course.fictional,
  }
}
