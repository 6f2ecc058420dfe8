import type { CourseForm, Register } from './course.ts'
import { REGISTERS } from './course.ts'
import { gemeenteNumber } from './place.ts'

/** Days are counted from 1 January 1970: whole numbers are compared a hundred thousand at a time. */
export const dayNumber = (day: string): number => Math.round(Date.parse(`${day}T00:00:00Z`) / 86_400_000)

/** When there is no day: one begins whenever one likes, or makes an appointment. Later than any day. */
export const ANY_DAY = 65_535
/** When there is no distance: online, or on one's own work. Further than anywhere, in km. */
export const NO_DISTANCE = 9_999

/** What someone asks of dates. */
export interface DateAsk {
  /** First and last day one may begin; nothing before today is ever asked. */
  from: number
  /** ANY_DAY when it does not matter. */
  to: number
  /** Only where the provider says that there are places left. */
  seats: boolean
  /** Near somewhere: how far every gemeente is, and how far one will go. `online` lets online in as well. */
  reach: { km: Float64Array; radius: number; online: boolean } | undefined
}

/** What is known of a date, added up: one can follow it online; the provider says that there are places left. */
export const ONLINE = 1
export const SEATS = 2

/**
 * How far someone has to go for a date that fits; NaN when it does not fit. `place` is the number of the gemeente, -1 when
 * it is online only. Bare numbers, for it is asked of every date there is.
 */
export function kmTo(day: number, place: number, flags: number, { from, to, seats, reach }: DateAsk): number {
  if (day < from || day > to || (seats && (flags & SEATS) === 0)) return Number.NaN
  if (reach === undefined) return NO_DISTANCE
  const km = place < 0 ? Number.POSITIVE_INFINITY : (reach.km[place] ?? Number.POSITIVE_INFINITY)
  if (km <= reach.radius) return km
  return reach.online && (flags & ONLINE) !== 0 ? NO_DISTANCE : Number.NaN
}

/** What is sought of a course beside its words and dates. */
export interface CourseFacts {
  form: CourseForm
  anyTime: boolean
  inCompany: boolean
  /** Null: on request. */
  priceCents: number | null
}

/**
 * Whether a course fits of which no date does. One that begins any day does: online, or at one's own work, wherever that
 * is. One that comes to the work only as long as no day, place or seat is asked. Any other is hidden: its dates are over.
 */
export function fitsLoose({ form, anyTime, inCompany }: CourseFacts, { to, seats, reach }: DateAsk): boolean {
  if (anyTime) {
    if (reach === undefined || form === 'workplace') return true
    return reach.online && (form === 'online' || form === 'self-paced')
  }
  return inCompany && to === ANY_DAY && !seats && reach === undefined
}

/** A course as it goes into the agenda. */
export interface AgendaEntry extends CourseFacts {
  no: number
  /** Per date "20800,GM0106,0,5": day, gemeente, online, places left (-1 when nobody told); divided by semicolons. */
  dates: string
  /** Per register "skj,20800": until which day its points hold (-1 when the register set no end); the same. */
  points: string
}

interface Kept extends CourseFacts {
  /** Three numbers per date, soonest first: day, place, flags. */
  dates: Int32Array
  until: Map<string, number>
}

function datesIn(text: string): Int32Array {
  if (text === '') return new Int32Array()
  const dates = text.split(';').map((one) => {
    const [day, gemeente = '', online, left] = one.split(',')
    const flags = (online === '1' ? ONLINE : 0) + (Number(left) > 0 ? SEATS : 0)
    return [Number(day), gemeenteNumber(gemeente), flags]
  })
  return Int32Array.from(dates.sort(([one = 0], [other = 0]) => one - other).flat())
}

function untilIn(text: string): Map<string, number> {
  if (text === '') return new Map()
  return new Map(
    text.split(';').map((one) => {
      const [register = '', day] = one.split(',')
      return [register, day === '-1' ? ANY_DAY : Number(day)]
    }),
  )
}

/** The dates of all courses while they change; `view` gives them as they are at one moment. */
export class AgendaBook {
  #courses = new Map<number, Kept>()

  put({ no, dates, points, ...facts }: AgendaEntry): void {
    const { form, anyTime, inCompany, priceCents } = facts
    const kept = { form, anyTime, inCompany, priceCents, dates: datesIn(dates), until: untilIn(points) }
    this.#courses.set(no, kept)
  }

  drop(no: number): void {
    this.#courses.delete(no)
  }

  view(): Agenda {
    return new Agenda(this.#courses)
  }
}

/** Which courses fit, by their place in the agenda. */
export interface Fitting {
  /** First day that fits; ANY_DAY without one, -1 when the course does not fit. */
  soonest: Int32Array
  /** Km to the nearest date that fits; NO_DISTANCE without one. */
  nearest: Float64Array
}

/** The dates of all courses at one moment, side by side: a hundred thousand are looked through in a millisecond. */
export class Agenda {
  /** Where a course stands here, by its number; one more than that, for 0 is nowhere. */
  #places: Int32Array
  #facts: CourseFacts[] = []
  #prices: Float64Array
  #until: ReadonlyMap<string, Int32Array>
  /** Where the dates of each course begin; one more at the end. */
  #starts: Int32Array
  #dates: Int32Array

  constructor(courses: ReadonlyMap<number, Kept>) {
    const size = courses.size
    let highest = 0
    let length = 0
    for (const [no, { dates }] of courses) {
      highest = Math.max(highest, no)
      length += dates.length
    }
    this.#places = new Int32Array(highest + 1)
    this.#prices = new Float64Array(size)
    this.#starts = new Int32Array(size + 1)
    this.#until = new Map(REGISTERS.map((register) => [register, new Int32Array(size).fill(-1)]))
    this.#dates = new Int32Array(length)
    let at = 0
    for (const [no, { dates, until, ...facts }] of courses) {
      const place = this.#facts.push(facts) - 1
      this.#places[no] = place + 1
      this.#prices[place] = facts.priceCents ?? Number.POSITIVE_INFINITY
      for (const [register, day] of until) this.#until.get(register)?.fill(day, place, place + 1)
      this.#starts[place] = at
      this.#dates.set(dates, at)
      at += dates.length
    }
    this.#starts[size] = at
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

  fitting(ask: DateAsk): Fitting {
    const [facts, starts, dates] = [this.#facts, this.#starts, this.#dates]
    const soonest = new Int32Array(facts.length)
    const nearest = new Float64Array(facts.length)
    for (let place = 0; place < facts.length; place += 1) {
      let first = -1
      let least = NO_DISTANCE
      const end = starts[place + 1] ?? 0
      for (let at = starts[place] ?? end; at < end; at += 3) {
        const day = dates[at] ?? 0
        const km = kmTo(day, dates[at + 1] ?? -1, dates[at + 2] ?? 0, ask)
        if (Number.isNaN(km)) continue
        if (first < 0) first = day
        if (km < least) least = km
      }
      const loose = facts[place]
      soonest[place] = first < 0 && loose !== undefined && fitsLoose(loose, ask) ? ANY_DAY : first
      nearest[place] = least
    }
    return { soonest, nearest }
  }

  /** In how many of these courses a date fits, by the number of the gemeente where it is. */
  perPlace(nos: Iterable<number>, ask: DateAsk): Map<number, number> {
    const counts = new Map<number, number>()
    for (const no of nos) {
      const here = new Set<number>()
      const course = this.placeOf(no)
      const end = this.#starts[course + 1] ?? 0
      for (let at = this.#starts[course] ?? end; at < end; at += 3) {
        const [day = 0, place = -1, flags = 0] = this.#dates.subarray(at, at + 3)
        if (place >= 0 && !Number.isNaN(kmTo(day, place, flags, ask))) here.add(place)
      }
      for (const place of here) counts.set(place, (counts.get(place) ?? 0) + 1)
    }
    return counts
  }
}
