import { createHash, randomBytes } from 'node:crypto'
import pg, { type Pool } from 'pg'
import { type Database, databaseAt, migrate, migrationsFolder, readMigrations } from '../src/foundation/db/index.ts'
import { joinCluster, type TestCluster } from './cluster.ts'

/** Any number; only the making of the template takes it. */
const ADVISORY = 4_019_552

/** A database someone else may copy: what it starts from, and what is put in it. */
interface Mould {
  name: string
  from?: string
  fill(name: string): Promise<unknown>
}

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
  const { template } = await ready()
  return copyOf(template)
}

/** A fresh database with in it what `fill` puts there: filled once for each name, then copied. */
export async function filledDatabase(name: string, fill: (database: Database) => Promise<void>): Promise<Database> {
  const { cluster, admin, template } = await ready()
  if (!(await isTemplate(admin, name)))
    await makeTemplate(cluster.ownerUrl, {
      name,
      from: template,
      async fill() {
        const database = await connect(name)
        await fill(database)
        await database.close()
      },
    })
  return copyOf(name)
}

async function copyOf(template: string): Promise<Database> {
  const { admin } = await ready()
  const name = `test_${randomBytes(6).toString('hex')}`
  await admin.query(`create database ${name} template ${template}`)
  return connect(name)
}

async function connect(name: string): Promise<Database> {
  const { cluster } = await ready()
  return databaseAt({
    url: to(cluster.appUrl, name),
    ownerUrl: to(cluster.ownerUrl, name),
    max: 8,
    exitOnIdle: true,
  })
}

function ready(): Promise<Bench> {
  bench ??= makeReady()
  return bench
}

async function makeReady(): Promise<Bench> {
  const cluster = await joinCluster()
  // Not openPool: on a busy machine a copy may take longer than a page may.
  const admin = new pg.Pool({ connectionString: cluster.ownerUrl, max: 2, allowExitOnIdle: true })
  admin.on('error', () => {})
  const sums = readMigrations(migrationsFolder()).map(({ name, sha256 }) => `${name} ${sha256}`)
  const template = `template_${createHash('sha256').update(sums.join('\n')).digest('hex').slice(0, 12)}`
  const fill = (name: string) => migrate(to(cluster.ownerUrl, name), migrationsFolder(), { login: true })
  if (!(await isTemplate(admin, template))) await makeTemplate(cluster.ownerUrl, { name: template, fill })
  return { cluster, admin, template }
}

async function isTemplate(client: Pick<Pool, 'query'>, name: string): Promise<boolean> {
  return (await client.query('select from pg_database where datname = $1 and datistemplate', [name])).rowCount === 1
}

/** Once for each name; whoever comes second waits and finds it made. */
async function makeTemplate(ownerUrl: string, { name, from, fill }: Mould): Promise<void> {
  const owner = new pg.Client({ connectionString: ownerUrl })
  await owner.connect()
  try {
    await owner.query('select pg_advisory_lock($1)', [ADVISORY])
    if (await isTemplate(owner, name)) return
    await owner.query(`drop database if exists ${name} with (force)`)
    await owner.query(`create database ${name}${from ? ` template ${from}` : ''}`)
    await fill(name)
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
