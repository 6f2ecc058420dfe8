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
