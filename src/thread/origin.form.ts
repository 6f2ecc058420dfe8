import { z } from 'zod'
import { dutchDay } from '../foundation/clock.ts'
import { endOfDay } from './origin.ts'

/** The day at which someone wants to see an origin; nothing typed is now. */
export const originForm = (now: Date) =>
  z.object({
    op: z
      .string({ error: 'Kies één dag.' })
      .default('')
      .transform((day, check) => {
        if (day === '') return undefined
        const at = endOfDay(day)
        const fault =
          at === undefined
            ? 'Typ een dag die bestaat, met jaar, maand en dag, zoals 2026-01-31.'
            : day > dutchDay(now)
              ? 'Die dag is nog niet geweest. Kies een dag tot en met vandaag.'
              : undefined
        if (fault !== undefined) check.addIssue({ code: 'custom', message: fault })
        return at && { day, at }
      }),
    alles: z.string().optional(),
  })
