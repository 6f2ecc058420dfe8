import assert from 'node:assert/strict'
import { after as afterAll, before, beforeEach, test } from 'node:test'
import { openPeople, type PeopleHouse } from '../../test/people.ts'
import { people, places } from '../../test/world.ts'
import { after, HOUR } from '../foundation/clock.ts'
import { inTransaction } from '../foundation/db/index.ts'
import { peopleJobs } from './people.jobs.ts'
import { findPerson, nameOf } from './person.store.ts'
import { destroyPersonKey, knownPersonKey, personKey } from './person-key.store.ts'
import { erasePerson, exportPerson } from './takeout.store.ts'

let open: PeopleHouse

before(async () => {
  open = await openPeople()
})
beforeEach(() => {
  open.parts.clockAt.now = after(open.parts.clockAt.now, 25 * HOUR)
})
afterAll(() => open.close())

test('a name is changed, and what is wrong with it is said', async () => {
  const visit = open.visit()
  await open.enter(visit, people.noor.email)
  const page = await visit.get('/mijn/account')
  assert.match(page.text, /noor@verankerd\.example/)
  assert.match(page.text, /professional/)
  assert.equal((await visit.post('/mijn/account/naam', { naam: 'Noor B.' })).location, '/mijn/account')
  assert.match((await visit.get('/mijn/account')).text, /value="Noor B\."/)
  const long = 'é'.repeat(121)
  const refused = await visit.post('/mijn/account/naam', { naam: long })
  assert.equal(refused.status, 400)
  assert.match(refused.text, /korter dan 120/)
  assert.ok(refused.text.includes(long))
  assert.equal((await visit.post('/mijn/account/naam', {})).status, 400)
})

test('sessions: seen, ended one by one or all but this one, and never someone else’s', async () => {
  const [phone, laptop, other] = [open.visit(), open.visit(), open.visit()]
  await open.enter(phone, people.milan.email)
  await open.enter(laptop, people.milan.email)
  await open.enter(other, people.gloria.email)
  const page = await laptop.get('/mijn/account')
  const ends = [...page.text.matchAll(/\/mijn\/account\/sessies\/([0-9a-f-]+)\/einde/g)].map((match) => match[1] ?? '')
  assert.equal(ends.length, 1)
  await other.get('/mijn/account')
  assert.equal((await other.post(`/mijn/account/sessies/${ends[0]}/einde`, {})).status, 404)
  assert.equal((await other.post('/mijn/account/sessies/geen-id/einde', {})).status, 404)
  assert.equal((await phone.get('/proef/ingelogd')).status, 200)
  assert.equal((await laptop.post(`/mijn/account/sessies/${ends[0]}/einde`, {})).status, 303)
  assert.equal((await phone.get('/proef/ingelogd')).status, 303)
  await open.enter(phone, people.milan.email)
  await laptop.post('/mijn/account/sessies/einde', {})
  assert.equal((await phone.get('/proef/ingelogd')).status, 303)
  assert.equal((await laptop.get('/proef/ingelogd')).text, 'Milan de Wit')
})

test('who leaves an organisation belongs there no more, and has no role there at the next request', async () => {
  const [visit, other] = [open.visit(), open.visit()]
  await open.enter(visit, people.ingrid.email)
  await open.enter(other, people.ruben.email)
  const page = await visit.get('/mijn/account')
  assert.match(page.text, /Waar je bij hoort[\s\S]*Welzijn De Vlier[\s\S]*teamleider/)
  const end = `/mijn/account/organisaties/${places.vlier.id}/einde`
  await other.get('/mijn/account')
  assert.equal((await other.post(end, {})).status, 404, 'not theirs to leave')
  assert.equal((await visit.post('/mijn/account/organisaties/geen-id/einde', {})).status, 404)
  assert.equal((await visit.post(end, {})).location, '/mijn/account')
  assert.doesNotMatch((await visit.get('/mijn/account')).text, /Welzijn De Vlier|teamleider/)
  assert.equal((await visit.get(`/proef/rol/team-lead/${places.vlier.id}`)).status, 404)
  assert.equal((await visit.post(end, {})).status, 404, 'left already')
  const { rows } = await open.parts.database.pool.query(
    'select until from people.membership where person = $1 and organisation = $2',
    [people.ingrid.id, places.vlier.id],
  )
  assert.deepEqual(rows, [{ until: open.parts.clockAt.now }])
})

test('a visitor is sent to sign in, wherever they knock', async () => {
  for (const path of [
    '/mijn/account',
    '/mijn/account/mailadres',
    '/mijn/account/mailadres/code',
    '/mijn/tweede-stap',
    '/mijn/tweede-stap/app',
    '/mijn/tweede-stap/herstelcodes',
    '/inloggen/welkom',
    '/beheer/rollen',
  ])
    assert.match((await open.visit().get(path)).location, /^\/inloggen/, path)
  for (const path of [
    '/mijn/account/naam',
    '/mijn/account/sessies/einde',
    '/mijn/passkeys',
    '/beheer/rollen',
    '/mijn/account/organisatie/einde',
  ])
    assert.match((await open.visit().post(path, {})).location, /^\/inloggen/, path)
})

test('the key of a person: one for everyone who asks at once, only readable with the secret, gone for good at erasure', async () => {
  const { db, pool } = open.parts.database
  const { config } = open.parts
  const keys = await Promise.all(Array.from({ length: 8 }, () => personKey(db, config, people.henk.id)))
  assert.equal(new Set(keys.map((key) => key.toString('hex'))).size, 1)
  assert.equal(keys[0]?.length, 32)
  const stored = (await pool.query('select wrapped from people.person_key where person = $1', [people.henk.id])).rows[0]
    .wrapped
  assert.ok(!stored.includes(keys[0]))
  await assert.rejects(personKey(db, { secretKey: Buffer.alloc(32, 1) }, people.henk.id))
  assert.equal(await knownPersonKey(db, config, people.wei.id), undefined)
  await destroyPersonKey(db, people.henk.id)
  assert.notDeepEqual(await personKey(db, config, people.henk.id), keys[0])
  await inTransaction(db, (tx) => erasePerson(tx, people.henk.id, open.parts.clockAt.now))
  await assert.rejects(personKey(db, config, people.henk.id), /no such account/)
})

test('export holds what we keep; erasure empties it, ends sessions and may run twice', async () => {
  const { db, pool } = open.parts.database
  const visit = open.visit()
  await open.enter(visit, people.anneke.email)
  const taken = await exportPerson(db, people.anneke.id)
  const table = (name: string) => taken.find((one) => one.name === name)?.rows
  assert.equal(table('account')?.[0]?.mailadres, people.anneke.email)
  assert.equal(table('rollen')?.[0]?.organisatie, 'Gemeente Waterbroek')
  assert.equal(table('sessies')?.length, 1)
  assert.ok(taken.every((one) => one.title.length > 3))
  const now = open.parts.clockAt.now
  await inTransaction(db, (tx) => erasePerson(tx, people.anneke.id, now))
  await inTransaction(db, (tx) => erasePerson(tx, people.anneke.id, after(now, HOUR)))
  assert.equal((await visit.get('/proef/ingelogd')).status, 303)
  assert.equal(await findPerson(db, people.anneke.id), undefined)
  assert.equal((await nameOf(db, [people.anneke.id, people.wei.id])).get(people.wei.id), 'Wei Chen')
  assert.equal((await nameOf(db, [people.anneke.id])).size, 0)
  const rest = await pool.query(
    `select p.name, p.email, p.erased_at,
      (select count(*)::int from people.sign_in_code where email = $2) as codes,
      (select count(*)::int from people.membership where person = p.id) as memberships,
      (select count(*)::int from people.role_grant g where g.person = p.id and not exists (select from people.role_ending e where e.role_grant = g.id)) as roles
    from people.person p where p.id = $1`,
    [people.anneke.id, people.anneke.email],
  )
  assert.deepEqual(rest.rows, [{ name: null, email: null, erased_at: now, codes: 0, memberships: 0, roles: 0 }])
  assert.equal(
    (await open.enter(open.visit(), people.anneke.email)).location,
    '/inloggen/welkom?nieuw=ja',
    'the address may begin anew',
  )
})

test('the nightly sweep forgets mails to sign in of more than a day ago', async () => {
  const { db, pool } = open.parts.database
  const count = async () => (await pool.query('select count(*)::int as n from people.sign_in_code')).rows[0].n
  await open.askMail(open.visit(), people.wei.email)
  const { config, log } = open.parts
  const [sweep] = peopleJobs()
  await sweep?.work({ db, now: after(open.parts.clockAt.now, HOUR), config, log }, {})
  assert.ok((await count()) >= 1)
  await sweep?.work({ db, now: after(open.parts.clockAt.now, 25 * HOUR), config, log }, {})
  assert.equal(await count(), 0)
})
