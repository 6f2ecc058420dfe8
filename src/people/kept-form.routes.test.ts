import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { openPeople, type PeopleHouse } from '../../test/people.ts'
import { people } from '../../test/world.ts'
import { FORM_KEPT } from '../foundation/http/index.ts'

let open: PeopleHouse
before(async () => {
  open = await openPeople()
})
after(() => open.close())

const { noor, joris } = people
const wait = (ms: number) => {
  open.parts.clockAt.now = new Date(open.parts.clockAt.now.getTime() + ms)
}
const HOUR = 3_600_000
const rows = async () => (await open.parts.database.pool.query('select sealed from house.kept_form')).rows
const typed = 'Noor "Bee" van der Berg <3'

/** Sends a name after the session lapsed; gives the way to sign in, with the way back in it. */
async function sendTooLate(email: string) {
  const visit = open.visit()
  await open.enter(visit, email)
  await visit.get('/mijn/account')
  wait(13 * HOUR)
  visit.cookies.delete('sessie')
  const answer = await visit.post(
    '/mijn/account/naam',
    { naam: typed },
    { referer: 'http://localhost:3000/mijn/account' },
  )
  assert.equal(answer.status, 303)
  return { visit, verder: new URL(answer.location, 'http://x').searchParams.get('verder') ?? '' }
}

async function enterFor(email: string, verder: string) {
  const visit = open.visit()
  const { path } = await open.askMail(visit, email, verder)
  return { visit, location: (await visit.post(path, {})).location }
}

test('what was typed in a form whose session lapsed is there again after signing in, and is not saved by itself', async () => {
  const { verder } = await sendTooLate(noor.email)
  assert.match(verder, /^\/teruggevonden\/[0-9a-f-]{36}$/)
  assert.doesNotMatch(JSON.stringify((await rows()).map(({ sealed }) => sealed.toString('latin1'))), /Berg/)
  assert.match((await open.visit().get(`/inloggen?verder=${verder}`)).text, /Wat je typte, is er nog/)
  // Another browser may do it: the mail is often read elsewhere.
  const { visit, location } = await enterFor(noor.email, verder)
  assert.equal(location, verder)
  const page = await visit.get(verder)
  assert.equal(page.status, 200)
  assert.match(page.text, /maar het is nog niet bewaard/)
  assert.match(page.text, /name="naam"[^>]*value="Noor &quot;Bee&quot; van der Berg &lt;3"/)
  assert.equal(page.headers.get('cache-control'), 'no-store')
  const name = async () =>
    (await open.parts.database.pool.query('select name from people.person where id = $1', [noor.id])).rows[0].name
  assert.equal(await name(), noor.name)
  assert.equal((await visit.post('/mijn/account/naam', { naam: typed })).status, 303)
  assert.equal(await name(), typed)
})

test('nobody else gets it, and after an hour nobody does', async () => {
  const { verder } = await sendTooLate(noor.email)
  const other = await enterFor(joris.email, verder)
  assert.equal((await other.visit.get(verder)).status, 404)
  wait(FORM_KEPT + 1000)
  const own = await enterFor(noor.email, verder)
  assert.equal((await own.visit.get(verder)).status, 404)
})

test('whoever signed out, or never signed in, leaves nothing behind', async () => {
  const before = (await rows()).length
  const visit = open.visit()
  await open.enter(visit, noor.email)
  await visit.get('/mijn/account')
  await visit.post('/uitloggen', {})
  const out = await visit.post('/mijn/account/naam', { naam: typed })
  assert.match(out.location, /^\/inloggen/)
  assert.match((await open.visit().post('/mijn/account/naam', { naam: typed })).location, /^\/inloggen/)
  assert.equal((await rows()).length, before)
})

test('a form that its handler does not show again gives the words themselves', async () => {
  const visit = open.visit()
  await open.enter(visit, joris.email)
  await visit.get('/mijn/account')
  wait(13 * HOUR)
  visit.cookies.delete('sessie')
  const sent = await visit.post('/proef/ingelogd', { tekst: 'Eerste regel\r\nTweede regel', keuze: 'ja' })
  const verder = new URL(sent.location, 'http://x').searchParams.get('verder') ?? ''
  const back = await enterFor(joris.email, verder)
  const page = await back.visit.get(verder)
  assert.match(page.text, /<h1[^>]*>Wat je typte<\/h1>/)
  assert.match(page.text, /Eerste regel\r?\nTweede regel/)
})
