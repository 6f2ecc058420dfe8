import { GEMEENTEN } from '../foundation/gemeente.ts'
import { type Course, REGISTERS, type Register } from './course.ts'
import {
  ANY_DAY,
  type CourseFacts,
  type DateAsk,
  fitsLoose,
  kmTo,
  LEFT,
  NO_DISTANCE,
  ONLINE,
  SEATS,
} from './date-ask.ts'
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

/** What lists say of a course besides its dates. */
export type CourseCard = Pick<
  Course,
  | 'slug'
  | 'title'
  | 'minutes'
  | 'form'
  | 'anyTime'
  | 'inCompany'
  | 'priceCents'
  | 'accreditations'
  | 'fictional'
  | 'lookedAt'
> & {
  /** Name of the provider. */
  provider: string
}

/** A course as lists show it, with its dates from today on, soonest first. */
export interface CourseRow {
  no: number
  course: CourseCard
  ahead: DateAhead[]
}

/** A course as it goes into the agenda. */
export interface AgendaEntry extends CourseFacts {
  no: number
  /** A CourseCard as JSON: small as text, and only a page of them is ever read. */
  card: string
  /** Per date "20800,GM0106,0,5,812": day, gemeente, online, places left (-1 when nobody told), number; divided by semicolons. */
  dates: string
  /** Per register "skj,20800": until which day its points hold (-1 when the register set no end); the same. */
  points: string
}

/** A course as the agenda keeps it, in bare numbers: of tens of thousands each object counts. */
export interface Kept {
  facts: CourseFacts
  card: string
  /** Four numbers per date, soonest first: day, place, flags, and which date it is. */
  dates: readonly number[]
  until: readonly { register: Register; day: number }[]
}

function cardIn(text: string): CourseCard {
  const card: Omit<CourseCard, 'lookedAt'> & { lookedAt: string | null } = JSON.parse(text)
  return { ...card, lookedAt: card.lookedAt === null ? null : new Date(card.lookedAt) }
}

/** An answer that is kept may cost so many times as much as one that is not. */
const FEW = 4

/** Answers kept at most: a month each, with and without places left, from nowhere and from somewhere. */
const MOST_ASKED = 30

const anywhereKey = ({ from, to, seats, provinces, reach }: DateAsk): string =>
  `${from} ${to} ${seats} ${provinces} ${reach?.online}`

/** The dates of all courses at one moment, side by side: a hundred thousand are looked through in a millisecond. */
export class Agenda {
  /** Where a course stands here, by its number; one more than that, for 0 is nowhere. */
  #places: Int32Array
  #facts: CourseFacts[] = []
  #cards: string[] = []
  #byPlace: DatesByPlace
  /** Of all dates one can follow online, wherever they are: course, day and flags each. */
  #online: Int32Array
  /** What fits wherever one is, by what else is asked. */
  #anywhere = new Map<string, Fitting>()
  #prices: Float64Array
  #until: ReadonlyMap<string, Int32Array>
  /** Where the dates of each course begin; one more at the end. */
  #starts: Int32Array
  #dates: Int32Array
  #offerings: Int32Array
  #inTime: DatesInTime | undefined

  constructor(courses: ReadonlyMap<number, Kept>) {
    const size = courses.size
    let highest = 0
    let length = 0
    for (const [no, { dates }] of courses) {
      highest = Math.max(highest, no)
      length += dates.length / 4
    }
    this.#places = new Int32Array(highest + 1)
    this.#prices = new Float64Array(size)
    this.#starts = new Int32Array(size + 1)
    this.#until = new Map(REGISTERS.map((register) => [register, new Int32Array(size).fill(-1)]))
    this.#dates = new Int32Array(length * 3)
    this.#offerings = new Int32Array(length)
    let date = 0
    for (const [no, { facts, card, dates, until }] of courses) {
      const place = this.#facts.push(facts) - 1
      this.#cards.push(card)
      this.#places[no] = place + 1
      this.#prices[place] = facts.priceCents ?? Number.POSITIVE_INFINITY
      for (const { register, day } of until) this.#until.get(register)?.fill(day, place, place + 1)
      this.#starts[place] = date * 3
      for (let at = 0; at < dates.length; at += 4, date += 1) {
        for (let part = 0; part < 3; part += 1) this.#dates[date * 3 + part] = dates[at + part] ?? 0
        this.#offerings[date] = dates[at + 3] ?? 0
      }
    }
    this.#starts[size] = date * 3
    this.#byPlace = datesByPlace(this.#starts, this.#dates)
    this.#online = onlineOf(this.#byPlace)
  }

  /** Where a course stands here; -1 when it is not there. */
  placeOf(no: number): number {
    return (this.#places[no] ?? 0) - 1
  }

  /** Cents; infinite when the price is on request. */
  priceAt(place: number): number {
    return this.#prices[place] ?? Number.POSITIVE_INFINITY
  }

  /** Whether points of a register hold on a day. */
  holds(place: number, register: Register, day: number): boolean {
    return (this.#until.get(register)?.[place] ?? -1) >= day
  }

  /** The courses with these numbers, in their order; what is not there is passed over. */
  rowsOf(nos: readonly number[], today: string): CourseRow[] {
    const from = dayNumber(today)
    return nos.flatMap((no) => {
      const place = this.placeOf(no)
      const card = this.#cards[place]
      return card === undefined ? [] : [{ no, course: cardIn(card), ahead: this.#aheadAt(place, from) }]
    })
  }

  /** The dates of a course from a day on, soonest first; none when it is not there. */
  aheadOf(no: number, today: string): DateAhead[] {
    return this.#aheadAt(this.placeOf(no), dayNumber(today))
  }

  #aheadAt(place: number, from: number): DateAhead[] {
    const ahead: DateAhead[] = []
    const end = this.#starts[place + 1] ?? 0
    for (let at = this.#starts[place] ?? end; at < end; at += 3) {
      const day = this.#dates[at] ?? 0
      if (day < from) continue
      const [gemeente, flags] = [this.#dates[at + 1] ?? -1, this.#dates[at + 2] ?? 0]
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
    const dates = (among.length / this.#facts.length) * this.#dates.length
    if (ask.reach !== undefined)
      return dates < near.reduce((sum, gemeente) => sum + datesAt(this.#byPlace, gemeente).length, 0)
    return !this.#anywhere.has(anywhereKey(ask)) && dates * FEW < this.#dates.length
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
    const fitting = nothingFits(this.#facts.length)
    if (ask.reach === undefined)
      for (let gemeente = -1; gemeente < GEMEENTEN.length; gemeente += 1)
        this.#markAt(gemeente, fitting, ask, NO_DISTANCE)
    const online = { km: NO_DISTANCE, flags: ONLINE | (ask.seats ? SEATS : 0), provinces: ALL_PROVINCES }
    if (ask.reach?.online) markFitting(fitting, this.#online, ask, online)
    this.#markLoose(fitting, ask, this.#facts.keys())
    if (this.#anywhere.size >= MOST_ASKED) this.#anywhere.clear()
    this.#anywhere.set(key, fitting)
    return fitting
  }

  /** Marks those of these courses that fit without a date. */
  #markLoose({ soonest, provinces }: Fitting, ask: DateAsk, places: Iterable<number>): void {
    const placed = { ...ask, provinces: ALL_PROVINCES }
    for (const place of places) {
      const facts = this.#facts[place]
      if (facts === undefined) continue
      if (soonest[place] === 0 && fitsLoose(facts, ask)) soonest[place] = ANY_DAY
      if (fitsLoose(facts, placed)) provinces[place] = ALL_PROVINCES
    }
  }

  #fittingAmong(ask: DateAsk, among: readonly number[]): Fitting {
    const fitting = nothingFits(this.#facts.length)
    const anywhere = { ...ask, provinces: 0 }
    const places = among.map((no) => this.placeOf(no))
    for (const place of places)
      for (let at = this.#starts[place] ?? 0; at < (this.#starts[place + 1] ?? 0); at += 3) {
        const [day = 0, gemeente = -1, flags = 0] = [this.#dates[at], this.#dates[at + 1], this.#dates[at + 2]]
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
    this.#inTime ??= inTime(this.#starts, this.#dates)
    const { at, course } = this.#inTime
    const wanted = new Uint8Array(this.#facts.length)
    for (const no of nos) wanted[this.placeOf(no)] = 1
    const found = new Int32Array(at.length)
    let size = 0
    for (let next = 0; next < at.length; next += 1) {
      if (wanted[course[next] ?? 0] !== 1) continue
      const date = at[next] ?? 0
      const [day = 0, place = -1, flags = 0] = [this.#dates[date], this.#dates[date + 1], this.#dates[date + 2]]
      if (Number.isNaN(kmTo(day, place, flags, ask))) continue
      found[size] = this.#offerings[date / 3] ?? 0
      size += 1
    }
    return found.subarray(0, size)
  }

  /** In how many of these courses a date fits, by the number of the gemeente where it is. */
  perPlace(nos: Iterable<number>, { reach, ...asked }: DateAsk): Map<number, number> {
    const counts = new Map<number, number>()
    // Online is in no gemeente: what can be followed from afar lies where it is, and that may be too far.
    const ask = { ...asked, reach: reach && { ...reach, online: false } }
    for (const no of nos) {
      const here = new Set<number>()
      const course = this.placeOf(no)
      const end = this.#starts[course + 1] ?? 0
      for (let at = this.#starts[course] ?? end; at < end; at += 3) {
        const place = this.#dates[at + 1] ?? -1
        const km = kmTo(this.#dates[at] ?? 0, place, this.#dates[at + 2] ?? 0, ask)
        if (place >= 0 && !Number.isNaN(km)) here.add(place)
      }
      for (const place of here) counts.set(place, (counts.get(place) ?? 0) + 1)
    }
    return counts
  }
}
