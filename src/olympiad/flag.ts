import { MINUTE, SECOND } from '../foundation/clock.ts'

/**
 * A pattern that may be abuse, and may be nothing. *identical ballots*: forms of one group that are the same on every
 * sentence. *same answer*: the same, and one answer all through. *burst*: many answers within ten seconds. *sign-ups*: many
 * codes of one batch opened within a minute.
 */
export const FLAG_KINDS = ['identical ballots', 'same answer', 'burst', 'sign-ups'] as const

export type FlagKind = (typeof FLAG_KINDS)[number]

/** A pattern as it was found. Nobody's name is in it, and no answer. */
export interface Found {
  kind: FlagKind
  /** Slug of the group, where it is about one. */
  role: string | null
  /** The forms it is about, in a fixed order; empty where nobody can say which they are. */
  pseudonyms: readonly string[]
  /** How many forms, answers or codes. */
  forms: number
  around: Date | null
}

/** A pattern that was raised, with what its chair decided. */
export interface Flag extends Found {
  id: string
  reason: string | null
  removedAt: Date | null
}

/**
 * Fewest forms of one group that are alike before anything is said about it. Twice the minimum of a group, so that forms
 * that are taken out are never a handful of people. Source: reliability V7.
 */
export const FEWEST_ALIKE = 10
/** On fewer sentences people are alike by chance. */
export const FEWEST_SENTENCES = 5

/** Forms of one group that are the same on every sentence, as the database groups them. */
export interface AlikeRow {
  role: string
  pseudonyms: string[]
  sentences: number
  /** How many different answers stand on such a form. */
  different: number
}

/** The groups of forms that are alike, largest first. */
export function alike(rows: readonly AlikeRow[]): Found[] {
  return rows
    .filter(({ pseudonyms, sentences }) => pseudonyms.length >= FEWEST_ALIKE && sentences >= FEWEST_SENTENCES)
    .map(({ role, pseudonyms, different }): Found => {
      const kind = different === 1 ? 'same answer' : 'identical ballots'
      return { kind, role, pseudonyms: pseudonyms.toSorted(), forms: pseudonyms.length, around: null }
    })
    .toSorted((one, other) => other.forms - one.forms)
}

/** How many answers came in the ten seconds from `at`. */
export interface Pace {
  at: Date
  ballots: number
}

/** A stretch of time in which a burst is nothing special: a round in the room. */
export interface Stretch {
  from: Date
  until: Date
}

/** More than three a second, and ten times as many as usual. Source: reliability V7 (spacing under 300 ms). */
const BURST = 30
const TIMES_USUAL = 10
const TEN_SECONDS = 10 * SECOND
const MOST_BURSTS = 3

const within = (at: Date, stretches: readonly Stretch[]): boolean =>
  stretches.some(({ from, until }) => at.getTime() + TEN_SECONDS > from.getTime() && at <= until)

/** The largest bursts outside the room. Which answers they were stands nowhere: an answer has no moment. */
export function bursts(paces: readonly Pace[], live: readonly Stretch[]): Found[] {
  const counts = paces.map(({ ballots }) => ballots).toSorted((one, other) => one - other)
  const usual = counts[Math.floor((counts.length - 1) / 2)] ?? 0
  return paces
    .filter(({ at, ballots }) => !within(at, live) && ballots >= BURST && ballots >= TIMES_USUAL * usual)
    .toSorted((one, other) => other.ballots - one.ballots)
    .slice(0, MOST_BURSTS)
    .map(({ at, ballots }) => ({ kind: 'burst', role: null, pseudonyms: [], forms: ballots, around: at }))
}

/** How many codes of one batch (one group, one moment of inviting) were opened in the minute from `at`. */
export interface SignUps {
  role: string
  at: Date
  codes: number
}

/** Batches of which many codes were opened within one minute, outside the room. */
export function signUpBursts(minutes: readonly SignUps[], live: readonly Stretch[]): Found[] {
  return minutes
    .filter(({ codes }) => codes >= FEWEST_ALIKE)
    .filter(({ at }) => !live.some(({ from, until }) => at.getTime() + MINUTE > from.getTime() && at <= until))
    .map(({ role, at, codes }) => ({ kind: 'sign-ups', role, pseudonyms: [], forms: codes, around: at }))
}

/** Whether forms can be taken out for this: only where it is known which they are. */
export const mayRemove = ({ kind }: Pick<Found, 'kind'>): boolean =>
  kind === 'identical ballots' || kind === 'same answer'

const sameAs = (one: Found, other: Found): boolean =>
  one.kind === other.kind &&
  one.role === other.role &&
  one.forms === other.forms &&
  one.around?.getTime() === other.around?.getTime() &&
  one.pseudonyms.join() === other.pseudonyms.join()

/** What changes when is looked again: a flag that was acted upon stays, and covers forms that joined it since. */
export function renewed(flags: readonly Flag[], found: readonly Found[]): { gone: Flag[]; fresh: Found[] } {
  const kept = flags.filter(({ removedAt }) => removedAt !== null)
  const open = flags.filter(({ removedAt }) => removedAt === null)
  const covered = (one: Found) =>
    kept.some(({ role, pseudonyms }) => role === one.role && pseudonyms.some((name) => one.pseudonyms.includes(name)))
  const wanted = found.filter((one) => !covered(one))
  return {
    gone: open.filter((one) => !wanted.some((other) => sameAs(one, other))),
    fresh: wanted.filter((one) => !open.some((other) => sameAs(one, other))),
  }
}

/** How many patterns stand about which nothing was decided. */
export function undecided(flags: readonly Flag[], found: readonly Found[]): number {
  const { gone, fresh } = renewed(flags, found)
  return flags.filter(({ removedAt }) => removedAt === null).length - gone.length + fresh.length
}
