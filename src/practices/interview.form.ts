import { z } from 'zod'
import { fromDutchClock, isDay } from '../foundation/day.ts'
import { SPEAKER_ROLES } from './quote.ts'
import { SECTIONS } from './section.ts'

/** Plans a talk: a day and a time on the Dutch clock, how long, and where. */
export const planForm = z
  .object({
    dag: z.string().refine(isDay, 'Kies een dag.'),
    tijd: z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'Vul een tijd in, bijvoorbeeld 14:30.'),
    minuten: z.coerce
      .number('Vul in hoeveel minuten het gesprek duurt, bijvoorbeeld 60.')
      .int('Vul hele minuten in, bijvoorbeeld 60.')
      .min(10, 'Reken op minstens 10 minuten.')
      .max(480, 'Een gesprek duurt hooguit 8 uur.'),
    plaats: z
      .string()
      .min(1, 'Vul in waar het gesprek is, of “telefonisch”.')
      .max(300, 'Houd het onder de 300 tekens.'),
    versie: z.coerce.number().int().min(0).default(0),
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

/** Notes of one section. */
export const noteTextForm = z.object({
  versie: z.coerce.number().int().min(0),
  notities: z.string().max(20_000, 'Dit is erg lang. Houd het onder de 20.000 tekens.'),
})

/** Someone we talk with. */
export const speakerForm = z.object({
  naam: z.string().min(1, 'Vul een naam in. Alleen de redactie ziet die.').max(120, 'Houd het onder de 120 tekens.'),
  functie: z.string().max(120, 'Houd het onder de 120 tekens.').default(''),
  rol: z.enum(SPEAKER_ROLES, 'Kies wat deze persoon is.'),
  mail: z.union([z.literal(''), z.email('Dit lijkt geen mailadres. Kijk of het klopt.').max(254)]).default(''),
  gesprek: z.union([z.literal(''), z.uuid()]).default(''),
  versie: z.coerce.number().int().min(0).catch(0),
})

/** The link to read back: sent once more, or replaced. */
export const inviteForm = z.object({ nieuw: z.literal('ja').optional().catch(undefined) })

const words = z
  .string()
  .min(1, 'Schrijf op wat er gezegd is.')
  .max(1000, 'Een citaat is hooguit 1000 tekens. Kies het stukje dat telt.')

/** Words to put forward. */
export const quoteForm = z.object({
  wie: z.uuid('Kies van wie dit citaat is.'),
  onderdeel: z.enum(SECTIONS, 'Kies bij welk onderdeel het hoort.'),
  citaat: words,
})

/** The adviser changes a quote. */
export const quoteEditForm = z.object({
  versie: z.coerce.number().int().min(1),
  onderdeel: z.enum(SECTIONS, 'Kies bij welk onderdeel het hoort.'),
  citaat: words,
})
