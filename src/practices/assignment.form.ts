import { z } from 'zod'
import { isDay } from '../foundation/day.ts'

const due = z.string().refine(isDay, 'Kies de dag waarop het oordeel klaar moet zijn.')

/** Asks someone to read. */
export const assignmentForm = z.object({ meelezer: z.uuid('Kies een meelezer.'), uiterlijk: due })

/** Gives a reader another day. */
export const dueForm = z.object({ uiterlijk: due })

/** A reader says whether there is an interest. */
export const interestForm = z
  .object({
    belang: z.enum(['nee', 'ja'], 'Kies of je een belang hebt.'),
    toelichting: z.string().max(600, 'Houd het onder de 600 tekens.').default(''),
  })
  .refine(({ belang, toelichting }) => belang === 'nee' || toelichting !== '', {
    path: ['toelichting'],
    message: 'Schrijf in één zin wat je belang is.',
  })
