import type { Context } from 'hono'
import { HOUR } from '../foundation/clock.ts'
import { clearCookie, readCookie, type SameFor, setCookie } from '../foundation/http/index.ts'
import { knownPersonKey, type PeopleEnv } from '../people/index.ts'
import {
  BOOKMARK_KEPT,
  type Bookmark,
  newBookmark,
  readBookmark,
  type SecretBookmark,
  writeBookmark,
} from './bookmark.ts'
import { secretOfOwn } from './own-sheet.store.ts'
import { minuteOf } from './sheet.ts'

export type ReflectionContext = Context<PeopleEnv>

const COOKIE = 'reflectie'

/** The sheet this browser works on. */
export interface OnDevice {
  secret: Buffer
  began: number
  /** Something was written on it: when it is not there now, it is gone. */
  written: boolean
  bookmark: Bookmark
}

/** The sheet of this browser's cookie; undefined without one, or when it is of someone who is not signed in here. */
export async function onDevice(c: ReflectionContext): Promise<OnDevice | undefined> {
  const bookmark = readBookmark(readCookie(c, COOKIE), c.get('now'))
  if (bookmark === undefined) return undefined
  if (bookmark.kind === 'secret') return { ...bookmark, written: bookmark.sent !== 0, bookmark }
  const secret = await ownSecret(c, bookmark.number)
  return secret && { secret, began: minuteOf(c.var.now), written: true, bookmark }
}

/** Those whose cookie holds a bookmark of which this is true. */
export function bookmarkIs(suits: (bookmark: SecretBookmark) => boolean): SameFor {
  return (cookie, now) => {
    const bookmark = readBookmark(cookie(COOKIE), now)
    return bookmark?.kind === 'secret' && suits(bookmark)
  }
}

/** A new, empty sheet for a browser that has none. */
export function newDevice(now: Date): OnDevice {
  const bookmark = newBookmark(now)
  return { ...bookmark, written: false, bookmark }
}

/** The secret of sheet `number` of whoever is signed in. */
export async function ownSecret(c: ReflectionContext, number: number): Promise<Buffer | undefined> {
  const { person, db, config, now } = c.var
  const key = person && (await knownPersonKey(db, config, person.id))
  return person && key && (await secretOfOwn(db, { person: person.id, key }, number, now))
}

/** Whether this browser had a sheet open: when it is not there now, it is gone. A sheet of an account waits for its owner. */
export function remembers(c: ReflectionContext): boolean {
  const cookie = readCookie(c, COOKIE)
  return cookie !== undefined && (c.var.person !== undefined || readBookmark(cookie, c.var.now)?.kind !== 'own')
}

/** Whether this browser remembers a sheet of an account. */
export function holdsOwn(c: ReflectionContext): boolean {
  return readBookmark(readCookie(c, COOKIE), c.var.now)?.kind === 'own'
}

/** Lets this browser remember a sheet for a day. */
export function remember(c: ReflectionContext, bookmark: Bookmark): void {
  setCookie(c, COOKIE, writeBookmark(bookmark), { maxAgeMs: BOOKMARK_KEPT })
}

/** Lets this browser forget its sheet. */
export function forget(c: ReflectionContext): void {
  clearCookie(c, COOKIE)
}

const CODE_COOKIE = 'bewaarcode'

/** Lets this browser see the code of its sheet once. The cookie says only that: the code follows from the sheet. */
export function promiseCode(c: ReflectionContext): void {
  setCookie(c, CODE_COOKIE, 'toon', { maxAgeMs: HOUR })
}

/** Whether this browser may see the code now; after this it may not. */
export function redeemCode(c: ReflectionContext): boolean {
  if (readCookie(c, CODE_COOKIE) === undefined) return false
  clearCookie(c, CODE_COOKIE)
  return true
}
