import { after, DAY, dutchDay, HOUR } from '../foundation/clock.ts'
import type { LimitRule, PlaceRule } from '../foundation/http/index.ts'
import { deriveKey, sha256 } from '../foundation/seal.ts'
import { type Olympiad, olympiadUrl, type StakeholderRole } from './olympiad.ts'

/** Someone who comes to the day. */
export interface Signup {
  id: string
  olympiad: string
  table: string | null
  /** Slug of the stakeholder role, as they say themselves. */
  role: string
  name: string | null
  mail: string | null
  /** What they need to be able to take part. */
  needs: string
  /** They ask for their costs back. */
  reimbursement: boolean
  person: string | null
  signedUpAt: Date
  cancelledAt: Date | null
}

/** Name, mail and needs go this long after the last day, in days. Source: issue 4, point 2. */
export const SIGNUP_KEPT_DAYS = 28

/** The last day whose signups are emptied now. */
export const emptiedThrough = (now: Date): string => dutchDay(after(now, -(SIGNUP_KEPT_DAYS + 1) * DAY))

/** One can sign up from the announcement until the last day itself, unless everything is over sooner. */
export function takesSignups(
  { item, endsOn, finishedAt }: Pick<Olympiad, 'item' | 'endsOn' | 'finishedAt'>,
  now: Date,
): boolean {
  return item !== null && finishedAt === null && dutchDay(now) <= endsOn
}

/**
 * What opens someone's own signup. Made from our own secret, so that every mail carries the same link; the database holds
 * only its hash.
 */
export const signupKey = (secretKey: Buffer, signup: string): string =>
  deriveKey(secretKey, `olympiad signup ${signup}`).toString('base64url')

const KEY = /^[\w-]{43}$/

/** The hash a key is found by; undefined for what can't be one. */
export const signupKeyHash = (key: string | undefined): string | undefined =>
  key !== undefined && KEY.test(key) ? sha256(key) : undefined

/** How long a browser stays at someone's own signup. Short: it may be a computer that others use too. */
export const SIGNUP_OPEN = 12 * HOUR

/** Against a machine that fills the room: as many as a whole school or company that signs up in one hour. */
export const signupFlood: PlaceRule = {
  name: 'olympiad signup, network address',
  points: 600,
  perMs: HOUR,
  onFault: 'open',
}

/** One address gets a few mails a day, however often its owner or someone else signs up. */
export const signupMails: LimitRule = {
  name: 'olympiad signup, address',
  points: 6,
  perMs: DAY,
  onFault: 'closed',
  sentence:
    'Voor dit adres kwam vandaag al een paar keer een aanmelding binnen. Kijk in je mail, of probeer het morgen.',
}

/** One line of the balance: how many of a role come, of how many hoped for. */
export interface BalanceLine {
  role: StakeholderRole
  coming: number
  /** Still hoped for; 0 when there are enough. */
  missing: number
}

/** Who comes against who is hoped for, role by role. */
export function balance(roles: readonly StakeholderRole[], coming: readonly Pick<Signup, 'role'>[]): BalanceLine[] {
  return roles.map((role) => {
    const count = coming.filter((one) => one.role === role.slug).length
    return { role, coming: count, missing: Math.max(0, role.target - count) }
  })
}

type Place = Pick<Olympiad, 'slug'>

/** Someone's own signup, behind their link. */
export const signupUrl = (olympiad: Place): string => `${olympiadUrl(olympiad)}/aanmelding`

/** Where the chair sees who comes. */
export const signupsUrl = (olympiad: Place): string => `${olympiadUrl(olympiad)}/voorzitter/aanmeldingen`
