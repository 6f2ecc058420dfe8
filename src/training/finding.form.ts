import type { FieldError } from '../foundation/http/index.ts'
import { type Chosen, FACETS } from './facet.ts'
import { type FindWords, PARAMS, valueIn } from './facet.words.ts'
import { orderIn } from './finding.order.ts'
import { type Finding, RADII, RADIUS_AT_FIRST } from './finding.ts'

/** More than anyone types, and more values of one facet than anyone chooses. */
const LONGEST = 200
const LONGEST_PLACE = 60
const MOST_VALUES = 20

export interface FindingRead {
  finding: Finding
  /** What could not be understood, beside its field. */
  errors: FieldError[]
}

const RADIUS_ERROR = `Kies hoe ver je wilt gaan: ${RADII.slice(1).join(', ')} km, of alleen in die gemeente. Wij zochten tot ${RADIUS_AT_FIRST} km.`
const MONTH_ERROR = 'Kies een maand uit de lijst, van nu tot een jaar verder. Wij zochten in alle maanden.'

/**
 * What an address asks. Values we don't know count as not chosen, for an address may be old; a distance or a month that
 * is none is said, for that changes what someone finds. Boxes of the form send their names with `[]`.
 */
export function readFinding(queries: Record<string, string[]>, words: FindWords): FindingRead {
  const first = (name: string) => (queries[name]?.find((one) => one.trim() !== '') ?? '').trim()
  const chosen: Chosen = Object.fromEntries(
    FACETS.flatMap((facet) => {
      const sent = [...(queries[PARAMS[facet]] ?? []), ...(queries[`${PARAMS[facet]}[]`] ?? [])].slice(0, MOST_VALUES)
      const values = sent.flatMap((one) => valueIn(facet, one.trim().slice(0, LONGEST), words) ?? [])
      return values.length > 0 ? [[facet, [...new Set(values)]]] : []
    }),
  )
  const [near, typed, month] = [first('bij').slice(0, LONGEST_PLACE), first('straal'), first('wanneer')]
  const radius = RADII.find((one) => String(one) === typed)
  const isMonth = month === '' || /^20\d\d-(0[1-9]|1[0-2])$/.test(month)
  const errors = [
    ...(typed !== '' && radius === undefined ? [{ field: 'straal', message: RADIUS_ERROR }] : []),
    ...(isMonth ? [] : [{ field: 'wanneer', message: MONTH_ERROR }]),
  ]
  return {
    errors,
    finding: {
      text: first('zoek').slice(0, LONGEST),
      chosen,
      near,
      radius: radius ?? RADIUS_AT_FIRST,
      online: first('online') === 'ja',
      month: isMonth ? month : '',
      seats: first('plaats') === 'ja',
      order: orderIn(first('orde')),
      page: /^[1-9]\d{0,4}$/.test(first('pagina')) ? Number(first('pagina')) : 1,
    },
  }
}

/** Whether an address comes straight from the form; it has a shorter one that can be shared. */
export const isFromForm = (queries: Record<string, string[]>): boolean =>
  Object.entries(queries).some(([name, values]) => name.endsWith('[]') || values.includes(''))
