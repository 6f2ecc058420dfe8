import { fileURLToPath } from 'node:url'
import { atMost, type Bench, type Row, type Scenario } from './context.ts'
import { layLibrary, WORDS } from './library.ts'

const here = fileURLToPath(import.meta.url)

/** What people type: common and rare words, two at once, compounds, a kind chosen, a misspelling. */
const QUESTIONS = [
  'eenzaamheid',
  'armoede schuld',
  'wijkteam',
  'kwaliteitgesprek',
  'begeleiding',
  'netwerk vrijwilliger',
  'jeugdopvang',
  'eenzaamhijd',
  'zelfredzaamheid participatie',
  'schuldonderzoek',
  'dagbesteding&soort=practice',
  'ontmoetingkring',
]

export const question: Scenario = async (visitor, run) => {
  const asked = QUESTIONS[run % QUESTIONS.length] ?? ''
  visitor.expect(await visitor.get(`/zoeken?q=${asked.replaceAll(' ', '+')}`), 200)
}

/** Two words that nobody typed together before, and a page nobody turned to: nothing of it was kept. */
export const unheard: Scenario = async (visitor, run) => {
  const [one, other] = [WORDS[(run * 31) % WORDS.length], WORDS[(run * 17) % 60]]
  const asked = `/zoeken?q=${one}+or+${other}&pagina=${1 + (run % 10)}`
  visitor.expect(await visitor.get(asked), 200)
}

export async function rows(bench: Bench): Promise<Row[]> {
  await layLibrary(bench.pool)
  const sought = await bench.measure(here, 'question', { runs: 2400, atOnce: 16 })
  const first = await bench.measure(here, 'unheard', { runs: 1200, atOnce: 16 })
  return [
    atMost('search over 20,000 items', 5, sought.cpuMs, 'ms CPU', sought.beside),
    atMost('search at 16 at once, p95', 50, sought.p95, 'ms', sought.beside),
    atMost('search: words nobody looked for before', 5, first.cpuMs, 'ms CPU', first.beside),
    atMost('search: the same at 16 at once, p95', 50, first.p95, 'ms', first.beside),
    atMost('faults on search', 0, sought.faults + first.faults, ''),
  ]
}
