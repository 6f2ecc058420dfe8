import { fileURLToPath } from 'node:url'
import { atLeast, atMost, type Bench, type Row, type Scenario } from './context.ts'
import { layCourses } from './courses.ts'

const here = fileURLToPath(import.meta.url)

const MADE = 'voorbeelden=ja'

/** Someone who takes everything, page after page. */
export const harvest: Scenario = async (visitor, run) => {
  visitor.expect(await visitor.get(`/api/v1/opleidingen?${MADE}&page=${1 + (run % 900)}`), 200)
}

/** Someone who takes every date, page after page. */
export const dates: Scenario = async (visitor, run) => {
  visitor.expect(await visitor.get(`/api/v1/uitvoeringen?${MADE}&page=${1 + (run % 900)}`), 200)
}

const FILTERS = [
  'kenmerk=op-de-vraag-af&prijs=gratis',
  'vorm=op-locatie&beroepsgroep=wijkteam',
  'punten=skj&taal=nl',
  'competentie=samenwerken-en-netwerken&studenten=ja',
]

/** Two filters at a time. */
export const filtered: Scenario = async (visitor, run) => {
  const filters = FILTERS[run % FILTERS.length] ?? ''
  visitor.expect(await visitor.get(`/api/v1/opleidingen?${MADE}&${filters}&page=${1 + (run % 40)}`), 200)
}

let tag: Promise<string> | undefined

/** Someone who has the answer already. */
export const known: Scenario = async (visitor) => {
  const path = `/api/v1/opleidingen?${MADE}&pageSize=100`
  tag ??= visitor.get(path).then(({ headers }) => String(headers.etag))
  visitor.expect(await visitor.get(path, { 'If-None-Match': await tag }), 304)
}

/** The same courses for a catalogue of others. */
export const education: Scenario = async (visitor, run) => {
  visitor.expect(await visitor.get(`/oeapi/v6/courses?${MADE}&pageSize=20&pageNumber=${1 + (run % 900)}`), 200)
}

export async function rows(bench: Bench): Promise<Row[]> {
  await layCourses(bench.database)
  const busy = { runs: 1600, warmUp: 1000, atOnce: 16 }
  const all = await bench.measure(here, 'harvest', busy)
  const some = await bench.measure(here, 'filtered', busy)
  const days = await bench.measure(here, 'dates', busy)
  const again = await bench.measure(here, 'known', busy)
  const theirs = await bench.measure(here, 'education', busy)
  const faults = [all, some, days, again, theirs].reduce((sum, one) => sum + one.faults, 0)
  return [
    atMost('api: a page of 20,000 courses', 3, all.cpuMs, 'ms CPU', all.beside),
    atMost('api: the same with two filters', 3, some.cpuMs, 'ms CPU', some.beside),
    atMost('api: a page of 100,000 dates', 3, days.cpuMs, 'ms CPU', days.beside),
    atMost('api: 304 for who has it already', 0.5, again.cpuMs, 'ms CPU', again.beside),
    atMost('oeapi: a page of 20,000 courses', 3, theirs.cpuMs, 'ms CPU', theirs.beside),
    atLeast('api: answers as expected', 1, faults > 0 ? 0 : 1, ''),
  ]
}
