import { addBits, type Bits, countBoth, hasBit, noBits, setBit } from './bits.ts'

/** Of each number the bits that fit into a byte; the one above them says that more follow. */
const BITS = 7
const MORE = 1 << BITS

/** Room for the longest posting: a row below 2 ** 28, and a weight. */
const LONGEST = 5

const NOTHING = new Uint8Array()

/**
 * The rows in which one word or tag stands, each with a weight below 256, as bytes: how much further a row is than the one
 * before, and its weight. That is two or three for most, half of what a number takes. Rows are only ever added, the
 * highest last, so that whoever read it earlier can go on reading.
 */
export class Postings {
  #bytes = NOTHING
  #used = 0
  #last = 0
  #size = 0
  /** Once they are many and asked for: what they share with a set, and adding them to one, is then a few words' work. */
  #bits: Bits | undefined

  get size(): number {
    return this.#size
  }

  add(row: number, weight: number): void {
    if (this.#used + LONGEST > this.#bytes.length) this.#makeRoom(Math.ceil(this.#used * 1.5) + LONGEST)
    let further = row - this.#last
    for (; further >= MORE; further >>>= BITS) this.#write((further & (MORE - 1)) | MORE)
    this.#write(further)
    this.#write(weight)
    this.#last = row
    this.#size += 1
    if (this.#bits === undefined) return
    if (row >= this.#bits.length * 32) this.#bits = widened(this.#bits, row)
    setBit(this.#bits, row)
  }

  #write(byte: number): void {
    this.#bytes[this.#used] = byte
    this.#used += 1
  }

  #makeRoom(length: number): void {
    const wider = new Uint8Array(length)
    wider.set(this.#bytes.subarray(0, this.#used))
    this.#bytes = wider
  }

  /** Gives back the room that was kept for more. */
  trim(): void {
    if (this.#bytes.length > this.#used) this.#makeRoom(this.#used)
  }

  /** Every row with its weight, the lowest first. */
  each(take: (row: number, weight: number) => void): void {
    const [bytes, used] = [this.#bytes, this.#used]
    let row = 0
    for (let at = 0; at < used; at += 1) {
      let byte = bytes[at++] ?? 0
      let further = byte & (MORE - 1)
      for (let shift = BITS; byte >= MORE; shift += BITS) {
        byte = bytes[at++] ?? 0
        further |= (byte & (MORE - 1)) << shift
      }
      row += further
      take(row, bytes[at] ?? 0)
    }
  }

  /** Puts its rows into a set. */
  mark(bits: Bits): void {
    if (this.#size < bits.length) this.each((row) => setBit(bits, row))
    else addBits(bits, this.#asBits(bits.length * 32))
  }

  /** Adds its weights to the scores of its rows. */
  score(scores: Uint16Array): void {
    this.each((row, weight) => {
      scores[row] = (scores[row] ?? 0) + weight
    })
  }

  /** How many of its rows are in a set. */
  countIn(set: Bits): number {
    if (this.#size < set.length) {
      let count = 0
      this.each((row) => {
        if (hasBit(set, row)) count += 1
      })
      return count
    }
    return countBoth(this.#asBits(set.length * 32), set)
  }

  #asBits(rows: number): Bits {
    this.#bits ??= this.#newBits(rows)
    return this.#bits
  }

  #newBits(rows: number): Bits {
    let bits = noBits(rows)
    this.each((row) => {
      if (row >= bits.length * 32) bits = widened(bits, row)
      setBit(bits, row)
    })
    return bits
  }
}

function widened(bits: Bits, row: number): Bits {
  const wider = noBits(Math.max(row + 1, bits.length * 48))
  wider.set(bits)
  return wider
}
