import { addBits, type Bits, both, type Words } from '../foundation/words/index.ts'
import { dayNumber } from './agenda.ts'
import { REGISTERS } from './course.ts'
import type { Courses } from './course-index.ts'
import type { Fitting } from './fitting.ts'
import { ProvinceCount, provinceBits } from './province.ts'

/** The ways to narrow the courses, besides when and how far. */
export const FACETS = [
  'standard',
  'province',
  'form',
  'price',
  'profession',
  'register',
  'language',
  'students',
  'competence',
] as const

export type Facet = (typeof FACETS)[number]

/** The values chosen per facet: any of them will do. A facet that is absent or empty lets everything through. */
export type Chosen = Partial<Record<Facet, readonly string[]>>

/** What facets need to know besides the courses: the day, and to which standards a competence belongs. */
export interface FacetSense {
  today: string
  /** Standards (their places on the thread) by the slug of a competence. */
  competences: ReadonlyMap<string, readonly string[]>
  /** In which provinces a course has a date that fits; absent as long as dates were not looked at, and then none leaves anything out. */
  fitting?: Pick<Fitting, 'provinces'>
}

/** What a choice leaves. */
export interface Narrowed {
  rows: Bits
  total: number
  /** How many each value would leave, its own facet left out of the choice. Values that would leave none are absent. */
  counts: Record<Facet, ReadonlyMap<string, number>>
}

/** Points are of a day, and are looked up once for it. */
const holding = new WeakMap<Words, { day: number; bits: Map<string, Bits> }>()

function holdingOn({ words, agenda }: Courses, today: string, register: string): Bits {
  const day = dayNumber(today)
  const known = holding.get(words)
  const kept = known?.day === day ? known : { day, bits: new Map<string, Bits>() }
  holding.set(words, kept)
  const one = REGISTERS.find((name) => name === register)
  const bits =
    kept.bits.get(register) ??
    words.passing(words.all, (no) => one !== undefined && agenda.holds(agenda.placeOf(no), one, day))
  if (one !== undefined) kept.bits.set(register, bits)
  return bits
}

/** Every list counts all competences. */
const teaching = new WeakMap<Words, Map<string, Bits>>()

function teachingAny(words: Words, standards: readonly string[]): Bits {
  const kept = teaching.get(words) ?? new Map<string, Bits>()
  teaching.set(words, kept)
  const key = standards.join()
  const bits = kept.get(key) ?? words.tagged('standard', standards)
  kept.set(key, bits)
  return bits
}

/** The courses with one value of a facet. */
function having(courses: Courses, facet: Facet, value: string, { today, competences, fitting }: FacetSense): Bits {
  const { words, agenda } = courses
  if (facet === 'province') {
    const [bit, provinces] = [provinceBits([value]), fitting?.provinces]
    return words.passing(words.all, (no) => ((provinces?.[agenda.placeOf(no)] ?? 0) & bit) !== 0)
  }
  if (facet === 'register') return holdingOn(courses, today, value)
  if (facet === 'competence') return teachingAny(words, competences.get(value) ?? [])
  return words.tagged(facet, [value])
}

function countsOf(courses: Courses, facet: Facet, within: Bits, sense: FacetSense): ReadonlyMap<string, number> {
  const { words, agenda } = courses
  if (facet === 'province') {
    const count = new ProvinceCount()
    words.each(within, (no) => count.put(sense.fitting?.provinces[agenda.placeOf(no)] ?? 0))
    return count.found
  }
  if (facet !== 'register' && facet !== 'competence') return words.counts(facet, within)
  const values = facet === 'register' ? REGISTERS : sense.competences.keys()
  const counted = new Map<string, number>()
  for (const value of values) {
    const count = words.count(both(within, having(courses, facet, value, sense)))
    if (count > 0) counted.set(value, count)
  }
  return counted
}

interface Mask {
  facet: Facet
  bits: Bits
}

/** The courses with any chosen value of a facet, for each facet of which something was chosen. */
function masksOf(courses: Courses, chosen: Chosen, sense: FacetSense): Mask[] {
  return FACETS.flatMap((facet) => {
    if (facet === 'province' && sense.fitting === undefined) return []
    const [first, ...more] = (chosen[facet] ?? []).map((value) => having(courses, facet, value, sense))
    if (first === undefined) return []
    // A set that may be kept for others is never added to.
    const bits = more.length === 0 ? first : Uint32Array.from(first)
    for (const one of more) addBits(bits, one)
    return [{ facet, bits }]
  })
}

const through = (masks: Mask[], within: Bits): Bits => masks.reduce((bits, mask) => both(bits, mask.bits), within)

/** What a choice leaves of these courses, and nothing else: for whoever shows no facets. */
export const left = (courses: Courses, chosen: Chosen, within: Bits, sense: FacetSense): Bits =>
  through(masksOf(courses, chosen, sense), within)

/** What a list and its counts can be about: all that suits every facet but one. Nothing else needs to be looked at. */
export function countable(courses: Courses, chosen: Chosen, within: Bits, sense: FacetSense): Bits {
  const masks = masksOf(courses, chosen, sense)
  const [first, ...more] = masks.map((mask) =>
    through(
      masks.filter((one) => one !== mask),
      within,
    ),
  )
  if (first === undefined) return within
  const bits = Uint32Array.from(first)
  for (const one of more) addBits(bits, one)
  return bits
}

/** What a choice leaves of these courses, with the counts beside every value of every facet. */
export function narrow(courses: Courses, chosen: Chosen, within: Bits, sense: FacetSense): Narrowed {
  const masks = masksOf(courses, chosen, sense)
  const rows = through(masks, within)
  const counts = FACETS.map((facet): [Facet, ReadonlyMap<string, number>] => {
    const others = masks.filter((mask) => mask.facet !== facet)
    return [facet, countsOf(courses, facet, others.length < masks.length ? through(others, within) : rows, sense)]
  })
  return { rows, total: courses.words.count(rows), counts: Object.fromEntries(counts) as Narrowed['counts'] }
}
