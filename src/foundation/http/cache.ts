import type { IncomingMessage, ServerResponse } from 'node:http'
import { brotliCompressSync, constants, gzipSync } from 'node:zlib'
import { type Clock, wallClock } from '../clock.ts'
import { endOfDutchDay } from '../day.ts'
import type { Db } from '../db/index.ts'
import { ownBytes } from '../own-bytes.ts'
import { sha256 } from '../seal.ts'
import { namesTag } from './tag.ts'

/** Whether whoever sends this Cookie header gets the page. */
type Suits = (cookies: string | undefined, now: Date) => boolean

type Encoding = 'br' | 'gzip'

/** How each form is made: a few ms for a long page. */
const PACK: Record<Encoding, (plain: Buffer) => Buffer> = {
  br: (plain) =>
    brotliCompressSync(plain, {
      params: { [constants.BROTLI_PARAM_QUALITY]: 5, [constants.BROTLI_PARAM_SIZE_HINT]: plain.length },
    }),
  gzip: (plain) => gzipSync(plain, { level: 6 }),
}

/**
 * A public page as bytes. It is packed when it is first given out in that form: most pages of the long tail are asked
 * once before the content changes, and packing costs more than drawing them.
 */
interface Cached {
  /** Undefined for a page that browsers may not keep. */
  etag: string | undefined
  headers: string[]
  suits: Suits | undefined
  plain: Buffer
  packed: Map<Encoding, Buffer>
}

const sizeOf = ({ plain, packed }: Cached): number =>
  [...packed.values()].reduce((sum, bytes) => sum + bytes.length, plain.length)

/** What every answer of such a page says, from the first one on: ask again each time, for a session sees another page. */
export const KEPT_PAGE = { 'Cache-Control': 'no-cache', Vary: 'Accept, Accept-Encoding, Cookie' }

/** Bounds of the cache: pages and bytes. Least recently used goes first. */
const MOST_PAGES = 2_000
const MOST_BYTES = 10 * 1024 * 1024
/** Readings kept at most; more can only come from addresses nobody links to. */
const MOST_MEMOS = 300

/**
 * Public pages as pure functions of URL, content version and day (habit 7): rendered once, then kept as bytes. With the day
 * on a Dutch clock everything is made anew: dates that are over, calls and consultations that open or close.
 * Never holds anything of a visitor, and is asked before the framework wakes up.
 */
export class PageCache {
  #pages = new Map<string, Cached>()
  #bytes = 0
  #generation = 0
  #sessionCookie: string
  #clock: Clock
  #dayEnds: Date
  #memos = new Map<string, Promise<unknown>>()

  constructor(sessionCookie: string, clock = wallClock) {
    this.#sessionCookie = `${sessionCookie}=`
    this.#clock = clock
    this.#dayEnds = endOfDutchDay(clock())
  }

  /** Moves on with every change of content and with the day; a page begun under an older one is not kept. */
  get generation(): number {
    this.#turnDay()
    return this.#generation
  }

  #turnDay(): void {
    const now = this.#clock()
    if (now < this.#dayEnds) return
    this.#dayEnds = endOfDutchDay(now)
    this.clear()
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
    this.#turnDay()
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
  keep(url: string, generation: number, page: { headers: Headers; plain: Buffer }, suits?: Suits): void {
    if (generation !== this.generation) return
    const { plain } = page
    const own = [...page.headers]
      .filter(([name]) => !['content-length', 'etag', 'cache-control', 'vary'].includes(name))
      .flat()
    // Weak: one tag for the page as it is, and for what brotli and gzip make of it (RFC 9110, 8.8.3).
    const etag = suits ? undefined : `W/"${sha256(plain).slice(0, 22)}"`
    const headers = etag
      ? [...own, 'ETag', etag, ...Object.entries(KEPT_PAGE).flat()]
      : [...own, 'Cache-Control', 'no-store']
    this.#drop(url)
    this.#pages.set(url, { etag, headers, suits, plain, packed: new Map() })
    this.#bytes += plain.length
    this.#shrink()
  }

  #shrink(): void {
    for (const oldest of this.#pages.keys()) {
      if (this.#pages.size <= MOST_PAGES && this.#bytes <= MOST_BYTES) break
      this.#drop(oldest)
    }
  }

  #drop(url: string): void {
    const page = this.#pages.get(url)
    if (!page) return
    this.#pages.delete(url)
    this.#bytes -= sizeOf(page)
  }

  #bytesOf(page: Cached, encoding: Encoding | undefined): Buffer {
    const known = encoding ? page.packed.get(encoding) : page.plain
    if (known !== undefined || encoding === undefined) return known ?? page.plain
    const bytes = ownBytes(PACK[encoding](page.plain))
    page.packed.set(encoding, bytes)
    this.#bytes += bytes.length
    this.#shrink()
    return bytes
  }

  /** Answers from the cache when it can; false hands the request on. */
  answer(request: IncomingMessage, response: ServerResponse): boolean {
    if (request.method !== 'GET' || request.url === undefined) return false
    this.#turnDay()
    const page = this.#pages.get(request.url)
    const { cookie, accept } = request.headers
    if (!page || cookie?.includes(this.#sessionCookie) || wantsData(accept)) return false
    if (page.suits && !page.suits(cookie, this.#clock())) return false
    this.#pages.delete(request.url)
    this.#pages.set(request.url, page)
    if (page.etag !== undefined && namesTag(request.headers['if-none-match'], page.etag)) {
      response.writeHead(304, page.headers).end()
      return true
    }
    const accepted = request.headers['accept-encoding'] ?? ''
    const encoding = accepted.includes('br') ? 'br' : accepted.includes('gzip') ? 'gzip' : undefined
    const bytes = this.#bytesOf(page, encoding)
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
