import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Visit } from '../../test/parts.ts'
import { people } from '../../test/world.ts'
import { loadCalls } from './content.store.ts'
import { type Intake, openIntake } from './intake.sample.ts'
import { settleCall } from './practices.fixture.ts'

// One call on its way from proposals to publication: the tests follow each other.
let intake: Intake
let yusuf: Visit
let saskia: Visit
before(async () => {
  intake = await openIntake()
  await settleCall(intake.parts.database.db)
  yusuf = await intake.as(people.yusuf.id, '/oproepen/themas')
  saskia = await intake.as(people.saskia.id, '/oproepen/themas')
})
after(() => intake.close())

const idIn = (text: string) => /name="voorstel" value="([0-9a-f-]{36})"/.exec(text)?.[1] ?? ''
const versionIn = (text: string) => /name="versie" value="(\d+)"/.exec(text)?.[1] ?? ''

test('calls and criteria are there for everyone, each with explanation, example and evidence', async () => {
  const visitor = intake.visit()
  assert.match((await visitor.get('/oproepen')).text, /Proefoproep 2026[\s\S]*nu open/)
  const { text } = await visitor.get('/oproepen/proef-2026')
  for (const words of [
    'Thema eenzaamheid',
    'Criterium jaar',
    'moet, bekijken we eerst',
    'weegt mee',
    'Bijvoorbeeld',
    'Veld begeleiding',
    'verzonnen voorbeeld',
  ])
    assert.match(text, new RegExp(words))
  assert.equal((await visitor.get('/oproepen/bestaat-niet')).status, 404)
})

test('whoever is signed in proposes a theme; nobody else sees it until it was chosen', async () => {
  assert.match((await intake.visit().get('/oproepen/themas')).text, /Log in en stel een thema voor/)
  const noor = await intake.as(people.noor.id, '/oproepen/themas')
  const short = await noor.post('/oproepen/themas', { naam: 'Jonge mantelzorgers', reden: 'kort' })
  assert.equal(short.status, 400)
  assert.match(short.text, /value="Jonge mantelzorgers"/)
  const reden = 'Ik zie elk jaar meer kinderen die thuis zorgen.'
  assert.equal((await noor.post('/oproepen/themas', { naam: 'Jonge mantelzorgers', reden })).status, 303)
  assert.match((await noor.get('/oproepen/themas')).text, /Van jou, nog niet bekeken[\s\S]*Jonge mantelzorgers/)
  const others = (await intake.visit().get('/oproepen/themas')).text
  assert.doesNotMatch(others, /Jonge mantelzorgers/)
  assert.match(others, /Eén voorstel wacht nog/)
  assert.equal((await noor.get('/redactie/themas')).status, 404)
})

test('whoever proposed a theme takes it back while nobody decided, and nothing is left', async () => {
  const noor = await intake.as(people.noor.id, '/oproepen/themas')
  const ingrid = await intake.as(people.ingrid.id, '/oproepen/themas')
  const reden = 'Dit zei ik te snel, bij nader inzien.'
  await ingrid.post('/oproepen/themas', { naam: 'Stille buren', reden })
  const own = /\/oproepen\/themas\/[0-9a-f-]{36}\/einde/.exec((await ingrid.get('/oproepen/themas')).text)?.[0] ?? ''
  assert.equal((await noor.post(own, {})).status, 404)
  assert.equal((await ingrid.post(own, {})).status, 303)
  assert.match((await ingrid.get('/oproepen/themas?terug=ja')).text, /Je voorstel is weg/)
  const { rows } = await intake.parts.database.pool.query(
    `select from practices.theme_proposal where name = 'Stille buren'`,
  )
  assert.equal(rows.length, 0)
  assert.equal((await ingrid.post(own, {})).status, 404)
})

test('what an editor decided about can no longer be taken back', async () => {
  const { pool } = intake.parts.database
  const { rows } = await pool.query<{ id: string }>(
    `insert into practices.theme_proposal (year, name, reason, person, proposed_at)
     values (2027, 'Al gekozen', 'Daarom dan toch.', $1, now()) returning id`,
    [people.tess.id],
  )
  const tess = await intake.as(people.tess.id, '/oproepen/themas')
  await yusuf.post('/redactie/themas', {
    voorstel: rows[0]?.id ?? '',
    uitkomst: 'not chosen',
    reden: 'Dit deden we vorig jaar.',
  })
  const late = await tess.post(`/oproepen/themas/${rows[0]?.id}/einde`, {})
  assert.equal(late.status, 409)
  assert.match(late.text, /koos hier intussen over/)
})

test('an editor chooses with a reason everyone reads; a second choice is told so', async () => {
  const voorstel = idIn((await yusuf.get('/redactie/themas')).text)
  const bare = await yusuf.post('/redactie/themas', { voorstel, uitkomst: 'chosen', reden: '' })
  assert.equal(bare.status, 400)
  const reden = 'Dit komt in alle wijken terug.'
  assert.equal((await yusuf.post('/redactie/themas', { voorstel, uitkomst: 'chosen', reden })).status, 303)
  const late = await saskia.post('/redactie/themas', {
    voorstel,
    uitkomst: 'not chosen',
    reden: 'Dit deden we al in 2024.',
  })
  assert.equal(late.status, 400)
  assert.match(late.text, /Een collega koos hier al over/)
  const page = (await intake.visit().get('/oproepen/themas')).text
  assert.match(page, /Jonge mantelzorgers[\s\S]*gekozen voor 2027[\s\S]*Dit komt in alle wijken terug/)
  assert.doesNotMatch(page, /Noor/)
})

test('a proposal nobody answered stays on the desk after its year', async () => {
  await intake.parts.database.pool.query(
    `insert into practices.theme_proposal (year, name, reason, proposed_at)
     values (2024, 'Blijven liggen', 'Niemand keek ernaar.', '2023-11-01')`,
  )
  const desk = (await yusuf.get('/redactie/themas')).text
  assert.match(desk, /Blijven liggen[\s\S]*voor 2024\. Hier besliste nog niemand over/)
  const voorstel = idIn(desk)
  const reden = 'Dit deden we al in 2025.'
  assert.equal((await yusuf.post('/redactie/themas', { voorstel, uitkomst: 'not chosen', reden })).status, 303)
  assert.match((await intake.visit().get('/oproepen/themas')).text, /Dit deden we al in 2025\./)
})

const form = (more: Record<string, string> = {}) => ({
  jaar: '2027',
  titel: 'Oproep 2027',
  tekst: 'We zoeken weer.',
  contact: 'Mail de redactie.',
  opent: '2027-09-01',
  sluit: '2027-12-01',
  criteria: 'proef',
  lijst: 'proef',
  versie: '0',
  ...more,
})

test('next year begins from the last call; the year is taken only once', async () => {
  const page = (await yusuf.get('/redactie/oproepen/nieuw')).text
  assert.match(page, /value="2027-09-01"/)
  assert.match(page, /value="Proefoproep 2027"/)
  const begun = await yusuf.post('/redactie/oproepen', form())
  assert.equal(begun.location, '/redactie/oproepen/2027?bewaard=ja')
  assert.match(
    (await yusuf.post('/redactie/oproepen', form({ titel: 'Nog een' }))).text,
    /Er is al een oproep voor 2027/,
  )
  const turned = await yusuf.post('/redactie/oproepen', form({ jaar: '2028', sluit: '2027-01-01' }))
  assert.match(turned.text, /De laatste dag ligt voor de eerste/)
  assert.equal((await intake.visit().get('/oproepen/2027')).status, 404)
})

test('two editors keep both texts, and publishing asks for three themes', async () => {
  const at = '/redactie/oproepen/2027'
  const page = (await yusuf.get(at)).text
  const voorstel = /<option value="([0-9a-f-]{36})"/.exec(page)?.[1] ?? ''
  const versie = versionIn(page)
  const early = await yusuf.post(`${at}/publicatie`, { versie })
  assert.equal(early.status, 400)
  assert.match(early.text, /3 thema’s/)
  const themes = { voorstel1: voorstel, thema2: 'Schulden', thema3: 'Schulden', uitleg3: 'Bij ouderen.' }
  assert.equal((await yusuf.post(at, form({ ...themes, versie }))).status, 303)
  const late = await saskia.post(at, form({ ...themes, versie, contact: 'Bel de redactie.' }))
  assert.equal(late.status, 409)
  assert.match(late.text, /Mail de redactie\.[\s\S]*Bel de redactie\./)
  const stale = await saskia.post(`${at}/publicatie`, { versie })
  assert.match(stale.text, /Een collega veranderde deze oproep/)
  const published = await saskia.post(`${at}/publicatie`, { versie: versionIn((await saskia.get(at)).text) })
  assert.equal(published.location, '/oproepen/2027')
  assert.equal((await saskia.post(`${at}/publicatie`, { versie })).location, '/oproepen/2027', 'twice is once')
  const shown = (await intake.visit().get('/oproepen/2027')).text
  assert.match(shown, /Jonge mantelzorgers[\s\S]*Schulden[\s\S]*Gaat nog open/)
  assert.match(shown, /href="\/herkomst\/[0-9a-f-]{36}"/)
  assert.equal((await yusuf.get(at)).status, 404, 'a published call lies fixed')
  const { rows } = await intake.parts.database.pool.query(
    `select i.kind, r.text from thread.item i join thread.revision r on r.item = i.id
      where i.id = (select item from practices.call where slug = '2027')`,
  )
  assert.equal(rows[0]?.kind, 'call')
  assert.match(rows[0]?.text, /Jonge mantelzorgers[\s\S]*Schulden\. Bij ouderen\./)
})

test('the desk is for editors', async () => {
  const noor = await intake.as(people.noor.id, '/oproepen/themas')
  for (const path of ['/redactie/oproepen', '/redactie/oproepen/nieuw', '/redactie/oproepen/2027', '/redactie/themas'])
    assert.equal((await noor.get(path)).status, 404, path)
  assert.match((await yusuf.get('/redactie/oproepen')).text, /Oproep 2027/)
})

test('a list that is out of force is refused; one of today is there without any call of the trial', async () => {
  const { db, pool } = intake.parts.database
  await pool.query(
    `insert into practices.field (vocabulary, slug, code, name, position, valid_to)
     values ('oud', 'veld-1', '1', 'Een veld van toen', 0, '2015-01-01')`,
  )
  const old = await yusuf.post('/redactie/oproepen', form({ jaar: '2029', lijst: 'oud' }))
  assert.match(old.text, /Deze lijst geldt niet meer op de laatste dag/)
  await loadCalls(db, { contentDir: 'content', now: intake.parts.clockAt.now, trial: false })
  assert.match(
    (await yusuf.get('/redactie/oproepen/nieuw')).text,
    /value="wmo2015"[^>]*>De drie onderdelen van de Wmo 2015</,
  )
  const { rows } = await db.$client.query(
    `select min(valid_from)::text as since, count(*)::int as terms from practices.field where vocabulary = 'bakens'`,
  )
  assert.deepEqual(rows, [{ since: '2009-01-01', terms: 8 }])
  assert.match(
    (await intake.visit().get('/oproepen/2009')).text,
    /5\. Meedoen en zelfstandig leven[\s\S]{0,80}Voor mensen met een beperking of een langdurig/,
  )
})
