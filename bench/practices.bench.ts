import { fileURLToPath } from 'node:url'
import { atLeast, atMost, type Bench, type Row, type Scenario } from './context.ts'
import { layPractices } from './practices.ts'

const here = fileURLToPath(import.meta.url)

/** What people look for: two facets and a word, common and rare, misspelt, a year, a place. */
const QUESTIONS = [
  'zoek=eenzaamheid&thema=mantelzorg&loopt=ja',
  'zoek=koken&mensen=ouderen&soort=welzijn',
  'zoek=taal+school&thema=participatie&provincie=PV26',
  'zoek=eenzaamhijd&mensen=jongeren&loopt=ja',
  'zoek=tuin&thema=sociale-cohesie&jaar=2019',
  'zoek=huisbezoek&mensen=mantelzorgers&veld=vrijwilligers',
  'zoek=schulden+werk&thema=geldzorgen&soort=gemeente',
  'zoek=repaircafé&loopt=ja&provincie=PV25',
]

/** The list with two facets and a search: every answer made anew, counts included. */
export const search: Scenario = async (visitor, run) => {
  visitor.expect(await visitor.get(`/praktijken?${QUESTIONS[run % QUESTIONS.length] ?? ''}`), 200)
}

/** The same, of words nobody looked for before: leaving out a word that stands nowhere makes each question another. */
export const unheard: Scenario = async (visitor, run) => {
  const asked = (QUESTIONS[run % QUESTIONS.length] ?? '').replace('&', `+-zzz${run}&`)
  visitor.expect(await visitor.get(`/praktijken?${asked}`), 200)
}

/** The list as it opens, with one facet: another page every time. */
export const browse: Scenario = async (visitor, run) => {
  visitor.expect(await visitor.get(`/praktijken?thema=mantelzorg&pagina=${1 + (run % 100)}`), 200)
}

/** One practice, from the cache. */
export const detail: Scenario = async (visitor) => {
  visitor.expect(await visitor.get('/praktijken/voorbeeld-1-1'), 200)
}

/** Another practice every time: no cache helps. */
export const fresh: Scenario = async (visitor, run) => {
  visitor.expect(await visitor.get(`/praktijken/voorbeeld-1-${2 + (run % 15_000)}`), 200)
}

export async function rows(bench: Bench): Promise<Row[]> {
  await layPractices(bench.database)
  const busy = { runs: 1600, warmUp: 1000, atOnce: 16 }
  const sought = await bench.measure(here, 'search', busy)
  const first = await bench.measure(here, 'unheard', { ...busy, runs: 800 })
  const browsed = await bench.measure(here, 'browse', busy)
  const one = await bench.measure(here, 'detail', { runs: 6000, atOnce: 16 })
  const made = await bench.measure(here, 'fresh', { runs: 800, atOnce: 4 })
  const faults = sought.faults + first.faults + browsed.faults + one.faults + made.faults
  return [
    atMost('practices: two facets and a search over 20,000', 8, sought.cpuMs, 'ms CPU', sought.beside),
    atMost('practices: the same at 16 at once, p95', 60, sought.p95, 'ms', sought.beside),
    atMost('practices: words nobody looked for before', 8, first.cpuMs, 'ms CPU', first.beside),
    atMost('practices: leafing through one theme', 8, browsed.cpuMs, 'ms CPU', browsed.beside),
    atLeast('practice from cache, share of the raw limit', 0.5, one.raw.cpuMs / one.cpuMs, '', one.beside),
    atMost('practice not from cache', 15, made.cpuMs, 'ms CPU', made.beside),
    atMost('faults on practices', 0, faults, ''),
  ]
}
