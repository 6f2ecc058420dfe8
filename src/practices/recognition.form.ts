import { z } from 'zod'
import { isDay } from '../foundation/day.ts'

const day = (sentence: string) => z.string({ error: sentence }).refine(isDay, sentence)

/** A recognition as an editor notes it, with the kinds this practice may have. */
export const recognitionForm = (kinds: readonly string[], today: string) =>
  z
    .object({
      erkenning: z
        .string({ error: 'Kies welke erkenning het is.' })
        .refine((kind) => kinds.includes(kind), 'Kies welke erkenning het is.'),
      door: z
        .string({ error: 'Schrijf wie de erkenning gaf.' })
        .min(2, 'Schrijf wie de erkenning gaf.')
        .max(120, 'Schrijf wie de erkenning gaf in hooguit 120 tekens.'),
      op: day('Vul de dag in waarop de erkenning is gegeven.').refine(
        (given) => given <= today,
        'Deze dag moet nog komen. Vul de dag in waarop de erkenning is gegeven.',
      ),
      tot: z
        .string()
        .default('')
        .refine((until) => until === '' || isDay(until), 'Vul een dag in, of laat dit leeg.'),
      bron: z
        .string({ error: 'Zeg waar dit te lezen is: een adres of een titel.' })
        .min(4, 'Zeg waar dit te lezen is: een adres of een titel.')
        .max(300, 'Hou de bron bij hooguit 300 tekens.'),
    })
    .refine(({ op, tot }) => tot === '' || tot > op, {
      path: ['tot'],
      message: 'De laatste dag ligt voor de eerste. Kijk de dagen na.',
    })
