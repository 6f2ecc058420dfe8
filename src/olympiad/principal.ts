/** A table of numbers, row after row. */
export interface Matrix {
  rows: number
  columns: number
  cells: Float32Array
}

/** When both directions are this sure, in parts of the spread along them, no further step would move anybody. */
const SURE = 1e-4
const MOST_STEPS = 16

/**
 * The two directions in which rows differ most: the first two principal components of a table whose columns have mean
 * 0. Undefined when rows do not differ in two directions.
 *
 * By the method of Lanczos on the covariance, which is never written out: one walk through the table per step and
 * sixteen steps at most, where the power method needs hundreds when directions are nearly as strong. The start is
 * fixed, so the same table always gives the same answer.
 *
 * Source: G. H. Golub & C. F. Van Loan, "Matrix Computations" (4th edition, 2013), §10.1.
 */
export function principalAxes(table: Matrix): [Float64Array, Float64Array] | undefined {
  const basis: Float64Array[] = []
  const diagonal: number[] = []
  const beside: number[] = []
  let next = fixedStart(table.columns)
  let pairs: Eigen[] = []
  for (let step = 0; step < Math.min(MOST_STEPS, table.columns); step++) {
    const length = norm(next)
    if (step > 0) beside.push(length)
    const axis = next.map((part) => part / length)
    basis.push(axis)
    next = spreadAlong(table, axis)
    diagonal.push(dot(next, axis))
    // Every earlier axis is taken out twice: rounding brings the strongest back otherwise.
    for (const earlier of [...basis, ...basis]) subtract(next, dot(next, earlier), earlier)
    pairs = eigen(tridiagonal(diagonal, beside))
    const unsure = norm(next)
    const strongest = pairs[0]?.value ?? 0
    if (unsure <= 1e-10 * strongest) break
    if (
      step > 0 &&
      pairs.slice(0, 2).every(({ value, vector }) => unsure * Math.abs(vector.at(-1) ?? 0) <= SURE * value)
    )
      break
  }
  const [first, second] = pairs
  if (!first || !second || first.value <= 0 || second.value <= 1e-9 * first.value) return undefined
  return [combined(basis, first.vector), combined(basis, second.vector)]
}

function tridiagonal(diagonal: readonly number[], beside: readonly number[]): number[][] {
  return diagonal.map((value, row) =>
    diagonal.map((_, column) => {
      if (row === column) return value
      return Math.abs(row - column) === 1 ? (beside[Math.min(row, column)] ?? 0) : 0
    }),
  )
}

function subtract(from: Float64Array, times: number, axis: Float64Array): void {
  for (let at = 0; at < from.length; at++) from[at] = (from[at] ?? 0) - times * (axis[at] ?? 0)
}

/** Where each row lies along an axis. */
export function along({ cells, columns, rows }: Matrix, axis: Float64Array): Float64Array {
  const places = new Float64Array(rows)
  for (let row = 0; row < rows; row++) {
    let sum = 0
    for (let at = 0; at < columns; at++) sum += (cells[row * columns + at] ?? 0) * (axis[at] ?? 0)
    places[row] = sum
  }
  return places
}

function set(matrix: number[][], a: number, b: number, value: number): void {
  const row = matrix[a]
  if (row) row[b] = value
}

function dot(one: Float64Array, other: Float64Array): number {
  let sum = 0
  for (let at = 0; at < one.length; at++) sum += (one[at] ?? 0) * (other[at] ?? 0)
  return sum
}

const norm = (vector: Float64Array): number => Math.sqrt(dot(vector, vector))

/** Unlike any direction people would agree on, and always the same. */
function fixedStart(length: number): Float64Array {
  let state = 20_130_607
  return Float64Array.from({ length }, () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return state / 2 ** 32 - 0.5
  })
}

/** Xᵀ X · axis, two rows at a time: the processor is waiting for memory here, and half of the waiting is enough. */
function spreadAlong({ cells, columns, rows }: Matrix, axis: Float64Array): Float64Array {
  const result = new Float64Array(columns)
  for (let row = 0; row < rows; row += 2) {
    const one = row * columns
    const other = Math.min(row + 1, rows - 1) * columns
    let [first, second] = [0, 0]
    for (let at = 0; at < columns; at++) {
      first += (cells[one + at] ?? 0) * (axis[at] ?? 0)
      second += (cells[other + at] ?? 0) * (axis[at] ?? 0)
    }
    if (one === other) second = 0
    for (let at = 0; at < columns; at++)
      result[at] = (result[at] ?? 0) + first * (cells[one + at] ?? 0) + second * (cells[other + at] ?? 0)
  }
  return result
}

function combined(basis: Float64Array[], weights: number[]): Float64Array {
  const [first] = basis
  const axis = new Float64Array(first?.length ?? 0)
  for (const [at, one] of basis.entries()) subtract(axis, -(weights[at] ?? 0), one)
  return axis
}

interface Eigen {
  value: number
  vector: number[]
}

/** Eigenvalues and vectors of a small symmetric matrix, largest first, by rotations of Jacobi. */
export function eigen(symmetric: readonly (readonly number[])[]): Eigen[] {
  const size = symmetric.length
  const a = symmetric.map((row) => [...row])
  const v = a.map((_, row) => a.map((__, column) => (row === column ? 1 : 0)))
  const at = (matrix: number[][], row: number, column: number) => matrix[row]?.[column] ?? 0
  const whole = a.reduce((sum, row) => sum + row.reduce((all, one) => all + one ** 2, 0), 0)
  for (let sweep = 0; sweep < 60; sweep++) {
    let off = 0
    for (let p = 0; p < size; p++)
      for (let q = p + 1; q < size; q++) {
        const between = at(a, p, q)
        off += between ** 2
        if (between === 0) continue
        const theta = (at(a, q, q) - at(a, p, p)) / (2 * between)
        const t = (theta < 0 ? -1 : 1) / (Math.abs(theta) + Math.hypot(theta, 1))
        const cos = 1 / Math.hypot(t, 1)
        const sin = t * cos
        for (let k = 0; k < size; k++) rotate(a, [k, p], [k, q], cos, sin)
        for (let k = 0; k < size; k++) rotate(a, [p, k], [q, k], cos, sin)
        for (let k = 0; k < size; k++) rotate(v, [k, p], [k, q], cos, sin)
      }
    if (off <= 1e-28 * whole) break
  }
  return a
    .map((_, column) => ({ value: at(a, column, column), vector: v.map((row) => row[column] ?? 0) }))
    .sort((one, other) => other.value - one.value)
}

type Cell = [row: number, column: number]

function rotate(matrix: number[][], one: Cell, other: Cell, cos: number, sin: number): void {
  const [x, y] = [matrix[one[0]]?.[one[1]] ?? 0, matrix[other[0]]?.[other[1]] ?? 0]
  set(matrix, one[0], one[1], cos * x - sin * y)
  set(matrix, other[0], other[1], sin * x + cos * y)
}
