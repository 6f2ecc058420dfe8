import { ATOM_TYPE, atomOf, FEED_SIZE } from '../foundation/atom.ts'
import { dutchDay } from '../foundation/clock.ts'
import { withExamples } from '../foundation/http/index.ts'
import type { PeopleContext } from '../people/index.ts'
import { feedEntry, feedHead, gemeentenOf, readFeed } from './feed.ts'
import { readFindWords } from './finding.store.ts'
import { newestCourses } from './open.store.ts'

/** New courses, for a news reader: about one kenmerk, or with a date in one gemeente or province, when that is asked. */
export async function sendFeed(c: PeopleContext): Promise<Response> {
  const { db, config, now, memo } = c.var
  const words = await memo('training.words', () => readFindWords(db))
  const feed = readFeed(c.req.query(), words)
  const courses = await newestCourses(db, FEED_SIZE, {
    fictional: withExamples(c),
    standards: feed.standard === undefined ? null : [feed.standard],
    gemeenten: gemeentenOf(feed),
    today: dutchDay(now),
  })
  const { pathname, search } = new URL(c.req.url)
  c.header('Content-Type', ATOM_TYPE)
  return c.body(
    atomOf(
      feedHead(feed, words, pathname + search),
      courses.map((one) => feedEntry(one, words)),
      { baseUrl: config.baseUrl, now },
    ),
  )
}
