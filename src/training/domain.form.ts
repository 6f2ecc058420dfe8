import { z } from 'zod'

/** What an editor decides about a site a provider named. */
export const domainDecision = z
  .object({
    besluit: z.enum(['ja', 'nee'], 'Kies wat je besluit.'),
    reden: z.string().max(1_000, 'Houd je reden bij hooguit 1000 tekens.').default(''),
  })
  .refine(({ besluit, reden }) => besluit === 'ja' || reden.length >= 5, {
    path: ['reden'],
    message: 'Schrijf in één of twee zinnen waarom niet. Dan weet de opleider wat er anders moet.',
  })
