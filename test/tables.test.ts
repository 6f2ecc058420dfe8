import assert from 'node:assert/strict'
import { readdirSync } from 'node:fs'
import { after, before, test } from 'node:test'
import { fileURLToPath } from 'node:url'
import { integer, pgSchema, primaryKey, text, timestamp, uuid, varchar } from 'drizzle-orm/pg-core'
import pg from 'pg'
import { type Database, dbOn } from '../src/foundation/db/index.ts'
import { readModule } from './architecture/source.ts'
import { compareTables, tablesIn } from './catalog.ts'
import { testDatabase } from './database.ts'

const source = fileURLToPath(new URL('../src/', import.meta.url))
let database: Database
let owner: pg.Pool

before(async () => {
  database = await testDatabase()
  owner = new pg.Pool({ connectionString: database.ownerUrl, max: 1, allowExitOnIdle: true })
})

after(async () => {
  await owner.end()
  await database.close()
})

test('what *.tables.ts describes is what the migrations make', async () => {
  const files = readdirSync(source, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.tables.ts'))
  assert.ok(files.length > 0, 'no tables found')
  const modules = await Promise.all(files.map((file) => readModule(`src/${file}`)))
  assert.deepEqual(await compareTables(dbOn(owner), modules.flatMap(tablesIn)), [])
})

test('a difference is seen: a table, a column, a type, a null, a key', async () => {
  await owner.query(`
    create schema planted;
    create table planted.right (id uuid primary key, at timestamptz not null, code varchar(5), tags text[] not null);
    create table planted.pair (a text, b integer, primary key (b, a));
    create table planted.wrong (id uuid primary key, n integer, extra text);
    create table planted.unknown (id uuid)`)
  const planted = pgSchema('planted')
  const right = planted.table('right', {
    id: uuid('id').primaryKey(),
    at: timestamp('at', { withTimezone: true }).notNull(),
    code: varchar('code', { length: 5 }),
    tags: text('tags').array().notNull(),
  })
  const pair = planted.table('pair', { a: text('a'), b: integer('b') }, (t) => [primaryKey({ columns: [t.a, t.b] })])
  const wrong = planted.table('wrong', { id: text('id'), n: integer('n').notNull(), gone: text('gone') })
  const absent = planted.table('absent', { id: uuid('id') })
  assert.deepEqual(await compareTables(dbOn(owner), tablesIn({ right, pair, wrong, absent, other: 1 })), [
    'planted.absent is described and not in the database',
    'planted.unknown is in the database and has no description',
    'planted.wrong has primary key (id), described as ()',
    'planted.wrong.extra is in the database and not described',
    'planted.wrong.gone is described and not in the database',
    'planted.wrong.id is not null, described as nullable',
    'planted.wrong.id is uuid, described as text',
    'planted.wrong.n is nullable, described as not null',
  ])
})
