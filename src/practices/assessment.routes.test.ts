import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Visit } from '../../test/parts.ts'
import { people, places } from '../../test/world.ts'
import { readPost } from '../foundation/mail/index.ts'
import { exportAssessing } from './assessing.store.ts'
import { bas, CRITERIA, joins, openRoom, type Room } from './assessment.sample.ts'
import { readingTasks } from './own.store.ts'

// One nomination on its way from sent to decided: the tests follow each other.
let room: Room
let adviser: Visit
let farida: Visit
let second: Visit
let organisation: Visit
let id = ''
const readings: Record<string, string> = {}

const desk = () => `/redactie/aanmeldingen/${id}`

before(async () => {
  room = await openRoom()
  id = await room.nominate()
  adviser = await room.as(people.yusuf.id)
  farida = await room.as(people.farida.id)
  second = await room.as(bas.id)
  organisation = await room.as(people.noor.id)
})
after(() => room.close())

const mails = async () => readPost(room.parts.database.db, room.parts.config.secretKey)

const check = (more: Record<string, string> = {}) => ({
  'voldaan-een-jaar': 'ja',
  'zin-een-jaar': 'Sinds 2020.',
  'voldaan-velden': 'ja',
  uitkomst: 'rond',
  vraag: '',
  ...more,
})

async function submissionOnPage(): Promise<string> {
  return /name="verzending" value="([^"]+)"/.exec((await adviser.get(desk())).text)?.[1] ?? ''
}

test('the desk lists what waits and shows what was sent; nobody else does', async () => {
  const list = await adviser.get('/redactie/aanmeldingen')
  assert.match(list.text, /Eerste toets\s*\(1\)/)
  const page = await adviser.get(desk())
  assert.equal(page.status, 200)
  for (const words of ['Samen aan tafel', 'Amina Geheim', 'een jaar of langer', 'Draaiboek.pdf'])
    assert.ok(page.text.includes(words), words)
  assert.equal((await farida.get(desk())).status, 404)
  assert.equal((await adviser.get('/redactie/aanmeldingen/geen-id')).status, 404)
  assert.equal((await adviser.get('/redactie/aanmeldingen/00000000-0000-4000-8000-000000000999')).status, 404)
})

test('the first sitting asks for what lacks; the organisation answers by sending again', async () => {
  const verzending = await submissionOnPage()
  const faulty = await adviser.post(`${desk()}/toets`, check({ verzending, 'voldaan-velden': 'nee' }))
  assert.equal(faulty.status, 400)
  assert.match(faulty.text, /Aan een van de harde criteria is nog niet voldaan/)
  assert.match(faulty.text, /Sinds 2020\./)
  const empty = await adviser.post(`${desk()}/toets`, check({ verzending, uitkomst: 'vraag' }))
  assert.match(empty.text, /Schrijf op wat je nog/)
  const asked = check({ verzending, 'voldaan-velden': 'nee', uitkomst: 'vraag', vraag: 'Welk veld is dit?' })
  assert.equal((await adviser.post(`${desk()}/toets`, asked)).status, 303)
  const [mail] = await mails()
  assert.equal(mail?.to, 'praktijk@devlier.example')
  assert.ok(!mail?.text?.includes('Welk veld') && mail?.text?.includes(`/aanmeldingen/${id}/status`))
  assert.equal((await adviser.post(`${desk()}/toets`, asked)).status, 409)
  await room.sendAgain(id)
  const stale = await adviser.post(`${desk()}/toets`, check({ verzending }))
  assert.equal(stale.status, 409)
  assert.match(stale.text, /nieuwe versie/)
  assert.match((await adviser.get(desk())).text, /Je vroeg: Welk veld is dit\?/)
  const passed = await adviser.post(`${desk()}/toets`, check({ verzending: await submissionOnPage() }))
  assert.equal(passed.status, 303)
})

test('two readers of other organisations are asked, no more', async () => {
  const ask = (meelezer: string, uiterlijk = '2026-12-15') =>
    adviser.post(`${desk()}/meelezers`, { meelezer, uiterlijk })
  assert.match((await ask(people.noor.id)).text, /Kies een meelezer uit de lijst/)
  await joins(room, bas.id, places.vlier.id)
  assert.ok(!(await adviser.get(desk())).text.includes('Bas Lezer'))
  const own = await ask(bas.id)
  assert.equal(own.status, 400)
  assert.match(own.text, /hoort bij de organisatie die aanmeldde/)
  await room.parts.database.pool.query('delete from people.membership where person = $1', [bas.id])
  assert.match((await ask(people.farida.id, '2026-11-22')).text, /al voorbij/)
  assert.equal((await ask(people.farida.id)).status, 303)
  assert.match((await ask(people.farida.id)).text, /al gevraagd/)
  assert.equal((await ask(bas.id)).status, 303)
  for (const [name, visit] of [
    ['farida', farida],
    ['bas', second],
  ] as const) {
    const list = (await visit.get('/praktijken/meelezen')).text
    readings[name] = /href="(\/praktijken\/meelezen\/[0-9a-f-]{36})"/.exec(list)?.[1] ?? ''
    assert.notEqual(readings[name], '')
  }
  const { database, clockAt } = room.parts
  const [task, ...others] = await readingTasks(database.db, people.farida.id, clockAt.now)
  assert.deepEqual(others, [])
  assert.equal(task?.href, readings.farida, 'what was asked waits on the own page too')
  const later = new Date('2027-06-01T12:00:00Z')
  assert.deepEqual(await readingTasks(database.db, people.farida.id, later), [], 'a day that passed waits for nobody')
})

const judgement = (verdicts: string, more: Record<string, string> = {}) => ({
  versie: '0',
  ...Object.fromEntries(
    CRITERIA.flatMap((slug, index) => [
      [`oordeel-${slug}`, { m: 'voldoet', p: 'deels', f: 'niet' }[verdicts[index] ?? 'm'] ?? ''],
      [`zin-${slug}`, `Zin over ${slug}.`],
    ]),
  ),
  ...more,
})

test('a reader declares an interest first, and sees only the own assignment', async () => {
  const url = readings.farida ?? ''
  assert.equal((await second.get(url)).status, 404)
  assert.equal((await adviser.get(url)).status, 404)
  const page = (await farida.get(url)).text
  assert.match(page, /Heb je een belang\?/)
  assert.ok(!page.includes('Elke week koken'))
  assert.match((await farida.post(`${url}/belang`, { belang: 'ja' })).text, /wat je belang is/)
  for (const [visit, at] of [
    [farida, url],
    [second, readings.bas ?? ''],
  ] as const)
    assert.equal((await visit.post(`${at}/belang`, { belang: 'nee' })).status, 303)
  const reading = (await farida.get(url)).text
  assert.ok(reading.includes('Elke week koken') && !reading.includes('Amina Geheim'))
})

test('half a judgement is saved, two tabs notice each other, and closing asks for everything', async () => {
  const url = readings.farida ?? ''
  const half = { versie: '0', 'oordeel-een-jaar': 'voldoet', 'zin-een-jaar': 'Half.' }
  assert.equal((await farida.post(url, half)).status, 303)
  const other = await farida.post(url, { ...half, 'zin-een-jaar': 'Ander venster.' })
  assert.equal(other.status, 409)
  assert.match(other.text, /Ander venster\./)
  const lost = await farida.post(url, { versie: '1', 'zin-velden': 'Zonder oordeel.' })
  assert.equal(lost.status, 400)
  assert.match(lost.text, /Kies ook een oordeel/)
  assert.match(lost.text, /Zonder oordeel\./)
  const early = await farida.post(url, { ...half, versie: '1', afsluiten: 'ja' })
  assert.match(early.text, /Kies een oordeel over/)
  assert.equal((await farida.post(url, judgement('mmmmmp', { versie: '1', afsluiten: 'ja' }))).status, 303)
  const again = await farida.post(url, judgement('ffffff', { versie: '2' }))
  assert.equal(again.status, 409)
})

test('nothing of the other shows before both have closed; then only differences are open', async () => {
  const url = readings.bas ?? ''
  const mine = await farida.get(readings.farida ?? '')
  assert.match(mine.text, /Zodra de andere meelezer/)
  assert.ok(!(await second.get(url)).text.includes('Zin over'))
  assert.match((await adviser.get(desk())).text, /nog geen twee meelezers/)
  const early = await adviser.post(`${desk()}/besluit`, judgement('mmmmmm', { uitkomst: 'gekozen', advies: 'x' }))
  assert.equal(early.status, 409)
  assert.equal((await farida.post(`${readings.farida}/verschillen/velden`, { oordeel: 'niet', zin: 'x' })).status, 404)
  assert.equal((await second.post(url, judgement('mmmmmm', { afsluiten: 'ja' }))).status, 303)
  assert.equal((await mails()).filter(({ subject }) => subject.includes('naast elkaar')).length, 2)
  const talk = (await second.get(url)).text
  assert.match(talk, /Op 5 van de 6 gelijk/)
  assert.ok(talk.includes('verschil-velden') && !talk.includes('verschil-een-jaar'))
  assert.equal((await second.post(`${url}/verschillen/een-jaar`, { oordeel: 'niet', zin: 'x' })).status, 404)
  const empty = await second.post(`${url}/verschillen/velden`, { oordeel: 'deels', zin: '' })
  assert.equal(empty.status, 400)
  assert.equal((await second.post(`${url}/verschillen/velden`, { oordeel: 'deels', zin: 'Eens.' })).status, 303)
  assert.match((await farida.get(readings.farida ?? '')).text, /Eens\./)
})

test('a must that fails cannot be chosen, and there is always an advice', async () => {
  const decide = (verdicts: string, more: Record<string, string>) =>
    adviser.post(
      `${desk()}/besluit`,
      judgement(verdicts, { uitkomst: 'gekozen', advies: 'Schrijf het draaiboek uit.', ...more }),
    )
  const failing = await decide('fmmmmm', {})
  assert.equal(failing.status, 400)
  assert.match(failing.text, /móét een praktijk voldoen/)
  assert.match((await decide('mmmmmm', { advies: '' })).text, /Geef altijd één advies/)
  assert.equal((await organisation.get(`/praktijken/aanmeldingen/${id}/besluit`)).status, 404)
  assert.equal((await decide('mmmmmp', {})).status, 303)
  const mail = (await mails()).find(({ text }) => text?.includes('/besluit'))
  assert.ok(mail && !mail.text?.includes('draaiboek'))
})

test('a decision is taken once', async () => {
  const again = await adviser.post(`${desk()}/besluit`, judgement('mmmmmm', { uitkomst: 'niet', advies: 'x' }))
  assert.equal(again.status, 409)
  assert.match(again.text, /al besloten, op 23 november 2026/)
  assert.equal((await adviser.post(`${desk()}/meelezers`, { meelezer: bas.id, uiterlijk: '2026-12-20' })).status, 409)
  const late = await second.post(`${readings.bas}/verschillen/velden`, { oordeel: 'niet', zin: 'Toch niet.' })
  assert.equal(late.status, 409)
  assert.match((await adviser.get(desk())).text, /href="\/redactie\/praktijken\/samen-aan-tafel"/)
})

test('the organisation reads the message and may see it otherwise, once', async () => {
  const url = `/praktijken/aanmeldingen/${id}`
  const message = (await organisation.get(`${url}/besluit`)).text
  for (const words of [
    'Jullie praktijk is gekozen',
    'Schrijf het draaiboek uit.',
    'Op 5 van de 6 gelijk',
    'Ik zie dit anders',
  ])
    assert.ok(message.includes(words), words)
  for (const name of ['Farida', 'Bas Lezer', 'Yusuf']) assert.ok(!message.includes(name), name)
  assert.equal((await farida.get(`${url}/besluit`)).status, 404)
  assert.match((await organisation.get(`${url}/besluit?anders=ja`)).text, /Wat zie jij anders/)
  assert.equal((await organisation.post(`${url}/reactie`, { reactie: '' })).status, 400)
  assert.equal((await organisation.post(`${url}/reactie`, { reactie: 'Jullie misten het handboek.' })).status, 303)
  assert.equal((await organisation.post(`${url}/reactie`, { reactie: 'Nog eens.' })).status, 409)
  assert.match((await adviser.get('/redactie/aanmeldingen')).text, /Een organisatie ziet het anders/)
  assert.match((await adviser.post(`${desk()}/antwoord`, { antwoord: '' })).text, /Schrijf een antwoord/)
  assert.equal((await adviser.post(`${desk()}/antwoord`, { antwoord: 'Dat klopt, dank.' })).status, 303)
  assert.equal((await adviser.post(`${desk()}/antwoord`, { antwoord: 'Nog een.' })).status, 409)
  assert.match((await organisation.get(`${url}/besluit`)).text, /Dat klopt, dank\./)
})

test('the account of the call counts and names nobody who was not chosen', async () => {
  const page = (await room.visitor().get('/oproepen/proef-2026/verantwoording')).text
  assert.match(page, /Op 5 van de 6 punten/)
  assert.match(page, /pas vanaf 30 praktijken/)
  assert.ok(!page.includes('Samen aan tafel'), 'what is not published yet is not named')
  assert.equal((await room.visitor().get('/oproepen/geen/verantwoording')).status, 404)
})

test('a reader past the day, with an interest, or changed jobs is refused in clear words', async () => {
  const late = await room.nominate({ title: 'Te laat' })
  const at = `/redactie/aanmeldingen/${late}`
  const verzending = /name="verzending" value="([^"]+)"/.exec((await adviser.get(at)).text)?.[1] ?? ''
  await adviser.post(`${at}/toets`, check({ verzending }))
  for (const meelezer of [people.farida.id, bas.id])
    await adviser.post(`${at}/meelezers`, { meelezer, uiterlijk: '2026-11-24' })
  const urlOf = async (visit: Visit) =>
    /href="(\/praktijken\/meelezen\/[0-9a-f-]{36})"[^>]*>Te laat/.exec(
      (await visit.get('/praktijken/meelezen')).text,
    )?.[1] ?? ''
  const url = await urlOf(farida)
  await farida.post(`${url}/belang`, { belang: 'nee' })
  await second.post(`${await urlOf(second)}/belang`, { belang: 'ja', toelichting: 'Mijn zus werkt er.' })
  assert.match((await second.get(await urlOf(second))).text, /Je gaf aan dat je een belang hebt/)
  assert.match((await adviser.get(at)).text, /Mijn zus werkt er/)
  room.parts.clockAt.now = new Date('2026-11-25T10:00:00Z')
  farida = await room.as(people.farida.id)
  adviser = await room.as(people.yusuf.id)
  const refused = await farida.post(url, judgement('mmmmmm', { afsluiten: 'ja' }))
  assert.equal(refused.status, 403)
  assert.match(refused.text, /is voorbij/)
  assert.match(refused.text, /Zin over velden\./)
  const assignment = url.split('/').at(-1)
  assert.match(
    (await adviser.post(`${at}/meelezers/${assignment}/dag`, { uiterlijk: '2026-11-01' })).text,
    /al voorbij/,
  )
  assert.equal((await adviser.post(`${at}/meelezers/${assignment}/dag`, { uiterlijk: '2026-12-01' })).status, 303)
  await joins(room, people.farida.id, places.vlier.id)
  const own = await farida.post(url, judgement('mmmmmm', { afsluiten: 'ja' }))
  assert.equal(own.status, 403)
  assert.match(own.text, /Je hoort bij de organisatie/)
  assert.equal((await adviser.post(`${at}/meelezers/${assignment}/vertrek`, {})).status, 303)
  assert.equal((await farida.get(url)).status, 404)
  room.parts.clockAt.now = new Date('2026-11-23T10:00:00Z')
})

test('an adviser has no hand in what the own organisation sent, nor in what they wrote on', async () => {
  const sentence = /aanmelding van je eigen organisatie\. Vraag een andere adviseur/
  const own = await room.nominate({ title: 'Van ons' })
  const at = `/redactie/aanmeldingen/${own}`
  const { pool } = room.parts.database
  adviser = await room.as(people.yusuf.id)
  await joins(room, people.yusuf.id, places.vlier.id)
  for (const place of ['toets', 'besluit', 'meelezers', 'antwoord']) {
    const answer = await adviser.post(`${at}/${place}`, check({ verzending: own }))
    assert.equal(answer.status, 403, place)
    assert.match(answer.text, sentence)
  }
  await pool.query('delete from people.membership where person = $1', [people.yusuf.id])
  assert.equal((await adviser.post(`${at}/toets`, check({ verzending: own }))).status, 409, 'a stale form, no refusal')
  await pool.query('insert into practices.nomination_colleague values ($1, $2, now())', [own, people.yusuf.id])
  assert.match((await adviser.post(`${at}/toets`, check({ verzending: own }))).text, sentence)
  assert.equal((await adviser.get(at)).status, 200, 'reading stays possible')
})

test('what a reader wrote goes along in the export', async () => {
  const tables = await exportAssessing(room.parts.database.db, bas.id)
  assert.deepEqual(
    tables.map(({ name, rows }) => [name, rows.length]),
    [
      ['meelezen', 2],
      ['oordelen', 7],
      ['reacties-op-besluiten', 0],
    ],
  )
})
