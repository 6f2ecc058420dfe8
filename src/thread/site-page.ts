import { plain } from '../foundation/words/index.ts'
import { distance, sounding } from './search.ts'

/** A page of the site itself, which stands on no thread: what it is called and what people call it. */
export interface SitePage {
  href: string
  title: string
  line: string
  /** Words people use that stand neither in the title nor in the address. */
  words: string
}

/** What a text finds among the pages of the site, the best first. */
export type PageFinder = (text: string) => SitePage[]

/** More would push what people came for out of sight. */
const MOST = 3

/** They say nothing about which page is meant. */
const SILENT = new Set(
  'aan al ben bent bij dat de deze die dit een en er haar hebben heb het hier hoe ik in is je jij jouw jullie kan kun maar met mijn moet naar nog of om onze op over te uit van voor waar wat we wel welke wie wij wil worden zijn'.split(
    ' ',
  ),
)

const wordsIn = (text: string): string[] => plain(text).match(/[\p{L}\p{N}]+/gu) ?? []

/** How many slips a word may hold; in a short one each makes another word. */
const slipsIn = (word: string): number => (word.length >= 8 ? 2 : word.length >= 5 ? 1 : 0)

function isSlip(typed: string, word: string): boolean {
  const most = slipsIn(typed)
  if (most === 0 || Math.abs(typed.length - word.length) > most) return false
  const [asked, known] = [sounding(typed), sounding(word)]
  // A slip in the first letter is rare, and without it far too much is alike.
  if (asked[0] !== known[0]) return false
  return distance(typed, word) <= most || distance(asked, known) < most
}

/** The beginning of a word is enough, once it is long enough to mean something. */
const LEAST = 4

/** A word of the title tells more than another. */
const [IN_TITLE, IN_WORDS] = [2, 1]

/** Makes it once for these pages: a question then costs a look in a map, and words that are on no page a few slips more. */
export function pageFinder(pages: readonly SitePage[]): PageFinder {
  const known = new Map<string, Map<SitePage, number>>()
  const note = (page: SitePage, text: string, weight: number) => {
    for (const word of wordsIn(text)) {
      const on = known.get(word) ?? new Map<SitePage, number>()
      known.set(word, on.set(page, Math.max(on.get(page) ?? 0, weight)))
    }
  }
  for (const page of pages) {
    note(page, page.title, IN_TITLE)
    note(page, page.words, IN_WORDS)
  }
  const like = (typed: string, is: (typed: string, word: string) => boolean) =>
    [...known].filter(([word]) => is(typed, word)).flatMap(([, on]) => [...on])
  const begins = (typed: string, word: string) => typed.length >= LEAST && word.startsWith(typed)
  const pagesWith = (typed: string): Map<SitePage, number> => {
    const same = known.get(typed)
    if (same !== undefined) return same
    const longer = like(typed, begins)
    const found = new Map<SitePage, number>()
    for (const [page, weight] of longer.length > 0 ? longer : like(typed, isSlip))
      found.set(page, Math.max(found.get(page) ?? 0, weight))
    return found
  }
  return (text) => {
    const typed = wordsIn(text).filter((word) => !SILENT.has(word))
    const [first, ...more] = typed.map(pagesWith)
    if (first === undefined) return []
    return [...first]
      .flatMap(([page, weight]) => {
        const weights = more.map((one) => one.get(page))
        if (weights.includes(undefined)) return []
        return [{ page, weight: weights.reduce((sum: number, one) => sum + (one ?? 0), weight) }]
      })
      .sort((one, other) => other.weight - one.weight)
      .slice(0, MOST)
      .map(({ page }) => page)
  }
}
