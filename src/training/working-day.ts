import { daysLater } from '../foundation/day.ts'

/** Easter Sunday of a year as 'YYYY-MM-DD'. Source: the Gregorian computus of Meeus, Jones and Butcher. */
export function easter(year: number): string {
  const a = year % 19
  const b = Math.floor(year / 100)
  const c = year % 100
  const d = Math.floor(b / 4)
  const g = Math.floor((8 * b + 13) / 25)
  const h = (19 * a + b - d - g + 15) % 30
  const i = Math.floor(c / 4)
  const l = (32 + 2 * (b % 4) + 2 * i - h - (c % 4)) % 7
  const m = Math.floor((a + 11 * h + 22 * l) / 451)
  const month = Math.floor((h + l - 7 * m + 114) / 31)
  const day = ((h + l - 7 * m + 114) % 31) + 1
  return `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`
}

const weekday = (day: string): number => new Date(`${day}T00:00:00Z`).getUTCDay()

/** King's day is the 27th of April, or the 26th when that is a Sunday. */
const kingsDay = (year: number): string => (weekday(`${year}-04-27`) === 0 ? `${year}-04-26` : `${year}-04-27`)

/**
 * Days on which nobody is at the desk. Source: Algemene termijnenwet art. 3 (new year, Easter Monday, Ascension, Whit
 * Monday, both days of Christmas, King's day, Liberation day, and Good Friday, which it sets equal).
 */
export function isHoliday(day: string): boolean {
  const year = Number(day.slice(0, 4))
  const sunday = easter(year)
  const moving = [-2, 1, 39, 50].map((days) => daysLater(sunday, days))
  return [`${year}-01-01`, ...moving, kingsDay(year), `${year}-05-05`, `${year}-12-25`, `${year}-12-26`].includes(day)
}

/** Monday to Friday, without holidays. */
export const isWorkingDay = (day: string): boolean => ![0, 6].includes(weekday(day)) && !isHoliday(day)

/** The day that is so many working days after this one; the day itself does not count. */
export function workingDaysLater(day: string, count: number): string {
  let at = day
  for (let left = count; left > 0; ) {
    at = daysLater(at, 1)
    if (isWorkingDay(at)) left -= 1
  }
  return at
}
