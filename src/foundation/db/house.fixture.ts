import assert from 'node:assert/strict'
import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { createInterface } from 'node:readline'
import { setTimeout as pause } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import pg from 'pg'
import { postmasterOf } from './orphan.ts'

/** What the fault tests share: a world of folders, processes that hold one, and nothing left behind. */
export interface Holder {
  child: ChildProcess
  /** Where its database is, or why it refused. */
  url: string
  refused: string
  /** How long opening it took, in milliseconds. */
  ms: number
  lines: string[]
}

const holder = fileURLToPath(new URL('./holder.fixture.ts', import.meta.url))
const tsx = import.meta.resolve('tsx')
/** Made by the first use; other users may pass it, for some tests start as one. */
export const world = mkdtempSync(join(tmpdir(), 'verankerd-faults-'))
export const migrations = join(world, 'migrations')
const holders: ChildProcess[] = []
const folders: string[] = []

mkdirSync(migrations)
writeFileSync(
  join(migrations, '001-note.sql'),
  `create table house.note (text text);
   grant usage on schema house to verankerd_app;
   grant select, insert on house.note to verankerd_app;`,
)

/** A new data folder inside the world; it need not exist yet. */
export function folder(name: string): string {
  const path = join(world, name)
  folders.push(path)
  return path
}

/** A data folder with a database in it: a copy, for making one takes long. */
export async function furnished(name: string): Promise<string> {
  model ??= furnish()
  const path = folder(name)
  mkdirSync(dirname(path), { recursive: true })
  execFileSync('cp', ['-a', await model, path])
  return path
}

let model: Promise<string> | undefined

async function furnish(): Promise<string> {
  const path = folder('model')
  const { child } = await hold(path)
  await kill(child, 'SIGTERM')
  return path
}

/** Starts a process on a folder and waits for its first word. */
export async function hold(dataDir: string, as: { uid?: number; path?: string } = {}): Promise<Holder> {
  const child = spawn(process.execPath, ['--import', tsx, holder, dataDir, migrations], {
    stdio: ['pipe', 'pipe', 'inherit'],
    cwd: '/',
    env: { PATH: as.path ?? process.env.PATH, TMPDIR: tmpdir(), NODE_TEST_CONTEXT: '' },
    ...(as.uid === undefined ? {} : { uid: as.uid, gid: as.uid }),
  })
  holders.push(child)
  const lines: string[] = []
  const words = createInterface({ input: child.stdout })
  words.on('line', (line) => lines.push(line))
  const gone = once(words, 'close').then(() => assert.fail('the process ended without a word'))
  const [first] = await Promise.race([once(words, 'line'), gone])
  return { child, lines, url: '', refused: '', ms: 0, ...JSON.parse(first) }
}

export async function ask(url: string, text: string): Promise<pg.QueryResultRow[]> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 2000 })
  client.on('error', () => {})
  await client.connect()
  try {
    return (await client.query(text)).rows
  } finally {
    await client.end()
  }
}

export async function kill(child: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  child.kill(signal)
  await once(child, 'exit')
}

/** Waits until something holds, and says how long that took in milliseconds. */
export async function until(holds: () => boolean | Promise<boolean>, within: number): Promise<number> {
  const began = performance.now()
  while (!(await holds())) {
    if (performance.now() - began > within) assert.fail(`not within ${within} ms`)
    await pause(20)
  }
  return performance.now() - began
}

export function postmasterPid(dataDir: string): number {
  return postmasterOf(join(dataDir, 'postgres'))?.pid ?? 0
}

/** The postmaster and every process it started. */
export function tree(postmaster: number): number[] {
  const children = readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .filter((name) => parentOf(name) === postmaster)
  return [postmaster, ...children.map(Number)]
}

function parentOf(pid: string): number {
  try {
    return Number(readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1)?.split(' ')[1])
  } catch {
    return 0
  }
}

export function send(pids: number[], signal: NodeJS.Signals): void {
  for (const pid of pids) {
    try {
      process.kill(pid, signal)
    } catch {
      // Gone already.
    }
  }
}

/** Ends every holder and every PostgreSQL of this world, whatever a test did to them. */
export async function clean(): Promise<void> {
  for (const child of holders) {
    if (child.exitCode === null && child.signalCode === null) await kill(child, 'SIGKILL')
  }
  for (const dataDir of folders) {
    const pid = postmasterPid(dataDir)
    if (pid > 1 && runsHere(pid, dataDir)) send(tree(pid), 'SIGKILL')
  }
  await pause(100)
  rmSync(world, { recursive: true, force: true })
}

export function runsHere(pid: number, dataDir: string): boolean {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes(join(dataDir, 'postgres'))
  } catch {
    return false
  }
}
