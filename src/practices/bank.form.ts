import { gemeenteTyped } from '../foundation/gemeente.ts'
import { type BankChoice, PARAMS, valueIn } from './bank.ts'
import { type Chosen, FACETS } from './facet.ts'

/** More than anyone types, and more values of one facet than anyone chooses. */
const LONGEST = 200
const MOST_VALUES = 40

/**
 * An address of the list may be old or mistyped: what we don't know counts as not chosen. Boxes of the form send their
 * names with `[]`, addresses go without.
 */
export function readChoice(queries: Record<string, string[]>): BankChoice {
  const first = (name: string) => (queries[name]?.[0] ?? '').trim()
  const chosen: Chosen = Object.fromEntries(
    FACETS.flatMap((facet) => {
      const sent = [...(queries[PARAMS[facet]] ?? []), ...(queries[`${PARAMS[facet]}[]`] ?? [])]
      const typed = sent.slice(0, MOST_VALUES).map((one) => one.trim().slice(0, LONGEST))
      const meant = typed.map((one) => (facet === 'gemeente' ? gemeenteTyped(one)?.code : valueIn(facet, one)))
      const values = meant.filter((one): one is string => one !== undefined && one !== '')
      return values.length > 0 ? [[facet, [...new Set(values)]]] : []
    }),
  )
  const text = first('zoek').slice(0, LONGEST)
  const page = /^\d{1,5}$/.test(first('pagina')) ? Math.max(1, Number(first('pagina'))) : 1
  return { text, chosen, order: text !== '' && first('orde') !== 'nieuw' ? 'relevance' : 'newest', page }
}

/** Whether an address comes straight from the boxes of the form; it has a shorter one that can be shared. */
export const isFromBoxes = (queries: Record<string, string[]>): boolean =>
  Object.keys(queries).some((name) => name.endsWith('[]'))
