import { atLeast, atMost, type Bench, type Row } from './context.ts'
import { BENCH_COURSES, layCourses } from './courses.ts'

/** Dates of the laid courses: five of each. */
const DATES = 5 * BENCH_COURSES

interface Taken {
  lines: number
  seconds: number
  cpuSeconds: number
  /** The most the server grew while it sent, in MB. */
  grownMb: number
}

/** Takes a table as it comes, resting `restMs` after each part, and looks meanwhile how large the server becomes. */
async function take(bench: Bench, path: string, restMs = 0): Promise<Taken> {
  const [began, cpu, idle] = [performance.now(), bench.cpu(), bench.memory().server]
  let most = idle
  const looking = setInterval(() => {
    most = Math.max(most, bench.memory().server)
  }, 20)
  const answer = await fetch(bench.baseUrl + path)
  let lines = 0
  for await (const part of answer.body ?? []) {
    lines += part.reduce((count: number, byte: number) => count + (byte === 10 ? 1 : 0), 0)
    if (restMs > 0) await new Promise((resolve) => setTimeout(resolve, restMs))
  }
  clearInterval(looking)
  return {
    lines,
    seconds: (performance.now() - began) / 1000,
    cpuSeconds: (bench.cpu() - cpu) / 1000,
    grownMb: most - idle,
  }
}

export async function rows(bench: Bench): Promise<Row[]> {
  await layCourses(bench.database)
  // What everyone has read once stays in memory; the tables come on top of that.
  for (const path of ['/open-data', '/scholing', '/open-data/opleiders.csv?voorbeelden=ja'])
    await (await fetch(bench.baseUrl + path)).arrayBuffer()
  const dates = await take(bench, '/open-data/uitvoeringen.csv?voorbeelden=ja')
  const excel = await take(bench, '/open-data/trainingen-voor-excel.csv?voorbeelden=ja')
  const slow = await take(bench, '/open-data/trainingen.csv?voorbeelden=ja', 20)
  const spent = ({ seconds, cpuSeconds }: Taken) => `${seconds.toFixed(1)} s, ${cpuSeconds.toFixed(1)} s CPU`
  return [
    atMost('open data: memory above idle, 100,000 dates', 50, dates.grownMb, 'MB', spent(dates)),
    atMost('open data: memory above idle, 20,000 courses for Excel', 50, excel.grownMb, 'MB', spent(excel)),
    atMost('open data: memory above idle, a slow reader', 50, slow.grownMb, 'MB', spent(slow)),
    atLeast('open data: dates in the table', 0.9 * DATES, dates.lines, ''),
    atLeast('open data: courses in the table', BENCH_COURSES, Math.min(excel.lines, slow.lines), ''),
  ]
}
