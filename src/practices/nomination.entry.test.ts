import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Visit } from '../../test/parts.ts'
import { people } from '../../test/world.ts'
import { type Intake, openIntake } from './intake.sample.ts'
import { settleCall } from './practices.fixture.ts'

let intake: Intake
before(async () => {
  intake = await openIntake()
  await settleCall(intake.parts.database.db)
})
after(() => intake.close())

const codeIn = (text: string) => /class="save-code">([^<]+)</.exec(text)?.[1] ?? ''

/** Begins in this browser: answers with the address and the code. */
async function begin(visit: Visit): Promise<{ at: string; code: string }> {
  await visit.get('/praktijken/aanmelden')
  const begun = await visit.post('/praktijken/aanmelden/begin', { titel: 'De soepfiets', zin: 'Soep aan de deur.' })
  const shown = await visit.get(begun.location)
  return { at: begun.location.replace(/\/code$/, ''), code: codeIn(shown.text) }
}

test('whoever began it takes a colleague off; a colleague only leaves', async () => {
  const ingrid = await intake.as(people.ingrid.id, '/praktijken/aanmelden')
  const { at, code } = await begin(ingrid)
  const jamal = await intake.as(people.jamal.id, '/praktijken/aanmelden')
  await jamal.post('/praktijken/aanmelden/verder', { code })
  await jamal.post(`${at}/collega`, { wat: 'erbij' })
  await jamal.post('/praktijken/aanmelden/afsluiten', {})
  assert.doesNotMatch((await jamal.get(at)).text, /Haal Ingrid/)
  assert.equal((await jamal.post(`${at}/collega`, { wat: 'eraf', wie: people.ingrid.id })).status, 403)
  assert.match((await ingrid.get(at)).text, /name="wie" value="[0-9a-f-]{36}"/)
  assert.equal((await ingrid.post(`${at}/collega`, { wat: 'eraf', wie: people.noor.id })).status, 404)
  assert.equal((await ingrid.post(`${at}/collega`, { wat: 'eraf', wie: people.jamal.id })).location, at)
  assert.equal((await jamal.get(at)).status, 404)
  assert.equal((await ingrid.get(at)).status, 200)
})

test('a page typed after the code was replaced is asked for the code and then saved', async () => {
  const [owner, colleague] = [intake.visit(), intake.visit()]
  const { at, code } = await begin(owner)
  await colleague.post('/praktijken/aanmelden/verder', { code })
  const renewed = await owner.post(`${at}/code`, { zeker: 'ja' })
  const fresh = codeIn((await owner.get(renewed.location)).text)
  const typed = {
    vraagstuk: 'Twee regels\nmet "tekst" <b>',
    thema: 'eenzaamheid',
    'mensen[]': ['ouderen'],
    versie: '0',
  }
  const asked = await colleague.post(`${at}/vraagstuk`, { ...typed, naar: 'verder' })
  assert.equal(asked.status, 401)
  assert.match(
    asked.text,
    /Vul je code in om verder te gaan[\s\S]*name="vraagstuk" value="Twee regels\nmet &quot;tekst/,
  )
  assert.match(asked.text, /name="mensen\[\]" value="ouderen"/)
  const wrong = await colleague.post(`${at}/vraagstuk`, { ...typed, code })
  assert.equal(wrong.status, 401)
  assert.match(wrong.text, /gaat deze aanmelding niet open/)
  const never = '/praktijken/aanmeldingen/00000000-0000-4000-8000-000000000999/vraagstuk'
  const plain = (text: string) => text.replaceAll(/[0-9a-f-]{36}|value="[\w-]{22}"/g, '…')
  const unknown = await intake.visit().post(never, { ...typed, naar: 'verder' })
  assert.equal(plain(unknown.text), plain(asked.text), 'the same page for what never was')
  assert.equal((await intake.visit().post(never, {})).status, 404, 'nothing typed, nothing lost')
  const saved = await colleague.post(`${at}/vraagstuk`, { ...typed, naar: 'verder', code: fresh })
  assert.equal(saved.location, `${at}/velden`)
  assert.match((await colleague.get(`${at}/vraagstuk`)).text, /Twee regels\nmet/)
})

test('an upload is looked into before anything is held, and counted', async () => {
  const { pool } = intake.parts.database
  const visit = intake.visit()
  const { at } = await begin(visit)
  const id = at.split('/').at(-1)
  const held = await pool.connect()
  await held.query('begin')
  await held.query('select 1 from practices.nomination where id = $1 for update', [id])
  const lie = new File(['geen pdf'], 'plan.pdf')
  const waiting = intake.upload(visit, `${at}/documenten`, { versie: '0', woorden: 'Uit 2025.', bestand: lie })
  const counted = async () =>
    (await pool.query("select count from house.limiter where rule = 'nomination upload'")).rows.length
  const before = await counted()
  for (let times = 0; times < 100 && (await counted()) === before; times += 1)
    await new Promise((resolve) => setTimeout(resolve, 50))
  assert.equal(await counted(), before + 1, 'counted while somebody else holds the row')
  await held.query('rollback')
  held.release()
  const refused = await waiting
  assert.equal(refused.status, 400)
  await pool.query("update house.limiter set count = 200 where rule like 'nomination upload%'")
  const full = await intake.upload(visit, `${at}/documenten`, { versie: '0', woorden: 'Uit 2025.', bestand: lie })
  const text = await full.text()
  assert.match(text, /Er is het laatste uur veel verstuurd/)
  assert.match(text, /Uit 2025\.<\/textarea>/)
  await pool.query("delete from house.limiter where rule like 'nomination upload%'")
})
