import { z } from 'zod'

const unreadable = 'Je apparaat gaf geen antwoord dat wij kunnen lezen. Probeer het opnieuw, of gebruik de mail.'

const text = z.string().min(1).max(20_000)
const shared = {
  id: z.string().min(1).max(1_400),
  rawId: text,
  type: z.literal('public-key'),
  clientExtensionResults: z.looseObject({}).default({}),
}

/** A field that holds JSON made by the browser module. */
function json<S extends z.ZodType>(shape: S) {
  return z
    .string(unreadable)
    .max(60_000, unreadable)
    .transform((raw, context) => {
      try {
        const parsed = shape.safeParse(JSON.parse(raw))
        if (parsed.success) return parsed.data
      } catch {
        // falls through to the one sentence
      }
      context.addIssue({ code: 'custom', message: unreadable })
      return z.NEVER
    })
}

/** What the browser sends after making a passkey. */
export const NewPasskeyForm = z.object({
  antwoord: json(
    z.object({
      ...shared,
      response: z.object({
        clientDataJSON: text,
        attestationObject: text,
        transports: z.array(z.enum(['ble', 'cable', 'hybrid', 'internal', 'nfc', 'smart-card', 'usb'])).optional(),
      }),
    }),
  ),
  naam: z.string().max(60, 'Houd de naam korter dan 60 tekens').optional(),
  verder: z.string().optional(),
})

/** What the browser sends after using one. */
export const UsedPasskeyForm = z.object({
  antwoord: json(
    z.object({
      ...shared,
      response: z.object({
        clientDataJSON: text,
        authenticatorData: text,
        signature: text,
        userHandle: z.string().max(200).optional(),
      }),
    }),
  ),
  verder: z.string().optional(),
})
