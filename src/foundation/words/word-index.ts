import { type Bits, clearBit, noBits, setBit } from './bits.ts'
import { readLexemes } from './lexemes.ts'
import { Postings } from './postings.ts'
import { ownCopy, Vocabulary } from './vocabulary.ts'
import { type Rows, Words } from './words.ts'

/** One thing that can be found, as its table tells it. */
export interface Entry {
  no: number
  /** Newest first is by this, in seconds. */
  at: number
  /** Its words as PostgreSQL writes a `tsvector`. */
  words: string
  /** A line per tag: "theme=money". */
  tags: string
}

/** Rows at least, and their share, that may be left behind by newer ones before the index is written anew. */
const MOST_DEAD = 2_000
const DEAD_SHARE = 0.5
/** Postings copied before others get their turn: a few ms. */
const AT_ONE_TIME = 50_000

/**
 * Where words and tags stand. An entry that changes gets a new row and its old one dies, so that a reader of an earlier
 * moment is never disturbed. One writer at a time.
 */
export class WordIndex {
  #words = new Vocabulary()
  #tags = new Map<string, Map<string, Postings>>()
  #rows: Rows = { nos: new Uint32Array(64), moments: new Float64Array(64), rowOf: new Map() }
  #alive: Bits = noBits(64)
  #size = 0
  #order: Uint32Array = new Uint32Array()
  #fresh: number[] = []

  /** Puts an entry in, in the place of what it said before. */
  put({ no, at, words, tags }: Entry): void {
    this.drop(no)
    const row = this.#size
    this.#size += 1
    this.#makeRoom()
    this.#rows.nos[row] = no
    this.#rows.moments[row] = at
    this.#rows.rowOf.set(no, row)
    setBit(this.#alive, row)
    this.#fresh.push(row)
    readLexemes(words, (lexeme, weight) => this.#words.add(lexeme, row, weight))
    for (const tag of new Set(tags === '' ? [] : tags.split('\n'))) {
      const cut = tag.indexOf('=')
      this.#tag(tag.slice(0, cut), tag.slice(cut + 1)).add(row, 0)
    }
  }

  #tag(name: string, value: string): Postings {
    const group = this.#tags.get(name) ?? new Map<string, Postings>()
    if (!this.#tags.has(name)) this.#tags.set(ownCopy(name), group)
    const postings = group.get(value) ?? new Postings()
    if (postings.size === 0) group.set(ownCopy(value), postings)
    return postings
  }

  /** Takes an entry out. */
  drop(no: number): void {
    const row = this.#rows.rowOf.get(no)
    if (row === undefined) return
    clearBit(this.#alive, row)
    this.#rows.rowOf.delete(no)
  }

  #makeRoom(): void {
    const { nos, moments } = this.#rows
    if (this.#size <= nos.length) return
    const length = nos.length * 2
    const wider = { nos: new Uint32Array(length), moments: new Float64Array(length), rowOf: this.#rows.rowOf }
    wider.nos.set(nos)
    wider.moments.set(moments)
    this.#rows = wider
    const alive = noBits(length)
    alive.set(this.#alive)
    this.#alive = alive
  }

  /** The index as it is at this moment, for readers. */
  view(): Words {
    const alive = this.#alive.slice(0, Math.ceil(this.#size / 32))
    this.#order = ordered(this.#rows, alive, this.#order, this.#fresh)
    this.#fresh = []
    return new Words({
      ...{ words: this.#words, tags: this.#tags, rows: this.#rows },
      ...{ alive, order: this.#order, size: this.#size },
    })
  }

  /** Whether so much has died that writing it anew is worth the work. */
  get isWorn(): boolean {
    const dead = this.#size - this.#rows.rowOf.size
    return dead > Math.max(MOST_DEAD, this.#size * DEAD_SHARE)
  }

  /** The same without the dead: words that stand nowhere any more are gone. `pause` lets others have their turn. */
  async renewed(pause: () => Promise<unknown>): Promise<WordIndex> {
    const next = new WordIndex()
    const rowOf = new Map<number, number>()
    for (const [no, row] of [...this.#rows.rowOf].sort(([, one], [, other]) => one - other)) {
      rowOf.set(row, next.#size)
      next.#rows.rowOf.set(no, next.#size)
      next.#size += 1
      next.#makeRoom()
      next.#rows.nos[next.#size - 1] = no
      next.#rows.moments[next.#size - 1] = this.#rows.moments[row] ?? 0
      setBit(next.#alive, next.#size - 1)
      next.#fresh.push(next.#size - 1)
    }
    let copied = 0
    const copy = async (old: Postings, add: (row: number, weight: number) => void) => {
      old.each((before, weight) => {
        const row = rowOf.get(before)
        if (row !== undefined) add(row, weight)
      })
      copied += old.size
      if (copied < AT_ONE_TIME) return
      copied = 0
      await pause()
    }
    for (const [word, old] of this.#words.entries())
      await copy(old, (row, weight) => next.#words.add(word, row, weight))
    for (const [name, group] of this.#tags)
      for (const [value, old] of group) await copy(old, (row) => next.#tag(name, value).add(row, 0))
    next.trim()
    return next
  }

  /** Gives back the room that was kept for more: after many entries at once. */
  trim(): void {
    this.#words.trim()
    for (const group of this.#tags.values()) for (const postings of group.values()) postings.trim()
  }
}

/** Living rows, newest first: those of before with the fresh ones between them. */
function ordered({ nos, moments }: Rows, alive: Uint32Array, before: Uint32Array, fresh: number[]): Uint32Array {
  const living = (row: number) => ((alive[row >>> 5] ?? 0) >>> (row & 31)) & 1
  const isNewer = (one: number, other: number): number =>
    (moments[other] ?? 0) - (moments[one] ?? 0) || (nos[other] ?? 0) - (nos[one] ?? 0)
  const coming = fresh.filter(living).sort(isNewer)
  const order = new Uint32Array(before.length + coming.length)
  let size = 0
  let next = 0
  for (const row of before) {
    if (!living(row)) continue
    for (; next < coming.length && isNewer(coming[next] ?? 0, row) < 0; next += 1) order[size++] = coming[next] ?? 0
    order[size++] = row
  }
  for (; next < coming.length; next += 1) order[size++] = coming[next] ?? 0
  return order.slice(0, size)
}
