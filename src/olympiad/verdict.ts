import { position, type Rule } from './rule.ts'
import { MINIMUM, type Tallies, votes } from './tally.ts'

/** What came of a statement. Computed from the votes and the locked rule, never typed. */
export const VERDICTS = ['accepted', 'rejected', 'no consensus', 'no verdict'] as const

export type Verdict = (typeof VERDICTS)[number]

const VERDICT_WORDS: Record<Verdict, string> = {
  accepted: 'gedragen',
  rejected: 'niet gedragen',
  'no consensus': 'nog geen overeenstemming',
  'no verdict': 'geen uitspraak',
}

/** The words of a verdict on screen. */
export const verdictWord = (verdict: Verdict): string => VERDICT_WORDS[verdict]

/**
 * Who thought otherwise than "nodig", as a condition on a row with a score: under the third band, and "weet ik niet".
 * In SQL, for reasons are chosen by it wherever a verdict travels along.
 */
export const otherwise = (row: string): string => `(${row}.score is null or ${row}.score < 7)`

/** A verdict and what it rests on. Roles are slugs, in the order of the locked list. */
export interface Outcome {
  verdict: Verdict
  /** The roles that do not find it needed, when there is no consensus. Empty with every other verdict. */
  holdingBack: string[]
  /** The roles with too few votes; the verdict is "no verdict" exactly when this is not empty, or no role is locked. */
  tooFew: string[]
  /** How many people voted; "weet ik niet" is no vote. */
  people: number
  /** From how many roles. */
  roles: number
}

/**
 * The verdict on one statement.
 *
 * - `roles` is the list that was locked before opening. A role in it without a single vote gives no verdict: absence is
 *   no consent.
 * - Shares are over the votes of one role: all its scores, doubt included. "Weet ik niet" is answered but is no vote,
 *   so it counts neither in a share nor towards the minimum. Otherwise five people who do not know could carry a
 *   statement together with one who does, or hold it back without an opinion. A role of nothing but "weet ik niet"
 *   therefore has too few votes.
 * - Accepted: every role finds it needed. Rejected: every role finds it not needed. In every other case there is no
 *   consensus, and the roles that did not find it needed hold it back.
 * - Under the minimum of one role there is no verdict at all, whatever the others say. The minimum is never below five,
 *   whatever is asked.
 *
 * @throws RangeError on votes of a role that is not in the list: leaving them out in silence would be a false verdict
 */
export function verdict(tallies: Tallies, rule: Rule, roles: readonly string[], minimum: number): Outcome {
  const stranger = [...tallies.keys()].find((role) => !roles.includes(role))
  if (stranger !== undefined) throw new RangeError(`Votes of a role outside the locked list: ${stranger}`)
  const counted = roles.map((role) => ({ role, tally: tallies.get(role) ?? [] }))
  const least = Math.max(minimum, MINIMUM)
  const tooFew = counted.filter(({ tally }) => votes(tally) < least).map(({ role }) => role)
  const basis = {
    people: counted.reduce((sum, { tally }) => sum + votes(tally), 0),
    roles: counted.filter(({ tally }) => votes(tally) > 0).length,
  }
  if (tooFew.length > 0 || roles.length === 0) return { verdict: 'no verdict', holdingBack: [], tooFew, ...basis }
  const positions = counted.map(({ role, tally }) => ({ role, position: position(tally, rule) }))
  const all = (wanted: string) => positions.every((one) => one.position === wanted)
  if (all('for')) return { verdict: 'accepted', holdingBack: [], tooFew, ...basis }
  if (all('against')) return { verdict: 'rejected', holdingBack: [], tooFew, ...basis }
  const holdingBack = positions.filter((one) => one.position !== 'for').map(({ role }) => role)
  return { verdict: 'no consensus', holdingBack, tooFew, ...basis }
}

const inRow = new Intl.ListFormat('nl', { type: 'conjunction' })

/** Why there is no verdict: "geen uitspraak: te weinig stemmen van inwoners en cliënten". `names` are those on screen. */
export const tooFewSentence = (names: readonly string[]): string =>
  names.length === 0 ? 'geen uitspraak' : `geen uitspraak: te weinig stemmen van ${inRow.format(names)}`

/** A verdict in words, with the groups with too few votes; `plural` names a group by its slug. */
export const outcomeWords = (
  { verdict, tooFew }: Pick<Outcome, 'verdict' | 'tooFew'>,
  plural: (slug: string) => string,
): string => (verdict === 'no verdict' ? tooFewSentence(tooFew.map(plural)) : verdictWord(verdict))

/** What a verdict rests on: "door 54 mensen uit 6 groepen, op 3 maart 2027". `day` as it stands on screen. */
export function basisWords({ people, roles }: Pick<Outcome, 'people' | 'roles'>, day: string): string {
  return `door ${people} ${people === 1 ? 'mens' : 'mensen'} uit ${roles} ${roles === 1 ? 'groep' : 'groepen'}, op ${day}`
}
