import { type Piece, plain } from '../foundation/words/index.ts'
import type { ItemKind } from './item.ts'

/** Hits on one page of results. */
export const PAGE_SIZE = 10

/** Pages that can be turned to; who needs more is better helped by another word. */
export const MOST_PAGES = 10

/** What someone looks for. */
export interface Query {
  text: string
  kinds?: ItemKind[]
  /** Every facet named must hold at least one of its values. */
  facets?: Record<string, string[]>
  /** False leaves out what is made up. */
  fictional?: boolean
  page: number
  now: Date
}

export interface Hit {
  item: string
  kind: ItemKind
  word: string
  title: string
  url: string
  snippet: Piece[]
  fictional: boolean
}

export interface SearchResult {
  total: number
  page: number
  pages: number
  /** Hits per kind, before a kind is chosen; most first. */
  counts: { kind: ItemKind; count: number }[]
  hits: Hit[]
  /** The words really looked for, when those typed were nowhere to be found. */
  instead: string[]
}

/** Short words have no likeness, long ones are no words. */
const WORD = /[\p{L}\p{N}]+/gu
const isWord = (word: string) => word.length >= 4 && word.length <= 40

/** The words of a text that are worth looking for, once each, sorted. */
export function wordsOf(text: string): string[] {
  return [...new Set(plain(text).match(WORD))].filter(isWord).sort()
}

/** Sounds that Dutch writes in two ways become one: kragt and kracht, eenzaamhijd and eenzaamheid. */
const SPELLINGS: [RegExp, string][] = [
  [/ch/g, 'g'],
  [/ij|y/g, 'ei'],
  [/ou/g, 'au'],
  [/c(?=[aoulrt])/g, 'k'],
  [/ph/g, 'f'],
  [/th/g, 't'],
  [/d$/g, 't'],
]

export const sounding = (word: string): string =>
  SPELLINGS.reduce((sound, [written, heard]) => sound.replace(written, heard), word)

/** How many letters differ (Levenshtein). */
export function distance(one: string, other: string): number {
  let row = Array.from({ length: other.length + 1 }, (_, index) => index)
  for (let i = 1; i <= one.length; i++) {
    const next = [i]
    for (let j = 1; j <= other.length; j++) {
      const same = one[i - 1] === other[j - 1] ? 0 : 1
      next.push(Math.min((row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1, (row[j - 1] ?? 0) + same))
    }
    row = next
  }
  return row.at(-1) ?? 0
}

/** Most words that stand in for one. */
const MOST_ALTERNATIVES = 8

/**
 * Of words that look alike, those that may be meant: the nearest by sound and spelling, and compounds that hold the
 * word, for the Dutch stemmer does not take compounds apart.
 */
export function alternatives(word: string, candidates: string[]): string[] {
  const allowed = word.length >= 10 ? 3 : word.length >= 5 ? 2 : 1
  const ranked = candidates
    .map((candidate) => ({ candidate, far: nearness(word, candidate) }))
    .filter(({ far }) => far <= allowed)
    .sort((a, b) => a.far - b.far || a.candidate.length - b.candidate.length || (a.candidate < b.candidate ? -1 : 1))
  const nearest = ranked[0]?.far
  return ranked
    .filter(({ far }) => far === nearest || far === COMPOUND)
    .slice(0, MOST_ALTERNATIVES)
    .map(({ candidate }) => candidate)
}

/** A compound counts as half a letter away: nearer than a misspelling, further than the word itself. */
const COMPOUND = 0.5

function nearness(word: string, candidate: string): number {
  if (candidate === word) return 0
  if (word.length >= 5 && candidate.includes(word)) return COMPOUND
  if (sounding(candidate) === sounding(word)) return COMPOUND
  return Math.min(distance(word, candidate), distance(sounding(word), sounding(candidate)) + COMPOUND)
}

/** A query for PostgreSQL: every word, or one of its alternatives, must occur. Words are letters and digits only. */
export function widened(words: { word: string; alternatives: string[] }[]): string {
  return words
    .map(
      ({ word, alternatives: others }) => `(${[...new Set([word, ...others])].map((one) => `'${one}'`).join(' | ')})`,
    )
    .join(' & ')
}

/** A page number as it came in a URL: anything else is the first page. */
export function pageOf(text: string | undefined): number {
  const page = /^\d{1,4}$/.test(text ?? '') ? Number(text) : 1
  return Math.min(Math.max(page, 1), MOST_PAGES)
}
