import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import pg from 'pg'
import { testDatabase } from '../../../test/database.ts'
import type { Database } from './database.ts'
import { gatherStatistics } from './statistics.ts'

let database: Database
let owner: pg.Client
before(async () => {
  database = await testDatabase()
  owner = new pg.Client({ connectionString: database.ownerUrl })
  await owner.connect()
})
after(async () => {
  await owner.end()
  await database.close()
})

test('what was restored is looked into once, and nothing else', async () => {
  await owner.query(`create schema "Restored house";
    create table "Restored house".note with (autovacuum_enabled = false)
      as select n, repeat('x', 100) as text from generate_series(1, 20000) as n;
    create table "Restored house".small with (autovacuum_enabled = false) as select 1 as n`)
  assert.deepEqual(await gatherStatistics(owner), ['"Restored house".note'])
  const { rows } = await owner.query<{ column: string }>(
    `select attname as column from pg_stats where schemaname = 'Restored house' order by 1`,
  )
  assert.deepEqual(
    rows.map(({ column }) => column),
    ['n', 'text'],
  )
  assert.deepEqual(await gatherStatistics(owner), [])
})
