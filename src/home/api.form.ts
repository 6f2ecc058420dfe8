import { z } from '@hono/zod-openapi'
import { counted, day } from '../foundation/api/index.ts'

const wijziging = z
  .object({
    versie: z.string().openapi({ example: '1.0.0' }),
    datum: day,
    wijziging: z.string().openapi({ example: 'Eerste versie.' }),
  })
  .openapi('Wijziging')

export const wijzigingen = z.object({ ...counted, wijzigingen: z.array(wijziging) }).openapi('Wijzigingen')

export type Wijziging = z.output<typeof wijziging>
