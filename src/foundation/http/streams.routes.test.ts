import assert from 'node:assert/strict'
import { once } from 'node:events'
import { type ClientRequest, get, type IncomingMessage } from 'node:http'
import { after, before, test } from 'node:test'
import { setTimeout as pause } from 'node:timers/promises'
import type { Hono } from 'hono'
import { BASE_URL, bare, closeParts, type TestParts, testParts } from '../../../test/parts.ts'
import { EventStreams, type HouseEnv, house, type Listening, listen, type Told } from './index.ts'

/** Everything of a listener: what it heard, and whether its line still stands. */
interface Heard {
  text: string
  open: boolean
  status: number
  headers: IncomingMessage['headers']
  request: ClientRequest
  answer: IncomingMessage
}

let parts: TestParts
let streams: EventStreams
let listening: Listening
let app: Hono<HouseEnv>
let now: Told[] | undefined
let stays = true
let reads = 0
/** Readings of the slow channel that are under way: each ends when it is called. */
const reading: (() => void)[] = []

before(async () => {
  parts = await testParts()
  streams = new EventStreams(parts.log, { beat: 20, pulse: 300, check: 100, buffered: 32 * 1024 })
  parts.streams = streams
  const routes = bare().get('/luister/:wie/:kanaal', (c) =>
    c.var.streams.open(
      c,
      {
        name: c.req.param('kanaal'),
        read: async () => {
          reads += 1
          if (now === undefined && c.req.param('kanaal') === 'kapot') throw new Error('away')
          if (c.req.param('kanaal') === 'op-afroep') await new Promise<void>((done) => reading.push(done))
          return now
        },
      },
      { owner: c.req.param('wie'), mayStay: async () => stays },
    ),
  )
  app = house(parts).route('/', routes)
  listening = await listen(app, { host: '127.0.0.1', port: 0, baseUrl: BASE_URL }, parts.cache)
})
after(async () => {
  await streams.stop()
  await listening.stop(200)
  await closeParts(parts)
})

async function listenAt(path: string, headers: Record<string, string> = {}): Promise<Heard> {
  const all = { accept: 'text/event-stream', host: 'localhost:3000', 'sec-fetch-site': 'same-origin', ...headers }
  const request = get({ host: '127.0.0.1', port: listening.port, path, headers: all, agent: false })
  const [answer] = (await once(request, 'response')) as [IncomingMessage]
  const heard: Heard = {
    text: '',
    open: true,
    status: answer.statusCode ?? 0,
    headers: answer.headers,
    request,
    answer,
  }
  answer.setEncoding('utf8').on('data', (text: string) => {
    heard.text += text
  })
  answer.on('close', () => {
    heard.open = false
  })
  answer.on('error', () => undefined)
  return heard
}

/** Waits until it is so; fails after two seconds. */
async function until(holds: () => boolean, what: string): Promise<void> {
  for (const end = performance.now() + 2000; performance.now() < end; await pause(10)) if (holds()) return
  assert.fail(what)
}

const show = (id: string): Told[] => [{ event: 'show', id, data: `sentence ${id}` }]
const hangUp = async (...heard: Heard[]) => {
  for (const one of heard) one.request.destroy()
  await until(() => streams.size === 0, 'everyone left')
}

test('a listener hears how it stands, then every change, and nothing twice', async () => {
  now = show('1')
  const [one, two] = [await listenAt('/luister/a/eerste'), await listenAt('/luister/b/eerste')]
  await until(() => one.text.includes('sentence 1') && two.text.includes('sentence 1'), 'heard the first')
  now = show('2')
  await until(() => one.text.includes('sentence 2') && two.text.includes('sentence 2'), 'heard the second')
  await pause(80)
  assert.equal(one.text.match(/sentence 2/g)?.length, 1)
  assert.match(one.text, /^retry: [1-4]\d{3}\n\n/)
  assert.equal(one.status, 200)
  assert.match(String(one.headers['content-type']), /^text\/event-stream/)
  assert.equal(one.headers['cache-control'], 'no-store, no-transform')
  assert.equal(one.headers['x-accel-buffering'], 'no')
  assert.match(String(one.headers['content-security-policy']), /default-src 'none'/)
  assert.equal(one.headers['content-encoding'], undefined)
  await hangUp(one, two)
})

test('all listeners of a channel share one reading, and nobody reads for nobody', async () => {
  now = show('1')
  const all = await Promise.all(Array.from({ length: 30 }, (_, n) => listenAt(`/luister/w${n}/gedeeld`)))
  const before = reads
  await pause(400)
  const during = reads - before
  assert.ok(during >= 2 && during <= 21, `${during} readings in 400 ms for 30 listeners`)
  await hangUp(...all)
  const after = reads
  await pause(100)
  assert.ok(reads - after <= 1, 'reading stops with the last listener')
})

test('who lost the line gets what was missed, and only that', async () => {
  now = [...show('7'), { event: 'count', id: '40', data: 'forty' }]
  const back = await listenAt('/luister/a/terug', { 'last-event-id': 'show=6&count=40' })
  await until(() => back.text.includes('sentence 7'), 'heard what was missed')
  assert.ok(!back.text.includes('forty'))
  assert.match(back.text, /id: show=7&count=40\n/)
  await hangUp(back)
})

test('a channel whose only listener makes room for a newer one of the same session is read once at a time', async () => {
  now = show('1')
  const old = await listenAt('/luister/traagjes/op-afroep')
  const rest: Heard[] = []
  for (let n = 0; n < 4; n++) rest.push(await listenAt('/luister/traagjes/elders'))
  await until(() => reading.length === 1, 'a reading is under way')
  const fresh = await listenAt('/luister/traagjes/op-afroep')
  await until(() => !old.open, 'the oldest had to go')
  for (const done of reading.splice(0)) done()
  await until(() => fresh.text.includes('sentence 1') && reading.length > 0, 'read again')
  // Five beats: a second loop would have read by then.
  await pause(100)
  assert.equal(reading.length, 1)
  await hangUp(fresh, ...rest)
  for (const done of reading.splice(0)) done()
})

test('of one session at most five streams stay, the newest', async () => {
  now = show('1')
  const all: Heard[] = []
  for (let n = 0; n < 7; n++) all.push(await listenAt('/luister/veel/vijf'))
  await until(() => all.filter(({ open }) => open).length === 5, 'five stay')
  assert.deepEqual(
    all.map(({ open }) => open),
    [false, false, true, true, true, true, true],
  )
  assert.match(all[0]?.text ?? '', /retry: \d{5,6}\n\n$/, 'and who had to go is told not to hurry back')
  await hangUp(...all)
})

test('a listener that takes nothing in is let go before it fills the memory', async () => {
  now = show('1')
  const slow = await listenAt('/luister/traag/traag')
  const quick = await listenAt('/luister/vlug/traag')
  await until(() => slow.text.includes('sentence 1'), 'began')
  slow.answer.pause()
  slow.request.socket?.pause()
  let n = 1
  const big = 'x'.repeat(30_000)
  // The system itself takes in some megabytes before anything waits on our side.
  for (const end = performance.now() + 8000; streams.size > 1 && performance.now() < end; n++) {
    now = [{ event: 'show', id: String(n + 1), data: big }]
    await pause(25)
  }
  assert.equal(streams.size, 1, 'the slow one went')
  assert.ok(quick.open, 'the quick one stays')
  await hangUp(quick, slow)
})

test('quiet lines give a sign of life', async () => {
  now = show('1')
  const one = await listenAt('/luister/a/stil')
  await until(() => /\n: /.test(one.text), 'a comment came')
  await hangUp(one)
})

test('who may not listen any more is told and let go', async () => {
  now = show('1')
  const one = await listenAt('/luister/a/weg')
  stays = false
  await until(() => !one.open, 'the line ended')
  stays = true
  assert.match(one.text, /event: over\n/)
})

test('a channel that is over says so and ends', async () => {
  now = show('1')
  const one = await listenAt('/luister/a/klaar')
  await until(() => one.text.includes('sentence 1'), 'began')
  now = undefined
  await until(() => !one.open, 'the line ended')
  assert.match(one.text, /event: over\n/)
})

test('a fault of the database leaves the line open', async () => {
  now = show('1')
  const one = await listenAt('/luister/a/kapot')
  await until(() => one.text.includes('sentence 1'), 'began')
  now = undefined
  await pause(100)
  assert.ok(one.open)
  now = show('2')
  await until(() => one.text.includes('sentence 2'), 'goes on')
  await hangUp(one)
})

test('from elsewhere, or opened as a page, there is nothing to hear', async () => {
  for (const [headers, status] of [
    [{ origin: 'https://elders.example', 'sec-fetch-site': 'cross-site' }, 403],
    [{ 'sec-fetch-site': 'none' }, 403],
    [{ accept: 'text/html' }, 400],
  ] as const) {
    const refused = await listenAt('/luister/a/nee', headers)
    assert.equal(refused.status, status)
    await once(refused.answer, 'close')
  }
  assert.equal(streams.size, 0)
})

test('at the end of the house everyone is told to come back, and the stop waits for nobody', async () => {
  now = show('1')
  const all = await Promise.all(Array.from({ length: 40 }, (_, n) => listenAt(`/luister/z${n}/eind`)))
  await until(() => all.every(({ text }) => text.includes('sentence 1')), 'everyone listens')
  await streams.stop()
  assert.equal(streams.size, 0, 'nobody listens any more, so the server has nobody to wait for')
  await listening.stop(5000)
  const told = all.map(({ text }) => /retry: (\d+)\n\n$/.exec(text)?.[1])
  assert.ok(told.every((retry) => retry !== undefined))
  assert.ok(new Set(told).size > 20, 'each at a time of their own')
})
