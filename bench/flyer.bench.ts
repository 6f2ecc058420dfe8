import { setTimeout as pause } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { atMost, type Bench, type Row, type Scenario } from './context.ts'
import { layFlyers, layPractices } from './practices.ts'

const here = fileURLToPath(import.meta.url)

/** BENCH_FLYERS=10000 for the full run, a quarter of an hour; enough by default to see whether memory grows. */
const FLYERS = Math.max(100, Math.min(10_000, Number(process.env.BENCH_FLYERS ?? 1_000)))
const WARM_UP = 100

/** Another flyer every time, so each is drawn anew. */
export const flyer: Scenario = async (visitor, run) => {
  // Warm-up runs have numbers from a million on.
  const no = 1 + (run >= 1_000_000 ? run - 1_000_000 : (run + WARM_UP) % FLYERS)
  visitor.expect(await visitor.get(`/praktijken/voorbeeld-1-${no}/flyer/pdf`), 200)
}

export async function rows(bench: Bench): Promise<Row[]> {
  await layPractices(bench.database)
  await layFlyers(bench.pool, FLYERS)
  // Two looks with the same work between them: the first holds what any server holds once it is warm.
  await bench.measure(here, 'flyer', { runs: 100, warmUp: WARM_UP, atOnce: 2 })
  const warm = bench.memory()
  const peak = { ...warm }
  let drawing = true
  const watch = (async () => {
    for (; drawing; await pause(250)) {
      const now = bench.memory()
      peak.server = Math.max(peak.server, now.server)
      peak.documents = Math.max(peak.documents, now.documents)
    }
  })()
  const drawn = await bench.measure(here, 'flyer', { runs: FLYERS, warmUp: 0, atOnce: 2 })
  drawing = false
  await watch
  const many = `${FLYERS.toLocaleString('en')} flyers`
  const after = bench.memory()
  return [
    atMost('flyer as PDF, two sides', 100, drawn.cpuMs, 'ms CPU', drawn.beside),
    atMost('growth of the application over flyers', 20, after.server - warm.server, 'MB', many),
    atMost('document process over flyers, at its largest', 200, peak.documents, 'MB', many),
    atMost('application over flyers, at its largest', 200, peak.server, 'MB', many),
    atMost('faults on flyers', 0, drawn.faults, ''),
  ]
}
