import { Hono } from 'hono'
import { page } from '../foundation/http/index.ts'
import { nameOf, type PeopleContext, type PeopleEnv } from '../people/index.ts'
import { readCharter } from './charter.store.ts'
import { forSearch, olympiadAt, trail } from './olympiad.context.ts'
import { OlympiadPage } from './olympiad.detail.page.tsx'
import { mayChair, olympiadUrl } from './olympiad.ts'
import { roundsOf } from './round.store.ts'

/** The page of one Olympiade. It comes last: it takes any word below /olympiades. */
export function olympiadDetailRoutes(): Hono<PeopleEnv> {
  return new Hono<PeopleEnv>().get('/olympiades/:slug', show)
}

async function show(c: PeopleContext): Promise<Response> {
  const olympiad = await olympiadAt(c)
  const { db, now, person } = c.var
  const names = await nameOf(db, olympiad.chairs)
  return page(
    c,
    {
      title: olympiad.title,
      description: olympiad.question,
      breadcrumb: trail(olympiad),
      ...forSearch(olympiad),
      canonical: olympiadUrl(olympiad),
    },
    <OlympiadPage
      olympiad={olympiad}
      charter={await readCharter(db, olympiad.id)}
      rounds={await roundsOf(db, olympiad.id)}
      chairs={[...names.values()]}
      now={now}
      mayLead={mayChair(person, olympiad)}
    />,
  )
}
