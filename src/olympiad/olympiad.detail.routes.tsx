import { Hono } from 'hono'
import type { Db } from '../foundation/db/index.ts'
import { page } from '../foundation/http/index.ts'
import { nameOf, type PeopleContext, type PeopleEnv } from '../people/index.ts'
import { readItems } from '../thread/index.ts'
import { changesFor } from './change-proposal.store.ts'
import { agendaSentence, changeState } from './change-proposal.ts'
import { readCharter } from './charter.store.ts'
import { forSearch, olympiadAt, trail } from './olympiad.context.ts'
import { type AgendaRow, OlympiadPage } from './olympiad.detail.page.tsx'
import { mayChair, olympiadUrl } from './olympiad.ts'
import { trialRoom } from './room.trial.store.ts'
import { roundsOf } from './round.store.ts'

/** The page of one Olympiade. It comes last: it takes any word below /olympiades. */
export function olympiadDetailRoutes(): Hono<PeopleEnv> {
  return new Hono<PeopleEnv>().get('/olympiades/:slug', show)
}

/** What is on the agenda, standard by standard: how many proposals, and never the words, which only the chair read. */
async function publicAgenda(db: Db, olympiad: string): Promise<AgendaRow[]> {
  const changes = (await changesFor(db, olympiad)).filter((one) => changeState(one) !== 'withdrawn')
  const standards = await readItems(db, [...new Set(changes.map(({ standard }) => standard))])
  return [...standards].map(([id, { title, url }]) => ({
    href: url,
    title: title ?? 'Een kenmerk',
    text: agendaSentence(changes.filter(({ standard }) => standard === id)),
  }))
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
      room={await trialRoom(db, olympiad, { demo: c.var.config.demo, now })}
      now={now}
      agenda={await publicAgenda(db, olympiad.id)}
      mayLead={mayChair(person, olympiad)}
    />,
  )
}
