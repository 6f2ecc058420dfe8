import { GEMEENTEN } from '../foundation/gemeente.ts'
import { type DateAsk, ONLINE } from './date-ask.ts'

/** All dates by the number of their gemeente, online only first: course, day and flags each. */
export interface DatesByPlace {
  /** Where the dates of each gemeente begin, one further than its number. */
  begins: Int32Array
  dates: Int32Array
}

/** Sorts all dates of an agenda by their gemeente: where the dates of each course begin, and three numbers per date. */
export function datesByPlace(starts: Int32Array, dates: Int32Array): DatesByPlace {
  const begins = new Int32Array(GEMEENTEN.length + 2)
  for (let at = 1; at < dates.length; at += 3) {
    const after = (dates[at] ?? -1) + 2
    begins[after] = (begins[after] ?? 0) + 3
  }
  for (let at = 1; at < begins.length; at += 1) begins[at] = (begins[at] ?? 0) + (begins[at - 1] ?? 0)
  const ends = begins.slice()
  const sorted = new Int32Array(dates.length)
  for (let course = 0; course + 1 < starts.length; course += 1)
    for (let at = starts[course] ?? 0; at < (starts[course + 1] ?? 0); at += 3) {
      const place = (dates[at + 1] ?? -1) + 1
      const to = ends[place] ?? 0
      sorted[to] = course
      sorted[to + 1] = dates[at] ?? 0
      sorted[to + 2] = dates[at + 2] ?? 0
      ends[place] = to + 3
    }
  return { begins, dates: sorted }
}

/** Those of them one can follow online, wherever they are: course, day and flags each. */
export function onlineOf({ dates }: DatesByPlace): Int32Array {
  const online = new Int32Array(dates.length)
  let size = 0
  for (let at = 0; at < dates.length; at += 3) {
    if (((dates[at + 2] ?? 0) & ONLINE) === 0) continue
    online.set(dates.subarray(at, at + 3), size)
    size += 3
  }
  return online.slice(0, size)
}

/** The dates of one gemeente; -1 for what is online only. */
export const datesAt = ({ begins, dates }: DatesByPlace, gemeente: number): Int32Array =>
  dates.subarray(begins[gemeente + 1], begins[gemeente + 2])

/** Numbers of the gemeenten one will go to. */
export function gemeentenWithin({ km, radius }: NonNullable<DateAsk['reach']>): number[] {
  const near: number[] = []
  km.forEach((far, gemeente) => {
    if (far <= radius) near.push(gemeente)
  })
  return near
}
