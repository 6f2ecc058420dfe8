import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { type House, openHouse } from '../../test/house.ts'
import { takeOutSheets } from './takeout.store.ts'
import { Browser, filledIn, keptCode, screen } from './visitor.sample.ts'

let house: House
before(async () => {
  house = await openHouse()
  await house.serve()
})
after(() => house.close())

test('later: a code that opens the sheet on another computer, at the same screen', async () => {
  const browser = await Browser.of(house)
  await browser.post('/reflectie')
  await browser.post('/reflectie/vraag/1', screen(1, '44444'))
  const later = await browser.post('/reflectie/vraag/2', screen(2, '5----', { naar: 'later' }))
  assert.equal(later.to, '/reflectie/bewaren')
  assert.equal((await browser.post('/reflectie/bewaren', { waar: 'code' })).to, '/reflectie/code')
  const code = await keptCode(browser)
  assert.match(code, /^([0-9A-HJKMNP-TV-Z]{4} ){4}[0-9A-HJKMNP-TV-Z]{4}$/)
  assert.equal(await keptCode(browser), code, 'a second press gives the same code')
  assert.equal((await browser.get('/reflectie/code')).to, '/reflectie/bewaren', 'shown again')
  const keep = (await browser.get('/reflectie/bewaren')).text
  assert.ok(!keep.includes(code), 'shown again')
  assert.ok(keep.includes('Je antwoorden zijn bewaard. Je code blijft dezelfde.'))
  const elsewhere = await Browser.of(house)
  const opened = await elsewhere.post('/reflectie/verder', { code: code.toLowerCase() })
  assert.deepEqual([opened.status, opened.to], [303, '/reflectie/vraag/2'])
  assert.match((await elsewhere.get(opened.to)).text, /name="zin-ov1" value="5" checked/)
  assert.notEqual(await keptCode(browser, { nummer: '2' }), code)
  assert.equal(
    (await (await Browser.of(house)).post('/reflectie/verder', { code })).status,
    404,
    'the old code still works',
  )
})

test('wrong codes: the same sentence for every reason, and what was typed stays', async () => {
  const browser = await Browser.of(house)
  const unknown = await browser.post('/reflectie/verder', { code: 'ABCD EFGH JKMN PQRS TV01' })
  assert.equal(unknown.status, 404)
  assert.ok(unknown.text.includes('ABCD EFGH JKMN PQRS TV01'))
  assert.equal(
    unknown.text.match(/Met deze code vinden we geen antwoorden\./g)?.length,
    2,
    'in the summary, at the field',
  )
  assert.ok(unknown.text.includes('Dan zijn ze echt weg.<'))
  for (const code of ['', 'ABCD', 'U'.repeat(20), 'x'.repeat(500)])
    assert.equal((await browser.post('/reflectie/verder', { code })).status, 400)
  const gone = await filledIn(house)
  const code = await keptCode(gone)
  await gone.post('/reflectie/wissen')
  assert.equal((await browser.post('/reflectie/verder', { code })).status, 404)
})

test('guessing codes with an account stops after ten times', async () => {
  const browser = await Browser.of(house, 'student')
  const statuses: number[] = []
  for (let at = 0; at < 12; at++)
    statuses.push((await browser.post('/reflectie/verder', { code: 'ABCD EFGH JKMN PQRS TV01' })).status)
  assert.deepEqual([...new Set(statuses)], [404, 429])
})

test('wiping is at once, twice is fine', async () => {
  const browser = await filledIn(house)
  const other = await Browser.of(house)
  for (const [name, value] of browser.jar) other.jar.set(name, value)
  const wiped = await browser.post('/reflectie/wissen')
  assert.deepEqual([wiped.status, wiped.to], [303, '/reflectie/gewist'])
  assert.equal((await browser.post('/reflectie/wissen')).status, 303)
  assert.equal((await browser.get('/reflectie/uitslag')).status, 410)
  const wipedElsewhere = await other.get('/reflectie/uitslag')
  assert.equal(wipedElsewhere.status, 410)
  assert.ok(wipedElsewhere.text.includes('Je antwoorden zijn gewist of verlopen'))
  assert.equal(
    (await other.post('/reflectie/vraag/1', screen(1, '1----'))).status,
    410,
    'a wiped sheet does not come back',
  )
})

test('closing on this device leaves nothing behind; what was kept opens by its code', async () => {
  const browser = await filledIn(house)
  const code = await keptCode(browser)
  assert.equal((await browser.post('/reflectie/afsluiten')).to, '/reflectie/afgesloten')
  const later = await browser.get('/reflectie/uitslag')
  assert.equal(later.status, 410)
  for (const words of ['Op dit apparaat staat geen reflectie open', 'Heb je een code?', 'href="/reflectie/verder"'])
    assert.ok(later.text.includes(words), words)
  assert.equal((await browser.get('/reflectie/code')).status, 410, 'the way back shows no code')
  assert.equal((await browser.post('/reflectie/verder', { code })).to, '/reflectie/uitslag')
})

test('with an account: kept, listed by day, opened only while signed in, in the own export alone', async () => {
  const browser = await filledIn(house, undefined, 'professional')
  const kept = await browser.post('/reflectie/bewaren', { waar: 'account' })
  assert.deepEqual([kept.status, kept.to], [303, '/reflectie/mijn'])
  const list = (await browser.get('/reflectie/mijn')).text
  assert.match(list, /\/reflectie\/mijn\/1"/)
  assert.match(list, /Reflectie van \d+ november 2026/)
  assert.equal((await browser.get('/reflectie/uitslag')).status, 200)
  const signedOut = await Browser.of(house)
  for (const [name, value] of browser.jar) if (name.includes('reflectie')) signedOut.jar.set(name, value)
  assert.equal((await signedOut.get('/reflectie/uitslag')).status, 410)
  const stranger = await Browser.of(house, 'student')
  assert.equal((await stranger.get('/reflectie/mijn/1')).status, 404)
  assert.equal((await stranger.post('/reflectie/mijn/1')).status, 404)
  const again = await Browser.of(house, 'professional')
  assert.equal((await again.get('/reflectie/mijn/1')).status, 200)
  assert.equal((await again.post('/reflectie/mijn/1')).to, '/reflectie/uitslag')
})

test('half a year later: per line more often, about the same or less often', async () => {
  const browser = await filledIn(house, ['11111', '33333', '55555', '44444', '22222'])
  await browser.post('/reflectie/bewaren', { waar: 'code' })
  assert.equal((await browser.post('/reflectie/opnieuw')).to, '/reflectie/vraag/1')
  assert.equal((await browser.post('/reflectie/opnieuw')).to, '/reflectie/vraag/1', 'pressing twice loses nothing')
  for (const [at, row] of ['55555', '34333', '22255', '44444', '22222'].entries())
    await browser.post(`/reflectie/vraag/${at + 1}`, screen(at + 1, row))
  const { text } = await browser.get('/reflectie/uitslag')
  assert.ok(text.includes('Vergeleken met november 2026'))
  assert.ok(text.includes('De zinnen zijn dezelfde als toen'))
  assert.equal(text.match(/iets vaker/g)?.length, 5)
  assert.equal(text.match(/minder vaak/g)?.length, 3)
  assert.equal(text.match(/ongeveer gelijk<\//g)?.length, 17)
})

test('counting along: asked first, done once, said on the result', async () => {
  const browser = await filledIn(house)
  const asked = await browser.get('/reflectie/tel-mee')
  assert.ok(asked.text.includes('Dit kan niet ongedaan worden gemaakt'))
  assert.equal((await browser.post('/reflectie/tel-mee')).to, '/reflectie/uitslag')
  assert.equal((await browser.post('/reflectie/tel-mee')).status, 303)
  assert.ok((await browser.get('/reflectie/uitslag')).text.includes('Je telt anoniem mee'))
  const empty = await Browser.of(house)
  await empty.post('/reflectie')
  await empty.post('/reflectie/vraag/1', screen(1, '4----'))
  assert.equal((await empty.post('/reflectie/tel-mee')).status, 409)
})

test('a second round says only that someone counted once', async () => {
  const browser = await filledIn(house)
  await browser.post('/reflectie/tel-mee')
  await browser.post('/reflectie/bewaren', { waar: 'code' })
  await browser.post('/reflectie/opnieuw')
  await browser.post('/reflectie/vraag/1', screen(1, '55555'))
  const { text } = await browser.get('/reflectie/uitslag')
  assert.ok(!text.includes('Je telt anoniem mee'))
  assert.ok(text.includes('Je telde al een keer mee, anoniem.'))
})

test('whoever signs out leaves no mark of an own sheet on the device', async () => {
  const browser = await filledIn(house, undefined, 'professional')
  await browser.post('/reflectie/bewaren', { waar: 'account' })
  assert.match(browser.jar.get('reflectie') ?? '', /^m\./)
  assert.equal((await browser.post('/uitloggen')).status, 303)
  assert.equal(browser.jar.get('reflectie'), undefined)
})

test('a reminder: an address is checked, and nothing says whether it was known', async () => {
  const browser = await filledIn(house)
  const wrong = await browser.post('/reflectie/herinnering', { mailadres: 'noor' })
  assert.equal(wrong.status, 400)
  assert.ok(wrong.text.includes('value="noor"'))
  assert.equal(
    (await browser.post('/reflectie/herinnering', { mailadres: 'Noor@verankerd.example' })).to,
    '/reflectie/afgesproken',
  )
  assert.equal(
    (await browser.post('/reflectie/herinnering', { mailadres: 'onbekend@verankerd.example', wat: 'vergeet' })).to,
    '/reflectie/afgezegd',
  )
})

test('signed in as any role, nobody else sees a sheet', async () => {
  const browser = await filledIn(house, ['51515', '15151', '51515', '15151', '51515'], 'professional')
  await browser.post('/reflectie/bewaren', { waar: 'account' })
  for (const role of [
    'student',
    'team lead',
    'editor',
    'reader',
    'chair',
    'panellist',
    'workplace coordinator',
    'provider',
    'municipality',
    'registrar',
    'admin',
  ] as const) {
    const other = await Browser.of(house, role)
    assert.equal((await other.get('/reflectie/mijn/1')).status, 404, role)
    assert.equal((await other.get('/reflectie/uitslag')).status, 410, role)
  }
})

test('the export speaks in the words of the edition that was asked', async () => {
  const browser = await filledIn(house, ['5----', '-----', '-----', '-----', '-----'], 'student')
  await browser.post('/reflectie/vraag/1', { 'wens-eigen-kracht-versterken': 'nu-niet', 'zin-ek2': 'nvt' })
  await browser.post('/reflectie/bewaren', { waar: 'account' })
  const { person } = await house.as('student')
  const [answers, wishes] = await takeOutSheets(house.database.db, house.config, person)
  const said = answers?.rows.filter((row) => row.wanneer === 'laatste keer').map((row) => row.antwoord)
  assert.ok(said?.includes('bijna altijd') && said.includes('past niet bij mijn werk'), String(said))
  assert.ok(wishes?.rows.some((row) => row['beter worden'] === 'nu niet'))
  for (const row of [...(answers?.rows ?? []), ...(wishes?.rows ?? [])]) assert.equal(typeof row.reflectie, 'number')
})
