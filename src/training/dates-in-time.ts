/** All dates in the order of their days: where each stands, and of which course it is. */
export interface DatesInTime {
  at: Int32Array
  course: Int32Array
}

/** More places for dates than there will be. */
const DATES = 2 ** 24

/** Sorts all dates of an agenda: where the dates of each course begin, and three numbers per date, its day first. */
export function inTime(starts: Int32Array, dates: Int32Array): DatesInTime {
  const keys = new Float64Array(dates.length / 3)
  for (let date = 0; date < keys.length; date += 1) keys[date] = (dates[date * 3] ?? 0) * DATES + date
  const courseOf = new Int32Array(keys.length)
  for (let course = 0; course + 1 < starts.length; course += 1)
    courseOf.fill(course, (starts[course] ?? 0) / 3, (starts[course + 1] ?? 0) / 3)
  const order = Int32Array.from(keys.sort(), (key) => key % DATES)
  return { at: order.map((date) => date * 3), course: order.map((date) => courseOf[date] ?? 0) }
}
