import { HOUR, MINUTE } from '../foundation/clock.ts'
import { type Db, statement } from '../foundation/db/index.ts'
import { fetchOutside, OutsideFault, outsideUrl } from '../foundation/outside/index.ts'
import { JsonItems, SheetFault } from '../foundation/sheets/index.ts'
import { type CatalogueAddress, listsBehind, nextPage, offeringsBehind } from './catalogue-address.ts'
import type { Ways } from './domain.proof.ts'
import { domainsOf } from './domain.store.ts'
import { mayFetchFrom } from './domain.ts'
import { keepBytes } from './import.store.ts'

/** Bounds of one document, and of all of an address. */
const MOST_BYTES = 20 * 1024 * 1024
const MOST_ALL = 200 * 1024 * 1024
const MOST_DOCUMENTS = 2_000
const MOST_TIME = 5 * MINUTE

/** Bytes laid away at one time. */
const PORTION = 256 * 1024
const NEXT_DOCUMENT = Buffer.from('\n')
const ACCEPT = 'application/json, application/ld+json;q=0.9, text/csv;q=0.9, text/html;q=0.8, */*;q=0.5'

const forget = statement('training.forgetFetchedBytes', 'delete from training.import_piece where import = $1')

/** Gathers documents behind each other, in rows of one size. */
class Keeping {
  #db: Db
  #id: string
  #parts: Buffer[] = []
  #size = 0
  #no = 0
  all = 0

  constructor(db: Db, id: string) {
    this.#db = db
    this.#id = id
  }

  async put(bytes: Buffer): Promise<void> {
    this.all += bytes.length
    if (this.all > MOST_ALL)
      throw new OutsideFault('Dit zijn samen meer dan 200 MB. Deel jullie aanbod over meer adressen.')
    this.#parts.push(bytes)
    this.#size += bytes.length
    if (this.#size >= PORTION) await this.flush()
  }

  async flush(): Promise<void> {
    this.#no = await keepBytes(this.#db, this.#id, Buffer.concat(this.#parts), this.#no)
    this.#parts = []
    this.#size = 0
  }
}

/** What a page of a list says about itself, seen while it passes. */
interface Seen {
  more: boolean
  courses: string[]
  hasOfferings: boolean
}

/** Looks along with a document of JSON; what is none tells nothing. */
class Looking {
  seen: Seen = { more: false, courses: [], hasOfferings: false }
  #items: JsonItems | undefined = new JsonItems()
  #decoder = new TextDecoder()

  look(bytes: Buffer): void {
    if (!this.#items) return
    try {
      for (const { key, value } of this.#items.read(this.#decoder.decode(bytes, { stream: true }))) {
        if (key === 'hasNextPage') this.seen.more = value === true
        if (typeof value !== 'object' || value === null || !('courseId' in value)) continue
        if ('courseOfferings' in value || 'courseOfferingId' in value) this.seen.hasOfferings = true
        else if (typeof value.courseId === 'string') this.seen.courses.push(value.courseId)
      }
    } catch (fault) {
      if (!(fault instanceof SheetFault)) throw fault
      this.#items = undefined
    }
  }
}

/**
 * Fetches the catalogue of an address, page after page, and lays its bytes away for reading. Every document goes through the
 * same gate; only from domains that are the provider's. Returns why it stopped half way, '' when it has everything.
 */
export async function fetchCatalogue(db: Db, id: string, address: CatalogueAddress, ways: Ways = {}): Promise<string> {
  await forget(db, id)
  const keeping = new Keeping(db, id)
  const domains = await domainsOf(db, address.provider)
  const mayFetch = (host: string) => mayFetchFrom(domains, host)
  const until = performance.now() + MOST_TIME
  let documents = 0
  const fetched = async (url: URL): Promise<Seen> => {
    documents += 1
    if (documents > MOST_DOCUMENTS || performance.now() > until)
      throw new OutsideFault('Dit aanbod heeft te veel bladzijden om in één nacht te lezen. Maak de bladzijden groter.')
    const looking = new Looking()
    for await (const piece of fetchOutside(url.href, { ...ways, mayFetch, most: MOST_BYTES, accept: ACCEPT })) {
      looking.look(piece)
      await keeping.put(piece)
    }
    await keeping.put(NEXT_DOCUMENT)
    return looking.seen
  }
  const fetchList = async (first: URL): Promise<void> => {
    let url = first
    for (;;) {
      const { more, courses, hasOfferings } = await fetched(url)
      for (const course of hasOfferings ? [] : courses) {
        const below = offeringsBehind(first, course)
        if (below) await fetchList(below)
      }
      if (!more) return
      url = nextPage(url)
    }
  }
  try {
    for (const list of listsBehind(outsideUrl(address.url, ways.testOrigins))) await fetchList(list)
    return ''
  } catch (fault) {
    if (!(fault instanceof OutsideFault)) throw fault
    return fault.message
  } finally {
    await keeping.flush()
  }
}

/** How long an address that was read may rest before the night reads it again, in ms. */
export const REST = 12 * HOUR + MINUTE
