import { z } from 'zod'

/** Throwing a draft away: what it looked like to whoever decided. */
export const discardForm = z.object({ gezien: z.string().trim().max(64).default('') })
