import type { Bits } from '../foundation/words/index.ts'
import { dayNumber } from './agenda.ts'
import type { Courses } from './course-index.ts'
import { ANY_DAY, type DateAsk, kmTo, ONLINE, SEATS } from './date-ask.ts'
import { type Chosen, FACETS } from './facet.ts'
import { type FindWords, PARAMS, slugOf } from './facet.words.ts'
import { ORDER_SLUGS, type Order } from './finding.order.ts'
import type { Fitting } from './fitting.ts'
import type { DateAhead } from './offering.ts'
import { distancesFrom, gemeenteNumber, type Place } from './place.ts'
import { provinceBits } from './province.ts'

/** Km as the crow flies one can choose from; 0 is the own gemeente only. */
export const RADII = [0, 10, 25, 50, 100] as const

export type Radius = (typeof RADII)[number]

export const RADIUS_AT_FIRST: Radius = 25

export const radiusWords = (radius: Radius): string => (radius === 0 ? 'alleen in die gemeente' : `tot ${radius} km`)

/** What someone asks of the courses. */
export interface Finding {
  text: string
  chosen: Chosen
  /** The place as it was typed; '' when it does not matter. */
  near: string
  radius: Radius
  /** Beside what is near, what is online. */
  online: boolean
  /** 'YYYY-MM'; '' when it does not matter. */
  month: string
  seats: boolean
  /** Undefined: what suits the question. */
  order: Order | undefined
  page: number
}

export const NOTHING_ASKED: Finding = {
  ...{ text: '', chosen: {}, near: '', radius: RADIUS_AT_FIRST, online: false, month: '', seats: false },
  ...{ order: undefined, page: 1 },
}

/** Courses on one page of the list. */
export const PAGE_SIZE = 20

const monthName = new Intl.DateTimeFormat('nl-NL', { month: 'long', year: 'numeric', timeZone: 'UTC' })

/** "december 2026" of '2026-12'. */
export function monthWords(month: string): string {
  const known = monthsSaid.get(month)
  if (known !== undefined) return known
  const said = monthName.format(new Date(`${month}-01T00:00:00Z`))
  if (monthsSaid.size < MOST_MONTHS) monthsSaid.set(month, said)
  return said
}

/** Every list says thirteen of them. */
const monthsSaid = new Map<string, string>()
const MOST_MONTHS = 100

/** The month `many` months after that of a day. */
export function monthLater(day: string, many: number): string {
  const [year = 0, month = 1] = day.split('-').map(Number)
  return new Date(Date.UTC(year, month - 1 + many, 1)).toISOString().slice(0, 7)
}

/** The address of what is asked, so that it can be shared. */
export function findUrl(finding: Finding, words: FindWords, path = '/scholing'): string {
  const query = new URLSearchParams()
  const { text, chosen, near, radius, online, month, seats, order, page } = finding
  if (text !== '') query.set('zoek', text)
  if (near !== '') query.set('bij', near)
  if (near !== '' && radius !== RADIUS_AT_FIRST) query.set('straal', String(radius))
  if (near !== '' && online) query.set('online', 'ja')
  if (month !== '') query.set('wanneer', month)
  if (seats) query.set('plaats', 'ja')
  for (const facet of FACETS)
    for (const value of chosen[facet] ?? []) query.append(PARAMS[facet], slugOf(facet, value, words))
  if (order !== undefined) query.set('orde', ORDER_SLUGS[order])
  if (page > 1) query.set('pagina', String(page))
  return query.size > 0 ? `${path}?${query}` : path
}

/** What is asked of dates. */
export function dateAsk(
  { chosen, month, seats, radius, online }: Finding,
  place: Place | undefined,
  today: string,
): DateAsk {
  const [first, last] = month === '' ? [today, ''] : [`${month}-01`, `${monthLater(`${month}-01`, 1)}-01`]
  return {
    from: dayNumber(first > today ? first : today),
    to: last === '' ? ANY_DAY : dayNumber(last) - 1,
    seats,
    reach: place && { km: distancesFrom(place), radius, online },
    provinces: provinceBits(chosen.province ?? []),
  }
}

/** How far someone has to go for an offering that fits what is asked; NaN when it does not fit. */
export function kmToOffering({ startsOn, gemeente, online, seatsLeft }: DateAhead, ask: DateAsk): number {
  const flags = (online ? ONLINE : 0) + ((seatsLeft ?? 0) > 0 ? SEATS : 0)
  return kmTo(dayNumber(startsOn), gemeenteNumber(gemeente), flags, ask)
}

/** What fits is kept by the agenda when no place was asked, and then its courses are too. */
const rowsFitting = new WeakMap<object, Bits>()

/** The courses of which a date fits, in whichever province, or that fit without one; of `within` when that is given. */
export function fittingRows(
  { words, agenda }: Courses,
  fitting: Pick<Fitting, 'soonest' | 'provinces'>,
  within: Bits = words.all,
): Bits {
  const known = within === words.all ? rowsFitting.get(fitting) : undefined
  if (known !== undefined) return known
  const { soonest, provinces } = fitting
  const fits = (place: number) => (soonest[place] ?? 0) > 0 || (provinces[place] ?? 0) !== 0
  const rows = words.passing(within, (no) => fits(agenda.placeOf(no)))
  if (within === words.all) rowsFitting.set(fitting, rows)
  return rows
}

/** How many pages a list has. */
export const pagesOf = (total: number): number => Math.ceil(total / PAGE_SIZE)
