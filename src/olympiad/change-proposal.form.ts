import { z } from 'zod'
import { plainFaults } from './statement.ts'

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

/** What the chair answers: a sentence comes of it, the text stays as it is, or it is for the next Olympiade. */
export const outcomeForm = z
  .object({
    uitkomst: z.enum(['zin', 'blijft', 'later'], 'Kies wat ervan gekomen is.'),
    zin: z.union([z.uuid(), z.literal('')], 'Kies een zin uit de lijst.').default(''),
    nieuw: z.string().trim().max(300, 'Houd de zin onder de 300 tekens.').default(''),
    woorden: z
      .string({ error: 'Schrijf een antwoord.' })
      .min(10, 'Schrijf in een of twee zinnen waarom. Wie het voorstelde, leest dit.')
      .max(1_000, 'Hou het bij hooguit 1.000 tekens.'),
  })
  .superRefine(({ uitkomst, zin, nieuw }, context) => {
    if (uitkomst !== 'zin') return
    const fault = (path: string, message: string) => context.addIssue({ code: 'custom', path: [path], message })
    if (zin === '' && nieuw === '') fault('zin', 'Kies welke zin ervan gekomen is, of schrijf er een.')
    if (zin !== '' && nieuw !== '') fault('nieuw', 'Kies een zin óf schrijf een nieuwe. Maak een van de twee leeg.')
    if (nieuw !== '') for (const message of plainFaults(nieuw)) fault('nieuw', message)
  })
