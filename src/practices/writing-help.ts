import { plainOf } from './rich-text.ts'
import { type FieldTerm, JARGON, type JargonWord, TERMS } from './writing-help.words.ts'

/** A sentence with more words than this is worth reading aloud once. */
export const LONG_SENTENCE = 20

/** What someone who reads along would point at. Never a mark: only places, and what you could do there. */
export interface WritingHelp {
  longSentences: { text: string; words: number }[]
  jargon: JargonWord[]
  /** Names that nothing in the text explains. */
  unexplained: FieldTerm[]
}

const WORD = /[\p{L}\p{N}][\p{L}\p{N}’'-]*/gu
/** A dot after one of these ends no sentence. */
const SHORT = /\b(?:bijv|bv|dhr|mevr|ca|o\.a|m\.n|d\.w\.z|nl|nr|p|blz|t\/m|etc|[A-Z])$/

/** The sentences of a text, lists and paragraphs apart. */
export function sentences(text: string): string[] {
  return plainOf(text)
    .split(/\n+/)
    .flatMap((line) => sentencesOfLine(line.replace(/^\s*(?:-|\d+\.)\s+/, '')))
    .filter((sentence) => sentence.search(WORD) >= 0)
}

function sentencesOfLine(line: string): string[] {
  const found: string[] = []
  let from = 0
  for (const end of line.matchAll(/[.!?…]+[”’"')\]]*(?=\s+[“‘"'(]?[\p{Lu}\p{N}]|$)/gu)) {
    if (end[0].startsWith('.') && SHORT.test(line.slice(from, end.index))) continue
    found.push(line.slice(from, end.index + end[0].length).trim())
    from = end.index + end[0].length
  }
  return [...found, line.slice(from).trim()].filter((one) => one !== '')
}

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')

/** The start of a word, so that "regie" is not found in "regiegroep", while "borg" finds "borgt". */
function patternOf({ stem, word }: JargonWord): RegExp {
  const ending = stem === word ? '(?:e|s|en|heid|er)?' : '\\p{L}*'
  return new RegExp(`(?<![\\p{L}-])${escaped(stem)}${ending}(?![\\p{L}-])`, 'iu')
}

const jargonPatterns = JARGON.map((word) => ({ word, pattern: patternOf(word) }))

/** Explained is: something between brackets or after "dat is", close behind the first time, or the meaning itself. */
function isExplained(text: string, { term, means }: FieldTerm): boolean {
  if (text.toLowerCase().includes(means.toLowerCase())) return true
  const name = `(?<![\\p{L}])${escaped(term)}(?![\\p{L}])`
  return new RegExp(`${name}\\s*(?:\\(|,? ?dat (?:is|betekent)|:|, een |, de )|\\([^)]*${name}[^)]*\\)`, 'iu').test(
    text,
  )
}

const names = (text: string, { term }: FieldTerm): boolean =>
  new RegExp(`(?<![\\p{L}])${escaped(term)}(?![\\p{L}])`, term === term.toLowerCase() ? 'iu' : 'u').test(text)

/** What to look at in a section. `elsewhere` is the rest of the description: what is explained there is explained. */
export function writingHelp(text: string, elsewhere = ''): WritingHelp {
  const plain = plainOf(text)
  const whole = `${elsewhere}\n${plain}`
  return {
    longSentences: sentences(text)
      .map((sentence) => ({ text: sentence, words: sentence.match(WORD)?.length ?? 0 }))
      .filter(({ words }) => words > LONG_SENTENCE),
    jargon: jargonPatterns.filter(({ pattern }) => pattern.test(plain)).map(({ word }) => word),
    unexplained: TERMS.filter((term) => names(plain, term) && !isExplained(whole, term)),
  }
}
