import { limit, limitPlace, readCookie, setCookie } from '../foundation/http/index.ts'
import { deriveKey, randomToken, seal, sha256, unseal } from '../foundation/seal.ts'
import type { PeopleContext } from '../people/index.ts'
import { CODE_LIVES, type LiveSession, missedHere, missedThere } from './live.ts'

const COOKIE = 'zaal'
const COUNTED = 'zaalcode'

const keyOf = (c: PeopleContext): Buffer => deriveKey(c.var.config.secretKey, 'olympiad room cookie')

/** Lets this browser into the room of a session. */
export function letIntoRoom(c: PeopleContext, { id }: Pick<LiveSession, 'id'>): void {
  setCookie(c, COOKIE, seal(keyOf(c), id, COOKIE).toString('base64url'), { maxAgeMs: CODE_LIVES })
}

/** Whether the code of this very session was typed in this browser. */
export function isInRoom(c: PeopleContext, { id }: Pick<LiveSession, 'id'>): boolean {
  const cookie = readCookie(c, COOKIE)
  if (cookie === undefined) return false
  try {
    return unseal(keyOf(c), Buffer.from(cookie, 'base64url'), COOKIE).toString() === id
  } catch {
    return false
  }
}

/** The name under which this browser hears the hall: the cookie of each was sealed on its own, so no two are alike. */
export const hearsAs = (c: PeopleContext): string => `hall ${sha256(readCookie(c, COOKIE) ?? '')}`

/** The name under which a browser's wrong codes are counted; it says nothing of whoever sits behind it. */
export function countedAs(c: PeopleContext): string {
  const known = readCookie(c, COUNTED)
  if (known !== undefined && /^[\w-]{22}$/.test(known)) return known
  const name = randomToken(16)
  setCookie(c, COUNTED, name, { maxAgeMs: CODE_LIVES })
  return name
}

/**
 * Counts a code that opened nothing. Only wrong ones count, so a hall behind one address gets in however many they are.
 * @throws Refusal 429
 */
export async function countWrongCode(c: PeopleContext): Promise<void> {
  await limitPlace(c, missedThere)
  await limit(c, missedHere, countedAs(c))
}

/** Whether this browser typed so many wrong codes that it has to wait, also with a right one: or it could go on guessing. */
export async function waitForCode(c: PeopleContext): Promise<void> {
  await limit(c, missedHere, countedAs(c), 0)
}
