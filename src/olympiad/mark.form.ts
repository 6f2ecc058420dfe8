import { z } from 'zod'
import { chosenIds } from './group.form.ts'
import { SHOWS } from './mark.ts'

const GONE = 'Deze passage bestaat niet meer. Ga terug naar het lezen en kies opnieuw.'

const place = {
  item: z.uuid(GONE),
  revisie: z.uuid(GONE),
  passage: z
    .string()
    .regex(/^[a-z0-9-]{0,60}$/i, GONE)
    .optional()
    .transform((passage) => (passage === undefined || passage === '' ? null : passage)),
}

/** Which passage someone wants to mark. */
export const placeQuery = z.object(place)

/** What a member says it shows. */
export const markForm = z.object({
  ...place,
  toont: z.enum(SHOWS, 'Kies wat dit laat zien.'),
  woorden: z
    .string('Zeg het in één regel.')
    .min(3, 'Zeg het in één regel, in je eigen woorden.')
    .max(200, 'Eén regel is genoeg: houd het onder de 200 tekens.'),
})

/** Which two practices stand beside each other. */
export const besideQuery = z.object({
  links: z.string().max(200, 'Kies een praktijk uit de lijst.').optional(),
  rechts: z.string().max(200, 'Kies een praktijk uit de lijst.').optional(),
})

/** Where a mark goes; `gezien` is the factor under which someone saw it, '' for none. */
export const moveForm = z.object({
  naar: z.union([z.literal(''), z.uuid('Kies een succesfactor.')], 'Kies waar deze markering heen gaat.'),
  gezien: z.union([z.literal(''), z.uuid()], 'Begin opnieuw vanaf de pagina zelf.'),
})

const name = z
  .string('Geef de succesfactor een naam.')
  .min(3, 'Geef de succesfactor een naam van een paar woorden.')
  .max(120, 'Houd de naam onder de 120 tekens.')
const explanation = z
  .string('Leg in een of twee zinnen uit wat je bedoelt.')
  .min(10, 'Leg in een of twee zinnen uit wat je bedoelt.')
  .max(1_000, 'Houd de uitleg onder de 1000 tekens.')

export const factorFields = { naam: name, uitleg: explanation }

/** A factor made of the marks that were ticked. */
export const factorForm = z.object({
  ...factorFields,
  'markering[]': chosenIds.refine((ids) => ids.length > 0, 'Vink de markeringen aan die bij elkaar horen.'),
})
