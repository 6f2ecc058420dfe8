import { z } from 'zod'
import { plainEmail } from './person.ts'
import { plainCode } from './sign-in.ts'

const address = 'Vul je mailadres in, bijvoorbeeld naam@voorbeeld.nl'

/** A mail address, in the one spelling we keep. */
export const Email = z
  .string(address)
  .max(254, 'Dit mailadres is te lang. Vul een ander adres in')
  .transform(plainEmail)
  .pipe(z.email(address))

/** Asks for a mail to sign in. */
export const SignInForm = z.object({ email: Email, verder: z.string().optional() })

/** Six digits, typed or pasted with spaces. */
export const CodeForm = z.object({
  code: z
    .string('Vul de zes cijfers uit de mail in')
    .max(40, 'Vul alleen de zes cijfers uit de mail in')
    .transform(plainCode)
    .pipe(z.string().regex(/^\d{6}$/, 'Vul de zes cijfers uit de mail in, bijvoorbeeld 012 345')),
})

/** What someone is called here. */
export const NameForm = z.object({
  naam: z
    .string('Vul de naam in waarmee anderen je hier zien')
    .min(1, 'Vul de naam in waarmee anderen je hier zien')
    .max(120, 'Houd je naam korter dan 120 tekens'),
  verder: z.string().optional(),
})
