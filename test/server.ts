/** The real server as its own process, on a data folder of its own: for what can only be seen from outside. */
import { type ChildProcess, spawn } from 'node:child_process'
import { closeSync, mkdtempSync, openSync, readFileSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'

export interface Server {
  baseUrl: string
  /** Holds `data/` and `server.log`. */
  folder: string
  pid(): number
  /** PostgreSQL's own process number and the folder of its socket. */
  postmaster(): { pid: number; sockets: string }
  /** Waits until it can serve. */
  ready(): Promise<void>
  /** Ends it as a deploy does. */
  stop(): Promise<void>
  /** Ends it as a power cut does; PostgreSQL lives on. */
  kill(): Promise<void>
  /** Starts it again on the same folder and port. */
  start(): Promise<void>
  /** Stops and removes the folder. */
  close(): Promise<void>
}

const patienceMs = 120_000

export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer()
    probe.once('error', reject)
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address()
      probe.close(() => resolve(typeof address === 'object' && address !== null ? address.port : 0))
    })
  })
}

/** Starts `dist/server.js`, which must have been built, and waits until it serves; `flags` are node's own. */
export async function openServer(env: Record<string, string> = {}, flags: string[] = []): Promise<Server> {
  const folder = mkdtempSync(join(tmpdir(), 'verankerd-server-'))
  const port = await freePort()
  const baseUrl = `http://127.0.0.1:${port}`
  const settings = {
    HOST: '127.0.0.1',
    PORT: String(port),
    BASE_URL: baseUrl,
    DATA_DIR: join(folder, 'data'),
    DEMO: 'on',
  }
  const { NODE_TEST_CONTEXT: _context, NODE_OPTIONS: _options, ...clean } = process.env
  let child: ChildProcess | undefined
  const server: Server = {
    baseUrl,
    folder,
    pid: () => child?.pid ?? 0,
    postmaster: () => postmasterOf(join(folder, 'data')),
    ready: () => serves(baseUrl, () => child),
    stop: () => ended(child, 'SIGTERM'),
    kill: () => ended(child, 'SIGKILL'),
    async start() {
      const log = openSync(join(folder, 'server.log'), 'a')
      child = spawn(process.execPath, [...flags, 'dist/server.js'], {
        stdio: ['ignore', log, log],
        env: { ...clean, NODE_ENV: 'production', ...settings, ...env },
      })
      closeSync(log)
      await server.ready()
    },
    async close() {
      await server.stop()
      rmSync(folder, { recursive: true, force: true })
    },
  }
  try {
    await server.start()
    return server
  } catch (error) {
    console.error(readFileSync(join(folder, 'server.log'), 'utf8').slice(-4000))
    await server.close()
    throw error
  }
}

async function serves(baseUrl: string, child: () => ChildProcess | undefined): Promise<void> {
  for (const until = Date.now() + patienceMs; Date.now() < until; await pause(25)) {
    const now = child()
    if (now?.exitCode !== null) throw new Error(`The server stopped with code ${now?.exitCode} before it served.`)
    const ready = await fetch(`${baseUrl}/gezondheid/klaar`, { signal: AbortSignal.timeout(5000) }).then(
      (answer) => answer.ok,
      () => false,
    )
    if (ready) return
  }
  throw new Error('The server did not serve within two minutes.')
}

/** PostgreSQL keeps a file that says its process number (line 1) and where its socket is (line 5). */
function postmasterOf(dataDir: string): { pid: number; sockets: string } {
  const lines = readFileSync(join(dataDir, 'postgres', 'postmaster.pid'), 'utf8').split('\n')
  return { pid: Number(lines[0]), sockets: lines[4] ?? '' }
}

async function ended(child: ChildProcess | undefined, signal: NodeJS.Signals): Promise<void> {
  if (child === undefined || child.exitCode !== null || child.signalCode !== null) return
  const end = new Promise((resolve) => child.once('exit', resolve))
  child.kill(signal)
  const timer = setTimeout(() => child.kill('SIGKILL'), 15_000)
  await end
  clearTimeout(timer)
}
