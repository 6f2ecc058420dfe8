import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, openSync, readFileSync } from 'node:fs'
import { connect, type Socket } from 'node:net'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'

/** One PostgreSQL for every test process of this clone. It ends by itself once nobody holds it any more. */
export interface TestCluster {
  /** The owner's address of the database `postgres`. */
  ownerUrl: string
  appUrl: string
  /** Lets go; `last: true` asks it to end at once when nobody else holds it. */
  release(options?: { last?: boolean }): void
}

const here = dirname(fileURLToPath(import.meta.url))
const START_PATIENCE = 60_000

/** Named after the clone and the user, so that two clones on one machine never meet. */
export function clusterFolder(): string {
  const key = createHash('sha256').update(`${here}:${process.getuid?.()}`).digest('hex').slice(0, 12)
  // The path of a socket has at most 107 bytes.
  const base = Buffer.byteLength(tmpdir()) <= 60 ? tmpdir() : '/tmp'
  return process.env.VERANKERD_TEST_CLUSTER ?? join(base, `verankerd-test-${key}`)
}

/** Joins the shared cluster, and starts it when this is the first process that asks. */
export async function joinCluster(): Promise<TestCluster> {
  const folder = clusterFolder()
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  let started = 0
  for (const until = Date.now() + START_PATIENCE; Date.now() < until; await pause(50)) {
    const cluster = await attach(folder)
    if (cluster !== undefined) return cluster
    // Several processes may start one at the same moment: the lock of the folder leaves one of them.
    if (Date.now() - started > 10_000) {
      startKeeper(folder)
      started = Date.now()
    }
  }
  const log = join(folder, 'keeper.log')
  throw new Error(`The test database does not start: ${existsSync(log) ? readFileSync(log, 'utf8').slice(-2000) : log}`)
}

function startKeeper(folder: string): void {
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  const log = openSync(join(folder, 'keeper.log'), 'a')
  const tsx = fileURLToPath(import.meta.resolve('tsx'))
  spawn(process.execPath, ['--import', tsx, join(here, 'cluster-keeper.ts'), folder], {
    detached: true,
    stdio: ['ignore', log, log],
    cwd: here,
    env: { ...process.env, NODE_OPTIONS: '', NODE_TEST_CONTEXT: '' },
  }).unref()
}

/** The held connection is what keeps the cluster alive: a test process that is killed lets go as well. */
async function attach(folder: string): Promise<TestCluster | undefined> {
  const socket = connect(join(folder, 'keeper.sock'))
  const line = await firstLine(socket)
  if (line === undefined) return undefined
  socket.unref()
  return {
    ...JSON.parse(line),
    release: ({ last = false } = {}) => socket.end(last ? 'last\n' : ''),
  }
}

function firstLine(socket: Socket): Promise<string | undefined> {
  return new Promise((resolve) => {
    let text = ''
    socket.setEncoding('utf8')
    socket.on('error', () => resolve(undefined))
    socket.on('close', () => resolve(undefined))
    socket.on('data', (chunk) => {
      text += chunk
      if (text.includes('\n')) resolve(text.split('\n')[0])
    })
  })
}
