import { type Tally, votes } from './tally.ts'

/**
 * Quantiles by linear interpolation between the two nearest values: method R-7 of R. J. Hyndman & Y. Fan, "Sample
 * quantiles in statistical packages", The American Statistician 50 (1996) 361–365; the default of R, of NumPy and of
 * spreadsheets. The place is (n − 1) · p, counted from 0.
 *
 * `percent` is a whole number from 0 to 100, and quantiles of scores come in hundredths: then each step is exact, and
 * a median of precisely 7 or an IQR of precisely 3 is never missed by a rounding.
 */
export function hundredths(tally: Tally, percent: number): number | undefined {
  const n = votes(tally)
  if (n === 0) return undefined
  const place = (n - 1) * percent
  const below = Math.floor(place / 100)
  const [low, high] = [valueAt(tally, below), valueAt(tally, Math.min(below + 1, n - 1))]
  return 100 * low + (place % 100) * (high - low)
}

/** The vote at a place when all votes lie in a row from low to high, counted from 0. */
function valueAt(tally: Tally, place: number): number {
  let passed = 0
  for (let score = 1; score <= 9; score++) {
    passed += tally[score] ?? 0
    if (passed > place) return score
  }
  throw new RangeError(`No vote at place ${place} of ${passed}.`)
}

/** A quantile of the votes on the scale of 1 to 9, or undefined without votes. */
export function quantile(tally: Tally, percent: number): number | undefined {
  const found = hundredths(tally, percent)
  return found === undefined ? undefined : found / 100
}

/** How far votes lie apart, on the scale of 1 to 9. */
export interface Spread {
  median: number
  /** Interquartile range: P75 − P25. */
  iqr: number
  p30: number
  p70: number
  /** Interpercentile range: P70 − P30. */
  ipr: number
  /** The same, corrected for asymmetry: what the IPR may be before it counts as disagreement. */
  ipras: number
  /** IPR > IPRAS. */
  disagreement: boolean
}

/**
 * The spread of the votes, or undefined without votes.
 *
 * Source: K. Fitch and others, "The RAND/UCLA Appropriateness Method User's Manual" (2001): IPRCP = (P30 + P70) / 2,
 * AI = |5 − IPRCP|, IPRAS = 2.35 + 1.5 · AI; disagreement when IPR > IPRAS. Compared in four-hundredths, so exactly.
 */
export function spread(tally: Tally): Spread | undefined {
  const [p25, p30, p50, p70, p75] = [25, 30, 50, 70, 75].map((percent) => hundredths(tally, percent))
  if (p25 === undefined || p30 === undefined || p50 === undefined || p70 === undefined || p75 === undefined)
    return undefined
  // 400 · IPRAS = 400 · 2.35 + 400 · 1.5 · |5 − (P30 + P70) / 2|, with P30 and P70 in hundredths.
  const limit = 940 + 3 * Math.abs(1000 - p30 - p70)
  return {
    median: p50 / 100,
    iqr: (p75 - p25) / 100,
    p30: p30 / 100,
    p70: p70 / 100,
    ipr: (p70 - p30) / 100,
    ipras: limit / 400,
    disagreement: 4 * (p70 - p30) > limit,
  }
}
