import { z } from 'zod'
import { givenName } from './panel.form.ts'

/** The code on the screen of the hall. */
export const codeForm = z.object({
  code: z.string({ error: 'Typ de zes cijfers van het scherm.' }).min(1, 'Typ de zes cijfers van het scherm.').max(40),
})

/** As whom someone takes part in the room. */
export const roomRoleForm = (slugs: readonly string[], { named }: { named: boolean }) =>
  z.object({
    groep: z
      .string({ error: 'Kies bij welke groep je hoort.' })
      .refine((slug) => slugs.includes(slug), 'Kies bij welke groep je hoort.'),
    naam: named ? givenName : z.undefined().catch(undefined),
  })

/** Which sentence a vote is about. */
export const liveVoteForm = z.object({ zin: z.uuid() })

/** The chair's buttons. `gezien`: the step after which this screen was drawn. */
export const stepForm = z.object({
  gezien: z.coerce.number().int().min(0).max(100_000),
  stap: z.enum(['volgende', 'toon', 'meer', 'pauze', 'verder', 'leeg']),
  zin: z.union([z.literal(''), z.uuid()]).default(''),
})

/** Which round is held in the room. */
export const startForm = z.object({ ronde: z.uuid() })
