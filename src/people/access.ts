import type { Context, MiddlewareHandler } from 'hono'
import { allow, type HouseContext, type HouseEnv, Refusal } from '../foundation/http/index.ts'
import { findPerson } from './person.store.ts'
import type { Person } from './person.ts'
import { hasRole, type RoleName, roleRules } from './role.ts'
import { factorsOf, hasFactor } from './second-factor.store.ts'
import { FACTOR_LIFE, STEP_UP_LIFE, stillCounts } from './second-factor.ts'
import { ownPath } from './sign-in.ts'

/** What handlers find in `c.var` from this floor up. */
export interface PeopleEnv {
  Variables: HouseEnv['Variables'] & {
    /** Whoever is signed in; undefined for a visitor. */
    person: Person | undefined
    /** Where `signedIn` and its kin send this visitor first, instead of the page they asked for. */
    detour: string | undefined
  }
}

export type PeopleContext = Context<PeopleEnv>

/** Loads the person behind the session, once per request, and sends on whoever has a step to take first. */
export const whoIsHere: MiddlewareHandler<PeopleEnv> = async (c, next) => {
  const session = c.get('session')
  const person = session && (await findPerson(c.get('db'), session.subject))
  c.set('person', person)
  c.set('shownAs', person && (person.name || 'je account'))
  await next()
  const detour = c.get('detour')
  if (detour !== undefined) c.res = c.redirect(detour, 303)
}

/** Leaves the handler for another page; the request's transaction is rolled back. */
function sendTo(c: PeopleContext, path: string): never {
  c.set('detour', path)
  throw new Refusal(401, 'Log eerst in. Daarna kom je hier terug.')
}

/** A path with the way back in it. */
export function withWayBack(path: string, onward: string | undefined): string {
  return onward === undefined || onward === '/mijn' ? path : `${path}?${new URLSearchParams({ verder: onward })}`
}

/** The page to come back to: this one, or for a sent form the page it stood on. */
function wayBack(c: PeopleContext): string | undefined {
  const own = new URL(c.var.config.baseUrl).origin
  const referer = c.req.header('referer') ?? ''
  const from = c.req.method === 'GET' ? new URL(c.req.url) : URL.canParse(referer) ? new URL(referer) : undefined
  if (!from || (c.req.method !== 'GET' && from.origin !== own)) return undefined
  return ownPath(from.pathname + from.search)
}

/** Whoever is signed in. A visitor is sent to sign in first and comes back here. */
export function signedIn(c: PeopleContext): Person {
  return c.var.person ?? sendTo(c, withWayBack('/inloggen', wayBack(c)))
}

/**
 * Whoever is signed in and holds the role (at this organisation). A visitor signs in first; someone without the role
 * sees the same page as for something that does not exist. Roles that see what others entrusted to us must have given
 * their second factor in this session.
 */
export function withRole(c: PeopleContext, role: RoleName, organisation?: string): Person {
  const person = signedIn(c)
  allow(hasRole(person, role, organisation))
  if (!provenFor(c, role)) sendTo(c, withWayBack('/inloggen/tweede-stap', wayBack(c)))
  return person
}

/** Whether this session gave the second factor that a role asks for: before a page of one's own shows work of that role. */
export function provenFor(c: PeopleContext, role: RoleName): boolean {
  return !roleRules[role].secondFactor || stillCounts(c.var.session?.secondFactorAt, c.var.now, FACTOR_LIFE)
}

/**
 * Whoever holds a role and proved it in this session, where nobody was loaded yet: for work before a request's transaction.
 * The handler decides again.
 */
export async function holderOf(c: HouseContext, role: RoleName): Promise<Person | undefined> {
  const { db, session, now } = c.var
  const person = session && (await findPerson(db, session.subject))
  const proven = !roleRules[role].secondFactor || stillCounts(session?.secondFactorAt, now, FACTOR_LIFE)
  return person && proven && hasRole(person, role) ? person : undefined
}

/**
 * Whoever proved less than five minutes ago that it is them: before taking data out, or changing roles or ways to sign
 * in. With a second factor by that, otherwise by signing in anew. In the trial installation anyone may be anyone, so
 * there is nothing to prove.
 */
export async function stepUp(c: PeopleContext): Promise<Person> {
  const person = signedIn(c)
  const { session, now, config } = c.var
  if (config.demo) return person
  if (hasFactor(await factorsOf(c.var.db, person.id))) {
    if (!stillCounts(session?.secondFactorAt, now, STEP_UP_LIFE))
      sendTo(c, withWayBack('/inloggen/tweede-stap', wayBack(c)))
  } else if (!stillCounts(session?.startedAt, now, STEP_UP_LIFE)) {
    sendTo(c, `/inloggen?${new URLSearchParams({ opnieuw: 'ja', verder: wayBack(c) ?? '/mijn' })}`)
  }
  return person
}
