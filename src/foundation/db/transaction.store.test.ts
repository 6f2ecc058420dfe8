import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import pg from 'pg'
import { testDatabase } from '../../../test/database.ts'
import { type Database, databaseAt, inRole } from './database.ts'
import { violated } from './failure.ts'
import type { Db } from './pool.ts'
import { asRole } from './role.ts'
import { statement } from './statement.ts'
import { afterRollback, attempt, begin, inTransaction } from './transaction.ts'

let database: Database
const count = statement<{ n: number }>('test.count', 'select count(*)::int as n from house_test.note where text = $1')
const add = statement('test.add', 'insert into house_test.note (text) values ($1)')
const kept = async (db: Db, text: string) => (await count(db, text))[0]?.n

before(async () => {
  database = await testDatabase()
  const owner = new pg.Client({ connectionString: database.ownerUrl })
  await owner.connect()
  await owner.query(`
    create schema house_test;
    create table house_test.note (text text not null unique check (text <> 'no'));
    create table house_test.secret (person uuid not null, text text not null);
    alter table house_test.secret enable row level security;
    alter table house_test.secret force row level security;
    create policy own on house_test.secret to verankerd_reflector
      using (person = nullif(current_setting('app.person', true), '')::uuid);
    grant usage on schema house_test to verankerd_app, verankerd_reflector;
    grant select, insert on house_test.note to verankerd_app;
    grant select, insert on house_test.secret to verankerd_reflector`)
  await owner.end()
})

after(() => database.close())

test('a transaction keeps all of its work, or nothing', async () => {
  await inTransaction(database.db, (tx) => add(tx, 'kept'))
  assert.equal(await kept(database.db, 'kept'), 1)
  const failing = inTransaction(database.db, async (tx) => {
    await add(tx, 'first')
    await add(tx, 'no')
  })
  await assert.rejects(failing)
  assert.equal(await kept(database.db, 'first'), 0)
})

test('what is undone outside waits for no lock and no connection, and a fault in it hides nothing', async () => {
  for (const end of ['rollback', 'commit'] as const) {
    const request = await begin(database.pool)
    await add(request.db, `undone by ${end}`)
    afterRollback(request.db, async () => {
      await add(database.db, `undone by ${end}`)
      throw new Error('the store is away')
    })
    if (end === 'commit') await assert.rejects(add(request.db, 'no'))
    const ended = request[end]()
    if (end === 'commit') await assert.rejects(ended, /nothing was saved/)
    else await ended
    assert.equal(await kept(database.db, `undone by ${end}`), 1, 'the row was free again')
    assert.equal(database.pool.idleCount, database.pool.totalCount)
  }
})

test('a commit that PostgreSQL refuses undoes what was done outside; one without an answer undoes nothing', async () => {
  const ends: [ask: string, code: string, undone: number][] = [
    ['commit of two that can not be put one after the other', '40001', 1],
    ['commit without an answer', '57P01', 0],
  ]
  for (const [text, code, undone] of ends) {
    const request = await begin(database.pool)
    let undoings = 0
    afterRollback(request.db, async () => void undoings++)
    if (code === '40001') {
      // Each read what the other wrote: a real refusal that comes with the commit.
      await request.db.$client.query('set transaction isolation level serializable')
      const other = await begin(database.pool)
      await other.db.$client.query('set transaction isolation level serializable')
      for (const one of [request, other]) await kept(one.db, text)
      for (const [at, one] of [request, other].entries()) await add(one.db, `${text} ${at}`)
      await other.commit()
    } else {
      const { rows } = await request.db.$client.query('select pg_backend_pid() as pid')
      const owner = new pg.Client({ connectionString: database.ownerUrl })
      await owner.connect()
      await owner.query('select pg_terminate_backend($1, 5000)', [rows[0].pid])
      await owner.end()
    }
    await assert.rejects(request.commit())
    assert.equal(undoings, undone, text)
  }
  assert.equal(await kept(database.db, 'after all'), 0, 'the pool has a connection that works')
})

test('inside a transaction another one joins it', async () => {
  const request = await begin(database.pool)
  await inTransaction(request.db, (tx) => add(tx, 'joined'))
  assert.equal(await kept(database.db, 'joined'), 0)
  await request.rollback()
  await request.rollback()
  assert.equal(await kept(database.db, 'joined'), 0)
})

test('a commit after a failed statement is not taken for saved', async () => {
  const request = await begin(database.pool)
  await assert.rejects(add(request.db, 'no'))
  await assert.rejects(request.commit(), /nothing was saved/)
})

test('a refused attempt undoes only itself', async () => {
  await inTransaction(database.db, async (tx) => {
    await add(tx, 'once')
    const again = await attempt(tx, () => add(tx, 'once')).catch(violated)
    assert.equal(again, 'note_text_key')
    await add(tx, 'twice')
  })
  assert.equal(await kept(database.db, 'twice'), 1)
})

test('the application owns nothing and can make no table', async () => {
  await assert.rejects(database.pool.query('create table public.mine (id int)'), { code: '42501' })
  await assert.rejects(database.pool.query('create table house.mine (id int)'), { code: '42501' })
  await assert.rejects(database.pool.query('create schema mine'), { code: '42501' })
  await assert.rejects(database.pool.query('delete from house.migration'), { code: '42501' })
  const { rows } = await database.pool.query(
    'select c.relname from pg_class c join pg_roles r on r.oid = c.relowner where r.rolname = current_user',
  )
  assert.deepEqual(rows, [])
})

const me = '00000000-0000-4000-8000-000000000001'
const other = '00000000-0000-4000-8000-000000000002'
const asMe = { 'app.person': me }
const secrets = statement('test.secrets', 'select text from house_test.secret')
const confide = statement('test.confide', 'insert into house_test.secret (person, text) values ($1, $2)')
const whoAmI = statement<{ role: string; person: string | null }>(
  'test.who',
  `select current_user as role, nullif(current_setting('app.person', true), '') as person`,
)

test('only the role of the reflection sees its rows, and then only the own ones', async () => {
  await assert.rejects(secrets(database.db), { code: '42501' })
  await asRole(database.db, 'verankerd_reflector', asMe, (tx) => confide(tx, me, 'mine'))
  assert.equal((await asRole(database.db, 'verankerd_reflector', asMe, secrets)).length, 1)
  assert.equal((await asRole(database.db, 'verankerd_reflector', { 'app.person': other }, secrets)).length, 0)
  assert.equal((await asRole(database.db, 'verankerd_reflector', {}, secrets)).length, 0)
  const foreign = asRole(database.db, 'verankerd_reflector', { 'app.person': other }, (tx) => confide(tx, me, 'x'))
  await assert.rejects(foreign, { code: '42501' })
})

test('after the work the role and the settings are what they were, also when it threw', async () => {
  await inTransaction(database.db, async (tx) => {
    await add(tx, 'before')
    assert.equal((await asRole(tx, 'verankerd_reflector', asMe, whoAmI))[0]?.role, 'verankerd_reflector')
    assert.deepEqual(await whoAmI(tx), [{ role: 'verankerd_app', person: null }])
    await assert.rejects(asRole(tx, 'verankerd_reflector', asMe, (inner) => add(inner, 'not mine to write')))
    assert.deepEqual(await whoAmI(tx), [{ role: 'verankerd_app', person: null }])
    const nested = await asRole(tx, 'verankerd_reflector', asMe, async (inner) => {
      await asRole(inner, 'verankerd_app', { 'app.person': other }, whoAmI)
      return whoAmI(inner)
    })
    assert.deepEqual(nested, [{ role: 'verankerd_reflector', person: me }])
    await add(tx, 'after')
  })
  assert.equal(await kept(database.db, 'before'), 1)
  assert.equal(await kept(database.db, 'after'), 1)
  assert.deepEqual(await whoAmI(database.db), [{ role: 'verankerd_app', person: null }])
})

test('a setting that is no setting, and a value full of quotes, do no harm', async () => {
  await assert.rejects(asRole(database.db, 'verankerd_reflector', { "x'; drop": '1' }, whoAmI))
  const value = `it's \\ "quoted"`
  assert.equal((await asRole(database.db, 'verankerd_reflector', { 'app.person': value }, whoAmI))[0]?.person, value)
})

test('two statements can not have one name', () => {
  assert.throws(() => statement('test.who', 'select 1'), /Two statements/)
})

test('with DATABASE_URL the sessions of the owner start in the role of the application', async () => {
  const url = inRole(database.ownerUrl, 'verankerd_app')
  const foreign = databaseAt({ ownerUrl: database.ownerUrl, url, exitOnIdle: true })
  assert.equal((await whoAmI(foreign.db))[0]?.role, 'verankerd_app')
  await foreign.pool.query('reset role')
  assert.equal((await whoAmI(foreign.db))[0]?.role, 'verankerd_app')
  assert.equal((await asRole(foreign.db, 'verankerd_reflector', asMe, secrets)).length, 1)
  await foreign.close()
})

test('a moment becomes the day it is here, also where the address brings options of its own', async () => {
  const late = `select '2026-12-31T23:30:00Z'::timestamptz::date::text as day`
  assert.deepEqual((await database.pool.query(late)).rows, [{ day: '2027-01-01' }])
  const foreign = databaseAt({
    ownerUrl: database.ownerUrl,
    url: inRole(database.ownerUrl, 'verankerd_app'),
    exitOnIdle: true,
  })
  assert.deepEqual((await foreign.pool.query(late)).rows, [{ day: '2027-01-01' }])
  await foreign.close()
})

test('Dutch search: stems, accents and plain text', async () => {
  const { rows } = await database.pool.query(
    `select to_tsvector('house.dutch', 'De coördinatie van vrijwilligers') @@ to_tsquery('house.dutch', 'coordinatie & vrijwilliger') as hit,
      house.plain('Coördinatie ÉÉN') as plain, 'eigen kracht' % 'eigen kragt' as near`,
  )
  assert.deepEqual(rows, [{ hit: true, plain: 'coordinatie een', near: true }])
})
