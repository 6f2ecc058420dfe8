import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Visit } from '../../test/parts.ts'
import { people } from '../../test/world.ts'
import { agreeDescription, keepRemarks, latestOffer, offerDescription } from './description.publication.store.ts'
import { colleague, type Desk, openDesk } from './description.sample.ts'
import { newestDescription } from './description.store.ts'

let desk: Desk
let editor: Visit
let second: Visit
let own: Visit
let at = ''
before(async () => {
  desk = await openDesk()
  at = `/redactie/praktijken/${desk.practice.slug}/beschrijving`
  editor = await desk.as(people.yusuf.id, '/redactie/praktijken')
  second = await desk.as(people.saskia.id, '/redactie/praktijken')
  own = await desk.as(colleague.id, `/praktijken/aanmeldingen/${desk.nomination}/beschrijving`)
})
after(() => desk.close())

const seen = (text: string) => /name="gezien" value="([^"]+)"/.exec(text)?.[1] ?? ''
const rowsLeft = async () => {
  const { rows } = await desk.parts.database.pool.query(
    `select (select count(*) from practices.description)::int as texts, (select count(*) from practices.description_section)::int
       as sections, (select count(*) from practices.description_offer)::int as offers,
       (select count(*) from practices.description_remark)::int as remarks`,
  )
  return rows[0]
}

/** A text with everything that may hang on it. */
async function inTheMaking(): Promise<string> {
  const { db } = desk.parts.database
  const doer = { by: colleague.id, at: desk.parts.clockAt.now }
  assert.equal((await editor.post(at, {})).status, 303)
  assert.equal((await editor.post(`${at}/kort`, { versie: '0', tekst: 'Wij brengen soep.' })).status, 303)
  const draft = await newestDescription(db, desk.practice.id)
  assert.ok(draft)
  await offerDescription(db, draft.id, 'as it was', doer)
  const offer = await latestOffer(db, draft.id)
  assert.ok(offer)
  await keepRemarks(db, offer.id, [{ section: 'summary', text: 'Het is ook brood.' }], doer)
  await agreeDescription(db, offer.id, doer)
  return draft.id
}

test('a text in the making is thrown away after one more question, with what was said about it', async () => {
  await inTheMaking()
  assert.match((await editor.get(at)).text, /href="[^"]*\/weggooien"/)
  const asked = (await editor.get(`${at}/weggooien`)).text
  assert.match(
    asked,
    /Deze tekst weggooien\?[\s\S]*Wat de organisatie erbij opmerkte, gaat mee weg[\s\S]*niet terughalen/,
  )
  assert.equal((await second.post(`${at}/kort`, { versie: '1', tekst: 'Wij brengen soep en brood.' })).status, 303)
  const late = await editor.post(`${at}/weggooien`, { gezien: seen(asked) })
  assert.equal(late.status, 409)
  assert.match(late.text, /Er is net nog iets veranderd/)
  assert.equal((await rowsLeft()).texts, 1, 'nothing went')
  assert.equal((await own.post(`${at}/weggooien`, { gezien: seen(late.text) })).status, 404)
  const gone = await editor.post(`${at}/weggooien`, { gezien: seen(late.text) })
  assert.deepEqual([gone.status, gone.location], [303, `${at}?gedaan=weggegooid`])
  assert.deepEqual(await rowsLeft(), { texts: 0, sections: 0, offers: 0, remarks: 0 })
  const shown = (await second.get(gone.location)).text
  assert.match(
    shown,
    /De tekst is weggegooid\.[\s\S]*Begin de beschrijving[\s\S]*versie 1 in de maak, weggegooid op [^<]*door Yusuf/,
  )
  assert.doesNotMatch(shown, /soep en brood/)
  assert.equal((await editor.post(`${at}/weggooien`, { gezien: seen(late.text) })).status, 404)
  assert.equal((await own.get(`/praktijken/aanmeldingen/${desk.nomination}/beschrijving`)).status, 200)
})

test('a text that was published stays', async () => {
  const { pool } = desk.parts.database
  const description = await inTheMaking()
  await pool.query(
    `insert into practices.description_publication (description, revision, published_at) values ($1, gen_random_uuid(), $2)`,
    [description, desk.parts.clockAt.now],
  )
  for (const answer of [await editor.get(`${at}/weggooien`), await editor.post(`${at}/weggooien`, { gezien: 'x' })]) {
    assert.equal(answer.status, 409)
    assert.match(answer.text, /Wat gepubliceerd is, blijft te lezen/)
  }
  assert.equal((await rowsLeft()).texts, 1)
})
