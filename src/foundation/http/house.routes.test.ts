import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Hono } from 'hono'
import { z } from 'zod'
import { bare, closeParts, type TestParts, testParts, Visit } from '../../../test/parts.ts'
import { dbOn, openPool } from '../db/index.ts'
import {
  contentChanged,
  download,
  endSession,
  found,
  type HouseEnv,
  house,
  limit,
  oneStatement,
  page,
  publicPage,
  readForm,
  refuse,
  setCookie,
  startSession,
  unlogged,
  withoutQuery,
} from './index.ts'

let parts: TestParts
let app: Hono<HouseEnv>
const subject = '11111111-1111-4111-8111-111111111111'
/** Bytes that are no text. */
const FILE = Uint8Array.from({ length: 512 }, (_, at) => at % 256)
const Note = z.object({ tekst: z.string().min(3, 'Schrijf minstens drie letters.') })

before(async () => {
  parts = await testParts()
  // The house has no table of its own to scribble in; counters of the limiter serve.
  const write = `insert into house.limiter (rule, key_hash, window_start, expires_at, count) values ('test', $1, now(), now(), 1)`
  const routes = bare()
    .get('/tel', async (c) =>
      c.text(
        String((await c.var.db.$client.query(`select count(*) from house.limiter where rule = 'test'`)).rows[0].count),
      ),
    )
    .post('/schrijf', async (c) => {
      const form = readForm(c, Note)
      if (!form.ok) return page(c, { title: 'Mis', status: 400 }, form.errors.map((error) => error.message).join())
      await c.var.db.$client.query(write, [`${form.value.tekst} ${Math.random()}`])
      setCookie(c, 'gekregen', 'ja')
      return c.redirect('/klaar', 303)
    })
    .post('/half', async (c) => {
      await c.var.db.$client.query(write, ['half'])
      return refuse(409, 'Dit kan nu niet.')
    })
    .post('/stuk', async (c) => {
      await c.var.db.$client.query(write, ['stuk'])
      throw new Error('Key (email)=(geheim@voorbeeld.example) "geheim"')
    })
    .post('/klem', () => Promise.reject(Object.assign(new Error('deadlock detected'), { code: '40P01' })))
    .post('/ineens', oneStatement, async (c) => {
      await c.var.db.$client.query(write, ['ineens'])
      return refuse(409, 'Dit is al gebeurd.')
    })
    .post('/in', async (c) => {
      await startSession(c, subject)
      return c.redirect('/wie', 303)
    })
    .post('/uit', async (c) => {
      await endSession(c)
      return c.redirect('/wie', 303)
    })
    .get('/wie', (c) => page(c, { title: 'Wie' }, c.var.session?.subject ?? 'niemand'))
    .get('/vorm', (c) => page(c, { title: 'Vorm' }, c.var.session?.token ?? ''))
    .post('/vaak', async (c) => {
      await limit(c, { name: 'vaak', points: 3, perMs: 60_000, onFault: 'closed' }, 'iemand')
      return refuse(400, 'Fout.')
    })
    .get('/openbaar', publicPage, (c) => page(c, { title: `Openbaar ${parts.clockAt.now.toISOString()}` }, 'x'))
    .use('/stil/*', unlogged)
    .get('/stil/open', (c) => page(c, { title: 'Open' }, 'x'))
    .get('/stil/kapot', () => {
      throw new Error('broken')
    })
    .post('/publiceer', async (c) => {
      await contentChanged(c.var.db)
      return c.redirect('/openbaar', 303)
    })
    .post('/neem-mee', (c) => download(c, FILE, { type: 'application/zip', name: 'alles.zip' }))
    .get('/stuk/:naam', (c) => withoutQuery(c))
    .get('/niets', () => found<Response>(undefined))
    .get('/api/v1/niets', () => found<Response>(undefined))
  app = house(parts).route('/', routes)
})
after(() => closeParts(parts))

const count = async () => Number((await new Visit(app).get('/tel')).text)

test('a failed form leaves no trace and says what to mend; a good one is kept', async () => {
  const start = await count()
  const browser = new Visit(app)
  const refused = await browser.post('/schrijf', { tekst: 'a' })
  assert.equal(refused.status, 400)
  assert.match(refused.text, /Schrijf minstens drie letters/)
  assert.equal((await browser.post('/half', {})).status, 409)
  assert.equal((await browser.post('/stuk', {})).status, 500)
  assert.equal(await count(), start)
  assert.equal((await browser.post('/schrijf', { tekst: 'goed zo' })).status, 303)
  assert.equal(await count(), start + 1)
})

test('fifty submits of one form have one effect and one answer, cookies included; other text is refused', async () => {
  const start = await count()
  const answers = await Promise.all(
    Array.from({ length: 50 }, () =>
      new Visit(app).post('/schrijf', { tekst: 'dubbel', _nonce: 'n-1-een-lange-nonce' }),
    ),
  )
  assert.deepEqual(
    [
      ...new Set(
        answers.map((answer) => `${answer.status} ${answer.location} ${answer.headers.getSetCookie().length}`),
      ),
    ],
    ['303 /klaar 1'],
  )
  assert.equal(await count(), start + 1)
  assert.equal((await new Visit(app).post('/schrijf', { tekst: 'anders', _nonce: 'n-1-een-lange-nonce' })).status, 409)
})

test('a file that is asked for twice by one form is the same file, byte for byte', async () => {
  for (const time of ['first', 'second']) {
    const taken = await new Visit(app).post('/neem-mee', { _nonce: 'n-bestand-lang-genoeg' })
    assert.deepEqual([taken.status, taken.headers.get('content-type')], [200, 'application/zip'], time)
    assert.deepEqual(taken.bytes, Buffer.from(FILE), time)
  }
})

test('an address that loses its query is sent on as it came in, whatever its parts hold', async () => {
  for (const part of ['gewoon', '%0D%0ASet-Cookie:%20a=b', '%E2%98%83', '%2F%2Felders.example']) {
    const { status, location, headers } = await new Visit(app).get(`/stuk/${part}?q=1`)
    assert.deepEqual([status, location, headers.getSetCookie()], [301, `/stuk/${part}`, []])
  }
})

test('a route of one statement has no transaction around it, and its neighbours do', async () => {
  const start = await count()
  assert.equal((await new Visit(app).post('/ineens', { _nonce: 'een-lange-nonce-12' })).status, 409)
  assert.equal(await count(), start + 1)
  const { rows } = await parts.database.pool.query('select count(*) from house.submission where answer is null')
  assert.equal(rows[0].count, '0')
})

test('a submission in the database shows neither nonce, text nor answer', async () => {
  await new Visit(app).post('/schrijf', { tekst: 'kanarie', _nonce: 'n-kanarie-lang-genoeg' })
  const { rows } = await parts.database.pool.query('select s::text as row from house.submission s')
  assert.ok(rows.length > 0)
  assert.ok(rows.every((row) => !/kanarie|klaar/.test(row.row)))
})

test('unsafe requests from elsewhere, or without the token of the session, are refused', async () => {
  const browser = new Visit(app)
  assert.equal(
    (await browser.post('/in', {}, { origin: 'https://elders.example', 'sec-fetch-site': 'cross-site' })).status,
    403,
  )
  assert.equal((await browser.post('/in', {})).status, 303)
  assert.match((await browser.get('/wie')).text, new RegExp(subject))
  assert.equal((await browser.post('/uit', { _token: 'verkeerd' })).status, 403)
  const token = /[0-9a-f]{64}/.exec((await browser.get('/vorm')).text)?.[0] ?? ''
  assert.equal((await browser.post('/uit', { _token: token })).status, 303)
  assert.match((await browser.get('/wie')).text, /niemand/)
})

test('a session ends on the server, after twelve hours, and with the sixth sign-in', async () => {
  const browser = new Visit(app)
  await browser.post('/in', {})
  const stolen = new Map(browser.cookies)
  const at = parts.clockAt.now
  parts.clockAt.now = new Date(at.getTime() + 12 * 3_600_000 + 1)
  assert.match((await browser.get('/wie')).text, /niemand/)
  parts.clockAt.now = at
  assert.match((await browser.get('/wie')).text, new RegExp(subject))
  for (let times = 0; times < 5; times += 1) {
    parts.clockAt.now = new Date(parts.clockAt.now.getTime() + 1_000)
    await new Visit(app).post('/in', {})
  }
  browser.cookies = stolen
  assert.match((await browser.get('/wie')).text, /niemand/)
  parts.clockAt.now = at
})

test('the limiter counts refused attempts and says when to come back', async () => {
  const browser = new Visit(app)
  const statuses: number[] = []
  for (let times = 0; times < 4; times += 1) statuses.push((await browser.post('/vaak', {})).status)
  assert.deepEqual(statuses, [400, 400, 400, 429])
  assert.ok(Number((await browser.post('/vaak', {})).headers.get('retry-after')) > 0)
})

test('NUL, half surrogates, broken percents and unknown bodies: 400 and 415, never 500', async () => {
  const browser = new Visit(app)
  assert.equal((await browser.get('/wie?x=%00')).status, 400)
  assert.equal((await browser.get('/wie?x=%ff')).status, 400)
  assert.equal((await browser.post('/schrijf', { tekst: 'a\u0000bcd' })).status, 400)
  assert.equal((await browser.post('/schrijf', { tekst: 'goed' }, { 'content-type': 'text/plain' })).status, 415)
  const headers = { 'content-type': 'application/json', origin: new URL(parts.config.baseUrl).origin }
  for (const body of ['{"_nonce":"n1","tekst":null}', '{"_nonce":"n2","tekst":{"a":["b\\u0000"]}}', '[1]', '{'])
    assert.equal((await app.request('/schrijf', { method: 'POST', headers, body })).status, 400, body)
  const large = await browser.post('/schrijf', { tekst: 'a'.repeat(600_000) })
  assert.equal(large.status, 413)
})

test('wrong method is 405 with Allow, unknown path 404; machines get a problem', async () => {
  const browser = new Visit(app)
  const wrong = await browser.post('/wie', {})
  assert.equal(wrong.status, 405)
  assert.equal(wrong.headers.get('allow'), 'GET')
  assert.equal((await browser.get('/bestaat-niet')).status, 404)
  const problem = await browser.get('/api/v1/niets')
  assert.equal(problem.headers.get('content-type'), 'application/problem+json')
  assert.deepEqual(Object.keys(JSON.parse(problem.text)), ['type', 'status', 'title', 'detail', 'instance'])
})

test('every answer carries the security headers, faults included', async () => {
  for (const path of ['/wie', '/bestaat-niet', '/api/v1/niets']) {
    const { headers } = await new Visit(app).get(path)
    assert.match(headers.get('content-security-policy') ?? '', /default-src 'none'/)
    assert.doesNotMatch(headers.get('content-security-policy') ?? '', /unsafe/)
    assert.equal(headers.get('x-content-type-options'), 'nosniff')
  }
})

test('no page may use a feature of the browser that none of ours needs', async () => {
  const { headers } = await new Visit(app).get('/wie')
  const policy = (headers.get('permissions-policy') ?? '').split(', ')
  assert.deepEqual(
    policy.filter((one) => !/^[a-z-]+=\(\)$/.test(one)),
    [],
  )
  const off = new Set(policy.map((one) => one.slice(0, one.indexOf('='))))
  const asked = ['accelerometer', 'autoplay', 'bluetooth', 'camera', 'display-capture', 'fullscreen', 'geolocation']
  const more = [
    'gyroscope',
    'hid',
    'magnetometer',
    'microphone',
    'midi',
    'payment',
    'screen-wake-lock',
    'serial',
    'usb',
  ]
  assert.deepEqual(
    [...asked, ...more].filter((feature) => !off.has(feature)),
    [],
  )
  // Signing in with a passkey and the buttons that copy need theirs.
  assert.ok(
    ['publickey-credentials-get', 'publickey-credentials-create', 'clipboard-write'].every((one) => !off.has(one)),
  )
})

test('a page begun before a publication is not kept; a publication empties the cache', async () => {
  await new Visit(app).get('/openbaar')
  const generation = parts.cache.generation
  await new Visit(app).post('/publiceer', {})
  assert.ok(parts.cache.generation > generation)
})

test('what may not be logged leaves a line only when it fails on our side, and then without its own address', async () => {
  const since = parts.lines.length
  assert.equal((await new Visit(app).get('/stil/open')).status, 200)
  assert.equal((await new Visit(app).get('/stil/nergens')).status, 404)
  assert.deepEqual(parts.lines.slice(since), [])
  assert.equal((await new Visit(app).get('/stil/kapot')).status, 500)
  const lines = parts.lines.slice(since)
  assert.deepEqual(
    lines.map((line) => JSON.parse(line).route),
    ['/stil/*', '/stil/*'],
  )
  assert.doesNotMatch(lines.join(''), /kapot/)
})

test('the log shows patterns and no values', async () => {
  await new Visit(app).get('/niets?geheim=kanarie')
  await new Visit(app).post('/stuk', { tekst: 'kanarie' })
  const lines = parts.lines.join('\n')
  assert.doesNotMatch(lines, /kanarie|geheim/)
  assert.match(lines, /"route":"\/niets"/)
})

test('what was typed in a form that could not be taken can be sent again from the page that says so', async () => {
  const typed = { tekst: 'Twee regels\nen "meer" <b>', _nonce: 'een formulier van ons' }
  for (const [path, status] of [
    ['/klem', 503],
    ['/stuk', 500],
  ] as const) {
    const answer = await new Visit(app).post(path, typed)
    assert.equal(answer.status, status)
    assert.equal(answer.headers.get('retry-after'), status === 503 ? '5' : null)
    assert.match(answer.text, new RegExp(`method="post" action="${path}"`))
    assert.match(answer.text, /name="tekst" value="Twee regels\nen &quot;meer&quot; &lt;b&gt;"/)
    assert.match(answer.text, /name="_nonce" value="een formulier van ons"/)
  }
  const file = await new Visit(app).upload('/klem', { tekst: 'x', bestand: new File(['y'], 'y.txt') })
  assert.doesNotMatch(file.text, /Verstuur het opnieuw/, 'a file is not sent back')
  const elsewhere = await new Visit(app).post('/klem', typed, { origin: 'http://kwaad.example' })
  assert.doesNotMatch(elsewhere.text, /Verstuur het opnieuw/, 'nobody can lay words in the mouth of somebody else')
})

test('a button without a word in its form does not say that words are kept', async () => {
  const answer = await new Visit(app).post('/klem', { _nonce: 'een formulier van ons' })
  assert.match(answer.text, /Verstuur het opnieuw/)
  assert.doesNotMatch(answer.text, /Wat je invulde/)
})

test('so it does while the database is away, when not even the session could be looked up', async () => {
  const pool = openPool({ url: 'postgres://127.0.0.1:9/weg', exitOnIdle: true })
  const away = house({ ...parts, database: { ...parts.database, pool, db: dbOn(pool) } })
  away.route(
    '/',
    bare().post('/schrijf', (c) => c.text('')),
  )
  const visit = new Visit(away)
  visit.cookies.set('sessie', 'een sessie')
  const answer = await visit.post('/schrijf', { tekst: 'Een lange tekst', _token: 'van de sessie' })
  assert.equal(answer.status, 503)
  assert.match(answer.text, /name="tekst" value="Een lange tekst"/)
  assert.match(answer.text, /name="_token" value="van de sessie"/)
  const elsewhere = await visit.post('/schrijf', { tekst: 'Een lange tekst' }, { origin: 'http://kwaad.example' })
  assert.equal(elsewhere.status, 503)
  assert.doesNotMatch(elsewhere.text, /Een lange tekst/)
  await pool.end()
})

test('a program that asks for a file or for data hears as data what is wrong, in one shape', async () => {
  const json = { accept: 'application/json' }
  const asked: [path: string, headers: Record<string, string>][] = [
    ['/open-data/weg.csv', {}],
    ['/weg.atom', {}],
    ['/insluiten/oembed', {}],
    ['/herkomst/weg.json', {}],
    ['/id/weg', json],
    ['/api/v1/weg', {}],
  ]
  for (const [path, headers] of asked) {
    const answer = await new Visit(app).get(path, headers)
    assert.equal(answer.status, 404, path)
    assert.equal(answer.headers.get('content-type'), 'application/problem+json', path)
    assert.equal(JSON.parse(answer.text).type, 'about:blank', path)
  }
  const page = await new Visit(app).get('/id/weg', { accept: 'text/html, application/json;q=0.5' })
  assert.match(page.headers.get('content-type') ?? '', /^text\/html/)
})
