import type { Context } from 'hono'
import type { Logger } from 'pino'
import type { Clock } from '../clock.ts'
import type { Config } from '../config.ts'
import type { Database, Db } from '../db/index.ts'
import type { Frame } from '../ui/index.ts'
import type { PageCache } from './cache.ts'
import type { Channel, Hearer } from './stream.ts'

/** Someone signed in, in one browser. The house knows only an opaque subject. */
export interface Session {
  id: string
  subject: string
  /** What every form of this session carries (`_token`). */
  token: string
  startedAt: Date
  secondFactorAt: Date | null
}

/** How often something may happen. Keyed on account, session or code: a hall behind one address is never locked out. */
export interface LimitRule {
  name: string
  points: number
  perMs: number
  /** Whether work goes on (open) or stops (closed) when the counter itself is out of reach. */
  onFault: 'open' | 'closed'
  sentence?: string
}

/** Counts all who come from one place in the network, which may be a hall of three hundred people (`limitPlace`). */
export interface PlaceRule extends LimitRule {
  name: `${string}, network address`
}

/** Counts outside the request's transaction, so that a refused attempt counts too. */
export interface Limiter {
  /** Counts one, or `weight`; resolves to the ms to wait, 0 when allowed. */
  count(rule: LimitRule, key: string, now: Date, weight?: number): Promise<number>
  close(): Promise<void>
}

/** Answers that go on: whoever listens to a channel hears what changes in it. */
export interface Streams {
  /**
   * Answers with all that is told in a channel, as it stands and from now on.
   * @throws Refusal 400 for what is no browser that listens, 403 from elsewhere, 503 while the house closes
   */
  open(c: HouseContext & { env: unknown }, channel: Channel, hearer: Hearer): Response
  /** Tells everyone to come back, each at a time of their own, and ends every stream. */
  stop(): Promise<void>
}

/** Makes the frame of one answer: what differs per visitor and what the site says everywhere. */
export type FrameMaker = (c: HouseContext) => Frame

/**
 * Whether a visitor gets the very bytes that were made for another, told by their cookies alone. For a page that holds
 * nothing of anyone but that only some may see: a screen nobody has filled in.
 */
export type SameFor = (cookie: (name: string) => string | undefined, now: Date) => boolean

/** What was typed in a form that could not be taken, because its session or second factor had lapsed. */
export interface KeptForm {
  id: string
  /** Where it was sent, and the page it stood on. */
  path: string
  from: string | undefined
  fields: [name: string, value: string][]
  /** A file was chosen with it; files are not kept. */
  hadFile: boolean
}

/** A parsed form or JSON body. Keys that occur more than once, or end on `[]`, hold an array. */
export type Body = Record<string, string | File | (string | File)[]>

/** What every handler finds in `c.var`. */
export interface HouseEnv {
  Variables: {
    /** GET: straight on the pool. Unsafe methods: the transaction of this request, committed when the answer is below 400. */
    db: Db
    /** The pool itself, for the few things that stay when a request is refused. */
    pool: Db
    now: Date
    config: Config
    log: Logger
    limiter: Limiter
    /** Server-sent events, for pages that listen along. */
    streams: Streams
    session: Session | undefined
    /** Makes the frame (header, foot, banner) of this answer. */
    draw: FrameMaker
    /** The name shown to whoever is signed in; set by the floor that knows names. */
    shownAs: string | undefined
    requestId: string
    /** Reads published content once per content version; see PageCache.memo. */
    memo: PageCache['memo']
    /** Set by `publicPage`: the answer is a pure function of URL, content version and day. */
    cacheable: boolean | undefined
    /** Set by `unlogged`: that this was asked is in no log line, and where one is needed it says only this. */
    unlogged: string | undefined
    /** Set by a route whose answer is the same bytes for everyone it holds for, without a session. */
    sameFor: SameFor | undefined
    /** Set while a kept form is drawn again: every form is refused, nothing is saved (kept-form.ts). */
    redrawing: KeptForm | undefined
    /** Hands the house a kept form to draw again. */
    again: (request: Request, kept: KeptForm) => Promise<Response>
    /** The parsed body of an unsafe request: read once, used by guard, idempotency and form. */
    body: Body | undefined
  }
}

/** What the house needs of a context. A floor above may have put more in it, so only the parts that are alike are named. */
export type HouseContext = Pick<
  Context<HouseEnv>,
  'var' | 'get' | 'req' | 'header' | 'body' | 'html' | 'json' | 'redirect'
>

/** What an application is made of. */
export interface HouseParts {
  config: Config
  database: Database
  clock: Clock
  log: Logger
  limiter: Limiter
  streams: Streams
  cache: PageCache
  draw: FrameMaker
}
