import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { type House, openHouse, testMoment } from '../../test/house.ts'
import { after as later, MINUTE } from '../foundation/clock.ts'
import { asRole, REFLECTOR } from '../foundation/db/index.ts'
import { itemId, originLink } from '../thread/index.ts'
import { OTHER_EDITION } from './question.page.tsx'
import { readSheet, writeSheet } from './sheet.store.ts'
import { newSecret, newSheet } from './sheet.ts'
import { Browser, filledIn, keptCode, screen } from './visitor.sample.ts'

let house: House
before(async () => {
  house = await openHouse()
  await house.serve()
})
after(() => house.close())

test('the whole way: start, five screens, result, pick, card', async () => {
  const browser = await Browser.of(house)
  const start = await browser.get('/reflectie')
  assert.equal(start.status, 200)
  for (const words of [
    'Wat gaat goed in je werk?',
    'ongeveer tien minuten',
    'Geen cijfer.',
    'Alleen jij ziet je antwoorden.',
    'Wie ziet dit?',
    'stage',
  ])
    assert.ok(start.text.includes(words), words)
  const begun = await browser.post('/reflectie')
  assert.deepEqual([begun.status, begun.to], [303, '/reflectie/vraag/1'])
  for (let step = 1; step <= 5; step++) {
    const shown = await browser.get(`/reflectie/vraag/${step}`)
    assert.equal(shown.status, 200)
    assert.ok(shown.text.includes(`Stap ${step} van 5`))
    assert.ok(!shown.text.includes('checked'), 'something is chosen beforehand')
    assert.equal(shown.text.match(/type="radio"/g)?.length, 33)
    const saved = await browser.post(
      `/reflectie/vraag/${step}`,
      screen(step, step === 3 ? '22222' : '44445', step === 3 ? { 'wens-binden-en-verbinden': 'ja' } : {}),
    )
    assert.deepEqual([saved.status, saved.to], [303, step < 5 ? `/reflectie/vraag/${step + 1}` : '/reflectie/uitslag'])
  }
  const result = await browser.get('/reflectie/uitslag')
  assert.equal(result.status, 200)
  assert.equal(result.answer.headers.get('cache-control'), 'no-store')
  for (const words of [
    'Dit is jouw eigen kijk op je werk. Het is geen oordeel.',
    'Staat stevig',
    '5 van de 5 doe je vaak',
    'Ruimte om te groeien',
    'Wis alles nu',
    'Zo komt deze uitslag tot stand',
  ])
    assert.ok(result.text.includes(words), words)
  const main = result.text.slice(result.text.indexOf('<main'), result.text.indexOf('</main>'))
  assert.doesNotMatch(main, /gemiddeld|score|\bcijfer\b|ranglijst|punten/i)
  const picked = await browser.post('/reflectie/uitslag', { keuze: 'bv1' })
  assert.deepEqual([picked.status, picked.to], [303, '/reflectie/kaart'])
  assert.doesNotMatch(main, /Bekijk je kaart/)
  assert.match((await browser.get('/reflectie/uitslag')).text, /Je koos al een stap\. <a href="\/reflectie\/kaart">/)
  const card = await browser.get('/reflectie/kaart')
  for (const words of [
    'Probeer deze week',
    'Vraag aan een collega',
    '/kenmerken/binden-en-verbinden',
    '/herkomst/',
    'Geen verplicht kader.',
  ])
    assert.ok(card.text.includes(words), words)
})

test('going back keeps answers, and the last one wins per line', async () => {
  const browser = await Browser.of(house)
  await browser.post('/reflectie')
  await browser.post('/reflectie/vraag/1', screen(1, '1----'))
  const back = await browser.post('/reflectie/vraag/2', screen(2, '5----', { naar: 'terug' }))
  assert.equal(back.to, '/reflectie/vraag/1')
  assert.match((await browser.get('/reflectie/vraag/1')).text, /name="zin-ek1" value="1" checked/)
  assert.match((await browser.get('/reflectie/vraag/2')).text, /name="zin-ov1" value="5" checked/)
})

test('two tabs: a stale one wipes nothing', async () => {
  const browser = await Browser.of(house)
  await browser.post('/reflectie')
  await browser.post('/reflectie/vraag/1', screen(1, '12345'))
  await browser.post('/reflectie/vraag/1', screen(1, '-5---'))
  const shown = (await browser.get('/reflectie/vraag/1')).text
  for (const [line, value] of [
    [1, 1],
    [2, 5],
    [3, 3],
    [4, 4],
    [5, 5],
  ])
    assert.match(shown, new RegExp(`name="zin-ek${line}" value="${value}" checked`))
})

test('skipping and missing screens are allowed: the result says what it can', async () => {
  const browser = await Browser.of(house)
  await browser.post('/reflectie')
  await browser.post('/reflectie/vraag/4', screen(4, '444--'))
  const result = await browser.get('/reflectie/uitslag')
  assert.equal(result.status, 200)
  assert.ok(result.text.includes('Te weinig om iets te zeggen'))
  assert.ok(result.text.includes('3 van de 3 doe je vaak'))
  assert.ok(result.text.includes('Je bent nog niet klaar. Dit kun je nu al zien.'))
  assert.match(result.text, /href="\/reflectie\/vraag\/1"[^>]*>(<[^>]+>)?Ga verder bij stap 1/)
})

test('out of range and unknown lines: 400, a sentence, everything typed is kept, nothing is saved', async () => {
  const browser = await Browser.of(house)
  await browser.post('/reflectie')
  const wrongs: Record<string, string>[] = [
    { 'zin-ek1': '9' },
    { 'zin-zz1': '3' },
    { 'zin-ov1': '3' },
    { 'wens-eigen-kracht-versterken': 'x' },
  ]
  for (const wrong of wrongs) {
    const answer = await browser.post('/reflectie/vraag/1', { 'zin-ek2': '4', ...wrong })
    assert.equal(answer.status, 400)
    assert.match(answer.text, /name="zin-ek2" value="4" checked/)
    assert.match(answer.text, /\(1 invoerfout\)/)
  }
  assert.doesNotMatch((await browser.get('/reflectie/vraag/1')).text, /checked/)
  assert.equal((await browser.get('/reflectie/vraag/6')).status, 404)
  assert.equal((await browser.get('/reflectie/vraag/x')).status, 404)
  assert.equal((await browser.post('/reflectie/vraag/0', {})).status, 404)
})

test('without a sheet every page says so and what to do: 410', async () => {
  const browser = await Browser.of(house)
  for (const path of [
    'vraag/1',
    'vraag/3',
    'uitslag',
    'kaart',
    'uitslag/pdf',
    'stap.ics',
    'stap.pdf',
    'code',
    'bewaren',
    'wissen',
    'afsluiten',
    'tel-mee',
    'opnieuw',
    'terug',
    'formulier/mijn',
  ]) {
    const answer = await browser.get(`/reflectie/${path}`)
    assert.equal(answer.status, 410, path)
    assert.ok(answer.text.includes('Op dit apparaat staat geen reflectie open'), path)
  }
  const sent = await browser.post('/reflectie/vraag/2', screen(2, '5-3--'))
  assert.equal(sent.status, 410)
  assert.match(sent.text, /name="zin-ov1" value="5" checked/)
  assert.equal(
    (await browser.post('/reflectie/vraag/2', screen(2, '5-3--'))).status,
    303,
    'the second time it is on a new sheet',
  )
})

test('beginning while a sheet is open asks whose it is', async () => {
  const browser = await filledIn(house)
  assert.equal((await browser.post('/reflectie')).to, '/reflectie/open')
  assert.equal((await browser.get('/reflectie/terug')).to, '/reflectie/uitslag')
  assert.equal((await browser.post('/reflectie', { opnieuw: 'ja' })).to, '/reflectie/vraag/1')
  assert.doesNotMatch((await browser.get('/reflectie/vraag/1')).text, /checked/)
})

test('the one-page form: all answers at once, a sheet of its own for who had none', async () => {
  const browser = await Browser.of(house)
  const blank = await browser.get('/reflectie/formulier')
  assert.equal(blank.text.match(/type="radio"/g)?.length, 165)
  const all = Object.fromEntries([1, 2, 3, 4, 5].flatMap((step) => Object.entries(screen(step, '44333'))))
  assert.equal((await browser.post('/reflectie/formulier', all)).to, '/reflectie/uitslag')
  assert.ok((await browser.get('/reflectie/uitslag')).text.includes('2 van de 5 doe je vaak'))
  assert.match((await browser.get('/reflectie/formulier/mijn')).text, /name="zin-sa5" value="3" checked/)
  const wrong = await browser.post('/reflectie/formulier', { ...all, 'zin-sa5': '7' })
  assert.equal(wrong.status, 400)
  assert.match(wrong.text, /name="zin-sa4" value="3" checked/)
})

test('a pick that is not on the list: 400 on the same page', async () => {
  const browser = await filledIn(house)
  const forms: Record<string, string>[] = [{}, { keuze: '' }, { keuze: 'zz9' }, { keuze: 'x'.repeat(200) }]
  for (const form of forms) {
    const answer = await browser.post('/reflectie/uitslag', form)
    assert.equal(answer.status, 400)
    assert.ok(answer.text.includes('Kies eerst één ding.'))
  }
  assert.equal((await browser.get('/reflectie/kaart')).to, '/reflectie/uitslag')
})

test('pdf and calendar: no-store, names that say nothing', async () => {
  const browser = await filledIn(house)
  await browser.post('/reflectie/uitslag', { keuze: 'sa1' })
  const pdf = await browser.get('/reflectie/uitslag/pdf')
  assert.equal(pdf.status, 200)
  assert.equal(pdf.text.slice(0, 5), '%PDF-')
  assert.equal(pdf.answer.headers.get('cache-control'), 'no-store')
  assert.match(pdf.answer.headers.get('content-disposition') ?? '', /filename="reflectie\.pdf"/)
  const card = await browser.get('/reflectie/stap.pdf')
  assert.equal(card.text.slice(0, 5), '%PDF-')
  assert.equal(card.answer.headers.get('cache-control'), 'no-store')
  assert.match(card.answer.headers.get('content-disposition') ?? '', /filename="stap\.pdf"/)
  assert.equal(card.text.match(/\/Type\s*\/Page\b/g)?.length, 1, 'one page')
  const step = await browser.get('/reflectie/stap.ics')
  assert.match(step.text, /^BEGIN:VCALENDAR\r\n/)
  assert.match(step.text, /SUMMARY:Deze week proberen\r\n/)
  assert.match(step.text, /CLASS:PRIVATE\r\nTRANSP:TRANSPARENT\r\n/)
  assert.match(step.text, /DTSTART;VALUE=DATE:20261124/)
})

test('the account: what it is not comes first; no number while there are too few', async () => {
  const { status, text } = await (await Browser.of(house)).get('/reflectie/verantwoording')
  assert.equal(status, 200)
  assert.match(text, /<main[^>]*>[\s\S]{0,400}Dit is geen test, geen beoordeling en geen bewijs voor je register\./)
  assert.ok(text.includes('pas vanaf dertig mensen'))
  assert.equal(text.match(/Waar komt deze zin vandaan\?/g)?.length, 25)
})

test('nothing of a sheet reaches the log or the address bar', async () => {
  const browser = await filledIn(house, ['55555', '55555', '55555', '55555', '55555'])
  const code = await keptCode(browser)
  await (await Browser.of(house)).post('/reflectie/verder', { code })
  const cookie = [...browser.jar].find(([name]) => name.includes('reflectie'))?.[1] ?? ''
  const secret = cookie.split('.')[1] ?? ''
  assert.equal(secret.length, 27)
  const log = house.log.join('\n')
  for (const word of [secret, code, code.replaceAll(' ', ''), 'zin-ek1', 'verankerd.example'])
    assert.ok(!log.includes(word), word)
})

test('that a sheet was opened stands in no line of the log', async () => {
  const browser = await filledIn(house, ['55555', '55555', '55555', '55555', '55555'])
  const code = await keptCode(browser)
  const other = await Browser.of(house)
  const since = house.log.length
  assert.equal((await other.post('/reflectie/verder', { code: 'AAAA AAAA AAAA AAAA AAAA' })).status, 404)
  assert.equal((await other.post('/reflectie/verder', { code })).to, '/reflectie/uitslag')
  for (const at of ['uitslag', 'uitslag/pdf', 'bewaren', 'vraag/1', 'mijn', 'mijn/1'])
    assert.ok((await other.get(`/reflectie/${at}`)).status < 500, at)
  assert.equal((await other.get('/gezondheid/live')).status, 200)
  assert.deepEqual(
    // Of requests alone: work in the background writes lines of its own.
    house.log.slice(since).flatMap((line) => JSON.parse(line).route ?? []),
    ['/gezondheid/live'],
  )
})

const onHand = (browser: Browser) => Buffer.from((browser.jar.get('reflectie') ?? '').split('.')[1] ?? '', 'base64url')
const sheets = async (): Promise<number> => {
  const { db } = house.database
  return asRole(db, REFLECTOR, { 'app.sweep': '2999-01-01' }, async (tx) =>
    Number((await tx.$client.query('select count(*) from reflection.sheet')).rows[0].count),
  )
}

test('a screen sent twice, and fifty times at once, has one effect', async () => {
  const browser = await Browser.of(house)
  await browser.post('/reflectie')
  const before = await sheets()
  const begun = new Map(browser.jar)
  const form = screen(1, '12345')
  const again = async () => {
    const same = await Browser.of(house)
    same.jar = new Map(begun)
    return same.post('/reflectie/vraag/1', form)
  }
  await browser.post('/reflectie/vraag/1', form)
  const once = await readSheet(house.database.db, onHand(browser), testMoment)
  const answers = await Promise.all(Array.from({ length: 50 }, again))
  assert.deepEqual([...new Set(answers.map((one) => `${one.status} ${one.to}`))], ['303 /reflectie/vraag/2'])
  assert.equal(new Set(answers.map((one) => one.answer.headers.getSetCookie().join())).size, 1)
  assert.deepEqual(await readSheet(house.database.db, onHand(browser), testMoment), once)
  assert.equal(await sheets(), before + 1)
})

test('a screen that was sent with a nonce as well is saved just once', async () => {
  const browser = await Browser.of(house)
  await browser.post('/reflectie')
  for (const row of ['11111', '55555'])
    assert.equal(
      (await browser.post('/reflectie/vraag/1', screen(1, row, { _nonce: 'een-lange-nonce-12' }))).status,
      303,
    )
  assert.match((await browser.get('/reflectie/vraag/1')).text, /name="zin-ek1" value="5" checked/)
})

test('a form of another edition: 409, a way on, and both what was sent and what was kept are still there', async () => {
  const browser = await Browser.of(house)
  await browser.post('/reflectie')
  const [secret, began] = [newSecret(), Math.floor(testMoment.getTime() / MINUTE)]
  await writeSheet(house.database.db, secret, testMoment, () => newSheet('een oudere', began))
  const cookie = `s.${secret.toString('base64url')}.${began.toString(36)}.3`
  browser.jar.set('reflectie', cookie)
  for (const path of ['/reflectie/vraag/1', '/reflectie/formulier']) {
    const answer = await browser.post(path, screen(1, '12345', { versie: '2026' }))
    assert.equal(answer.status, 409, path)
    assert.ok(answer.text.includes(OTHER_EDITION), path)
    assert.match(answer.text, /name="zin-ek2" value="2" checked/)
    assert.equal(browser.jar.get('reflectie'), cookie)
  }
  assert.equal((await readSheet(house.database.db, secret, testMoment))?.sheet.round.edition, 'een oudere')
})

test('picking a step is no answer: it does not move the end of the sheet', async () => {
  const secret = newSecret()
  const { db } = house.database
  await writeSheet(db, secret, testMoment, () => newSheet('2026', 0))
  const pick = later(testMoment, 12 * 60 * MINUTE)
  await writeSheet(db, secret, pick, (sheet) => sheet && { ...sheet, round: { ...sheet.round, pick: 'ek1' } }, {
    answering: false,
  })
  assert.equal((await readSheet(db, secret, pick))?.sheet.round.pick, 'ek1')
  assert.equal(await readSheet(db, secret, later(testMoment, 24 * 60 * MINUTE)), undefined)
})

test('each row of a card says of itself that it is made up, and that it stopped', async () => {
  const browser = await filledIn(house)
  await browser.post('/reflectie/uitslag', { keuze: 'binden-en-verbinden' })
  const rows = async (place: string) => {
    const { text } = await browser.get('/reflectie/kaart')
    const part = text.slice(text.indexOf(place)).split('</ul>')[0] ?? ''
    return part.match(/<li class="row">[\s\S]*?<\/li>/g) ?? []
  }
  const [practice = '', ...more] = await rows('Zo doen anderen het')
  assert.deepEqual(more, [])
  assert.match(practice, /verzonnen voorbeeld/)
  assert.doesNotMatch(practice, /gestopt/)
  const learnt = (await rows('Leer verder')).filter((row) => !row.includes('Zoek een training'))
  // One way to learn is ours, and real: the courses are not.
  const [form = '', ...others] = learnt.filter((row) => row.includes('href="/scholing/leervormen/'))
  assert.deepEqual(others, [])
  assert.match(form, /dit kenmerk\.[\s\S]*gratis · /)
  assert.doesNotMatch(form, /verzonnen voorbeeld/)
  const courses = learnt.filter((row) => row !== form)
  assert.ok(courses.length > 0)
  for (const row of courses) assert.match(row, /verzonnen voorbeeld/)
  await house.database.pool.query(`update practices.listing set standing = 'stopped'`)
  assert.match((await rows('Zo doen anderen het'))[0] ?? '', /gestopt[\s\S]*verzonnen voorbeeld/)
})

test('the card of a whole kenmerk leads to where that kenmerk comes from', async () => {
  const browser = await filledIn(house)
  await browser.post('/reflectie/uitslag', { keuze: 'binden-en-verbinden' })
  const origin = originLink(itemId('standard', 'binden-en-verbinden'))
  const card = await browser.get('/reflectie/kaart')
  assert.ok(card.text.includes(`href="${origin}"`))
  assert.ok(card.text.includes('Van dit kenmerk terug naar de bron'))
  assert.equal((await browser.get(origin)).status, 200)
})
