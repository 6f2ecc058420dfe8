import { ATOM_TYPE, atomOf, FEED_SIZE } from '../foundation/atom.ts'
import { withExamples } from '../foundation/http/index.ts'
import type { PeopleContext } from '../people/index.ts'
import { feedEntry, feedHead, feedQueries, isNarrowed } from './feed.ts'
import { readFinding } from './finding.form.ts'
import { seekRows, shelfOf } from './finding.reading.ts'
import { newestCourses } from './open.store.ts'

/** New courses, for a news reader: all of them, or those that the list would leave of the same question. */
export async function sendFeed(c: PeopleContext): Promise<Response> {
  const { db, config, now } = c.var
  const shelf = await shelfOf(c)
  const { courses, words } = shelf
  const read = readFinding(feedQueries(c.req.queries()), words).finding
  const sought = await seekRows(c, shelf, read)
  // A place we don't know does not narrow, and the feed does not say that it does.
  const finding = sought.place === undefined ? { ...read, near: '' } : read
  const newest = await newestCourses(db, FEED_SIZE, {
    fictional: withExamples(c),
    among: isNarrowed(finding, words) ? courses.words.numbers(sought.rows) : null,
  })
  const { pathname, search } = new URL(c.req.url)
  c.header('Content-Type', ATOM_TYPE)
  return c.body(
    atomOf(
      feedHead(finding, words, pathname + search),
      newest.map((one) => feedEntry(one, words)),
      { baseUrl: config.baseUrl, now },
    ),
  )
}
