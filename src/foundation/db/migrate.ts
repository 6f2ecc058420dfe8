import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import pg, { type Client } from 'pg'
import { ensureRoles, type Roles, withoutRoles } from './roles.ts'
import { gatherStatistics } from './statistics.ts'

/** One numbered file. */
export interface Migration {
  number: number
  name: string
  sha256: string
  text: string
}

export interface Migrated {
  applied: string[]
  roles: Roles
}

/** A reason to stop before anything changes, as one sentence. */
export class MigrationFault extends Error {}

const NAME = /^(\d{3})-[a-z0-9-]+\.sql$/
const OLDEST_SERVER = 150000
/** One number for the whole house, so that two starts at once wait for each other. */
const ADVISORY = 7_265_738
const TRIES = 10

/** Reads the migrations of a folder in their order. */
export function readMigrations(folder: string): Migration[] {
  const names = readdirSync(folder).filter((name) => name.endsWith('.sql'))
  const strange = names.find((name) => !NAME.test(name))
  if (strange !== undefined) throw new MigrationFault(`${strange} is not called like 001-name.sql.`)
  const all = names.toSorted().map((name) => {
    const text = readFileSync(join(folder, name), 'utf8')
    return { number: Number(name.slice(0, 3)), name, sha256: createHash('sha256').update(text).digest('hex'), text }
  })
  const double = all.find((migration, at) => all[at - 1]?.number === migration.number)
  if (double !== undefined) throw new MigrationFault(`Two migrations have the number of ${double.name}.`)
  return all
}

/** Which ones are still to do. A file that was applied never changes and never goes away. */
export function pending(all: Migration[], done: Pick<Migration, 'number' | 'name' | 'sha256'>[]): Migration[] {
  for (const earlier of done) {
    const now = all.find(({ number }) => number === earlier.number)
    if (now === undefined)
      throw new MigrationFault(`The database has ${earlier.name}, and this version of the house does not.`)
    if (now.sha256 !== earlier.sha256) {
      throw new MigrationFault(`${now.name} was applied before and has changed since: put it back and add a new file.`)
    }
  }
  const last = Math.max(0, ...done.map(({ number }) => number))
  const late = all.find(({ number }) => number < last && !done.some((earlier) => earlier.number === number))
  if (late !== undefined)
    throw new MigrationFault(`${late.name} comes before one that was applied already: give it a new number.`)
  return all.filter(({ number }) => number > last)
}

/**
 * Applies the files of a folder that are not applied yet, each in a transaction of its own, as the owner, and sees to it
 * that the planner knows the tables.
 */
export async function migrate(url: string, folder: string, { login = false } = {}): Promise<Migrated> {
  const all = readMigrations(folder)
  const owner = new pg.Client({
    connectionString: url,
    application_name: 'verankerd migrations',
    connectionTimeoutMillis: 10_000,
  })
  owner.on('error', () => {})
  await owner.connect()
  try {
    await refuseOldServer(owner)
    await takeTurn(owner)
    const roles = await ensureRoles(owner, { login })
    const applied: string[] = []
    for (const migration of pending(all, await doneBefore(owner))) {
      await apply(owner, migration, roles)
      applied.push(migration.name)
    }
    // The grants of a migration reach every table of the schema; this one is the owner's alone.
    if (applied.length > 0 && roles.separate) await owner.query('revoke all on house.migration from verankerd_app')
    await gatherStatistics(owner)
    return { applied, roles }
  } finally {
    await owner.end().catch(() => {})
  }
}

async function refuseOldServer(owner: Client): Promise<void> {
  const { rows } = await owner.query<{ number: number; encoding: string }>(
    `select current_setting('server_version_num')::int as number, current_setting('server_encoding') as encoding`,
  )
  if ((rows[0]?.number ?? 0) < OLDEST_SERVER) throw new MigrationFault('The database must be PostgreSQL 15 or newer.')
  if (rows[0]?.encoding !== 'UTF8') throw new MigrationFault('The database must have the encoding UTF8.')
}

/** Waits for another process that migrates; the lock goes with the connection. */
async function takeTurn(owner: Client): Promise<void> {
  for (const until = Date.now() + 120_000; ; await pause(100)) {
    const { rows } = await owner.query<{ mine: boolean }>('select pg_try_advisory_lock($1) as mine', [ADVISORY])
    if (rows[0]?.mine) return
    if (Date.now() > until)
      throw new MigrationFault('Another process has been migrating this database for two minutes.')
  }
}

async function doneBefore(owner: Client): Promise<Pick<Migration, 'number' | 'name' | 'sha256'>[]> {
  await owner.query(`create schema if not exists house;
    create table if not exists house.migration (
      number integer primary key, name text not null, sha256 text not null, at timestamptz not null default now())`)
  return (await owner.query('select number, name, sha256 from house.migration order by number')).rows
}

/** A table that is in use makes the migration wait, and everybody behind it: so it waits one second and tries again. */
async function apply(owner: Client, migration: Migration, roles: Roles): Promise<void> {
  const { number, name, sha256, text } = migration
  for (let round = 1; ; round++) {
    try {
      await owner.query(`begin; set local lock_timeout = '1s'`)
      await owner.query(roles.separate ? text : withoutRoles(text))
      await owner.query('insert into house.migration (number, name, sha256) values ($1, $2, $3)', [
        number,
        name,
        sha256,
      ])
      await owner.query('commit')
      return
    } catch (error) {
      await owner.query('rollback')
      const busy = error instanceof Error && 'code' in error && (error.code === '55P03' || error.code === '40P01')
      if (busy && round < TRIES) await pause(200 + Math.random() * 300)
      else
        throw busy
          ? new MigrationFault(`${name}: its tables stayed in use, ${TRIES} times. Nothing was changed.`)
          : named(error, name)
    }
  }
}

function named(error: unknown, name: string): Error {
  return new Error(`${name}: ${error instanceof Error ? error.message : error}`, { cause: error })
}
