/** Where people lie on two axes. */
export interface Points {
  x: Float64Array
  y: Float64Array
}

/** Points in clusters: which cluster each point is in, counted from 0, and how well that fits. */
export interface Clusters {
  count: number
  of: Uint8Array
  /** Mean silhouette: near 1 when clusters lie apart, near 0 when they run into each other. */
  silhouette: number
}

/** From this many points on, silhouettes are measured on as many, evenly from left to right. */
const MOST_MEASURED = 500

/**
 * Points in two to five clusters by k-means, with the number that has the highest silhouette; at equal height the
 * fewest. Nothing is left to chance: the order of the points changes nothing.
 *
 * Source: S. P. Lloyd, IEEE Transactions on Information Theory 28 (1982) 129–137; P. J. Rousseeuw, "Silhouettes",
 * Journal of Computational and Applied Mathematics 20 (1987) 53–65.
 */
export function clusters(points: Points, most = 5): Clusters | undefined {
  const order = leftToRight(points)
  const measured = evenly(order, MOST_MEASURED)
  let best: Clusters | undefined
  for (let count = 2; count <= Math.min(most, order.length); count++) {
    const of = kMeans(points, order, count)
    if (of === undefined) continue
    const silhouette = silhouetteOf(points, measured, of, count)
    if (best === undefined || silhouette > best.silhouette) best = { count, of, silhouette }
  }
  return best
}

function leftToRight({ x, y }: Points): Uint32Array {
  return Uint32Array.from(x, (_, at) => at).sort((a, b) => (x[a] ?? 0) - (x[b] ?? 0) || (y[a] ?? 0) - (y[b] ?? 0))
}

function evenly(order: Uint32Array, most: number): Uint32Array {
  if (order.length <= most) return order
  return Uint32Array.from({ length: most }, (_, at) => order[Math.floor((at * order.length) / most)] ?? 0)
}

interface Centre {
  x: number
  y: number
}

/** From two starts, of which the tighter end counts: far from each other, and in equal parts from left to right. */
function kMeans(points: Points, order: Uint32Array, count: number): Uint8Array | undefined {
  const ends = [farApart(points, order, count), equalParts(points, order, count)].map((start) => settle(points, start))
  return ends.filter((end) => end !== undefined).sort((one, other) => one.spread - other.spread)[0]?.of
}

function farApart({ x, y }: Points, order: Uint32Array, count: number): Centre[] {
  const centres: Centre[] = [{ x: 0, y: 0 }]
  // The first is only there to begin with: the middle of everything, as columns have mean 0.
  while (centres.length <= count) {
    let [far, at] = [-1, 0]
    for (const point of order) {
      const near = nearest(centres, x[point] ?? 0, y[point] ?? 0).distance
      if (near > far) [far, at] = [near, point]
    }
    centres.push({ x: x[at] ?? 0, y: y[at] ?? 0 })
  }
  return centres.slice(1)
}

function equalParts({ x, y }: Points, order: Uint32Array, count: number): Centre[] {
  return Array.from({ length: count }, (_, part) => {
    const at = order[Math.floor(((part + 0.5) * order.length) / count)] ?? 0
    return { x: x[at] ?? 0, y: y[at] ?? 0 }
  })
}

function nearest(centres: readonly Centre[], x: number, y: number): { at: number; distance: number } {
  let [best, distance] = [0, Number.POSITIVE_INFINITY]
  for (let at = 0; at < centres.length; at++) {
    const centre = centres[at]
    if (centre === undefined) continue
    const away = (x - centre.x) ** 2 + (y - centre.y) ** 2
    if (away < distance) [best, distance] = [at, away]
  }
  return { at: best, distance }
}

/** The centres in two plain arrays: a step over everyone makes no object per person. */
interface Middles {
  x: Float64Array
  y: Float64Array
  people: Uint32Array
}

/** Moves the centres until nobody changes cluster; undefined when a cluster runs empty. */
function settle(points: Points, start: Centre[]): { of: Uint8Array; spread: number } | undefined {
  const of = new Uint8Array(points.x.length).fill(255)
  const middles = {
    x: Float64Array.from(start, (centre) => centre.x),
    y: Float64Array.from(start, (centre) => centre.y),
    people: new Uint32Array(start.length),
  }
  let spread = 0
  for (let turn = 0; turn < 100; turn++) {
    const step = assign(points, middles, of)
    spread = step.spread
    if (middles.people.includes(0)) return undefined
    if (!step.moved) break
  }
  return { of, spread }
}

/** Everyone to the nearest centre, and then each centre to the middle of who came. */
function assign({ x, y }: Points, middles: Middles, of: Uint8Array): { moved: boolean; spread: number } {
  const count = middles.people.length
  const [sumX, sumY] = [new Float64Array(count), new Float64Array(count)]
  middles.people.fill(0)
  let [moved, spread] = [false, 0]
  for (let point = 0; point < x.length; point++) {
    const [px, py] = [x[point] ?? 0, y[point] ?? 0]
    let [at, distance] = [0, Number.POSITIVE_INFINITY]
    for (let centre = 0; centre < count; centre++) {
      const away = (px - (middles.x[centre] ?? 0)) ** 2 + (py - (middles.y[centre] ?? 0)) ** 2
      if (away < distance) [at, distance] = [centre, away]
    }
    moved ||= of[point] !== at
    of[point] = at
    spread += distance
    sumX[at] = (sumX[at] ?? 0) + px
    sumY[at] = (sumY[at] ?? 0) + py
    middles.people[at] = (middles.people[at] ?? 0) + 1
  }
  middles.x = sumX.map((sum, at) => sum / (middles.people[at] ?? 1))
  middles.y = sumY.map((sum, at) => sum / (middles.people[at] ?? 1))
  return { moved, spread }
}

function silhouetteOf({ x, y }: Points, measured: Uint32Array, of: Uint8Array, count: number): number {
  const sizes = new Uint32Array(count)
  for (const point of measured) sizes[of[point] ?? 0] = (sizes[of[point] ?? 0] ?? 0) + 1
  const far = new Float64Array(count)
  let total = 0
  for (const point of measured) {
    far.fill(0)
    for (const other of measured) {
      const [dx, dy] = [(x[point] ?? 0) - (x[other] ?? 0), (y[point] ?? 0) - (y[other] ?? 0)]
      far[of[other] ?? 0] = (far[of[other] ?? 0] ?? 0) + Math.sqrt(dx * dx + dy * dy)
    }
    const mine = of[point] ?? 0
    const company = (sizes[mine] ?? 0) - 1
    if (company <= 0) continue
    const own = (far[mine] ?? 0) / company
    let next = Number.POSITIVE_INFINITY
    for (let at = 0; at < count; at++)
      if (at !== mine && (sizes[at] ?? 0) > 0) next = Math.min(next, (far[at] ?? 0) / (sizes[at] ?? 1))
    const wider = Math.max(own, next)
    if (wider > 0 && Number.isFinite(next)) total += (next - own) / wider
  }
  return total / measured.length
}
