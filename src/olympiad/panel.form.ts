import { z } from 'zod'

/** Comes in: the key of a link, or a code as it was typed. */
export const entranceForm = z.object({
  sleutel: z.string('Typ je code.').min(1, 'Typ je code.').max(200, 'Typ de code van je uitnodiging: twintig tekens.'),
})

/** Corrects as whom someone takes part. */
export const groupForm = (slugs: readonly string[]) =>
  z.object({
    groep: z
      .string('Kies de groep waar je bij hoort.')
      .refine((slug) => slugs.includes(slug), 'Kies de groep waar je bij hoort.'),
  })
