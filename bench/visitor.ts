/** A visitor as the bench sees one: keep-alive, a cookie jar, no browser. */
import { Agent, request } from 'node:http'

export interface Answer {
  status: number
  headers: Record<string, string | string[] | undefined>
  body: Buffer
}

export interface Visitor {
  get(path: string, headers?: Record<string, string>): Promise<Answer>
  post(path: string, form: Record<string, string> | string, headers?: Record<string, string>): Promise<Answer>
  /** Follows the redirect of an answer, as a browser does. */
  follow(answer: Answer): Promise<Answer>
  /** The value of a hidden field in a page, for `_nonce` and the like. */
  hidden(answer: Answer, name: string): string
  /** Counts a fault when what came back is not what the scenario needs. */
  expect(answer: Answer, status: number): void
  readonly faults: number
}

export function keepAlive(sockets: number): Agent {
  return new Agent({ keepAlive: true, maxSockets: sockets, scheduling: 'lifo' })
}

export type Recorder = (answer: Answer) => void

export function newVisitor(baseUrl: string, agent: Agent, record?: Recorder): Visitor {
  const jar = new Map<string, string>()
  const origin = new URL(baseUrl).origin
  let step = 0
  let faults = 0

  async function send(method: string, path: string, headers: Record<string, string>, body?: string): Promise<Answer> {
    const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join('; ')
    // The raw server doesn't know paths: it sends what was recorded for this step.
    const sent = { 'x-step': String(step++), 'accept-encoding': 'gzip, br', ...(cookie && { cookie }), ...headers }
    const answer = await once(new URL(path, baseUrl), { method, headers: sent, agent }, body)
    for (const line of [answer.headers['set-cookie'] ?? []].flat()) keep(jar, line)
    if (answer.status >= 500) faults += 1
    record?.(answer)
    return answer
  }

  return {
    get: (path, headers = {}) => send('GET', path, headers),
    post(path, form, headers = {}) {
      const body = typeof form === 'string' ? form : new URLSearchParams(form).toString()
      const type = {
        'content-type': 'application/x-www-form-urlencoded',
        'content-length': String(Buffer.byteLength(body)),
      }
      return send('POST', path, { ...type, origin, 'sec-fetch-site': 'same-origin', ...headers }, body)
    },
    follow: (answer) => send('GET', String(answer.headers.location ?? '/'), {}),
    hidden(answer, name) {
      const field = new RegExp(`<input[^>]*name="${name}"[^>]*>`).exec(textOf(answer))?.[0] ?? ''
      return /value="([^"]*)"/.exec(field)?.[1] ?? ''
    },
    expect(answer, status) {
      if (answer.status !== status) faults += 1
    },
    get faults() {
      return faults
    },
  }
}

function keep(jar: Map<string, string>, line: string): void {
  const [pair = ''] = line.split(';')
  const at = pair.indexOf('=')
  const [name, value] = [pair.slice(0, at), pair.slice(at + 1)]
  if (value === '' || /max-age=0/i.test(line)) jar.delete(name)
  else jar.set(name, value)
}

function textOf(answer: Answer): string {
  if (answer.headers['content-encoding'] !== undefined)
    throw new Error('Ask for this page with accept-encoding: identity.')
  return answer.body.toString('utf8')
}

function once(
  url: URL,
  options: { method: string; headers: Record<string, string>; agent: Agent },
  body?: string,
): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const outgoing = request(url, options, (incoming) => {
      const chunks: Buffer[] = []
      incoming.on('data', (chunk: Buffer) => chunks.push(chunk))
      incoming.on('end', () =>
        resolve({ status: incoming.statusCode ?? 0, headers: incoming.headers, body: Buffer.concat(chunks) }),
      )
      incoming.on('error', reject)
    })
    outgoing.on('error', reject)
    outgoing.end(body)
  })
}
