import { DAY, MINUTE } from '../foundation/clock.ts'
import {
  clearCookie,
  type LimitRule,
  limit,
  limitPlace,
  type PlaceRule,
  Refusal,
  readCookie,
  setCookie,
} from '../foundation/http/index.ts'
import { keyedHash, sha256 } from '../foundation/seal.ts'
import type { PeopleContext } from '../people/index.ts'
import { type Olympiad, olympiadUrl } from './olympiad.ts'
import { panellistOf } from './panel.store.ts'
import { type Held, heldBy, type Panellist, readKey, takesPart } from './panel.ts'

/** Who came in by the room has nothing but this cookie, so it lives until the next rounds. */
const KEPT = 60 * DAY

/** One per Olympiade: someone may take part in two. */
const cookieFor = ({ id }: Pick<Olympiad, 'id'>): string => `meedoen-${sha256(id).slice(0, 8)}`

/** The page where someone comes in, and where each visit begins. */
export const entrance = (olympiad: Pick<Olympiad, 'slug'>): string => `${olympiadUrl(olympiad)}/meedoen`

/** Lets this browser take part. */
export const letIn = (c: PeopleContext, olympiad: Pick<Olympiad, 'id'>, key: string): void =>
  setCookie(c, cookieFor(olympiad), key, { maxAgeMs: KEPT })

/** Lets this browser forget that it took part. */
export const shutOut = (c: PeopleContext, olympiad: Pick<Olympiad, 'id'>): void => clearCookie(c, cookieFor(olympiad))

/** What this browser holds, without asking whether it opens anything. */
export function heldHere(c: PeopleContext, olympiad: Pick<Olympiad, 'id'>): Held | undefined {
  const key = readKey(readCookie(c, cookieFor(olympiad)))
  return key === undefined ? undefined : heldBy(key)
}

/** Someone who takes part, with what only they hold. */
export interface Here {
  panellist: Panellist
  held: Held
}

/** Whoever takes part in this Olympiade in this browser. */
export async function here(c: PeopleContext, olympiad: Pick<Olympiad, 'id'>): Promise<Here | undefined> {
  const held = heldHere(c, olympiad)
  const panellist = held && (await panellistOf(c.var.db, held))
  return held && panellist?.olympiad === olympiad.id && takesPart(panellist) ? { panellist, held } : undefined
}

/** Sends whoever does not take part to where they come in. @throws Refusal always */
export function comeInFirst(c: PeopleContext, olympiad: Pick<Olympiad, 'slug'>): never {
  c.set('detour', entrance(olympiad))
  throw new Refusal(401, 'Open eerst de link uit je uitnodiging, of typ je code.')
}

/** The same, for whoever must take part to go on. */
export async function takingPart(c: PeopleContext, olympiad: Pick<Olympiad, 'id' | 'slug'>): Promise<Here> {
  return (await here(c, olympiad)) ?? comeInFirst(c, olympiad)
}

/** Only codes that open nothing count, so a hall behind one address gets in however many they are. */
const MISSED: PlaceRule = { name: 'olympiad code, network address', points: 600, perMs: 15 * MINUTE, onFault: 'open' }
const AGAIN: LimitRule = { name: 'olympiad code, code', points: 20, perMs: 15 * MINUTE, onFault: 'open' }

/** Counts a code that opened nothing. @throws Refusal 429 */
export async function countMiss(c: PeopleContext, typed: string): Promise<void> {
  await limit(c, AGAIN, keyedHash(c.var.config.secretKey, typed))
  await limitPlace(c, MISSED)
}
