import { z } from 'zod'
import { pageOf } from './search.ts'

/** More than anyone types; a longer text is a paste that went wrong. */
const LONGEST = 200

export const searchForm = z.object({
  q: z
    .string({ error: 'Typ één vraag.' })
    .max(LONGEST, `Je vraag is te lang. Typ een paar woorden, hooguit ${LONGEST} tekens.`)
    .default(''),
  soort: z.string({ error: 'Kies één soort.' }).max(40, 'Kies een soort uit de lijst.').default(''),
  pagina: z.string().optional().transform(pageOf),
})
