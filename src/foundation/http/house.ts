import { type Context, Hono, type MiddlewareHandler } from 'hono'
import { matchedRoutes, routePath } from 'hono/route'
import { failureFacts, isUnavailable } from '../db/index.ts'
import { drawBytes } from '../seal.ts'
import { KEPT_PAGE, type PageCache } from './cache.ts'
import { cookieIn } from './cookie.ts'
import type { HouseContext, HouseEnv, HouseParts, KeptForm } from './env.ts'
import { guardUnsafe, sentAgain } from './guard.ts'
import { isMachinePath, securityHeaders } from './headers.ts'
import { isCleanUrl } from './input.ts'
import { REDRAWING } from './kept-form.ts'
import { answerProblem, leftOpenProblem } from './problem.tsx'
import { NOT_FOUND, Refusal } from './refusal.ts'
import { loadSession } from './session.ts'
import { unsafeTransaction } from './transaction.ts'

/**
 * An application with everything the house promises: clean input, sessions, own origin, one transaction and one effect
 * per unsafe request, cache, headers, error pages. Domains are mounted on it.
 */
export function house(parts: HouseParts): Hono<HouseEnv> {
  const app = new Hono<HouseEnv>()
  app.use(prepare(parts, async (request, kept) => app.fetch(request, { [REDRAWING]: kept })))
  app.use(recogniseSession(parts))
  app.use(guardUnsafe)
  app.use(unsafeTransaction(parts))
  app.onError(async (fault, c) => {
    // The answer that was being made is void: its cookies would tell of something that was rolled back.
    for (const name of ['Set-Cookie', 'Location', 'Content-Disposition']) c.header(name, undefined)
    if (fault instanceof Refusal) {
      // Where nothing may be known of a visit nothing is handed back either: the guard speaks before a route says which it is.
      if (fault.leftOpen && !isUnlogged(c)) return answerProblem(c, leftOpenProblem(fault.leftOpen))
      const { status, message: sentence, retryAfterMs, errors, wayOn } = fault
      const typed = status === 429 || status === 503 ? await sentAgain(c) : undefined
      return answerProblem(c, { status, sentence, retryAfterMs, wayOn, typed, ...(errors ? { errors } : {}) })
    }
    if (isUnavailable(fault)) {
      const facts = failureFacts(fault) ?? { code: 'no answer' }
      c.var.log.warn({ id: c.var.requestId, route: routeOf(c), fault: facts }, 'database away')
      return answerProblem(c, {
        status: 503,
        sentence: 'Onze administratie is even niet bereikbaar. Probeer het over een paar seconden opnieuw.',
        retryAfterMs: 5_000,
        typed: await sentAgain(c),
      })
    }
    c.var.log.error(
      {
        id: c.var.requestId,
        route: routeOf(c),
        fault: {
          name: fault.name,
          ...(failureFacts(fault) ?? { message: withoutValues(fault.message) }),
          stack: framesOf(fault),
        },
      },
      'handler failed',
    )
    return answerProblem(c, {
      status: 500,
      sentence: 'Dit had niet mogen gebeuren. Probeer het nog eens. Blijft het misgaan, laat het ons dan weten.',
      typed: await sentAgain(c),
    })
  })
  app.notFound((c) => {
    const allowed = methodsFor(app, c.req.path)
    if (allowed.length > 0 && !allowed.includes(c.req.method === 'HEAD' ? 'GET' : c.req.method)) {
      c.header('Allow', allowed.join(', '))
      return answerProblem(c, { status: 405, sentence: 'Op dit adres kan dit niet.' })
    }
    return answerProblem(c, { status: 404, sentence: NOT_FOUND })
  })
  return app
}

/** The methods that have a handler of their own at this path (middleware answers to all, so it does not count). */
function methodsFor(app: Hono<HouseEnv>, path: string): string[] {
  return ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'].filter((method) =>
    app.router.match(method, path)[0].some(([[, route]]) => route.method === method),
  )
}

/** Database messages quote values ("Key (email)=(…)"); a log may not. */
function withoutValues(message: string): string {
  return (
    message
      .split('\n')[0]
      ?.replace(/=\(.*?\)|"[^"]*"|'[^']*'/g, '…')
      .slice(0, 300) ?? ''
  )
}

function framesOf(fault: Error): string[] {
  return (fault.stack ?? '')
    .split('\n')
    .filter((line) => line.trimStart().startsWith('at '))
    .slice(0, 12)
}

function prepare(parts: HouseParts, again: HouseEnv['Variables']['again']): MiddlewareHandler<HouseEnv> {
  const memo: PageCache['memo'] = (key, load) => parts.cache.memo(key, load)
  return async (c, next) => {
    const began = performance.now()
    const requestId = drawBytes(6).toString('hex')
    c.set('db', parts.database.db)
    c.set('pool', parts.database.db)
    c.set('again', again)
    c.set('redrawing', (c.env as { [REDRAWING]?: KeptForm } | undefined)?.[REDRAWING])
    c.set('now', parts.clock())
    c.set('config', parts.config)
    c.set('log', parts.log)
    c.set('limiter', parts.limiter)
    c.set('streams', parts.streams)
    c.set('draw', parts.draw)
    c.set('memo', memo)
    c.set('requestId', requestId)
    // By itself Hono makes a new object of everything that was set, each time `c.var` is read: dozens for one page.
    Object.defineProperty(c, 'var', { value: new Proxy({}, { get: (_, name) => c.get(name as 'db') }) })
    const generation = parts.cache.generation
    if (isCleanUrl(c.req.raw.url)) await next()
    else c.res = answerProblem(c, { status: 400, sentence: 'Dit adres bevat tekens die wij niet kunnen lezen.' })
    const path = c.req.path
    const { headers } = c.res
    for (const [name, value] of securityHeaders(path, parts.config.secure))
      if (!headers.has(name)) headers.set(name, value)
    if (isForOthersToo(c)) {
      const sameFor = c.get('sameFor')
      const suits: Parameters<PageCache['keep']>[3] =
        sameFor && ((cookies, now) => sameFor((name) => cookieIn(cookies, parts.config.secure, name), now))
      // Searches are as many as there are words: keeping them would push out the pages that people share.
      const address = pathAndQuery(c.req.raw.url)
      if (!address.includes('?')) {
        const plain = Buffer.from(await c.res.arrayBuffer())
        parts.cache.keep(address, generation, { headers, plain }, suits)
        // A clone would send the first answer as a stream; emptied first, because hono copies an old answer into a new one.
        c.res = undefined
        c.res = new Response(plain, { status: 200, headers })
      }
      const told = suits ? { 'Cache-Control': 'no-store' } : KEPT_PAGE
      for (const [name, value] of Object.entries(told)) c.res.headers.set(name, value)
    } else if (!headers.has('cache-control')) headers.set('cache-control', 'no-store')
    // The pattern of the route, never the URL itself: paths hold codes and slugs, and a log is read by more eyes.
    if (c.get('unlogged') !== undefined && c.res.status < 500) return
    parts.log.info({
      id: requestId,
      method: c.req.method,
      route: routeOf(c),
      status: c.res.status,
      ms: Math.round(performance.now() - began),
    })
  }
}

/** Where a request came in, as a log line may say it. */
const routeOf = (c: Context<HouseEnv>): string => c.get('unlogged') ?? routePath(c)

/** Whether this answer may be given to others as it is: a public page, or one that is the same for some. */
function isForOthersToo(c: HouseContext & { res: Response }): boolean {
  const shared = c.get('cacheable') === true || c.get('sameFor') !== undefined
  return shared && c.res.status === 200 && !c.get('session') && !c.res.headers.has('set-cookie')
}

function pathAndQuery(url: string): string {
  return url.slice(url.indexOf('/', url.indexOf('//') + 2))
}

/** Files and health are the same for everybody, and must be there while the database is away. */
const isStanding = (path: string): boolean => path.startsWith('/assets/') || path.startsWith('/gezondheid/')

function recogniseSession(parts: HouseParts): MiddlewareHandler<HouseEnv> {
  return async (c, next) => {
    if (!isMachinePath(c.req.path) && !isStanding(c.req.path)) c.set('session', await loadSession(c, parts.database.db))
    await next()
  }
}

/** Marks the GET answers of a route as pure functions of URL, content version and day: kept as bytes for whoever is not signed in. */
export const publicPage: MiddlewareHandler<HouseEnv> = async (c, next) => {
  c.set('cacheable', true)
  await next()
}

/**
 * Marks routes of which nobody may read later that they were asked: beside the moment a session was last seen, a line
 * would say who it was. Only what went wrong on our side is logged, as the pattern this is used at: of all of them together.
 */
export const unlogged: MiddlewareHandler<HouseEnv> = async (c, next) => {
  c.set('unlogged', routePath(c))
  await next()
}

const isUnlogged = (c: Context<HouseEnv>): boolean => matchedRoutes(c).some(({ handler }) => handler === unlogged)
