import { ATOM_TYPE, atomOf, FEED_SIZE } from '../foundation/atom.ts'
import { withExamples } from '../foundation/http/index.ts'
import type { PeopleContext } from '../people/index.ts'
import { readFindWords } from './finding.store.ts'
import { gemeentenAsked, moduleEntry, moduleFeedAsked, moduleFeedHead } from './module-feed.ts'
import { newestModules } from './module-open.store.ts'
import { readProvider } from './provider.store.ts'

/** New material, for a news reader: all of it, or what is about a kenmerk, of a provider or from a region. */
export async function sendModuleFeed(c: PeopleContext): Promise<Response> {
  const { db, config, now } = c.var
  const words = await readFindWords(db)
  const read = moduleFeedAsked(c.req.queries(), words)
  const provider = read.provider === '' ? undefined : await readProvider(db, read.provider)
  // A provider we don't know does not narrow, and the feed does not say that it does.
  const ask = { ...read, provider: provider?.slug ?? '' }
  const newest = await newestModules(db, FEED_SIZE, {
    fictional: withExamples(c),
    standards: ask.standards.length > 0 ? ask.standards : null,
    provider: provider?.id ?? null,
    gemeenten: gemeentenAsked(ask),
  })
  const { pathname, search } = new URL(c.req.url)
  c.header('Content-Type', ATOM_TYPE)
  return c.body(
    atomOf(
      moduleFeedHead(ask, words, { self: pathname + search, by: provider?.name ?? '' }),
      newest.map((one) => moduleEntry(one, words)),
      { baseUrl: config.baseUrl, now },
    ),
  )
}
