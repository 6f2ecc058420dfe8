/** The whole site on a database of its own, with the cast in it: for tests that ask the real routes. */
import { cpSync, existsSync, mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Logger, pino } from 'pino'
import { type Config, readConfig } from '../src/foundation/config.ts'
import type { Database } from '../src/foundation/db/index.ts'
import {
  EventStreams,
  type Listening,
  listen,
  openLimiter,
  PageCache,
  sessionCookieName,
} from '../src/foundation/http/index.ts'
import { deriveKey, keyedHash, randomToken, sha256 } from '../src/foundation/seal.ts'
import type { RoleName } from '../src/people/index.ts'
import { settle, site } from '../src/site.ts'
import { root } from './architecture/source.ts'
import { filledDatabase } from './database.ts'
import { freePort } from './server.ts'

/** Who asks: nobody in particular, or the member of the cast who holds that role. */
export type Asker = 'visitor' | RoleName

export interface Caller {
  /** Of the person, '' for a visitor. */
  person: string
  /** As a Cookie header, '' for a visitor. */
  cookie: string
  token: string
  get(path: string, headers?: Record<string, string>): Promise<Response>
  /** The same caller with one more cookie. */
  with(cookie: string): Caller
  send(method: string, path: string, form: Record<string, string> | [string, string][]): Promise<Response>
}

export interface House {
  config: Config
  database: Database
  /** Every line the application logged. */
  log: string[]
  /** What a job logs with: its lines come to `log` as well. */
  logger: Logger
  routes: { method: string; path: string }[]
  /** Signs in as whoever of the cast holds the role, second factor included. */
  as(asker: Asker): Promise<Caller>
  /** Serves it on a port, for a browser. */
  serve(): Promise<Listening>
  close(): Promise<void>
}

/** Everything in the tests happens at this moment, unless a test says otherwise. */
export const testMoment = new Date('2026-11-23T10:00:00Z')

export async function openHouse({ now = testMoment }: { now?: Date } = {}): Promise<House> {
  const port = await freePort()
  const config = readConfig({
    PORT: String(port),
    BASE_URL: `http://127.0.0.1:${port}`,
    DATA_DIR: mkdtempSync(join(tmpdir(), 'verankerd-house-')),
    DEMO: 'on',
    SECRET_KEY: 'only for tests, only for tests, only for tests',
    NODE_ENV: 'test',
  })
  const lines: string[] = []
  const log = pino({ level: 'debug', base: null }, { write: (line: string) => lines.push(line) })
  const cache = new PageCache(sessionCookieName(config.secure))
  const clock = () => now
  const database = await settledDatabase(config, now)
  const limiter = openLimiter(database.pool, config.secretKey)
  const streams = new EventStreams(log)
  const parts = { config, database, log, cache, clock, limiter, streams, root }
  const app = site(parts, await settle(parts))
  const served: Listening[] = []
  const ask = async (request: Request): Promise<Response> => app.fetch(request)
  return {
    config,
    database,
    log: lines,
    logger: log,
    routes: app.routes.flatMap(({ method, path }) => (method === 'ALL' ? [] : [{ method, path }])),
    as: (asker) => callerFor(asker, { config, database, now, ask }),
    async serve() {
      const listening = await listen(app, config, cache)
      served.push(listening)
      return listening
    },
    async close() {
      await streams.stop()
      for (const one of served) await one.stop(500)
      await limiter.close()
      await database.close()
    },
  }
}

/**
 * A database with the content and the cast of this moment in it, and its files in the folder of this house. Settling is
 * the work of seconds, so that is done once for each moment and state of the sources, and copied after that.
 */
async function settledDatabase(config: Config, now: Date): Promise<Database> {
  // A test may have a clock that ticks: what others copy is of one moment.
  const moment = new Date(now)
  const name = `house_${sha256(`${sourcesMark()} ${moment.toISOString()}`).slice(0, 16)}`
  const files = join(tmpdir(), `verankerd-${name}`)
  const database = await filledDatabase(name, async (filled) => {
    rmSync(files, { recursive: true, force: true })
    await settle({ config: { ...config, dataDir: files }, database: filled, clock: () => moment, root })
  })
  if (existsSync(files)) cpSync(files, config.dataDir, { recursive: true })
  return database
}

/** Changes whenever a file does that may have a part in settling. */
function sourcesMark(): string {
  const files = ['src', 'content', 'db'].flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile()),
  )
  return files
    .map(({ parentPath, name }) => statSync(join(parentPath, name)))
    .map(({ ino, mtimeMs, size }) => `${ino} ${mtimeMs} ${size}`)
    .join('\n')
}

/** The cookies an answer leaves in a browser, as a Cookie header: of one name the last word counts. */
export function cookiesOf(answer: Response): string {
  const jar = new Map<string, string>()
  for (const line of answer.headers.getSetCookie()) {
    const [pair = ''] = line.split(';')
    jar.set(pair.slice(0, pair.indexOf('=')), pair.slice(pair.indexOf('=') + 1))
  }
  return [...jar].flatMap(([name, value]) => (value === '' ? [] : [`${name}=${value}`])).join('; ')
}

interface Ground {
  config: Config
  database: Database
  now: Date
  ask(request: Request): Promise<Response>
}

async function callerFor(asker: Asker, ground: Ground): Promise<Caller> {
  return callerWith(asker === 'visitor' ? { person: '', cookie: '', token: '' } : await signIn(asker, ground), ground)
}

function callerWith(identity: Pick<Caller, 'person' | 'cookie' | 'token'>, ground: Ground): Caller {
  const { config, ask } = ground
  const { cookie, token } = identity
  const base = { 'accept-language': 'nl', accept: 'text/html', ...(cookie && { cookie }) }
  return {
    ...identity,
    with: (more) => callerWith({ ...identity, cookie: [cookie, more].filter((one) => one !== '').join('; ') }, ground),
    get: (path, headers = {}) => ask(new Request(new URL(path, config.baseUrl), { headers: { ...base, ...headers } })),
    send(method, path, form) {
      const fields = new URLSearchParams(form)
      if (token && !fields.has('_token')) fields.set('_token', token)
      const own = { origin: config.baseUrl, 'sec-fetch-site': 'same-origin' }
      return ask(new Request(new URL(path, config.baseUrl), { method, body: fields, headers: { ...base, ...own } }))
    },
  }
}

async function signIn(role: RoleName, { config, database, now }: Ground) {
  const { rows } = await database.pool.query<{ person: string }>(
    `select g.person from people.role_grant g
     where g.role = $1 and not exists (select from people.role_ending e where e.role_grant = g.id)
     order by (select count(*) from people.role_grant o where o.person = g.person), g.granted_at, g.person limit 1`,
    [role],
  )
  const person = rows[0]?.person
  if (person === undefined) throw new Error(`Nobody in the cast is ${role}.`)
  const token = randomToken()
  const session = await database.pool.query<{ id: string }>(
    `insert into house.session (token_hash, subject, label, started_at, seen_at, second_factor_at)
     values ($1, $2, 'Test', $3, $3, $3) returning id`,
    [sha256(token), person, now],
  )
  const id = session.rows[0]?.id ?? ''
  const cookie = `${sessionCookieName(config.secure)}=${token}`
  return { person, cookie, token: keyedHash(deriveKey(config.secretKey, 'form token'), id) }
}
