import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Hono } from 'hono'
import { z } from 'zod'
import { BASE_URL, bare, closeParts, type TestParts, testParts } from '../../../test/parts.ts'
import { seal } from '../seal.ts'
import { claimSubmission, keepAnswer, submission } from './idempotency.ts'
import { type HouseEnv, house, readForm, refuse } from './index.ts'

const KEY = 'een-sleutel-die-niemand-raadt'
const Note = z.object({ tekst: z.string().min(3, 'Schrijf minstens drie letters.') })

let parts: TestParts
let app: Hono<HouseEnv>
before(async () => {
  parts = await testParts()
  const write = `insert into house.limiter (rule, key_hash, window_start, expires_at, count) values ('keyed', $1, now(), now(), 1)`
  const routes = bare().post('/api/v1/schrijf', async (c) => {
    const form = readForm(c, Note)
    if (!form.ok) return refuse(400, 'Dat kan niet.')
    await c.var.db.$client.query(write, [`${form.value.tekst} ${Math.random()}`])
    return c.json({ nummer: Math.random(), tekst: form.value.tekst }, 201)
  })
  app = house(parts).route('/', routes)
})
after(() => closeParts(parts))

const written = async (): Promise<number> => {
  const { rows } = await parts.database.pool.query(`select count(*) from house.limiter where rule = 'keyed'`)
  return Number(rows[0].count)
}

type Sending = Record<string, string>
const own = { origin: BASE_URL, 'sec-fetch-site': 'same-origin' }

async function send(key: string, body: Sending, how: 'form' | 'json' = 'form') {
  const type = how === 'json' ? 'application/json' : 'application/x-www-form-urlencoded'
  const text = how === 'json' ? JSON.stringify(body) : new URLSearchParams(body).toString()
  const headers = { ...own, 'content-type': type, 'idempotency-key': key }
  const answer = await app.fetch(
    new Request(new URL('/api/v1/schrijf', BASE_URL), { method: 'POST', body: text, headers }),
  )
  return { status: answer.status, text: await answer.text() }
}

for (const how of ['form', 'json'] as const)
  test(`Idempotency-Key, ${how}: a repeat has the first answer and no second effect, another body is refused`, async () => {
    const start = await written()
    const key = `${KEY}-${how}`
    const first = await send(key, { tekst: 'een zin' }, how)
    assert.equal(first.status, 201)
    assert.deepEqual(await send(key, { tekst: 'een zin' }, how), first)
    assert.equal(await written(), start + 1)
    const other = await send(key, { tekst: 'een andere zin' }, how)
    assert.equal(other.status, 409)
    assert.match(other.text, /al een keer verstuurd, met andere antwoorden/)
    assert.equal(await written(), start + 1)
    const fresh = await send(`${key}-2`, { tekst: 'een zin' }, how)
    assert.equal(fresh.status, 201)
    assert.notEqual(fresh.text, first.text)
    assert.equal(await written(), start + 2)
  })

test('an answer that an earlier version kept is never shown garbled: it was done, and that is said', async () => {
  const key = `${KEY}-earlier`
  const path = '/api/v1/schrijf'
  const sent = await submission(key, `POST ${path} `, { tekst: 'een zin' })
  const now = parts.clock()
  await claimSubmission(parts.database.db, sent, now)
  await keepAnswer(parts.database.db, sent, new Response('gemaakt', { status: 201 }))
  assert.deepEqual(await send(key, { tekst: 'een zin' }), { status: 201, text: 'gemaakt' })
  const earlier = seal(sent.sealKey, JSON.stringify({ status: 201, headers: [], body: 'gemaakt' }))
  await parts.database.pool.query('update house.submission set answer = $2 where key = $1', [sent.key, earlier])
  const start = await written()
  const answer = await send(key, { tekst: 'een zin' })
  assert.equal(answer.status, 409)
  assert.match(answer.text, /al een keer verstuurd\. Kijk op de pagina/)
  assert.equal(await written(), start)
})

test('a refused request leaves its key free for the mended one', async () => {
  const key = `${KEY}-mend`
  assert.equal((await send(key, { tekst: 'a' })).status, 400)
  assert.equal((await send(key, { tekst: 'nu goed' })).status, 201)
})

test('a key that anyone could guess is refused, and says how long one is', async () => {
  const start = await written()
  for (const key of ['1', 'vijftien-tekens']) {
    const answer = await send(key, { tekst: 'een zin' })
    assert.equal(answer.status, 400, key)
    assert.match(answer.text, /minstens 16 tekens/, key)
  }
  assert.equal(await written(), start)
})

test('of many with one key at the same time, one has effect and all have its answer', async () => {
  const start = await written()
  const answers = await Promise.all(
    Array.from({ length: 20 }, () => send(`${KEY}-samen`, { tekst: 'een zin' }, 'json')),
  )
  assert.equal(new Set(answers.map(({ status, text }) => `${status} ${text}`)).size, 1)
  assert.equal(await written(), start + 1)
})

test('another file under the same name, and as long, is another form', async () => {
  const sent = async (text: string) =>
    (await submission(KEY, 'x', { bestand: new File([text], 'plan.txt') })).fingerprint
  assert.equal(await sent('een'), await sent('een'))
  assert.notEqual(await sent('een'), await sent('twe'))
})
