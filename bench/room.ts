/**
 * The process that plays a hall: a thousand phones that listen, and some of them vote. It does what the bench asks it by
 * message, and tells how long everything took; its own clock is the only one that counts.
 */
import { Agent, request } from 'node:http'
import { connect, type Socket } from 'node:net'
import { setTimeout as pause } from 'node:timers/promises'
import pg from 'pg'

/** What the bench asks. */
export type Ask =
  | { do: 'listen'; baseUrl: string; path: string; cookies: string[]; watch: 'event: stand' | 'event: scherm' }
  | {
      do: 'vote'
      database: string
      session: string
      path: string
      statements: string[]
      perSecond: number
      seconds: number
    }
  | { do: 'leave' }

/** What came of it. */
export interface Told {
  listening: number
  sent: number
  saved: number
  ackP99: number
  /** From the moment something changed until each phone heard of it, over all phones and changes. */
  spreadP95: number
  changes: number
  /** Phones that did not hear the last step. */
  lost: number
}

const nothing: Told = { listening: 0, sent: 0, saved: 0, ackP99: 0, spreadP95: 0, changes: 0, lost: 0 }

interface Phone {
  socket: Socket
  cookie: string
  step: number
}

let base = new URL('http://127.0.0.1')
let phones: Phone[] = []
/** When a step was made, and when as many votes were in as a screen may tell of. */
const stepAt = new Map<number, number>()
const countAt = new Map<string, number>()
const spreads: number[] = []
const heardChanges = new Set<string>()

const STEP = /"stap":(\d+)/g
const COUNT = /"woorden":"(\d+) van/g
let shown = ''

function hear(phone: Phone, text: string): void {
  const now = performance.now()
  for (const [, step] of text.matchAll(STEP)) {
    phone.step = Math.max(phone.step, Number(step))
    measure(`step ${step}`, stepAt.get(Number(step)), now)
  }
  for (const [, count] of text.matchAll(COUNT)) measure(`${shown} ${count}`, countAt.get(`${shown} ${count}`), now)
}

function measure(change: string, began: number | undefined, now: number): void {
  if (began === undefined) return
  heardChanges.add(change)
  spreads.push(now - began)
}

function listenOne(path: string, cookie: string, watch: string): Promise<Phone> {
  return new Promise((resolve, reject) => {
    const socket = connect(Number(base.port), base.hostname)
    const phone = { socket, cookie, step: 0 }
    socket.setEncoding('utf8').setNoDelay(true)
    socket.once('connect', () =>
      socket.write(
        `GET ${path} HTTP/1.1\r\nHost: ${base.host}\r\nAccept: text/event-stream\r\nSec-Fetch-Site: same-origin\r\nCookie: ${cookie}\r\n\r\n`,
      ),
    )
    socket.once('error', reject)
    socket.on('data', (text: string) => {
      if (text.startsWith('HTTP/1.1 ') && !text.startsWith('HTTP/1.1 200')) reject(new Error(text.slice(0, 200)))
      if (text.includes(watch)) resolve(phone)
      hear(phone, text)
    })
  })
}

async function listen(ask: Extract<Ask, { do: 'listen' }>): Promise<Told> {
  base = new URL(ask.baseUrl)
  const all: Phone[] = []
  // In handfuls: a hall does not open its phones in the same millisecond.
  for (let at = 0; at < ask.cookies.length; at += 50) {
    const some = ask.cookies.slice(at, at + 50)
    all.push(...(await Promise.all(some.map((cookie) => listenOne(ask.path, cookie, ask.watch)))))
  }
  phones = all
  return { ...nothing, listening: phones.length }
}

const agent = new Agent({ keepAlive: true, maxSockets: 200 })

function vote(path: string, cookie: string, statement: string): Promise<{ status: number; took: number }> {
  const began = performance.now()
  const body = new URLSearchParams({ zin: statement, antwoord: 'nodig' }).toString()
  const headers = {
    'content-type': 'application/x-www-form-urlencoded',
    'content-length': String(body.length),
    origin: base.origin,
    'sec-fetch-site': 'same-origin',
    cookie,
  }
  return new Promise((resolve) => {
    const sent = request(new URL(path, base), { method: 'POST', headers, agent }, (answer) => {
      answer.resume().once('end', () => resolve({ status: answer.statusCode ?? 0, took: performance.now() - began }))
    })
    sent.once('error', () => resolve({ status: 0, took: performance.now() - began }))
    sent.end(body)
  })
}

const at = (sorted: number[], share: number): number =>
  sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0
const inOrder = (times: number[]): number[] => times.sort((one, other) => one - other)

async function play(ask: Extract<Ask, { do: 'vote' }>): Promise<Told> {
  const pool = new pg.Pool({ connectionString: ask.database, max: 1 })
  const acks: number[] = []
  let [sent, saved] = [0, 0]
  const underWay: Promise<void>[] = []
  const perStatement = (ask.perSecond * ask.seconds) / ask.statements.length
  const began = performance.now()
  let step = 0
  for (const statement of ask.statements) {
    let inside = 0
    shown = statement
    step += 1
    await pool.query(
      `insert into olympiad.live_event (session, seq, kind, statement, seconds, done_at) values ($1, $2, 'show', $3, 90, now())`,
      [ask.session, step, statement],
    )
    stepAt.set(step, performance.now())
    for (let n = 0; n < perStatement; n++) {
      const due = began + (sent / ask.perSecond) * 1000
      if (due > performance.now()) await pause(due - performance.now())
      const phone = phones[n]
      if (!phone) break
      sent += 1
      underWay.push(
        vote(ask.path, phone.cookie, statement).then(({ status, took }) => {
          acks.push(took)
          if (status !== 303) return
          saved += 1
          inside += 1
          // The n-th acknowledged vote: from here on a screen that says n knew in time or late.
          countAt.set(`${statement} ${inside}`, performance.now())
        }),
      )
    }
    await Promise.all(underWay)
    // What was voted last has to arrive before the next sentence comes.
    await pause(1200)
  }
  await pool.end()
  await pause(1500)
  return {
    listening: phones.filter(({ socket }) => !socket.destroyed).length,
    sent,
    saved,
    ackP99: at(inOrder(acks), 0.99),
    spreadP95: at(inOrder(spreads), 0.95),
    changes: heardChanges.size,
    lost: phones.filter((phone) => phone.step !== step).length,
  }
}

async function answer(ask: Ask): Promise<Told> {
  if (ask.do === 'listen') return listen(ask)
  if (ask.do === 'vote') return play(ask)
  for (const { socket } of phones) socket.destroy()
  agent.destroy()
  return nothing
}

process.on('message', (ask: Ask) => {
  void answer(ask).then((told) => {
    process.send?.(told)
    if (ask.do === 'leave') process.disconnect?.()
  })
})
