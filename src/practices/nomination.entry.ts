import { DAY, HOUR, MINUTE } from '../foundation/clock.ts'
import {
  clearCookie,
  found,
  type HouseContext,
  type LimitRule,
  limit,
  limitPlace,
  type PlaceRule,
  Refusal,
  readCookie,
  setCookie,
} from '../foundation/http/index.ts'
import { hashOfCode } from '../foundation/save-code.ts'
import { deriveKey, seal, unseal } from '../foundation/seal.ts'
import type { PeopleContext } from '../people/index.ts'
import { codeHashesOf, nominationByCode, readNomination } from './nomination.store.ts'
import type { Nomination } from './nomination.ts'

const COOKIE = 'aanmelding'
/** How long a browser gets in after a code was given. */
const COOKIE_KEPT = 30 * DAY
/** More than anyone nominates; the oldest is forgotten first. */
const MOST_HELD = 8
/** Enough of the code's hash to know that the code was not replaced since. */
const MARK = 16

/** One nomination in a browser's cookie. */
interface Held {
  id: string
  mark: string
  until: number
}

type Entered = Pick<Nomination, 'id' | 'codeHash'>

const isHeld = (one: unknown): one is Held =>
  typeof one === 'object' &&
  one !== null &&
  'id' in one &&
  typeof one.id === 'string' &&
  'mark' in one &&
  typeof one.mark === 'string' &&
  'until' in one &&
  typeof one.until === 'number'

const cookieKey = (c: HouseContext) => deriveKey(c.var.config.secretKey, 'practices nomination cookie')

/** What a browser may open; nothing for a cookie we did not make. */
function held(c: HouseContext): Held[] {
  const cookie = readCookie(c, COOKIE)
  if (cookie === undefined) return []
  try {
    const read: unknown = JSON.parse(unseal(cookieKey(c), Buffer.from(cookie, 'base64url'), COOKIE).toString())
    return Array.isArray(read) ? read.filter(isHeld).filter(({ until }) => until > c.var.now.getTime()) : []
  } catch {
    return []
  }
}

/** Lets this browser open a nomination for a month. */
export function letIn(c: PeopleContext, { id, codeHash }: Entered): void {
  const until = c.var.now.getTime() + COOKIE_KEPT
  const others = held(c).filter((one) => one.id !== id)
  const all = [{ id, mark: codeHash.slice(0, MARK), until }, ...others].slice(0, MOST_HELD)
  const sealed = seal(cookieKey(c), JSON.stringify(all), COOKIE).toString('base64url')
  setCookie(c, COOKIE, sealed, { maxAgeMs: COOKIE_KEPT })
}

/** Lets this browser forget every nomination. */
export const shutOut = (c: PeopleContext): void => clearCookie(c, COOKIE)

/** Whether whoever asks may open this nomination: by the code given in this browser, or as a colleague. */
export const mayOpen = (c: PeopleContext, nomination: Entered & Pick<Nomination, 'colleagues'>): boolean =>
  opensFor(c, nomination, c.var.person?.id)

/** The same, where nobody looked yet whose account it is. */
export function opensFor(
  c: HouseContext,
  nomination: Entered & Pick<Nomination, 'colleagues'>,
  person: string | undefined,
): boolean {
  if (person !== undefined && nomination.colleagues.includes(person)) return true
  const mark = nomination.codeHash.slice(0, MARK)
  return held(c).some((one) => one.id === nomination.id && one.mark === mark)
}

/**
 * The nomination of this address, for whoever may open it. Someone signed in gets the page of what does not exist; a
 * visitor is asked for the code first, also for an address that never was.
 */
export async function openNomination(c: PeopleContext, id: string): Promise<Nomination> {
  const nomination = await readNomination(c.var.db, id)
  if (nomination !== undefined && mayOpen(c, nomination)) return nomination
  if (c.var.person !== undefined || c.req.method !== 'GET') return found<Nomination>(undefined)
  c.set('detour', '/praktijken/aanmelden/verder')
  throw new Refusal(401, 'Vul eerst je bewaarcode in, of log in.')
}

const CODE: LimitRule = { name: 'nomination code', points: 10, perMs: 15 * MINUTE, onFault: 'closed' }
// A school or a municipality is one address; a machine that guesses gets nowhere with it.
const CODE_ALL: PlaceRule = {
  name: 'nomination code, network address',
  points: 600,
  perMs: 15 * MINUTE,
  onFault: 'closed',
}

/** What is kept of a code. */
export const hashOf = (code: string): string => hashOfCode('practices nomination', code)

/** Counts one attempt to get in by a code: call it for every code that is typed, also one that can't be a code. */
export async function limitCode(c: PeopleContext): Promise<void> {
  await limitPlace(c, CODE_ALL)
  if (c.var.session) await limit(c, CODE, c.var.session.subject)
}

/** Lets this browser in by a code that was typed, after `limitCode`; undefined when the code opens nothing, or another. */
export async function enterBy(c: PeopleContext, code: string, id?: string): Promise<Nomination | undefined> {
  const nomination = await nominationByCode(c.var.db, hashOf(code))
  if (!nomination || (id !== undefined && nomination.id !== id)) return undefined
  letIn(c, nomination)
  return nomination
}

/** The nominations this browser may open by a code, for a list. */
export async function heldHere(c: PeopleContext): Promise<string[]> {
  const all = held(c)
  const hashes = await codeHashesOf(
    c.var.db,
    all.map(({ id }) => id),
  )
  return all.filter(({ id, mark }) => hashes.get(id)?.slice(0, MARK) === mark).map(({ id }) => id)
}

const CODE_COOKIE = 'aanmeldcode'

/** Lets this browser see a code once. Sealed: whoever reads the cookie later learns nothing. */
export function promiseCode(c: PeopleContext, id: string, code: string): void {
  const sealed = seal(cookieKey(c), code, `${CODE_COOKIE} ${id}`).toString('base64url')
  setCookie(c, CODE_COOKIE, sealed, { maxAgeMs: HOUR })
}

/** The code this browser was promised for this nomination, once. */
export function redeemCode(c: PeopleContext, id: string): string | undefined {
  const cookie = readCookie(c, CODE_COOKIE)
  if (cookie === undefined) return undefined
  clearCookie(c, CODE_COOKIE)
  try {
    return unseal(cookieKey(c), Buffer.from(cookie, 'base64url'), `${CODE_COOKIE} ${id}`).toString()
  } catch {
    return undefined
  }
}
