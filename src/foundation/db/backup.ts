import { chownSync, copyFileSync, existsSync, lstatSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import pg from 'pg'
import { ClusterFault } from './native.ts'
import { postmasterOf } from './orphan.ts'
import { OWNER } from './roles.ts'

/** Files of the running server alone, and folders whose content a start makes again (as pg_basebackup leaves them out). */
const LEFT_OUT = /^(postmaster\.(pid|opts)|pg_internal\.init|pgsql_tmp.*|.*\.log)$/
const EMPTIED = new Set([
  'pg_replslot',
  'pg_dynshmem',
  'pg_notify',
  'pg_serial',
  'pg_snapshots',
  'pg_stat_tmp',
  'pg_subtrans',
])
const LOG = 'pg_wal'

/**
 * Copies the embedded database while it runs, into a new folder that can be put back as `DATA_DIR/postgres`. The secret
 * key stays out of it on purpose: it is kept apart from every backup.
 */
export async function backUpCluster(dataDir: string, target: string): Promise<void> {
  const cluster = resolve(dataDir, 'postgres')
  if (existsSync(target)) throw new ClusterFault(`${target} is there already: a backup goes into a new folder.`)
  const running = postmasterOf(cluster)
  if (!running?.ready) {
    throw new ClusterFault(
      `No database runs in ${dataDir}: while the house is stopped, simply copy the folder ${cluster}.`,
    )
  }
  const client = new pg.Client({ host: running.socketFolder, user: OWNER, database: 'postgres' })
  client.on('error', () => {})
  await client.connect()
  try {
    // The log from start to stop belongs to the backup: the slot keeps PostgreSQL from tidying it away meanwhile.
    await client.query(`select pg_create_physical_replication_slot('backup_' || pg_backend_pid(), true, true)`)
    await client.query(`select pg_backup_start('verankerd', true)`)
    copy(cluster, target, (name) => name !== LOG)
    const { rows } = await client.query<{ labelfile: string; spcmapfile: string }>(
      'select labelfile, spcmapfile from pg_backup_stop(false)',
    )
    copy(join(cluster, LOG), join(target, LOG), () => true)
    write(cluster, join(target, 'backup_label'), rows[0]?.labelfile ?? '')
  } finally {
    await client.end()
  }
}

function copy(from: string, to: string, wanted: (name: string) => boolean): void {
  make(from, to)
  for (const name of readdirSync(from)) {
    if (LEFT_OUT.test(name)) continue
    const [source, goal] = [join(from, name), join(to, name)]
    const what = lstatSync(source, { throwIfNoEntry: false })
    if (what?.isDirectory()) {
      if (EMPTIED.has(name) || !wanted(name)) make(source, goal)
      else copy(source, goal, () => true)
    } else if (what?.isFile()) copyFile(source, goal)
  }
}

/** A table that is dropped meanwhile takes its file away; its end stands in the log. */
function copyFile(source: string, goal: string): void {
  try {
    copyFileSync(source, goal)
    own(source, goal)
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'ENOENT')) throw error
  }
}

function make(source: string, goal: string): void {
  mkdirSync(goal, { recursive: true, mode: 0o700 })
  own(source, goal)
}

function write(cluster: string, path: string, text: string): void {
  writeFileSync(path, text, { mode: 0o600 })
  own(cluster, path)
}

/** The copy belongs to whoever the original belongs to, for PostgreSQL runs as its owner. */
function own(source: string, goal: string): void {
  if (process.getuid?.() !== 0) return
  const { uid, gid } = lstatSync(source)
  chownSync(goal, uid, gid)
}
