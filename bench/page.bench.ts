import { fileURLToPath } from 'node:url'
import { atLeast, atMost, type Bench, besideRaw, type Row, type Scenario } from './context.ts'
import type { Visitor } from './visitor.ts'

const here = fileURLToPath(import.meta.url)

/** A public page from the cache. */
export const cached: Scenario = async (visitor) => {
  visitor.expect(await visitor.get('/kenmerken'), 200)
}

let session: Promise<string> | undefined

/** One session for all runs: its cookie keeps every page out of the cache. */
async function signIn(visitor: Visitor): Promise<string> {
  const answer = await visitor.post('/demo/inloggen', { persoon: 'noor' })
  return [answer.headers['set-cookie'] ?? []]
    .flat()
    .map((line) => line.split(';')[0])
    .join('; ')
}

/** The same page for someone who is signed in: made anew each time, and never kept. */
export const rendered: Scenario = async (visitor) => {
  session ??= signIn(visitor)
  visitor.expect(await visitor.get('/kenmerken', { cookie: await session }), 200)
}

/** A page nobody asked before: it is made, and may be kept. */
export const fresh: Scenario = async (visitor, run) => {
  visitor.expect(await visitor.get(`/kenmerken?q=${run}`), 200)
}

export async function rows(bench: Bench): Promise<Row[]> {
  const fast = await bench.measure(here, 'cached', { runs: 10_000, atOnce: 16 })
  const raw = await bench.measureRaw(here, 'cached', { runs: 10_000, atOnce: 16 })
  const slow = await bench.measure(here, 'rendered', { runs: 2000, atOnce: 4 })
  const slowRaw = await bench.measureRaw(here, 'rendered', { runs: 2000, atOnce: 4 })
  const first = await bench.measure(here, 'fresh', { runs: 2000, atOnce: 4 })
  return [
    atLeast('public page from cache, share of the raw limit', 0.5, raw.cpuMs / fast.cpuMs, '', besideRaw(fast, raw)),
    atMost('public page not from cache', 1.5, slow.cpuMs, 'ms CPU', besideRaw(slow, slowRaw)),
    atMost('public page at an address nobody asked before', 1.5, first.cpuMs, 'ms CPU'),
    atMost('faults on public pages', 0, fast.faults + slow.faults + first.faults, ''),
  ]
}
