import { createServer, type Server, type ServerResponse } from 'node:http'
import type { Socket } from 'node:net'
import { setTimeout as pause } from 'node:timers/promises'
import { getRequestListener } from '@hono/node-server'
import { Client, type Pool } from 'pg'
import type { Logger } from 'pino'
import { SECOND } from '../clock.ts'
import type { PageCache } from './cache.ts'
import { ownLoopback } from './loopback.ts'
import { BodyPace, REQUEST_TIME } from './pace.ts'
import { Turns } from './turns.ts'

/** A server that answers. */
export interface Listening {
  port: number
  /** Takes no new connections, lets the requests under way end, at most `patienceMs`. */
  stop(patienceMs?: number): Promise<void>
}

/** What can answer requests: a Hono application. */
interface Application {
  fetch(request: Request): Response | Promise<Response>
}

/**
 * Listens. Cached pages are answered before the framework wakes up, everything else in turn. Slow senders are cut off:
 * headers within 10 s, a body within 15 s and the time its bytes take on a slow line, the whole request within 65 s
 * (source: reliability L8).
 */
export async function listen(
  app: Application,
  at: { host: string; port: number; baseUrl: string },
  cache: PageCache,
): Promise<Listening> {
  const base = new URL(at.baseUrl)
  const answer = getRequestListener(app.fetch, { hostname: base.host })
  const turns = new Turns()
  const server = createServer(
    {
      headersTimeout: 10 * SECOND,
      requestTimeout: REQUEST_TIME,
      connectionsCheckingInterval: 5 * SECOND,
      keepAliveTimeout: 20 * SECOND,
    },
    (request, response) => {
      const { host, 'sec-fetch-dest': dest } = request.headers
      const to = ownLoopback(base, { host, path: request.url ?? '', dest: dest?.toString() })
      if (to) return void response.writeHead(307, { Location: to, 'Cache-Control': 'no-store' }).end()
      if (!cache.answer(request, response)) turns.take(() => void answer(request, response))
    },
  )
  const work = new UnderWay(server)
  await new Promise<void>((resolve, reject) => {
    server.once('error', (fault: NodeJS.ErrnoException) => reject(sentence(fault, at)))
    server.listen(at.port, at.host, resolve)
  })
  const address = server.address()
  return {
    port: typeof address === 'object' && address ? address.port : at.port,
    stop: (patienceMs = 5 * SECOND) => work.end(patienceMs),
  }
}

/** Why nobody can be received, for whoever starts the house. */
function sentence(fault: NodeJS.ErrnoException, { host, port }: { host: string; port: number }): Error {
  if (fault.code === 'EADDRINUSE')
    return new Error(`Port ${port} of ${host} is already in use: stop what uses it, or set PORT to another number.`)
  if (fault.code === 'EACCES')
    return new Error(`Port ${port} is not for ordinary users: set PORT to a number above 1023.`)
  if (fault.code === 'EADDRNOTAVAIL')
    return new Error(`This machine has no address ${host}: set HOST to one it has, or to 0.0.0.0 for all of them.`)
  return fault
}

/** How often bodies under way are looked at, in ms. */
const LOOK = 2 * SECOND
const TOO_SLOW = 'HTTP/1.1 408 Request Timeout\r\nConnection: close\r\nContent-Length: 0\r\n\r\n'

/** For so long a stopping server still hears who was already on the way, and tells each it is the last answer; in ms. */
const LAST_CALL = 200

/**
 * Which connections have a request under way. Node itself counts a connection on which nothing was ever said (a
 * browser's spare one) as busy: it held up the stop for so long that the database was left behind.
 */
class UnderWay {
  #server: Server
  #answers = new Map<Socket, Set<ServerResponse>>()
  #ending = false
  #met = 0
  #pace = new BodyPace()

  constructor(server: Server) {
    this.#server = server
    const looking = setInterval(() => this.#cutSlow(performance.now()), LOOK).unref()
    server.once('close', () => clearInterval(looking))
    server.on('connection', (socket: Socket) => {
      this.#met += 1
      this.#answers.set(socket, new Set())
      socket.once('close', () => this.#answers.delete(socket))
    })
    server.prependListener('request', ({ socket }, answer) => {
      if (this.#ending) answer.shouldKeepAlive = false
      this.#answers.get(socket)?.add(answer)
      answer.once('close', () => this.#answers.get(socket)?.delete(answer))
    })
  }

  async end(patienceMs: number): Promise<void> {
    this.#ending = true
    for (const answers of this.#answers.values()) for (const answer of answers) answer.shouldKeepAlive = false
    if (this.#answers.size > 0) await pause(LAST_CALL)
    await this.#quietMoment()
    const closed = new Promise<void>((resolve) => this.#server.close(() => resolve()))
    const silence = setTimeout(() => this.#closeSilent(), LAST_CALL)
    const hurry = setTimeout(() => this.#server.closeAllConnections(), patienceMs)
    await closed
    clearTimeout(silence)
    clearTimeout(hurry)
  }

  /** Whoever knocks while node is busy would be turned away at the door: close it in a moment when nobody does. */
  async #quietMoment(): Promise<void> {
    for (const until = performance.now() + 5 * LAST_CALL; performance.now() < until; ) {
      const [began, met] = [performance.now(), this.#met]
      await new Promise((resolve) => setImmediate(resolve))
      if (this.#met === met && performance.now() - began < 1) return
    }
  }

  #cutSlow(now: number): void {
    for (const [socket, answers] of this.#answers)
      for (const { req, headersSent } of answers) {
        if (!this.#pace.isTooSlow(req, now)) continue
        if (!headersSent) socket.write(TOO_SLOW)
        socket.destroySoon()
      }
  }

  #closeSilent(): void {
    for (const [socket, answers] of this.#answers) if (answers.size === 0) socket.destroy()
  }
}

/** Hears, from every process on this database, that content changed; after a lost connection everything counts as changed. */
export function hearContentChanges(pool: Pool, cache: PageCache, log: Logger): { stop(): Promise<void> } {
  let client: Client | undefined
  let stopped = false
  let again: NodeJS.Timeout | undefined
  const retry = () => {
    if (!stopped) again = setTimeout(connect, SECOND)
  }
  const connect = async () => {
    const mine = new Client(pool.options)
    client = mine
    mine.on('error', () => log.warn('no word of content changes for now'))
    mine.on('end', retry)
    mine.on('notification', () => cache.clear())
    try {
      await mine.connect()
      await mine.query('listen content')
      cache.clear()
    } catch {
      await mine.end().catch(() => undefined)
    }
  }
  void connect()
  return {
    async stop() {
      stopped = true
      clearTimeout(again)
      await client?.end().catch(() => undefined)
    },
  }
}
