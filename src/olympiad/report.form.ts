import { z } from 'zod'
import { accordItem } from './accord.ts'

/** What someone writes about one item of the method report. */
export const reportForm = z.object({
  onderdeel: z.string().refine((id) => accordItem(id) !== undefined, 'Dit onderdeel hoort niet bij het verslag.'),
  versie: z.coerce.number().int().min(0).catch(0),
  tekst: z.string().max(5_000, 'Hou het bij hooguit 5.000 tekens.').default(''),
})
