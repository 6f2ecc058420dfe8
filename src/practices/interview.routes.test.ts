import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Visit } from '../../test/parts.ts'
import { people } from '../../test/world.ts'
import { readPost } from '../foundation/mail/index.ts'
import { origin, search } from '../thread/index.ts'
import { openRoom, type Room } from './assessment.sample.ts'
import { eraseOldInterviewNotes, interviewNotesOf } from './interview.store.ts'
import { readPractice } from './practice.store.ts'
import { description, descriptionPublication } from './practices.tables.ts'
import { publishableQuotes, publishQuotes, quotesOf } from './quote.store.ts'
import { addSpeaker, eraseSpeaking, exportSpeaking, noteInvited, speakersOf, tieToPerson } from './speaker.store.ts'

// One practice from the first appointment to a quote that is taken back: the tests follow each other.
let room: Room
let editor: Visit
let amina: Visit
let practice = ''
let interview = ''
let link = ''
const base = '/redactie/praktijken/aan-tafel'

before(async () => {
  room = await openRoom()
  practice = await room.practise('aan-tafel')
  editor = await room.as(people.yusuf.id)
  amina = room.visitor()
})
after(() => room.close())

const post = async () => readPost(room.parts.database.db, room.parts.config.secretKey)
const plan = (more: Record<string, string> = {}) => ({
  dag: '2026-12-01',
  tijd: '14:30',
  minuten: '75',
  plaats: 'Buurthuis De Schakel',
  ...more,
})

test('a talk is planned on the Dutch clock, and only by an editor', async () => {
  const faulty = await editor.post(`${base}/gesprekken`, plan({ tijd: 'straks' }))
  assert.equal(faulty.status, 400)
  assert.match(faulty.text, /bijvoorbeeld 14:30/)
  assert.match(faulty.text, /Buurthuis De Schakel/)
  const skipped = await editor.post(`${base}/gesprekken`, plan({ dag: '2027-03-28', tijd: '02:30' }))
  assert.match(skipped.text, /bestaat niet op die dag/)
  assert.equal((await editor.post(`${base}/gesprekken`, plan())).status, 303)
  const list = (await editor.get(`${base}/gesprekken`)).text
  assert.match(list, /1 december 2026, 14:30 uur/)
  interview = /gesprekken\/([0-9a-f-]{36})/.exec(list)?.[1] ?? ''
  const reader = await room.as(people.farida.id)
  assert.equal((await reader.get(`${base}/gesprekken`)).status, 404)
  assert.equal((await reader.post(`${base}/gesprekken`, plan())).status, 404)
  assert.equal((await editor.get('/redactie/praktijken/geen/gesprekken')).status, 404)
})

test('whoever is added hears of the appointment, and of every change', async () => {
  const person = {
    naam: 'Amina Yilmaz',
    functie: 'deelnemer',
    rol: 'client',
    mail: 'Amina@post.example',
    gesprek: interview,
  }
  assert.match(
    (await editor.post(`${base}/gesprekspartners`, { ...person, mail: 'geen' })).text,
    /lijkt geen mailadres/,
  )
  assert.equal((await editor.post(`${base}/gesprekspartners`, person)).status, 303)
  const mail = (await post()).find(({ to }) => to === 'Amina@post.example')
  link = /\/praktijken\/teruglezen\?sleutel=[\w-]{43}/.exec(mail?.text ?? '')?.[0] ?? ''
  assert.notEqual(link, '')
  assert.ok(!mail?.text?.includes('Amina Yilmaz'))
  const moved = await editor.post(`${base}/gesprekken/${interview}`, plan({ tijd: '15:00', versie: '0' }))
  assert.equal(moved.status, 303)
  const late = await editor.post(`${base}/gesprekken/${interview}`, plan({ tijd: '16:00', versie: '0' }))
  assert.equal(late.status, 409)
  const ics = (await editor.get(`${base}/gesprekken/${interview}/agenda.ics`)).text
  for (const line of [
    'SEQUENCE:1',
    'DTSTART;TZID=Europe/Amsterdam:20261201T150000',
    'DTEND;TZID=Europe/Amsterdam:20261201T161500',
    'STATUS:CONFIRMED',
  ])
    assert.ok(ics.includes(line), line)
  assert.ok((await post()).some(({ subject }) => subject.includes('veranderd')))
})

test('notes: of two who write at once, the second sees both texts', async () => {
  const url = `${base}/gesprekken/${interview}/notities/goal`
  assert.equal((await editor.post(url, { versie: '0', notities: 'Eerste.' })).status, 303)
  const late = await editor.post(url, { versie: '0', notities: 'Tweede.' })
  assert.equal(late.status, 409)
  assert.ok(late.text.includes('Eerste.') && late.text.includes('Tweede.'))
  assert.equal((await editor.post(url, { versie: '1', notities: 'Samen.' })).status, 303)
  assert.equal((await editor.post(`${base}/gesprekken/${interview}/notities/niets`, { versie: '0' })).status, 404)
})

test('the link of a mail shows a button only; pressing it opens the page', async () => {
  const seen = await amina.get(link)
  assert.match(seen.text, /Open mijn pagina/)
  assert.equal(amina.cookies.size, 0)
  const key = link.split('=')[1] ?? ''
  assert.equal((await amina.get('/praktijken/teruglezen?sleutel=fout')).status, 410)
  assert.equal((await amina.post('/praktijken/teruglezen', { sleutel: key })).status, 303)
  const page = (await amina.get('/praktijken/teruglezen')).text
  assert.match(page, /Er staat nog niets van je klaar/)
  const ics = await amina.get(`/praktijken/teruglezen/gesprekken/${interview}/agenda.ics`)
  assert.match(ics.text, /SEQUENCE:1/)
  assert.equal((await room.visitor().get(`/praktijken/teruglezen/gesprekken/${interview}/agenda.ics`)).status, 404)
})

const quotes = () => quotesOf(room.parts.database.db, practice)
const put = async (citaat: string) => {
  const [speaker] = await speakersOf(room.parts.database.db, practice)
  return editor.post(`${base}/citaten`, { wie: speaker?.id ?? '', onderdeel: 'experiences', citaat })
}
const answer = (more: Record<string, string>) => ({
  versie: '1',
  citaat: 'Ik ken nu drie buren.',
  vorm: 'anonymous',
  naam: 'Amina',
  functie: 'deelnemer',
  doen: 'akkoord',
  ...more,
})

test('nothing may be published without agreement; a client is offered no name, with a warning', async () => {
  assert.equal((await put('')).status, 400)
  assert.equal((await put('Ik kende niemand, nu drie buren.')).status, 303)
  assert.deepEqual(await publishableQuotes(room.parts.database.db, practice), [])
  const page = (await amina.get('/praktijken/teruglezen')).text
  assert.match(page, /value="anonymous" checked/)
  assert.match(page, /In een kleine plaats/)
  assert.match(page, /kunnen we niet terughalen/)
})

test('a speaker corrects and agrees; the first words are gone', async () => {
  const [quote] = await quotes()
  assert.ok(quote)
  const url = `/praktijken/teruglezen/citaten/${quote.id}`
  assert.equal((await room.visitor().post(url, answer({}))).status, 404)
  assert.match((await amina.post(url, answer({ vorm: 'name', naam: '' }))).text, /Vul in welke naam/)
  const kept = await amina.post(url, answer({ doen: 'bewaren' }))
  assert.match(kept.location, /gedaan=bewaard/)
  assert.deepEqual(await publishableQuotes(room.parts.database.db, practice), [])
  const stale = await amina.post(url, answer({ citaat: 'Oud scherm.' }))
  assert.equal(stale.status, 409)
  assert.ok(stale.text.includes('Oud scherm.') && stale.text.includes('Ik ken nu drie buren.'))
  assert.equal((await amina.post(url, answer({ versie: '2', vorm: 'name' }))).status, 303)
  const [agreed] = await publishableQuotes(room.parts.database.db, practice)
  assert.deepEqual(
    [agreed?.utterance.text, agreed?.form, agreed?.attribution?.text],
    ['Ik ken nu drie buren.', 'name', 'Amina, deelnemer'],
  )
  const { rows } = await room.parts.database.pool.query('select text from thread.utterance where id = $1', [
    quote.utterance.id,
  ])
  assert.equal(rows[0]?.text, null)
})

test('an adviser who changes agreed words has to ask again', async () => {
  const [quote] = await quotes()
  assert.ok(quote)
  const url = `${base}/citaten/${quote.id}`
  assert.match((await editor.get(url)).text, /Er is akkoord op deze woorden/)
  const stale = await editor.post(url, { versie: '1', onderdeel: 'goal', citaat: 'Anders.' })
  assert.equal(stale.status, 409)
  const version = String(quote.version)
  assert.equal(
    (await editor.post(url, { versie: version, onderdeel: 'goal', citaat: 'Ik ken nu drie buren.' })).status,
    303,
  )
  assert.equal(
    (await publishableQuotes(room.parts.database.db, practice)).length,
    1,
    'another section keeps the agreement',
  )
  const next = String(quote.version + 1)
  assert.equal(
    (await editor.post(url, { versie: next, onderdeel: 'goal', citaat: 'Ik ken nu vier buren.' })).status,
    303,
  )
  assert.deepEqual(await publishableQuotes(room.parts.database.db, practice), [])
  const again = await amina.post(
    `/praktijken/teruglezen/citaten/${quote.id}`,
    answer({ versie: String(quote.version + 2), citaat: 'Ik ken nu vier buren.', vorm: 'name' }),
  )
  assert.equal(again.status, 303)
})

test('taking back a published quote empties it everywhere at once', async () => {
  const { db } = room.parts.database
  const found = await readPractice(db, 'aan-tafel')
  assert.ok(found)
  const { now } = room.parts.clockAt
  const published = await publishQuotes(db, found, await quotes(), { by: null, at: now })
  assert.equal(published.size, 1)
  const again = await publishQuotes(db, found, await quotes(), { by: null, at: now })
  assert.deepEqual([...again.values()], [...published.values()])
  const look = async () => (await search(db, { text: 'vier buren', page: 1, now })).total
  assert.equal(await look(), 1)
  const [quote] = await quotes()
  assert.ok(quote?.item)
  const url = `/praktijken/teruglezen/citaten/${quote.id}/intrekking`
  assert.match((await amina.get(url)).text, /kunnen we niet terughalen/)
  assert.equal((await room.visitor().get(url)).status, 404)
  assert.equal((await amina.post(url, {})).status, 303)
  assert.equal((await amina.post(url, {})).status, 303)
  assert.equal(await look(), 0)
  assert.equal((await origin(db, quote.item, { at: now }))?.start?.withdrawn, true)
  const { rows } = await room.parts.database.pool.query(
    `select count(*)::int as n from thread.utterance where text ~ 'buren|Amina'`,
  )
  assert.equal(rows[0]?.n, 0)
  assert.deepEqual(
    (await quotes()).map(({ withdrawn, utterance, attribution }) => [withdrawn, utterance.text, attribution?.text]),
    [[true, null, null]],
  )
  assert.match((await editor.get(`${base}/citaten`)).text, /teruggenomen en overal weg/)
  assert.equal((await editor.get(`${base}/citaten/${quote.id}`)).status, 404)
  assert.equal((await amina.post(`/praktijken/teruglezen/citaten/${quote.id}`, answer({}))).status, 404)
})

test('whoever lost the link asks again, and an unknown address hears the same', async () => {
  const visitor = room.visitor()
  const before = (await post()).length
  const known = await visitor.post('/praktijken/teruglezen/link', { email: 'amina@post.example' })
  const unknown = await visitor.post('/praktijken/teruglezen/link', { email: 'niemand@post.example' })
  assert.equal(known.status, 200)
  assert.equal(known.text.replaceAll('amina@', 'niemand@'), unknown.text)
  const mails = await post()
  assert.equal(mails.length, before + 1)
  assert.ok(mails.some(({ subject, text }) => subject.includes('terug te lezen') && text?.includes(link)))
  assert.equal((await visitor.post('/praktijken/teruglezen/link', { email: 'x' })).status, 400)
  for (let times = 1; times < 5; times++)
    await visitor.post('/praktijken/teruglezen/link', { email: 'amina@post.example' })
  assert.equal((await visitor.post('/praktijken/teruglezen/link', { email: 'Amina@post.example' })).status, 429)
})

test('cancelling goes to the agenda and by mail', async () => {
  assert.equal((await editor.post(`${base}/gesprekken/${interview}/afzegging`, {})).status, 303)
  const ics = (await editor.get(`${base}/gesprekken/${interview}/agenda.ics`)).text
  for (const line of ['METHOD:CANCEL', 'STATUS:CANCELLED', 'SEQUENCE:2']) assert.ok(ics.includes(line), line)
  assert.ok((await post()).some(({ subject }) => subject.includes('gaat niet door')))
  assert.equal((await editor.post(`${base}/gesprekken/${interview}`, plan({ versie: '2' }))).status, 409)
})

test('half a year after publication notes, place and address are gone; the link still works', async () => {
  const { db } = room.parts.database
  const [made] = await db
    .insert(description)
    .values({ practice, number: 1, startedAt: new Date('2026-11-23') })
    .returning({ id: description.id })
  assert.ok(made)
  const publishedAt = new Date('2026-12-20T10:00:00Z')
  await db.insert(descriptionPublication).values({ description: made.id, revision: made.id, publishedAt })
  assert.equal(await eraseOldInterviewNotes(db, new Date('2027-06-19T10:00:00Z')), 0)
  assert.equal((await interviewNotesOf(db, interview)).length, 1)
  assert.equal(await eraseOldInterviewNotes(db, new Date('2027-06-21T10:00:00Z')), 3)
  assert.deepEqual(await interviewNotesOf(db, interview), [])
  assert.equal((await speakersOf(db, practice))[0]?.mail, null)
  assert.match((await room.visitor().get(link)).text, /Open mijn pagina/)
})

test('of a talk that led to nothing, notes, place and address go after two years', async () => {
  const { db } = room.parts.database
  const never = await room.practise('nooit')
  const { rows } = await db.$client.query<{ id: string }>(
    `insert into practices.interview (practice, starts_at, minutes, place, planned_at)
     values ($1, '2026-12-01T10:00:00Z', 60, 'Bij Els thuis', now()) returning id`,
    [never],
  )
  await db.$client.query(
    `insert into practices.interview_note (interview, section, text, saved_at) values ($1, 'goal', 'Els zei', now())`,
    [rows[0]?.id],
  )
  await db.$client.query(
    `insert into practices.speaker (practice, interview, role, mail) values ($1, $2, 'client', 'els@post.example')`,
    [never, rows[0]?.id],
  )
  assert.equal(await eraseOldInterviewNotes(db, new Date('2028-11-30T10:00:00Z')), 0)
  assert.equal(await eraseOldInterviewNotes(db, new Date('2028-12-02T10:00:00Z')), 3)
})

test('whoever was noted and never talked with or written to is forgotten whole after two years', async () => {
  const { db } = room.parts.database
  const noted = await room.practise('genoteerd')
  const add = async (name: string) => {
    const head = { practice: noted, interview: null, name, function: 'kok', role: 'volunteer' as const }
    return addSpeaker(db, room.parts.config.secretKey, { ...head, mail: 'iemand@post.example' }, new Date('2026-12-01'))
  }
  const stranger = await add('Sam Onbekend')
  const asked = await add('Kim Gevraagd')
  await noteInvited(db, asked.id, new Date('2027-03-01'))
  assert.equal(await eraseOldInterviewNotes(db, new Date('2028-11-30T10:00:00Z')), 0)
  await eraseOldInterviewNotes(db, new Date('2028-12-02T10:00:00Z'))
  const [gone] = (await speakersOf(db, noted)).filter(({ id }) => id === stranger.id)
  assert.deepEqual([gone?.name, gone?.function, gone?.mail], [null, null, null])
  const known = async () => (await speakersOf(db, noted)).find(({ id }) => id === asked.id)
  assert.equal((await known())?.mail, 'iemand@post.example')
  await eraseOldInterviewNotes(db, new Date('2029-03-02T10:00:00Z'))
  assert.deepEqual([(await known())?.name, (await known())?.mail], ['Kim Gevraagd', null])
  assert.equal(await eraseOldInterviewNotes(db, new Date('2029-03-02T10:00:00Z')), 0, 'again changes nothing')
})

test('a person takes along and takes back everything said', async () => {
  const { db } = room.parts.database
  assert.equal((await put('Nog iets.')).status, 303)
  const [speaker] = await speakersOf(db, practice)
  assert.ok(speaker)
  await tieToPerson(db, speaker.id, people.noor.id)
  const noor = await room.as(people.noor.id)
  assert.match((await noor.get('/praktijken/teruglezen')).text, /Nog iets\./)
  assert.deepEqual(
    (await exportSpeaking(db, people.noor.id)).map(({ rows }) => rows.length),
    [1, 2],
  )
  await eraseSpeaking(db, people.noor.id, room.parts.clockAt.now)
  assert.deepEqual(
    (await quotes()).map(({ withdrawn }) => withdrawn),
    [true, true],
  )
  assert.equal((await room.visitor().get(link)).status, 410)
})

test('everything of one speaker goes by one button', async () => {
  const person = { naam: 'Ben', functie: '', rol: 'volunteer', mail: 'ben@post.example', gesprek: '' }
  await editor.post(`${base}/gesprekspartners`, person)
  const ben = (await speakersOf(room.parts.database.db, practice)).find(({ name }) => name === 'Ben')
  assert.ok(ben)
  const at = `${base}/gesprekspartners/${ben.id}`
  assert.match((await editor.get(at)).text, /value="ben@post\.example"/)
  assert.equal((await editor.post(at, { ...person, rol: 'koning' })).status, 400)
  assert.equal((await editor.post(at, { ...person, functie: 'kok', versie: '1' })).status, 303)
  const late = await editor.post(at, { ...person, functie: 'bakker', versie: '1' })
  assert.equal(late.status, 409)
  assert.match(late.text, /Zo staat het er nu[\s\S]*Ben, kok/)
  assert.match(late.text, /value="bakker"/)
  const early = await editor.post(`${at}/uitnodiging`, {})
  assert.equal(early.status, 409)
  assert.match(early.text, /geen citaat klaar dat op akkoord wacht/)
  assert.ok(!(await post()).some(({ to }) => to === 'ben@post.example'))
  const citaat = { wie: ben.id, onderdeel: 'experiences', citaat: 'Ik kook.' }
  assert.equal((await editor.post(`${base}/citaten`, citaat)).status, 303)
  assert.equal((await editor.post(`${at}/uitnodiging`, {})).status, 303)
  const key = /sleutel=([\w-]{43})/.exec((await post()).find(({ to }) => to === 'ben@post.example')?.text ?? '')?.[1]
  const seen = room.visitor()
  assert.equal((await seen.post('/praktijken/teruglezen', { sleutel: key ?? '' })).status, 303)
  assert.equal(
    (await editor.post(`${at}/uitnodiging`, { nieuw: 'ja' })).location,
    `${base}/gesprekken?vernieuwd=ja#mensen`,
  )
  assert.equal((await room.visitor().get(`/praktijken/teruglezen?sleutel=${key}`)).status, 410, 'the old link is dead')
  assert.equal((await seen.get('/praktijken/teruglezen/alles')).status, 404, 'also where it was open')
  const fresh = /sleutel=([\w-]{43})/.exec(
    (await post()).find(({ subject }) => subject.includes('nieuwe link'))?.text ?? '',
  )?.[1]
  assert.ok(fresh && fresh !== key)
  const visit = room.visitor()
  await visit.post('/praktijken/teruglezen', { sleutel: fresh })
  assert.equal((await visit.get('/praktijken/teruglezen/alles')).status, 200)
  assert.equal((await visit.post('/praktijken/teruglezen/alles', {})).status, 303)
  const left = (await speakersOf(room.parts.database.db, practice)).find(({ id }) => id === ben.id)
  assert.deepEqual([left?.name, left?.mail], [null, null])
  assert.equal((await editor.post(`${at}/uitnodiging`, {})).status, 404)
  assert.equal((await room.visitor().get('/praktijken/teruglezen/alles')).status, 404)
})
