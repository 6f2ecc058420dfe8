import { capital } from '../foundation/capital.ts'
import { PROVINCES, provinceName, provinceTyped } from '../foundation/gemeente.ts'
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
import type { Facet } from './facet.ts'

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
