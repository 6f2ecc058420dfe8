import { sentences, wordCount, writingHelp } from '../practices/index.ts'
import type { Ending } from './factor.ts'

/** Most words of the plain line. Source: issue 4, point 1. */
export const MOST_WORDS = 20

/** The words of a statement: one text, voted on as a whole. */
export interface StatementWords {
  /** One idea in plain words. */
  plain: string
  /** How it looks in a practice, in our own words. */
  example: string
  /** The practice or quote the example is from, by its place on the thread. */
  exampleItem: string | null
  /** The same, as professionals say it. */
  professional: string
}

/** One version of the words, for ever. */
export interface StatementText extends StatementWords {
  statement: string
  version: number
  /** Why it is there, or why these words are better than those before. */
  reason: string
  /** As which revision it stands on the thread; null when it was not put there. */
  revision: string | null
  at: Date
}

/** A statement as it reads now. */
export interface Statement {
  id: string
  /** Null: it came from a proposal in round 0 or from a table. */
  group: string | null
  /** Its place on the thread, once put there. */
  item: string | null
  fictional: boolean
  text: StatementText
  ending: Ending | null
}

/** Where a statement stands on the public page of its group. */
export const statementAnchor = ({ id }: Pick<Statement, 'id'>): string => `zin-${id.slice(0, 8)}`

/** What must be mended in a plain line before it can be a statement; none when it is one. */
export function plainFaults(plain: string): string[] {
  const words = wordCount(plain)
  const count = sentences(plain).length
  if (words > MOST_WORDS)
    return [`Deze zin heeft ${words} woorden. Het mogen er ${MOST_WORDS} zijn. Haal weg wat je niet mist.`]
  if (count > 1)
    return [`Hier staan ${count} zinnen. Zet er één gedachte in, en maak van de andere een zin voor zichzelf.`]
  if (/[;•]|\s[-–]\s|\n/.test(plain))
    return ['Schrijf één gewone zin, zonder opsomming of puntkomma. Wat overblijft wordt een zin voor zichzelf.']
  return []
}

/** What a colleague who reads along would point at in a plain line. Never a mark, and nothing that stops anyone. */
export function plainHints(plain: string): string[] {
  const { jargon, unexplained } = writingHelp(plain)
  return [
    ...jargon.map(({ word, plainer }) => `“${word}”: misschien “${plainer}”?`),
    ...unexplained.map(({ term, means }) => `“${term}” kent niet iedereen: ${means}.`),
    ...(/\sen\s/i.test(plain)
      ? ['Er staat “en” in. Zijn het twee gedachten? Dan kan iemand het met één daarvan oneens zijn.']
      : []),
    ...(/\b(?:altijd|nooit|optimaal|adequaat|voldoende)\b/i.test(plain)
      ? ['Woorden als “altijd” en “voldoende” kan niemand zien gebeuren. Wat zie je iemand doen?']
      : []),
  ]
}

/** Whether two texts say the same to whoever votes. */
export const saysTheSame = (one: StatementWords, other: StatementWords): boolean =>
  one.plain === other.plain &&
  one.example === other.example &&
  one.exampleItem === other.exampleItem &&
  one.professional === other.professional
