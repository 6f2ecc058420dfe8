import type { ChildProcess } from 'node:child_process'
import { chmodSync, closeSync, existsSync, mkdirSync, mkdtempSync, openSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { giveTo, type Identity, startAs } from './identity.ts'
import { initialise } from './initialise.ts'
import { type FolderLock, lockFolder } from './lock.ts'
import { ClusterFault, findNative, type Native } from './native.ts'
import { postmasterOf, stopOrphan } from './orphan.ts'
import { keepShort, lastWords } from './server-log.ts'

/** A running PostgreSQL of our own. */
export interface Cluster {
  /** The address of a database in it, for one of its roles. */
  url(role: string, database: string): string
  /** The process number of PostgreSQL, for tests that kill it. */
  pid(): number | undefined
  /** Stops it and lets go of the folder. A second call waits for the first. */
  stop(): Promise<void>
}

export interface ClusterSettings {
  dataDir: string
  log?: (line: string) => void
  /** PostgreSQL settings on top of ours. */
  settings?: Record<string, string>
  onDown?: () => void
  onUp?: () => void
}

/** For a small house: two cores, one application beside it on the same machine. */
const SETTINGS: Record<string, string> = {
  listen_addresses: '',
  unix_socket_permissions: '0700',
  shared_buffers: '128MB',
  max_connections: '60',
  fsync: 'on',
  synchronous_commit: 'on',
  jit: 'off',
  max_parallel_workers_per_gather: '0',
  random_page_cost: '1.1',
  timezone: 'UTC',
  // What people type must not reach a log: PostgreSQL quotes refused values in the message and its detail.
  log_min_messages: 'log',
  log_min_error_statement: 'panic',
  log_error_verbosity: 'terse',
  log_checkpoints: 'off',
}

const START_PATIENCE = 120_000

/** Starts the PostgreSQL of a data folder, makes it on the first start, and keeps it running until `stop`. */
export async function startCluster(wanted: ClusterSettings): Promise<Cluster> {
  const dataDir = resolve(wanted.dataDir)
  if (!existsSync(dataDir)) mkdirSync(dataDir, { recursive: true, mode: 0o711 })
  const lock = await lockFolder(dataDir)
  const sockets = socketFolder()
  try {
    const native = findNative(sockets)
    const folder = join(dataDir, 'postgres')
    const identity = await initialise(dataDir, native)
    giveTo(identity, sockets)
    await stopOrphan(folder, wanted.log ?? (() => {}))
    const server = new Postmaster({ ...wanted, dataDir, folder, sockets, native, identity, lock })
    await server.begin().catch(async (error: unknown) => {
      await server.stop()
      throw error
    })
    return server
  } catch (error) {
    rmSync(sockets, { recursive: true, force: true })
    await lock.release()
    throw error
  }
}

/** Only we may enter it, so nobody else reaches the socket; short, for a socket's path has at most 107 bytes. */
function socketFolder(): string {
  const base = Buffer.byteLength(tmpdir()) <= 70 ? tmpdir() : '/tmp'
  const folder = mkdtempSync(join(base, 'verankerd-db-'))
  chmodSync(folder, 0o700)
  return folder
}

interface Parts extends ClusterSettings {
  folder: string
  sockets: string
  native: Native
  identity: Identity
  lock: FolderLock
}

class Postmaster implements Cluster {
  readonly #parts: Parts
  #child: ChildProcess | undefined
  #stopping: Promise<void> | undefined

  /** Whatever ends node in a hurry (process.exit, an error nobody caught), PostgreSQL goes with it. Only kill -9 can't. */
  readonly #abandon = (): void => {
    this.#child?.kill('SIGQUIT')
    rmSync(this.#parts.sockets, { recursive: true, force: true })
  }

  constructor(parts: Parts) {
    this.#parts = parts
    process.on('exit', this.#abandon)
  }

  url(role: string, database: string): string {
    return `postgres://${role}@localhost/${database}?host=${encodeURIComponent(this.#parts.sockets)}`
  }

  pid(): number | undefined {
    return this.#child?.pid
  }

  stop(): Promise<void> {
    this.#stopping ??= this.#end()
    return this.#stopping
  }

  async begin(): Promise<void> {
    const child = this.#spawn()
    await this.#ready(child)
    child.once('exit', () => this.#revive())
    if (child.exitCode !== null || child.signalCode !== null) await this.#revive()
  }

  #spawn(): ChildProcess {
    const { dataDir, folder, sockets, native, identity, settings } = this.#parts
    const given = { ...SETTINGS, ...settings, unix_socket_directories: sockets }
    const args = ['-D', folder, ...Object.entries(given).flatMap(([name, value]) => ['-c', `${name}=${value}`])]
    // Left by a postmaster that was killed; the folder is ours alone.
    for (const name of ['.s.PGSQL.5432', '.s.PGSQL.5432.lock']) rmSync(join(sockets, name), { force: true })
    const path = keepShort(dataDir)
    const errors = openSync(path, 'a', 0o600)
    try {
      const child = startAs(identity, { program: native.postgres, args, env: native.env }, errors)
      child.on('error', () => {})
      this.#child = child
      return child
    } finally {
      closeSync(errors)
    }
  }

  /** PostgreSQL says in its own file when it answers. */
  async #ready(child: ChildProcess): Promise<void> {
    const { dataDir, folder } = this.#parts
    for (const until = Date.now() + START_PATIENCE; Date.now() < until; await pause(10)) {
      const said = postmasterOf(folder)
      if (said?.ready && said.pid === child.pid) return
      if (child.pid === undefined || child.exitCode !== null || child.signalCode !== null) {
        throw new ClusterFault(`PostgreSQL in ${folder} does not start: ${lastWords(dataDir)}`)
      }
    }
    throw new ClusterFault(`PostgreSQL in ${folder} is not ready after two minutes: ${lastWords(dataDir)}`)
  }

  /** It was killed while we live: start it again, on the same socket, so that the pool finds it back. */
  async #revive(): Promise<void> {
    const { log = () => {}, onDown, onUp } = this.#parts
    if (this.#stopping !== undefined) return
    log('The database went away; it is started again.')
    onDown?.()
    for (let wait = 100; this.#stopping === undefined; wait = Math.min(wait * 2, 2000)) {
      try {
        await this.begin()
        log('The database is back.')
        onUp?.()
        return
      } catch (error) {
        log(error instanceof Error ? error.message : String(error))
        await pause(wait, undefined, { ref: false })
      }
    }
  }

  async #end(): Promise<void> {
    const { sockets, lock } = this.#parts
    const child = this.#child
    const ended = () => child === undefined || child.exitCode !== null || child.signalCode !== null
    const signals: [NodeJS.Signals, number][] = [
      ['SIGINT', 5000],
      ['SIGQUIT', 2000],
      ['SIGKILL', 1000],
    ]
    for (const [signal, patience] of signals) {
      if (ended()) break
      child?.kill(signal)
      for (const until = Date.now() + patience; Date.now() < until && !ended(); ) await pause(10)
    }
    process.off('exit', this.#abandon)
    rmSync(sockets, { recursive: true, force: true })
    await lock.release()
  }
}
