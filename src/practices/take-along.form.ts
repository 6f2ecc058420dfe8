import { z } from 'zod'
import { LICENCES } from '../foundation/licence.ts'
import { TAKE_ALONG_KINDS } from './take-along.ts'

/** Something to take along as an editor adds it; the file is read apart. */
export const takeAlongForm = z.object({
  soort: z.enum(TAKE_ALONG_KINDS, 'Kies wat het is.'),
  titel: z
    .string({ error: 'Schrijf hoe het heet.' })
    .min(3, 'Schrijf hoe het heet.')
    .max(120, 'Hou de titel bij hooguit 120 tekens.'),
  licentie: z.enum(LICENCES, 'Kies wat anderen ermee mogen.'),
  adres: z
    .string()
    .default('')
    .refine(
      (address) => address === '' || (/^https?:\/\//.test(address) && URL.canParse(address)),
      'Een adres begint met https:// en heeft geen spaties.',
    ),
})
