import { dayInDutch } from '../foundation/day.ts'
import { type Course, loadWords, pointsWords, priceWords } from './course.ts'
import { type DateAhead, placeWords, seatsWords } from './offering.ts'

/** What someone wants to know before reading on: what it costs, how long, where, when, and how many points. */
export interface FirstLine {
  price: string
  load: string
  where: string
  when: string
  points: string
  /** '' when nobody told, or nothing is planned. */
  seats: string
}

/** The first line of a course, from its next offering. `ahead` is what one can still go to, soonest first. */
export function firstLine(
  course: Pick<Course, 'priceCents' | 'minutes' | 'form' | 'anyTime' | 'inCompany' | 'accreditations'>,
  ahead: DateAhead[],
  today: string,
): FirstLine {
  const [next] = ahead
  const places = [...new Set(ahead.map(placeWords))]
  const [first, second, ...rest] = places
  const listed = rest.length > 0 ? `${first}, ${second} en ${rest.length} andere` : places.join(' en ')
  return {
    price: priceWords(course.priceCents),
    load: loadWords(course.minutes),
    where: listed || whereAtAll(course),
    when: next ? whenWords(next, ahead.length) : course.anyTime ? 'begin wanneer je wilt' : noDate(course),
    // Points are for who goes then: of an accreditation that ends before the next date nobody gets any.
    points: pointsWords(course.accreditations, next?.startsOn ?? today),
    seats: next ? seatsWords(next) : '',
  }
}

/** The same as one sentence part: "€ 395 · 12 uur · Assen · 9 november 2026 · 12 punten bij Registerplein". */
export const lineWords = ({ price, load, where, when, points, seats }: FirstLine): string =>
  [price, load, where, when, seats, points].filter((part) => part !== '').join(' · ')

function whenWords(next: DateAhead, count: number): string {
  const first = dayInDutch(next.startsOn)
  if (count === 1) return first
  return count === 2 ? `${first} en één keer later` : `${first} en ${count - 1} keer later`
}

function whereAtAll({ form, inCompany }: Pick<Course, 'form' | 'inCompany'>): string {
  if (form === 'online' || form === 'self-paced') return 'online'
  if (form === 'workplace') return 'op je eigen werkplek'
  return inCompany ? 'bij een team op het werk' : 'plaats nog niet bekend'
}

const noDate = ({ inCompany }: Pick<Course, 'inCompany'>): string =>
  inCompany ? 'in overleg' : 'nog geen datum bekend'
