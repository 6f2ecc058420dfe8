/** Nobody but its owner can read a reflection: not as another role of the database, and not from a dump. */
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import pg from 'pg'
import { readConfig } from '../src/foundation/config.ts'
import type { Database } from '../src/foundation/db/index.ts'
import { inGroups } from '../src/foundation/save-code.ts'
import { randomToken } from '../src/foundation/seal.ts'
import { makeCode } from '../src/reflection/code.store.ts'
import { contribute } from '../src/reflection/contribution.store.ts'
import { keepAsOwn } from '../src/reflection/own-sheet.store.ts'
import { askReminder } from '../src/reflection/reminder.store.ts'
import { writeSheet } from '../src/reflection/sheet.store.ts'
import { lookupOf, newSecret, newSheet } from '../src/reflection/sheet.ts'
import { testDatabase } from './database.ts'
import { people } from './world.ts'

const now = new Date('2026-11-23T10:00:00Z')
const PRIVATE = ['sheet', 'code', 'ticket', 'waiting_contribution', 'contribution', 'reminder']
const config = readConfig({ DEMO: 'on', SECRET_KEY: 'only for tests, only for tests, only for tests' })
const key = Buffer.from(randomToken(32), 'base64url')
/** Words that can only have come from the sheet. */
const marks = ['"ek1":5', 'eigen-kracht-versterken', '"answers"', '"wishes"', 'mijnadres']

let database: Database
let owner: pg.Pool
let secret: Buffer
let code: string

before(async () => {
  database = await testDatabase()
  owner = new pg.Pool({ connectionString: database.ownerUrl, max: 1, allowExitOnIdle: true })
  secret = newSecret()
  const { db } = database
  await writeSheet(db, secret, now, () => {
    const sheet = newSheet('2026', 0)
    return {
      ...sheet,
      codes: 1,
      round: { ...sheet.round, answers: { ek1: 5 }, wishes: { 'eigen-kracht-versterken': 'yes' } },
    }
  })
  code = await makeCode(db, secret, 1)
  await keepAsOwn(db, { person: people.noor.id, key }, secret, now)
  await contribute(db, secret, key, { edition: '2026', answers: { ek1: 5 }, minutes: 9 }, now)
  await askReminder(db, config, 'mijnadres@verankerd.example', now)
})

after(async () => {
  await owner.end()
  await database.close()
})

async function rowsAs(
  role: string | undefined,
  table: string,
  settings: Record<string, string> = {},
): Promise<number | 'refused'> {
  const client = await database.pool.connect()
  try {
    await client.query('begin')
    if (role) await client.query(`select set_config('role', $1, true)`, [role])
    for (const [name, value] of Object.entries(settings))
      await client.query('select set_config($1, $2, true)', [name, value])
    const { rows } = await client.query(`select * from reflection.${table}`)
    return rows.length
  } catch (error) {
    if (error instanceof pg.DatabaseError && error.code === '42501') return 'refused'
    throw error
  } finally {
    await client.query('rollback')
    client.release()
  }
}

for (const table of PRIVATE) {
  test(`the application itself may not read reflection.${table}`, async () =>
    assert.equal(await rowsAs(undefined, table), 'refused'))
  test(`the reflector sees no row of reflection.${table} without its own setting`, async () => {
    assert.equal(await rowsAs('verankerd_reflector', table), 0)
    for (const setting of ['app.sheet', 'app.code', 'app.ticket', 'app.reminder'])
      assert.equal(await rowsAs('verankerd_reflector', table, { [setting]: 'ab'.repeat(32) }), 0, setting)
    assert.equal(
      await rowsAs('verankerd_reflector', table, {
        'app.person': people.milan.id,
      }),
      0,
    )
  })
}

test('every other role of the server, entered for real, is refused', async () => {
  const { rows } = await owner.query<{ rolname: string }>(
    `select rolname from pg_roles where not rolsuper and rolname <> 'verankerd_reflector' and rolname not like 'pg\\_%'
       and not pg_has_role(rolname, (select relowner from pg_class where oid = 'reflection.sheet'::regclass), 'usage')`,
  )
  assert.ok(rows.some((role) => role.rolname === 'verankerd_app'))
  for (const { rolname } of rows)
    for (const table of PRIVATE)
      for (const words of [`select * from reflection.${table}`, `delete from reflection.${table}`])
        assert.equal(await doneAs(rolname, words), 'refused', `${rolname}: ${words}`)
})

/** What this role gets when it says so, with nothing of it left behind. */
async function doneAs(role: string, words: string): Promise<number | null | 'refused'> {
  const client = await owner.connect()
  try {
    await client.query('begin')
    await client.query(`select set_config('role', $1, true)`, [role])
    return (await client.query(words)).rowCount
  } catch (error) {
    if (error instanceof pg.DatabaseError && error.code === '42501') return 'refused'
    throw error
  } finally {
    await client.query('rollback')
    client.release()
  }
}

test('row-level security is forced on every private table, for the owner too', async () => {
  const { rows } = await owner.query<{ relname: string }>(
    `select relname from pg_class where relnamespace = 'reflection'::regnamespace and relkind = 'r'
       and not (relrowsecurity and relforcerowsecurity) order by 1`,
  )
  assert.deepEqual(
    rows.map((row) => row.relname),
    ['edition', 'release'],
  )
})

test('a dump holds no answer, no code, no secret and no address', async () => {
  const { rows } = await owner.query<{ name: string }>(
    `select n.nspname || '.' || c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
     where c.relkind = 'r' and n.nspname not in ('pg_catalog', 'information_schema')`,
  )
  assert.ok(rows.some((row) => row.name === 'reflection.sheet'))
  let dump = ''
  for (const { name } of rows) {
    // As whoever restores a dump: past every policy.
    const table = await owner.query(`select coalesce(string_agg(t::text, e'\\n'), '') as text from ${name} t`)
    dump += `${table.rows[0].text}\n`
  }
  const sheets = await owner.query('select count(*) from reflection.sheet')
  assert.equal(sheets.rows[0].count, '1')
  const readable = (bytes: Buffer) => [bytes.toString('hex'), bytes.toString('base64url'), bytes.toString('base64')]
  const hidden = [...readable(secret), ...readable(Buffer.from(code)), code, inGroups(code), ...readable(key)]
  for (const word of hidden) assert.ok(!dump.includes(word), `the dump holds ${word.slice(0, 6)}…`)
  const own = rows.filter((row) => row.name.startsWith('reflection.') && !row.name.endsWith('.edition'))
  for (const { name } of own) {
    const bytes = await owner.query<{ text: string }>(`select t::text as text from ${name} t`)
    for (const { text } of bytes.rows)
      for (const mark of marks) {
        assert.ok(!text.includes(mark), `${name} holds ${mark}`)
        assert.ok(!text.includes(Buffer.from(mark).toString('hex')), `${name} holds ${mark} as bytes`)
      }
  }
  assert.ok(dump.includes(lookupOf(secret).toString('hex')), 'the dump was read as whoever may read everything')
})

test('a dump ties the sheet to neither the reminder nor the counted answers', async () => {
  const columns = await owner.query<{ table_name: string; column_name: string }>(
    `select table_name, column_name from information_schema.columns where table_schema = 'reflection'
       and table_name in ('reminder', 'contribution', 'waiting_contribution', 'ticket') order by 1, 2`,
  )
  assert.deepEqual(
    columns.rows.map((row) => `${row.table_name}.${row.column_name}`),
    [
      'contribution.id',
      'contribution.month',
      'contribution.sealed',
      'reminder.address_hash',
      'reminder.due_on',
      'reminder.sealed',
      'ticket.month',
      'ticket.ticket',
      'waiting_contribution.id',
      'waiting_contribution.sealed',
    ],
  )
})
