import type { IncomingMessage, ServerResponse } from 'node:http'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'
import { type Clock, wallClock } from '../clock.ts'
import type { Db } from '../db/index.ts'
import { sha256 } from '../seal.ts'

const brotli = promisify(brotliCompress)
const zip = promisify(gzip)

/** Whether whoever sends this Cookie header gets the page. */
type Suits = (cookies: string | undefined, now: Date) => boolean

/** A public page as bytes, in the three forms browsers ask for. */
interface Cached {
  /** Undefined for a page that browsers may not keep. */
  etag: string | undefined
  headers: string[]
  suits: Suits | undefined
  plain: Buffer
  gzip: Buffer
  brotli: Buffer
}

/** What every answer of such a page says, from the first one on: ask again each time, for a session sees another page. */
export const KEPT_PAGE = { 'Cache-Control': 'no-cache', Vary: 'Accept, Accept-Encoding, Cookie' }

/** Bounds of the cache: pages and bytes. Least recently used goes first. */
const MOST_PAGES = 2_000
const MOST_BYTES = 16 * 1024 * 1024
/** Readings kept at most; more can only come from addresses nobody links to. */
const MOST_MEMOS = 300

/**
 * Public pages as pure functions of URL and content version (habit 7): rendered once, then kept as bytes.
 * Never holds anything of a visitor, and is asked before the framework wakes up.
 */
export class PageCache {
  #pages = new Map<string, Cached>()
  #bytes = 0
  #generation = 0
  #sessionCookie: string
  #clock: Clock
  #memos = new Map<string, Promise<unknown>>()
  hits = 0

  constructor(sessionCookie: string, clock = wallClock) {
    this.#sessionCookie = `${sessionCookie}=`
    this.#clock = clock
  }

  /** Moves on with every change of content; a page begun under an older one is not kept. */
  get generation(): number {
    return this.#generation
  }

  clear(): void {
    this.#generation += 1
    this.#pages.clear()
    this.#memos.clear()
    this.#bytes = 0
  }

  /**
   * What public pages are made of, read once per content version and not once per visitor. Only for what is the same for
   * everyone; a reading that fails, or that began before the content changed, is not kept.
   */
  memo<T>(key: string, load: () => Promise<T>): Promise<T> {
    const known = this.#memos.get(key)
    if (known !== undefined) {
      // Least recently asked stands first, and goes first.
      this.#memos.delete(key)
      this.#memos.set(key, known)
      return known as Promise<T>
    }
    for (const oldest of this.#memos.keys()) {
      if (this.#memos.size < MOST_MEMOS) break
      this.#memos.delete(oldest)
    }
    const reading = load()
    this.#memos.set(key, reading)
    reading.catch(() => {
      if (this.#memos.get(key) === reading) this.#memos.delete(key)
    })
    return reading
  }

  /**
   * Keeps a rendered page, unless the content changed meanwhile. With `suits` it is kept here for whom it suits, and
   * their browsers are told to keep nothing.
   */
  async keep(url: string, generation: number, answer: Response, suits?: Suits): Promise<void> {
    const plain = Buffer.from(await answer.arrayBuffer())
    const options = {
      params: { [constants.BROTLI_PARAM_QUALITY]: 5, [constants.BROTLI_PARAM_SIZE_HINT]: plain.length },
    }
    const [gzipped, brotlied] = await Promise.all([zip(plain, { level: 6 }), brotli(plain, options)])
    if (generation !== this.#generation) return
    const own = [...answer.headers]
      .filter(([name]) => !['content-length', 'etag', 'cache-control', 'vary'].includes(name))
      .flat()
    const etag = suits ? undefined : `"${sha256(plain).slice(0, 22)}"`
    const headers = etag
      ? [...own, 'ETag', etag, ...Object.entries(KEPT_PAGE).flat()]
      : [...own, 'Cache-Control', 'no-store']
    this.#drop(url)
    this.#pages.set(url, { etag, headers, suits, plain, gzip: gzipped, brotli: brotlied })
    this.#bytes += plain.length + gzipped.length + brotlied.length
    for (const oldest of this.#pages.keys()) {
      if (this.#pages.size <= MOST_PAGES && this.#bytes <= MOST_BYTES) break
      this.#drop(oldest)
    }
  }

  #drop(url: string): void {
    const page = this.#pages.get(url)
    if (!page) return
    this.#pages.delete(url)
    this.#bytes -= page.plain.length + page.gzip.length + page.brotli.length
  }

  /** Answers from the cache when it can; false hands the request on. */
  answer(request: IncomingMessage, response: ServerResponse): boolean {
    if (request.method !== 'GET' || request.url === undefined) return false
    const page = this.#pages.get(request.url)
    const { cookie, accept } = request.headers
    if (!page || cookie?.includes(this.#sessionCookie) || wantsData(accept)) return false
    if (page.suits && !page.suits(cookie, this.#clock())) return false
    this.#pages.delete(request.url)
    this.#pages.set(request.url, page)
    this.hits += 1
    if (page.etag !== undefined && request.headers['if-none-match'] === page.etag) {
      response.writeHead(304, page.headers).end()
      return true
    }
    const accepted = request.headers['accept-encoding'] ?? ''
    const [bytes, encoding] = accepted.includes('br')
      ? [page.brotli, 'br']
      : accepted.includes('gzip')
        ? [page.gzip, 'gzip']
        : [page.plain, undefined]
    const sized = [...page.headers, 'Content-Length', String(bytes.length)]
    response.writeHead(200, encoding ? [...sized, 'Content-Encoding', encoding] : sized).end(bytes)
    return true
  }
}

/** Some addresses answer data when asked for it; only the page is kept. */
function wantsData(accept = ''): boolean {
  return accept.includes('json') && !accept.includes('text/html')
}

const changed = new WeakSet<object>()

/**
 * Says, inside the transaction that publishes, that content has changed. Only publications do this: NOTIFY takes a
 * lock that every committing transaction waits for (measured upstream: up to half of the commits per second).
 */
export async function contentChanged(db: Db): Promise<void> {
  changed.add(db.$client)
  await db.$client.query(`select pg_notify('content', '')`)
}

/** Whether this transaction changed content; the house clears its own cache at commit, before the notice arrives. */
export function hasChangedContent(db: Db): boolean {
  return changed.delete(db.$client)
}
