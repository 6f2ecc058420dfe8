/** Walks the site as one person: every page that can be reached by links from where the table of routes says. */
import type { Caller } from './house.ts'
import { linksOf } from './html.ts'

export interface Visited {
  at: string
  status: number
  type: string
  body: string
  /** The first page that led here. */
  from: string
}

export interface CrawlBounds {
  /** Pages in all. */
  most?: number
  /** Addresses to pass by. */
  skip?: RegExp
  /** Pages of one shape that links lead to: /kenmerken?… has no end. */
  mostAlike?: number
  /** Told at the end, for each shape of which links led to more pages than were looked at: how many were passed by. */
  passing?: (shape: string, pages: number) => void
}

/** More than any one person reaches, with a few of each shape. */
export const MOST_PAGES = 1500

const TABLE = 'the table of routes'

/** Two addresses are alike when only their query or a part with digits differs. */
function shapeOf(at: string): string {
  const [path = '', query] = at.split('?')
  return `${path.replace(/[^/]*\d[^/]*/g, '#')}${query === undefined ? '' : '?'}`
}

export async function crawl(
  caller: Caller,
  seeds: string[],
  { most = MOST_PAGES, mostAlike = 12, skip, passing }: CrawlBounds = {},
): Promise<Visited[]> {
  const queue = seeds.map((at) => ({ at, from: TABLE }))
  const seen = new Set<string>()
  const alike = new Map<string, number>()
  const passed = new Map<string, Set<string>>()
  const visited: Visited[] = []
  for (let next = queue.shift(); next !== undefined && visited.length < most; next = queue.shift()) {
    const { at, from } = next
    const shape = shapeOf(at)
    const count = alike.get(shape) ?? 0
    const isLinked = from !== TABLE
    if (seen.has(at) || skip?.test(at)) continue
    if (isLinked && count >= mostAlike) {
      passed.set(shape, (passed.get(shape) ?? new Set()).add(at))
      continue
    }
    seen.add(at)
    alike.set(shape, count + 1)
    const answer = await caller.get(at)
    const type = answer.headers.get('content-type') ?? ''
    const isText = /^(text|application\/(json|xml|problem|.*\+json|.*\+xml))/.test(type)
    const body = isText ? await answer.text() : ''
    visited.push({ at, status: answer.status, type, body, from })
    const location = answer.headers.get('location')
    if (location?.startsWith('/')) queue.push({ at: location, from: at })
    if (type.startsWith('text/html')) queue.push(...linksOf(body, at).map((to) => ({ at: to, from: at })))
  }
  // What was passed by under one link may have been looked at by another way.
  for (const [shape, addresses] of passed) {
    const left = [...addresses].filter((at) => !seen.has(at)).length
    if (left > 0) passing?.(shape, left)
  }
  return visited
}
