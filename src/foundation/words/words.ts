import { Best } from './best.ts'
import { addBits, type Bits, both, countBits, eachBit, hasBit, noBits, setBit, without } from './bits.ts'
import type { Postings } from './postings.ts'
import { type Question, soughtIn } from './question.ts'
import type { Vocabulary } from './vocabulary.ts'

/** What is known of each row; only ever added to. */
export interface Rows {
  nos: Uint32Array
  moments: Float64Array
  rowOf: Map<number, number>
}

interface Content {
  words: Vocabulary
  tags: ReadonlyMap<string, ReadonlyMap<string, Postings>>
  rows: Rows
  alive: Bits
  /** Living rows, newest first. */
  order: Uint32Array
  /** Rows, dead ones included. */
  size: number
}

/**
 * Where words and tags stand at one moment. Sets of rows belong to the moment they were asked of; numbers of entries are
 * what leaves it.
 */
export class Words {
  #content: Content
  /** Where a row stands in the order. */
  #places: Uint32Array

  constructor(content: Content) {
    this.#content = content
    this.#places = new Uint32Array(content.size)
    for (const [place, row] of content.order.entries()) this.#places[row] = place
  }

  /** How many entries there are. */
  get total(): number {
    return this.#content.order.length
  }

  /** Every entry. */
  get all(): Bits {
    return this.#content.alive
  }

  /** The entries that answer a question; see isOfWords. */
  answering(question: Question): Bits {
    return both(this.#content.alive, this.#answering(question))
  }

  #answering(question: Question): Bits {
    const { words, size, alive } = this.#content
    if (question.is === 'phrase') throw new Error('An index of words knows no phrases.')
    if (question.is === 'not') return without(alive, this.#answering(question.of))
    if (question.is === 'all')
      return question.of.map((one) => this.#answering(one)).reduce((one, other) => both(one, other))
    const bits = noBits(size)
    if (question.is === 'word') words.get(question.lexeme)?.mark(bits)
    else for (const one of question.of) addBits(bits, this.#answering(one))
    return bits
  }

  /** The entries with these numbers; numbers that are not there are passed over. */
  numbered(nos: Iterable<number>): Bits {
    const { rows, size, alive } = this.#content
    const bits = noBits(size)
    for (const no of nos) {
      const row = rows.rowOf.get(no)
      if (row !== undefined) setBit(bits, row)
    }
    return both(alive, bits)
  }

  /** The entries with any of these values of a tag. */
  tagged(name: string, values: readonly string[]): Bits {
    const { tags, size, alive } = this.#content
    const bits = noBits(size)
    for (const value of values) tags.get(name)?.get(value)?.mark(bits)
    return both(alive, bits)
  }

  /** Those of these entries whose number passes a test. */
  passing(within: Bits, test: (no: number) => boolean): Bits {
    const { nos } = this.#content.rows
    const bits = noBits(this.#content.size)
    eachBit(within, (row) => {
      if (test(nos[row] ?? 0)) setBit(bits, row)
    })
    return bits
  }

  /** Takes the number of each of these entries, in no order. */
  each(within: Bits, take: (no: number) => void): void {
    const { nos } = this.#content.rows
    eachBit(within, (row) => take(nos[row] ?? 0))
  }

  /** Numbers of these entries, in no order. */
  numbers(within: Bits): number[] {
    const { nos } = this.#content.rows
    // Of the right size at once: growing it, thousands at a time, would cost as much again.
    const numbers = new Array<number>(countBits(within))
    let at = 0
    eachBit(within, (row) => {
      numbers[at] = nos[row] ?? 0
      at += 1
    })
    return numbers
  }

  /** How many of these entries have each value of a tag; values that none has are absent. */
  counts(name: string, within: Bits): ReadonlyMap<string, number> {
    const counted = new Map<string, number>()
    for (const [value, postings] of this.#content.tags.get(name) ?? []) {
      const count = postings.countIn(within)
      if (count > 0) counted.set(value, count)
    }
    return counted
  }

  /** Numbers of these entries, newest first: `most` of them after the first `skip`. */
  newest(within: Bits, skip: number, most: number): number[] {
    const { order, rows } = this.#content
    const numbers: number[] = []
    let left = skip
    for (let at = 0; at < order.length && numbers.length < most; at += 1) {
      const row = order[at] ?? 0
      if (!hasBit(within, row)) continue
      if (left > 0) left -= 1
      else numbers.push(rows.nos[row] ?? 0)
    }
    return numbers
  }

  /** Numbers of these entries by how much they are about the words of a question, the newest first among equals. */
  heaviest(within: Bits, question: Question, skip: number, most: number): number[] {
    const { words, size, order, rows } = this.#content
    const scores = emptyScores(size)
    for (const lexeme of soughtIn(question)) words.get(lexeme)?.score(scores)
    const best = new Best(skip + most)
    // One number for both: the score, and within it how new it is.
    eachBit(within, (row) => best.offer((scores[row] ?? 0) * PLACES + (PLACES - 1 - (this.#places[row] ?? 0))))
    return best.from(skip).map((key) => rows.nos[order[PLACES - 1 - (key % PLACES)] ?? 0] ?? 0)
  }

  /** Numbers of the entries that share most with these values of tags, each with its weight; newest first among equals. */
  alike(
    values: { name: string; value: string; weight: number }[],
    from: { within: Bits; least: number; most: number },
  ) {
    const { tags, size, order, rows } = this.#content
    const scores = new Uint8Array(size)
    for (const { name, value, weight } of values) {
      const postings = tags.get(name)?.get(value)
      postings?.each((row) => {
        scores[row] = (scores[row] ?? 0) + weight
      })
    }
    const best: { no: number; score: number }[] = []
    for (const row of order) {
      const score = scores[row] ?? 0
      if (score < from.least || (best.length === from.most && score <= (best.at(-1)?.score ?? 0))) continue
      if (!hasBit(from.within, row)) continue
      best.push({ no: rows.nos[row] ?? 0, score })
      best.sort((one, other) => other.score - one.score)
      best.length = Math.min(best.length, from.most)
    }
    return best.map(({ no }) => no)
  }

  count(within: Bits): number {
    return countBits(within)
  }
}

/** More entries than there will be. */
const PLACES = 2 ** 24

let scratch = new Uint16Array()

/** Scores for so many rows, all zero. The same ones every time, for nobody waits while they are in use. */
function emptyScores(size: number): Uint16Array {
  if (scratch.length < size) scratch = new Uint16Array(size * 2)
  return scratch.fill(0)
}
