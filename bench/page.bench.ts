import { fileURLToPath } from 'node:url'
import { atLeast, atMost, type Bench, besideRaw, type Row, type Scenario } from './context.ts'

const here = fileURLToPath(import.meta.url)

/** A public page from the cache. */
export const cached: Scenario = async (visitor) => {
  visitor.expect(await visitor.get('/kenmerken'), 200)
}

/** The same page past the cache: a query nobody else asks makes a page of its own. */
export const rendered: Scenario = async (visitor, run) => {
  visitor.expect(await visitor.get(`/kenmerken?q=${run}`, { 'accept-encoding': 'identity' }), 200)
}

export async function rows(bench: Bench): Promise<Row[]> {
  const fast = await bench.measure(here, 'cached', { runs: 10_000, atOnce: 16 })
  const raw = await bench.measureRaw(here, 'cached', { runs: 10_000, atOnce: 16 })
  const slow = await bench.measure(here, 'rendered', { runs: 2000, atOnce: 4 })
  const slowRaw = await bench.measureRaw(here, 'rendered', { runs: 2000, atOnce: 4 })
  return [
    atLeast('public page from cache, share of the raw limit', 0.5, raw.cpuMs / fast.cpuMs, '', besideRaw(fast, raw)),
    atMost('public page not from cache', 1.5, slow.cpuMs, 'ms CPU', besideRaw(slow, slowRaw)),
    atMost('faults on public pages', 0, fast.faults + slow.faults, ''),
  ]
}
