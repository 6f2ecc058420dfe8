/** A set of rows: one bit per row. */
export type Bits = Uint32Array

const wordsFor = (rows: number): number => Math.ceil(rows / 32)

/** A set that can hold so many rows, and holds none. */
export const noBits = (rows: number): Bits => new Uint32Array(wordsFor(rows))

/** Rows past the end of the set are passed over. */
export function setBit(bits: Bits, row: number): void {
  bits[row >>> 5] = (bits[row >>> 5] ?? 0) | (1 << (row & 31))
}

export function clearBit(bits: Bits, row: number): void {
  bits[row >>> 5] = (bits[row >>> 5] ?? 0) & ~(1 << (row & 31))
}

export const hasBit = (bits: Bits, row: number): boolean => (((bits[row >>> 5] ?? 0) >>> (row & 31)) & 1) === 1

/** The rows in both. */
export function both(one: Bits, other: Bits): Bits {
  const bits = new Uint32Array(one.length)
  for (let at = 0; at < bits.length; at += 1) bits[at] = (one[at] ?? 0) & (other[at] ?? 0)
  return bits
}

/** The rows in the first and not in the second. */
export function without(one: Bits, other: Bits): Bits {
  const bits = new Uint32Array(one.length)
  for (let at = 0; at < bits.length; at += 1) bits[at] = (one[at] ?? 0) & ~(other[at] ?? 0)
  return bits
}

/** Adds the rows of the second to the first. */
export function addBits(to: Bits, more: Bits): void {
  for (let at = 0; at < to.length; at += 1) to[at] = (to[at] ?? 0) | (more[at] ?? 0)
}

/** How many bits are set in a word of 32. */
function ones(word: number): number {
  const pairs = word - ((word >>> 1) & 0x55555555)
  const fours = (pairs & 0x33333333) + ((pairs >>> 2) & 0x33333333)
  return Math.imul((fours + (fours >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24
}

/** How many rows there are in a set. */
export function countBits(bits: Bits): number {
  let count = 0
  for (let at = 0; at < bits.length; at += 1) count += ones(bits[at] ?? 0)
  return count
}

/** Every row of a set, the lowest first. */
export function eachBit(bits: Bits, take: (row: number) => void): void {
  for (let at = 0; at < bits.length; at += 1)
    for (let word = bits[at] ?? 0; word !== 0; word &= word - 1) take(at * 32 + 31 - Math.clz32(word & -word))
}

/** How many rows two sets share. */
export function countBoth(one: Bits, other: Bits): number {
  let count = 0
  const length = Math.min(one.length, other.length)
  for (let at = 0; at < length; at += 1) count += ones((one[at] ?? 0) & (other[at] ?? 0))
  return count
}
