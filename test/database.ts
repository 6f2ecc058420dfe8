import { createHash, randomBytes } from 'node:crypto'
import pg, { type Pool } from 'pg'
import { type Database, databaseAt, migrate, migrationsFolder, readMigrations } from '../src/foundation/db/index.ts'
import { joinCluster, type TestCluster } from './cluster.ts'

/** Any number; only the making of the template takes it. */
const ADVISORY = 4_019_552

interface Bench {
  cluster: TestCluster
  admin: Pool
  template: string
}

let bench: Promise<Bench> | undefined

/**
 * A fresh, migrated database of its own, as a copy of a template (about 60 ms). It is never dropped: the cluster goes
 * as a whole when the run is over. Signed in as the application; `ownerUrl` passes every wall.
 */
export async function testDatabase(): Promise<Database> {
  bench ??= makeReady()
  const { cluster, admin, template } = await bench
  const name = `test_${randomBytes(6).toString('hex')}`
  await admin.query(`create database ${name} template ${template}`)
  return databaseAt({
    url: to(cluster.appUrl, name),
    ownerUrl: to(cluster.ownerUrl, name),
    max: 8,
    exitOnIdle: true,
  })
}

async function makeReady(): Promise<Bench> {
  const cluster = await joinCluster()
  // Not openPool: on a busy machine a copy may take longer than a page may.
  const admin = new pg.Pool({ connectionString: cluster.ownerUrl, max: 2, allowExitOnIdle: true })
  admin.on('error', () => {})
  const sums = readMigrations(migrationsFolder()).map(({ name, sha256 }) => `${name} ${sha256}`)
  const template = `template_${createHash('sha256').update(sums.join('\n')).digest('hex').slice(0, 12)}`
  if (!(await isTemplate(admin, template))) await makeTemplate(cluster.ownerUrl, template)
  return { cluster, admin, template }
}

async function isTemplate(client: Pick<Pool, 'query'>, name: string): Promise<boolean> {
  return (await client.query('select from pg_database where datname = $1 and datistemplate', [name])).rowCount === 1
}

/** Once for each state of db/migrations; whoever comes second waits and finds it made. */
async function makeTemplate(ownerUrl: string, name: string): Promise<void> {
  const owner = new pg.Client({ connectionString: ownerUrl })
  await owner.connect()
  try {
    await owner.query('select pg_advisory_lock($1)', [ADVISORY])
    if (await isTemplate(owner, name)) return
    await owner.query(`drop database if exists ${name} with (force)`)
    await owner.query(`create database ${name}`)
    await migrate(to(ownerUrl, name), migrationsFolder(), { login: true })
    await owner.query(`alter database ${name} is_template true`)
  } finally {
    await owner.end()
  }
}

function to(url: string, database: string): string {
  const address = new URL(url)
  address.pathname = `/${database}`
  return address.href
}
