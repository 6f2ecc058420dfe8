import { WordIndex, type Words } from '../foundation/words/index.ts'
import { type Chosen, FACETS } from './facet.ts'

/** What an index knows of one practice: its number, and its values. */
export interface FacetRow {
  no: number
  values: Chosen
}

/** The index of these practices, the first one the newest. */
export function indexOf(rows: readonly FacetRow[]): Words {
  const index = new WordIndex()
  for (const [at, { no, values }] of rows.entries()) {
    const tags = FACETS.flatMap((facet) => (values[facet] ?? []).map((value) => `${facet}=${value}`))
    index.put({ no, at: rows.length - at, words: '', tags: tags.join('\n') })
  }
  return index.view()
}
