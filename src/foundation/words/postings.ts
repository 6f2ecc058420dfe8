import { type Bits, countBoth, hasBit, noBits, setBit } from './bits.ts'

const NO_LIST = new Uint32Array()

/** A row and a weight below 256 in one number. */
const packed = (row: number, weight: number): number => ((row << 8) | weight) >>> 0

/**
 * The rows in which one word or tag stands, each with a weight. Rows are only ever added, the highest last, so that
 * whoever read it earlier can go on reading.
 */
export class Postings {
  #first = 0
  /** From the second on: most words stand in one row only, and lists for those would be half of what an index takes. */
  #others = NO_LIST
  #size = 0
  /** Once they are many: counting what they share with a set is then a few words' work. */
  #bits: Bits | undefined

  get size(): number {
    return this.#size
  }

  add(row: number, weight: number): void {
    if (this.#size === 0) this.#first = packed(row, weight)
    else this.#addOther(packed(row, weight))
    this.#size += 1
    if (this.#bits === undefined) return
    if (row >= this.#bits.length * 32) this.#bits = widened(this.#bits, row)
    setBit(this.#bits, row)
  }

  #addOther(one: number): void {
    const at = this.#size - 1
    if (at === this.#others.length) this.#makeRoom(Math.ceil(this.#size * 1.5))
    this.#others[at] = one
  }

  #makeRoom(length: number): void {
    const wider = new Uint32Array(length)
    wider.set(this.#others.subarray(0, Math.min(length, this.#others.length)))
    this.#others = wider
  }

  /** Gives back the room that was kept for more. */
  trim(): void {
    if (this.#others.length > this.#size + 1) this.#makeRoom(this.#size - 1)
  }

  #at(at: number): number {
    return at === 0 ? this.#first : (this.#others[at - 1] ?? 0)
  }

  row(at: number): number {
    return this.#at(at) >>> 8
  }

  weight(at: number): number {
    return this.#at(at) & 255
  }

  /** Puts its rows into a set. */
  mark(bits: Bits): void {
    for (let at = 0; at < this.#size; at += 1) setBit(bits, this.#at(at) >>> 8)
  }

  /** Adds its weights to the scores of its rows. */
  score(scores: Uint16Array): void {
    for (let at = 0; at < this.#size; at += 1) {
      const one = this.#at(at)
      scores[one >>> 8] = (scores[one >>> 8] ?? 0) + (one & 255)
    }
  }

  /** How many of its rows are in a set. */
  countIn(set: Bits): number {
    if (this.#size < set.length) {
      let count = 0
      for (let at = 0; at < this.#size; at += 1) count += hasBit(set, this.#at(at) >>> 8) ? 1 : 0
      return count
    }
    if (this.#bits === undefined) {
      this.#bits = noBits(set.length * 32)
      for (let at = 0; at < this.#size; at += 1) {
        const row = this.#at(at) >>> 8
        if (row >= this.#bits.length * 32) this.#bits = widened(this.#bits, row)
        setBit(this.#bits, row)
      }
    }
    return countBoth(this.#bits, set)
  }
}

function widened(bits: Bits, row: number): Bits {
  const wider = noBits(Math.max(row + 1, bits.length * 48))
  wider.set(bits)
  return wider
}
