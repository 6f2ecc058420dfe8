import assert from 'node:assert/strict'
import { after as afterAll, before, beforeEach, test } from 'node:test'
import type { Visit } from '../../test/parts.ts'
import { openPeople, type PeopleHouse } from '../../test/people.ts'
import { people, places, settleWorld } from '../../test/world.ts'
import { after, HOUR, MINUTE } from '../foundation/clock.ts'
import { clearSecondFactor, makeAdmin } from './admin.store.ts'
import { findPerson, findPersonByEmail } from './person.store.ts'
import { factorsOf, hasFactor } from './second-factor.store.ts'
import { codeAt } from './second-factor.ts'

let open: PeopleHouse
let admin: Visit
let secret: string

const later = (ms: number) => {
  open.parts.clockAt.now = after(open.parts.clockAt.now, ms)
}
const hidden = (text: string, name: string) => new RegExp(`name="${name}" value="([^"]*)"`).exec(text)?.[1] ?? ''

before(async () => {
  open = await openPeople()
  admin = open.visit()
  await open.enter(admin, people.lotte.email)
  const shown = await admin.get('/mijn/tweede-stap/app')
  secret = (/<code class="secret">([A-Z2-7 ]+)<\/code>/.exec(shown.text)?.[1] ?? '').replaceAll(' ', '')
  const code = codeAt(secret, open.parts.clockAt.now)
  await admin.post('/mijn/tweede-stap/app', { geheim: hidden(shown.text, 'geheim'), code })
})
beforeEach(async () => {
  later(HOUR)
  await admin.get('/inloggen/tweede-stap')
  await admin.post('/inloggen/tweede-stap', { code: codeAt(secret, open.parts.clockAt.now) })
  await admin.get('/beheer/rollen')
})
afterAll(() => open.close())

const rolesOf = async (id: string) => (await findPerson(open.parts.database.db, id))?.roles.map((held) => held.role)

test('an admin gives a role and ends it; both stand there with who and when, and the person gets a mail', async () => {
  const given = await admin.post('/beheer/rollen', { email: people.jamal.email, rol: 'editor', organisatie: '' })
  assert.equal(given.status, 303)
  assert.deepEqual(await rolesOf(people.jamal.id), ['editor'])
  assert.ok((await open.post(people.jamal.email)).some((mail) => /vanaf nu redacteur/.test(mail.text ?? '')))
  await admin.post('/beheer/rollen', { email: people.jamal.email, rol: 'editor', organisatie: '' })
  assert.deepEqual(await rolesOf(people.jamal.id), ['editor'], 'giving it twice gives it once')
  const page = await admin.get('/beheer/rollen')
  const end =
    /action="(\/beheer\/rollen\/[0-9a-f-]+\/einde)" method="post" aria-label="Beëindig redacteur van Jamal/.exec(
      page.text,
    )?.[1] ?? ''
  assert.equal((await admin.post(end, {})).status, 303)
  assert.deepEqual(await rolesOf(people.jamal.id), [])
  assert.equal((await admin.post(end, {})).status, 404, 'it is over already')
  const after = await admin.get('/beheer/rollen')
  assert.match(after.text, /door Lotte Beheer-Smits/)
})

test('a role taken away is gone at the next request', async () => {
  const visit = open.visit()
  await open.enter(visit, people.noor.email)
  assert.equal((await visit.get('/proef/rol/professional')).status, 200)
  const page = await admin.get('/beheer/rollen')
  const end =
    /action="(\/beheer\/rollen\/[0-9a-f-]+\/einde)" method="post" aria-label="Beëindig professional van Noor/.exec(
      page.text,
    )?.[1] ?? ''
  await admin.post(end, {})
  assert.equal((await visit.get('/proef/rol/professional')).status, 404)
})

const faults: [string, Record<string, string>, RegExp][] = [
  ['nothing filled in', { email: '', rol: '', organisatie: '' }, /Vul je mailadres in/],
  ['an unknown role', { email: people.noor.email, rol: 'koning', organisatie: '' }, /Kies een rol/],
  [
    'an unknown address',
    { email: 'niemand@verankerd.example', rol: 'editor', organisatie: '' },
    /geen account met dit mailadres/,
  ],
  [
    'a scoped role without a place',
    { email: people.noor.email, rol: 'team lead', organisatie: '' },
    /Kies de organisatie/,
  ],
  [
    'an editor of one organisation',
    { email: people.noor.email, rol: 'editor', organisatie: places.vlier.id },
    /hoort niet bij één organisatie/,
  ],
  [
    'a municipality that is none',
    { email: people.noor.email, rol: 'municipality', organisatie: places.vlier.id },
    /past niet bij de rol gemeente/,
  ],
  [
    'a place that is no id',
    { email: people.noor.email, rol: 'team lead', organisatie: 'vlier' },
    /Kies een organisatie uit de lijst/,
  ],
  [
    'a place that is not there',
    { email: people.noor.email, rol: 'team lead', organisatie: people.noor.id },
    /Kies een organisatie uit de lijst/,
  ],
]
for (const [name, form, sentence] of faults)
  test(`giving a role: ${name}`, async () => {
    const answer = await admin.post('/beheer/rollen', form)
    assert.equal(answer.status, 400)
    assert.match(answer.text, sentence)
    if (form.email) assert.ok(answer.text.includes(`value="${form.email}"`))
  })

test('however many organisations and roles there are, the page shows fifty of each and the way to the rest', async () => {
  const { pool } = open.parts.database
  const now = open.parts.clockAt.now
  await pool.query(
    `insert into people.organisation (name, kind, fictional, created_at)
     select 'Buurthuis ' || n || case when n = 60 then ' 100%_echt' else '' end, 'welfare', true, $1
     from generate_series(1, 60) n`,
    [now],
  )
  await pool.query(
    `insert into people.role_grant (person, role, organisation, granted_at)
     select $1, 'team lead', id, $2 from people.organisation where name like 'Buurthuis%'`,
    [people.wei.id, now],
  )
  const options = (text: string) => text.match(/<option value="[0-9a-f-]{36}"/g)?.length ?? 0
  const first = await admin.get('/beheer/rollen')
  assert.equal(options(first.text), 50)
  assert.match(first.text, /Er zijn er nog 18\. /)
  const count = (text: string) => text.match(/aria-label="Beëindig /g)?.length ?? 0
  assert.equal(count(first.text), 50)
  assert.match(first.text, /href="\/beheer\/rollen\?bladzijde=2"/)
  const second = await admin.get('/beheer/rollen?bladzijde=2')
  assert.ok(count(second.text) > 0 && count(second.text) < 50)
  assert.equal((await admin.get('/beheer/rollen?bladzijde=999')).text.includes('bladzijde=2" aria-current'), true)
  assert.equal((await admin.get('/beheer/rollen?bladzijde=x')).status, 200)
  const found = await admin.get(`/beheer/rollen?plek=${encodeURIComponent('100%_ECHT')}`)
  assert.equal(options(found.text), 1, 'signs of LIKE are looked for as they stand')
  const id = /<option value="([0-9a-f-]{36})"/.exec(found.text)?.[1] ?? ''
  const wrong = await admin.post('/beheer/rollen', { email: '', rol: 'team lead', organisatie: id })
  assert.match(wrong.text, new RegExp(`value="${id}" selected`), 'what was chosen stays, also beyond the fifty')
})

test('the last admin stays', async () => {
  const page = await admin.get('/beheer/rollen')
  const end =
    /action="(\/beheer\/rollen\/[0-9a-f-]+\/einde)" method="post" aria-label="Beëindig beheerder/.exec(
      page.text,
    )?.[1] ?? ''
  const refused = await admin.post(end, {})
  assert.equal(refused.status, 409)
  assert.match(refused.text, /laatste beheerder/)
})

test('changing roles asks for proof of less than five minutes ago; looking does not', async () => {
  later(6 * MINUTE)
  assert.equal((await admin.get('/beheer/rollen')).status, 200)
  const sent = await admin.post('/beheer/rollen', { email: people.noor.email, rol: 'editor', organisatie: '' })
  assert.match(sent.location, /^\/inloggen\/tweede-stap/)
  assert.ok(!(await rolesOf(people.noor.id))?.includes('editor'))
})

test('an id that is none, or no grant, does not exist', async () => {
  for (const id of ['x', people.noor.id, "'%20or%201=1"])
    assert.equal((await admin.post(`/beheer/rollen/${id}/einde`, {})).status, 404)
})

test('npm run admin: makes the account when there is none, and says when nothing changed', async () => {
  const { db } = open.parts.database
  const now = open.parts.clockAt.now
  assert.equal(await makeAdmin(db, 'eerste@verankerd.example', now), true)
  assert.equal(await makeAdmin(db, 'eerste@verankerd.example', now), false)
  assert.deepEqual((await findPersonByEmail(db, 'eerste@verankerd.example'))?.roles, [
    { role: 'admin', organisation: null },
  ])
})

test('npm run admin --clear-second-factor: all ways of the second step go, and every session', async () => {
  const { db } = open.parts.database
  const visit = open.visit()
  await open.enter(visit, people.henk.email)
  const shown = await visit.get('/mijn/tweede-stap/app')
  const fresh = (/<code class="secret">([A-Z2-7 ]+)<\/code>/.exec(shown.text)?.[1] ?? '').replaceAll(' ', '')
  const code = codeAt(fresh, open.parts.clockAt.now)
  await visit.post('/mijn/tweede-stap/app', { geheim: hidden(shown.text, 'geheim'), code })
  assert.equal(hasFactor(await factorsOf(db, people.henk.id)), true)
  assert.equal(await clearSecondFactor(db, people.henk.email), true)
  assert.equal(hasFactor(await factorsOf(db, people.henk.id)), false)
  assert.equal((await visit.get('/proef/ingelogd')).status, 303)
  assert.equal(await clearSecondFactor(db, 'niemand@verankerd.example'), false)
})

test('the cast is settled once, however often the house starts', async () => {
  const { db, pool } = open.parts.database
  const count = async () => (await pool.query('select count(*)::int as n from people.role_grant')).rows[0].n
  const before = await count()
  await settleWorld(db, { now: open.parts.clockAt.now })
  // Only what the tests above ended is given again.
  assert.ok((await count()) - before <= 1)
  assert.deepEqual(await rolesOf(people.tess.id), ['workplace coordinator'])
})

test('the application may add to the trail of roles, never change it', async () => {
  for (const attempt of [
    'update people.role_grant set granted_by = null',
    'delete from people.role_ending',
    'delete from people.role_grant',
  ])
    await assert.rejects(open.parts.database.pool.query(attempt), /permission denied/)
})

test('in a trial installation the admin may look and change nothing; anyone may become anyone', async () => {
  const demo = await openPeople({ DEMO: 'on' })
  try {
    const visit = demo.visit()
    assert.match((await visit.get('/demo')).text, /Word Noor Benali/)
    assert.equal((await visit.post('/demo/inloggen', { persoon: 'niemand' })).status, 400)
    assert.equal((await visit.post('/demo/inloggen', {})).status, 400)
    assert.equal((await visit.post('/demo/inloggen', { persoon: 'lotte' })).status, 303)
    assert.equal((await visit.get('/beheer/rollen')).status, 200)
    const refused = await visit.post('/beheer/rollen', { email: people.noor.email, rol: 'editor', organisatie: '' })
    assert.equal(refused.status, 403)
    assert.match(refused.text, /proefopstelling/)
    // After half an hour away the second step has to be given again, and a cast member has none: the way on is named.
    const { clockAt } = demo.parts
    const before = clockAt.now
    clockAt.now = new Date(before.getTime() + 31 * 60_000)
    const away = await visit.get('/beheer/rollen')
    assert.match(away.location, /^\/mijn\/tweede-stap|^\/inloggen\/tweede-stap/)
    const asked = (await visit.get('/mijn/tweede-stap')).text
    assert.match(asked, /<a href="\/demo">Word diegene opnieuw<\/a>/)
    clockAt.now = before
    for (const member of Object.values(people)) {
      const one = demo.visit()
      await one.post('/demo/inloggen', { persoon: member.key })
      for (const held of member.roles)
        assert.equal((await one.get(`/proef/rol/${held.role.replace(' ', '-')}`)).text, member.name)
    }
  } finally {
    await demo.close()
  }
})

test('outside a trial installation nobody becomes anyone', async () => {
  assert.equal((await open.visit().get('/demo')).status, 404)
  assert.equal((await open.visit().post('/demo/inloggen', { persoon: 'lotte' })).status, 404)
})
