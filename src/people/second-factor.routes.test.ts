import assert from 'node:assert/strict'
import { after as afterAll, before, beforeEach, test } from 'node:test'
import type { Answer, Visit } from '../../test/parts.ts'
import { openPeople, type PeopleHouse } from '../../test/people.ts'
import { softwareKey } from '../../test/software-key.ts'
import { people, places } from '../../test/world.ts'
import { after, HOUR, MINUTE } from '../foundation/clock.ts'
import { codeAt } from './second-factor.ts'

let open: PeopleHouse

before(async () => {
  open = await openPeople()
})
beforeEach(() => later(25 * HOUR))
afterAll(() => open.close())

const later = (ms: number) => {
  open.parts.clockAt.now = after(open.parts.clockAt.now, ms)
}
const hidden = (answer: Answer, name: string) =>
  new RegExp(`name="${name}" value="([^"]*)"`).exec(answer.text)?.[1] ?? ''
const data = (answer: Answer, name: string) => new RegExp(`data-${name}="([^"]*)"`).exec(answer.text)?.[1] ?? ''
const secretOf = (answer: Answer) =>
  (/<code class="secret">([A-Z2-7 ]+)<\/code>/.exec(answer.text)?.[1] ?? '').replaceAll(' ', '')

/** Links an app, the way a person does, and returns its secret and recovery codes. */
async function linkApp(visit: Visit): Promise<{ secret: string; recovery: string[] }> {
  const shown = await visit.get('/mijn/tweede-stap/app')
  const secret = secretOf(shown)
  const linked = await visit.post('/mijn/tweede-stap/app', {
    geheim: hidden(shown, 'geheim'),
    code: codeAt(secret, open.parts.clockAt.now),
  })
  assert.equal(linked.location, '/mijn/tweede-stap/herstelcodes')
  const codes = await visit.get('/mijn/tweede-stap/herstelcodes')
  const recovery = [...codes.text.matchAll(/<code class="secret">([a-z0-9-]{14})<\/code>/g)].map(
    (match) => match[1] ?? '',
  )
  assert.equal(recovery.length, 10)
  assert.equal(
    (await visit.post('/mijn/tweede-stap/herstelcodes', { codes: hidden(codes, 'codes') })).location,
    '/mijn/account',
  )
  return { secret, recovery }
}

test('a role that sees others’ data asks for a second factor, sets it up first, and then opens', async () => {
  const visit = open.visit()
  const entered = await open.enter(visit, people.farida.email)
  assert.equal(entered.location, '/inloggen/tweede-stap')
  assert.equal((await visit.get('/proef/rol/reader')).location, '/inloggen/tweede-stap?verder=%2Fproef%2Frol%2Freader')
  assert.equal(
    (await visit.get('/inloggen/tweede-stap?verder=/proef/rol/reader')).location,
    '/mijn/tweede-stap?verder=%2Fproef%2Frol%2Freader',
  )
  const choose = await visit.get('/mijn/tweede-stap?verder=/proef/rol/reader')
  assert.match(choose.text, /Je rol laat je gegevens van anderen zien/)
  assert.match(choose.text, /data-passkey="make"/)
  const { secret } = await linkApp(visit)
  assert.equal((await visit.get('/proef/rol/reader')).text, 'Farida Amrani')

  const next = open.visit()
  later(MINUTE)
  await open.enter(next, people.farida.email)
  assert.equal((await next.get('/proef/rol/reader')).status, 303)
  await next.get('/inloggen/tweede-stap')
  const given = await next.post('/inloggen/tweede-stap', {
    code: codeAt(secret, open.parts.clockAt.now),
    verder: '/proef/rol/reader',
  })
  assert.equal(given.location, '/proef/rol/reader')
  assert.equal((await next.get('/proef/rol/reader')).text, 'Farida Amrani')
})

test('a role without others’ data asks nothing more; a role one does not have does not exist', async () => {
  const visit = open.visit()
  assert.equal((await open.enter(visit, people.noor.email)).location, '/mijn')
  assert.equal((await visit.get('/proef/rol/professional')).text, 'Noor Benali')
  const refused = await visit.get('/proef/rol/editor')
  assert.equal(refused.status, 404)
  const missing = await visit.get('/proef/bestaat-niet')
  const number = /<strong>[0-9a-f]{12}<\/strong>/g
  assert.equal(refused.text.replace(number, ''), missing.text.replace(number, ''))
})

test('a role at one organisation counts nowhere else', async () => {
  const visit = open.visit()
  await open.enter(visit, people.ruben.email)
  assert.equal((await visit.get(`/proef/rol/provider/${places.opleider.id}`)).text, 'Ruben Cohen')
  assert.equal((await visit.get(`/proef/rol/provider/${places.vlier.id}`)).status, 404)
})

test('one code of the app works once, and five wrong ones close the door for a quarter', async () => {
  const visit = open.visit()
  await open.enter(visit, people.henk.email)
  const { secret } = await linkApp(visit)
  const used = codeAt(secret, open.parts.clockAt.now)
  assert.equal(
    (await visit.post('/inloggen/tweede-stap', { code: used })).status,
    400,
    'the code that linked the app is spent',
  )
  later(16 * MINUTE)
  const fresh = codeAt(secret, open.parts.clockAt.now)
  assert.equal((await visit.post('/inloggen/tweede-stap', { code: fresh })).status, 303)
  await visit.get('/mijn/account')
  assert.equal((await visit.post('/inloggen/tweede-stap', { code: fresh })).status, 400)
  later(16 * MINUTE)
  for (let i = 0; i < 5; i += 1) {
    const wrong = await visit.post('/inloggen/tweede-stap', { code: '000 00x' })
    assert.equal(wrong.status, 400)
    assert.match(wrong.text, /klopt niet/)
    assert.match(wrong.text, /value="000 00x"/)
  }
  assert.equal(
    (await visit.post('/inloggen/tweede-stap', { code: codeAt(secret, open.parts.clockAt.now) })).status,
    429,
  )
})

test('a recovery code opens once and its owner hears of it; new ones end the old ones', async () => {
  const visit = open.visit()
  await open.enter(visit, people.tess.email)
  const { recovery } = await linkApp(visit)
  const other = open.visit()
  await open.enter(other, people.tess.email)
  await other.get('/inloggen/tweede-stap')
  assert.equal((await other.post('/inloggen/tweede-stap', { code: recovery[0]?.toUpperCase() ?? '' })).status, 303)
  assert.ok((await open.post(people.tess.email)).some((mail) => /herstelcode/.test(mail.subject)))
  await other.get('/mijn/account')
  assert.equal((await other.post('/inloggen/tweede-stap', { code: recovery[0] ?? '' })).status, 400)
  const fresh = await other.get('/mijn/tweede-stap/herstelcodes')
  assert.match(fresh.text, /oude herstelcodes niet meer/)
  await other.post('/mijn/tweede-stap/herstelcodes', { codes: hidden(fresh, 'codes') })
  assert.equal((await other.post('/inloggen/tweede-stap', { code: recovery[1] ?? '' })).status, 400)
})

test('a sealed secret or list of codes that is not one’s own is not taken', async () => {
  const [mine, theirs] = [open.visit(), open.visit()]
  await open.enter(mine, people.wei.email)
  await open.enter(theirs, people.anneke.email)
  const shown = await theirs.get('/mijn/tweede-stap/app')
  const secret = secretOf(shown)
  await mine.get('/mijn/account')
  const tried = await mine.post('/mijn/tweede-stap/app', {
    geheim: hidden(shown, 'geheim'),
    code: codeAt(secret, open.parts.clockAt.now),
  })
  assert.equal(tried.status, 400)
  assert.match(tried.text, /te oud of niet van jou/)
  assert.equal((await mine.post('/mijn/tweede-stap/app', { code: '123456' })).status, 400)
  assert.equal(
    (await mine.post('/mijn/tweede-stap/herstelcodes', { codes: 'niets' })).location,
    '/mijn/tweede-stap/herstelcodes',
  )
  const short = await theirs.post('/mijn/tweede-stap/app', { geheim: hidden(shown, 'geheim'), code: '12' })
  assert.equal(short.status, 400)
  assert.equal(secretOf(short), secret, 'a typing error keeps the code that was scanned')
})

test('changing ways to sign in asks for fresh proof once there is one', async () => {
  const visit = open.visit()
  await open.enter(visit, people.yusuf.email)
  await linkApp(visit)
  assert.equal((await visit.get('/proef/vers')).text, 'Yusuf Kaya')
  later(6 * MINUTE)
  assert.equal((await visit.get('/proef/vers')).location, '/inloggen/tweede-stap?verder=%2Fproef%2Fvers')
  for (const path of ['/mijn/tweede-stap', '/mijn/tweede-stap/app', '/mijn/tweede-stap/herstelcodes'])
    assert.match((await visit.get(path)).location, /^\/inloggen\/tweede-stap/)
  await visit.get('/mijn/account')
  for (const path of ['/mijn/account/app/einde', '/mijn/passkeys', '/mijn/passkeys/x/einde'])
    assert.match((await visit.post(path, {})).location, /^\/inloggen\/tweede-stap/)
  assert.equal((await visit.get('/proef/rol/editor')).text, 'Yusuf Kaya', 'the everyday page still opens')
})

test('adding the first way needs fresh proof too: a session left open on a shared computer adds none', async () => {
  const visit = open.visit()
  await open.enter(visit, people.milan.email)
  const shown = await visit.get('/mijn/tweede-stap/app')
  const secret = secretOf(shown)
  later(6 * MINUTE)
  for (const path of ['/mijn/tweede-stap', '/mijn/tweede-stap/app', '/mijn/tweede-stap/herstelcodes'])
    assert.match((await visit.get(path)).location, /^\/inloggen\?opnieuw=ja/, path)
  const unknown = await visit.post('/mijn/tweede-stap/app', { geheim: 'x', code: '123456' })
  assert.match(unknown.location, /^\/inloggen\?opnieuw=ja/)
  assert.match((await visit.post('/mijn/passkeys', {})).location, /^\/inloggen\?opnieuw=ja/)
  // Who began with fresh proof has half an hour to find an app.
  const fields = (now: Date) => ({ geheim: hidden(shown, 'geheim'), code: codeAt(secret, now) })
  const late = open.visit()
  later(10 * MINUTE)
  assert.equal(
    (await visit.post('/mijn/tweede-stap/app', fields(open.parts.clockAt.now))).location,
    '/mijn/tweede-stap/herstelcodes',
  )
  later(20 * MINUTE)
  await open.enter(late, people.milan.email)
  await late.get('/mijn/account')
  const old = await late.post('/mijn/tweede-stap/app', fields(open.parts.clockAt.now))
  assert.match(old.location, /^\/inloggen/, 'after half an hour the page is too old')
})

test('only wrong codes count: who signs in ten times in a quarter is never sent away, who guesses six times is', async () => {
  const visit = open.visit()
  await open.enter(visit, people.lotte.email)
  const { secret } = await linkApp(visit)
  for (let times = 0; times < 10; times += 1) {
    later(MINUTE)
    const given = await visit.post('/inloggen/tweede-stap', { code: codeAt(secret, open.parts.clockAt.now) })
    assert.equal(given.status, 303, `time ${times}`)
    await visit.get('/mijn/account')
  }
  later(HOUR)
  const guess = () => visit.post('/inloggen/tweede-stap', { code: '000000' })
  for (let times = 0; times < 5; times += 1) assert.equal((await guess()).status, 400)
  const right = await visit.post('/inloggen/tweede-stap', { code: codeAt(secret, open.parts.clockAt.now) })
  assert.equal(right.status, 429)
  assert.match(right.text, /vijf keer een verkeerde code/)
})

test('without a second factor fresh proof is signing in anew', async () => {
  const visit = open.visit()
  await open.enter(visit, people.noor.email)
  assert.equal((await visit.get('/proef/vers')).text, 'Noor Benali')
  later(6 * MINUTE)
  const sent = await visit.get('/proef/vers')
  assert.equal(sent.location, '/inloggen?opnieuw=ja&verder=%2Fproef%2Fvers')
  const asked = await visit.get(sent.location)
  assert.match(asked.text, /value="noor@verankerd\.example"/)
  const { path } = await open.askMail(visit, people.noor.email, '/proef/vers')
  assert.equal((await visit.post(path, {})).location, '/proef/vers')
  assert.equal((await visit.get('/proef/vers')).text, 'Noor Benali')
})

test('a passkey: made, then signing in with it is both steps at once; its challenge works once', async () => {
  const visit = open.visit()
  await open.enter(visit, people.saskia.email)
  const device = softwareKey()
  const offer = await visit.get('/mijn/tweede-stap')
  const answer = JSON.stringify(device.register(data(offer, 'challenge')))
  const made = await visit.post('/mijn/passkeys', {
    antwoord: answer,
    naam: 'Mijn telefoon',
    verder: '/proef/rol/editor',
  })
  assert.equal(made.location, '/mijn/tweede-stap/herstelcodes?verder=%2Fproef%2Frol%2Feditor')
  assert.equal((await visit.get('/proef/rol/editor')).text, 'Saskia van Loon')
  assert.match((await visit.get('/mijn/account')).text, /Mijn telefoon/)

  const next = open.visit()
  const page = await next.get('/inloggen?verder=/proef/rol/editor')
  const used = JSON.stringify(device.use(data(page, 'challenge')))
  assert.equal(
    (await next.post('/inloggen/passkey', { antwoord: used, verder: '/proef/rol/editor' })).location,
    '/proef/rol/editor',
  )
  assert.equal((await next.get('/proef/rol/editor')).text, 'Saskia van Loon')
  assert.equal((await open.visit().post('/inloggen/passkey', { antwoord: used })).status, 400, 'replayed')

  const found = open.visit()
  const again = await found.get('/inloggen')
  const plain = JSON.stringify(device.use(data(again, 'challenge'), { verified: false }))
  const refused = await found.post('/inloggen/passkey', { antwoord: plain })
  assert.deepEqual([refused.status, found.cookies.has('sessie')], [400, false], 'a key that anyone can hold')
  assert.match(refused.text, /vroeg niet om je vinger, je gezicht of een pincode\. Log in met een mail/)

  // Behind a mail it is the second step of two.
  await open.enter(found, people.saskia.email)
  const step = await found.get('/inloggen/tweede-stap')
  const proof = JSON.stringify(device.use(data(step, 'challenge'), { verified: false }))
  await found.post('/inloggen/tweede-stap/passkey', { antwoord: proof })
  assert.equal((await found.get('/proef/rol/editor')).text, 'Saskia van Loon')
})

test('a passkey of someone else, an unknown one or nonsense gives a plain page and no session', async () => {
  const visit = open.visit()
  for (const antwoord of [
    '',
    '{}',
    '[]',
    'null',
    '{"id":1}',
    'x'.repeat(70_000),
    JSON.stringify(softwareKey().use('abc')),
  ]) {
    const answer = await visit.post('/inloggen/passkey', { antwoord })
    assert.equal(answer.status, 400)
    assert.match(answer.text, /Probeer het opnieuw/)
  }
  const page = await visit.get('/inloggen')
  const unknown = JSON.stringify(softwareKey().use(data(page, 'challenge')))
  assert.equal((await visit.post('/inloggen/passkey', { antwoord: unknown })).status, 400)
  assert.equal(visit.cookies.has('sessie'), false)
})

test('whoever gets or loses a way to show that it is them, hears of it', async () => {
  const { email } = people.jamal
  const visit = open.visit()
  await open.enter(visit, email)
  await linkApp(visit)
  const offer = await visit.get('/mijn/tweede-stap')
  const antwoord = JSON.stringify(softwareKey().register(data(offer, 'challenge')))
  const made = await visit.post('/mijn/passkeys', { antwoord, naam: 'Telefoon' })
  assert.equal(made.location, '/mijn/account', made.text)
  const [remove = ''] = /\/mijn\/passkeys\/[^/"]+\/einde/.exec((await visit.get('/mijn/account')).text) ?? []
  assert.equal((await visit.post(remove, {})).status, 303)
  for (const _ of ['there', 'gone already']) await visit.post('/mijn/account/app/einde', {})
  const told = (await open.post(email)).filter(({ subject }) => subject === 'Hoe je inlogt bij Verankerd is veranderd')
  const facts = told.map(({ text }) => /Bij jouw account is (.*?)[.,]/.exec(text ?? '')?.[1]).sort()
  assert.deepEqual(facts, [
    'de app met codes weggehaald',
    'een app met codes gekoppeld',
    'een passkey bijgekomen',
    'een passkey weggehaald',
  ])
})
