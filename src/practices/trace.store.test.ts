import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { testDatabase } from '../../test/database.ts'
import { people, settleWorld } from '../../test/world.ts'
import type { Database, Db } from '../foundation/db/index.ts'
import { addPractice } from './practice.store.ts'
import { settleCall, settleNomination } from './practices.fixture.ts'
import { erasePracticeWork, exportPracticeWork } from './trace.store.ts'
import { TOLD_ELSEWHERE, TRACES } from './trace.ts'

const AT = new Date('2026-11-20T10:00:00Z')
const ANY_ID = '00000000-0000-4000-8000-000000000001'
let database: Database
let db: Db

before(async () => {
  database = await testDatabase()
  db = database.db
  await settleWorld(db, { now: new Date('2026-11-01T10:00:00Z') })
})
after(() => database.close())

/** Columns that look as if they name a person and don't. */
const NOBODY = new Set([
  'field.name',
  'criterion.name',
  'theme.name',
  'theme_proposal.name',
  'flyer_line.name',
  'recognition.given_by',
])

test('every column that names a person is told and emptied somewhere', async () => {
  const { rows } = await db.$client.query<{ place: string }>(
    `select table_name || '.' || column_name as place from information_schema.columns
      where table_schema = 'practices'
        and column_name ~ '(^|_)(by|person|owner|reader|mail|name|function|phone|editor|author|sender)$'`,
  )
  const told = new Set([...TRACES.map(({ table, column }) => `${table}.${column}`), ...Object.keys(TOLD_ELSEWHERE)])
  const places = rows.map(({ place }) => place)
  assert.deepEqual(
    places.filter((place) => !told.has(place) && !NOBODY.has(place)),
    [],
    'say in trace.ts what happens to it',
  )
  assert.deepEqual(
    [...told].filter((place) => !places.includes(place)),
    [],
    'trace.ts names a column that is gone',
  )
})

test('what stays is what cannot be empty or decided something, and the table says so', async () => {
  const { rows } = await db.$client.query<{ place: string }>(
    `select c.relname || '.' || a.attname as place from pg_attribute a
       join pg_class c on c.oid = a.attrelid join pg_namespace n on n.oid = c.relnamespace
      where n.nspname = 'practices' and col_description(c.oid, a.attnum) like 'stays after erasure%'`,
  )
  const staying = TRACES.filter(({ end }) => end === 'stays').map(({ table, column }) => `${table}.${column}`)
  assert.deepEqual(rows.map(({ place }) => place).sort(), [...staying, 'assignment.reader'].sort())
})

test('an owner and a colleague: their remark, agreement and answer are taken along, and then name nobody', async () => {
  const { id: person, email } = people.jamal
  const call = await settleCall(db)
  const { id: nomination } = await settleNomination(db, { call, at: AT, sentAt: AT, person })
  const practice = await addPractice(db, {
    ...{ nomination, call, theme: null, title: 'De soepfiets', line: 'Soep aan huis.', organisation: 'De Vlier' },
    ...{ organisationKind: 'welfare', gemeente: 'GM0014', startedOn: '2024-03-01', fields: [], people: [] },
    ...{ owner: person, ownerMail: email.toUpperCase(), fictional: true, createdAt: AT },
  })
  const run = async (text: string, values: unknown[]) =>
    (await db.$client.query<{ id: string }>(text, values)).rows[0]?.id
  const description = await run(
    'insert into practices.description (practice, number, started_by, started_at) values ($1, 1, $2, $3) returning id',
    [practice.id, person, AT],
  )
  const offer = await run(
    `insert into practices.description_offer (description, fingerprint, offered_at) values ($1, 'x', $2) returning id`,
    [description, AT],
  )
  await run(
    `insert into practices.description_remark (offer, section, text, said_by, said_at) values ($1, 'goal', 'Het zijn er tien.', $2, $3)`,
    [offer, person, AT],
  )
  await run('insert into practices.description_agreement values ($1, $2, $3)', [offer, person, AT])
  await run('insert into practices.description_publication values ($1, $2, $3, $4)', [description, ANY_ID, person, AT])
  await run(
    `insert into practices.confirmation (practice, answer, words, answered_at, answered_by) values ($1, 'changed', 'Ik ben nu alleen.', $2, $3)`,
    [practice.id, AT, person],
  )
  const file = await run(
    `insert into house.file (storage_key, kind, name, size, sha256, account, quarantined, created_at, created_by)
     values ('k', 'pdf', 'plan.pdf', 1, '', $2, false, $3, $1) returning id`,
    [person, nomination, AT],
  )
  await run(
    'insert into practices.attachment (nomination, file, title, attached_at, attached_by) values ($1, $2, $3, $4, $5)',
    [nomination, file, 'Plan', AT, person],
  )

  const [done, reached] = await exportPracticeWork(db, person)
  assert.deepEqual(done?.rows.map(({ wat, waarbij, tekst }) => [wat, waarbij, tekst]).sort(), [
    ['akkoord gegeven op een beschrijving', 'De soepfiets', null],
    ['beschrijving begonnen', 'De soepfiets', null],
    ['beschrijving gepubliceerd', 'De soepfiets', null],
    ['document bij een aanmelding gezet', 'De soepfiets', 'Plan'],
    ['eigenaar van een praktijk', 'De soepfiets', null],
    ['gezegd hoe het met een praktijk staat', 'De soepfiets', 'Ik ben nu alleen.'],
    ['iets gezegd bij een beschrijving', 'De soepfiets', 'Het zijn er tien.'],
  ])
  assert.deepEqual(reached?.rows, [{ praktijk: 'De soepfiets', mailadres: email, sinds: AT.toISOString() }])
  assert.deepEqual((await exportPracticeWork(db, people.noor.id))[0]?.rows, [], 'nothing of it is another person’s')

  for (let times = 0; times < 2; times += 1) await erasePracticeWork(db, person)
  const [left, none] = await exportPracticeWork(db, person)
  assert.deepEqual(
    left?.rows.map(({ wat }) => wat),
    ['beschrijving gepubliceerd'],
    'who published stays as an id',
  )
  assert.deepEqual(none?.rows, [])
  const { rows } = await db.$client.query(
    `select p.owner, p.owner_mail as mail, r.said_by as said, r.text, a.agreed_by as agreed, c.answered_by as answered,
       c.answer, c.words, f.created_by as sender, f.account = $2 as counted
     from practices.practice p, practices.description_remark r, practices.description_agreement a,
       practices.confirmation c, house.file f where p.id = $1`,
    [practice.id, nomination],
  )
  assert.deepEqual(rows, [
    {
      ...{ owner: null, mail: null, said: null, text: 'Het zijn er tien.', agreed: null, answered: null },
      ...{ answer: 'changed', words: '', sender: null, counted: true },
    },
  ])
})
