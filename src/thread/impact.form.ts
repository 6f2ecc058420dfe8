import { z } from 'zod'

const LONGEST = 1_000

/** One decision about one link: still true or to be adapted, and why. */
export const impactForm = z.object({
  koppeling: z.uuid('Kies een regel uit de lijst.'),
  besluit: z
    .enum(['klopt', 'aanpassen'], { error: 'Kies of dit nog klopt, of moet worden aangepast.' })
    .transform((choice) => (choice === 'klopt' ? ('accept' as const) : ('adapt' as const))),
  reden: z
    .string({ error: 'Schrijf in één zin waarom.' })
    .min(1, 'Schrijf in één zin waarom.')
    .max(LONGEST, `Houd het korter dan ${LONGEST} tekens.`),
})
