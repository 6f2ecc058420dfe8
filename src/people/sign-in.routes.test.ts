import assert from 'node:assert/strict'
import { after as afterAll, before, beforeEach, test } from 'node:test'
import { type Answer, nonceOf } from '../../test/parts.ts'
import { openPeople, type PeopleHouse } from '../../test/people.ts'
import { people } from '../../test/world.ts'
import { after, HOUR, MINUTE } from '../foundation/clock.ts'
import { findPersonByEmail } from './person.store.ts'

let open: PeopleHouse

before(async () => {
  open = await openPeople()
})
beforeEach(() => {
  // An hour and a day further: no counter or wait of another test is in the way.
  open.parts.clockAt.now = after(open.parts.clockAt.now, 25 * HOUR)
})
afterAll(() => open.close())

const later = (ms: number) => {
  open.parts.clockAt.now = after(open.parts.clockAt.now, ms)
}
const { noor } = people

test('a mail with a button and a code; opening the link does nothing, pressing the button signs in', async () => {
  const visit = open.visit()
  const asked = await visit.post('/inloggen', { email: ` ${noor.email.toUpperCase()} `, verder: '/kenmerken' })
  assert.equal(asked.status, 303)
  assert.equal(asked.location, '/inloggen/code')
  assert.match((await visit.get('/inloggen/code')).text, /one-time-code/)
  const { path } = await open.askMail(open.visit(), noor.email, '/kenmerken?thema=eenzaamheid')
  const elsewhere = open.visit()
  for (let i = 0; i < 3; i += 1) assert.match((await elsewhere.get(path)).text, /noor@verankerd\.example/)
  assert.equal((await elsewhere.get('/proef/ingelogd')).status, 303)
  const pressed = await elsewhere.post(path, {})
  assert.equal(pressed.location, '/kenmerken?thema=eenzaamheid')
  assert.equal((await elsewhere.get('/proef/ingelogd')).text, 'Noor Benali')
})

test('six digits, pasted with a space, sign in where they were asked', async () => {
  const visit = open.visit()
  const { code } = await open.askMail(visit, noor.email)
  assert.match(code, /^\d{3} \d{3}$/)
  assert.equal((await visit.post('/inloggen/code', { code })).location, '/mijn')
  assert.equal((await visit.get('/proef/ingelogd')).text, 'Noor Benali')
})

test('a code is worth nothing in another browser', async () => {
  const { code } = await open.askMail(open.visit(), noor.email)
  const thief = open.visit()
  await thief.post('/inloggen', { email: noor.email })
  const tried = await thief.post('/inloggen/code', { code })
  assert.equal(tried.status, 400)
  assert.match(tried.text, /Deze code klopt niet/)
  assert.match(tried.text, new RegExp(`value="${code}"`))
  assert.match(tried.text, /<title>\(1 invoerfout\)/)
})

test('asking again in the same browser keeps the first code working', async () => {
  const visit = open.visit()
  const { code } = await open.askMail(visit, noor.email)
  await visit.post('/inloggen', { email: noor.email })
  assert.equal((await visit.post('/inloggen/code', { code })).status, 303)
})

test('link and code stop after a quarter of an hour, with a sentence that says so', async () => {
  const visit = open.visit()
  const { path, code } = await open.askMail(visit, noor.email)
  later(15 * MINUTE)
  const link = await visit.get(path)
  assert.equal(link.status, 410)
  assert.match(link.text, /ouder dan een kwartier/)
  assert.equal((await visit.post(path, {})).status, 410)
  const typed = await visit.post('/inloggen/code', { code })
  assert.equal(typed.status, 400)
  assert.match(typed.text, /ouder dan een kwartier/)
})

test('a link works once; a second press by whoever it signed in goes on, another browser is told', async () => {
  const visit = open.visit()
  const { path, code } = await open.askMail(visit, noor.email, '/kenmerken')
  assert.equal((await visit.post(path, {})).status, 303)
  await visit.get('/mijn/account')
  assert.equal((await visit.post(path, {})).location, '/kenmerken')
  const other = open.visit()
  assert.match((await other.get(path)).text, /al gebruikt/)
  assert.equal((await other.post(path, {})).status, 410)
  const typed = await visit.post('/inloggen/code', { code })
  assert.equal(typed.location, '/mijn', 'the attempt is over: nothing to guess')
})

test('two presses of one form at once make one session', async () => {
  const visit = open.visit()
  const { path } = await open.askMail(visit, noor.email)
  // Both presses are sent before an answer is there, so both without a session.
  const [one, two] = await Promise.all([
    visit.post(path, { _nonce: 'a-nonce-of-this-form' }),
    visit.post(path, { _nonce: 'a-nonce-of-this-form' }),
  ])
  assert.deepEqual([one.status, two.status], [303, 303])
  assert.equal(one.headers.getSetCookie().join(), two.headers.getSetCookie().join())
})

test('a link nobody was sent gives the same page as an old one, whatever it looks like', async () => {
  const visit = open.visit()
  for (const token of ['x', 'a'.repeat(43), '%27%3B--', 'é'.repeat(30)]) {
    assert.equal((await visit.get(`/inloggen/sleutel/${encodeURIComponent(token)}`)).status, 410)
    assert.equal((await visit.post(`/inloggen/sleutel/${encodeURIComponent(token)}`, {})).status, 410)
  }
})

test('an unknown address gets the same answer and a mail; the first sign-in makes the account and asks a name', async () => {
  const email = 'nieuw@verankerd.example'
  const [known, unknown] = [open.visit(), open.visit()]
  const answers = [await known.post('/inloggen', { email: noor.email }), await unknown.post('/inloggen', { email })]
  assert.deepEqual(
    [answers[0]?.status, answers[0]?.location, answers[0]?.text],
    [answers[1]?.status, answers[1]?.location, answers[1]?.text],
  )
  const strip = (text: string, address: string) => text.replaceAll(address, '').replace(/value="[^"]*"/g, '')
  assert.equal(
    strip((await known.get('/inloggen/code')).text, noor.email),
    strip((await unknown.get('/inloggen/code')).text, email),
  )
  assert.equal(await findPersonByEmail(open.parts.database.db, email), undefined)
  const { path } = await open.askMail(unknown, email, '/kenmerken')
  const entered = await unknown.post(path, {})
  assert.equal(entered.location, '/inloggen/welkom?nieuw=ja&verder=%2Fkenmerken')
  assert.match((await unknown.get(entered.location)).text, /Je account is gemaakt/)
  assert.match((await unknown.post('/inloggen/welkom', { naam: ' ' })).text, /Vul de naam in/)
  const named = await unknown.post('/inloggen/welkom', { naam: 'Nieuw Gezicht', verder: '/kenmerken' })
  assert.equal(named.location, '/kenmerken')
  assert.equal((await findPersonByEmail(open.parts.database.db, email))?.name, 'Nieuw Gezicht')
})

test('what is wrong with an address is said at the field, and what was typed stays', async () => {
  for (const email of ['', 'noor', 'noor@', 'noor @verankerd.example', `${'a'.repeat(250)}@b.example`]) {
    const answer = await open.visit().post('/inloggen', { email })
    assert.equal(answer.status, 400, email)
    assert.match(answer.text, /aria-invalid="true"/)
    if (email === 'noor') assert.match(answer.text, /value="noor"/)
  }
  assert.equal((await open.visit().post('/inloggen', {})).status, 400)
  assert.equal((await open.visit().post('/inloggen', { email: ['a@b.example', 'c@d.example'] })).status, 400)
})

test('a code of another shape is refused before it counts as a guess', async () => {
  const visit = open.visit()
  const { code } = await open.askMail(visit, noor.email)
  for (let i = 0; i < 12; i += 1) {
    const answer = await visit.post('/inloggen/code', { code: '12ab' })
    assert.equal(answer.status, 400)
    assert.match(answer.text, /zes cijfers/)
  }
  assert.equal((await visit.post('/inloggen/code', { code })).status, 303)
})

test('five guesses, then even the right code waits; the button in the mail still works', async () => {
  const visit = open.visit()
  const { path, code } = await open.askMail(visit, noor.email)
  const wrong = code === '000 000' ? '000001' : '000000'
  for (let i = 0; i < 5; i += 1) assert.equal((await visit.post('/inloggen/code', { code: wrong })).status, 400)
  const sixth = await visit.post('/inloggen/code', { code })
  assert.equal(sixth.status, 429)
  assert.ok(Number(sixth.headers.get('retry-after')) > 0)
  assert.match(sixth.text, /knop in de mail/)
  assert.equal((await visit.post(path, {})).status, 303)
})

test('of a thousand guesses in a day at most sixty are looked at, and the owner gets in meanwhile', async () => {
  const email = people.milan.email
  let tried = 0
  for (let round = 0; round < 250; round += 1) {
    const thief = open.visit()
    await thief.post('/inloggen', { email })
    for (let guess = 0; guess < 4; guess += 1)
      if ((await thief.post('/inloggen/code', { code: String(guess).padStart(6, '0') })).status === 400) tried += 1
    later(5 * MINUTE)
  }
  assert.ok(tried <= 60, `${tried} guesses were looked at within 21 hours`)
  later(20 * MINUTE)
  assert.equal((await open.enter(open.visit(), email)).status, 303)
})

test('mails to one address slow down; the answer stays the same and the last mail keeps working', async () => {
  const visit = open.visit()
  const before = (await open.post(people.gloria.email)).length
  const answers: Answer[] = []
  for (let i = 0; i < 8; i += 1) answers.push(await visit.post('/inloggen', { email: people.gloria.email }))
  assert.equal(new Set(answers.map((answer) => `${answer.status} ${answer.location}`)).size, 1)
  const mails = await open.post(people.gloria.email)
  assert.equal(mails.length - before, 3)
  const { path } = await open.askMail(open.visit(), people.gloria.email)
  assert.equal((await open.visit().post(path, {})).status, 303)
})

test('signing in twice changes nothing: who is in goes on', async () => {
  const visit = open.visit()
  await open.enter(visit, noor.email)
  assert.equal((await visit.get('/inloggen?verder=/kenmerken')).location, '/kenmerken')
  assert.equal((await visit.get('/inloggen')).location, '/mijn')
})

test('a visitor comes back to the page they asked for, never to another site', async () => {
  const visit = open.visit()
  const sent = await visit.get('/proef/ingelogd?a=1')
  assert.equal(sent.status, 303)
  assert.equal(sent.location, '/inloggen?verder=%2Fproef%2Fingelogd%3Fa%3D1')
  assert.match((await visit.get(sent.location)).text, /name="verder" value="\/proef\/ingelogd\?a=1"/)
  for (const verder of ['//elders.example', 'https://elders.example', '/\\elders.example']) {
    const { path } = await open.askMail(open.visit(), people.jamal.email, verder)
    assert.equal((await open.visit().post(path, {})).location, '/mijn')
    later(10 * MINUTE)
  }
  const posted = await visit.post('/proef/ingelogd', {}, { referer: 'http://localhost:3000/kenmerken' })
  assert.equal(posted.location, '/inloggen?verder=%2Fkenmerken')
})

test('the page without a code asked goes back to the start', async () => {
  assert.equal((await open.visit().get('/inloggen/code')).location, '/inloggen')
  assert.equal((await open.visit().post('/inloggen/code', { code: '123456' })).location, '/inloggen')
})

test('signing out ends the session on the server, not only in the browser', async () => {
  const visit = open.visit()
  await open.enter(visit, noor.email)
  const kept = new Map(visit.cookies)
  await visit.get('/mijn/account')
  assert.equal((await visit.post('/uitloggen', {})).location, '/')
  assert.equal((await visit.get('/proef/ingelogd')).status, 303)
  for (const [name, value] of kept) visit.cookies.set(name, value)
  assert.equal((await visit.get('/proef/ingelogd')).status, 303)
})

test('a form carries a nonce, and no key or code stands in a log', async () => {
  const visit = open.visit()
  assert.equal(nonceOf(await visit.get('/inloggen')), '')
  const { path, code } = await open.askMail(visit, noor.email)
  await visit.get(path)
  await visit.post('/inloggen/code', { code })
  const log = open.parts.lines.join('\n')
  assert.ok(log.includes('/inloggen/sleutel/:token'))
  for (const secret of [path.split('/').at(-1) ?? '', code.replace(' ', ''), noor.email])
    assert.ok(!log.includes(secret), secret)
})

test('S5: two hundred known and unknown addresses get the same status and the same bytes; the time is printed', async (t) => {
  const timed: Record<'known' | 'unknown', number[]> = { known: [], unknown: [] }
  const seen = new Set<string>()
  const members = Object.values(people)
  for (let round = 0; round < 100; round += 1) {
    // A fresh hour, so that no address has to wait for a mail.
    if (round % members.length === 0) later(25 * HOUR)
    const member = members[round % members.length] ?? noor
    // As long as the known one, or the sealed cookie would differ in length by what was typed.
    const stranger = `${'x'.repeat(member.key.length)}@verankerd.example`.replace('x', String(round % 10))
    for (const [kind, email] of [['known', member.email] as const, ['unknown', stranger] as const]) {
      const visit = open.visit()
      const began = performance.now()
      const asked = await visit.post('/inloggen', { email })
      timed[kind].push(performance.now() - began)
      const page = await visit.get('/inloggen/code')
      const own = /value="[^"]{20,}"/g
      seen.add(
        JSON.stringify({
          member: member.key,
          statuses: [asked.status, page.status],
          to: asked.location,
          body: asked.bytes.length,
          cookie: visit.cookies.get('inlogpoging')?.length,
          page: page.text.replaceAll(email, '…').replace(own, ''),
        }),
      )
    }
  }
  assert.equal(seen.size, members.length, 'per pair of addresses of one length there is one answer')
  const median = (list: number[]) => list.toSorted((a, b) => a - b)[list.length >> 1] ?? 0
  const [known, unknown] = [median(timed.known), median(timed.unknown)]
  t.diagnostic(
    `median known ${known.toFixed(2)} ms, unknown ${unknown.toFixed(2)} ms, difference ${Math.abs(known - unknown).toFixed(2)} ms`,
  )
})

test('mailFlood: a machine that mails strangers stops at six hundred a quarter; whoever has a mail still gets in', async () => {
  const { pool } = open.parts.database
  const visit = open.visit()
  const { path } = await open.askMail(visit, noor.email)
  await pool.query(`update house.limiter set count = 599 where rule = 'sign-in mail, network address'`)
  const last = await open.visit().post('/inloggen', { email: 'laatste@vreemd.example' })
  assert.equal(last.status, 303)
  const before = (await open.post('te-veel@vreemd.example')).length
  const stopped = await open.visit().post('/inloggen', { email: 'te-veel@vreemd.example' })
  assert.equal(stopped.status, 429)
  assert.ok(Number(stopped.headers.get('retry-after')) > 0)
  assert.match(stopped.text, /Vanaf deze plek zijn net heel veel mails aangevraagd/)
  assert.equal((await open.post('te-veel@vreemd.example')).length, before)
  assert.equal((await visit.post(path, {})).status, 303, 'the mail that was sent still opens the door')
  later(15 * MINUTE)
  assert.equal((await open.visit().post('/inloggen', { email: 'te-veel@vreemd.example' })).status, 303)
})

test('behind a proxy of our own each visitor has a ceiling, and none can write another address', async () => {
  const behind = await openPeople({ PROXIES: '1' })
  try {
    const { pool } = behind.parts.database
    const from = (address: string) =>
      behind.visit().post('/inloggen', { email: `${address.length}@a.example` }, { 'x-forwarded-for': address })
    await from('192.0.2.1')
    await pool.query(`update house.limiter set count = 600 where rule = 'sign-in mail, network address'`)
    assert.equal((await from('192.0.2.1')).status, 429)
    assert.equal((await from('198.51.100.7, 192.0.2.1')).status, 429, 'what a visitor wrote stands further left')
    assert.equal((await from('192.0.2.2')).status, 303)
  } finally {
    await behind.close()
  }
})
