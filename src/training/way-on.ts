import { FACETS, type Facet } from './facet.ts'
import { type FindWords, valueWord } from './facet.words.ts'
import { type Finding, monthWords, RADII, RADIUS_AT_FIRST, radiusWords } from './finding.ts'

/** One thing that narrows the list now, and what is asked without it. */
export interface ChosenWord {
  facet: Facet | 'text' | 'near' | 'month' | 'seats'
  word: string
  without: Finding
}

/** Everything that narrows the list, in the order of the form. */
export function chosenWords(finding: Finding, words: FindWords): ChosenWord[] {
  const back = { ...finding, page: 1 }
  const { text, near, radius, online, month, seats, chosen } = finding
  const bare = { near: '', radius: RADIUS_AT_FIRST, online: false }
  const far = radius === 0 ? `Alleen in de gemeente van ${near}` : `Tot ${radius} km van ${near}`
  return [
    ...(text === '' ? [] : [{ facet: 'text' as const, word: `“${text}”`, without: { ...back, text: '' } }]),
    ...(near === ''
      ? []
      : [{ facet: 'near' as const, word: online ? `${far}, of online` : far, without: { ...back, ...bare } }]),
    ...(month === ''
      ? []
      : [{ facet: 'month' as const, word: `In ${monthWords(month)}`, without: { ...back, month: '' } }]),
    ...(seats ? [{ facet: 'seats' as const, word: 'Nog plaats', without: { ...back, seats: false } }] : []),
    ...FACETS.flatMap((facet) => {
      const values = chosen[facet] ?? []
      return values.map((value) => ({
        facet,
        word: valueWord(facet, value, words),
        without: { ...back, chosen: { ...chosen, [facet]: values.filter((one) => one !== value) } },
      }))
    }),
  ]
}

/** One way on from an empty list: what to do, and what is then asked. */
export interface WayOn {
  words: string
  finding: Finding
}

/** What could be asked instead when nothing is left: further away, online too, and one thing less at a time. */
export function waysOn(finding: Finding, words: FindWords): WayOn[] {
  const back = { ...finding, page: 1 }
  const near = finding.near !== ''
  const further = near ? RADII.filter((radius) => radius > finding.radius) : []
  return [
    ...further.map((radius) => ({
      words: `Ga verder weg: ${radiusWords(radius)} van ${finding.near}`,
      finding: { ...back, radius },
    })),
    ...(near && !finding.online ? [{ words: 'Zoek ook online', finding: { ...back, online: true } }] : []),
    ...chosenWords(finding, words).map(({ facet, word, without }) => ({
      words:
        facet === 'near' ? 'Zoek in het hele land' : `Zonder ${facet === 'text' ? `het woord ${word}` : `“${word}”`}`,
      finding: without,
    })),
  ]
}
