import { after, DAY, MINUTE } from '../foundation/clock.ts'
import { minuteOf, newSecret, SECRET_BYTES } from './sheet.ts'

/** A sheet remembered by its own secret. */
export interface SecretBookmark {
  kind: 'secret'
  secret: Buffer
  /** Minutes since 1970. */
  began: number
  /** Which screens were sent from here, as bits; 0 when nothing was written. Spares a look at screens still empty. */
  sent: number
}

/**
 * How a browser remembers the sheet it works on: by the sheet's own secret, or as "my sheet number 3", which opens
 * only for whoever is signed in as its owner.
 */
export type Bookmark = SecretBookmark | { kind: 'own'; number: number }

/** How long a browser remembers a sheet. */
export const BOOKMARK_KEPT = DAY

/** Something was written on the sheet: when it is not there, it is gone. */
export const WRITTEN = 1
/** Every screen may hold answers. */
export const ALL_SENT = 0b111111

/** A bookmark for a sheet that begins now. */
export function newBookmark(now: Date): SecretBookmark {
  return { kind: 'secret', secret: newSecret(), began: minuteOf(now), sent: 0 }
}

/** The same bookmark for a sheet on which these screens hold answers. */
export function withSent(bookmark: Bookmark, steps: number[]): Bookmark {
  return bookmark.kind === 'own'
    ? bookmark
    : { ...bookmark, sent: steps.reduce((bits, step) => bits | (1 << step), WRITTEN) }
}

/** Whether screen `step` may hold answers. */
export function maySay(bookmark: Bookmark, step: number): boolean {
  return bookmark.kind === 'own' || (bookmark.sent & (1 << step)) !== 0
}

/** The bookmark as a cookie holds it. */
export function writeBookmark(bookmark: Bookmark): string {
  if (bookmark.kind === 'own') return `m.${bookmark.number}`
  return `s.${bookmark.secret.toString('base64url')}.${bookmark.began.toString(36)}.${bookmark.sent.toString(36)}`
}

const SECRET = /^s\.([\w-]{27})\.([0-9a-z]{1,8})\.([0-9a-z]{1,2})$/
const OWN = /^m\.([1-9]\d{0,5})$/

/** The bookmark in a cookie, or undefined for anything else; one that has not been written on within a day is gone. */
export function readBookmark(cookie: string | undefined, now: Date): Bookmark | undefined {
  const own = OWN.exec(cookie ?? '')
  if (own) return { kind: 'own', number: Number(own[1]) }
  const [, secret = '', began = '', sent = ''] = SECRET.exec(cookie ?? '') ?? []
  if (secret === '') return undefined
  const bookmark: SecretBookmark = {
    kind: 'secret',
    secret: Buffer.from(secret, 'base64url'),
    began: Number.parseInt(began, 36),
    sent: Number.parseInt(sent, 36) & ALL_SENT,
  }
  const stale = bookmark.sent === 0 && bookmark.began < minuteOf(after(now, -BOOKMARK_KEPT))
  // A clock from the future would make a duration of its own.
  const strange = bookmark.began * MINUTE > now.getTime() + BOOKMARK_KEPT
  return bookmark.secret.length !== SECRET_BYTES || stale || strange ? undefined : bookmark
}
