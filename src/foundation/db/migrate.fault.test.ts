import assert from 'node:assert/strict'
import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { setTimeout as pause } from 'node:timers/promises'
import pg from 'pg'
import { busyness } from '../../../test/faults/server.ts'
import { type Cluster, startCluster } from './cluster.ts'
import { inRole, openDatabase } from './database.ts'
import { clean, folder, world } from './house.fixture.ts'
import { MigrationFault, migrate } from './migrate.ts'
import { OWNER } from './roles.ts'

let cluster: Cluster
let made = 0

before(async () => {
  cluster = await startCluster({ dataDir: folder('migrations-cluster'), settings: { fsync: 'off' } })
})

after(async () => {
  await cluster.stop()
  await clean()
})

async function query(url: string, text: string): Promise<pg.QueryResultRow[]> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    return (await client.query(text)).rows
  } finally {
    await client.end()
  }
}

/** An empty database of an owner who is no superuser, and a folder for its migrations. */
async function fresh(files: Record<string, string>, owner = OWNER): Promise<{ url: string; folder: string }> {
  made += 1
  await query(cluster.url(OWNER, 'postgres'), `create database m${made} owner ${owner}`)
  const path = join(world, `migrations-${made}`)
  mkdirSync(path)
  for (const [name, text] of Object.entries(files)) writeFileSync(join(path, name), text)
  return { url: cluster.url(owner, `m${made}`), folder: path }
}

const two = { '001-a.sql': 'create table house.a (n int);', '002-b.sql': 'create table house.b (n int);' }

test('each file once, in order, and two starts at once wait for each other', async () => {
  const { url, folder } = await fresh(two)
  const all = await Promise.all([migrate(url, folder), migrate(url, folder), migrate(url, folder)])
  assert.deepEqual(all.flatMap(({ applied }) => applied).sort(), ['001-a.sql', '002-b.sql'])
  const rows = await query(url, 'select number, name, length(sha256) as length from house.migration order by 1')
  assert.deepEqual(
    rows.map(({ name }) => name),
    ['001-a.sql', '002-b.sql'],
  )
  assert.deepEqual(
    rows.map(({ length }) => length),
    [64, 64],
  )
})

test('a file that fails leaves nothing of itself and everything before it', async () => {
  const { url, folder } = await fresh({ ...two, '003-c.sql': 'create table house.c (n int); select 1/0;' })
  await assert.rejects(migrate(url, folder), /003-c.sql: division by zero/)
  assert.deepEqual(await query(url, `select to_regclass('house.b')::text as b, to_regclass('house.c') as c`), [
    { b: 'house.b', c: null },
  ])
  rmSync(join(folder, '003-c.sql'))
  writeFileSync(join(folder, '003-c.sql'), 'create table house.c (n int);')
  assert.deepEqual((await migrate(url, folder)).applied, ['003-c.sql'])
})

test('a changed file is refused before anything happens', async () => {
  const { url, folder } = await fresh(two)
  await migrate(url, folder)
  writeFileSync(join(folder, '001-a.sql'), 'create table house.a (n bigint);')
  writeFileSync(join(folder, '003-c.sql'), 'create table house.c (n int);')
  await assert.rejects(migrate(url, folder), MigrationFault)
  assert.deepEqual(await query(url, `select to_regclass('house.c') as c`), [{ c: null }])
})

test('a table in use: the migration steps aside after a second, so readers never wait long, and tries again', async () => {
  const { url, folder } = await fresh(two)
  await migrate(url, folder)
  writeFileSync(join(folder, '003-c.sql'), 'alter table house.a add column extra text;')
  const reader = new pg.Client({ connectionString: url })
  await reader.connect()
  await reader.query('begin; select * from house.a')
  const migrating = migrate(url, folder)
  await pause(500)
  const began = performance.now()
  await query(url, 'select * from house.a')
  const waited = performance.now() - began
  assert.ok(waited < 2000 * busyness(), `a reader waited ${waited} ms`)
  await reader.query('commit')
  assert.deepEqual((await migrating).applied, ['003-c.sql'])
  await reader.end()
})

test('an owner who may not make roles works on alone, and the start says where the statements are', async () => {
  // Roles belong to the whole server, and the tests above made them: here they are not to be found.
  const admin = cluster.url(OWNER, 'postgres')
  for (const { name } of await query(admin, `select datname as name from pg_database where datname like 'm%'`)) {
    await query(cluster.url(OWNER, `${name}`), 'drop owned by verankerd_app, verankerd_reflector').catch(() => [])
  }
  await query(admin, 'drop role verankerd_app; drop role verankerd_reflector; create role tenant login')
  const grants = {
    '001-a.sql': `create table house.a (n int); alter table house.a enable row level security; alter table house.a force row level security;
      grant usage on schema house to verankerd_app; grant all on house.a to verankerd_reflector;
      create policy own on house.a to verankerd_reflector using (n = 1) with check (n = 1);`,
  }
  const { url, folder } = await fresh(grants, 'tenant')
  const alone = await openDatabase({ dataDir: '', databaseUrl: url, migrations: folder })
  assert.match(alone.warnings.join(), /docs\/operations\.md/)
  await alone.pool.query('insert into house.a values (1)')
  await assert.rejects(alone.pool.query('insert into house.a values (2)'), { code: '42501' })
  await alone.close()
})

test('an owner who may make roles: the application runs as one that owns nothing', async () => {
  await query(cluster.url(OWNER, 'postgres'), 'create role landlord login createrole')
  const { url, folder } = await fresh(
    {
      '001-a.sql':
        'create table house.a (n int); grant usage on schema house to verankerd_app; grant select on house.a to verankerd_app;',
    },
    'landlord',
  )
  const database = await openDatabase({ dataDir: '', databaseUrl: url, migrations: folder })
  assert.deepEqual(database.warnings, [])
  assert.equal(database.url, inRole(url, 'verankerd_app'))
  assert.deepEqual((await database.pool.query('select current_user as me')).rows, [{ me: 'verankerd_app' }])
  await assert.rejects(database.pool.query('insert into house.a values (1)'), { code: '42501' })
  await assert.rejects(database.pool.query('select * from house.migration'), { code: '42501' })
  await database.close()
})
