import { z } from 'zod'
import { QUOTE_FORMS } from './quote.ts'

/** Opens a private page. */
export const openForm = z.object({ sleutel: z.string().max(100) })

/** A speaker reads back one quote: the words, how to be named, and what to do. */
export const readBackForm = z.object({
  versie: z.coerce.number().int().min(1),
  citaat: z
    .string()
    .min(1, 'Hier staat niets meer. Wil je dit citaat niet? Kies dan “Liever niet”.')
    .max(1000, 'Houd het onder de 1000 tekens.'),
  vorm: z.enum(QUOTE_FORMS, 'Kies hoe je genoemd wilt worden.').optional(),
  naam: z.string().max(120, 'Houd het onder de 120 tekens.').default(''),
  functie: z.string().max(120, 'Houd het onder de 120 tekens.').default(''),
  doen: z.enum(['akkoord', 'bewaren']).default('akkoord'),
})

/** Asks the link again. */
export const lostLinkForm = z.object({
  email: z.email('Vul je mailadres in, bijvoorbeeld naam@voorbeeld.nl.').max(254),
})
