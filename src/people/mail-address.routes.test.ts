import assert from 'node:assert/strict'
import { after as afterAll, before, beforeEach, test } from 'node:test'
import type { Visit } from '../../test/parts.ts'
import { openPeople, type PeopleHouse } from '../../test/people.ts'
import { people } from '../../test/world.ts'
import { after, HOUR, MINUTE } from '../foundation/clock.ts'
import { createPerson, findPerson, findPersonByEmail } from './person.store.ts'

let open: PeopleHouse
before(async () => {
  open = await openPeople()
})
beforeEach(() => later(25 * HOUR))
afterAll(() => open.close())

function later(ms: number): void {
  open.parts.clockAt.now = after(open.parts.clockAt.now, ms)
}

const AT = '/mijn/account/mailadres'

/** Someone signed in who asks for another address; gives the browser, and the mail's link and code. */
async function asked(from: string, to: string): Promise<{ visit: Visit; link: string; code: string }> {
  const visit = open.visit()
  await open.enter(visit, from)
  await visit.get(AT)
  const sent = await visit.post(AT, { email: to })
  assert.equal(sent.location, `${AT}/code`)
  const text = (await open.post(to.trim().toLowerCase()))[0]?.text ?? ''
  return {
    visit,
    link: /\/mijn\/account\/mailadres\/sleutel\/[\w-]+/.exec(text)?.[0] ?? '',
    code: /^(\d{3} \d{3})$/m.exec(text)?.[1] ?? '',
  }
}

test('the code of the mail to the new address moves the account; the old address hears of it and opens nothing more', async () => {
  const { visit, code } = await asked(people.noor.email, ' Noor@Nieuw.example')
  const phone = open.visit()
  await open.enter(phone, people.noor.email)
  assert.match((await visit.get(`${AT}/code`)).text, /noor@nieuw\.example/)
  const done = await visit.post(`${AT}/code`, { code })
  assert.equal(done.location, '/mijn/account')
  assert.match((await visit.get('/mijn/account')).text, /noor@nieuw\.example/)
  assert.equal((await findPersonByEmail(open.parts.database.db, 'noor@nieuw.example'))?.id, people.noor.id)
  assert.ok((await open.post(people.noor.email)).some((mail) => /ander mailadres/.test(mail.text ?? '')))
  assert.equal((await phone.get('/proef/ingelogd')).status, 303, 'other devices sign in anew')
  assert.equal((await visit.get('/proef/ingelogd')).text, 'Noor Benali')
  await open.enter(open.visit(), 'noor@nieuw.example')
})

test('opening the link changes nothing, pressing its button does, once; a second press lands well', async () => {
  const { visit, link } = await asked(people.milan.email, 'milan@nieuw.example')
  for (let times = 0; times < 2; times += 1) assert.match((await visit.get(link)).text, /milan@nieuw\.example/)
  assert.equal((await findPerson(open.parts.database.db, people.milan.id))?.email, people.milan.email)
  assert.equal((await visit.post(link, {})).location, '/mijn/account')
  assert.equal((await findPerson(open.parts.database.db, people.milan.id))?.email, 'milan@nieuw.example')
  assert.equal((await visit.post(link, {})).location, '/mijn/account')
  assert.equal((await visit.get(link)).status, 410)
})

test('an address of another account gets the very same answers; only its reader learns why, and no code works', async () => {
  const free = await asked(people.gloria.email, 'gloria@nieuw.example')
  const taken = await asked(people.gloria.email, people.wei.email)
  const plain = (text: string) =>
    text.replaceAll(/gloria@nieuw\.example|wei@verankerd\.example/g, '…').replaceAll(/value="[\w-]{20,}"/g, '')
  assert.equal(
    plain((await free.visit.get(`${AT}/code`)).text),
    plain((await taken.visit.get(`${AT}/code`)).text),
    'byte for byte',
  )
  assert.equal(taken.code, '')
  assert.equal(taken.link, '')
  assert.match((await open.post(people.wei.email))[0]?.text ?? '', /al een account met dit adres/)
  const tried = await taken.visit.post(`${AT}/code`, { code: '123456' })
  assert.equal(tried.status, 400)
  assert.match(tried.text, /Deze code klopt niet/)
  assert.equal((await findPerson(open.parts.database.db, people.gloria.id))?.email, people.gloria.email)
})

test('an address that someone else took meanwhile stays theirs', async () => {
  const { visit, code, link } = await asked(people.gloria.email, 'druk@nieuw.example')
  await createPerson(open.parts.database.db, { email: 'druk@nieuw.example', at: open.parts.clockAt.now })
  assert.equal((await visit.post(`${AT}/code`, { code })).status, 400)
  assert.equal((await visit.post(link, {})).status, 410)
  assert.equal((await findPerson(open.parts.database.db, people.gloria.id))?.email, people.gloria.email)
})

test('link and code are for whoever asked, and stop after a quarter of an hour', async () => {
  const { visit, code, link } = await asked(people.tess.email, 'tess@nieuw.example')
  const other = open.visit()
  assert.match((await other.get(link)).location, /^\/inloggen/)
  await open.enter(other, people.ruben.email)
  await other.get('/mijn/account')
  assert.equal((await other.post(link, {})).status, 410)
  assert.equal((await other.post(`${AT}/code`, { code })).location, '/mijn/account')
  later(15 * MINUTE)
  assert.equal((await visit.post(link, {})).status, 410)
  assert.equal((await visit.post(`${AT}/code`, { code })).location, '/mijn/account')
  assert.equal((await findPerson(open.parts.database.db, people.tess.id))?.email, people.tess.email)
})

test('guesses end after five, the button goes on working; asking ends after five an hour', async () => {
  const { visit, code, link } = await asked(people.henk.email, 'henk@nieuw.example')
  const wrong = code === '111 111' ? '222222' : '111111'
  for (let times = 0; times < 5; times += 1) assert.equal((await visit.post(`${AT}/code`, { code: wrong })).status, 400)
  assert.equal((await visit.post(`${AT}/code`, { code })).status, 429)
  assert.equal((await visit.post(link, {})).status, 303)
  for (let times = 0; times < 4; times += 1) await visit.post(AT, { email: `h${times}@nieuw.example` })
  const stopped = await visit.post(AT, { email: 'nog@nieuw.example' })
  assert.equal(stopped.status, 429)
  assert.match(stopped.text, /vijf keer een ander mailadres/)
})

test('asking needs fresh proof; a wrong address keeps what was typed', async () => {
  const visit = open.visit()
  await open.enter(visit, people.farida.email)
  await visit.get('/mijn/account')
  const wrong = await visit.post(AT, { email: 'farida@' })
  assert.equal(wrong.status, 400)
  assert.match(wrong.text, /value="farida@"/)
  assert.match((await visit.post(AT, { email: people.farida.email })).text, /Dit adres heb je al/)
  assert.equal((await visit.get(`${AT}/code`)).location, AT)
  later(6 * MINUTE)
  assert.match((await visit.get(AT)).location, /^\/inloggen\?opnieuw=ja/)
  assert.match((await visit.post(AT, { email: 'farida@nieuw.example' })).location, /^\/inloggen\?opnieuw=ja/)
})
