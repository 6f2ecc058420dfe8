import { type Clusters, clusters } from './clusters.ts'
import { along, type Matrix, principalAxes } from './principal.ts'
import { MINIMUM } from './tally.ts'

/** Panellists from whom opinion groups are looked for; with fewer, groups are chance. Source: issue 4, point 5. */
export const FEWEST_PANELLISTS = 50

/** Panellists who answered alike. They are found by the answers alone, say nothing about anyone and decide nothing. */
export interface OpinionGroup {
  /** Its part of everyone who was placed, in parts of a hundred, rounded to five. */
  percent: number
  /** Per role of the list: how much of that role is in this group, rounded to five; null where it would tell of a few. */
  roles: (number | null)[]
  /** What sets it apart most, at most three statements. */
  apart: { statement: number; says: 'more needed' | 'less needed'; steps: number }[]
}

/** The opinion groups of a round. */
export interface OpinionGroups {
  /** Panellists who scored at least half of the statements; only they have a place. */
  placed: number
  /** Below about 0.25 the groups run into each other, and it is better to say that there are none. */
  silhouette: number
  /** Largest first; groups of fewer than five are left out. */
  groups: OpinionGroup[]
  /** How many groups are left out. */
  withheld: number
}

/** Scores per panellist, row after row; 0 is no score. `roleOf` is the role of each, as its place in the list. */
export interface Scores {
  scores: Uint8Array
  statements: number
  roleOf: Uint8Array
  roles: number
}

/**
 * Opinion groups: people on the two axes on which their answers differ most, then in two to five clusters. A missing
 * answer counts as the mean of its statement, and who gave fewer is moved outward in proportion, as in Polis.
 *
 * Source: C. Small and others, "Polis: scaling deliberation by mapping high dimensional opinion spaces", Recerca 26
 * (2021).
 */
export function opinionGroups(given: Scores): OpinionGroups | undefined {
  const placed = placedRows(given)
  if (placed.length < FEWEST_PANELLISTS || given.statements < 2) return undefined
  const table = centred(given, placed)
  const axes = principalAxes(table)
  if (axes === undefined) return undefined
  const [x, y] = axes.map((axis) => along(table, axis))
  if (x === undefined || y === undefined) return undefined
  for (const [at, row] of placed.entries()) {
    const outward = Math.sqrt(given.statements / scoredBy(given, row))
    x[at] = (x[at] ?? 0) * outward
    y[at] = (y[at] ?? 0) * outward
  }
  const found = clusters({ x, y })
  return found && described(given, placed, found)
}

function scoredBy({ scores, statements }: Scores, row: number): number {
  let scored = 0
  for (let at = row * statements; at < (row + 1) * statements; at++) if (scores[at] !== 0) scored += 1
  return scored
}

function placedRows(given: Scores): number[] {
  return [...given.roleOf.keys()].filter((row) => 2 * scoredBy(given, row) >= given.statements)
}

function centred({ scores, statements }: Scores, placed: readonly number[]): Matrix {
  const sums = new Float64Array(statements)
  const scored = new Float64Array(statements)
  for (const row of placed)
    for (let at = 0; at < statements; at++) {
      const score = scores[row * statements + at] ?? 0
      sums[at] = (sums[at] ?? 0) + score
      scored[at] = (scored[at] ?? 0) + (score === 0 ? 0 : 1)
    }
  const means = sums.map((sum, at) => sum / Math.max(1, scored[at] ?? 0))
  const cells = new Float32Array(placed.length * statements)
  let cell = 0
  for (const row of placed)
    for (let at = 0; at < statements; at++, cell++) {
      const score = scores[row * statements + at] ?? 0
      cells[cell] = score === 0 ? 0 : score - (means[at] ?? 0)
    }
  return { rows: placed.length, columns: statements, cells }
}

function described(given: Scores, placed: readonly number[], found: Clusters): OpinionGroups {
  const members = Array.from({ length: given.roles }, () => new Array<number>(found.count).fill(0))
  const sizes = new Array<number>(found.count).fill(0)
  for (const [place, row] of placed.entries()) {
    const group = found.of[place] ?? 0
    sizes[group] = (sizes[group] ?? 0) + 1
    const role = members[given.roleOf[row] ?? 0]
    if (role) role[group] = (role[group] ?? 0) + 1
  }
  const told = members.map(safeParts)
  const apart = settingApart(given, placed, found)
  const groups = sizes
    .map((size, at) => ({ size, at }))
    .filter(({ size }) => size >= MINIMUM)
    .sort((one, other) => other.size - one.size || one.at - other.at)
    .map(({ size, at }) => ({
      percent: inFives(size, placed.length),
      roles: told.map((parts) => parts[at] ?? null),
      apart: apart[at] ?? [],
    }))
  return { placed: placed.length, silhouette: found.silhouette, groups, withheld: found.count - groups.length }
}

/** Never 0 or 100: there is always somebody, and never everybody. */
const inFives = (part: number, whole: number): number => Math.min(95, Math.max(5, 5 * Math.round((20 * part) / whole)))

/**
 * How a role is spread over the groups, safe to show: a part is told when at least five of the role are in the group
 * and at least five are not. What the untold parts hold together must be five or more as well, or it could be had by
 * subtraction; then the smallest told part goes too.
 */
export function safeParts(counts: readonly number[]): (number | null)[] {
  const all = counts.reduce((sum, count) => sum + count, 0)
  const told = counts.map((count) => count >= MINIMUM && all - count >= MINIMUM)
  const untold = () => counts.reduce((sum, count, at) => sum + (told[at] ? 0 : count), 0)
  while (told.includes(false) && told.includes(true) && untold() < MINIMUM) {
    const smallest = Math.min(...counts.filter((_, at) => told[at]))
    told[counts.findIndex((count, at) => told[at] && count === smallest)] = false
  }
  return counts.map((count, at) => (told[at] ? inFives(count, all) : null))
}

/** Per group the statements on which its mean lies furthest from that of the others, measured by Welch's t. */
function settingApart({ scores, statements }: Scores, placed: readonly number[], found: Clusters) {
  const cells = found.count * statements
  const [n, sum, squares] = [new Float64Array(cells), new Float64Array(cells), new Float64Array(cells)]
  for (const [place, row] of placed.entries())
    for (let at = 0; at < statements; at++) {
      const score = scores[row * statements + at] ?? 0
      if (score === 0) continue
      const cell = (found.of[place] ?? 0) * statements + at
      n[cell] = (n[cell] ?? 0) + 1
      sum[cell] = (sum[cell] ?? 0) + score
      squares[cell] = (squares[cell] ?? 0) + score * score
    }
  const part = (statement: number, wanted: (group: number) => boolean): Part => {
    const groups = Array.from({ length: found.count }, (_, group) => group).filter(wanted)
    const over = (counts: Float64Array) =>
      groups.reduce((all, at) => all + (counts[at * statements + statement] ?? 0), 0)
    return moments(over(n), over(sum), over(squares))
  }
  return Array.from({ length: found.count }, (_, group) =>
    Array.from({ length: statements }, (__, statement) => {
      const [own, rest] = [part(statement, (one) => one === group), part(statement, (one) => one !== group)]
      return { statement, ...difference(own, rest) }
    })
      .filter((one) => Math.abs(one.steps) >= 1)
      .sort((one, other) => Math.abs(other.t) - Math.abs(one.t) || one.statement - other.statement)
      .slice(0, 3)
      .map(({ statement, steps }) => ({
        statement,
        says: steps > 0 ? ('more needed' as const) : ('less needed' as const),
        steps: Math.round(2 * Math.abs(steps)) / 2,
      })),
  )
}

interface Part {
  n: number
  mean: number
  variance: number
}

function moments(n: number, sum: number, squares: number): Part {
  const mean = n === 0 ? 0 : sum / n
  // A score stands for everything between its neighbours: a group without any spread is still no certainty.
  return { n, mean, variance: n < 2 ? 1 : Math.max(1 / 12, (squares - n * mean * mean) / (n - 1)) }
}

function difference(own: Part, rest: Part): { steps: number; t: number } {
  if (own.n < MINIMUM || rest.n < MINIMUM) return { steps: 0, t: 0 }
  const steps = own.mean - rest.mean
  return { steps, t: steps / Math.sqrt(own.variance / own.n + rest.variance / rest.n) }
}
