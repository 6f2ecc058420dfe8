import { VERDICTS, type Verdict } from './criterion.ts'

/** What two readers found on one criterion, each on their own. */
export type Pair = readonly [Verdict, Verdict]

/** Practices judged by two readers before the account of a year shows kappa. Source: issue 3, point 3; docs/thresholds.md. */
export const FEWEST_PRACTICES = 30

const order = (verdict: Verdict): number => VERDICTS.indexOf(verdict)

/** How much agreement there is in a pair: 1 when equal, ½ for one step, 0 between the ends. */
const weight = (one: Verdict, other: Verdict): number => 1 - Math.abs(order(one) - order(other)) / (VERDICTS.length - 1)

/**
 * Weighted kappa with linear weights over voldoet, voldoet deels, voldoet niet: how much more readers agree than by
 * chance. 1 is always, 0 no more than chance. Undefined without pairs, or when everybody always says the same: then
 * chance explains everything and nothing.
 *
 * Source: J. Cohen, "Weighted kappa", Psychological Bulletin 70 (1968) 213–220, with the linear weights of
 * D. Cicchetti & T. Allison, American Journal of EEG Technology 11 (1971) 101–110. Readers change from practice to
 * practice, so nobody is "the first": each pair counts in both orders, and who was asked first changes nothing.
 */
export function weightedKappa(pairs: Pair[]): number | undefined {
  if (pairs.length === 0) return undefined
  const both = pairs.flatMap(([one, other]): Pair[] => [
    [one, other],
    [other, one],
  ])
  const share = (verdict: Verdict) => both.filter(([one]) => one === verdict).length / both.length
  const observed = both.reduce((sum, [one, other]) => sum + weight(one, other), 0) / both.length
  const byChance = VERDICTS.flatMap((one) =>
    VERDICTS.map((other) => share(one) * share(other) * weight(one, other)),
  ).reduce((sum, part) => sum + part, 0)
  return 1 - byChance < 1e-12 ? undefined : (observed - byChance) / (1 - byChance)
}

/** Kappa as the account of a year may show it: only when enough practices stand behind it. */
export function shownKappa(practices: number, pairs: Pair[]): number | undefined {
  return practices < FEWEST_PRACTICES ? undefined : weightedKappa(pairs)
}
