import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { atMost, type Bench, type Row, type Scenario } from './context.ts'

const here = fileURLToPath(import.meta.url)

interface Content {
  editions: { topics: { standard: string }[]; lines: { slug: string; standard: string }[] }[]
}
const [edition] = (JSON.parse(readFileSync('content/instruments/reflectie.json', 'utf8')) as Content).editions

/** One screen as a browser sends it: five answers and a wish. */
const screens = (edition?.topics ?? []).map(({ standard }, topic) => [
  ...(edition?.lines ?? [])
    .filter((line) => line.standard === standard)
    .map((line, at) => [`zin-${line.slug}`, String(1 + ((topic + at * 2) % 5))]),
  [`wens-${standard}`, topic === 2 ? 'ja' : 'misschien'],
])

/** Start, five screens, result: every page a browser asks for, redirects included. */
export const whole: Scenario = async (visitor) => {
  visitor.expect(await visitor.get('/reflectie'), 200)
  let answer = await visitor.post('/reflectie', {})
  for (const [at, screen] of screens.entries()) {
    visitor.expect(answer, 303)
    visitor.expect(await visitor.follow(answer), 200)
    answer = await visitor.post(`/reflectie/vraag/${at + 1}`, Object.fromEntries([...screen, ['naar', 'verder']]))
  }
  visitor.expect(answer, 303)
  visitor.expect(await visitor.follow(answer), 200)
}

/** The one-page form: form, all answers at once, result. */
export const onePage: Scenario = async (visitor) => {
  visitor.expect(await visitor.get('/reflectie/formulier'), 200)
  const answer = await visitor.post('/reflectie/formulier', Object.fromEntries(screens.flat()))
  visitor.expect(answer, 303)
  visitor.expect(await visitor.follow(answer), 200)
}

/** One screen saved and the next one shown: what someone waits for. */
export const step: Scenario = async (visitor) => {
  await visitor.post('/reflectie', {})
  const answer = await visitor.post(
    '/reflectie/vraag/1',
    Object.fromEntries([...(screens[0] ?? []), ['naar', 'verder']]),
  )
  visitor.expect(await visitor.follow(answer), 200)
}

export async function rows(bench: Bench): Promise<Row[]> {
  const all = await bench.measure(here, 'whole', { runs: 1000, warmUp: 100, atOnce: 4 })
  const one = await bench.measure(here, 'onePage', { runs: 2000, warmUp: 350, atOnce: 4 })
  const busy = await bench.measure(here, 'step', { runs: 2000, warmUp: 350, atOnce: 50 })
  return [
    atMost('whole reflection: start, five screens, result (13 requests)', 10, all.cpuMs, 'ms CPU', all.beside),
    atMost('one-page reflection: form, answers, result (3 requests)', 2.5, one.cpuMs, 'ms CPU', one.beside),
    atMost('50 at once: begin, save a screen, see the next (3 requests), p95', 250, busy.p95, 'ms', busy.beside),
    atMost('faults during the reflections', 0, all.faults + one.faults + busy.faults, ''),
  ]
}
