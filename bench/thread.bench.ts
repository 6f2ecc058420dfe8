import { fileURLToPath } from 'node:url'
import { dbOn } from '../src/foundation/db/index.ts'
import { origin } from '../src/thread/index.ts'
import { MOST_COUNTED, MOST_STOPS } from '../src/thread/origin.ts'
import { atMost, type Bench, ms, type Row, type Scenario } from './context.ts'
import { BENCH_GRAPH, graphItem, layGraph } from './graph.ts'

const here = fileURLToPath(import.meta.url)

/** Another item at every run, from every layer: the page is never in the cache. */
export const originPage: Scenario = async (visitor, run) => {
  visitor.expect(await visitor.get(`/herkomst/${graphItem((run * 7919) % BENCH_GRAPH.items)}`), 200)
}

interface Timings {
  mean: number
  p95: number
}

/** Milliseconds of each origin, both directions, one after the other on a quiet connection. */
async function timings(bench: Bench, items: number[], stops?: number): Promise<Timings> {
  const db = dbOn(bench.pool)
  const ask = { at: new Date(), ...(stops && { stops }) }
  for (const no of items.slice(0, 20)) await origin(db, graphItem(no), ask)
  const times: number[] = []
  for (const no of items) {
    const began = performance.now()
    await origin(db, graphItem(no), ask)
    times.push(performance.now() - began)
  }
  times.sort((one, other) => one - other)
  const mean = times.reduce((sum, one) => sum + one, 0) / times.length
  return { mean, p95: times[Math.floor(times.length * 0.95)] ?? 0 }
}

export async function rows(bench: Bench): Promise<Row[]> {
  const { items, links } = await layGraph(bench.pool)
  const size = `${items.toLocaleString('en')} items, ${links.toLocaleString('en')} links`
  const spread = Array.from({ length: 240 }, (_, index) => Math.floor((index * items) / 240))
  // Each rests on 7,500 others: none reaches more.
  const furthest = Array.from({ length: 100 }, (_, index) => items - 1 - index * 100)
  const asked: [string, Timings][] = [
    ['items of every layer', await timings(bench, spread)],
    ['items of every layer, 500 stops each way', await timings(bench, spread, MOST_STOPS)],
    [`items that reach furthest, counted to ${MOST_COUNTED}`, await timings(bench, furthest)],
  ]
  const page = await bench.measure(here, 'originPage', { runs: 1000, atOnce: 4 })
  return [
    ...asked.map(([what, { mean, p95 }]) =>
      atMost(`origin, both directions: ${what}`, 10, mean, 'ms', `p95 ${ms(p95)}; ${size}`),
    ),
    atMost('origin page, not from cache', 15, page.cpuMs, 'ms CPU', page.beside),
    atMost('faults on origins', 0, page.faults, ''),
  ]
}
