import { BANDS, bandOf, isScore } from './score.ts'

/** How much the same people kept to what they said, from one round to the next. */
export interface Stability {
  /** People who scored the statement in both rounds. */
  pairs: number
  /** The part of them that stayed in the same band, from 0 to 1. */
  sameBand: number
  /** How far a score moved on average, up or down, in steps of the scale of 1 to 9. */
  shift: number
  /** Weighted kappa over the three bands with linear weights; null when everybody always says the same. */
  kappa: number | null
}

/** Counts pairs of scores of the same person: first what they said before, then what they say now. */
export class StabilityCount {
  readonly #scores = new Uint32Array(100)

  /** Adds one pair; who said "weet ik niet" in one of both is no pair. */
  add(before: number, now: number): void {
    if (isScore(before) && isScore(now)) this.#scores[10 * before + now] = (this.#scores[10 * before + now] ?? 0) + 1
  }

  /** Adds what another counted: of one statement to all statements together. */
  merge(other: StabilityCount): void {
    for (let at = 0; at < 100; at++) this.#scores[at] = (this.#scores[at] ?? 0) + (other.#scores[at] ?? 0)
  }

  /** The figures, or undefined with fewer than `least` pairs. */
  figures(least: number): Stability | undefined {
    const bands = new Float64Array(9)
    let [pairs, moved] = [0, 0]
    for (let before = 1; before < 10; before++)
      for (let now = 1; now < 10; now++) {
        const count = this.#scores[10 * before + now] ?? 0
        pairs += count
        moved += count * Math.abs(now - before)
        if (!isScore(before) || !isScore(now)) continue
        const cell = 3 * BANDS.indexOf(bandOf(before)) + BANDS.indexOf(bandOf(now))
        bands[cell] = (bands[cell] ?? 0) + count
      }
    if (pairs < Math.max(1, least)) return undefined
    const same = (bands[0] ?? 0) + (bands[4] ?? 0) + (bands[8] ?? 0)
    return { pairs, sameBand: same / pairs, shift: moved / pairs, kappa: kappaOf(bands, pairs) }
  }
}

/**
 * How much more the two rounds agree than by chance. Source: J. Cohen, "Weighted kappa", Psychological Bulletin 70
 * (1968) 213–220; between Delphi rounds: E. A. Holey and others, BMC Medical Research Methodology 7:52 (2007).
 */
function kappaOf(bands: Float64Array, pairs: number): number | null {
  let [apart, byChance] = [0, 0]
  for (let before = 0; before < 3; before++)
    for (let now = 0; now < 3; now++) {
      const row = [0, 1, 2].reduce((sum, at) => sum + (bands[3 * before + at] ?? 0), 0)
      const column = [0, 1, 2].reduce((sum, at) => sum + (bands[3 * at + now] ?? 0), 0)
      apart += Math.abs(before - now) * (bands[3 * before + now] ?? 0) * pairs
      byChance += Math.abs(before - now) * row * column
    }
  return byChance === 0 ? null : 1 - apart / byChance
}
