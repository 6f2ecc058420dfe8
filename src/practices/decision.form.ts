import { z } from 'zod'

/** The decision; verdict and sentence per criterion are read by `wordsFrom`. */
export const decisionForm = z.looseObject({
  uitkomst: z.enum(['gekozen', 'niet'], 'Kies of de praktijk wordt gekozen.'),
  advies: z
    .string()
    .min(1, 'Geef altijd één advies: iets waar de mensen morgen mee verder kunnen.')
    .max(1500, 'Houd het advies onder de 1500 tekens.'),
})

const words = (message: string) => z.string().min(1, message).max(4000, 'Houd het onder de 4000 tekens.')

/** "Ik zie dit anders". */
export const disagreementForm = z.object({ reactie: words('Schrijf op wat je anders ziet.') })

/** What we answer to it. */
export const answerForm = z.object({ antwoord: words('Schrijf een antwoord.') })
