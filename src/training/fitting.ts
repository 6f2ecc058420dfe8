import { type DateAsk, NO_DISTANCE } from './date-ask.ts'

/** Which courses fit, by their place in the agenda. */
export interface Fitting {
  /** First day that fits; ANY_DAY without one, 0 when the course does not fit. */
  soonest: Uint16Array
  /** Km to the nearest date that fits; NO_DISTANCE without one. */
  nearest: Float32Array
  /** In which provinces a date fits, as bits, whichever were asked: that one can choose another is said beside it. */
  provinces: Uint16Array
}

/** No course fits, of so many. */
export const nothingFits = (courses: number): Fitting => ({
  soonest: new Uint16Array(courses),
  nearest: new Float32Array(courses).fill(NO_DISTANCE),
  provinces: new Uint16Array(courses),
})

/** The same, to be added to. */
export const copyOf = ({ soonest, nearest, provinces }: Fitting): Fitting => ({
  soonest: soonest.slice(),
  nearest: nearest.slice(),
  provinces: provinces.slice(),
})

/** Notes of a course the soonest and the nearest day that fits. */
export function mark({ soonest, nearest }: Fitting, course: number, day: number, km: number): void {
  const before = soonest[course] ?? 0
  if (before === 0 || day < before) soonest[course] = day
  if (km < (nearest[course] ?? 0)) nearest[course] = km
}

/** What all dates that are looked through together have, or must have. */
export interface Alike {
  km: number
  flags: number
  /** Their provinces, as bits. */
  provinces: number
}

/** Marks those of these dates that fit, all of them equally far. */
export function markFitting(fitting: Fitting, dates: Int32Array, ask: DateAsk, { km, flags, provinces }: Alike): void {
  const { from, to } = ask
  const isThere = ask.provinces === 0 || (ask.provinces & provinces) !== 0
  for (let at = 0; at < dates.length; at += 3) {
    const day = dates[at + 1] ?? 0
    if (day < from || day > to || ((dates[at + 2] ?? 0) & flags) !== flags) continue
    const course = dates[at] ?? 0
    fitting.provinces[course] = (fitting.provinces[course] ?? 0) | provinces
    if (isThere) mark(fitting, course, day, km)
  }
}
