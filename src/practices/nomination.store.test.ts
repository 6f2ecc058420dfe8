import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { testDatabase } from '../../test/database.ts'
import { quiet } from '../../test/parts.ts'
import { people, settleWorld } from '../../test/world.ts'
import type { Database, Db } from '../foundation/db/index.ts'
import { publishRevision } from '../thread/index.ts'
import { writeListing } from './listing.store.ts'
import { eraseOldNominations, forgetNominators } from './nomination.retention.store.ts'
import { eraseNominationsOf, exportNominations } from './nomination.takeout.store.ts'
import { settleCall, settleNomination, wholeBodies } from './practices.fixture.ts'
import { practice } from './practices.tables.ts'
import { similarPractices } from './similar.store.ts'

let database: Database
let db: Db
let call: string
before(async () => {
  database = await testDatabase()
  db = database.db
  await settleWorld(db, { now: new Date('2026-11-01T10:00:00Z') })
  call = await settleCall(db)
})
after(() => database.close())

test('what looks like it is shown first, also when it is spelt otherwise', async () => {
  const [made] = await db
    .insert(practice)
    .values({
      slug: 'samen-aan-tafel',
      call,
      title: 'Samen aan tafel',
      line: 'Buren koken voor elkaar.',
      organisation: 'De Vlier',
      organisationKind: 'welfare',
      gemeente: 'GM0014',
      startedOn: '2020-01-01',
      fictional: true,
      createdAt: new Date(),
    })
    .returning({ id: practice.id })
  assert.ok(made)
  const { item } = await publishRevision(db, {
    kind: 'practice',
    title: 'Samen aan tafel',
    summary: 'Buren koken voor elkaar.',
    body: {},
    url: '/praktijken/samen-aan-tafel',
    by: null,
    at: new Date(),
  })
  await writeListing(db, {
    practice: made.id,
    item,
    slug: 'samen-aan-tafel',
    title: 'Samen aan tafel',
    line: 'Buren koken voor elkaar.',
    summary: 'Elke week eten twintig buurtbewoners samen.',
    text: 'Elke week eten twintig buurtbewoners samen.',
    theme: 'eenzaamheid',
    fields: [],
    people: [],
    gemeente: 'GM0014',
    organisation: 'De Vlier',
    organisationKind: 'welfare',
    year: 2026,
    fictional: true,
    at: new Date(),
  })
  const found = async (title: string, line: string) =>
    (await similarPractices(db, { title, line })).map(({ slug }) => slug)
  assert.deepEqual(await found('Sámen aan taffel', 'Wij eten met de buurt.'), ['samen-aan-tafel'])
  assert.deepEqual(await found('Pannen', 'Wij koken met buren.'), ['samen-aan-tafel'])
  assert.deepEqual(await found('Fietsles', 'Nieuwkomers leren trappen.'), [])
  assert.deepEqual(await found('!!!', "' & | ! ( )"), [])
})

test('a year after its call closed, only what was sent is left', async () => {
  const old = await settleCall(db, { slug: 'oud', year: 2024, opensOn: '2024-09-01', closesOn: '2024-12-01' })
  const at = new Date('2024-10-01T10:00:00Z')
  const unsent = await settleNomination(db, { call: old, at })
  const kept = await settleNomination(db, { call: old, at, sentAt: at })
  const back = await settleNomination(db, { call: old, at, sentAt: at })
  await db.$client.query('insert into practices.nomination_withdrawal values ($1, $2, null)', [back.id, at])
  assert.equal(await eraseOldNominations(db, new Date('2025-12-01T10:00:00Z'), quiet), 0)
  assert.equal(await eraseOldNominations(db, new Date('2025-12-02T10:00:00Z'), quiet), 2)
  const { rows } = await db.$client.query('select id from practices.nomination where id = any($1)', [
    [unsent.id, kept.id, back.id],
  ])
  assert.deepEqual(rows, [{ id: kept.id }])
})

/** Puts a document with a nomination, and in what was sent of it. */
async function document(nomination: string): Promise<void> {
  const { rows } = await db.$client.query<{ id: string }>(
    `insert into house.file (storage_key, kind, name, size, sha256, quarantined, created_at)
     values (md5(random()::text), 'pdf', 'verslag-van-bep.pdf', 10, 'x', false, now()) returning id`,
  )
  await db.$client.query(
    `insert into practices.attachment (nomination, file, title, attached_at) values ($1, $2, 'Verslag van Bep', now())`,
    [nomination, rows[0]?.id],
  )
  await db.$client.query(
    `update practices.submission set body = jsonb_set(body, '{attachments}', '[{"id": "1", "title": "Verslag van Bep"}]')
      where nomination = $1`,
    [nomination],
  )
}

test('who sent it is forgotten a year after a no, two years after a call without an answer; the words stay', async () => {
  const old = await settleCall(db, { slug: 'vergeten', year: 2024, opensOn: '2024-09-01', closesOn: '2024-12-01' })
  const at = new Date('2024-11-01T10:00:00Z')
  const open = await settleNomination(db, { call: old, at, sentAt: at })
  const no = await settleNomination(db, { call: old, at, sentAt: at })
  const yes = await settleNomination(db, { call: old, at, sentAt: at })
  for (const { id } of [no, yes]) await document(id)
  for (const [{ id }, outcome] of [
    [no, 'not chosen'],
    [yes, 'chosen'],
  ] as const)
    await db.$client.query(
      `insert into practices.decision (nomination, outcome, words, advice, decided_by, decided_at)
       values ($1, $2, '[]', 'Schrijf het op.', $3, '2025-02-01T10:00:00Z')`,
      [id, outcome, people.yusuf.id],
    )
  assert.equal(await forgetNominators(db, new Date('2026-02-01T10:00:00Z'), quiet), 0)
  assert.equal(await forgetNominators(db, new Date('2026-02-02T10:00:00Z'), quiet), 1)
  assert.equal(await forgetNominators(db, new Date('2026-12-01T10:00:00Z'), quiet), 0)
  // With what the test before left.
  assert.equal(await forgetNominators(db, new Date('2026-12-02T10:00:00Z'), quiet), 2)
  assert.equal(await forgetNominators(db, new Date('2026-12-02T10:00:00Z'), quiet), 0, 'again changes nothing')
  const words = async (id: string) => {
    const { rows } = await db.$client.query(
      `select string_agg(s.body::text, '') || (select body::text from practices.submission where nomination = $1) as text
         from practices.nomination_section s where nomination = $1`,
      [id],
    )
    return String(rows[0]?.text)
  }
  for (const { id } of [open, no]) {
    const text = await words(id)
    assert.doesNotMatch(text, /Ingrid|Bep|ingrid@/)
    assert.match(text, /De soepfiets[\s\S]*Welzijn De Vlier/)
  }
  assert.match(await words(yes.id), /Ingrid Postma/)
  const { rows: kept } = await db.$client.query(
    `select a.nomination, f.name from practices.attachment a join house.file f on f.id = a.file order by f.name`,
  )
  assert.deepEqual(kept, [{ nomination: yes.id, name: 'verslag-van-bep.pdf' }])
  const { rows: files } = await db.$client.query(`select from house.file where name = 'verslag-van-bep.pdf'`)
  assert.equal(files.length, 1, 'the file of what was not chosen is gone')
  assert.doesNotMatch(await words(no.id), /Verslag van Bep/)
})

test('taking along and erasing a person: own drafts go, the organisation keeps what it sent', async () => {
  const at = new Date('2026-11-20T10:00:00Z')
  const person = people.jamal.id
  const mail = people.jamal.email
  const own = await settleNomination(db, { call, at, person })
  const sent = await settleNomination(db, {
    call,
    at,
    sentAt: at,
    person,
    bodies: { organisation: { ...wholeBodies.organisation, contact: 'Jamal', mail } },
  })
  const tables = await exportNominations(db, person)
  assert.deepEqual(
    tables.map(({ name, rows }) => [name, rows.length]),
    [
      ['aanmeldingen', 2],
      ['aanmeldingen-teksten', 20],
      ['aanmeldingen-verstuurd', 1],
      ['themavoorstellen', 0],
    ],
  )
  for (let times = 0; times < 2; times += 1) await eraseNominationsOf(db, person)
  const { rows } = await db.$client.query(
    `select n.id, n.started_by, s.submitted_by, s.body->'sections'->'organisation'->>'mail' as mail,
            s.body->'sections'->'organisation'->>'name' as name
       from practices.nomination n left join practices.submission s on s.nomination = n.id where n.id = any($1)`,
    [[own.id, sent.id]],
  )
  assert.deepEqual(rows, [{ id: sent.id, started_by: null, submitted_by: null, mail: '', name: 'Welzijn De Vlier' }])
  assert.deepEqual(
    (await exportNominations(db, person)).flatMap((table) => table.rows),
    [],
  )
})
