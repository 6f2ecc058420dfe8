import { type PassagePlace, type PassageRead, placeKey } from '../practices/index.ts'
import { holdsWords } from '../thread/index.ts'

/** What a passage or quote can show. Source: seed 001. */
export const SHOWS = ['success factor', 'goal', 'explicit standard', 'implicit standard'] as const

export type Shows = (typeof SHOWS)[number]

const WORDS: Record<Shows, string> = {
  'success factor': 'succesfactor',
  goal: 'doel',
  'explicit standard': 'standaard, uitgesproken',
  'implicit standard': 'standaard, onuitgesproken',
}

const HINTS: Record<Shows, string> = {
  'success factor': 'Hierdoor werkt het.',
  goal: 'Dit willen ze bereiken.',
  'explicit standard': 'Zo hoort het volgens hen, en dat zeggen ze ook.',
  'implicit standard': 'Zo doen ze het, zonder dat het er als regel staat.',
}

export const showsWord = (shows: Shows): string => WORDS[shows]

export const showsHint = (shows: Shows): string => HINTS[shows]

/** What a member says a passage or quote shows. It holds the place of the words and never the words themselves. */
export interface Mark extends PassagePlace {
  id: string
  group: string
  shows: Shows
  /** One line in the member's own words. */
  words: string
  by: string | null
  at: Date
  /** The factor it stands under now. */
  factor: string | null
}

/** A mark with the words it points at, as they were read; undefined when they are nowhere any more. */
export interface MarkRead extends Mark {
  read: PassageRead | undefined
}

/** Marks with what they point at. */
export const marksRead = (marks: Mark[], read: ReadonlyMap<string, PassageRead>): MarkRead[] =>
  marks.map((mark) => ({ ...mark, read: read.get(placeKey(mark)) }))

/** The words of the quotes among these, as far as they were not taken back. */
export const spokenWords = (read: Iterable<PassageRead | undefined>): string[] =>
  [...read].flatMap((one) => (one?.isQuote && one.text !== null ? [one.text] : []))

/**
 * Whether a text writes out what someone said: there it could never be taken back. Whole quotes, and every sentence of
 * them that is long enough to be known by.
 */
export function writesOut(text: string, quotes: string[]): boolean {
  const parts = quotes.flatMap((quote) => [quote, ...quote.split(/(?<=[.?!])\s+/).filter((part) => part.length >= 25)])
  return holdsWords(
    text,
    parts.map((part) => part.replace(/[.?!]+$/, '')),
  )
}

/** What to do about it. */
export const WRITTEN_OUT =
  'Hier staan woorden van iemand uit een gesprek. Zeg het in je eigen woorden, dan kan het citaat ook weer ingetrokken worden.'
