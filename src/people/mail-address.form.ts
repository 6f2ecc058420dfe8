import { z } from 'zod'
import { Email } from './sign-in.form.ts'

/** Asks for another mail address. */
export const AddressForm = z.object({ email: Email })
