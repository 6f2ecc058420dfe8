/** Where "now" comes from. Always an argument, so that rules and tests decide the time. */
export type Clock = () => Date

/** The clock of the machine. */
export const wallClock: Clock = () => new Date()

/** Durations in milliseconds, so that nobody has to count zeros. */
export const SECOND = 1_000
export const MINUTE = 60 * SECOND
export const HOUR = 60 * MINUTE
export const DAY = 24 * HOUR

/** The moment `ms` milliseconds after `from` (before it, when negative). */
export function after(from: Date, ms: number): Date {
  return new Date(from.getTime() + ms)
}

const dutchDate = new Intl.DateTimeFormat('nl-NL', {
  day: 'numeric',
  month: 'long',
  year: 'numeric',
  timeZone: 'Europe/Amsterdam',
})
const dutchTime = new Intl.DateTimeFormat('nl-NL', { hour: '2-digit', minute: '2-digit', timeZone: 'Europe/Amsterdam' })

/** "21 november 2026", in Dutch time. */
export const inDutch = (date: Date): string => dutchDate.format(date)

/** "21 november 2026, 20:05 uur", in Dutch time. */
export const inDutchWithTime = (date: Date): string => `${dutchDate.format(date)}, ${dutchTime.format(date)} uur`

// Made once: making a format costs more than a query.
const dayInAmsterdam = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Amsterdam' })

/** The day it is in the Netherlands, as 'YYYY-MM-DD': calls and consultations run on whole Dutch days. */
export const dutchDay = (now: Date): string => dayInAmsterdam.format(now)

/** The year it is in the Netherlands: it begins an hour before that of UTC. */
export const dutchYear = (now: Date): number => Number(dutchDay(now).slice(0, 4))
