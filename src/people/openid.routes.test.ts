import assert from 'node:assert/strict'
import { createServer, type Server } from 'node:http'
import { after as afterAll, before, test } from 'node:test'
import { setTimeout as pause } from 'node:timers/promises'
import Provider from 'oidc-provider'
import type { Answer, Visit } from '../../test/parts.ts'
import { openPeople, type PeopleHouse } from '../../test/people.ts'
import { people } from '../../test/world.ts'
import { findPersonByEmail } from './person.store.ts'

let open: PeopleHouse
let provider: Server
let issuer: string

/** What the provider says of each of its accounts. */
const accounts: Record<string, { email?: string; email_verified?: boolean; name?: string }> = {
  'nieuw-1': { email: 'Oda@Verankerd.example', email_verified: true, name: 'Oda Prins' },
  'bekend-1': { email: people.noor.email, email_verified: true, name: 'Noor' },
  'onbewezen-1': { email: people.noor.email, email_verified: false },
  'koppel-1': {},
  'samen-1': {},
  'gelijk-1': { email: 'gelijk@verankerd.example', email_verified: true, name: 'Iemand' },
}

/** An identity provider on loopback that signs in whoever `login` names, without a screen. */
async function startProvider(): Promise<void> {
  provider = createServer()
  await new Promise<void>((resolve) => provider.listen(0, '127.0.0.1', resolve))
  const address = provider.address()
  issuer = `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`
  const oidc = new Provider(issuer, {
    clients: [
      {
        client_id: 'verankerd',
        client_secret: 'a secret',
        redirect_uris: ['http://localhost:3000/inloggen/organisatie/terug'],
      },
    ],
    claims: { openid: ['sub', 'email', 'email_verified', 'name'] },
    conformIdTokenClaims: false,
    pkce: { required: () => true },
    findAccount: (_: unknown, id: string) => ({ accountId: id, claims: () => ({ sub: id, ...accounts[id] }) }),
    interactions: { url: (_: unknown, interaction: { uid: string }) => `/interaction/${interaction.uid}` },
    features: { devInteractions: { enabled: false } },
  })
  const answer = oidc.callback()
  provider.on('request', async (request, response) => {
    if (!request.url?.startsWith('/interaction/')) return answer(request, response)
    const details = await oidc.interactionDetails(request, response)
    const accountId = String(request.headers['x-account'])
    const grant = new oidc.Grant({ accountId, clientId: 'verankerd' })
    grant.addOIDCScope('openid email profile')
    const result =
      details.prompt.name === 'login' ? { login: { accountId } } : { consent: { grantId: await grant.save() } }
    return oidc.interactionFinished(request, response, result)
  })
}

before(async () => {
  await startProvider()
  open = await openPeople({
    OIDC_ISSUER: issuer,
    OIDC_CLIENT_ID: 'verankerd',
    OIDC_CLIENT_SECRET: 'a secret',
    OIDC_NAME: 'Hogeschool',
  })
  // The provider lives by the clock of the machine, and so must whoever checks its tokens.
  open.parts.clockAt.now = new Date()
})
afterAll(async () => {
  await open.close()
  provider.closeAllConnections()
  await new Promise((resolve) => provider.close(resolve))
})

/** Walks through the provider as this account; returns the address it sends back to. */
async function throughProvider(begin: string, account: string): Promise<string> {
  const jar = new Map<string, string>()
  let next = begin
  for (let hop = 0; hop < 12 && !next.startsWith('http://localhost:3000'); hop += 1) {
    const headers = { cookie: [...jar].map(([name, value]) => `${name}=${value}`).join('; '), 'x-account': account }
    const answer = await fetch(new URL(next, issuer), { redirect: 'manual', headers })
    for (const line of answer.headers.getSetCookie()) {
      const pair = line.split(';')[0] ?? ''
      jar.set(pair.slice(0, pair.indexOf('=')), pair.slice(pair.indexOf('=') + 1))
    }
    next =
      answer.headers.get('location') ?? assert.fail(`the provider stopped: ${answer.status} ${await answer.text()}`)
  }
  return next.replace('http://localhost:3000', '')
}

async function enterBy(visit: Visit, account: string, start = '/inloggen/organisatie'): Promise<Answer> {
  const begun = await visit.get(start)
  assert.equal(begun.status, 302)
  return visit.get(await throughProvider(begun.location, account))
}

test('the sign-in page offers it, with code, PKCE S256, state and nonce', async () => {
  const visit = open.visit()
  assert.match(
    (await visit.get('/inloggen?verder=/kenmerken')).text,
    /\/inloggen\/organisatie\?verder=%2Fkenmerken"[\s\S]*Hogeschool/,
  )
  const asked = new URL((await visit.get('/inloggen/organisatie')).location).searchParams
  assert.equal(asked.get('response_type'), 'code')
  assert.equal(asked.get('code_challenge_method'), 'S256')
  for (const name of ['state', 'nonce', 'code_challenge']) assert.ok((asked.get(name)?.length ?? 0) >= 43, name)
})

test('a new identity makes an account, and is known by issuer and subject the next time', async () => {
  const visit = open.visit()
  assert.equal((await enterBy(visit, 'nieuw-1', '/inloggen/organisatie?verder=/kenmerken')).location, '/kenmerken')
  assert.equal((await visit.get('/proef/ingelogd')).text, 'Oda Prins')
  assert.ok(await findPersonByEmail(open.parts.database.db, 'oda@verankerd.example'))
  accounts['nieuw-1'] = { email: 'ander@verankerd.example', email_verified: true, name: 'Anders' }
  const again = open.visit()
  await enterBy(again, 'nieuw-1')
  assert.equal((await again.get('/proef/ingelogd')).text, 'Oda Prins')
})

test('two first sign-ins of one person at once make one account, and both are in', async () => {
  const visits = [open.visit(), open.visit(), open.visit()]
  const ways = await Promise.all(
    visits.map(async (visit) => {
      const { location } = await visit.get('/inloggen/organisatie')
      return { visit, back: await throughProvider(location, 'samen-1') }
    }),
  )
  const count = async () =>
    (await open.parts.database.pool.query('select count(*)::int as n from people.person')).rows[0].n
  const before = await count()
  const answers = await Promise.all(ways.map(({ visit, back }) => visit.get(back)))
  assert.deepEqual(
    answers.map(({ status }) => status),
    [303, 303, 303],
  )
  assert.equal(await count(), before + 1)
  const { rows } = await open.parts.database.pool.query(
    `select count(distinct person)::int as people from people.oidc_identity where subject = 'samen-1'`,
  )
  assert.equal(rows[0].people, 1)
})

test('who signs up by mail at the very moment an organisation vouches for that address, keeps the account', async () => {
  const { pool } = open.parts.database
  const visit = open.visit()
  const back = await throughProvider((await visit.get('/inloggen/organisatie')).location, 'gelijk-1')
  const other = await pool.connect()
  await other.query('begin')
  await other.query(`insert into people.person (email, created_at) values ('gelijk@verankerd.example', now())`)
  const coming = visit.get(back)
  const isHeldUp = `select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`
  while ((await pool.query(isHeldUp)).rows.length === 0) await pause(20)
  await other.query('commit')
  other.release()
  const refused = await coming
  assert.equal(refused.status, 409)
  assert.match(refused.text, /al een account met jouw mailadres/)
  const { rows } = await pool.query(`select from people.oidc_identity where subject = 'gelijk-1'`)
  assert.equal(rows.length, 0)
})

test('an identity never gets an existing account by its mail address', async () => {
  const visit = open.visit()
  const refused = await enterBy(visit, 'bekend-1')
  assert.equal(refused.status, 409)
  assert.match(refused.text, /al een account met jouw mailadres/)
  assert.equal((await visit.get('/proef/ingelogd')).status, 303)
})

test('an address the provider did not check is not kept', async () => {
  const visit = open.visit()
  assert.match((await enterBy(visit, 'onbewezen-1')).location, /^\/inloggen\/welkom/)
  await visit.get('/inloggen/welkom')
  await visit.post('/inloggen/welkom', { naam: 'Iemand' })
  assert.ok(!(await visit.get('/mijn/account')).text.includes(people.noor.email))
  const stuck = await visit.post('/mijn/account/organisatie/einde', {})
  assert.equal(stuck.status, 409, 'without an address the link is the only way in')
})

test('someone signed in links an organisation, signs in by it, and lets go', async () => {
  const visit = open.visit()
  open.parts.clockAt.now = new Date()
  await open.enter(visit, people.gloria.email)
  assert.match((await visit.get('/mijn/account')).text, /koppel=ja/)
  assert.equal((await enterBy(visit, 'koppel-1', '/inloggen/organisatie?koppel=ja')).location, '/mijn/account')
  const told = async (what: RegExp) =>
    (await open.post(people.gloria.email)).filter(({ text }) => what.test(text ?? '')).length
  // What is tied already is no news.
  await enterBy(visit, 'koppel-1', '/inloggen/organisatie?koppel=ja')
  assert.equal(await told(/een account van een organisatie gekoppeld/), 1)
  const other = open.visit()
  await enterBy(other, 'koppel-1')
  assert.equal((await other.get('/proef/ingelogd')).text, 'Gloria Pinas')
  const thief = open.visit()
  await open.enter(thief, people.milan.email)
  assert.equal((await enterBy(thief, 'koppel-1', '/inloggen/organisatie?koppel=ja')).status, 409)
  await visit.get('/mijn/account')
  for (const _time of ['once', 'twice'])
    assert.equal((await visit.post('/mijn/account/organisatie/einde', {})).status, 303)
  assert.equal(await told(/de koppeling met je organisatie weggehaald/), 1)
  assert.equal(await told(/een account van een organisatie gekoppeld/), 1)
  const spared = (await open.post(people.milan.email)).filter(({ text }) => /organisatie gekoppeld/.test(text ?? ''))
  assert.deepEqual(spared, [])
})

test('a return without a trip, with another state, twice, or of another browser is refused', async () => {
  const visit = open.visit()
  for (const path of ['', '?code=x&state=y', '?error=access_denied&state=z', '?code=x&code=y'])
    assert.equal((await visit.get(`/inloggen/organisatie/terug${path}`)).status, 400)
  const begun = await visit.get('/inloggen/organisatie')
  const back = await throughProvider(begun.location, 'koppel-1')
  assert.equal((await open.visit().get(back)).status, 400)
  const kept = new Map(visit.cookies)
  assert.equal((await visit.get(back.replace(/state=[^&]+/, 'state=anders'))).status, 400)
  for (const [name, value] of kept) visit.cookies.set(name, value)
  open.parts.lines.length = 0
  await visit.get('/inloggen/organisatie/terug?error=kanarie&error_description=kanarie&state=kanarie')
  const logged = open.parts.lines.join('')
  assert.match(logged, /"leg":"end","fault":\{"name":"[A-Za-z]+","code":"[A-Z_]+"\}/)
  assert.doesNotMatch(logged, /kanarie|koppel-1/, 'what came back is nobody else’s business')
  for (const [name, value] of kept) visit.cookies.set(name, value)
  assert.equal((await visit.get(back)).status, 303)
  for (const [name, value] of kept) visit.cookies.set(name, value)
  assert.equal((await visit.get(back)).status, 400)
})

test('a provider that is away is a 503, and the next try may work', async () => {
  const lost = await openPeople({ OIDC_ISSUER: 'http://127.0.0.1:9', OIDC_CLIENT_ID: 'a', OIDC_CLIENT_SECRET: 'b' })
  try {
    const away = await lost.visit().get('/inloggen/organisatie')
    assert.equal(away.status, 503)
    assert.match(away.text, /log in met een mail/)
    assert.match(lost.parts.lines.join(''), /"leg":"begin","fault":\{"name":"[A-Za-z]+"/)
  } finally {
    await lost.close()
  }
  const none = await openPeople()
  try {
    assert.equal((await none.visit().get('/inloggen/organisatie')).status, 404)
    assert.equal((await none.visit().get('/inloggen/organisatie/terug')).status, 404)
  } finally {
    await none.close()
  }
})
