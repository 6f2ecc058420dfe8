import { Best, type Bits, both, type Question } from '../foundation/words/index.ts'
import type { Agenda } from './agenda.ts'
import type { Courses } from './course-index.ts'
import { NO_DISTANCE } from './date-ask.ts'
import type { Chosen } from './facet.ts'
import type { Fitting } from './fitting.ts'
import type { Place } from './place.ts'
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

/** In an address. */
export const ORDER_SLUGS: Record<Order, string> = { fit: 'past', date: 'datum', distance: 'afstand', price: 'prijs' }

/** What of a question decides in which order its answers can stand. */
interface Asked {
  text: string
  chosen: Chosen
}

/** The order an address means; undefined when it means none. */
export const orderIn = (slug: string): Order | undefined => ORDERS.find((order) => ORDER_SLUGS[order] === slug)

/** What a list can be a better or worse answer to: words, or a kenmerk that is taught more or less strongly. */
const isAboutSomething = ({ text, chosen }: Asked): boolean => text !== '' || (chosen.standard ?? []).length > 0

/** The orders that make sense for a question: how well it fits only with words or a kenmerk, how far only from somewhere. */
export const ordersFor = (asked: Asked, place: Place | undefined): Order[] =>
  ORDERS.filter((order) =>
    order === 'fit' ? isAboutSomething(asked) : order === 'distance' ? place !== undefined : true,
  )

/** The order of a list: the one chosen when it makes sense, else the one that suits the question. */
export function orderOf(finding: Asked & { order: Order | undefined }, place: Place | undefined): Order {
  const { order, text } = finding
  if (order !== undefined && ordersFor(finding, place).includes(order)) return order
  if (text !== '') return 'fit'
  return place !== undefined ? 'distance' : isAboutSomething(finding) ? 'fit' : 'date'
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
