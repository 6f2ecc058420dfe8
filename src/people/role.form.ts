import { z } from 'zod'
import { roleNames } from './role.ts'
import { Email } from './sign-in.form.ts'

/** Giving a role: to whom, which, and where it counts. */
export const GrantForm = z.object({
  email: Email,
  rol: z.enum(roleNames, 'Kies een rol'),
  organisatie: z
    .union([z.literal('').transform(() => undefined), z.uuid('Kies een organisatie uit de lijst')])
    .optional(),
})

/** What the address of the page may say: which page of who holds what, and a part of an organisation's name. */
export const RolesQuery = z.object({
  bladzijde: z.coerce.number().int().min(1).max(10_000).catch(1),
  plek: z.string().trim().max(200).catch(''),
})
