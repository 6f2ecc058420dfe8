import { ATOM_TYPE, atomOf, FEED_SIZE } from '../foundation/atom.ts'
import { withExamples } from '../foundation/http/index.ts'
import type { PeopleContext } from '../people/index.ts'
import { readChoice } from './catalogue.form.ts'
import { choiceUrl } from './catalogue.page.tsx'
import { printedIn } from './published.store.ts'
import { newsOf } from './standard.open.ts'

/** The address of the feed, of one theme when one is chosen. */
export const feedUrl = (theme: string | undefined): string =>
  choiceUrl({ ...readChoice({}), theme }).replace('/kenmerken', '/kenmerken.atom')

/** New and renewed standards and handreikingen, for a news reader; of one theme when that is asked. */
export async function sendFeed(c: PeopleContext): Promise<Response> {
  const { db, config, now, memo } = c.var
  const { theme } = readChoice(c.req.query())
  const all = await memo('standards.printed', () => printedIn(db, now))
  const { pathname, search } = new URL(c.req.url)
  const page = choiceUrl({ ...readChoice({}), theme })
  const about = theme === undefined ? '' : `, thema ${theme}`
  const head = {
    name: page.slice(1),
    title: `Verankerd: kenmerken en handreikingen${about}`,
    description: 'Nieuwe en vernieuwde kenmerken van goed sociaal werk. Geen verplicht kader.',
    page,
    self: pathname + search,
  }
  c.header('Content-Type', ATOM_TYPE)
  const news = newsOf(all, { theme, fictional: withExamples(c) }).slice(0, FEED_SIZE)
  return c.body(atomOf(head, news, { baseUrl: config.baseUrl, now }))
}
