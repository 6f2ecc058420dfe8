import { randomInt } from 'node:crypto'
import { after, DAY, HOUR, MINUTE } from '../foundation/clock.ts'
import type { LimitRule, PlaceRule } from '../foundation/http/index.ts'

/** How long a mail to sign in works, in ms. Source: reliability S3. */
export const CODE_LIFE = 15 * MINUTE

/** Six digits, evenly drawn. */
export function newCode(): string {
  return String(randomInt(0, 1_000_000)).padStart(6, '0')
}

/** Digits as typed or pasted: spaces and dashes do not count. */
export function plainCode(typed: string): string {
  return typed.replace(/[\s-]/g, '')
}

/** What can be said of a mail to sign in. */
export type CodeState = 'open' | 'used' | 'expired'

export function codeState(code: { expiresAt: Date; consumedAt: Date | null }, now: Date): CodeState {
  if (code.consumedAt) return 'used'
  return code.expiresAt > now ? 'open' : 'expired'
}

/**
 * Guesses at the six digits. Five per browser that asked, and per account a wait that grows: together at most 60 a
 * day, whoever guesses. Nobody is ever locked out by a stranger: the button in the mail and a passkey always work.
 */
export const guessRules: { perBrowser: LimitRule; perAccount: LimitRule[] } = {
  perBrowser: guessRule('sign-in code, browser', 5, CODE_LIFE),
  perAccount: [
    guessRule('sign-in code, quarter', 10, CODE_LIFE),
    guessRule('sign-in code, two hours', 20, 2 * HOUR),
    guessRule('sign-in code, day', 60, DAY),
  ],
}

function guessRule(name: string, points: number, perMs: number): LimitRule {
  const sentence =
    'Er zijn te veel codes geprobeerd. Gebruik de knop in de mail, die blijft werken. Of vraag straks een nieuwe mail aan.'
  return { name, points, perMs, onFault: 'closed', sentence }
}

/**
 * Mails that may be asked for from one network address. A hall of 300 people signs in within a quarter; a machine that
 * mails strangers stops here. Open when the counter is away: nobody should be kept out by it.
 */
export const mailFlood: PlaceRule = {
  name: 'sign-in mail, network address',
  points: 600,
  perMs: CODE_LIFE,
  onFault: 'open',
  sentence: 'Vanaf deze plek zijn net heel veel mails aangevraagd. Wacht een kwartier en probeer het opnieuw.',
}

const FREE_MAILS = 3
const LONGEST_WAIT = CODE_LIFE

/**
 * How long to wait, in ms, before one more mail to this address: nothing for the first three, then 1, 2, 4, 8 and at
 * most 15 minutes after the last one. While waiting an earlier mail still works, so this locks nobody out.
 */
export function mailWait(earlier: Date[], now: Date): number {
  const recent = earlier.filter((at) => at > after(now, -HOUR)).sort((a, b) => b.getTime() - a.getTime())
  const last = recent[0]
  if (!last || recent.length < FREE_MAILS) return 0
  const wait = Math.min(MINUTE * 2 ** (recent.length - FREE_MAILS), LONGEST_WAIT)
  return Math.max(0, after(last, wait).getTime() - now.getTime())
}

/** A path of our own to go on to after signing in; anything that could lead elsewhere is dropped. */
export function ownPath(raw: string | undefined): string | undefined {
  if (!raw || raw.length > 500 || !/^\/(?![/\\])[^\\\s\p{Cc}]*$/u.test(raw)) return undefined
  const here = 'https://here.invalid'
  if (!URL.canParse(raw, here)) return undefined
  const url = new URL(raw, here)
  if (url.origin !== here || url.pathname.startsWith('//') || url.pathname.startsWith('/inloggen')) return undefined
  return url.pathname + url.search
}

/** "012 345": easier to read over than six digits in a row. */
export function inGroupsOfThree(code: string): string {
  return `${code.slice(0, 3)} ${code.slice(3)}`
}
