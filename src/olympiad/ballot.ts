import { randomToken, sha256 } from '../foundation/seal.ts'
import type { Answer } from './score.ts'

/** One answer about one statement. */
export interface Given {
  statement: string
  answer: Answer
}

/** Why an answer is not taken. */
export type Objection = 'closed' | 'not yours' | 'unknown statement' | 'no name' | 'answered before'

/** What became of answers: all of them are kept, or none. */
export type Saved = { is: 'saved' } | { is: 'refused'; why: Objection }

/** The last answer about each statement: whoever says two things at once meant the last. */
export const lastOfEach = (given: readonly Given[]): Given[] => [
  ...new Map(given.map((one) => [one.statement, one])).values(),
]

/** The sentence for whoever hears no. */
export const objectionWords: Record<Objection, string> = {
  closed: 'Deze ronde is gesloten. Je antwoorden van vóór de sluiting tellen mee; dit laatste antwoord niet meer.',
  'not yours': 'Met deze uitnodiging kun je hier niet antwoorden. Open de link uit je eigen uitnodiging opnieuw.',
  'unknown statement': 'Deze zin hoort niet bij deze ronde. Ga terug naar de ronde en begin daar opnieuw.',
  'no name':
    'In deze Olympiade staan antwoorden na de sluiting met een naam. Ga naar het begin en zeg eerst onder welke naam je meedoet.',
  'answered before':
    'Je hebt in deze ronde al geantwoord. Die antwoorden tellen, en in deze ronde komt daar niets meer bij.',
}

const RECEIPT = 16

/**
 * The receipt of someone's answers: who knows the nonce and the answers makes it again, and nobody reads the answers
 * from it. `answers` are in the order of the sentences of the round, undefined where nothing was said. It changes with
 * every answer; after the closing it stands in the public list.
 */
export function receiptOf(nonce: string, answers: readonly (Answer | undefined)[]): string {
  const written = answers.map((answer) => (answer === undefined ? '-' : (answer ?? '?'))).join('')
  return sha256(`${nonce}\n${written}`).slice(0, RECEIPT)
}

/** Shorter than this, what a page carries can be guessed, and then so can the receipt. Ours have 22 characters. */
const SHORTEST_PAGE = 16

/**
 * The receipt of a sheet in a secret round: a code of chance that says nothing of the answers, or a bought vote could be
 * proven with it. `page` is the nonce of the form, which stands on that page and nowhere else; together with the key of
 * whoever holds it the same page gives the same receipt, and no other page and nobody else does.
 */
export const secretReceiptOf = (nonce: string, page = ''): string =>
  sha256(`${nonce}\n${page.length < SHORTEST_PAGE ? randomToken() : page}`).slice(0, RECEIPT)
