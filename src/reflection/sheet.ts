import { createHmac } from 'node:crypto'
import { after, DAY, dutchDay, MINUTE } from '../foundation/clock.ts'
import { drawBytes, seal, unseal } from '../foundation/seal.ts'
import type { Answers, Given, Wishes } from './answers.ts'

/** One time through the instrument. */
export interface Round extends Given {
  /** The edition that was asked; answers stay true to it. */
  edition: string
  answers: Answers
  wishes: Wishes
  /** Minutes since 1970 at which it began. */
  began: number
  /** Minutes to the first look at the result; null while answering, 0 when it took over an hour or nobody knows. */
  minutes: number | null
  /** The screen someone is at: 1 to 5, or 6 for the result. */
  at: number
  /** The one thing picked: slug of a line or a standard. */
  pick: string | null
}

/** Everything that is written on a sheet. Only whoever holds its secret can read it. */
export interface Sheet {
  round: Round
  /** How many bewaarcodes were made; only the last one opens the sheet. */
  codes: number
  /** The round before, for "iets vaker / ongeveer gelijk / minder vaak". */
  earlier: { edition: string; month: string; answers: Answers } | null
}

/** A hundred and sixty random bits: who has it, has the sheet. */
export const SECRET_BYTES = 20
/** A sheet that is not kept goes this long after the last answer. */
export const UNKEPT = DAY
/** A kept sheet goes after this long without use. */
export const KEPT = 730 * DAY
/** A longer stay than this was a break, not an answer to "how long does it take". */
const LONGEST = 60
/** Every sheet has the same size, so that its size tells nothing. */
const SIZE = 2048

/** A new secret. */
export function newSecret(): Buffer {
  return drawBytes(SECRET_BYTES)
}

/** What follows from a secret. Neither leads back to it, nor to the other one. */
interface Keys {
  lookup: Buffer
  seal: Buffer
}

const known = new WeakMap<Buffer, Keys>()

/**
 * The secret is random already, so the expanding half of HKDF is enough: HMAC under the secret, one label per use.
 * (`hkdfSync` costs five times as much and was most of the arithmetic of a page.) Kept as long as the request's secret.
 */
function keysOf(secret: Buffer): Keys {
  const earlier = known.get(secret)
  if (earlier) return earlier
  const both = createHmac('sha512', secret).update('reflection sheet').digest()
  const keys = { lookup: both.subarray(0, 32), seal: both.subarray(32) }
  known.set(secret, keys)
  return keys
}

/** What the database may know a sheet by. It does not lead back to the secret, nor to the key. */
export function lookupOf(secret: Buffer): Buffer {
  return keysOf(secret).lookup
}

/** A mark for "this sheet was counted along", that nobody without the secret can tie to the sheet. */
export function ticketOf(secret: Buffer): Buffer {
  return createHmac('sha256', secret).update('reflection sheet ticket').digest()
}

/** Closes a sheet with its secret. @throws RangeError when it does not fit, which no set of valid answers reaches */
export function sealSheet(secret: Buffer, sheet: Sheet): Buffer {
  const text = Buffer.from(JSON.stringify(sheet))
  if (text.length > SIZE) throw new RangeError('A sheet is larger than its fixed size.')
  return seal(keysOf(secret).seal, Buffer.concat([text, Buffer.alloc(SIZE - text.length, ' ')]), 'sheet')
}

/** What tells one closing of a sheet from every other: it is drawn anew for each. */
export function sealNonce(sealed: Buffer): Buffer {
  return sealed.subarray(0, 12)
}

/** Opens a sheet with its secret. */
export function openSheet(secret: Buffer, sealed: Buffer): Sheet {
  return JSON.parse(unseal(keysOf(secret).seal, sealed, 'sheet').toString()) as Sheet
}

/** An empty sheet. */
export function newSheet(edition: string, began: number): Sheet {
  return { round: newRound(edition, began), codes: 0, earlier: null }
}

function newRound(edition: string, began: number): Round {
  return { edition, answers: {}, wishes: {}, began, minutes: null, at: 1, pick: null }
}

/** Begins again on the same sheet; the round that was there becomes the one to compare with. */
export function nextRound(sheet: Sheet, edition: string, now: Date): Sheet {
  const { round, codes } = sheet
  const earlier = {
    edition: round.edition,
    month: dutchDay(new Date(round.began * MINUTE)).slice(0, 7),
    answers: round.answers,
  }
  return { round: newRound(edition, minuteOf(now)), codes, earlier }
}

/** Marks the first look at the result. */
export function finish(round: Round, now: Date): Round {
  const minutes = Math.max(1, minuteOf(now) - round.began)
  return { ...round, at: 6, minutes: round.minutes ?? (minutes > LONGEST ? 0 : minutes) }
}

/** Whole minutes since 1970. */
export function minuteOf(now: Date): number {
  return Math.floor(now.getTime() / MINUTE)
}

/** The last answer as the database may know it: to ten minutes, so that it can't be laid beside anything else. */
export function roughly(now: Date): Date {
  return new Date(Math.floor(now.getTime() / (10 * MINUTE)) * 10 * MINUTE)
}

/** When a sheet goes by itself. */
export function expiryOf(now: Date, kept: boolean): Date {
  return after(roughly(now), kept ? KEPT : UNKEPT)
}
