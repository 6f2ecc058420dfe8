import { type Words, without } from '../foundation/words/index.ts'
import { type Chosen, FACETS, type Facet } from './facet.ts'

/** How much it says about likeness when two practices share a value. */
const WEIGHTS: Partial<Record<Facet, number>> = { theme: 3, people: 2, field: 1, province: 1, gemeente: 1 }

/** What shares only one small thing is not alike. */
const LEAST = 2

/**
 * The numbers of the practices most like the one with these values: by theme, people, field and place. Newest first among equals; what
 * stopped, and what shares only one small thing, is left out.
 */
export function relatedTo(index: Words, no: number, values: Chosen, most: number): number[] {
  const own = index.numbered([no])
  if (index.count(own) === 0) return []
  const shared = FACETS.flatMap((facet) => {
    const weight = WEIGHTS[facet] ?? 0
    return weight > 0 ? (values[facet] ?? []).map((value) => ({ name: facet, value, weight })) : []
  })
  const others = without(without(index.all, index.tagged('standing', ['stopped'])), own)
  return index.alike(shared, { within: others, least: LEAST, most })
}
