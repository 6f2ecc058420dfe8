import type { FeedEntry, FeedHead } from '../foundation/atom.ts'
import { gemeenteTyped } from '../foundation/gemeente.ts'
import { courseUrl, formWords, loadWords, priceWords } from './course.ts'
import type { FindWords } from './facet.words.ts'
import { type Finding, findUrl } from './finding.ts'
import type { OpenCourse } from './open.store.ts'
import { chosenWords } from './way-on.ts'

const FEED = '/scholing.atom'

/** What an address of the feed asks, as the list says it: `gemeente` is the own gemeente only, and `bij` goes before it. */
export function feedQueries(queries: Record<string, string[]>): Record<string, string[]> {
  const { gemeente, ...others } = queries
  const name = gemeenteTyped(gemeente?.[0] ?? '')?.name
  return others.bij !== undefined || name === undefined ? others : { ...others, bij: [name], straal: ['0'] }
}

/** What is asked of the list, as far as it says which courses: a feed has its own order, and no pages. */
const asked = (finding: Finding): Finding => ({ ...finding, page: 1, order: undefined })

/** The address of the feed of a choice. */
export const feedUrl = (finding: Finding, words: FindWords): string => findUrl(asked(finding), words, FEED)

/** Whether a choice leaves anything out. */
export const isNarrowed = (finding: Finding, words: FindWords): boolean => feedUrl(finding, words) !== FEED

/** What the feed of a choice says of itself. */
export function feedHead(finding: Finding, words: FindWords, self: string): FeedHead {
  return {
    name: feedUrl(finding, words).slice(1).replace('.atom', ''),
    title: ['Verankerd: scholing', ...chosenWords(finding, words).map(({ word }) => word)].join(', '),
    description: 'Nieuwe en vernieuwde trainingen voor sociaal werk.',
    page: findUrl(asked(finding), words),
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
