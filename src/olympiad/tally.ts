import { type Answer, BANDS, type Band } from './score.ts'

/**
 * How often each answer was given to one statement, by one stakeholder role or by all: ten counts, of which [0] is
 * "weet ik niet" and [1] to [9] are the scores. Nothing in it says who or when.
 */
export type Tally = readonly number[]

/** The tallies of one statement by the slug of the stakeholder role. */
export type Tallies = ReadonlyMap<string, Tally>

/**
 * Fewest votes of a role from which anything is said about that role. An Olympiade may ask for more, never for fewer.
 * Source: issue 4, point 3; docs/thresholds.md.
 */
export const MINIMUM = 5

const ANSWERS = 10

/** A tally of nothing. */
export const emptyTally = (): number[] => new Array<number>(ANSWERS).fill(0)

/** Counts answers, in whatever order they come. */
export function tally(answers: Iterable<Answer>): Tally {
  const counts = emptyTally()
  for (const answer of answers) counts[answer ?? 0] = (counts[answer ?? 0] ?? 0) + 1
  return counts
}

/** All of them together. */
export function merge(tallies: Iterable<Tally>): Tally {
  const counts = emptyTally()
  for (const one of tallies) for (let at = 0; at < ANSWERS; at++) counts[at] = (counts[at] ?? 0) + (one[at] ?? 0)
  return counts
}

/** How many said "weet ik niet". */
export const dontKnow = (tally: Tally): number => tally[0] ?? 0

/** How many answered, "weet ik niet" included. */
export const answered = (tally: Tally): number => dontKnow(tally) + votes(tally)

/**
 * How many votes a tally holds: everyone who gave a score, doubt included. "Weet ik niet" is no vote, so it counts
 * neither here, nor in a share, nor towards the minimum: who does not know holds nobody back and carries nobody along.
 */
export const votes = (tally: Tally): number => inBands(tally).reduce((sum, count) => sum + count, 0)

/** Votes per band, from "niet nodig" to "nodig". */
export function inBands(tally: Tally): [notNeeded: number, doubt: number, needed: number] {
  const sum = (from: number) => (tally[from] ?? 0) + (tally[from + 1] ?? 0) + (tally[from + 2] ?? 0)
  return [sum(1), sum(4), sum(7)]
}

/** Votes in one band. */
export const votesIn = (tally: Tally, band: Band): number => inBands(tally)[BANDS.indexOf(band)] ?? 0

/**
 * The part of the votes in a band, from 0 to 1, or undefined without votes. To look at; whoever compares a share with
 * a rule counts in whole votes, because 0.7 is no number a computer has.
 */
export function share(tally: Tally, band: Band): number | undefined {
  const all = votes(tally)
  return all === 0 ? undefined : votesIn(tally, band) / all
}
