import { z } from 'zod'
import { gemeenteTyped } from '../foundation/gemeente.ts'
import { originTyped } from './embedding.ts'
import { WIDGET_KINDS } from './widget.ts'

/** More than anyone types. */
const LONGEST = 200
const text = z.string().trim().max(LONGEST).catch('')

/** What the frame is asked. An address may be old: what we don't know counts as not set. */
export const widgetQueryForm = z.object({
  wat: z.enum(WIDGET_KINDS).catch('alles'),
  kenmerk: text.default(''),
  gemeente: text.default('').transform((typed) => gemeenteTyped(typed)?.code ?? ''),
  site: text.default(''),
  voorbeelden: z.literal('ja').optional().catch(undefined),
  q: text.default(''),
})

/** What someone fills in who makes a snippet; here a mistake is said. */
export const makerForm = z.object({
  wat: z.enum(WIDGET_KINDS, 'Kies waarin bezoekers kunnen zoeken.'),
  kenmerk: text.default(''),
  gemeente: z
    .string()
    .max(LONGEST)
    .default('')
    .transform((typed, context) => {
      const found = gemeenteTyped(typed)
      if (typed !== '' && found === undefined)
        context.addIssue(`“${typed}” kennen we niet als gemeente. Kies er een uit de lijst, of laat het veld leeg.`)
      return found?.code ?? ''
    }),
  site: z
    .string()
    .max(LONGEST)
    .default('')
    .transform((typed, context) => {
      const origin = originTyped(typed)
      if (typed !== '' && origin === undefined)
        context.addIssue(
          'Typ het adres van jullie site, bijvoorbeeld www.dorpstad.nl. Het moet met https te openen zijn.',
        )
      return origin ?? ''
    }),
  voorbeelden: z.literal('ja').optional().catch(undefined),
})

/** What an editor fills in to let a site show our search. */
export const embeddingForm = z.object({
  site: z
    .string('Typ het adres van de site.')
    .max(LONGEST, 'Dit adres is te lang. Typ alleen het begin, bijvoorbeeld www.dorpstad.nl.')
    .transform((typed, context) => {
      const origin = originTyped(typed)
      if (origin === undefined)
        context.addIssue('Typ het adres van de site, bijvoorbeeld www.dorpstad.nl. Het moet met https te openen zijn.')
      return origin ?? ''
    }),
  organisatie: z
    .string('Typ van wie de site is.')
    .trim()
    .min(2, 'Typ van wie de site is, bijvoorbeeld gemeente Dorpstad.')
    .max(120, 'Dit is te lang. Typ alleen de naam van de organisatie.'),
})
