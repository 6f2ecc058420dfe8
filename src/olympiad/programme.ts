import { after, dutchDay, MINUTE } from '../foundation/clock.ts'
import { type Olympiad, olympiadUrl } from './olympiad.ts'

/** One part of the day. */
export interface ProgrammePart {
  id: string
  startsAt: Date
  minutes: number
  title: string
  words: string
}

/** When a part ends. */
export const endOfPart = ({ startsAt, minutes }: Pick<ProgrammePart, 'startsAt' | 'minutes'>): Date =>
  after(startsAt, minutes * MINUTE)

/** The parts day by day, as a Dutch calendar has them. They come in the order of the clock. */
export function byDay<Part extends Pick<ProgrammePart, 'startsAt'>>(parts: readonly Part[]): [string, Part[]][] {
  const days = new Map<string, Part[]>()
  for (const part of parts) {
    const day = dutchDay(part.startsAt)
    days.set(day, [...(days.get(day) ?? []), part])
  }
  return [...days]
}

/** From the first part to the end of the last, for an agenda; undefined while nothing is planned. */
export function spanOf(parts: readonly ProgrammePart[]): { startsAt: Date; endsAt: Date } | undefined {
  const [first] = parts
  if (first === undefined) return undefined
  const ends = parts.map((part) => endOfPart(part).getTime())
  return { startsAt: first.startsAt, endsAt: new Date(Math.max(...ends)) }
}

const clock = new Intl.DateTimeFormat('nl-NL', { hour: '2-digit', minute: '2-digit', timeZone: 'Europe/Amsterdam' })

/** "09:30 tot 10:15", on a Dutch clock. */
export const clockWords = (part: Pick<ProgrammePart, 'startsAt' | 'minutes'>): string =>
  `${clock.format(part.startsAt)} tot ${clock.format(endOfPart(part))}`

const calendarDay = new Intl.DateTimeFormat('nl-NL', {
  weekday: 'long',
  day: 'numeric',
  month: 'long',
  year: 'numeric',
  timeZone: 'UTC',
})

/** "vrijdag 4 juni 2027" for a Dutch day. */
export const dayWords = (day: string): string => calendarDay.format(new Date(`${day}T12:00:00Z`))

/** When an Olympiad is: its one day, or the first and the last. */
export const spanWords = ({ startsOn, endsOn }: Pick<Olympiad, 'startsOn' | 'endsOn'>): string =>
  startsOn === endsOn ? dayWords(startsOn) : `${dayWords(startsOn)} tot en met ${dayWords(endsOn)}`

type Place = Pick<Olympiad, 'slug'>

/** The page of the day itself: programme, tables and signing up. */
export const programmeUrl = (olympiad: Place): string => `${olympiadUrl(olympiad)}/programma`

/** Where the chair makes programme and tables. */
export const programmeDeskUrl = (olympiad: Place): string => `${olympiadUrl(olympiad)}/voorzitter/programma`
