import type { ServerResponse } from 'node:http'
import type { HttpBindings } from '@hono/node-server'
import { RESPONSE_ALREADY_SENT } from '@hono/node-server/utils/response'
import type { Logger } from 'pino'
import { MINUTE, SECOND } from '../clock.ts'
import type { HouseContext, Streams } from './env.ts'
import { securityHeaders } from './headers.ts'
import { refuse } from './refusal.ts'
import { type Channel, comeBack, eventsOf, type Hearer, listensFromUs, missed, standing, type Told } from './stream.ts'

/** Bounds of listening. Source: reliability S9. Times in ms, the buffer in bytes. */
export const LISTENING = {
  /** Most streams of one session; with one more, the oldest goes. */
  perSession: 5,
  /** What may wait for a slow listener; more and it is let go, for it can come back. */
  buffered: 64 * 1024,
  /** A channel is read this often: at most four times a second. */
  beat: SECOND / 4,
  /** Something goes over every line within this, or a proxy takes it for dead. */
  pulse: 15 * SECOND,
  /** Whether someone may still listen is asked this often. */
  check: MINUTE,
}

type Bounds = typeof LISTENING

interface Listener extends Hearer {
  line: ServerResponse
  last: string | undefined
  greeted: boolean
  heardAt: number
  checkedAt: number
}

interface Room {
  channel: Channel
  told: Told[] | undefined
  listeners: Set<Listener>
  timer: NodeJS.Timeout | undefined
  /** Nobody listened any more: whatever still reads for it stops, and who comes gets a room of their own. */
  empty: boolean
}

/**
 * Server-sent events: everyone who listens to a channel hears what changed, made once and sent as the same bytes. Who
 * comes back says what they last heard and gets the rest. It writes to node's own answer: a stream of the web around
 * each line costs as much again as the line itself.
 */
export class EventStreams implements Streams {
  #rooms = new Map<string, Room>()
  #tick: NodeJS.Timeout | undefined
  #stopped = false
  #log: Logger
  #bounds: Bounds

  constructor(log: Logger, bounds: Partial<Bounds> = {}) {
    this.#log = log
    this.#bounds = { ...LISTENING, ...bounds }
  }

  /** How many listen now. */
  get size(): number {
    return [...this.#rooms.values()].reduce((sum, { listeners }) => sum + listeners.size, 0)
  }

  /**
   * Answers with a stream of all that is told in a channel, as it stands now and from now on.
   * @throws Refusal 400 for what is no browser that listens, 403 from elsewhere, 503 while the house closes
   */
  open(c: HouseContext & { env: unknown }, channel: Channel, hearer: Hearer): Response {
    const { outgoing } = (c.env ?? {}) as Partial<HttpBindings>
    const asksForEvents = c.req.header('accept')?.includes('text/event-stream') === true
    if (!asksForEvents || c.req.method !== 'GET' || outgoing === undefined || !('destroy' in outgoing))
      refuse(400, 'Op dit adres luistert een pagina mee. Je kunt het niet los openen.')
    const own = new URL(c.var.config.baseUrl).origin
    if (!listensFromUs(c.req.header('origin'), c.req.header('sec-fetch-site'), own))
      refuse(403, 'Meeluisteren kan alleen vanaf onze eigen pagina. Open de pagina zelf.')
    if (this.#stopped) refuse(503, 'We starten even opnieuw op. De pagina probeert het zo weer.', 2 * SECOND)
    const line = outgoing as ServerResponse
    line.writeHead(200, {
      ...Object.fromEntries(securityHeaders(c.req.path, c.var.config.secure)),
      'content-type': 'text/event-stream; charset=utf-8',
      'cache-control': 'no-store, no-transform',
      // Proxies of the nginx kind hold back what they can, unless told.
      'x-accel-buffering': 'no',
    })
    line.write(comeBack(SECOND, Math.random()))
    const now = performance.now()
    const last = c.req.header('last-event-id')
    this.#enter(channel, { ...hearer, line, last, greeted: false, heardAt: now, checkedAt: now })
    // Never that very answer: the house writes headers on what it is given.
    return RESPONSE_ALREADY_SENT.clone()
  }

  /** Tells everyone to come back, each at a time of their own, and ends every stream. */
  async stop(): Promise<void> {
    this.#stopped = true
    clearInterval(this.#tick)
    for (const room of this.#rooms.values())
      for (const listener of room.listeners) this.#letGo(room, listener, comeBack(SECOND, Math.random()))
  }

  #enter(channel: Channel, listener: Listener): void {
    const mine = [...this.#rooms.values()].flatMap((one) =>
      [...one.listeners].filter(({ owner }) => owner === listener.owner).map((old) => ({ room: one, old })),
    )
    // The newest stays: of a phone that lost its connection the old lines only seem to be there.
    for (const { room: its, old } of mine.slice(0, Math.max(0, mine.length - this.#bounds.perSession + 1)))
      this.#letGo(its, old, comeBack(MINUTE, Math.random()))
    // Only now: who was let go may have been the last in this very room.
    const there = this.#rooms.get(channel.name)
    const room = there ?? { channel, told: undefined, listeners: new Set(), timer: undefined, empty: false }
    room.listeners.add(listener)
    listener.line.once('close', () => this.#leave(room, listener))
    if (room.told) this.#greet(room.told, listener)
    if (there === undefined) {
      this.#rooms.set(channel.name, room)
      void this.#read(room)
    }
    this.#tick ??= setInterval(() => void this.#look(), Math.min(this.#bounds.pulse, this.#bounds.check) / 3).unref()
  }

  #leave(room: Room, listener: Listener): void {
    room.listeners.delete(listener)
    if (room.listeners.size > 0 || room.empty) return
    room.empty = true
    clearTimeout(room.timer)
    this.#rooms.delete(room.channel.name)
  }

  #letGo(room: Room, listener: Listener, lastWords: string): void {
    listener.line.end(lastWords)
    this.#leave(room, listener)
  }

  async #read(room: Room): Promise<void> {
    const began = performance.now()
    let wait = this.#bounds.beat
    try {
      const told = await room.channel.read()
      if (told === undefined) {
        for (const listener of room.listeners) this.#letGo(room, listener, eventsOf([OVER], ''))
        return
      }
      this.#tell(room, told)
      wait -= performance.now() - began
    } catch (fault) {
      this.#log.warn({ fault: fault instanceof Error ? fault.name : 'unknown' }, 'listeners wait for the database')
      wait = SECOND
    }
    if (!room.empty && !this.#stopped) room.timer = setTimeout(() => void this.#read(room), wait).unref()
  }

  #tell(room: Room, told: Told[]): void {
    const before = room.told
    room.told = told
    const news = before ? missed(told, standing(before)) : told
    const bytes = news.length > 0 ? Buffer.from(eventsOf(news, standing(told))) : undefined
    for (const listener of room.listeners)
      if (!listener.greeted) this.#greet(told, listener)
      else if (bytes) this.#write(listener, bytes)
  }

  #greet(told: Told[], listener: Listener): void {
    listener.greeted = true
    const news = missed(told, listener.last)
    if (news.length > 0) this.#write(listener, Buffer.from(eventsOf(news, standing(told))))
  }

  #write(listener: Listener, bytes: Buffer): void {
    const { line } = listener
    if (line.writableLength + bytes.length > this.#bounds.buffered) line.destroy()
    else line.write(bytes)
    listener.heardAt = performance.now()
  }

  /** Gives a sign of life on quiet lines, and asks of each now and then whether it may stay. */
  async #look(): Promise<void> {
    const { pulse, check } = this.#bounds
    for (const room of this.#rooms.values())
      for (const listener of room.listeners) {
        const now = performance.now()
        if (now - listener.heardAt > pulse / 2) this.#write(listener, PULSE)
        if (now - listener.checkedAt < check) continue
        listener.checkedAt = now
        // A database that is away says nothing about what someone may.
        if (!(await listener.mayStay().catch(() => true))) this.#letGo(room, listener, eventsOf([OVER], ''))
      }
  }
}

const PULSE = Buffer.from(': er is niets nieuws\n\n')
const OVER: Told = { event: 'over', id: '', data: '' }
