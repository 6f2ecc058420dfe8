import { after, MINUTE } from './clock.ts'

/** Days are 'YYYY-MM-DD', in Dutch time: `dutchDay` of the clock says which one it is. */

const dayWords = new Intl.DateTimeFormat('nl-NL', { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' })

/** "1 december 2026" of '2026-12-01'; what is no day stays as it is. */
export const dayInDutch = (day: string): string => (isDay(day) ? dayWords.format(new Date(`${day}T00:00:00Z`)) : day)

/** Whether a text is a day that exists. */
export function isDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false
  const at = new Date(`${text}T00:00:00Z`)
  return !Number.isNaN(at.getTime()) && at.toISOString().startsWith(text)
}

/** The day `days` days later. */
export function daysLater(day: string, days: number): string {
  const at = new Date(`${day}T00:00:00Z`)
  at.setUTCDate(at.getUTCDate() + days)
  return at.toISOString().slice(0, 10)
}

/** The same day one year later; 29 February becomes 1 March. */
export function yearLater(day: string): string {
  const at = new Date(`${day}T00:00:00Z`)
  at.setUTCFullYear(at.getUTCFullYear() + 1)
  return at.toISOString().slice(0, 10)
}

const MONTHS = 'januari februari maart april mei juni juli augustus september oktober november december'.split(' ')

/** A month by its name or the first letters of it; "mrt" is how spreadsheets and calendars shorten March. */
const monthNamed = (word: string): number =>
  word === 'mrt' ? 3 : MONTHS.findIndex((name) => word.length >= 3 && name.startsWith(word)) + 1

/** The day someone means who types "2026-11-09", "9-11-2026", "9/11/2026", "9 november 2026" or "9-nov-2026"; undefined when there is no such day. */
export function dayTyped(text: string): string | undefined {
  const typed = text.trim().toLowerCase()
  const named = /^(\d{1,2})[\s-]+([a-z]+)\.?[\s-]+(\d{4})$/.exec(typed)
  const turned = /^(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})$/.exec(typed)
  const parts = turned
    ? [turned[3], turned[2], turned[1]]
    : named
      ? [named[3], String(monthNamed(named[2] ?? '')), named[1]]
      : undefined
  const day = parts ? parts.map((part, at) => (part ?? '').padStart(at === 0 ? 4 : 2, '0')).join('-') : typed
  return isDay(day) ? day : undefined
}

const clock = new Intl.DateTimeFormat('sv-SE', {
  timeZone: 'Europe/Amsterdam',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
})

/** Day and time on a Dutch clock: ['2026-12-01', '14:30']. */
export function onDutchClock(at: Date): [day: string, time: string] {
  const [day = '', time = ''] = clock.format(at).split(' ')
  return [day, time]
}

/** The moment the day of this moment ends on a Dutch clock. */
export function endOfDutchDay(at: Date): Date {
  const end = fromDutchClock(daysLater(onDutchClock(at)[0], 1), '00:00')
  if (!end) throw new Error('A Dutch clock is never put forward at midnight.')
  return end
}

/**
 * The moment a Dutch clock shows this day and time. In the hour that is skipped in March there is none: undefined. Of
 * the hour that comes twice in October it is the first.
 */
export function fromDutchClock(day: string, time: string): Date | undefined {
  const asUtc = new Date(`${day}T${time}:00Z`)
  if (Number.isNaN(asUtc.getTime())) return undefined
  return [120, 60]
    .map((offset) => after(asUtc, -offset * MINUTE))
    .find((at) => onDutchClock(at).join(' ') === `${day} ${time}`)
}
