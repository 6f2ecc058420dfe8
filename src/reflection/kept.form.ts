import { z } from 'zod'
import { readCode } from '../foundation/save-code.ts'

/** What someone hears who picked nothing, or something that is not there. */
export const PICK_FIRST = 'Kies eerst één ding.'

/** One thing out of the result. */
export const pickForm = z.object({ keuze: z.string(PICK_FIRST).min(1, PICK_FIRST).max(80, PICK_FIRST) })

/** Where a sheet is kept; `nummer` asks for a new code in place of the one before. */
export const keepForm = z.object({
  waar: z.enum(['code', 'account'], 'Kies waar je wilt bewaren'),
  nummer: z.coerce.number().int().min(1).max(9999).optional().catch(undefined),
})

const WHOLE_CODE = 'Een bewaarcode heeft 20 letters en cijfers. Kijk of je hem helemaal hebt overgenomen.'

/** A bewaarcode as someone typed it. */
export const codeForm = z.object({
  code: z
    .string('Vul je bewaarcode in.')
    .min(1, 'Vul je bewaarcode in.')
    .max(200, WHOLE_CODE)
    .transform((typed, context) => {
      const code = readCode(typed)
      if (code === undefined) context.addIssue({ code: 'custom', message: WHOLE_CODE })
      return code ?? z.NEVER
    }),
})

/** An address for one mail. */
export const reminderForm = z.object({
  mailadres: z
    .email('Vul een mailadres in, bijvoorbeeld naam@voorbeeld.nl.')
    .max(254, 'Dit mailadres is te lang.')
    .transform((address) => address.toLowerCase()),
  wat: z.enum(['vraag', 'vergeet']).catch('vraag'),
})

/** What to do with the sheet that is still open on this device. */
export const beginForm = z.object({ opnieuw: z.literal('ja').optional().catch(undefined) })
