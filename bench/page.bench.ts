import { fileURLToPath } from 'node:url'
import { atLeast, atMost, type Bench, type Row, type Scenario } from './context.ts'
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

/** A page for someone who is signed in: made anew each time, and never kept. */
const renderedAt =
  (path: string): Scenario =>
  async (visitor) => {
    session ??= signIn(visitor)
    visitor.expect(await visitor.get(path, { cookie: await session }), 200)
  }
export const list = renderedAt('/kenmerken')
export const home = renderedAt('/')
export const standard = renderedAt('/kenmerken/eigen-kracht-versterken')
export const handreiking = renderedAt('/handreikingen/kwaliteitskenmerken/2013')

const MADE_ANEW = { list: 'the five kenmerken', home: 'home', standard: 'a kenmerk', handreiking: 'a handreiking' }

/** A page nobody asked before: it is made, and may be kept. */
export const fresh: Scenario = async (visitor, run) => {
  visitor.expect(await visitor.get(`/kenmerken?q=${run}`), 200)
}

export async function rows(bench: Bench): Promise<Row[]> {
  const fast = await bench.measure(here, 'cached', { runs: 10_000, atOnce: 16 })
  const first = await bench.measure(here, 'fresh', { runs: 2000, atOnce: 4 })
  const rendered: Row[] = []
  let faults = fast.faults + first.faults
  for (const [scenario, what] of Object.entries(MADE_ANEW)) {
    const made = await bench.measure(here, scenario, { runs: 2000, atOnce: 4 })
    rendered.push(atMost(`public page not from cache: ${what}`, 1.5, made.cpuMs, 'ms CPU', made.beside))
    faults += made.faults
  }
  const share = fast.raw.cpuMs / fast.cpuMs
  return [
    atLeast('public page from cache, share of the raw limit', 0.5, share, '', fast.beside),
    ...rendered,
    atMost('public page at an address nobody asked before', 1.5, first.cpuMs, 'ms CPU', first.beside),
    atMost('faults on public pages', 0, faults, ''),
  ]
}
