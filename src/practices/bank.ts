import { capital } from '../foundation/capital.ts'
import { GEMEENTEN, gemeenteName, PROVINCES, provinceName, provinceTyped, sortName } from '../foundation/gemeente.ts'
import type { Bits, Question, Words } from '../foundation/words/index.ts'
import type { BankWords } from './bank.store.ts'
import { type Chosen, FACETS, type Facet } from './facet.ts'
import { type PracticeStanding, STANDINGS, standingWords } from './listing.ts'
import { type NominatingKind, ORGANISATION_KINDS } from './nomination.ts'
import { PEOPLE_GROUPS, peopleWord } from './people-group.ts'

/** In which order a list stands: newest first, or by how much it is about the words. */
export type BankOrder = 'newest' | 'relevance'

/** What someone asks of the bank. */
export interface BankChoice {
  text: string
  chosen: Chosen
  order: BankOrder
  page: number
}

/** Practices on one page of the list. */
export const PAGE_SIZE = 20

/** The names of facets in addresses. */
export const PARAMS: Record<Facet, string> = {
  theme: 'thema',
  people: 'mensen',
  standing: 'loopt',
  province: 'provincie',
  gemeente: 'gemeente',
  field: 'veld',
  kind: 'soort',
  recognition: 'erkenning',
  year: 'jaar',
}

/** What a facet is called on screen. */
export const facetWords: Record<Facet, string> = {
  theme: 'Thema',
  people: 'Mensen',
  standing: 'Loopt het nog?',
  province: 'Provincie',
  gemeente: 'Gemeente',
  field: 'Veld',
  kind: 'Soort organisatie',
  recognition: 'Erkenning van anderen',
  year: 'Jaar',
}

/** How standings stand in addresses. */
const STANDING_SLUGS: Record<PracticeStanding, string> = {
  running: 'ja',
  changed: 'veranderd',
  unconfirmed: 'onbekend',
  stopped: 'gestopt',
}

const isStanding = (value: string): value is PracticeStanding => (STANDINGS as readonly string[]).includes(value)
const isKind = (value: string): value is NominatingKind => Object.hasOwn(ORGANISATION_KINDS, value)

/** A value of a facet as it stands in an address. */
export function slugOf(facet: Facet, value: string): string {
  if (facet === 'standing') return isStanding(value) ? STANDING_SLUGS[value] : value
  if (facet === 'kind') return isKind(value) ? ORGANISATION_KINDS[value] : value
  return value
}

/** The value that an address means; undefined when it means none. */
export function valueIn(facet: Facet, slug: string): string | undefined {
  if (facet === 'standing') return STANDINGS.find((value) => STANDING_SLUGS[value] === slug)
  if (facet === 'kind')
    return Object.keys(ORGANISATION_KINDS).find((value) => isKind(value) && ORGANISATION_KINDS[value] === slug)
  // By its name as well: whoever writes an address by hand knows that one.
  if (facet === 'province') return provinceTyped(slug)?.code ?? slug
  return slug
}

/** A value of a facet as people read it. */
export function valueWord(facet: Facet, value: string, words: BankWords): string {
  if (facet === 'theme') return words.themes.get(value) ?? capital(value.replaceAll('-', ' '))
  if (facet === 'field') return words.fields.get(value) ?? capital(value.replaceAll('-', ' '))
  if (facet === 'people') return capital(peopleWord(value))
  if (facet === 'province') return provinceName(value)
  if (facet === 'gemeente') return gemeenteName(value)
  if (facet === 'kind') return isKind(value) ? capital(ORGANISATION_KINDS[value]) : value
  if (facet === 'standing') return isStanding(value) ? capital(standingWords[value]) : value
  return value
}

/** One value to choose, with how many it would leave. */
export interface FacetOption {
  value: string
  word: string
  count: number
  chosen: boolean
}

/** Facets whose values have an order of their own. */
const ORDER: Partial<Record<Facet, readonly string[]>> = {
  people: PEOPLE_GROUPS.map(({ slug }) => slug),
  standing: STANDINGS,
  gemeente: GEMEENTEN.map(({ code }) => code),
  province: PROVINCES.map(({ code }) => code),
}

const byName = new Intl.Collator('nl', { sensitivity: 'base' })

/** The values of a facet that would leave something, and those that are chosen, in an order people expect. */
export function optionsOf(
  facet: Facet,
  counts: ReadonlyMap<string, number>,
  chosen: readonly string[],
  words: BankWords,
): FacetOption[] {
  const values = chosen.length === 0 ? counts : new Set([...counts.keys(), ...chosen])
  const optionOf = (value: string): FacetOption => ({
    value,
    word: valueWord(facet, value, words),
    count: counts.get(value) ?? 0,
    chosen: chosen.includes(value),
  })
  const order = ORDER[facet]
  if (order) {
    const known = order.filter((value) => values.has(value))
    const others = known.length === values.size ? [] : [...values.keys()].filter((value) => !order.includes(value))
    return [...known, ...others].map(optionOf)
  }
  return [...values.keys()]
    .map(optionOf)
    .sort((a, b) =>
      facet === 'year' ? Number(b.value) - Number(a.value) : byName.compare(sortName(a.word), sortName(b.word)),
    )
}

/** One thing that narrows the list now, and the choice without it. */
export interface ChosenWord {
  facet: Facet | 'text'
  word: string
  without: BankChoice
}

/** Everything that narrows the list, in the order of the facets. */
export function chosenWords(choice: BankChoice, words: BankWords): ChosenWord[] {
  const back = { ...choice, page: 1 }
  const facets = FACETS.flatMap((facet) => {
    const values = choice.chosen[facet] ?? []
    return values.map((value) => ({
      facet,
      word: valueWord(facet, value, words),
      without: { ...back, chosen: { ...choice.chosen, [facet]: values.filter((one) => one !== value) } },
    }))
  })
  const text = {
    facet: 'text' as const,
    word: `“${choice.text}”`,
    without: { ...back, text: '', order: 'newest' as const },
  }
  return [...(choice.text === '' ? [] : [text]), ...facets]
}

/** The address of a choice, so that it can be shared. */
export function bankUrl(choice: BankChoice, path = '/praktijken'): string {
  const query = new URLSearchParams()
  if (choice.text !== '') query.set('zoek', choice.text)
  for (const facet of FACETS)
    for (const value of choice.chosen[facet] ?? []) query.append(PARAMS[facet], slugOf(facet, value))
  if (choice.order === 'newest' && choice.text !== '') query.set('orde', 'nieuw')
  if (choice.page > 1) query.set('pagina', String(choice.page))
  return query.size > 0 ? `${path}?${query}` : path
}

/** The numbers of the practices on a part of a list, in its order. */
export function numbersOn(
  index: Words,
  rows: Bits,
  by: { order: BankOrder; question: Question | undefined; skip: number; most: number },
): number[] {
  const { order, question, skip, most } = by
  if (question === undefined || order === 'newest') return index.newest(rows, skip, most)
  return index.heaviest(rows, question, skip, most)
}

/** How many pages a list has. */
export const pagesOf = (total: number): number => Math.ceil(total / PAGE_SIZE)
