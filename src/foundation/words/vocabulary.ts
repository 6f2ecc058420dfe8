import { Postings } from './postings.ts'

/** A row and a weight below 256 in one number. */
const packed = (row: number, weight: number): number => row * 256 + weight

function alone(one: number): Postings {
  const postings = new Postings()
  postings.add(Math.floor(one / 256), one % 256)
  return postings
}

/** Where each word stands. Most words stand in one row only: those are a number, for objects would be a third of an index. */
export class Vocabulary {
  #once = new Map<string, number>()
  #often = new Map<string, Postings>()

  add(word: string, row: number, weight: number): void {
    const once = this.#once.get(word)
    const often = once === undefined ? this.#often.get(word) : alone(once)
    if (often === undefined) this.#once.set(ownCopy(word), packed(row, weight))
    else often.add(row, weight)
    if (once === undefined || often === undefined) return
    this.#often.set(ownCopy(word), often)
    this.#once.delete(word)
  }

  get(word: string): Postings | undefined {
    const once = this.#once.get(word)
    return once === undefined ? this.#often.get(word) : alone(once)
  }

  /** Every word with where it stands. */
  *entries(): Generator<[word: string, Postings]> {
    for (const [word, one] of this.#once) yield [word, alone(one)]
    yield* this.#often
  }

  /** Gives back the room that was kept for more. */
  trim(): void {
    for (const postings of this.#often.values()) postings.trim()
  }
}

/** A slice keeps the whole text it was cut from; what stays is a text of its own. */
export const ownCopy = (text: string): string => Buffer.from(text).toString()
