import { z } from 'zod'
import { type Answer, BANDS, type Band, bandOf, STRENGTHS, type Strength, scoreOf, strengthOf } from './score.ts'

/** The word of a band as it goes over the line. */
export const BAND_VALUES: Record<Band, string> = { 'not needed': 'niet-nodig', doubt: 'twijfel', needed: 'nodig' }
export const STRENGTH_VALUES: Record<Strength, string> = {
  'a little': 'beetje',
  plainly: 'gewoon',
  'very much': 'heel-erg',
}
/** "Weet ik niet" as it goes over the line. */
export const DONT_KNOW_VALUE = 'weet-niet'

const CHOOSE = 'Kies niet nodig, twijfel, nodig of weet ik niet.'

/** What a reason may be long. */
export const LONGEST_REASON = 600

const band = z
  .string(CHOOSE)
  .refine((value) => value === DONT_KNOW_VALUE || Object.values(BAND_VALUES).includes(value), CHOOSE)
const strength = z
  .enum(Object.values(STRENGTH_VALUES) as [string, ...string[]])
  .optional()
  .catch(undefined)

/** The field of how strongly, one per band: in doubt it has other words. */
export const strengthField = (one: Band): string => `sterkte-${BAND_VALUES[one]}`

/** One statement on one screen. */
export const voteForm = z
  .object({
    antwoord: band,
    [strengthField('not needed')]: strength,
    [strengthField('doubt')]: strength,
    [strengthField('needed')]: strength,
    /** There was a reason before: then an empty one takes it back. */
    eerder: z.literal('ja').optional().catch(undefined),
    reden: z
      .string()
      .max(LONGEST_REASON, `Houd je reden onder de ${LONGEST_REASON} tekens. Je antwoord is nog niet bewaard.`)
      .default(''),
  })
  .transform((typed) => ({
    answer: answerOf(typed.antwoord as string, typed),
    reason: typed.reden as string,
    reasoned: typed.eerder === 'ja',
  }))

/** Every statement on one page: only the band; how strongly was said on a screen of its own stays. */
export const sheetForm = (statements: readonly string[]) =>
  z.object(Object.fromEntries(statements.map((id) => [answerField(id), band.optional()])))

/** The field of a statement on the page with all of them. */
export const answerField = (statement: string): string => `antwoord-${statement}`

/** What someone chose, as an answer. `typed` may say how strongly. */
export function answerOf(value: string, typed: Record<string, unknown> = {}): Answer {
  const chosen = BANDS.find((one) => BAND_VALUES[one] === value)
  if (chosen === undefined) return null
  const how = STRENGTHS.find((one) => STRENGTH_VALUES[one] === typed[strengthField(chosen)])
  return scoreOf(chosen, how)
}

/** An answer as the fields of its screen. */
export function typedAnswer(answer: Answer | undefined): Record<string, string> {
  if (answer === undefined) return {}
  if (answer === null) return { antwoord: DONT_KNOW_VALUE }
  const one = bandOf(answer)
  return { antwoord: BAND_VALUES[one], [strengthField(one)]: STRENGTH_VALUES[strengthOf(answer)] }
}
