/** How far everyone puts the statements in the same order. */
export interface Concordance {
  /** Kendall's W: 1 when all agree on the order, 0 when there is none in it. */
  w: number
  /** Over how many panellists: those who scored at least half of the statements. */
  panellists: number
}

/**
 * Kendall's W with correction for ties. Undefined with fewer than two panellists or statements, or when nobody tells
 * any statement from another.
 *
 * `scores` has a row of `statements` scores per panellist; 0 is no score. What somebody did not score takes the middle
 * place in their order, which pulls a statement neither up nor down; leaving such people out would leave out nearly
 * everyone once there are many statements.
 *
 * Source: M. G. Kendall & B. Babington Smith, "The problem of m rankings", Annals of Mathematical Statistics 10 (1939)
 * 275–287; with ties W = 12 S / (m² (n³ − n) − m Σ T), where T = Σ (t³ − t) over the ties of one person
 * (S. Siegel, "Nonparametric Statistics", 1956). For who scored k of the n statements k stands in the place of n.
 */
export function concordance(scores: Uint8Array, statements: number): Concordance | undefined {
  const n = statements
  const ranks = new Float64Array(n)
  const seen = new Uint32Array(10)
  const rank = new Float64Array(10)
  rank[0] = (n + 1) / 2
  let [m, most] = [0, 0]
  for (let row = 0; row + n <= scores.length && n > 0; row += n) {
    seen.fill(0)
    for (let at = row; at < row + n; at++) seen[scores[at] ?? 0] = (seen[scores[at] ?? 0] ?? 0) + 1
    const scored = n - (seen[0] ?? 0)
    if (2 * scored < n) continue
    m += 1
    most += scored ** 3 - scored
    let below = (n - scored) / 2
    for (let score = 1; score < 10; score++) {
      const alike = seen[score] ?? 0
      rank[score] = below + (alike + 1) / 2
      below += alike
      most -= alike ** 3 - alike
    }
    for (let at = 0; at < n; at++) ranks[at] = (ranks[at] ?? 0) + (rank[scores[row + at] ?? 0] ?? 0)
  }
  const middle = (m * (n + 1)) / 2
  const s = ranks.reduce((sum, one) => sum + (one - middle) ** 2, 0)
  return m < 2 || n < 2 || most === 0 ? undefined : { w: (12 * s) / (m * most), panellists: m }
}
