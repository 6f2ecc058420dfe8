import { hashOfCode, newCode, readCode } from '../foundation/save-code.ts'
import { randomToken } from '../foundation/seal.ts'

/** How someone came in: by an invitation in the mail, in the room, or with a code on paper. */
export type Channel = 'mail' | 'room' | 'paper'

/** Someone who takes part. Nothing here leads to what they answered. */
export interface Panellist {
  id: string
  olympiad: string
  /** Slug of the stakeholder role. */
  role: string
  channel: Channel
  /** As they gave it themselves, in an open Olympiade; null elsewhere. */
  name: string | null
  joinedAt: Date | null
  leftAt: Date | null
}

/** A link is opened, not typed: 256 bits. On paper it has to be typed: twenty characters, a hundred bits. */
export const newKey = (channel: Channel): string => (channel === 'paper' ? newCode() : randomToken())

const LINK_KEY = /^[\w-]{43}$/

/** A key as it was opened or typed, or undefined when it can't be one. */
export const readKey = (given: string | undefined): string | undefined =>
  given === undefined || LINK_KEY.test(given) ? given : readCode(given)

/**
 * What a key opens, each under a hash of its own, so that the rows found by one can't be joined with those of another:
 * the panellist, the pseudonym under which their ballots lie, and what goes into their receipts.
 */
export interface Held {
  panellist: string
  pseudonym: string
  receipt: string
}

/** The hashes of a key. Only these are kept. */
export const heldBy = (key: string): Held => ({
  panellist: hashOfCode('olympiad key', key),
  pseudonym: hashOfCode('olympiad pseudonym', key),
  receipt: hashOfCode('olympiad receipt', key),
})

/** Whether someone may answer: they opened their invitation and did not stop. */
export const takesPart = ({ joinedAt, leftAt }: Pick<Panellist, 'joinedAt' | 'leftAt'>): boolean =>
  joinedAt !== null && leftAt === null
