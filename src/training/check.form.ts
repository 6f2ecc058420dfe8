import { z } from 'zod'

/** What an editor says of a first publication. */
export const decisionForm = z
  .object({
    aanvraag: z.guid(),
    besluit: z.enum(['goed', 'vraag'], 'Kies wat je besluit.'),
    vraag: z.string().max(1_000, 'Houd je vraag bij hooguit 1000 tekens.').default(''),
  })
  .refine(({ besluit, vraag }) => besluit === 'goed' || vraag.length >= 5, {
    path: ['vraag'],
    message: 'Schrijf wat je wilt weten of wat er anders moet.',
  })

/** A decision as it came. */
export type Decision = z.output<typeof decisionForm>
