import { DAY, HOUR } from '../foundation/clock.ts'
import type { LimitRule, PlaceRule } from '../foundation/http/index.ts'
import { deriveKey, sha256 } from '../foundation/seal.ts'
import type { SpeakerRole } from './quote.ts'

/** Whoever we talked with about a practice. */
export interface Speaker {
  id: string
  practice: string
  interview: string | null
  name: string | null
  function: string | null
  role: SpeakerRole
  mail: string | null
  person: string | null
  /** Which link holds: goes up when the one before must open nothing any more. */
  keyNumber: number
  /** Goes up with every change by the desk, so that two tabs notice each other. */
  version: number
  invitedAt: Date | null
  emptiedAt: Date | null
}

/** How long a browser stays at someone's private page. Short: it may be a computer that others use too. */
export const PAGE_KEPT = 12 * HOUR

/**
 * What opens the private page of one speaker. Made from our own secret, so every mail carries the same link and an old
 * mail keeps working, until the desk gives out the next number; the database holds only its hash.
 */
export const speakerKey = (secretKey: Buffer, speaker: string, number = 1): string =>
  deriveKey(secretKey, `practices speaker ${speaker}${number > 1 ? ` ${number}` : ''}`).toString('base64url')

const KEY = /^[\w-]{43}$/

/** The hash a key is found by; undefined for what can't be one. */
export const speakerKeyHash = (key: string | undefined): string | undefined =>
  key !== undefined && KEY.test(key) ? sha256(key) : undefined

/** How someone is called at the desk. */
export function speakerName({ name, function: work }: Pick<Speaker, 'name' | 'function'>): string {
  return [name, work].filter((part) => part !== null && part !== '').join(', ') || 'Iemand die alles terugnam'
}

/** Asking the link again by mail: for one address a few times a day, so that nobody's post fills up. */
export const lostLinkRule: LimitRule = {
  name: 'read-back link, address',
  points: 5,
  perMs: DAY,
  onFault: 'closed',
  sentence:
    'Voor dit adres is de link vandaag al een paar keer gestuurd. Kijk ook bij ongewenste mail, of probeer het morgen.',
}

/** And from one network address, against a machine that mails strangers. */
export const lostLinkFlood: PlaceRule = {
  name: 'read-back link, network address',
  points: 600,
  perMs: HOUR,
  onFault: 'open',
}

/** The private page of whoever we talked with. */
export const READ_BACK = '/praktijken/teruglezen'

/** Where someone answers about one quote. */
export const readBackUrl = (quote: string): string => `${READ_BACK}/citaten/${quote}`
