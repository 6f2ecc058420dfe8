import { type Chosen, FACETS, type Facet, type FacetIndex, rowsWith } from './facet.ts'

/** How much it says about likeness when two practices share a value. */
const WEIGHTS: Partial<Record<Facet, number>> = { theme: 3, people: 2, field: 1, province: 1, gemeente: 1 }

/**
 * The numbers of the practices most like the one with these values: by theme, people, field and place. Newest first among equals; what
 * stopped, and what shares only one small thing, is left out.
 */
export function relatedTo(index: FacetIndex, no: number, values: Chosen, most: number): number[] {
  const own = (index.rowOf[no] ?? 0) - 1
  if (own < 0) return []
  const scores = new Uint8Array(index.size)
  for (const facet of FACETS) {
    const weight = WEIGHTS[facet] ?? 0
    for (const value of weight > 0 ? (values[facet] ?? []) : [])
      for (const row of rowsWith(index, facet, value)) scores[row] = (scores[row] ?? 0) + weight
  }
  for (const row of rowsWith(index, 'standing', 'stopped')) scores[row] = 0
  scores[own] = 0
  const best: { row: number; score: number }[] = []
  for (let row = 0; row < scores.length; row += 1) {
    const score = scores[row] ?? 0
    if (score < 2 || (best.length === most && score <= (best.at(-1)?.score ?? 0))) continue
    best.push({ row, score })
    best.sort((a, b) => b.score - a.score || a.row - b.row)
    best.length = Math.min(best.length, most)
  }
  return best.map(({ row }) => index.nos[row] ?? 0)
}
