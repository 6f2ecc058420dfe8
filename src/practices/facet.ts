/** The ways to narrow the bank. A practice has one or more values of each, or none. */
export const FACETS = [
  'theme',
  'people',
  'standing',
  'province',
  'gemeente',
  'field',
  'kind',
  'recognition',
  'year',
] as const

export type Facet = (typeof FACETS)[number]

/** What the index knows of one practice: its number, and its values. */
export interface FacetRow {
  no: number
  values: Record<Facet, readonly string[]>
}

/** The values chosen per facet: any of them will do. A facet that is absent or empty lets everything through. */
export type Chosen = Partial<Record<Facet, readonly string[]>>

/** One bit per row of the index. */
export type Bits = Uint32Array

/** The rows that have one value: as bits, or as a list where that is shorter. */
interface ValueRows {
  bits?: Bits
  rows?: Uint32Array
}

/**
 * Everything published, by facet value. Rows stand in the order they were given in, newest first, so that the rows of a
 * page are read off from the front. Built once per content version; never changed after.
 */
export interface FacetIndex {
  size: number
  /** Number of the practice in each row. */
  nos: Uint32Array
  /** Row of a number, plus one; 0 for a number that is not there. */
  rowOf: Uint32Array
  values: Record<Facet, ReadonlyMap<string, ValueRows>>
}

/** What a choice leaves. */
export interface Narrowed {
  rows: Bits
  total: number
  /** How many each value would leave, its own facet left out of the choice. Values that would leave none are absent. */
  counts: Record<Facet, ReadonlyMap<string, number>>
}

const perFacet = <T>(make: (facet: Facet) => T): Record<Facet, T> => {
  const pairs = FACETS.map((facet): [Facet, T] => [facet, make(facet)])
  return Object.fromEntries(pairs) as Record<Facet, T>
}

const wordsFor = (size: number): number => Math.ceil(size / 32)
const emptyBits = (size: number): Bits => new Uint32Array(wordsFor(size))
const setBit = (bits: Bits, row: number): void => {
  bits[row >>> 5] = (bits[row >>> 5] ?? 0) | (1 << (row & 31))
}
const hasBit = (bits: Bits, row: number): boolean => (((bits[row >>> 5] ?? 0) >>> (row & 31)) & 1) === 1

/** Builds the index over rows in the order they will be shown in. */
export function buildIndex(rows: readonly FacetRow[]): FacetIndex {
  const size = rows.length
  const nos = Uint32Array.from(rows, ({ no }) => no)
  const rowOf = new Uint32Array(nos.reduce((most, no) => Math.max(most, no), 0) + 1)
  for (const [row, no] of nos.entries()) rowOf[no] = row + 1
  const lists = perFacet(() => new Map<string, number[]>())
  for (const [row, { values }] of rows.entries()) {
    for (const facet of FACETS) {
      for (const value of new Set(values[facet])) {
        const list = lists[facet].get(value)
        if (list) list.push(row)
        else lists[facet].set(value, [row])
      }
    }
  }
  const packed = perFacet((facet) => new Map([...lists[facet]].map(([value, list]) => [value, pack(list, size)])))
  return { size, nos, rowOf, values: packed }
}

function pack(list: number[], size: number): ValueRows {
  if (list.length < wordsFor(size)) return { rows: Uint32Array.from(list) }
  const bits = emptyBits(size)
  for (const row of list) setBit(bits, row)
  return { bits }
}

function allBits(size: number): Bits {
  const bits = emptyBits(size).fill(0xffffffff)
  const last = size % 32
  if (last > 0) bits[bits.length - 1] = 0xffffffff >>> (32 - last)
  return bits
}

function anyOf(index: FacetIndex, facet: Facet, values: readonly string[]): Bits {
  const bits = emptyBits(index.size)
  for (const value of values) {
    const found = index.values[facet].get(value)
    if (found?.rows) for (const row of found.rows) setBit(bits, row)
    else if (found?.bits) for (let at = 0; at < bits.length; at += 1) bits[at] = (bits[at] ?? 0) | (found.bits[at] ?? 0)
  }
  return bits
}

/** The rows that have a value, first rows first. */
export function rowsWith(index: FacetIndex, facet: Facet, value: string): Uint32Array {
  const found = index.values[facet].get(value)
  if (found?.rows) return found.rows
  return found?.bits === undefined ? new Uint32Array() : rowsIn(found.bits)
}

/** The rows of a choice, first rows first: each word gives up its bits from the lowest on. */
function rowsIn(bits: Bits): Uint32Array {
  const rows = new Uint32Array(countBits(bits))
  let found = 0
  for (let at = 0; at < bits.length; at += 1) {
    for (let word = bits[at] ?? 0; word !== 0; word &= word - 1) {
      rows[found] = at * 32 + 31 - Math.clz32(word & -word)
      found += 1
    }
  }
  return rows
}

function both(one: Bits, other: Bits): Bits {
  const bits = new Uint32Array(one.length)
  for (let at = 0; at < bits.length; at += 1) bits[at] = (one[at] ?? 0) & (other[at] ?? 0)
  return bits
}

/** How many bits are set in a word of 32. */
function ones(word: number): number {
  const pairs = word - ((word >>> 1) & 0x55555555)
  const fours = (pairs & 0x33333333) + ((pairs >>> 2) & 0x33333333)
  return Math.imul((fours + (fours >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24
}

/** How many rows there are in a choice. */
export function countBits(bits: Bits): number {
  let count = 0
  for (let at = 0; at < bits.length; at += 1) count += ones(bits[at] ?? 0)
  return count
}

function countIn(value: ValueRows, base: Bits): number {
  let count = 0
  const { rows, bits } = value
  if (rows) for (let at = 0; at < rows.length; at += 1) count += hasBit(base, rows[at] ?? 0) ? 1 : 0
  else if (bits) for (let at = 0; at < bits.length; at += 1) count += ones((bits[at] ?? 0) & (base[at] ?? 0))
  return count
}

/** The rows with these numbers; numbers that are not there are passed over. */
export function bitsOf(index: FacetIndex, nos: Iterable<number>): Bits {
  const bits = emptyBits(index.size)
  for (const no of nos) {
    const row = index.rowOf[no]
    if (row) setBit(bits, row - 1)
  }
  return bits
}

/** What a choice leaves, of everything or of the rows `within`, with the counts beside every value of every facet. */
export function narrow(index: FacetIndex, chosen: Chosen, within?: Bits): Narrowed {
  const whole = within ?? allBits(index.size)
  const masks = FACETS.flatMap((facet) => {
    const values = chosen[facet] ?? []
    return values.length > 0 ? [{ facet, bits: anyOf(index, facet, values) }] : []
  })
  const without = (facet: Facet | undefined) =>
    masks.reduce((bits, mask) => (mask.facet === facet ? bits : both(bits, mask.bits)), whole)
  const rows = without(undefined)
  const counts = perFacet((facet) => {
    const base = masks.some((mask) => mask.facet === facet) ? without(facet) : rows
    const counted = new Map<string, number>()
    for (const [value, having] of index.values[facet]) {
      const count = countIn(having, base)
      if (count > 0) counted.set(value, count)
    }
    return counted
  })
  return { rows, total: countBits(rows), counts }
}

/** Numbers of the practices in a choice, first rows first: `most` of them after the first `skip`. */
export function numbersIn(index: FacetIndex, bits: Bits, skip: number, most: number): number[] {
  const numbers: number[] = []
  let left = skip
  for (let at = 0; at < bits.length && numbers.length < most; at += 1) {
    let word = bits[at] ?? 0
    const here = ones(word)
    if (here <= left) {
      left -= here
      continue
    }
    while (word !== 0 && numbers.length < most) {
      const low = word & -word
      if (left > 0) left -= 1
      else numbers.push(index.nos[at * 32 + 31 - Math.clz32(low)] ?? 0)
      word ^= low
    }
  }
  return numbers
}

/** Whether the practice with this number is in a choice. */
export function holdsNumber(index: FacetIndex, bits: Bits, no: number): boolean {
  const row = index.rowOf[no]
  return row !== undefined && row > 0 && hasBit(bits, row - 1)
}
