import { fileURLToPath } from 'node:url'
import { dbOn } from '../src/foundation/db/index.ts'
import { origin } from '../src/thread/index.ts'
import { MOST_COUNTED } from '../src/thread/origin.ts'
import { atMost, type Bench, besideRaw, type Row, type Scenario } from './context.ts'
import { BENCH_GRAPH, graphItem, layGraph } from './graph.ts'

const here = fileURLToPath(import.meta.url)

/** Another item at every run, from every layer: the page is never in the cache. */
export const originPage: Scenario = async (visitor, run) => {
  visitor.expect(await visitor.get(`/herkomst/${graphItem((run * 7919) % BENCH_GRAPH.items)}`), 200)
}

/** Milliseconds of each origin, both directions, one after the other on a quiet connection. */
async function timings(bench: Bench, items: number[]): Promise<number[]> {
  const db = dbOn(bench.pool)
  const at = new Date()
  for (const no of items.slice(0, 20)) await origin(db, graphItem(no), { at })
  const times: number[] = []
  for (const no of items) {
    const began = performance.now()
    await origin(db, graphItem(no), { at })
    times.push(performance.now() - began)
  }
  return times.sort((one, other) => one - other)
}

const mean = (times: number[]) => times.reduce((sum, one) => sum + one, 0) / times.length
const median = (times: number[]) => times[Math.floor(times.length / 2)] ?? 0

export async function rows(bench: Bench): Promise<Row[]> {
  const { items, links } = await layGraph(bench.pool)
  const spread = Array.from({ length: 240 }, (_, index) => Math.floor((index * items) / 240))
  const everywhere = await timings(bench, spread)
  const worst = await timings(
    bench,
    Array.from({ length: 100 }, (_, index) => items - 1 - index * 100),
  )
  const page = await bench.measure(here, 'originPage', { runs: 1000, atOnce: 4 })
  const raw = await bench.measureRaw(here, 'originPage', { runs: 1000, atOnce: 4 })
  const size = `${items.toLocaleString('en')} items, ${links.toLocaleString('en')} links`
  return [
    atMost('origin, both directions, mean over all layers', 10, mean(everywhere), 'ms', size),
    // The item that reaches most of all: on a page of its own it is met once, then it comes from the cache.
    atMost(
      `origin of an item that rests on 7,500 others (counted to ${MOST_COUNTED}), median`,
      20,
      median(worst),
      'ms',
      size,
    ),
    atMost('origin page, not from cache', 15, page.cpuMs, 'ms CPU', besideRaw(page, raw)),
    atMost('faults on origins', 0, page.faults, ''),
  ]
}
