import { z } from 'zod'

/** Keeping something for later: what, and where to go on. */
export const SaveForm = z.object({ item: z.uuid('Wat je wilt bewaren, bestaat niet'), verder: z.string().optional() })
