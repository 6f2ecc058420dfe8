import { z } from 'zod'

const LONGEST = 1_000

/** More than any list holds. */
const MOST_LINKS = 500

/** One decision, about one link, several, or all of a kind: still true or to be adapted, and why. */
export const impactForm = z
  .object({
    'koppeling[]': z
      .array(z.uuid('Kies een regel uit de lijst.'))
      .max(MOST_LINKS, `Kies er hooguit ${MOST_LINKS}.`)
      .default([]),
    /** What kind of thing points at the old text, by its word on screen: then every undecided one of them is meant. */
    'soort[]': z.array(z.string()).default([]),
    besluit: z
      .enum(['klopt', 'aanpassen'], { error: 'Kies of dit nog klopt, of moet worden aangepast.' })
      .transform((choice) => (choice === 'klopt' ? ('accept' as const) : ('adapt' as const))),
    reden: z
      .string({ error: 'Schrijf in één zin waarom.' })
      .min(1, 'Schrijf in één zin waarom.')
      .max(LONGEST, `Houd het korter dan ${LONGEST} tekens.`),
  })
  .refine((form) => form['koppeling[]'].length + form['soort[]'].length > 0, {
    path: ['koppeling[]'],
    message: 'Kies waarover je besluit.',
    // Also when something else is wrong: whoever mends a form mends it once.
    when: () => true,
  })
