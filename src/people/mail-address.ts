import { z } from 'zod'
import { after } from '../foundation/clock.ts'
import type { LimitRule } from '../foundation/http/index.ts'
import { deriveKey, seal, unseal } from '../foundation/seal.ts'
import { CODE_LIFE } from './sign-in.ts'

/** Someone on the way to another mail address. Travels sealed, in the mail's link and in a cookie; nothing is kept. */
export interface AddressChange {
  person: string
  /** The address it replaces, '' when there was none. Once replaced, this change is spent. */
  from: string
  to: string
  expiresAt: Date
}

/** What the browser that asked holds: the change, and the six digits that prove it. No digits were sent to a taken address. */
export interface AskedChange extends AddressChange {
  code: string | undefined
}

const Stored = z.object({
  person: z.string(),
  from: z.string(),
  to: z.string(),
  expiresAt: z.coerce.date(),
  code: z.string().optional(),
})

const key = (secretKey: Buffer, purpose: 'mail' | 'browser') => deriveKey(secretKey, `mail address, ${purpose}`)

function opened(sealKey: Buffer, text: string | undefined) {
  try {
    return Stored.parse(JSON.parse(unseal(sealKey, Buffer.from(text ?? '', 'base64url')).toString()))
  } catch {
    return undefined
  }
}

/** Begins a change: it must be done within a quarter of an hour. */
export function newChange(person: { id: string; email: string }, to: string, now: Date): AddressChange {
  return { person: person.id, from: person.email, to, expiresAt: after(now, CODE_LIFE) }
}

/** The change as the end of the link in the mail. It holds no digits: a link that leaks does not give them away. */
export function packLink(secretKey: Buffer, change: AddressChange): string {
  return seal(key(secretKey, 'mail'), JSON.stringify(change)).toString('base64url')
}

/** The change in a link; undefined when it is not one of ours. */
export function unpackLink(secretKey: Buffer, token: string): AddressChange | undefined {
  const change = opened(key(secretKey, 'mail'), token)
  return change && { person: change.person, from: change.from, to: change.to, expiresAt: change.expiresAt }
}

export function packAsked(secretKey: Buffer, asked: AskedChange): string {
  return seal(key(secretKey, 'browser'), JSON.stringify(asked)).toString('base64url')
}

/** What this browser asked for; undefined when the cookie is not one of ours. */
export function unpackAsked(secretKey: Buffer, cookie: string | undefined): AskedChange | undefined {
  const asked = opened(key(secretKey, 'browser'), cookie)
  return asked && { ...asked, code: asked.code }
}

/** Whether a change can still be made by whoever is signed in. */
export function changeState(
  change: AddressChange | undefined,
  person: { id: string; email: string },
  now: Date,
): 'open' | 'used' | 'expired' | 'unknown' {
  if (!change || change.person !== person.id) return 'unknown'
  if (change.from !== person.email) return 'used'
  return change.expiresAt > now ? 'open' : 'expired'
}

/** Mails to new addresses that one account may ask for: enough for a typing error, too few to bother strangers with. */
export const addressRule: LimitRule = {
  name: 'mail address, asked',
  points: 5,
  perMs: 4 * CODE_LIFE,
  onFault: 'closed',
  sentence: 'Je hebt vijf keer een ander mailadres opgegeven. Wacht een uur en probeer het dan opnieuw.',
}

/** Guesses at the six digits. The link in the mail goes on working. */
export const addressCodeRule: LimitRule = {
  name: 'mail address, code',
  points: 5,
  perMs: CODE_LIFE,
  onFault: 'closed',
  sentence: 'Er zijn te veel codes geprobeerd. Gebruik de knop in de mail, of begin over een kwartier opnieuw.',
}
