import { closingQuote, unquoted } from './lexemes.ts'

/** What is asked of words, as PostgreSQL understood it. A phrase is what only PostgreSQL can answer. */
export type Question =
  | { is: 'word'; lexeme: string }
  | { is: 'all'; of: Question[] }
  | { is: 'any'; of: Question[] }
  | { is: 'not'; of: Question }
  | { is: 'phrase'; of: Question[] }

/** Nothing was asked, or stop words alone: nothing answers it. */
export const NOTHING: Question = { is: 'any', of: [] }

interface Reading {
  text: string
  at: number
}

/** Reads a `tsquery` as PostgreSQL writes it. */
export function readTsquery(text: string): Question {
  if (text === '') return NOTHING
  return readAny({ text, at: 0 })
}

/** Goes past a sign, and the spaces around it, when it comes next. */
function passes(reading: Reading, sign: string): boolean {
  while (reading.text[reading.at] === ' ') reading.at += 1
  if (!reading.text.startsWith(sign, reading.at)) return false
  reading.at += sign.length
  return true
}

function readSeveral(
  reading: Reading,
  is: 'any' | 'all' | 'phrase',
  one: (reading: Reading) => Question,
  more: (reading: Reading) => boolean,
): Question {
  const first = one(reading)
  const of = [first]
  while (more(reading)) of.push(one(reading))
  return of.length === 1 ? first : { is, of }
}

const readAny = (reading: Reading): Question => readSeveral(reading, 'any', readAll, (at) => passes(at, '|'))
const readAll = (reading: Reading): Question => readSeveral(reading, 'all', readPhrase, (at) => passes(at, '&'))
const readPhrase = (reading: Reading): Question => readSeveral(reading, 'phrase', readOne, passesDistance)

/** `<->`, or `<2>` for words with one between them. */
function passesDistance(reading: Reading): boolean {
  if (!passes(reading, '<')) return false
  reading.at = reading.text.indexOf('>', reading.at) + 1
  return true
}

function readOne(reading: Reading): Question {
  if (passes(reading, '!')) return { is: 'not', of: readOne(reading) }
  if (passes(reading, '(')) {
    const inside = readAny(reading)
    passes(reading, ')')
    return inside
  }
  if (!passes(reading, "'")) throw new Error('This is not a question as PostgreSQL writes it.')
  const end = closingQuote(reading.text, reading.at - 1)
  const word: Question = { is: 'word', lexeme: unquoted(reading.text.slice(reading.at, end)) }
  reading.at = end + 1
  if (!passes(reading, ':')) return word
  // Only the beginning of a word, or only in some parts of a text.
  while (/[*ABCD]/.test(reading.text[reading.at] ?? '')) reading.at += 1
  return { is: 'phrase', of: [word] }
}

/** Whether an index of words answers it; a phrase asks where in a text words stand. */
export function isOfWords(question: Question): boolean {
  if (question.is === 'phrase') return false
  if (question.is === 'word') return true
  return question.is === 'not' ? isOfWords(question.of) : question.of.every(isOfWords)
}

/** The words that are looked for, once each: not those that must be absent. */
export function soughtIn(question: Question): string[] {
  const words = (one: Question): string[] => {
    if (one.is === 'word') return [one.lexeme]
    return one.is === 'not' ? [] : one.of.flatMap(words)
  }
  return [...new Set(words(question))]
}

/** What must be absent from every answer. */
export function refusedBy(question: Question): Question[] {
  if (question.is === 'not') return [question]
  return question.is === 'all' ? question.of.flatMap(refusedBy) : []
}
