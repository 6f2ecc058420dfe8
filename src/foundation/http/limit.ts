import { Pool } from 'pg'
import { after } from '../clock.ts'
import { deriveKey, keyedHash } from '../seal.ts'
import { type Asked, networkAddress } from './address.ts'
import type { HouseContext, Limiter, LimitRule, PlaceRule } from './env.ts'
import { Refusal, refuse } from './refusal.ts'

/**
 * A limiter on a small pool of its own. On the shared pool it would deadlock: under load every request holds
 * one connection for its transaction and waits for a second one.
 */
export function openLimiter(source: Pool, secret: Buffer): Limiter {
  const pool = new Pool({ ...source.options, max: 2 })
  pool.on('error', () => undefined)
  pool.on('connect', (client) => client.on('error', () => undefined))
  const hashKey = deriveKey(secret, 'limiter')
  return {
    async count(rule, key, now, weight = 1) {
      const window = new Date(Math.floor(now.getTime() / rule.perMs) * rule.perMs)
      const { rows } = await pool.query<{ count: number }>({
        name: 'house.limiter.count',
        text: `insert into house.limiter as l (rule, key_hash, window_start, expires_at, count) values ($1, $2, $3, $4, $5)
               on conflict (rule, key_hash, window_start) do update set count = l.count + excluded.count returning count`,
        values: [rule.name, keyedHash(hashKey, key), window, after(window, rule.perMs), weight],
      })
      return (rows[0]?.count ?? 1) > rule.points ? after(window, rule.perMs).getTime() - now.getTime() : 0
    },
    close: () => pool.end(),
  }
}

/**
 * Counts one attempt, or as much as it weighs, under `key` (an account, session or code; only its keyed hash is stored).
 * @throws Refusal 429 with Retry-After when the rule is used up, 503 when the counter is away and the rule fails closed
 */
export async function limit(c: Pick<HouseContext, 'var'>, rule: LimitRule, key: string, weight = 1): Promise<void> {
  let wait = 0
  try {
    const counting = c.var.limiter.count(rule, key, c.var.now, weight)
    wait = await (rule.onFault === 'open' ? soon(counting) : counting)
  } catch (fault) {
    c.var.log.warn(
      { rule: rule.name, fault: fault instanceof Error ? fault.message : 'unknown' },
      'limiter out of reach',
    )
    if (rule.onFault === 'closed')
      refuse(503, 'Dit lukt nu even niet. Probeer het over een paar seconden opnieuw.', 5_000)
  }
  if (wait > 0)
    throw new Refusal(
      429,
      rule.sentence ?? `Dit ging te vaak achter elkaar. Wacht ${inWords(wait)} en probeer het dan opnieuw.`,
      wait,
    )
}

/** Whoever is let in anyway does not wait for a count as long as for an answer: both together may take five seconds. */
const SOON = 1000

/** What comes of it within a second, or an error. */
async function soon<T>(work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(reject, SOON, new Error('The count took too long.'))
  })
  return Promise.race([work, late]).finally(() => clearTimeout(timer))
}

/** Counts under where in the network whoever asks is: against machines, so wide that no hall of people gets near it. */
export const limitPlace = (c: Pick<HouseContext, 'var'> & Asked, rule: PlaceRule, weight = 1): Promise<void> =>
  limit(c, rule, networkAddress(c), weight)

function inWords(ms: number): string {
  const minutes = Math.ceil(ms / 60_000)
  if (minutes <= 1) return 'een minuut'
  return minutes < 90 ? `${minutes} minuten` : `${Math.ceil(minutes / 60)} uur`
}
