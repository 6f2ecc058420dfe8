import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Answer, Visit } from '../../test/parts.ts'
import { people } from '../../test/world.ts'
import { DAY, HOUR, after as later, MINUTE } from '../foundation/clock.ts'
import { closeRound } from './closing.store.ts'
import { screenNow, sessionByCode, startSession, takeStep } from './live.store.ts'
import { openRoom, type Room } from './olympiad.room.sample.ts'
import { noon, settleOlympiad, settleRound, settleStatements } from './olympiad.sample.ts'

// One round in the room: the tests follow each other.
let room: Room
let chair: Visit
let round = { id: '', no: 0 }
let statements: string[] = []
let code = ''
const at = '/olympiades/proef-live'
const remote = `${at}/voorzitter/live`

before(async () => {
  room = await openRoom()
  const { db } = room.parts.database
  const olympiad = await settleOlympiad(db, { slug: 'proef-live' })
  statements = await settleStatements(db, 3)
  round = await settleRound(db, { olympiad, statements })
  chair = await room.as(people.henk)
})
after(() => room.close())

const seen = async (): Promise<string> => /name="gezien" value="(\d+)"/.exec((await chair.get(remote)).text)?.[1] ?? ''
const ballots = async () =>
  (await room.parts.database.pool.query('select statement, score from olympiad.ballot order by score')).rows

/** Someone with a phone, inside and with a group. */
async function phoneInside(groep = 'inwoner'): Promise<Visit> {
  const phone = room.visitor()
  assert.equal((await phone.post('/doe-mee', { code })).location, `${at}/live`)
  assert.match((await phone.get(`${at}/live`)).text, /Bij welke groep hoor je/)
  assert.equal((await phone.post(`${at}/live/groep`, { groep })).status, 303)
  return phone
}

test('only a chair of this Olympiade starts it, and starting twice is starting once', async () => {
  for (const other of [await room.as(people.noor), await room.as(people.yusuf)]) {
    assert.equal((await other.get(remote)).status, 404)
    assert.equal((await other.post(remote, { ronde: round.id })).status, 404)
  }
  assert.match((await chair.post(remote, { ronde: statements[0] ?? '' })).text, /Kies een ronde die open is/)
  assert.equal((await chair.post(remote, { ronde: round.id })).status, 303)
  assert.equal((await chair.post(remote, { ronde: round.id })).status, 303)
  const { rows } = await room.parts.database.pool.query<{ code: string }>('select code from olympiad.live_session')
  assert.equal(rows.length, 1)
  code = rows[0]?.code ?? ''
  assert.match(code, /^[1-9]\d{5}$/)
})

test('of a hundred guesses from one browser most are refused kindly, and the hall behind the same address gets in', async () => {
  const guesser = room.visitor()
  await guesser.get('/doe-mee')
  const answers: Answer[] = []
  for (let n = 0; n < 100; n++) answers.push(await guesser.post('/doe-mee', { code: String(100_000 + n) }))
  const statuses = answers.map(({ status }) => status)
  assert.equal(statuses.filter((status) => status === 400).length, 10)
  assert.equal(statuses.filter((status) => status === 429).length, 90)
  assert.match(answers.at(-1)?.text ?? '', /vraag het aan wie naast je zit/)
  // A guesser that waits no more with the right one would have guessed on.
  assert.equal((await guesser.post('/doe-mee', { code })).status, 429)
  for (let n = 0; n < 20; n++) assert.equal((await room.visitor().post('/doe-mee', { code })).status, 303)
  room.parts.clockAt.now = later(noon, 16 * MINUTE)
  assert.equal((await guesser.post('/doe-mee', { code })).status, 303, 'a quarter of an hour later it is over')
})

test('what can’t be a code gets a sentence, and everything typed stays', async () => {
  for (const typed of ['', '12345', 'abcdef', '1'.repeat(41), '٤٨٢٩١٣']) {
    const answer = await room.visitor().post('/doe-mee', { code: typed })
    assert.equal(answer.status, 400, typed)
    assert.match(answer.text, /zes cijfers/)
    if (typed !== '') assert.ok(answer.text.includes(typed))
  }
  assert.match((await room.visitor().get('/doe-mee?code=123456')).text, /value="123456"/)
})

test('nobody takes part, sees the hall or listens without the code', async () => {
  const stranger = room.visitor()
  for (const path of [`${at}/live`, `${at}/zaal`]) assert.equal((await stranger.get(path)).location, '/doe-mee')
  assert.equal((await stranger.post(`${at}/live/groep`, { groep: 'inwoner' })).location, '/doe-mee')
  for (const path of [`${at}/live/stroom`, `${at}/zaal/stroom`])
    assert.equal((await stranger.get(path, { accept: 'text/event-stream' })).status, 204)
  assert.equal((await stranger.get(`${remote}/stroom`)).status, 303)
  assert.equal((await chair.get(`${at}/zaal`)).status, 200)
  // Opened as a page there is nothing to hear.
  assert.equal((await chair.get(`${at}/zaal/stroom`)).status, 400)
})

test('every screen of the hall is heard under a name of its own, so that no phone pushes the beamer off', async () => {
  const { streams } = room.parts
  const owners: string[] = []
  const open = streams.open.bind(streams)
  streams.open = (c, channel, hearer) => {
    owners.push(hearer.owner)
    return open(c, channel, hearer)
  }
  const screens = [room.visitor(), room.visitor(), room.visitor()]
  for (const screen of screens) {
    assert.equal((await screen.post('/doe-mee', { code })).status, 303)
    for (let times = 0; times < 2; times++) await screen.get(`${at}/zaal/stroom`)
  }
  streams.open = open
  assert.equal(owners.length, 6)
  assert.equal(new Set(owners).size, 3)
})

test('a phone votes on the sentence of now, and a vote that comes a moment late counts for its own sentence', async () => {
  const phone = await phoneInside()
  assert.match((await phone.get(`${at}/live`)).text, /Kijk naar het scherm/)
  await chair.post(`${remote}/stap`, { gezien: await seen(), stap: 'volgende' })
  const shown = await phone.get(`${at}/live`)
  assert.match(shown.text, /Je vraagt eerst wat iemand zelf wil \(1\)/)
  assert.ok(!shown.text.includes('(2).'), 'not the sentence to come')
  const empty = await phone.post(`${at}/live/stem`, { zin: statements[0] ?? '', reden: 'Omdat het werkt.' })
  assert.equal(empty.status, 400)
  assert.match(empty.text, /Omdat het werkt\./)
  assert.equal((await phone.post(`${at}/live/stem`, { zin: statements[0] ?? '', antwoord: 'nodig' })).status, 303)
  await chair.post(`${remote}/stap`, { gezien: await seen(), stap: 'volgende' })
  assert.equal((await phone.post(`${at}/live/stem`, { zin: statements[0] ?? '', antwoord: 'twijfel' })).status, 303)
  assert.deepEqual(await ballots(), [{ statement: statements[0], score: 5 }])
  for (const zin of ['', 'x', '00000000-0000-4000-8000-000000000999'])
    assert.equal((await phone.post(`${at}/live/stem`, { zin, antwoord: 'nodig' })).status, 400, zin)
  const stranger = room.visitor()
  assert.equal(
    (await stranger.post(`${at}/live/stem`, { zin: statements[0] ?? '', antwoord: 'nodig' })).location,
    '/doe-mee',
  )
})

test('of ten who press at the same moment one step is taken, and the others hear so', async () => {
  const gezien = await seen()
  const answers = await Promise.all(
    Array.from({ length: 10 }, () => chair.post(`${remote}/stap`, { gezien, stap: 'meer' })),
  )
  assert.equal(answers.filter(({ status }) => status === 303).length, 1)
  for (const late of answers.filter(({ status }) => status === 409))
    assert.match(late.text, /Iemand anders was je voor/)
  assert.equal(answers.filter(({ status }) => status === 409).length, 9)
  assert.equal((await chair.post(`${remote}/stap`, { gezien: 'x', stap: 'meer' })).status, 409)
})

test('no page of the room tells anything of what was chosen before the closing', async () => {
  for (const path of [`${at}/zaal`, remote]) {
    const { text } = await chair.get(path)
    assert.match(text, /binnen/)
    assert.doesNotMatch(text, /niet nodig|twijfel|%/)
  }
})

test('two rooms never share a code, and a day later it opens nothing', async () => {
  const { db } = room.parts.database
  const other = await settleOlympiad(db, { slug: 'proef-ander' })
  const second = await settleRound(db, { olympiad: other, statements })
  const theirs = await startSession(db, second.id, people.henk.id, noon)
  assert.notEqual(theirs, code)
  assert.equal(await startSession(db, second.id, people.henk.id, noon), undefined)
  assert.ok(await sessionByCode(db, theirs ?? '', later(noon, HOUR)))
  assert.equal(await sessionByCode(db, theirs ?? '', later(noon, DAY)), undefined)
  const session = await sessionByCode(db, theirs ?? '', noon)
  assert.ok(session)
  assert.equal(await takeStep(db, session.id, { seen: 1, kind: 'hide' }, people.henk.id, noon), undefined)
  assert.equal(await takeStep(db, session.id, { seen: 0, kind: 'hide' }, people.henk.id, noon), 1)
  assert.equal((await screenNow(db, session.id)).seq, 1)
})

test('after the closing the room is over: no code, no vote, no screen', async () => {
  const { db } = room.parts.database
  const phone = await phoneInside()
  await closeRound(db, round.id, { by: people.henk.id, at: room.parts.clockAt.now, final: false })
  const late = await phone.post(`${at}/live/stem`, { zin: statements[1] ?? '', antwoord: 'nodig' })
  assert.equal(late.status, 409)
  assert.match(late.text, /voorbij/)
  assert.match((await phone.get(`${at}/live`)).text, /De ronde in de zaal is voorbij/)
  assert.equal((await phone.get(`${at}/live/stroom`, { accept: 'text/event-stream' })).status, 204)
  assert.equal((await room.visitor().post('/doe-mee', { code })).status, 400)
  assert.match((await chair.get(remote)).text, /Er is nu geen ronde open/)
})
