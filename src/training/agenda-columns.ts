import { REGISTERS } from './course.ts'
import type { CourseFacts } from './date-ask.ts'

/** A course as it goes into the columns. */
export interface Kept {
  no: number
  facts: CourseFacts
  /** Cents; infinite when the price is on request. */
  price: number
  /** CardParts as JSON: small as text, and only a page of them is ever read. */
  card: string
  /** Until which day the points of each register hold, in the order of REGISTERS; -1 without points. */
  until: readonly number[]
  /** Three numbers per date, soonest first: day, place and flags. */
  dates: readonly number[]
  /** Which dates those are. */
  offerings: readonly number[]
}

/**
 * All courses at one moment, a column for each thing that is known of them: of tens of thousands of courses with a hundred
 * thousand dates every object counts. Never changed, so that the book and every agenda can look at the same ones.
 */
export interface AgendaColumns {
  /** Where a course stands, by its number; one more than that, for 0 is nowhere. */
  places: Int32Array
  nos: Int32Array
  /** The same object for all that are alike. */
  facts: CourseFacts[]
  prices: Float64Array
  cards: string[]
  /** As many days for each course as there are registers. */
  until: Int32Array
  /** Where the dates of each course begin among `dates`; one more at the end. */
  starts: Int32Array
  dates: Int32Array
  offerings: Int32Array
}

/** As many days for each course. */
const UNTIL = REGISTERS.length

/** Writes columns of a size that is known, course after course. */
class ColumnWriter {
  readonly columns: AgendaColumns
  #place = 0
  #date = 0

  constructor({ courses, dates, highest }: { courses: number; dates: number; highest: number }) {
    this.columns = {
      ...{ places: new Int32Array(highest + 1), nos: new Int32Array(courses), facts: [], cards: [] },
      ...{ prices: new Float64Array(courses), until: new Int32Array(courses * UNTIL) },
      ...{ starts: new Int32Array(courses + 1), dates: new Int32Array(dates * 3), offerings: new Int32Array(dates) },
    }
  }

  put({ no, facts, price, card, until, dates, offerings }: Kept): void {
    const { columns } = this
    columns.prices[this.#place] = price
    columns.until.set(until, this.#place * UNTIL)
    columns.dates.set(dates, this.#date * 3)
    columns.offerings.set(offerings, this.#date)
    this.#date += offerings.length
    this.#stand(no, facts, card)
  }

  /** Takes over a run of courses, those from one place up to another: most of them never change. */
  copy(from: AgendaColumns, begin: number, end: number): void {
    const { columns } = this
    const [first = 0, last = 0] = [from.starts[begin], from.starts[end]]
    columns.prices.set(from.prices.subarray(begin, end), this.#place)
    columns.until.set(from.until.subarray(begin * UNTIL, end * UNTIL), this.#place * UNTIL)
    columns.dates.set(from.dates.subarray(first, last), this.#date * 3)
    columns.offerings.set(from.offerings.subarray(first / 3, last / 3), this.#date)
    for (let place = begin; place < end; place += 1) {
      const [no, facts, card] = [from.nos[place], from.facts[place], from.cards[place]]
      this.#date += ((from.starts[place + 1] ?? 0) - (from.starts[place] ?? 0)) / 3
      if (no !== undefined && facts !== undefined && card !== undefined) this.#stand(no, facts, card)
    }
  }

  #stand(no: number, facts: CourseFacts, card: string): void {
    const { columns } = this
    columns.nos[this.#place] = no
    columns.facts.push(facts)
    columns.cards.push(card)
    this.#place += 1
    columns.places[no] = this.#place
    columns.starts[this.#place] = this.#date * 3
  }
}

/** No courses. */
export const noColumns = (): AgendaColumns => new ColumnWriter({ courses: 0, dates: 0, highest: 0 }).columns

/** The same after some changes: who changed stays in its place, who is new comes last, whose change is undefined is gone. */
export function changedColumns(before: AgendaColumns, changes: ReadonlyMap<number, Kept | undefined>): AgendaColumns {
  const writer = new ColumnWriter(sizeAfter(before, changes))
  let unwritten = 0
  for (const [place, no] of before.nos.entries()) {
    if (!changes.has(no)) continue
    writer.copy(before, unwritten, place)
    unwritten = place + 1
    const now = changes.get(no)
    if (now !== undefined) writer.put(now)
  }
  writer.copy(before, unwritten, before.nos.length)
  for (const now of changes.values()) if (now !== undefined && !before.places[now.no]) writer.put(now)
  return writer.columns
}

function sizeAfter(before: AgendaColumns, changes: ReadonlyMap<number, Kept | undefined>) {
  const size = { courses: before.nos.length, dates: before.offerings.length, highest: before.places.length - 1 }
  for (const [no, now] of changes) {
    const stood = before.places[no] ?? 0
    if (stood > 0) {
      size.courses -= 1
      size.dates -= ((before.starts[stood] ?? 0) - (before.starts[stood - 1] ?? 0)) / 3
    }
    if (now === undefined) continue
    size.courses += 1
    size.dates += now.offerings.length
    size.highest = Math.max(size.highest, no)
  }
  return size
}
