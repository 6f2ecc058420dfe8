import type { Context, MiddlewareHandler, Next } from 'hono'
import { matchedRoutes } from 'hono/route'
import { begin } from '../db/index.ts'
import { hasChangedContent } from './cache.ts'
import type { HouseEnv, HouseParts } from './env.ts'
import { claimSubmission, keepAnswer, submission } from './idempotency.ts'
import { refuse } from './refusal.ts'

/** A kept answer may hold a cookie; whoever can guess the key of a form could fetch it. Ours have 22 characters. */
const SHORTEST_NONCE = 16

/**
 * Marks an unsafe route whose whole effect is one statement that leaves the same behind however often it is sent: a
 * transaction around it and a kept answer beside it would add nothing but their cost. `c.var.db` is then the pool, the
 * statement commits before the answer is made, and a nonce is not looked at. Say at the route why it holds there.
 */
export const oneStatement: MiddlewareHandler<HouseEnv> = (_c, next) => next()

const beforehand = new WeakMap<object, (c: Context<HouseEnv>) => Promise<void>>()

/**
 * Work of an unsafe route that takes long and needs no transaction: looking into a file. It is done first, on the pool, so
 * that no connection and no lock waits for it. What it finds is for the handler, which still decides everything.
 */
export function doneBeforehand(work: (c: Context<HouseEnv>) => Promise<void>): MiddlewareHandler<HouseEnv> {
  const mark: MiddlewareHandler<HouseEnv> = (_c, next) => next()
  beforehand.set(mark, work)
  return mark
}

const NOT_AGAIN = 'Dit formulier kunnen we niet opnieuw laten zien.'

/** Draws a form again: whatever its handler did is rolled back. */
async function lookOnly(parts: Pick<HouseParts, 'database'>, c: Context<HouseEnv>, next: Next): Promise<void> {
  const work = await begin(parts.database.pool)
  c.set('db', work.db)
  try {
    await next()
  } finally {
    await work.rollback()
  }
}

/**
 * One transaction and one effect per unsafe request. The answer decides: below 400 commits, anything else leaves no trace.
 * A form that was sent before (same nonce, same text) gets the first answer again; with other text it is refused.
 */
export function unsafeTransaction(parts: Pick<HouseParts, 'database' | 'cache'>): MiddlewareHandler<HouseEnv> {
  return async (c, next) => {
    if (['GET', 'HEAD', 'OPTIONS'].includes(c.req.method)) return next()
    if (matchedRoutes(c).some(({ handler }) => handler === oneStatement))
      return c.get('redrawing') ? refuse(409, NOT_AGAIN) : next()
    if (c.get('redrawing')) return lookOnly(parts, c, next)
    for (const { handler } of matchedRoutes(c)) await beforehand.get(handler)?.(c)
    const work = await begin(parts.database.pool)
    try {
      c.set('db', work.db)
      const nonce = c.var.body?._nonce ?? c.req.header('idempotency-key')
      const scope = `${c.req.method} ${c.req.path} ${c.var.session?.id ?? ''}`
      const sent =
        typeof nonce === 'string' && nonce !== '' ? await submission(nonce, scope, c.var.body ?? {}) : undefined
      if (typeof nonce === 'string' && nonce !== '' && nonce.length < SHORTEST_NONCE)
        refuse(400, `Een Idempotency-Key heeft minstens ${SHORTEST_NONCE} tekens: kies er een die niemand kan raden.`)
      if (sent) {
        const claimed = await claimSubmission(work.db, sent, c.var.now)
        if (claimed.is === 'other')
          refuse(
            409,
            'Dit formulier is al een keer verstuurd, met andere antwoorden. Kijk op de pagina wat er is opgeslagen.',
          )
        if (claimed.is === 'done')
          refuse(409, 'Dit formulier is al een keer verstuurd. Kijk op de pagina wat er is opgeslagen.')
        if (claimed.is === 'repeat') {
          await work.rollback()
          c.res = claimed.answer
          return
        }
      }
      await next()
      if (c.error || c.res.status >= 400) return await work.rollback()
      if (sent) await keepAnswer(work.db, sent, c.res)
      const contentMoved = hasChangedContent(work.db)
      await work.commit()
      if (contentMoved) parts.cache.clear()
    } catch (fault) {
      await work.rollback()
      throw fault
    }
  }
}
