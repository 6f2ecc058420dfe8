import { z } from 'zod'
import { fromDutchClock, isDay } from '../foundation/day.ts'

const count = (empty: string, most: number, tooMany: string) =>
  z.coerce.number(empty).int('Vul een heel getal in.').min(1, empty).max(most, tooMany)

/** A part of the day. */
export const partForm = z
  .object({
    dag: z.string().refine(isDay, 'Kies een dag.'),
    tijd: z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'Vul een tijd in, bijvoorbeeld 14:30.'),
    minuten: count('Vul in hoeveel minuten het duurt, bijvoorbeeld 45.', 720, 'Een onderdeel duurt hooguit 12 uur.'),
    titel: z.string().min(1, 'Vul in hoe dit onderdeel heet.').max(120, 'Hou het bij hooguit 120 tekens.'),
    uitleg: z.string().max(1000, 'Hou het bij hooguit 1000 tekens.').default(''),
  })
  .transform((form, context) => {
    const startsAt = fromDutchClock(form.dag, form.tijd)
    if (startsAt) return { ...form, startsAt }
    context.addIssue({
      code: 'custom',
      path: ['tijd'],
      message: 'Deze tijd bestaat niet op die dag, omdat de klok dan vooruitgaat. Kies een andere tijd.',
    })
    return z.NEVER
  })

/** A table. Its practices are ticked in a list. */
export const tableForm = z.object({
  nummer: count('Vul het nummer van de tafel in, bijvoorbeeld 4.', 999, 'Hou het bij hooguit drie cijfers.'),
  onderwerp: z.string().min(1, 'Vul in waar het aan deze tafel over gaat.').max(120, 'Hou het bij hooguit 120 tekens.'),
  plaatsen: count(
    'Vul in hoeveel mensen er aan de tafel passen, bijvoorbeeld 8.',
    200,
    'Reken op hooguit 200 plaatsen.',
  ),
  gastheer: z.string().max(254, 'Hou het bij hooguit 254 tekens.').default(''),
  'praktijken[]': z.array(z.uuid()).max(30, 'Kies hooguit 30 praktijken.').default([]),
})

/** What was said at a table. */
export const noteForm = z.object({
  notitie: z
    .string({ error: 'Schrijf op wat er gezegd is.' })
    .min(3, 'Schrijf op wat er gezegd is.')
    .max(2000, 'Hou een notitie bij hooguit 2000 tekens. Maak er anders twee van.'),
})

/** A note becomes a reason for a sentence. */
export const noteReasonForm = z.object({ zin: z.uuid('Kies bij welke zin deze reden hoort.') })

/** A note becomes a sentence. */
export const noteStatementForm = z.object({
  gewoon: z.string().min(3, 'Schrijf de zin in gewone woorden.').max(300, 'Hou het bij één korte zin.'),
  voorbeeld: z
    .string()
    .min(3, 'Schrijf hoe dit eruitziet in een praktijk.')
    .max(600, 'Hou het bij hooguit 600 tekens.'),
  vaktaal: z.string().min(3, 'Schrijf hoe een vakgenoot het zou zeggen.').max(600, 'Hou het bij hooguit 600 tekens.'),
  reden: z.string().min(3, 'Schrijf waarom deze zin erbij moet.').max(600, 'Hou het bij hooguit 600 tekens.'),
})
