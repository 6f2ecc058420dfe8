import { type Bits, both, type Words } from '../foundation/words/index.ts'

/** The ways to narrow the bank. A practice has one or more values of each, or none. */
export const FACETS = [
  'theme',
  'people',
  'standing',
  'province',
  'gemeente',
  'field',
  'kind',
  'recognition',
  'year',
] as const

export type Facet = (typeof FACETS)[number]

/** The values chosen per facet: any of them will do. A facet that is absent or empty lets everything through. */
export type Chosen = Partial<Record<Facet, readonly string[]>>

/** What a choice leaves. */
export interface Narrowed {
  rows: Bits
  total: number
  /** How many each value would leave, its own facet left out of the choice. Values that would leave none are absent. */
  counts: Record<Facet, ReadonlyMap<string, number>>
}

const perFacet = <T>(make: (facet: Facet) => T): Record<Facet, T> => {
  const pairs = FACETS.map((facet): [Facet, T] => [facet, make(facet)])
  return Object.fromEntries(pairs) as Record<Facet, T>
}

/** What a choice leaves, of everything or of the rows `within`, with the counts beside every value of every facet. */
export function narrow(index: Words, chosen: Chosen, within: Bits = index.all): Narrowed {
  const masks = FACETS.flatMap((facet) => {
    const values = chosen[facet] ?? []
    return values.length > 0 ? [{ facet, bits: index.tagged(facet, values) }] : []
  })
  const without = (facet: Facet | undefined) =>
    masks.reduce((bits, mask) => (mask.facet === facet ? bits : both(bits, mask.bits)), within)
  const rows = without(undefined)
  const counts = perFacet((facet) =>
    index.counts(facet, masks.some((mask) => mask.facet === facet) ? without(facet) : rows),
  )
  return { rows, total: index.count(rows), counts }
}
