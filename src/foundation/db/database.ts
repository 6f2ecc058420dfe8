import { existsSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import pg, { type Pool } from 'pg'
import { type Cluster, startCluster } from './cluster.ts'
import { migrate } from './migrate.ts'
import { ClusterFault } from './native.ts'
import { postmasterOf } from './orphan.ts'
import { type Db, dbOn, openPool } from './pool.ts'
import { APP, OWNER } from './roles.ts'

/** The open database of the house. */
export interface Database {
  /** Signed in as the application, which owns nothing. */
  pool: Pool
  db: Db
  /** The application's address, for a connection of one's own (LISTEN, jobs). */
  url: string
  /** The owner's address: for migrations and the administration only. */
  ownerUrl: string
  /** Sentences for whoever starts the house. */
  warnings: string[]
  /** Migrations applied by this start. */
  applied: string[]
  close(): Promise<void>
}

export interface DatabaseSettings {
  dataDir: string
  databaseUrl?: string | undefined
  /** Folder of the numbered files; the house's own unless a test says otherwise. */
  migrations?: string
  log?: (line: string) => void
  /** The embedded database went away, or came back. */
  onDown?: () => void
  onUp?: () => void
}

const NAME = 'verankerd'

/** Opens the database behind DATABASE_URL, or starts the embedded one; migrates it; gives a pool for the application. */
export async function openDatabase(settings: DatabaseSettings): Promise<Database> {
  return settings.databaseUrl === undefined ? embedded(settings) : foreign(settings, settings.databaseUrl)
}

/**
 * For a command of the administration: joins the embedded database when the house already runs, and opens it otherwise.
 */
export async function joinDatabase(settings: DatabaseSettings): Promise<Database> {
  const running = settings.databaseUrl === undefined ? postmasterOf(resolve(settings.dataDir, 'postgres')) : undefined
  if (!running?.ready) return openDatabase(settings)
  const address = (user: string) =>
    `postgres://${user}@localhost/${NAME}?host=${encodeURIComponent(running.socketFolder)}`
  return databaseAt({ ownerUrl: address(OWNER), url: address(APP), log: settings.log })
}

async function embedded(settings: DatabaseSettings): Promise<Database> {
  const cluster = await startCluster(settings)
  try {
    const ownerUrl = cluster.url(OWNER, NAME)
    await createMissing(cluster, ownerUrl)
    const { applied, roles } = await migrate(ownerUrl, settings.migrations ?? migrationsFolder(), { login: true })
    return databaseAt({
      ownerUrl,
      url: cluster.url(APP, NAME),
      applied,
      warnings: roles.separate ? [] : [roles.warning],
      log: settings.log,
      stop: () => cluster.stop(),
    })
  } catch (error) {
    await cluster.stop()
    throw error
  }
}

async function foreign(settings: DatabaseSettings, ownerUrl: string): Promise<Database> {
  const silence = await refusalOf(ownerUrl)
  if (silence !== undefined)
    throw new ClusterFault(
      `DATABASE_URL does not let us in (${silence}): check address, name and password, and whether it runs.`,
    )
  const { applied, roles } = await migrate(ownerUrl, settings.migrations ?? migrationsFolder())
  const { url, warnings } = roles.separate
    ? await asApplication(ownerUrl)
    : { url: ownerUrl, warnings: [roles.warning] }
  return databaseAt({ ownerUrl, url, applied, warnings, log: settings.log })
}

/** A connection pooler in between may refuse the option that starts a session in a role. */
async function asApplication(ownerUrl: string): Promise<{ url: string; warnings: string[] }> {
  const url = inRole(ownerUrl, APP)
  const refusal = await refusalOf(url)
  if (refusal === undefined) return { url, warnings: [] }
  const warning = `The application can't become ${APP} (${refusal}) and runs as the owner: see "Roles" in docs/operations.md.`
  return { url: ownerUrl, warnings: [warning] }
}

export interface Opening {
  ownerUrl: string
  url: string
  applied?: string[]
  warnings?: string[]
  log?: ((line: string) => void) | undefined
  /** See openPool. */
  max?: number
  exitOnIdle?: boolean
  /** What is left to do once the pool is closed. */
  stop?: () => Promise<void>
}

/** Connects to a database that is already migrated. */
export function databaseAt(opening: Opening): Database {
  const { ownerUrl, url, applied = [], warnings = [], log, max, exitOnIdle, stop } = opening
  const pool = openPool({
    url,
    log: (error) => log?.(`A database connection ended: ${error.message}`),
    ...(max === undefined ? {} : { max }),
    ...(exitOnIdle === undefined ? {} : { exitOnIdle }),
  })
  let closing: Promise<void> | undefined
  return {
    pool,
    db: dbOn(pool),
    url,
    ownerUrl,
    applied,
    warnings,
    close() {
      closing ??= endWithin(pool, 3000).then(stop)
      return closing
    },
  }
}

/** Waits for the queries that run, but never for a connection that hangs. */
async function endWithin(pool: Pool, patience: number): Promise<void> {
  const stop = new AbortController()
  const late = pause(patience, undefined, { signal: stop.signal }).catch(() => {})
  await Promise.race([pool.end().catch(() => {}), late])
  stop.abort()
}

/** The first start makes it; also a start after one that was killed between the two steps. */
async function createMissing(cluster: Cluster, ownerUrl: string): Promise<void> {
  const refusal = await refusalOf(ownerUrl)
  if (refusal === undefined) return
  if (refusal !== '3D000') throw new Error(`The embedded database does not let its owner in: ${refusal}`)
  const client = new pg.Client({ connectionString: cluster.url(OWNER, 'postgres') })
  await client.connect()
  await client.query(`create database ${NAME}`)
  await client.end()
}

/** Why a connection is refused, as a code, or undefined when it is not. */
async function refusalOf(url: string): Promise<string | undefined> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 10_000 })
  client.on('error', () => {})
  try {
    await client.connect()
    return undefined
  } catch (error) {
    return error instanceof Error && 'code' in error ? String(error.code) : String(error)
  } finally {
    await client.end().catch(() => {})
  }
}

/** Every session of this address starts in the role, and resetting the role comes back to it. */
export function inRole(url: string, role: string): string {
  const address = new URL(url)
  const given = address.searchParams.get('options')
  address.searchParams.set('options', [given, `-c role=${role}`].filter(Boolean).join(' '))
  return address.href
}

/** db/migrations, seen from the source as well as from the built server. */
export function migrationsFolder(): string {
  for (let folder = dirname(fileURLToPath(import.meta.url)); ; folder = dirname(folder)) {
    const found = join(folder, 'db', 'migrations')
    if (existsSync(found)) return found
    if (folder === dirname(folder)) throw new Error('The folder db/migrations is missing.')
  }
}
