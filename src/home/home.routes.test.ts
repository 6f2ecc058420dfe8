import assert from 'node:assert/strict'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { strFromU8, unzipSync } from 'fflate'
import { pino } from 'pino'
import { root } from '../../test/architecture/source.ts'
import { type House, openHouse } from '../../test/house.ts'
import { cast, people, practiceCast } from '../../test/world.ts'
import { sendMail } from '../foundation/mail/index.ts'
import { findPerson } from '../people/index.ts'
import { settlePractices } from '../practices/index.ts'
import { keepUtterance } from '../thread/index.ts'
import { homeJobs, SITE_PAGES } from './index.ts'

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

test('the pages of the site are found by what people call them, and each of the menu and the foot is among them', async () => {
  const visitor = await house.as('visitor')
  const read = async (path: string) => (await visitor.get(path)).text()
  for (const { href } of SITE_PAGES) {
    const { status } = await visitor.get(href)
    assert.ok(status === 200 || (href === '/mijn' && status === 303), `${href} answered ${status}`)
  }
  const known = new Set(SITE_PAGES.map(({ href }) => href))
  const here = linksOf((await read('/menu')).replace(/^[\s\S]*<\/head>/, ''))
  const apart = ['/', '/demo', '/zoeken', '/handreikingen/kwaliteitskenmerken/2013']
  assert.deepEqual(
    here.filter((path) => !known.has(path) && !apart.includes(path)),
    [],
  )
  const found = await read('/zoeken?q=zoekvelt')
  assert.match(found, /Pagina’s van deze site<\/h2>[\s\S]*href="\/insluiten"[\s\S]*Zet ons zoekveld op de site/)
  for (const other of [
    '/zoeken?q=eenzaamheid',
    '/zoeken?q=privacy&soort=page',
    '/zoeken?q=scholing&pagina=2',
    '/zoeken',
  ])
    assert.doesNotMatch(await read(other), /Pagina’s van deze site/, other)
})

test('every kind of thing that can be found is called by a Dutch word', async () => {
  const { rows } = await house.database.pool.query<{ kind: string }>(
    'select distinct kind from thread.search_entry order by kind',
  )
  const page = await (await (await house.as('visitor')).get('/zoeken?q=de+OR+verzonnen+OR+werk+OR+goed')).text()
  const said = [...page.matchAll(/class="facets__link"[^>]*>([^<]+) \([\d.]+\)/g)].map(([, word = '']) => word)
  assert.ok(rows.length >= 9 && said.includes('Olympiades'), said.join(', '))
  // One word is the same in both languages.
  for (const { kind } of rows.filter((one) => one.kind !== 'flyer')) assert.ok(!said.includes(kind), kind)
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

test('whoever said a lot reads it fifty at a time', async () => {
  const chair = await house.as('chair')
  for (let number = 1; number <= 51; number += 1)
    await keepUtterance(house.database.db, { text: `Zin ${number}.`, person: chair.person, at: new Date(number) })
  const first = await (await chair.get('/mijn/woorden')).text()
  assert.match(first, /51 teksten/)
  assert.match(first, /Zin 50\./)
  assert.doesNotMatch(first, /Zin 51\./)
  assert.match(await (await chair.get('/mijn/woorden?bladzijde=2')).text(), /Zin 51\./)
  for (const odd of ['3', '0', 'x']) assert.equal((await chair.get(`/mijn/woorden?bladzijde=${odd}`)).status, 200)
})

test('after the nightly wipe the cast has its nominations and its reading back', async () => {
  const { config, database } = house
  const { db, pool } = database
  const given = { db, now: new Date(), config }
  const counts = async () =>
    (
      await pool.query(`select (select count(*)::int from practices.nomination) as nominations,
        (select count(*)::int from practices.nomination_section) as pages,
        (select count(*)::int from practices.nomination_colleague) as colleagues,
        (select count(*)::int from practices.assignment) as assignments,
        (select count(*)::int from training.course) as courses`)
    ).rows[0]
  const before = await counts()
  assert.ok(before.colleagues > 0 && before.assignments > 0)
  const practices = { contentDir: join(root, 'content'), cast: practiceCast }
  const [job] = homeJobs(cast, (again) => settlePractices(again.db, { ...again, ...practices }))
  await job?.work({ ...given, log: pino({ level: 'silent' }) }, {})
  assert.deepEqual(await counts(), before)
})

test('a trial installation is wiped at night: visitors and their mail go, the cast stays and is itself again', async () => {
  const { config, database } = house
  const { db, pool } = database
  const log = pino({ level: 'silent' })
  const now = new Date()
  const ago = (hours: number) => new Date(now.getTime() - hours * 3_600_000)
  const visitors = await pool.query(
    `insert into people.person (name, email, created_at) values ('Echte Naam', 'echt@naam.example', $1), ('Net Binnen', 'net@naam.example', $2) returning id`,
    [ago(25), ago(1)],
  )
  const [old = { id: '' }, fresh = { id: '' }] = visitors.rows
  const { id: words } = await keepUtterance(db, { text: 'Dit typte ik echt.', person: old.id, at: ago(25) })
  await pool.query(`update people.person set name = 'Verzonnen', email = 'mijn@echte.example' where id = $1`, [
    people.noor.id,
  ])
  await pool.query(
    `insert into community.saved_item (person, item, saved_at) select $1, id, $2 from thread.item limit 1`,
    [people.noor.id, ago(2)],
  )
  for (const at of [ago(25), ago(1)])
    await sendMail(db, config, { to: 'echt@naam.example', subject: 'x', text: 'y' }, at)
  const [job] = homeJobs(cast)
  assert.match(job?.cron ?? '', /^\d+ 3 /)
  await job?.work({ db, now, config: { ...config, demo: false }, log }, {})
  assert.equal((await findPerson(db, old.id))?.name, 'Echte Naam', 'real use is never wiped by a clock')
  await homeJobs()[0]?.work({ db, now, config, log }, {})
  assert.equal((await findPerson(db, old.id))?.name, 'Echte Naam', 'nor without knowing who stays')
  for (let times = 0; times < 2; times += 1) await job?.work({ db, now, config, log }, {})
  assert.equal(await findPerson(db, old.id), undefined)
  const plays = async (query: string) => (await pool.query(query, [people.henk.id])).rowCount
  assert.ok(await plays('select from olympiad.olympiad_chair where person = $1'), 'the chair of the cast still leads')
  assert.ok((await pool.query('select from olympiad.group_member where person = $1', [people.noor.id])).rowCount)
  assert.equal((await findPerson(db, fresh.id))?.name, 'Net Binnen')
  assert.deepEqual((await pool.query('select text from thread.utterance where id = $1', [words])).rows, [
    { text: null },
  ])
  const noor = await findPerson(db, people.noor.id)
  assert.deepEqual([noor?.name, noor?.email], [people.noor.name, people.noor.email])
  const left = await pool.query(
    `select (select count(*)::int from community.saved_item) as saved, (select count(*)::int from house.mail) as mails`,
  )
  assert.deepEqual(left.rows, [{ saved: 0, mails: 1 }])
  const banner = await (await (await house.as('visitor')).get('/')).text()
  assert.match(banner, /Proefopstelling: vul niets echts in, dit wordt gewist\./)
})
