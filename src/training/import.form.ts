import { z } from 'zod'
import { ARRIVAL_STATES } from './import.arrival.ts'
import { OUTCOMES } from './import.ts'
import { stateSlugs } from './publication.ts'

/** Which part of a report someone looks at; an address may be old or mistyped. */
export const reportQuery = z.object({
  wat: z.enum(OUTCOMES).optional().catch(undefined),
  pagina: z.string().optional().catch(undefined),
  // Of the courses it brought: which, and what page of those.
  stand: z
    .enum(ARRIVAL_STATES.map((state) => stateSlugs[state]))
    .optional()
    .catch(undefined),
  blad: z.string().optional().catch(undefined),
})

/** "Zet dit in je aanbod", with or without putting away what is no longer in it. */
export const acceptanceForm = z.object({ einde: z.literal('ja').optional().catch(undefined) })
