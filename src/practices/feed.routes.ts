import { HOUR } from '../foundation/clock.ts'
import { csvParts } from '../foundation/csv.ts'
import { download, type LimitRule, limit, networkAddress } from '../foundation/http/index.ts'
import type { PeopleContext } from '../people/index.ts'
import { readChoice } from './bank.form.ts'
import { bankOf, choose } from './bank.reading.ts'
import { atomOf, FEED_SIZE, rowsOf } from './feed.ts'
import { listingsByNo, newestListings } from './listing.store.ts'

/** New practices, for a news reader. */
export async function sendFeed(c: PeopleContext): Promise<Response> {
  const { db, config, now } = c.var
  const newest = await newestListings(db, FEED_SIZE, { fictional: false })
  c.header('Content-Type', 'application/atom+xml; charset=utf-8')
  return c.body(atomOf(newest, { baseUrl: config.baseUrl, now }))
}

/** A whole table is work for a moment, and nobody needs it more than twice a minute. */
const taking: LimitRule = { name: 'practice table, network address', points: 600, perMs: HOUR, onFault: 'closed' }

/**
 * The whole list as it is narrowed now, as a table; `voor=excel` writes it as a Dutch spreadsheet opens it. Sent as it is
 * read, and kept nowhere: it would push the pages that people share out of the cache.
 */
export async function sendTable(c: PeopleContext): Promise<Response> {
  const { db, config } = c.var
  await limit(c, taking, networkAddress(c))
  const choice = readChoice(c.req.queries())
  const [index, words] = await bankOf(c)
  const { narrowed } = await choose(c, index, choice)
  const load = async (numbers: number[]) => rowsOf(await listingsByNo(db, numbers), { baseUrl: config.baseUrl, words })
  const numbers = index.newest(narrowed.rows, 0, narrowed.total)
  const parts = csvParts(numbers, load, { excel: c.req.query('voor') === 'excel' })
  return download(c, parts, { type: 'text/csv; charset=utf-8', name: 'praktijken.csv' })
}
