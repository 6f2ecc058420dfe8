/** One who sends requests to a real server and writes down what came back, also when nothing did. */
import { Agent, type IncomingHttpHeaders, request } from 'node:http'
import type { Running } from './server.ts'

export interface Answer {
  /** 0 where the connection broke before an answer was complete. */
  status: number
  headers: IncomingHttpHeaders
  text: string
  ms: number
  /** Why the connection broke; empty where it did not. */
  broken: string
  /** True when the first bytes of an answer came before it broke. */
  halfway: boolean
}

/** Longer than any promise: what is later than this counts as never. */
const PATIENCE = 15_000

export class Visitor {
  readonly #server: Running
  readonly #agent = new Agent({ keepAlive: true })
  readonly cookies = new Map<string, string>()

  constructor(server: Running) {
    this.#server = server
  }

  get(path: string): Promise<Answer> {
    return this.#send('GET', path, '', {})
  }

  post(path: string, fields: Record<string, string>): Promise<Answer> {
    return this.#send('POST', path, new URLSearchParams(fields).toString(), {
      'content-type': 'application/x-www-form-urlencoded',
      origin: this.#server.url,
      'sec-fetch-site': 'same-origin',
    })
  }

  leave(): void {
    this.#agent.destroy()
  }

  #send(method: string, path: string, body: string, more: Record<string, string>): Promise<Answer> {
    const began = performance.now()
    const cookie = [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ')
    const headers = {
      ...more,
      ...(body ? { 'content-length': Buffer.byteLength(body) } : {}),
      ...(cookie ? { cookie } : {}),
    }
    return new Promise((resolve) => {
      const parts: Buffer[] = []
      let [status, received, halfway]: [number, IncomingHttpHeaders, boolean] = [0, {}, false]
      const end = (broken: string) =>
        resolve({
          status: broken === '' ? status : 0,
          headers: received,
          text: Buffer.concat(parts).toString(),
          ms: performance.now() - began,
          broken,
          halfway,
        })
      const to = {
        host: '127.0.0.1',
        port: this.#server.port,
        method,
        path,
        headers,
        agent: this.#agent,
        timeout: PATIENCE,
      }
      const asked = request(to, (response) => {
        status = response.statusCode ?? 0
        received = response.headers
        halfway = true
        for (const line of received['set-cookie'] ?? []) this.#keep(line)
        response.on('data', (part: Buffer) => parts.push(part))
        response.on('end', () => end(response.complete ? '' : 'cut short'))
        response.on('error', (fault: NodeJS.ErrnoException) => end(fault.code ?? fault.message))
      })
      asked.on('timeout', () => asked.destroy(new Error('no answer')))
      asked.on('error', (fault: NodeJS.ErrnoException) => end(fault.code ?? fault.message))
      asked.end(body)
    })
  }

  #keep(line: string): void {
    const pair = line.split(';')[0] ?? ''
    this.cookies.set(pair.slice(0, pair.indexOf('=')), pair.slice(pair.indexOf('=') + 1))
  }
}

/** The value of a hidden field of a page. */
export function hidden(page: string, name: string): string {
  return new RegExp(`name="${name}" value="([^"]+)"`).exec(page)?.[1] ?? ''
}
