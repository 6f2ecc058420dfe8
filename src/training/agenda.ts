import { GEMEENTEN } from '../foundation/gemeente.ts'
import type { AgendaColumns } from './agenda-columns.ts'
import { REGISTERS, type Register } from './course.ts'
import { type CourseCard, cardIn } from './course-card.ts'
import { ANY_DAY, type DateAsk, fitsLoose, kmTo, LEFT, NO_DISTANCE, ONLINE, SEATS } from './date-ask.ts'
import { type DatesByPlace, datesAt, datesByPlace, gemeentenWithin, onlineOf } from './dates-by-place.ts'
import { type DatesInTime, inTime } from './dates-in-time.ts'
import { copyOf, type Fitting, mark, markFitting, nothingFits } from './fitting.ts'
import type { DateAhead } from './offering.ts'
import { ALL_PROVINCES, provinceBit } from './province.ts'

/** Days are counted from 1 January 1970: whole numbers are compared a hundred thousand at a time. */
export const dayNumber = (day: string): number =>
  numberOfDay.get(day) ?? Math.round(Date.parse(`${day}T00:00:00Z`) / 86_400_000)

/** The day of a number. */
export function dayOf(number: number): string {
  const known = daysOfNumbers.get(number)
  if (known !== undefined) return known
  const day = new Date(number * 86_400_000).toISOString().slice(0, 10)
  daysOfNumbers.set(number, day)
  numberOfDay.set(day, number)
  return day
}

/** Days that stood in a list, both ways round: every list says hundreds of them, and there are no more than ANY_DAY. */
const daysOfNumbers = new Map<number, string>()
const numberOfDay = new Map<string, number>()

/** A course as lists show it, with its dates from today on, soonest first. */
export interface CourseRow {
  no: number
  course: CourseCard
  ahead: DateAhead[]
}

/** An answer that is kept may cost so many times as much as one that is not. */
const FEW = 4

/** Answers kept at most: a month each, with and without places left, from nowhere and from somewhere. */
const MOST_ASKED = 30

const anywhereKey = ({ from, to, seats, provinces, reach }: DateAsk): string =>
  `${from} ${to} ${seats} ${provinces} ${reach?.online}`

/** The dates of all courses at one moment, side by side: a hundred thousand are looked through in a millisecond. */
export class Agenda {
  #columns: AgendaColumns
  #byPlace: DatesByPlace
  /** Of all dates one can follow online, wherever they are: course, day and flags each. */
  #online: Int32Array
  /** What fits wherever one is, by what else is asked. */
  #anywhere = new Map<string, Fitting>()
  #inTime: DatesInTime | undefined

  constructor(columns: AgendaColumns) {
    this.#columns = columns
    this.#byPlace = datesByPlace(columns.starts, columns.dates)
    this.#online = onlineOf(this.#byPlace)
  }

  /** Where a course stands here; -1 when it is not there. */
  placeOf(no: number): number {
    return (this.#columns.places[no] ?? 0) - 1
  }

  /** Cents; infinite when the price is on request. */
  priceAt(place: number): number {
    return this.#columns.prices[place] ?? Number.POSITIVE_INFINITY
  }

  /** Whether points of a register hold on a day. */
  holds(place: number, register: Register, day: number): boolean {
    return (this.#columns.until[place * REGISTERS.length + REGISTERS.indexOf(register)] ?? -1) >= day
  }

  /** The courses with these numbers, in their order; what is not there is passed over. */
  rowsOf(nos: readonly number[], today: string): CourseRow[] {
    const from = dayNumber(today)
    const { cards, facts, prices } = this.#columns
    return nos.flatMap((no) => {
      const place = this.placeOf(no)
      const [card, fact, price = 0] = [cards[place], facts[place], prices[place]]
      if (card === undefined || fact === undefined) return []
      const course = cardIn(card, fact, Number.isFinite(price) ? price : null)
      return [{ no, course, ahead: this.#aheadAt(place, from) }]
    })
  }

  /** The dates of a course from a day on, soonest first; none when it is not there. */
  aheadOf(no: number, today: string): DateAhead[] {
    return this.#aheadAt(this.placeOf(no), dayNumber(today))
  }

  #aheadAt(place: number, from: number): DateAhead[] {
    const ahead: DateAhead[] = []
    const { starts, dates } = this.#columns
    const end = starts[place + 1] ?? 0
    for (let at = starts[place] ?? end; at < end; at += 3) {
      const day = dates[at] ?? 0
      if (day < from) continue
      const [gemeente, flags] = [dates[at + 1] ?? -1, dates[at + 2] ?? 0]
      const left = Math.floor(flags / LEFT) - 1
      ahead.push({
        ...{ startsOn: dayOf(day), gemeente: GEMEENTEN[gemeente]?.code ?? '', online: (flags & ONLINE) !== 0 },
        seatsLeft: left < 0 ? null : left,
      })
    }
    return ahead
  }

  /**
   * Of which courses a date fits. Of `among` (numbers of courses) alone each is looked at, when they have fewer dates than
   * there are to look through.
   */
  fitting(ask: DateAsk, among?: readonly number[]): Fitting {
    const { reach } = ask
    const near = reach === undefined ? [] : gemeentenWithin(reach)
    if (among !== undefined && this.#hasFewer(among, ask, near)) return this.#fittingAmong(ask, among)
    const anywhere = this.#fittingAnywhere(ask)
    if (reach === undefined) return anywhere
    const fitting = copyOf(anywhere)
    for (const gemeente of near) this.#markAt(gemeente, fitting, ask, reach.km[gemeente] ?? NO_DISTANCE)
    return fitting
  }

  /** Whether these courses have, by and large, fewer dates than would be looked through for all courses. */
  #hasFewer(among: readonly number[], ask: DateAsk, near: readonly number[]): boolean {
    const all = this.#columns.dates.length
    const dates = (among.length / this.#columns.nos.length) * all
    if (ask.reach !== undefined)
      return dates < near.reduce((sum, gemeente) => sum + datesAt(this.#byPlace, gemeente).length, 0)
    return !this.#anywhere.has(anywhereKey(ask)) && dates * FEW < all
  }

  #markAt(gemeente: number, fitting: Fitting, ask: DateAsk, km: number): void {
    const alike = { km, flags: ask.seats ? SEATS : 0, provinces: provinceBit(gemeente) }
    markFitting(fitting, datesAt(this.#byPlace, gemeente), ask, alike)
  }

  /**
   * What fits wherever one is: all of it when no place was asked, else what is online and what needs no date. Few
   * questions differ in it and each is asked often, so each is worked out once.
   */
  #fittingAnywhere(ask: DateAsk): Fitting {
    const key = anywhereKey(ask)
    const known = this.#anywhere.get(key)
    if (known !== undefined) return known
    const fitting = nothingFits(this.#columns.nos.length)
    if (ask.reach === undefined)
      for (let gemeente = -1; gemeente < GEMEENTEN.length; gemeente += 1)
        this.#markAt(gemeente, fitting, ask, NO_DISTANCE)
    const online = { km: NO_DISTANCE, flags: ONLINE | (ask.seats ? SEATS : 0), provinces: ALL_PROVINCES }
    if (ask.reach?.online) markFitting(fitting, this.#online, ask, online)
    this.#markLoose(fitting, ask, this.#columns.facts.keys())
    if (this.#anywhere.size >= MOST_ASKED) this.#anywhere.clear()
    this.#anywhere.set(key, fitting)
    return fitting
  }

  /** Marks those of these courses that fit without a date. */
  #markLoose({ soonest, provinces }: Fitting, ask: DateAsk, places: Iterable<number>): void {
    const placed = { ...ask, provinces: ALL_PROVINCES }
    for (const place of places) {
      const facts = this.#columns.facts[place]
      if (facts === undefined) continue
      if (soonest[place] === 0 && fitsLoose(facts, ask)) soonest[place] = ANY_DAY
      if (fitsLoose(facts, placed)) provinces[place] = ALL_PROVINCES
    }
  }

  #fittingAmong(ask: DateAsk, among: readonly number[]): Fitting {
    const { nos, starts, dates } = this.#columns
    const fitting = nothingFits(nos.length)
    const anywhere = { ...ask, provinces: 0 }
    const places = among.map((no) => this.placeOf(no))
    for (const place of places)
      for (let at = starts[place] ?? 0; at < (starts[place + 1] ?? 0); at += 3) {
        const [day = 0, gemeente = -1, flags = 0] = [dates[at], dates[at + 1], dates[at + 2]]
        if (Number.isNaN(kmTo(day, gemeente, flags, anywhere))) continue
        const provinces = ask.reach?.online && (flags & ONLINE) !== 0 ? ALL_PROVINCES : provinceBit(gemeente)
        fitting.provinces[place] = (fitting.provinces[place] ?? 0) | provinces
        const km = kmTo(day, gemeente, flags, ask)
        if (!Number.isNaN(km)) mark(fitting, place, day, km)
      }
    this.#markLoose(fitting, ask, places)
    return fitting
  }

  /** Numbers of the dates that fit, of the courses with these numbers, soonest first. */
  offeringsOf(nos: readonly number[], ask: DateAsk): Int32Array {
    const { starts, dates, offerings } = this.#columns
    this.#inTime ??= inTime(starts, dates)
    const { at, course } = this.#inTime
    const wanted = new Uint8Array(this.#columns.nos.length)
    for (const no of nos) wanted[this.placeOf(no)] = 1
    const found = new Int32Array(at.length)
    let size = 0
    for (let next = 0; next < at.length; next += 1) {
      if (wanted[course[next] ?? 0] !== 1) continue
      const date = at[next] ?? 0
      const [day = 0, place = -1, flags = 0] = [dates[date], dates[date + 1], dates[date + 2]]
      if (Number.isNaN(kmTo(day, place, flags, ask))) continue
      found[size] = offerings[date / 3] ?? 0
      size += 1
    }
    return found.subarray(0, size)
  }

  /** In how many of these courses a date fits, by the number of the gemeente where it is. */
  perPlace(nos: Iterable<number>, { reach, ...asked }: DateAsk): Map<number, number> {
    const { starts, dates } = this.#columns
    const counts = new Map<number, number>()
    // Online is in no gemeente: what can be followed from afar lies where it is, and that may be too far.
    const ask = { ...asked, reach: reach && { ...reach, online: false } }
    for (const no of nos) {
      const here = new Set<number>()
      const course = this.placeOf(no)
      const end = starts[course + 1] ?? 0
      for (let at = starts[course] ?? end; at < end; at += 3) {
        const place = dates[at + 1] ?? -1
        const km = kmTo(dates[at] ?? 0, place, dates[at + 2] ?? 0, ask)
        if (place >= 0 && !Number.isNaN(km)) here.add(place)
      }
      for (const place of here) counts.set(place, (counts.get(place) ?? 0) + 1)
    }
    return counts
  }
}
