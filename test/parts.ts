import { Hono } from 'hono'
import pino from 'pino'
import { type Config, readConfig } from '../src/foundation/config.ts'
import {
  EventStreams,
  type HouseEnv,
  type HouseParts,
  openLimiter,
  PageCache,
  sessionCookieName,
} from '../src/foundation/http/index.ts'
import { bareFrame } from '../src/foundation/ui/index.ts'
import { testDatabase } from './database.ts'

/** Address the tests pretend to be visited at. */
export const BASE_URL = 'http://localhost:3000'

/** For work of which a test reads no log. */
export const quiet = pino({ enabled: false })

/** Settings of a test: a trial installation with a fixed key. */
export function testConfig(more: NodeJS.ProcessEnv = {}): Config {
  return readConfig({ SECRET_KEY: 'a test key that is long enough, no more', BASE_URL, DEMO: 'on', ...more })
}

/** The parts of a bare application on a database of its own, with a clock that the test moves and a log it reads. */
export interface TestParts extends HouseParts {
  lines: string[]
  clockAt: { now: Date }
}

/** Makes parts; `env` adds settings. */
export async function testParts(env: NodeJS.ProcessEnv = {}): Promise<TestParts> {
  const database = await testDatabase()
  const config = testConfig(env)
  const lines: string[] = []
  const log = pino({ base: null }, { write: (line: string) => void lines.push(line) })
  const clockAt = { now: new Date('2026-11-21T12:00:00Z') }
  return {
    config,
    database,
    lines,
    clockAt,
    clock: () => clockAt.now,
    log,
    streams: new EventStreams(log),
    limiter: openLimiter(database.pool, config.secretKey),
    cache: new PageCache(sessionCookieName(config.secure)),
    draw: (c) => ({
      ...bareFrame,
      baseUrl: config.baseUrl,
      path: c.req.path,
      ...(c.var.session ? { token: c.var.session.token } : {}),
    }),
  }
}

/** Closes what `testParts` opened. */
export async function closeParts(parts: TestParts): Promise<void> {
  await parts.limiter.close()
  await parts.database.close()
}

/** An answer as a test looks at it. */
export interface Answer {
  status: number
  text: string
  bytes: Buffer
  headers: Headers
  location: string
}

/** One person's way through the site: keeps cookies, sends forms from our own origin, knows the token of its pages. */
export class Visit {
  #app: Hono<HouseEnv>
  cookies = new Map<string, string>()
  token = ''

  constructor(app: Hono<HouseEnv>) {
    this.#app = app
  }

  get(path: string, headers: Record<string, string> = {}): Promise<Answer> {
    return this.#send(path, { headers })
  }

  post(path: string, fields: Record<string, string | string[]>, headers: Record<string, string> = {}): Promise<Answer> {
    const body = new URLSearchParams()
    const all = this.token && !('_token' in fields) ? { ...fields, _token: this.token } : fields
    for (const [name, value] of Object.entries(all)) for (const one of [value].flat()) body.append(name, one)
    const own = {
      'content-type': 'application/x-www-form-urlencoded',
      origin: BASE_URL,
      'sec-fetch-site': 'same-origin',
    }
    return this.#send(path, { method: 'POST', body: body.toString(), headers: { ...own, ...headers } })
  }

  /** Sends a form that holds files. */
  upload(path: string, fields: Record<string, string | File>): Promise<Answer> {
    const body = new FormData()
    for (const [name, value] of Object.entries({ _token: this.token, ...fields })) body.set(name, value)
    return this.#send(path, { method: 'POST', body, headers: { origin: BASE_URL, 'sec-fetch-site': 'same-origin' } })
  }

  async #send(
    path: string,
    init: { method?: string; body?: string | FormData; headers: Record<string, string> },
  ): Promise<Answer> {
    const cookie = [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ')
    const headers = { ...init.headers, ...(cookie ? { cookie } : {}) }
    const response = await this.#app.fetch(new Request(new URL(path, BASE_URL), { ...init, headers }))
    for (const line of response.headers.getSetCookie()) this.#keep(line)
    const binary = /pdf|zip|octet/.test(response.headers.get('content-type') ?? '')
    const bytes = Buffer.from(await response.arrayBuffer())
    const text = binary ? '' : bytes.toString('utf8')
    this.token = /name="_token" value="([^"]+)"/.exec(text)?.[1] ?? this.token
    return {
      status: response.status,
      text,
      bytes,
      headers: response.headers,
      location: response.headers.get('location') ?? '',
    }
  }

  #keep(line: string): void {
    const [pair = '', ...rest] = line.split(';')
    const name = pair.slice(0, pair.indexOf('='))
    if (rest.some((part) => part.trim().toLowerCase() === 'max-age=0')) this.cookies.delete(name)
    else this.cookies.set(name, decodeURIComponent(pair.slice(pair.indexOf('=') + 1)))
  }
}

/** The value of the form nonce on a page. */
export function nonceOf(answer: Answer): string {
  return /name="_nonce" value="([^"]+)"/.exec(answer.text)?.[1] ?? ''
}

/** An empty application to mount test routes on. */
export const bare = (): Hono<HouseEnv> => new Hono<HouseEnv>()
