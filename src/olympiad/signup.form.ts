import { z } from 'zod'

const words = (most: number) => z.string().max(most, `Hou het bij hooguit ${most} tekens.`)

const choice = {
  rol: z.string({ error: 'Kies als wie je komt.' }).min(1, 'Kies als wie je komt.').max(60),
  tafel: z.union([z.literal(''), z.uuid('Kies een tafel, of “maakt me niet uit”.')]).default(''),
  ondersteuning: words(1000).default(''),
  vergoeding: z.literal('ja').optional(),
}

/** Signs someone up for the day. */
export const signupForm = z.object({
  ...choice,
  naam: z
    .string({ error: 'Schrijf hoe je heet. Alleen de voorzitter ziet het.' })
    .min(2, 'Schrijf hoe je heet. Alleen de voorzitter ziet het.')
    .max(80, 'Hou je naam bij hooguit 80 tekens.')
    .regex(/^[^\r\n]*$/, 'Schrijf je naam op één regel.'),
  mail: z.email('Schrijf een mailadres waarop je de bevestiging kunt krijgen.').max(200, 'Dit mailadres is te lang.'),
})

/** Changes one's own signup. */
export const signupChangeForm = z.object(choice)

/** The key in a link, sent by the button on its page. */
export const signupOpenForm = z.object({ sleutel: z.string().max(100) })

/** Invites who signed up: one of them, or everyone who was not invited yet. */
export const signupInviteForm = z.object({ wie: z.union([z.literal('iedereen'), z.uuid()]) })
