import { z } from 'zod'

/** What someone would change in a standard. */
export const changeForm = z.object({
  kenmerk: z.uuid('Kies eerst een kenmerk. Ga terug en open “Dit werkt zo niet” bij de tekst.'),
  woorden: z
    .string({ error: 'Schrijf wat er niet werkt.' })
    .min(20, 'Schrijf in een of twee zinnen wat er niet werkt, en wat je anders zou doen.')
    .max(2_000, 'Hou het bij hooguit 2.000 tekens.'),
})

/** The code of someone who follows a proposal without an account. */
export const followForm = z.object({
  code: z.string({ error: 'Vul je volgcode in.' }).max(60, 'Een volgcode heeft twintig tekens.').default(''),
})

/** What became of a proposal. */
export const outcomeForm = z
  .object({
    voorstel: z.uuid('Dit voorstel bestaat niet meer.'),
    uitkomst: z.enum(['became a statement', 'declined'], 'Kies wat ervan gekomen is.'),
    zin: z.union([z.uuid(), z.literal('')], 'Kies een zin uit de lijst.').default(''),
    woorden: z
      .string({ error: 'Schrijf een antwoord.' })
      .min(10, 'Schrijf in een of twee zinnen waarom. Wie het voorstelde, leest dit.')
      .max(1_000, 'Hou het bij hooguit 1.000 tekens.'),
  })
  .refine(({ uitkomst, zin }) => uitkomst === 'declined' || zin !== '', {
    path: ['zin'],
    error: 'Kies welke zin ervan gekomen is.',
  })
