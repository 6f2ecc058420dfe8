import { BANDS, type Band } from './score.ts'
import { answered, dontKnow, inBands, MINIMUM, type Tallies, type Tally, votes } from './tally.ts'

/** What everyone may see of the votes of a role, or of all together. Percentages are rounded to five. */
export type Shown =
  /** Fewer than five votes: nothing. */
  | { is: 'too few' }
  /**
   * "Bijna iedereen": everyone, everyone but one, or so nearly everyone that it rounds to a hundred. Which of these is
   * not told, because who reads that everyone said the same knows what each of them said.
   */
  | { is: 'almost everyone'; band: Band; votes: number }
  /** Parts of a hundred per band, from "niet nodig" to "nodig"; by their rounding they need not add up to a hundred. */
  | { is: 'shares'; percents: BandCounts; votes: number }

type BandCounts = [notNeeded: number, doubt: number, needed: number]

/** What may be shown of one statement. */
export interface Disclosure {
  /** Per role, in the order of the list. */
  roles: { role: string; shown: Shown; dontKnow: number | null }[]
  /** Of all together; null where it would say something about a role that is withheld, or whether a role was unanimous. */
  total: Shown | null
}

/** Percentages are rounded to this, as in the figures of the reflection. Source: issue 4, point 5. */
const STEP = 5

const rounded = (part: number, whole: number): number => STEP * Math.round((part * 100) / (whole * STEP))

const sum = (counts: readonly number[]): number => counts.reduce((all, count) => all + count, 0)

/** The fewest of `all` votes in one band that already show as "bijna iedereen": all but one, or what rounds to 100 %. */
const almostFrom = (all: number): number => Math.min(all - 1, Math.ceil(all * (1 - STEP / 200)))

function shownOf(counts: BandCounts): Shown {
  const all = sum(counts)
  if (all < MINIMUM) return { is: 'too few' }
  const top = counts.findIndex((count) => count >= almostFrom(all))
  const band = BANDS[top]
  if (band !== undefined) return { is: 'almost everyone', band, votes: all }
  const [notNeeded, doubt, needed] = counts
  return { is: 'shares', percents: [rounded(notNeeded, all), rounded(doubt, all), rounded(needed, all)], votes: all }
}

/** What may be shown of the votes of one role by itself. */
export const shownTally = (tally: Tally): Shown => shownOf(inBands(tally))

/**
 * The part of everyone who answered that said "weet ik niet", rounded to five; null where the role is withheld.
 * It says nothing about a score, so nobody's opinion can be read from it.
 */
export const shownDontKnow = (tally: Tally): number | null =>
  votes(tally) < MINIMUM ? null : rounded(dontKnow(tally), answered(tally))

/**
 * What of a tally can be read from what is shown of it (`known`), and how many votes stay in the dark (`hidden`): all of
 * a role with too few, and of "bijna iedereen" the last ones.
 */
function seen(tally: Tally): { known: BandCounts; hidden: number } {
  const counts = inBands(tally)
  const shown = shownOf(counts)
  if (shown.is === 'shares') return { known: counts, hidden: 0 }
  if (shown.is === 'too few') return { known: [0, 0, 0], hidden: sum(counts) }
  const least = almostFrom(shown.votes)
  const known: BandCounts = [0, 0, 0]
  known[BANDS.indexOf(shown.band)] = least
  return { known, hidden: shown.votes - least }
}

/**
 * The total may be shown when it would look the same whatever the hidden votes had been: then it tells nothing about
 * them, not even to somebody who knows every other vote. Each band gets all hidden votes in turn; a share moves one way
 * as votes come in, so what holds at these three corners holds between them. In a small Olympiade this usually
 * withholds the total as soon as one role is withheld or nearly unanimous; in a large one the rounding covers it.
 */
function shownTotal(tallies: readonly Tally[]): Shown | null {
  const parts = tallies.map(seen)
  const known = BANDS.map((_, band) => parts.reduce((all, part) => all + (part.known[band] ?? 0), 0))
  const hidden = parts.reduce((all, part) => all + part.hidden, 0)
  const shown = shownWhatever(known, hidden)
  return shown?.is === 'too few' ? null : shown
}

/** What shows of these votes when it is the same whatever the hidden ones had been; null when it is not. */
function shownWhatever(known: readonly number[], hidden: number): Shown | null {
  const corners = BANDS.map((_, corner) => {
    const [notNeeded = 0, doubt = 0, needed = 0] = known.map((count, band) => count + (band === corner ? hidden : 0))
    return shownOf([notNeeded, doubt, needed])
  })
  const [first] = corners
  return corners.every((one) => JSON.stringify(one) === JSON.stringify(first)) ? (first ?? null) : null
}

/**
 * What may be shown of a role with votes that were taken out counted along, beside what is shown of it without them. Those
 * votes are all alike, so whoever reads both can subtract: null where that would tell what "bijna iedereen" leaves open.
 */
export function shownAlong(without: Tally, removed: Tally): Shown | null {
  const { known, hidden } = seen(without)
  const out = inBands(removed)
  return shownWhatever(
    known.map((count, band) => count + (out[band] ?? 0)),
    hidden,
  )
}

/**
 * What everyone may see of the votes on one statement, per role of the locked list and together. What is shown of a
 * role depends on that role alone, so roles say nothing about each other; the total is checked against all of them.
 * Source: reliability V6; issue 4, point 5.
 */
export function disclose(tallies: Tallies, roles: readonly string[]): Disclosure {
  const own = roles.map((role) => tallies.get(role) ?? [])
  return {
    roles: roles.map((role, at) => ({
      role,
      shown: shownTally(own[at] ?? []),
      dontKnow: shownDontKnow(own[at] ?? []),
    })),
    total: shownTotal(own),
  }
}

/** Whether quantiles over all roles together may be shown: not when a role with one to four votes is in them. */
export const mayShowOverall = (tallies: readonly Tally[]): boolean =>
  tallies.every((tally) => votes(tally) === 0 || votes(tally) >= MINIMUM) && sum(tallies.map(votes)) >= MINIMUM

/** Ten little figures for ten of the people. `untold` is the one of whom "bijna iedereen" says nothing. */
export interface TenFigures {
  notNeeded: number
  doubt: number
  needed: number
  untold: number
}

/** Shares as ten little figures, never ten alike; undefined where nothing is shown. */
export function tenFigures(shown: Shown): TenFigures | undefined {
  if (shown.is === 'too few') return undefined
  const [notNeeded, doubt, needed] =
    shown.is === 'shares'
      ? ofTen(shown.percents)
      : ofTen([0, 0, 0].with(BANDS.indexOf(shown.band), 90) as BandCounts, 9)
  return { notNeeded, doubt, needed, untold: shown.is === 'shares' ? 0 : 1 }
}

/** `figures` divided by largest remainder; equal remainders go to the middle of the scale first, which takes no side. */
function ofTen(percents: BandCounts, figures = 10): BandCounts {
  const all = sum(percents)
  const exact = percents.map((percent) => (percent * figures) / all)
  const given = exact.map(Math.floor)
  const order = [1, 0, 2].toSorted((a, b) => (exact[b] ?? 0) - (given[b] ?? 0) - ((exact[a] ?? 0) - (given[a] ?? 0)))
  for (const at of order.slice(0, figures - sum(given))) given[at] = (given[at] ?? 0) + 1
  const full = given.indexOf(10)
  if (full >= 0) {
    const next =
      [0, 1, 2].filter((at) => at !== full).toSorted((a, b) => (percents[b] ?? 0) - (percents[a] ?? 0))[0] ?? 1
    given[full] = 9
    given[next] = 1
  }
  const [notNeeded = 0, doubt = 0, needed = 0] = given
  return [notNeeded, doubt, needed]
}

/**
 * Group-aware consensus over what is shown: the product over roles of (agree + 1) / (voted + 2). Withheld roles are left
 * out, and of "bijna iedereen" the fewest count that show as such; otherwise dividing by the other roles would give
 * away precisely what is withheld. Null when no role is shown.
 *
 * Source: C. Small and others, "Polis: scaling deliberation by mapping high dimensional opinion spaces", Recerca 26
 * (2021), group-informed consensus.
 */
export function shownConsensus(tallies: readonly Tally[]): number | null {
  const visible = tallies.filter((tally) => votes(tally) >= MINIMUM)
  return visible.length === 0
    ? null
    : visible.reduce((product, tally) => (product * (seen(tally).known[2] + 1)) / (votes(tally) + 2), 1)
}
