import { z } from 'zod'
import { gemeenteTyped } from '../foundation/gemeente.ts'

/** "Wij doen dit ook", as it is typed; `thisYear` is the last year someone can have begun. */
export const adoptionForm = (thisYear: number) =>
  z.object({
    organisatie: z
      .string({ error: 'Schrijf de naam van je organisatie.' })
      .min(2, 'Schrijf de naam van je organisatie.')
      .max(120, 'Schrijf de naam van je organisatie in hooguit 120 tekens.'),
    gemeente: z
      .string({ error: 'Kies de gemeente waar jullie dit doen.' })
      .transform((typed) => gemeenteTyped(typed)?.code ?? '')
      .refine((code) => code !== '', 'Kies de gemeente waar jullie dit doen.'),
    sinds: z
      .string({ error: 'Schrijf het jaar waarin jullie begonnen.' })
      .regex(/^\d{4}$/, 'Schrijf het jaar in vier cijfers, zoals 2024.')
      .transform(Number)
      .refine((year) => year >= 1950 && year <= thisYear, `Schrijf een jaar van 1950 tot en met ${thisYear}.`),
    anders: z.string().max(600, 'Hou wat jullie anders doen bij hooguit 600 tekens.').default(''),
  })
