/**
 * `npm run bench`: starts the real server on an empty data folder and measures every row of every `*.bench.ts`.
 * CPU is that of node and PostgreSQL together. BENCH_PROFILE=folder leaves a profile of the server there. `npm run bench -- search` runs the files with that in their name.
 */
import { spawnSync } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'
import { cpus } from 'node:os'
import { fileURLToPath } from 'node:url'
import pg from 'pg'
import { OWNER } from '../src/foundation/db/index.ts'
import { openServer, type Server } from '../test/server.ts'
import { type Bench, besideRaw, type Row, type Rows } from './context.ts'
import { measure, measureRaw } from './measure.ts'
import { childrenOf, commandOf, cpuOf, memoryMb } from './process.ts'

const folder = fileURLToPath(new URL('.', import.meta.url))

function benchFiles(wanted: string[]): string[] {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.bench.ts'))
  // What everything leaves behind in memory is measured last.
  const last = (file: string) => (file.startsWith('memory') ? 1 : 0)
  return files
    .filter((file) => wanted.length === 0 || wanted.some((word) => file.includes(word)))
    .sort((one, other) => last(one) - last(other) || one.localeCompare(other))
}

/** What `npm start` gives node, settings and flags: memory and speed are those of the house as it really runs. */
function asStarted(): { env: Record<string, string>; flags: string[] } {
  const { scripts }: { scripts: { start: string } } = JSON.parse(readFileSync('package.json', 'utf8'))
  const [, settings = '', flags = ''] = /exec env (.*) node (.*) dist\/server\.js/.exec(scripts.start) ?? []
  if (settings === '') throw new Error('The start command of package.json is not as the bench knows it.')
  return { env: Object.fromEntries(settings.split(' ').map((one) => one.split('='))), flags: flags.split(' ') }
}

function benchOn(server: Server): Bench {
  const url = `postgres://${OWNER}@localhost/verankerd?host=${encodeURIComponent(server.postmaster().sockets)}`
  const [pid, postgres] = [server.pid(), server.postmaster().pid]
  const serving = [pid, postgres]
  return {
    baseUrl: server.baseUrl,
    database: url,
    pool: new pg.Pool({ connectionString: url, max: 2, allowExitOnIdle: true }),
    async measure(file, name, load) {
      const real = await measure({ baseUrl: server.baseUrl, serving }, file, name, load)
      const raw = await measureRaw(server.baseUrl, file, name, load)
      return { ...real, raw, beside: besideRaw(real, raw) }
    },
    cpu: () => cpuOf(serving),
    memory() {
      const makers = childrenOf(pid).filter((one) => /node/.test(commandOf(one)) && one !== postgres)
      return { server: memoryMb(pid), documents: makers.reduce((sum, one) => sum + memoryMb(one), 0) }
    },
  }
}

function print(rows: Row[]): void {
  const lines = [
    ['', 'what', 'target', 'measured', 'beside'],
    ...rows.map((row) => [row.hit ? 'hit' : 'MISS', row.what, row.target, row.measured, row.beside ?? '']),
  ]
  const widths = [0, 1, 2, 3].map((column) => Math.max(...lines.map((line) => line[column]?.length ?? 0)))
  for (const line of lines)
    console.log(
      line
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join('  ')
        .trimEnd(),
    )
}

async function rowsOf(file: string, bench: Bench): Promise<Row[]> {
  const { rows }: { rows: Rows } = await import(`./${file}`)
  const began = performance.now()
  try {
    const found = await rows(bench)
    console.log(
      `… ${file} (${Math.round((performance.now() - began) / 1000)} s, the application ${Math.round(bench.memory().server)} MB)`,
    )
    return found
  } catch (error) {
    console.error(error)
    return [{ what: file, target: 'runs', measured: 'fails', hit: false }]
  }
}

async function main(): Promise<number> {
  if (spawnSync(process.execPath, ['build.mjs'], { stdio: ['ignore', 'ignore', 'inherit'] }).status !== 0) return 1
  const files = benchFiles(process.argv.slice(2))
  const profile = process.env.BENCH_PROFILE
  const { env, flags } = asStarted()
  const server = await openServer(env, [...flags, ...(profile ? ['--cpu-prof', `--cpu-prof-dir=${profile}`] : [])])
  const interrupted = () => server.close().then(() => process.exit(1))
  process.once('SIGINT', interrupted).once('SIGTERM', interrupted)
  const bench = benchOn(server)
  const rows: Row[] = []
  try {
    for (const file of files) rows.push(...(await rowsOf(file, bench)))
  } finally {
    await bench.pool.end()
    await server.close()
  }
  const model = cpus()[0]?.model.trim() ?? 'unknown'
  console.log(
    `\nNode ${process.version}, ${cpus().length} × ${model}; CPU = node + PostgreSQL, per request or per whole flow`,
  )
  print(rows)
  const missed = rows.filter((row) => !row.hit).length
  console.log(`\n${rows.length - missed} of ${rows.length} targets hit`)
  return missed > 0 ? 1 : 0
}

process.exitCode = await main()
