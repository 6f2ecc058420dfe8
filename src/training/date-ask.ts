import type { CourseForm } from './course.ts'
import { provinceBit } from './province.ts'

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
  /** In any of these, as bits; 0 when it does not matter. What `online` lets in lies in none, and stays. */
  provinces: number
}

/** What is known of a date, added up: one can follow it online; the provider says that there are places left. */
export const ONLINE = 1
export const SEATS = 2
/** From here on: one more than the places that are left, 0 when nobody told. */
export const LEFT = 4

/**
 * How far someone has to go for a date that fits; NaN when it does not fit. `place` is the number of the gemeente, -1 when
 * it is online only. Bare numbers, for it is asked of every date there is.
 */
export function kmTo(day: number, place: number, flags: number, ask: DateAsk): number {
  const { from, to, seats, reach, provinces } = ask
  if (day < from || day > to || (seats && (flags & SEATS) === 0)) return Number.NaN
  const isThere = provinces === 0 || (provinceBit(place) & provinces) !== 0
  if (reach === undefined) return isThere ? NO_DISTANCE : Number.NaN
  const km = place < 0 ? Number.POSITIVE_INFINITY : (reach.km[place] ?? Number.POSITIVE_INFINITY)
  if (isThere && km <= reach.radius) return km
  return reach.online && (flags & ONLINE) !== 0 ? NO_DISTANCE : Number.NaN
}

/** What is sought of a course beside its words and dates. */
export interface CourseFacts {
  form: CourseForm
  anyTime: boolean
  inCompany: boolean
}

/**
 * Whether a course fits of which no date does. One that begins any day does: online, or at one's own work, wherever that
 * is. One that comes to the work only as long as no day, place or seat is asked. Any other is hidden: its dates are over.
 */
export function fitsLoose({ form, anyTime, inCompany }: CourseFacts, ask: DateAsk): boolean {
  const { to, seats, reach, provinces } = ask
  const isAnywhere = reach === undefined && provinces === 0
  if (anyTime) {
    if (isAnywhere || form === 'workplace') return true
    return reach?.online === true && (form === 'online' || form === 'self-paced')
  }
  return inCompany && to === ANY_DAY && !seats && isAnywhere
}
