import { z } from 'zod'

/** The address on which someone was invited. */
export const renewalForm = z.object({
  mail: z
    .string('Vul het mailadres in waarop je bent uitgenodigd.')
    .trim()
    .max(200, 'Dit mailadres is te lang.')
    .pipe(z.email('Vul het mailadres in waarop je bent uitgenodigd, zoals naam@voorbeeld.nl.')),
})
