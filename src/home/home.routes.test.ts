import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { strFromU8, unzipSync } from 'fflate'
import { pino } from 'pino'
import { type House, openHouse } from '../../test/house.ts'
import { keepUtterance } from '../thread/index.ts'
import { homeJobs } from './index.ts'

let house: House
before(async () => {
  house = await openHouse()
})
after(() => house.close())

const linksOf = (html: string) => [...new Set([...html.matchAll(/href="(\/[^"#]*)"/g)].map((match) => match[1] ?? ''))]

test('home asks the question, and every link of home, menu and foot leads somewhere', async () => {
  const visitor = await house.as('visitor')
  const home = await (await visitor.get('/')).text()
  assert.match(home, /<h1[^>]*>Wat gaat goed in je werk\? En wat kan beter\?/)
  assert.match(home, /verzonnen voorbeeld/)
  for (const path of linksOf(home + (await (await visitor.get('/menu')).text()))) {
    const { status } = await visitor.get(path)
    assert.ok(status === 200 || (path === '/mijn' && status === 303), `${path} answered ${status}`)
  }
})

test('every page of text stands, and no real person of the source texts is a contact', async () => {
  const visitor = await house.as('visitor')
  for (const path of [
    '/over',
    '/geschiedenis',
    '/werkgevers',
    '/privacy',
    '/verwerkingsregister',
    '/toegankelijkheid',
    '/beveiliging',
    '/contact',
  ]) {
    const answer = await visitor.get(path)
    assert.equal(answer.status, 200, path)
    assert.doesNotMatch(await answer.text(), /Ghianni|Vlaar|Meinema|Vonkeman|Luttik/, path)
  }
})

test('the trial installation is closed to search engines; security.txt is fresh', async () => {
  const visitor = await house.as('visitor')
  assert.match(await (await visitor.get('/robots.txt')).text(), /^User-agent: \*\nDisallow: \/\n$/)
  const security = await (await visitor.get('/.well-known/security.txt')).text()
  assert.match(security, /^Expires: 2027-/m)
})

test('the sitemap lists what is published and nothing of persons', async () => {
  const xml = await (await (await house.as('visitor')).get('/sitemap.xml')).text()
  assert.match(xml, /<loc>[^<]*\/kenmerken\/eigen-kracht-versterken<\/loc>/)
  assert.doesNotMatch(xml, /\/mijn|\/redactie|\/reflectie\/(?!verantwoording)/)
})

test('a visitor is sent to sign in; the desk does not exist for others', async () => {
  assert.equal((await (await house.as('visitor')).get('/mijn')).headers.get('location'), '/inloggen')
  assert.equal((await (await house.as('professional')).get('/redactie')).status, 404)
  const desk = await (await house.as('editor')).get('/redactie')
  assert.match(await desk.text(), /href="\/redactie\/kenmerken"/)
})

test('the export holds all tables as JSON and CSV, and says so beforehand', async () => {
  const noor = await house.as('professional')
  assert.match(await (await noor.get('/mijn/gegevens')).text(), /Je account \(1\)/)
  const zip = await noor.send('POST', '/mijn/gegevens', {})
  assert.equal(zip.headers.get('content-disposition'), 'attachment; filename="mijn-gegevens.zip"')
  const files = unzipSync(new Uint8Array(await zip.arrayBuffer()))
  const all = JSON.parse(strFromU8(files['alles.json'] ?? new Uint8Array()))
  assert.ok(Object.keys(all.tabellen).includes('account'))
  for (const table of Object.keys(all.tabellen)) assert.ok(files[`${table}.csv`], table)
  assert.match(strFromU8(files['account.csv'] ?? new Uint8Array()), /@verankerd\.example/)
})

test('erasing asks for a word, keeps what was typed, signs out, and the job empties the account', async () => {
  const student = await house.as('student')
  const wrong = await student.send('POST', '/mijn/wissen', { woord: 'ja hoor' })
  assert.equal(wrong.status, 400)
  assert.match(await wrong.text(), /value="ja hoor"/)
  assert.equal((await student.send('POST', '/mijn/wissen', { woord: ' Wissen ' })).status, 303)
  assert.equal((await student.get('/mijn')).status, 303)
  const { rows } = await house.database.pool.query(`select data from pgboss.job where name = 'erase-account'`)
  assert.deepEqual(rows, [{ data: { person: student.person } }])
  const { config, database } = house
  const [job] = homeJobs()
  for (let times = 0; times < 2; times += 1)
    await job?.work(
      { db: database.db, now: new Date(), config, log: pino({ level: 'silent' }) },
      { person: student.person },
    )
  const { rows: left } = await database.pool.query(
    'select name, email, erased_at is not null as erased from people.person where id = $1',
    [student.person],
  )
  assert.deepEqual(left, [{ name: null, email: null, erased: true }])
})

test('someone takes back what they said, and nobody else can', async () => {
  const [editor, reader] = [await house.as('editor'), await house.as('reader')]
  const { id } = await keepUtterance(house.database.db, {
    text: 'Dit zei ik ooit.',
    person: editor.person,
    at: new Date(),
  })
  assert.match(await (await editor.get('/mijn/woorden')).text(), /Dit zei ik ooit\./)
  assert.doesNotMatch(await (await reader.get('/mijn/woorden')).text(), /Dit zei ik ooit\./)
  assert.equal((await reader.send('POST', `/mijn/woorden/${id}/intrekking`, {})).status, 404)
  assert.equal((await editor.send('POST', `/mijn/woorden/${id}/intrekking`, {})).status, 303)
  assert.match(await (await editor.get('/mijn/woorden')).text(), /Er staat niets van jou/)
})
