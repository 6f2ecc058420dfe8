import { z } from 'zod'

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/
const list = z
  .union([z.string(), z.array(z.string())])
  .optional()
  .transform((value) => (value === undefined ? [] : Array.isArray(value) ? value : [value]).filter((one) => one !== ''))

/** Boxes that were ticked, as ids. */
export const chosenIds = list.transform((ids) => [...new Set(ids.filter((id) => uuid.test(id)))])

/** A number that stood in a hidden field: what someone saw when they began. */
export const seenVersion = z.coerce.number('Begin opnieuw vanaf de pagina zelf.').int().min(0).max(1_000_000)

/** Why a step was taken; everyone reads it once the text is public. */
export const reasonField = z
  .string('Zeg in een of twee zinnen waarom.')
  .min(5, 'Zeg in een of twee zinnen waarom.')
  .max(1_000, 'Houd de reden onder de 1000 tekens.')

/** What an editor says about a working group. */
export const groupForm = z.object({
  jaar: z.coerce
    .number('Vul het jaar in vier cijfers in.')
    .int('Vul het jaar in vier cijfers in.')
    .min(2008, 'Vul een jaar vanaf 2008 in.')
    .max(2100, 'Vul een jaar tot en met 2100 in.'),
  naam: z
    .string('Geef de werkgroep een naam.')
    .min(3, 'Geef de werkgroep een naam van minstens 3 letters.')
    .max(120, 'Houd de naam onder de 120 tekens.'),
  opdracht: z
    .string('Zeg wat de werkgroep gaat doen.')
    .min(10, 'Zeg in een of twee zinnen wat de werkgroep gaat doen.')
    .max(2_000, 'Houd de opdracht onder de 2000 tekens.'),
  'thema[]': list,
  'praktijk[]': chosenIds,
  versie: seenVersion,
})

/** Whom to add, or who leaves. */
export const memberForm = z.object({ persoon: z.uuid('Kies iemand uit de lijst.') })

/** By which letters a person is looked for. */
export const nameQuery = z.object({ naam: z.string().max(120, 'Een paar letters is genoeg.').optional() })
