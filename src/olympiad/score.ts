/**
 * What someone thinks of a statement, from 1 (niet nodig, heel erg) to 9 (nodig, heel erg). Nobody types or reads the
 * number: people tap a band, and within it how strongly.
 */
export type Score = 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9

/** A score, or `null` for "weet ik niet", which is an answer too and as large on the screen as the others. */
export type Answer = Score | null

/** The three things one can say of a statement, from low to high: scores 1–3, 4–6 and 7–9. */
export const BANDS = ['not needed', 'doubt', 'needed'] as const

export type Band = (typeof BANDS)[number]

/** How strongly, within a band. For doubt it is a leaning: to "niet nodig", to neither side, or to "nodig". */
export const STRENGTHS = ['a little', 'plainly', 'very much'] as const

export type Strength = (typeof STRENGTHS)[number]

/**
 * Who taps a band and stops there says "gewoon": 2, 5 or 8. "Heel erg" goes to the end of the scale (1 or 9), "een
 * beetje" to the side of doubt (3 or 7). In doubt there is no strength but a leaning: 4, 5 or 6.
 */
const SCORES: Record<Band, Record<Strength, Score>> = {
  'not needed': { 'a little': 3, plainly: 2, 'very much': 1 },
  doubt: { 'a little': 4, plainly: 5, 'very much': 6 },
  needed: { 'a little': 7, plainly: 8, 'very much': 9 },
}

const BAND_WORDS: Record<Band, string> = { 'not needed': 'niet nodig', doubt: 'twijfel', needed: 'nodig' }
const STRENGTH_WORDS: Record<Strength, string> = {
  'a little': 'een beetje',
  plainly: 'gewoon',
  'very much': 'heel erg',
}
const LEANING_WORDS: Record<Strength, string> = {
  'a little': 'eerder niet',
  plainly: 'precies ertussenin',
  'very much': 'eerder wel',
}

/** The words for "weet ik niet", everywhere the same. */
export const DONT_KNOW = 'weet ik niet'

/** Whether this is one of the nine scores; 0, 10, 1.5 and "5" are not. */
export const isScore = (value: unknown): value is Score =>
  typeof value === 'number' && Number.isInteger(value) && value >= 1 && value <= 9

/** The score that is stored for a tap. */
export const scoreOf = (band: Band, strength: Strength = 'plainly'): Score => SCORES[band][strength]

/** The band of a score. */
export function bandOf(score: Score): Band {
  if (score <= 3) return 'not needed'
  return score <= 6 ? 'doubt' : 'needed'
}

/** How strongly a score says its band: `scoreOf(bandOf(score), strengthOf(score))` is the score again. */
export function strengthOf(score: Score): Strength {
  const within = SCORES[bandOf(score)]
  return STRENGTHS.find((strength) => within[strength] === score) ?? 'plainly'
}

/** "niet nodig", "twijfel" or "nodig". */
export const bandWord = (band: Band): string => BAND_WORDS[band]

/** The word on the button within a band: "een beetje", or for doubt "eerder niet". */
export const strengthWord = (band: Band, strength: Strength): string =>
  (band === 'doubt' ? LEANING_WORDS : STRENGTH_WORDS)[strength]

/** An answer in words: "nodig", "nodig, heel erg", "twijfel, eerder niet", "weet ik niet". */
export function answerWords(answer: Answer): string {
  if (answer === null) return DONT_KNOW
  const [band, strength] = [bandOf(answer), strengthOf(answer)]
  return strength === 'plainly' ? bandWord(band) : `${bandWord(band)}, ${strengthWord(band, strength)}`
}
