import { z } from 'zod'

const day = (message: string) => z.iso.date(message)

/** Opening a consultation: from, until, and what we ask. */
export const consultationForm = z
  .object({
    van: day('Vul de eerste dag in, bijvoorbeeld 2027-03-01.'),
    tot: day('Vul de laatste dag in, bijvoorbeeld 2027-03-31.'),
    vraag: z
      .string()
      .trim()
      .min(1, 'Schrijf wat je van mensen wilt weten.')
      .max(1000, 'Houd de vraag onder de 1000 tekens.'),
  })
  .refine(({ van, tot }) => van <= tot, {
    path: ['tot'],
    message: 'De laatste dag ligt voor de eerste dag.',
  })

/** Publishing; why without a consultation is asked only when there was none. */
export const publicationForm = z.object({
  reden: z.string().trim().max(600, 'Houd de reden onder de 600 tekens.').default(''),
})

export const reactionForm = z.object({
  reactie: z
    .string()
    .trim()
    .min(1, 'Schrijf je reactie op. Eén zin is genoeg.')
    .max(4000, 'Je reactie is te lang. Houd het onder de 4000 tekens.'),
})
