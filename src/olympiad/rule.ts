import { hundredths, spread } from './quantile.ts'
import { inBands, type Tally, votes } from './tally.ts'

/**
 * How is counted, chosen before opening and never changed after: published and locked in these words. Every rule is
 * put to each stakeholder role by itself, so a large role can never outvote a small one.
 */
export type Rule =
  /**
   * At least `needed` of every hundred votes in 7–9, and fewer than `notNeeded` of every hundred in 1–3. A `needed` over
   * 80 is not for use: of five votes it takes all, so that "gedragen" would tell what each of them said.
   */
  | { is: 'shares'; needed: number; notNeeded: number }
  /** RAND/UCLA: a median of 7–9 without disagreement (IPR > IPRAS). */
  | { is: 'rand' }
  /** A median of at least `median`, and an IQR of at most `iqr`. */
  | { is: 'median'; median: number; iqr: number }

/** 70/15 in each role. Source: P. R. Williamson and others, "The COMET Handbook", Trials 18 (2017) suppl. 3. */
export const DEFAULT_RULE: Rule = { is: 'shares', needed: 70, notNeeded: 15 }

/** The rules a chair can choose from, the first unless something else is asked. */
export const RULES: readonly Rule[] = [DEFAULT_RULE, { is: 'rand' }, { is: 'median', median: 7, iqr: 3 }]

/** What one role makes of a statement under a rule. */
export type Position = 'for' | 'against' | 'neither'

/**
 * What the votes of one role say under a rule; "neither" without votes. Against is the mirror of for: as many in 1–3
 * and as few in 7–9, or as low a median. All in whole numbers: 10 · yes ≥ 7 · all, never a comparison with 0.7.
 */
export function position(tally: Tally, rule: Rule): Position {
  if (votes(tally) === 0) return 'neither'
  switch (rule.is) {
    case 'shares':
      return bySharesOf(tally, rule)
    case 'rand': {
      return spread(tally)?.disagreement ? 'neither' : byMedian(tally, 7)
    }
    case 'median': {
      const apart = (hundredths(tally, 75) ?? 0) - (hundredths(tally, 25) ?? 0)
      return apart > 100 * rule.iqr ? 'neither' : byMedian(tally, rule.median)
    }
  }
}

function bySharesOf(tally: Tally, rule: { needed: number; notNeeded: number }): Position {
  const [no, , yes] = inBands(tally)
  const all = votes(tally)
  const holds = (many: number, few: number) => 100 * many >= rule.needed * all && 100 * few < rule.notNeeded * all
  if (holds(yes, no)) return 'for'
  return holds(no, yes) ? 'against' : 'neither'
}

function byMedian(tally: Tally, from: number): Position {
  const median = hundredths(tally, 50) ?? 0
  if (median >= 100 * from) return 'for'
  return median <= 1000 - 100 * from ? 'against' : 'neither'
}

const outOf = (percent: number): string => (percent % 10 === 0 ? `${percent / 10} van de 10` : `${percent} van de 100`)

/** A rule as a sentence, for the first screen of everyone who takes part. */
export function ruleSentence(rule: Rule): string {
  const start = 'Een zin is gedragen als in élke groep'
  switch (rule.is) {
    case 'shares':
      return `${start} minstens ${outOf(rule.needed)} mensen hem nodig vinden, en minder dan ${rule.notNeeded} van de 100 niet.`
    case 'rand':
      return `${start} de middelste mening ‘nodig’ is, en de meningen niet te ver uit elkaar liggen.`
    case 'median':
      return `${start} de middelste mening minstens een ${rule.median} is op een schaal van 1 tot 9, en de middelste helft van de meningen hoogstens ${rule.iqr} stappen uit elkaar ligt.`
  }
}

/** The exact words of a rule, for whoever wants to count along. */
export function ruleDetail(rule: Rule): string {
  switch (rule.is) {
    case 'shares':
      return `Per groep: minstens ${rule.needed} % van de stemmen is 7, 8 of 9, en minder dan ${rule.notNeeded} % is 1, 2 of 3. Weet ik niet telt niet mee.`
    case 'rand':
      return 'Per groep: de mediaan is 7 of hoger en IPR is niet groter dan IPRAS (RAND/UCLA: IPR = P70 − P30, IPRAS = 2,35 + 1,5 × |5 − (P30 + P70) / 2|). Weet ik niet telt niet mee.'
    case 'median':
      return `Per groep: de mediaan is ${rule.median} of hoger en de interkwartielafstand (P75 − P25) is ${rule.iqr} of lager. Weet ik niet telt niet mee.`
  }
}
