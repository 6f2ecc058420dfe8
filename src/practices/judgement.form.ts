import { z } from 'zod'
import type { FieldError, Typed } from '../foundation/http/index.ts'
import { type Criterion, VERDICTS, type Verdict } from './criterion.ts'

/** The longest sentence, in characters. */
export const LONGEST_SENTENCE = 600

/** The verdicts as a form names them. */
export const VERDICT_VALUES: Record<Verdict, string> = { meets: 'voldoet', partly: 'deels', fails: 'niet' }

const verdictOf = (value: string): Verdict | undefined => VERDICTS.find((one) => VERDICT_VALUES[one] === value)
const textOf = (typed: Typed, name: string): string => {
  const value = typed[name]
  return (Array.isArray(value) ? value[0] : value) ?? ''
}

/** A reader's page: the fields per criterion are read by `wordsFrom`. */
export const judgementForm = z.looseObject({
  versie: z.coerce.number().int().min(0),
  afsluiten: z.string().optional(),
})

/** A note about one difference. */
export const noteForm = z.object({
  oordeel: z.enum(Object.values(VERDICT_VALUES), 'Kies wat je er nu van vindt.'),
  zin: z
    .string()
    .min(1, 'Schrijf in één zin waarom.')
    .max(LONGEST_SENTENCE, `Houd het onder de ${LONGEST_SENTENCE} tekens.`),
})

/** The verdict that a checked form named. */
export const verdictNamed = (value: string): Verdict => verdictOf(value) ?? 'partly'

/** Verdict and sentence on one criterion. */
export interface CriterionWords {
  criterion: string
  verdict: Verdict
  sentence: string
}

/**
 * Verdict and sentence per criterion, from fields `oordeel-<slug>` and `zin-<slug>`. Half filled may be saved; `complete`
 * asks for everything. A sentence without a verdict is never dropped: it is asked about.
 */
export function wordsFrom(
  criteria: Criterion[],
  typed: Typed,
  { complete }: { complete: boolean },
): { words: CriterionWords[]; errors: FieldError[] } {
  const words: CriterionWords[] = []
  const errors: FieldError[] = []
  for (const { id, slug, name } of criteria) {
    const verdict = verdictOf(textOf(typed, `oordeel-${slug}`))
    const sentence = textOf(typed, `zin-${slug}`)
    if (sentence.length > LONGEST_SENTENCE)
      errors.push({ field: `zin-${slug}`, message: `Houd je zin over “${name}” onder de ${LONGEST_SENTENCE} tekens.` })
    if (verdict) {
      if (complete && sentence === '')
        errors.push({ field: `zin-${slug}`, message: `Schrijf in één zin waarom, bij “${name}”.` })
      words.push({ criterion: id, verdict, sentence })
    } else if (sentence !== '')
      errors.push({ field: `oordeel-${slug}`, message: `Kies ook een oordeel over “${name}”. Dan bewaren we je zin.` })
    else if (complete) errors.push({ field: `oordeel-${slug}`, message: `Kies een oordeel over “${name}”.` })
  }
  return { words, errors }
}

/** What is there, as the form shows it. */
export function typedOfWords(criteria: Criterion[], words: CriterionWords[]): Record<string, string> {
  return Object.fromEntries(
    criteria.flatMap(({ id, slug }) => {
      const found = words.find(({ criterion }) => criterion === id)
      return found
        ? [
            [`oordeel-${slug}`, VERDICT_VALUES[found.verdict]],
            [`zin-${slug}`, found.sentence],
          ]
        : []
    }),
  )
}
