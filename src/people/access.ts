import type { Context, MiddlewareHandler } from 'hono'
import { allow, type HouseContext, type HouseEnv, keepForm, Refusal } from '../foundation/http/index.ts'
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
    /** Where `signedIn` and its kin send this visitor first, instead of the page they asked for; a path of others goes as it is. */
    detour: Detour | string | undefined
  }
}

/** A step to take first, and the page to come back to after it. */
interface Detour {
  path: string
  onward: string | undefined
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
  if (detour !== undefined) c.res = c.redirect(await wayThere(c, detour), 303)
}

/** The step to take, with the way back in it: for a sent form a page that shows what was typed. */
async function wayThere(c: PeopleContext, detour: Detour | string): Promise<string> {
  if (typeof detour === 'string') return detour
  const { path, onward } = detour
  const kept = c.get('redrawing')?.id ?? (isSecret(c.req.path) ? undefined : await keepForm(c, onward))
  return withWayBack(path, kept === undefined ? onward : keptFormUrl(kept))
}

/** Forms that hold a code or a key, which nobody wrote. */
const isSecret = (path: string): boolean =>
  /^\/(inloggen|mijn\/(tweede-stap|passkeys|account\/mailadres\/code))(\/|$)/.test(path)

/** Where what was typed in a form that came too late is shown again. */
export const keptFormUrl = (id: string): string => `/teruggevonden/${id}`

/** Leaves the handler for another page; the request's transaction is rolled back. */
function sendTo(c: PeopleContext, path: string): never {
  c.set('detour', { path, onward: wayBack(c) })
  throw new Refusal(401, 'Log eerst in. Daarna kom je hier terug.')
}

/** A path with the way back in it. */
export function withWayBack(path: string, onward: string | undefined): string {
  if (onward === undefined || onward === '/mijn') return path
  return `${path}${path.includes('?') ? '&' : '?'}${new URLSearchParams({ verder: onward })}`
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
  return c.var.person ?? sendTo(c, '/inloggen')
}

/**
 * Whoever is signed in and holds the role (at this organisation). A visitor signs in first; someone without the role
 * sees the same page as for something that does not exist. Roles that see what others entrusted to us must have given
 * their second factor in this session.
 */
export function withRole(c: PeopleContext, role: RoleName, organisation?: string): Person {
  const person = signedIn(c)
  allow(hasRole(person, role, organisation))
  if (!provenFor(c, role)) sendTo(c, '/inloggen/tweede-stap')
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
    if (!stillCounts(session?.secondFactorAt, now, STEP_UP_LIFE)) sendTo(c, '/inloggen/tweede-stap')
  } else if (!stillCounts(session?.startedAt, now, STEP_UP_LIFE)) {
    sendTo(c, '/inloggen?opnieuw=ja')
  }
  return person
}
