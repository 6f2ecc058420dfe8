import { z } from 'zod'
import { readCode } from '../foundation/save-code.ts'
import { answerOfLetter, type Difference, type Settled, type Sheet } from './paper.ts'
import type { Answer } from './score.ts'

/** More in one go is a stack nobody hands out, and a document that takes too long. */
export const MOST_SHEETS = 25

const CODE = 'Typ de code die op het formulier staat: twintig letters en cijfers.'

const code = z
  .string(CODE)
  .max(60, CODE)
  .transform((typed, context) => {
    const read = readCode(typed)
    if (read !== undefined) return read
    context.addIssue({ code: 'custom', message: CODE })
    return z.NEVER
  })

/** The field of a sentence on the page where a sheet is typed over. */
export const sentenceField = (statement: string): string => `zin-${statement}`

const letter = z
  .string()
  .max(4, 'Typ één letter van het formulier.')
  .refine((typed) => answerOfLetter(typed) !== 'other', 'Typ één letter van het formulier: a tot en met i, w, of -.')
  .default('')

/** A sheet as someone types it over: the code, the group that was ticked, and a letter per sentence. */
export const sheetEntryForm = (slugs: readonly string[], statements: readonly string[]) =>
  z
    .object({
      code,
      ronde: z.string().max(40).default(''),
      groep: z
        .string()
        .refine((slug) => slug === '' || slugs.includes(slug), 'Kies een groep uit de lijst.')
        .default(''),
      ...Object.fromEntries(statements.map((id) => [sentenceField(id), letter])),
    })
    .transform((typed, context) => {
      const answers: Record<string, Answer> = {}
      const values: Record<string, unknown> = typed
      for (const id of statements) {
        const answer = answerOfLetter(String(values[sentenceField(id)] ?? ''))
        if (answer !== undefined && answer !== 'other') answers[id] = answer
      }
      if (Object.keys(answers).length === 0)
        context.addIssue({
          code: 'custom',
          path: [sentenceField(statements[0] ?? '')],
          message: 'Typ minstens één letter. Staat er geen enkel kruisje op, dan hoeft het formulier niet ingevoerd.',
        })
      const sheet: Sheet = { group: typed.groep === '' ? null : typed.groep, answers }
      return { code: typed.code, round: typed.ronde, sheet }
    })

/** The code alone, to look at a sheet that was entered twice. */
export const sheetCodeForm = z.object({ code })

/** The field of a difference. */
export const differenceField = (difference: Difference): string =>
  difference.about === 'group' ? 'groep' : sentenceField(difference.statement)

const SETTLED: Record<string, Settled> = { een: 'first', twee: 'second', geen: 'neither' }
/** A choice as it goes over the line. */
export const settledValue = (settled: Settled): string =>
  Object.entries(SETTLED).find(([, one]) => one === settled)?.[0] ?? ''

const settled = z.string('Kies wat er op het papier staat.').transform((typed, context): Settled => {
  const found = SETTLED[typed]
  if (found !== undefined) return found
  context.addIssue({ code: 'custom', message: 'Kies wat er op het papier staat.' })
  return z.NEVER
})

/** What the paper says at each difference. */
export const settlingForm = (differences: readonly Difference[]) =>
  z.object(Object.fromEntries(differences.map((one) => [differenceField(one), settled])))

/** How many sheets to print, for which group, and how these people were found. */
export const printForm = (slugs: readonly string[]) =>
  z.object({
    groep: z.string('Kies een groep.').refine((slug) => slugs.includes(slug), 'Kies een groep.'),
    aantal: z
      .string()
      .max(4, `Vul een aantal in van 1 tot ${MOST_SHEETS}.`)
      .default('')
      .transform(Number)
      .refine((n) => Number.isInteger(n) && n >= 1 && n <= MOST_SHEETS, `Vul een aantal in van 1 tot ${MOST_SHEETS}.`),
    gevonden: z.string().max(200, 'Houd het onder de 200 tekens.').default(''),
    belangen: z.string().max(300, 'Houd het onder de 300 tekens.').default(''),
  })

/** The codes that were just made, sent back to be printed: they are kept nowhere but on that page. */
export const sheetsForm = z.object({
  groep: z.string().max(80),
  'codes[]': z
    .array(z.string().max(60))
    .min(1, 'Maak eerst formulieren.')
    .max(MOST_SHEETS, `Print hooguit ${MOST_SHEETS} formulieren tegelijk.`)
    .transform((typed) => typed.flatMap((one) => readCode(one) ?? [])),
})
