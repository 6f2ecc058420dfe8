import { PROVINCES, provinceName, provinceTyped } from '../foundation/gemeente.ts'
import { Best, type Bits, both, type Question } from '../foundation/words/index.ts'
import { type Agenda, dayNumber } from './agenda.ts'
import {
  COURSE_FORMS,
  formWords,
  LANGUAGES,
  languageWords,
  PROFESSIONS,
  professionWords,
  REGISTERS,
  registerWords,
} from './course.ts'
import type { Courses } from './course-index.ts'
import { ANY_DAY, type DateAsk, kmTo, NO_DISTANCE, ONLINE, SEATS } from './date-ask.ts'
import { type Chosen, FACETS, type Facet } from './facet.ts'
import type { Fitting } from './fitting.ts'
import type { DateAhead } from './offering.ts'
import { distancesFrom, gemeenteNumber, type Place } from './place.ts'
import { provinceBits } from './province.ts'
import { STRENGTHS } from './teaching.ts'

/** In which order a list stands. */
export const ORDERS = ['fit', 'date', 'distance', 'price'] as const

export type Order = (typeof ORDERS)[number]

export const orderWords: Record<Order, string> = {
  fit: 'Past het best',
  date: 'Eerste datum',
  distance: 'Dichtbij eerst',
  price: 'Laagste prijs',
}

const ORDER_SLUGS: Record<Order, string> = { fit: 'past', date: 'datum', distance: 'afstand', price: 'prijs' }

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

/** The names of facets in addresses. */
export const PARAMS: Record<Facet, string> = {
  standard: 'kenmerk',
  province: 'provincie',
  form: 'vorm',
  price: 'prijs',
  profession: 'beroepsgroep',
  register: 'punten',
  language: 'taal',
  students: 'studenten',
  competence: 'competentie',
}

/** What a facet is called on screen. */
export const facetWords: Record<Facet, string> = {
  standard: 'Kenmerk',
  province: 'Provincie',
  form: 'Vorm',
  price: 'Prijs',
  profession: 'Beroepsgroep',
  register: 'Punten bij',
  language: 'Taal',
  students: 'Studenten',
  competence: 'Competentie',
}

const FORM_SLUGS: Record<string, string> = {
  'on site': 'op-locatie',
  online: 'online',
  blended: 'gemengd',
  workplace: 'werkplek',
  'self-paced': 'eigen-tempo',
  'in-company': 'bij-jullie',
}

const PRICES: Record<string, string> = {
  gratis: 'gratis',
  'tot-250': 'tot en met € 250',
  'tot-500': '€ 250 tot en met € 500',
  meer: 'meer dan € 500',
  'op-aanvraag': 'prijs op aanvraag',
}

/** Titles and slugs of what courses teach, as they are now. */
export interface FindWords {
  /** By place on the thread. */
  standards: ReadonlyMap<string, { slug: string; title: string }>
  /** Names by slug. */
  competences: ReadonlyMap<string, { title: string; standards: readonly string[] }>
}

/** A value of a facet as it stands in an address. */
export function slugOf(facet: Facet, value: string, words: FindWords): string {
  if (facet === 'standard') return words.standards.get(value)?.slug ?? value
  if (facet === 'province') return provinceName(value)
  return facet === 'form' ? (FORM_SLUGS[value] ?? value) : value
}

/** The value that an address means; undefined when it means none. */
export function valueIn(facet: Facet, slug: string, words: FindWords): string | undefined {
  if (facet === 'standard') return [...words.standards].find(([, one]) => one.slug === slug)?.[0]
  if (facet === 'province') return provinceTyped(slug)?.code
  return (
    VALUES[facet]?.find((value) => slugOf(facet, value, words) === slug) ??
    (knows(facet, slug, words) ? slug : undefined)
  )
}

const knows = (facet: Facet, slug: string, words: FindWords) => facet === 'competence' && words.competences.has(slug)

/** Facets whose values are known beforehand, in their own order. */
const VALUES: Partial<Record<Facet, readonly string[]>> = {
  province: PROVINCES.map(({ code }) => code),
  form: [...COURSE_FORMS, 'in-company'],
  price: Object.keys(PRICES),
  profession: PROFESSIONS,
  register: REGISTERS,
  language: LANGUAGES,
  students: ['ja'],
}

const capital = (words: string) => words.charAt(0).toUpperCase() + words.slice(1)

const WORDS: Record<Facet, (value: string, words: FindWords) => string> = {
  standard: (value, { standards }) => standards.get(value)?.title ?? value,
  province: provinceName,
  form: (value) =>
    ({ ...formWords, 'in-company': 'bij een team op het werk' })[value as keyof typeof formWords] ?? value,
  price: (value) => PRICES[value] ?? value,
  profession: (value) => professionWords[value as keyof typeof professionWords] ?? value,
  register: (value) => registerWords[value as keyof typeof registerWords] ?? value,
  language: (value) => languageWords[value as keyof typeof languageWords] ?? value,
  students: () => 'studenten welkom',
  competence: (value, { competences }) => competences.get(value)?.title ?? value,
}

/** A value of a facet as people read it. */
export const valueWord = (facet: Facet, value: string, words: FindWords): string => capital(WORDS[facet](value, words))

/** One value to choose, with how many it would leave. */
export interface FacetOption {
  value: string
  word: string
  count: number
  chosen: boolean
}

/** The values of a facet that would leave something, and those that are chosen, in their own order. */
export function optionsOf(
  facet: Facet,
  counts: ReadonlyMap<string, number>,
  chosen: readonly string[],
  words: FindWords,
): FacetOption[] {
  const order = VALUES[facet] ?? [...(facet === 'standard' ? words.standards : words.competences).keys()]
  return order
    .filter((value) => counts.has(value) || chosen.includes(value))
    .map((value) => ({
      value,
      word: valueWord(facet, value, words),
      count: counts.get(value) ?? 0,
      chosen: chosen.includes(value),
    }))
}

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

/** The order an address means; undefined when it means none. */
export const orderIn = (slug: string): Order | undefined => ORDERS.find((order) => ORDER_SLUGS[order] === slug)

/** What a list can be a better or worse answer to: words, or a kenmerk that is taught more or less strongly. */
const isAboutSomething = ({ text, chosen }: Asked): boolean => text !== '' || (chosen.standard ?? []).length > 0
type Asked = Pick<Finding, 'text' | 'chosen'>

/** The orders that make sense for a question: how well it fits only with words or a kenmerk, how far only from somewhere. */
export const ordersFor = (asked: Asked, place: Place | undefined): Order[] =>
  ORDERS.filter((order) =>
    order === 'fit' ? isAboutSomething(asked) : order === 'distance' ? place !== undefined : true,
  )

/** The order of a list: the one chosen when it makes sense, else the one that suits the question. */
export function orderOf(finding: Finding, place: Place | undefined): Order {
  const { order, text } = finding
  if (order !== undefined && ordersFor(finding, place).includes(order)) return order
  if (text !== '') return 'fit'
  return place !== undefined ? 'distance' : isAboutSomething(finding) ? 'fit' : 'date'
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

/** More courses than there will be. */
const PLACES = 2 ** 20
/** More than any day, distance in hundreds of metres, or price in whole euros. */
const DAYS = 2 ** 16
/** What comes last in any order: weights are below 2^17. */
const LAST = PLACES * DAYS * 2 ** 17

/** Numbers of the courses on a part of a list, in its order; what is equal goes by its first day. */
export function numbersOn(
  { words, agenda }: Courses,
  rows: Bits,
  by: {
    order: Order
    question: Question | undefined
    /** The kenmerken that were chosen: without words, what teaches one of them more strongly fits better. */
    standards?: readonly string[] | undefined
    fitting: Fitting
    skip: number
    most: number
  },
): number[] {
  const { order, question, standards = [], skip, most } = by
  if (order === 'fit' && question !== undefined) return words.heaviest(rows, question, skip, most)
  const nos = words.numbers(rows)
  const ranks = order === 'fit' ? ranksOf(words, rows, standards) : undefined
  const best = new Best(skip + most)
  nos.forEach((no, at) => {
    const place = agenda.placeOf(no)
    const day = by.fitting.soonest[place] ?? 0
    const weight =
      ranks === undefined ? weightOf(agenda, place, order, by.fitting) : (ranks.get(no) ?? STRENGTHS.length)
    best.offer(LAST - ((weight * DAYS + day) * PLACES + at))
  })
  return best.from(skip).map((key) => nos[(LAST - key) % PLACES] ?? 0)
}

/** For each course how strongly it teaches one of these standards: 0 is the strongest. */
function ranksOf(words: Courses['words'], rows: Bits, standards: readonly string[]): Map<number, number> {
  const ranks = new Map<number, number>()
  // The strongest last, so that it is what counts of a course that teaches two of them.
  for (const [at, strength] of STRENGTHS.entries()) {
    const taught = words.tagged(
      'teaches',
      standards.map((standard) => `${standard}:${strength}`),
    )
    for (const no of words.numbers(both(rows, taught))) ranks.set(no, STRENGTHS.length - 1 - at)
  }
  return ranks
}

function weightOf(agenda: Agenda, place: number, order: Order, { nearest }: Fitting): number {
  if (order === 'distance') return Math.round(Math.min(nearest[place] ?? NO_DISTANCE, 1_000) * 8)
  // What costs something never comes before what is free.
  if (order === 'price') return Math.min(Math.ceil(agenda.priceAt(place) / 100), 2 ** 17 - 1)
  return 0
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
