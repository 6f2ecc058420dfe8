import { ATOM_TYPE, atomOf, FEED_SIZE } from '../foundation/atom.ts'
import { HOUR } from '../foundation/clock.ts'
import { download, limitPlace, type PlaceRule, withExamples } from '../foundation/http/index.ts'
import { csvOfTable } from '../foundation/open-table.ts'
import type { PeopleContext } from '../people/index.ts'
import { readChoice } from './bank.form.ts'
import { bankOf, choose } from './bank.reading.ts'
import { feedEntry, feedHead, isNarrowed } from './feed.ts'
import { newestListings } from './listing.store.ts'
import { tableOf } from './practice.open.ts'

/** New practices, for a news reader: all of them, or those that the list would leave of the same choice. */
export async function sendFeed(c: PeopleContext): Promise<Response> {
  const { db, config, now } = c.var
  const choice = readChoice(c.req.queries())
  const [index, words] = await bankOf(c)
  const { narrowed } = await choose(c, index, choice)
  const newest = await newestListings(db, FEED_SIZE, {
    fictional: withExamples(c),
    among: isNarrowed(choice) ? index.numbers(narrowed.rows) : null,
  })
  const { pathname, search } = new URL(c.req.url)
  c.header('Content-Type', ATOM_TYPE)
  return c.body(
    atomOf(
      feedHead(choice, words, pathname + search),
      newest.map((one) => feedEntry(one, words)),
      { baseUrl: config.baseUrl, now },
    ),
  )
}

/** A whole table is work for a moment; a whole school behind one address may take it. */
const taking: PlaceRule = { name: 'practice table, network address', points: 600, perMs: HOUR, onFault: 'closed' }

/**
 * The whole list as it is narrowed now, as a table; `voor=excel` writes it as a Dutch spreadsheet opens it. Sent as it is
 * read, and kept nowhere: it would push the pages that people share out of the cache.
 */
export async function sendTable(c: PeopleContext): Promise<Response> {
  const { db, config, now } = c.var
  await limitPlace(c, taking)
  const choice = readChoice(c.req.queries())
  const [index] = await bankOf(c)
  const { narrowed } = await choose(c, index, choice)
  const table = tableOf(index.newest(narrowed.rows, 0, narrowed.total))
  const ask = { db, now, baseUrl: config.baseUrl, fictional: withExamples(c) }
  const parts = csvOfTable(table, ask, { excel: c.req.query('voor') === 'excel' })
  return download(c, parts, { type: 'text/csv; charset=utf-8', name: 'praktijken.csv' })
}
