import { randomBytes } from 'node:crypto'
import { Secret, TOTP } from 'otpauth'
import { after, HOUR, MINUTE } from '../foundation/clock.ts'
import type { LimitRule } from '../foundation/http/index.ts'

/** How long a second factor counts for the pages of a role, and how long for a step that changes rights or takes data out. */
export const FACTOR_LIFE = 12 * HOUR
export const STEP_UP_LIFE = 5 * MINUTE

/** How long a new secret or list of recovery codes may wait in a form before it is kept, in ms. */
export const SETTING_UP = 30 * MINUTE

/** Wrong tries at a code of app or recovery list. Only someone already past the mail gets here, so it can't lock out by stranger. */
export const factorRule: LimitRule = {
  name: 'second factor',
  points: 5,
  perMs: 15 * MINUTE,
  onFault: 'closed',
  sentence: 'Je hebt vijf keer een verkeerde code ingevuld. Wacht een kwartier en probeer het dan opnieuw.',
}

/** Whether a proof given at `at` still counts. */
export function stillCounts(at: Date | null | undefined, now: Date, life: number): boolean {
  return at !== null && at !== undefined && at > after(now, -life) && at <= after(now, MINUTE)
}

const PERIOD = 30
const DIGITS = 6

/** A fresh secret for an authenticator app, in base32 (160 bits). */
export function newSecret(): string {
  return new Secret({ size: 20 }).base32
}

function totp(secret: string, label = ''): TOTP {
  return new TOTP({
    issuer: 'Verankerd',
    label,
    secret: Secret.fromBase32(secret),
    digits: DIGITS,
    period: PERIOD,
    algorithm: 'SHA1',
  })
}

/** The address an authenticator app reads from the QR code. */
export function authenticatorUri(secret: string, email: string): string {
  return totp(secret, email).toString()
}

/** The code an app shows now; for tests and the demo of an app. */
export function codeAt(secret: string, now: Date): string {
  return totp(secret).generate({ timestamp: now.getTime() })
}

/**
 * The time step a code belongs to, when it is right: one step early or late is allowed, a step at or before the last
 * one used is not, so a code that was seen over a shoulder never works again.
 */
export function acceptedStep(secret: string, code: string, now: Date, lastStep: number): number | undefined {
  if (!/^\d{6}$/.test(code)) return undefined
  const delta = totp(secret).validate({ token: code, timestamp: now.getTime(), window: 1 })
  if (delta === null) return undefined
  const step = Math.floor(now.getTime() / 1000 / PERIOD) + delta
  return step > lastStep ? step : undefined
}

/** Text in groups of four, to read over to a phone. */
export function inGroups(text: string): string {
  return text.match(/.{1,4}/g)?.join(' ') ?? ''
}

/** No letters that look like figures. */
const ALPHABET = 'abcdefghjkmnpqrstuvwxyz23456789'
export const RECOVERY_CODES = 10

/** Ten codes of twelve characters (59 bits each), each good for one time. */
export function newRecoveryCodes(): string[] {
  return Array.from({ length: RECOVERY_CODES }, () => inGroups(drawn(12)).replaceAll(' ', '-'))
}

function drawn(length: number): string {
  let text = ''
  while (text.length < length)
    for (const byte of randomBytes(length))
      if (byte < 248 && text.length < length) text += ALPHABET[byte % ALPHABET.length]
  return text
}

/** A recovery code as typed: case, spaces and dashes do not count. */
export function plainRecoveryCode(typed: string): string {
  return typed.toLowerCase().replace(/[^a-z0-9]/g, '')
}
