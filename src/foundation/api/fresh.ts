import type { MiddlewareHandler } from 'hono'
import { dutchDay } from '../clock.ts'
import { type HouseEnv, namesTag } from '../http/index.ts'
import { randomToken, sha256 } from '../seal.ts'

/** Headers a script of another origin may read besides those it always may. */
const EXPOSED = 'API-Version, ETag, Link, Retry-After'

/** What a browser asks before a script of another origin may send If-None-Match. */
const PREFLIGHT = {
  'Access-Control-Allow-Methods': 'GET, HEAD',
  'Access-Control-Allow-Headers': 'If-None-Match',
  'Access-Control-Max-Age': '86400',
}

/**
 * Around answers that depend on nothing but their address, the published content and the day. Their tag is made of those
 * three, so whoever has the answer already is told so before anything is read. The mark of the content is drawn anew in
 * every process at every change: two processes may send an answer twice, and never call an old one new.
 */
export const freshAnswers: MiddlewareHandler<HouseEnv> = async (c, next) => {
  c.header('Access-Control-Expose-Headers', EXPOSED)
  if (c.req.method === 'OPTIONS') return c.body(null, 204, PREFLIGHT)
  const mark = await c.var.memo('content mark', async () => randomToken(12))
  const { pathname, search } = new URL(c.req.url)
  const tag = `"${sha256(`${mark} ${dutchDay(c.var.now)} ${pathname}${search}`).slice(0, 22)}"`
  const asked = c.req.header('if-none-match')
  const known = { ETag: tag, 'Cache-Control': 'no-cache' }
  if (namesTag(asked, tag)) return c.body(null, 304, known)
  await next()
  if (c.res.status !== 200) return undefined
  if (asked?.trim() === '*') c.res = new Response(null, { status: 304, headers: c.res.headers })
  for (const [name, value] of Object.entries(known)) c.res.headers.set(name, value)
  return undefined
}

/** Says in every answer that is no fault which version of an API gave it. */
export const versioned =
  (version: string): MiddlewareHandler<HouseEnv> =>
  async (c, next) => {
    await next()
    if (c.res.status < 400) c.res.headers.set('API-Version', version)
  }
