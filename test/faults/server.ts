/**
 * The real, built server as a process of its own, for the tests that hurt it. Every test file makes one `Ground`: its
 * folders, its processes, and the promise that nothing of it is left running.
 */
import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import pg from 'pg'

const root = resolve(import.meta.dirname, '../..')
const READY = /staat klaar op (\S+)/

/** How a process ended, in ms after it was asked to. */
export interface Ending {
  code: number | null
  signal: NodeJS.Signals | null
}

export interface Start {
  dataDir: string
  env?: Record<string, string>
  /** The command line; the built server unless told otherwise. */
  command?: string[]
  /** A program that starts the built server. */
  through?: string[]
  uid?: number
  /** What it says when it is ready, with its address. */
  sign?: RegExp
}

/** A running server, or one that refused to start (`url` is then empty). */
export interface Running {
  child: ChildProcess
  url: string
  port: number
  dataDir: string
  /** Everything it wrote, both streams. */
  said(): string
  /** The sentences it wrote as faults. */
  complaints(): string[]
  startedIn: number
  ended: Promise<Ending>
}

export async function freePort(): Promise<number> {
  const server = createServer()
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  server.close()
  return typeof address === 'object' && address ? address.port : 0
}

/** Builds once where nobody did: a single file run by hand. The runner has already built. */
export function builtServer(): string {
  if (process.env.TEST_FIGURES === undefined) spawnSync(process.execPath, ['build.mjs'], { cwd: root, stdio: 'ignore' })
  return join(root, 'dist', 'server.js')
}

export class Ground {
  readonly folder = mkdtempSync(join(tmpdir(), 'verankerd-ground-'))
  readonly #children: ChildProcess[] = []
  readonly #folders = new Set<string>()
  #server = builtServer()

  /** A folder that need not exist yet. */
  dataDir(name: string): string {
    const path = join(this.folder, name)
    this.#folders.add(path)
    return path
  }

  /** A copy of a folder whose server has stopped. */
  copy(from: string, name: string): string {
    const path = this.dataDir(name)
    cpSync(from, path, { recursive: true, preserveTimestamps: true, filter: (name) => !name.endsWith('.lock') })
    return path
  }

  /** The folder of a house that ran before: made once per run of the tests, for a first start costs ten times a copy. */
  async house(name: string): Promise<string> {
    const figures = process.env.TEST_FIGURES
    const made = join(figures === undefined ? this.folder : dirname(figures), 'ran-before')
    if (!existsSync(made)) {
      const first = await this.start({ dataDir: this.dataDir('first') })
      await stop(first, 'SIGTERM')
      cpSync(first.dataDir, made, { recursive: true })
    }
    return this.copy(made, name)
  }

  /** Starts and waits until it answers or refuses. */
  async start({ dataDir, env = {}, through = [], command, uid, sign = READY }: Start): Promise<Running> {
    this.#folders.add(dataDir)
    const port = Number(env.PORT ?? (await freePort()))
    const [program = '', ...args] = command ?? [...through, process.execPath, this.#server]
    const began = performance.now()
    const child = spawn(program, args, {
      cwd: root,
      // A group of its own: what a test sends to the group (Ctrl-C) does not reach the test.
      detached: true,
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { ...ownEnvironment(), DEMO: 'on', DATA_DIR: dataDir, PORT: `${port}`, ...env },
      ...(uid === undefined ? {} : { uid, gid: uid }),
    })
    this.#children.push(child)
    const ended = once(child, 'exit').then(([code, signal]): Ending => ({ code, signal }))
    let out = ''
    let errors = ''
    child.stderr.on('data', (bytes: Buffer) => {
      errors += bytes.toString()
    })
    const ready = new Promise<string>((resolve) => {
      child.stdout.on('data', (bytes: Buffer) => {
        out += bytes.toString()
        const said = sign.exec(out)
        if (said !== null) resolve(said[1] ?? said[0])
      })
    })
    const url = await Promise.race([ready, ended.then(() => pause(50, ''))])
    return {
      child,
      url,
      port,
      dataDir,
      said: () => out + errors,
      complaints: () => errors.split('\n').filter((line) => line.trim() !== ''),
      startedIn: performance.now() - began,
      ended,
    }
  }

  /** The process begun last, perhaps still starting. */
  newest(): ChildProcess | undefined {
    return this.#children.at(-1)
  }

  /** Ends everything this ground ever started, whatever the tests did to it. */
  async clear(): Promise<void> {
    for (const child of this.#children) {
      if (child.pid === undefined) continue
      if (child.exitCode === null && child.signalCode === null) send([-child.pid], 'SIGKILL')
    }
    for (const dataDir of this.#folders) send(databaseTree(dataDir), 'SIGKILL')
    for (let round = 0; round < 100 && this.left().length > 0; round++) await pause(20)
    rmSync(this.folder, { recursive: true, force: true })
  }

  /** The PostgreSQL processes of this ground that still run. */
  left(): number[] {
    return [...this.#folders].flatMap(databaseTree)
  }
}

/** How many times slower this machine is right now than one with nothing else to do: a bare node takes 60 ms there. */
export function busyness(): number {
  const began = performance.now()
  spawnSync(process.execPath, ['-e', '0'])
  return Math.max(1, (performance.now() - began) / 60)
}

/** What a shell of somebody who starts the house has, and nothing of the test runner's own. */
function ownEnvironment(): Record<string, string> {
  const { PATH = '', HOME = '/' } = process.env
  return { PATH, HOME, TMPDIR: tmpdir() }
}

/** Sends a signal and says how the process ended and after how many ms. */
export async function stop(server: Running, signal: NodeJS.Signals): Promise<Ending & { ms: number }> {
  const began = performance.now()
  if (server.child.exitCode === null && server.child.signalCode === null) server.child.kill(signal)
  const ending = await server.ended
  return { ...ending, ms: performance.now() - began }
}

/** The PostgreSQL of a folder: its postmaster, and everything that one started. */
export function databaseTree(dataDir: string): number[] {
  const cluster = join(dataDir, 'postgres')
  const postmasters = numbers('/proc').filter((pid) => commandLine(pid).includes(cluster))
  const started = numbers('/proc').filter((pid) => postmasters.includes(parentOf(pid)))
  return [...new Set([...postmasters, ...started])]
}

/** True when a process is there and runs; a dead one that nobody has buried does not count. */
export function runs(pid: number): boolean {
  return pid > 0 && commandLine(pid) !== ''
}

function numbers(folder: string): number[] {
  return readdirSync(folder)
    .map(Number)
    .filter((number) => number > 0)
}

function commandLine(pid: number): string {
  return readProcess(pid, 'cmdline').replaceAll('\0', ' ')
}

function parentOf(pid: number): number {
  return Number(readProcess(pid, 'stat').split(') ').at(-1)?.split(' ')[1] ?? 0)
}

function readProcess(pid: number, file: string): string {
  try {
    return readFileSync(`/proc/${pid}/${file}`, 'utf8')
  } catch {
    return ''
  }
}

export function send(pids: number[], signal: NodeJS.Signals): void {
  for (const pid of pids) {
    try {
      process.kill(pid, signal)
    } catch {
      // It went by itself.
    }
  }
}

const OWNER = 'verankerd_owner'

/** A connection as the owner, past every wall of the application. */
export async function ownerOf(dataDir: string): Promise<pg.Client> {
  const sockets = readFileSync(join(dataDir, 'postgres', 'postmaster.pid'), 'utf8').split('\n')[4] ?? ''
  const client = new pg.Client({ host: sockets, user: OWNER, database: 'verankerd', connectionTimeoutMillis: 2000 })
  client.on('error', () => {})
  await client.connect()
  return client
}

/** Asks the database as its owner: a count that no page of the application can colour. */
export async function asOwner<Row extends pg.QueryResultRow>(dataDir: string, text: string, values: unknown[] = []) {
  const client = await ownerOf(dataDir)
  try {
    return (await client.query<Row>(text, values)).rows
  } finally {
    await client.end().catch(() => {})
  }
}

/** A folder that is there before the server starts. */
export function folderIn(parent: string, name: string): string {
  const path = join(parent, name)
  mkdirSync(path, { recursive: true })
  return path
}
