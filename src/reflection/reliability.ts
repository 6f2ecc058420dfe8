/** How well a handful of lines hang together, for a group. Says nothing about one person. */
export interface Reliability {
  /** Cronbach's alpha: at most what the lines share, often less. */
  alpha: number
  /** McDonald's omega for one factor; null where one factor does not fit. */
  omega: number | null
}

type Matrix = number[][]

/** Reliability of complete answers: one row per person, one column per line. Null where nobody differs from anybody. */
export function reliability(rows: readonly (readonly number[])[]): Reliability | null {
  const covariance = covarianceOf(rows)
  const variances = covariance.map((row, at) => row[at] ?? 0)
  const total = covariance.flat().reduce((sum, value) => sum + value, 0)
  if (total <= 0 || variances.some((variance) => variance <= 0)) return null
  const k = variances.length
  const alpha = (k / (k - 1)) * (1 - variances.reduce((sum, variance) => sum + variance, 0) / total)
  return { alpha: rounded(alpha), omega: omegaOf(covariance, variances) }
}

const rounded = (value: number) => Math.round(value * 100) / 100

function covarianceOf(rows: readonly (readonly number[])[]): Matrix {
  const columns = rows[0]?.length ?? 0
  const mean = Array.from(
    { length: columns },
    (_, column) => rows.reduce((sum, row) => sum + (row[column] ?? 0), 0) / rows.length,
  )
  const off = (row: readonly number[], column: number) => (row[column] ?? 0) - (mean[column] ?? 0)
  return mean.map((_, a) =>
    mean.map((__, b) => rows.reduce((sum, row) => sum + off(row, a) * off(row, b), 0) / (rows.length - 1)),
  )
}

/** One factor by principal axes: loadings from the strongest direction, communalities put back until they stand still. */
function omegaOf(covariance: Matrix, variances: number[]): number | null {
  const sd = variances.map(Math.sqrt)
  const correlation = covariance.map((row, a) => row.map((value, b) => value / ((sd[a] ?? 1) * (sd[b] ?? 1))))
  let communalities = correlation.map((row, a) => Math.max(...row.map((value, b) => (a === b ? 0 : Math.abs(value)))))
  let loadings: number[] = []
  for (let turn = 0; turn < 500; turn++) {
    const reduced = correlation.map((row, a) => row.map((value, b) => (a === b ? (communalities[a] ?? 0) : value)))
    loadings = strongest(reduced)
    const next = loadings.map((loading) => loading ** 2)
    const moved = Math.max(...next.map((value, at) => Math.abs(value - (communalities[at] ?? 0))))
    communalities = next
    if (moved < 1e-9) break
  }
  // A line that shares more than all of itself, or points the other way, means that one factor does not fit.
  if (loadings.some((loading) => loading <= 0 || loading >= 1)) return null
  const shared = loadings.reduce((sum, loading, at) => sum + loading * (sd[at] ?? 0), 0) ** 2
  const own = loadings.reduce((sum, loading, at) => sum + (1 - loading ** 2) * (variances[at] ?? 0), 0)
  return rounded(shared / (shared + own))
}

function strongest(matrix: Matrix): number[] {
  let direction = matrix.map(() => 1)
  let length = 0
  for (let turn = 0; turn < 200; turn++) {
    const next = matrix.map((row) => row.reduce((sum, value, at) => sum + value * (direction[at] ?? 0), 0))
    length = Math.hypot(...next)
    if (length === 0) return matrix.map(() => 0)
    direction = next.map((value) => value / length)
  }
  return direction.map((part) => part * Math.sqrt(length))
}
