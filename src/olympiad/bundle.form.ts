import { z } from 'zod'

const MOST = 6000

/** The foreword of a bundle, on top of the version that was read; 0 for a new one. */
export const forewordForm = z.object({
  voorwoord: z
    .string('Schrijf een voorwoord.')
    .trim()
    .min(1, 'Schrijf een voorwoord: wat was dit voor jaar?')
    .max(MOST, `Houd het onder de ${MOST} tekens.`),
  versie: z.coerce.number().int().min(0).catch(-1),
})
