import { z } from 'zod'
import { OUTCOMES } from './import.ts'

/** Which part of a report someone looks at; an address may be old or mistyped. */
export const reportQuery = z.object({
  wat: z.enum(OUTCOMES).optional().catch(undefined),
  pagina: z.string().optional().catch(undefined),
})

/** "Zet dit in je aanbod", with or without putting away what is no longer in it. */
export const acceptanceForm = z.object({ einde: z.literal('ja').optional().catch(undefined) })
