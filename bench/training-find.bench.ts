import { fileURLToPath } from 'node:url'
import { GEMEENTEN } from '../src/foundation/gemeente.ts'
import { atLeast, atMost, type Bench, type Row, type Scenario } from './context.ts'
import { layCourses } from './courses.ts'

const here = fileURLToPath(import.meta.url)

/** What people look for: words, common and rare, misspelt, and two facets. */
const QUESTIONS = [
  'zoek=rouw&kenmerk=op-de-vraag-af&vorm=op-locatie',
  'zoek=schulden&prijs=gratis&beroepsgroep=wijkteam',
  'zoek=signaal+agenda&punten=registerplein&kenmerk=signaleren-en-agenderen',
  'zoek=eenzaamhijd&studenten=ja&kenmerk=binden-en-verbinden',
  'zoek=luisteren&vorm=op-locatie&prijs=tot-250',
  'zoek=netwerk&competentie=samenwerken-en-netwerken&taal=nl',
]

const ORDERS = ['', '&orde=afstand', '&orde=prijs', '&orde=datum']

/** Another place every time, so that nothing of an earlier answer helps. */
const nearBy = (run: number) =>
  new URLSearchParams({ bij: GEMEENTEN[(run * 7) % GEMEENTEN.length]?.code ?? '' }).toString()

/** Words, two facets and near a place: every answer made anew, counts included. */
export const near: Scenario = async (visitor, run) => {
  const question = QUESTIONS[run % QUESTIONS.length] ?? ''
  const radius = ['10', '50', '100'][run % 3] ?? ''
  const address = `/scholing?${question}&${nearBy(run)}&straal=${radius}&online=ja${ORDERS[run % ORDERS.length]}`
  visitor.expect(await visitor.get(address), 200)
}

/** Near a place in one month, without words: the widest list there is, sorted. */
export const month: Scenario = async (visitor, run) => {
  const inMonth = new Date(Date.now() + (run % 11) * 30 * 86_400_000).toISOString().slice(0, 7)
  visitor.expect(await visitor.get(`/scholing?${nearBy(run)}&straal=100&wanneer=${inMonth}&plaats=ja`), 200)
}

/** Leafing through everything. */
export const browse: Scenario = async (visitor, run) => {
  visitor.expect(await visitor.get(`/scholing?kenmerk=integraal-werken&orde=prijs&pagina=${1 + (run % 100)}`), 200)
}

/** A place nobody knows, and nothing found: the dearest answers. */
export const nothing: Scenario = async (visitor, run) => {
  visitor.expect(await visitor.get(`/scholing?zoek=rouw+discriminatie+tolk+taal+grens&${nearBy(run)}&straal=10`), 200)
}

export async function rows(bench: Bench): Promise<Row[]> {
  const began = performance.now()
  await layCourses(bench.database)
  const laid = (performance.now() - began) / 1000
  const busy = { runs: 1600, warmUp: 1000, atOnce: 16 }
  const sought = await bench.measure(here, 'near', busy)
  const dated = await bench.measure(here, 'month', { ...busy, runs: 800 })
  const browsed = await bench.measure(here, 'browse', { ...busy, runs: 800 })
  const empty = await bench.measure(here, 'nothing', { ...busy, runs: 400 })
  return [
    atMost('training: laying 20,000 courses, 100,000 dates', 60, laid, 's'),
    atMost('training: words, two facets, near a place', 8, sought.cpuMs, 'ms CPU', sought.beside),
    atMost('training: the same at 16 at once, p95', 60, sought.p95, 'ms', sought.beside),
    atMost('training: near a place in one month', 8, dated.cpuMs, 'ms CPU', dated.beside),
    atMost('training: leafing through one kenmerk', 8, browsed.cpuMs, 'ms CPU', browsed.beside),
    atMost('training: a way on from nothing found', 24, empty.cpuMs, 'ms CPU', empty.beside),
    atLeast(
      'training: answers as expected',
      1,
      sought.faults + dated.faults + browsed.faults + empty.faults ? 0 : 1,
      '',
    ),
  ]
}
