import { z } from 'zod'

const LONGEST = 1_000

/** More than any list holds. */
const MOST_LINKS = 500

/** One decision, about one link or several: still true or to be adapted, and why. */
export const impactForm = z.object({
  'koppeling[]': z
    .array(z.uuid('Kies een regel uit de lijst.'), { error: 'Kies waarover je besluit.' })
    .min(1, 'Kies waarover je besluit.')
    .max(MOST_LINKS, `Kies er hooguit ${MOST_LINKS}.`)
    .transform((links) => [...new Set(links)]),
  besluit: z
    .enum(['klopt', 'aanpassen'], { error: 'Kies of dit nog klopt, of moet worden aangepast.' })
    .transform((choice) => (choice === 'klopt' ? ('accept' as const) : ('adapt' as const))),
  reden: z
    .string({ error: 'Schrijf in één zin waarom.' })
    .min(1, 'Schrijf in één zin waarom.')
    .max(LONGEST, `Houd het korter dan ${LONGEST} tekens.`),
})
