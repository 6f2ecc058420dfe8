import { after, DAY, MINUTE } from '../foundation/clock.ts'
import { minuteOf, newSecret, SECRET_BYTES } from './sheet.ts'

/**
 * How a browser remembers the sheet it works on: by the sheet's own secret, or as "my sheet number 3", which opens
 * only for whoever is signed in as its owner.
 */
export type Bookmark =
  | {
      kind: 'secret'
      secret: Buffer
      began: number /** Something was written; an empty desk now means it is gone. */
      written: boolean
    }
  | { kind: 'own'; number: number }

/** How long a browser remembers a sheet. */
export const BOOKMARK_KEPT = DAY

/** A bookmark for a sheet that begins now. */
export function newBookmark(now: Date): Bookmark {
  return { kind: 'secret', secret: newSecret(), began: minuteOf(now), written: false }
}

/** The bookmark as a cookie holds it. */
export function writeBookmark(bookmark: Bookmark): string {
  if (bookmark.kind === 'own') return `m.${bookmark.number}`
  return `s.${bookmark.secret.toString('base64url')}.${bookmark.began.toString(36)}.${bookmark.written ? 1 : 0}`
}

const SECRET = /^s\.([\w-]{27})\.([0-9a-z]{1,8})\.([01])$/
const OWN = /^m\.([1-9]\d{0,5})$/

/** The bookmark in a cookie, or undefined for anything else; one that has not been written on within a day is gone. */
export function readBookmark(cookie: string | undefined, now: Date): Bookmark | undefined {
  const own = OWN.exec(cookie ?? '')
  if (own) return { kind: 'own', number: Number(own[1]) }
  const [, secret = '', began = '', written] = SECRET.exec(cookie ?? '') ?? []
  if (secret === '') return undefined
  const bookmark: Bookmark = {
    kind: 'secret',
    secret: Buffer.from(secret, 'base64url'),
    began: Number.parseInt(began, 36),
    written: written === '1',
  }
  const stale = !bookmark.written && bookmark.began < minuteOf(after(now, -BOOKMARK_KEPT))
  // A clock from the future would make a duration of its own.
  const strange = bookmark.began * MINUTE > now.getTime() + BOOKMARK_KEPT
  return bookmark.secret.length !== SECRET_BYTES || stale || strange ? undefined : bookmark
}
