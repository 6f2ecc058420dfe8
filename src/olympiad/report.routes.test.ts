import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { unzipSync } from 'fflate'
import { type House, openHouse } from '../../test/house.ts'
import { closeRound } from './closing.store.ts'
import { noon, rolesTimes, settleOlympiad, settlePanel, settleRound, settleStatements } from './olympiad.sample.ts'

let house: House
let page = ''
before(async () => {
  house = await openHouse()
  const { db } = house.database
  const olympiad = await settleOlympiad(db, { slug: 'verslagproef' })
  await settlePanel(db, olympiad, rolesTimes(6))
  const round = await settleRound(db, { olympiad, statements: await settleStatements(db, 3) })
  await closeRound(db, round.id, { by: null, at: noon, final: true })
  page = '/olympiades/verslagproef/verslag'
})
after(() => house.close())

test('a finished Olympiade has its report for everyone, as page, PDF and Word file', async () => {
  const visitor = await house.as('visitor')
  const text = await (await visitor.get(page)).text()
  assert.match(text, /van de 35 onderdelen van ACCORD/)
  assert.match(text, /Dit ontbreekt nog/)
  const pdf = Buffer.from(await (await visitor.get(`${page}/pdf`)).arrayBuffer())
  assert.equal(pdf.subarray(0, 5).toString(), '%PDF-')
  const word = unzipSync(new Uint8Array(await (await visitor.get(`${page}/docx`)).arrayBuffer()))
  const body = new TextDecoder().decode(word['word/document.xml'])
  assert.match(body, /w:val="Heading2"/)
  assert.match(body, /Wanneer iets gedragen is/)
  for (const way of ['', '/pdf', '/docx'])
    assert.equal(
      (await visitor.get(page + way)).headers.get('cache-control'),
      'no-cache',
      `${way} is made once for all`,
    )
  for (const odd of ['/pdf?', '/pdf?x=1', '/docx?']) assert.equal((await visitor.get(page + odd)).status, 301, odd)
})

test('a finished Olympiade leads to its result, and invites nobody any more', async () => {
  const visitor = await house.as('visitor')
  await settleOlympiad(house.database.db, { slug: 'nog-bezig' })
  const over = await (await visitor.get('/olympiades/verslagproef')).text()
  assert.match(over, /href="\/olympiades\/verslagproef\/uitslag"[^>]*><span[^>]*>Bekijk de uitslag/)
  assert.match(over, /href="\/olympiades\/verslagproef\/meedoen">Deed je mee\?/)
  assert.doesNotMatch(over, /Ik ben uitgenodigd|en aanmelden/)
  const running = await (await visitor.get('/olympiades/nog-bezig')).text()
  assert.match(running, /Ik ben uitgenodigd/)
  assert.doesNotMatch(running, /Bekijk de uitslag/)
})

test('its chair writes what lacks; nobody else does, and two at once both keep their text', async () => {
  const chair = await house.as('chair')
  const write = (form: Record<string, string>) => chair.send('POST', `${page}/tekst`, { onderdeel: 'D1', ...form })
  assert.equal((await write({ versie: '0', tekst: 'Sterk: elke groep telde.' })).status, 303)
  const late = await write({ versie: '0', tekst: 'Zwak: weinig jongeren.' })
  assert.equal(late.status, 409)
  const both = await late.text()
  assert.ok(both.includes('Sterk: elke groep telde.') && both.includes('Zwak: weinig jongeren.'))
  assert.equal((await write({ versie: '1', tekst: 'x'.repeat(5_001) })).status, 400)
  assert.equal((await write({ onderdeel: 'Z9', tekst: 'x' })).status, 400)
  assert.ok((await (await (await house.as('visitor')).get(page)).text()).includes('Sterk: elke groep telde.'))
  for (const asker of ['professional', 'editor', 'admin'] as const)
    assert.equal((await (await house.as(asker)).get(`${page}/tekst`)).status, 404, asker)
})

test('before the end the report is the work of its chair, and an Olympiade nobody announced is not there', async () => {
  const { db } = house.database
  await settleOlympiad(db, { slug: 'nogbezig' })
  await settleOlympiad(db, { slug: 'stil', announced: false })
  const visitor = await house.as('visitor')
  for (const slug of ['nogbezig', 'stil', 'bestaat-niet'])
    for (const way of ['', '/pdf', '/docx'])
      assert.equal((await visitor.get(`/olympiades/${slug}/verslag${way}`)).status, 404)
})
