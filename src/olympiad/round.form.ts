import { z } from 'zod'
import { readMoment } from './moment.ts'

const moment = (message: string) =>
  z.string(message).transform((typed, context) => {
    const found = readMoment(typed)
    if (found === undefined) context.addIssue({ code: 'custom', message })
    return found ?? z.NEVER
  })

/** A round as its chair plans it. `zinnen[]`: the statements, in the order in which they are shown. */
export const roundForm = z
  .object({
    soort: z.enum(['bedenken', 'wegen'], 'Kies wat mensen in deze ronde doen.'),
    geheim: z.literal('ja').optional().catch(undefined),
    opent: moment('Vul in wanneer de ronde begint, met dag en uur.'),
    sluit: moment('Vul in wanneer de ronde eindigt, met dag en uur.'),
    /** Of the plan that was read; a new round has none. */
    versie: z.coerce.number().int().catch(0),
    'zinnen[]': z.array(z.uuid()).max(200, 'Kies hooguit 200 zinnen.').default([]),
  })
  .refine(({ opent, sluit }) => opent < sluit, { path: ['sluit'], message: 'Het einde ligt voor het begin.' })

/** More time, and why. */
export const extensionForm = z.object({
  tot: moment('Vul in tot wanneer de ronde duurt, met dag en uur.'),
  reden: z
    .string('Schrijf waarom er meer tijd komt. Dit is openbaar.')
    .min(1, 'Schrijf waarom er meer tijd komt. Dit is openbaar.')
    .max(400, 'Houd het onder de 400 tekens.'),
})

/** Closing: whether another round follows. */
export const closingForm = z.object({ daarna: z.enum(['verder', 'klaar'], 'Kies of er nog een ronde komt.') })
