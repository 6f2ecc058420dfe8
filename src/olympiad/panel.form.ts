import { z } from 'zod'

/** Comes in: the key of a link, or a code as it was typed. */
export const entranceForm = z.object({
  sleutel: z.string('Typ je code.').min(1, 'Typ je code.').max(200, 'Typ de code van je uitnodiging: twintig tekens.'),
})

/** The name under which someone's answers stand: their own choice, on one line. */
export const givenName = z
  .string('Vul de naam in waaronder je meedoet.')
  .transform((name) => name.replaceAll(/\s+/g, ' ').trim())
  .pipe(z.string().min(1, 'Vul de naam in waaronder je meedoet.').max(80, 'Houd je naam onder de 80 tekens.'))

/** Says it; `verder`: back to the room, for whoever sits there. */
export const nameForm = z.object({ naam: givenName, verder: z.enum(['zaal', '']).catch('') })

/** Corrects as whom someone takes part. */
export const groupForm = (slugs: readonly string[]) =>
  z.object({
    groep: z
      .string('Kies de groep waar je bij hoort.')
      .refine((slug) => slugs.includes(slug), 'Kies de groep waar je bij hoort.'),
  })
