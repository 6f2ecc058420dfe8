import type { StakeholderRole } from './olympiad.ts'

/** How many of a group were invited, came in, and answered in a round. */
export interface Turnout {
  role: string
  invited: number
  joined: number
  answered: number
}

/** Fewer than this are told in steps, so that nobody's coming and going can be followed. Source: reliability V5. */
const EXACT_FROM = 50
const STEP = 5

/** As much as may be told of a number of people who answered: rounded down to five below fifty. */
export const inSteps = (count: number): number => (count < EXACT_FROM ? STEP * Math.floor(count / STEP) : count)

/**
 * What a group still needs, in words: "inwoners: nog 5 nodig". It counts from the rounded number, so it never asks for
 * fewer than it needs, and nothing finer can be read from it.
 */
export function neededWords(role: StakeholderRole, answered: number, minimum: number): string {
  const missing = minimum - inSteps(answered)
  if (answered >= minimum) return `${role.plural}: genoeg`
  return `${role.plural}: nog ${Math.max(1, missing)} nodig`
}

/** Groups of which too few were invited to ever reach the minimum. */
export const outOfReach = (
  roles: readonly StakeholderRole[],
  turnout: readonly Turnout[],
  minimum: number,
): StakeholderRole[] => roles.filter(({ slug }) => (turnout.find(({ role }) => role === slug)?.invited ?? 0) < minimum)
