import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import pg from 'pg'
import { OWNER } from './roles.ts'

/** What PostgreSQL writes about itself in postmaster.pid. */
export interface Postmaster {
  pid: number
  socketFolder: string
  ready: boolean
}

export function postmasterOf(cluster: string): Postmaster | undefined {
  try {
    const lines = readFileSync(join(cluster, 'postmaster.pid'), 'utf8').split('\n')
    const pid = Number(lines[0])
    if (!Number.isInteger(pid) || pid <= 1) return undefined
    return { pid, socketFolder: lines[4] ?? '', ready: lines[7]?.trim() === 'ready' }
  } catch {
    return undefined
  }
}

/**
 * Stops the postmaster that a killed node left behind. It counts as alive when it answers for this very folder, or
 * when the process carries the folder on its command line; its number alone may long be somebody else's.
 */
export async function stopOrphan(cluster: string, log: (line: string) => void): Promise<void> {
  const left = postmasterOf(cluster)
  if (left === undefined) return
  const answering = await answersFor(cluster, left.socketFolder)
  if (!answering && !runsIn(left.pid, cluster)) {
    forget(cluster, left.pid)
    return sweep(left.socketFolder)
  }
  log('The database of an earlier run was still there; it is stopped first.')
  // A stopped process (SIGSTOP) hears nothing else before it goes on.
  send(left.pid, 'SIGCONT')
  const signals: NodeJS.Signals[] = answering ? ['SIGINT', 'SIGQUIT', 'SIGKILL'] : ['SIGQUIT', 'SIGKILL']
  for (const signal of signals) {
    send(left.pid, signal)
    if (await gone(left.pid, cluster, 4000)) break
  }
  // Its number may linger: where nobody collects the dead (a container without init), it stays for good.
  if (postmasterOf(cluster) !== undefined) forget(cluster, left.pid)
  sweep(left.socketFolder)
}

/** The socket folder of the earlier run, when it is one of ours. */
function sweep(folder: string): void {
  if (basename(folder).startsWith('verankerd-db-')) rmSync(folder, { recursive: true, force: true })
}

async function answersFor(cluster: string, host: string): Promise<boolean> {
  if (!existsSync(join(host, '.s.PGSQL.5432'))) return false
  const client = new pg.Client({
    host,
    user: OWNER,
    database: 'postgres',
    connectionTimeoutMillis: 2000,
    query_timeout: 2000,
  })
  client.on('error', () => {})
  try {
    await client.connect()
    const { rows } = await client.query<{ data_directory: string }>('show data_directory')
    return rows[0] !== undefined && realpathSync(rows[0].data_directory) === realpathSync(cluster)
  } catch {
    return false
  } finally {
    client.end().catch(() => {})
  }
}

/** Is this process a PostgreSQL on this folder, by its own command line? */
function runsIn(pid: number, cluster: string): boolean {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0').includes(cluster)
  } catch {
    if (process.platform === 'linux') return false
    return spawnSync('ps', ['-o', 'command=', '-p', `${pid}`], { encoding: 'utf8' }).stdout?.includes(cluster) ?? false
  }
}

function send(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(pid, signal)
  } catch {
    // It went by itself.
  }
}

async function gone(pid: number, cluster: string, within: number): Promise<boolean> {
  for (const until = Date.now() + within; Date.now() < until; await pause(20)) {
    if (!runsIn(pid, cluster)) return true
  }
  return false
}

/**
 * A number that is in use again (every container counts from 1) would make PostgreSQL refuse to start. Only the number
 * is replaced, by one that no process has: the lines below it let PostgreSQL itself see whether its memory is in use.
 */
function forget(cluster: string, pid: number): void {
  try {
    process.kill(pid, 0)
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ESRCH') return
  }
  const path = join(cluster, 'postmaster.pid')
  const [, ...rest] = readFileSync(path, 'utf8').split('\n')
  writeFileSync(path, [2147483646, ...rest].join('\n'))
}
