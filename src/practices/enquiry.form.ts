import { z } from 'zod'

/** A question to the people of a practice. Nothing of it is kept. */
export const enquiryForm = z.object({
  naam: z
    .string({ error: 'Schrijf hoe je heet.' })
    .min(2, 'Schrijf hoe je heet.')
    .max(80, 'Hou je naam bij hooguit 80 tekens.')
    .regex(/^[^\r\n]*$/, 'Schrijf je naam op één regel.'),
  mail: z.email('Schrijf een mailadres waarop je antwoord kunt krijgen.').max(200, 'Dit mailadres is te lang.'),
  vraag: z
    .string({ error: 'Schrijf je vraag.' })
    .min(10, 'Schrijf je vraag in een paar woorden meer.')
    .max(2_000, 'Hou je vraag bij hooguit 2.000 tekens.'),
})
