import { Hono } from 'hono'
import { page, publicPage } from '../foundation/http/index.ts'
import type { PeopleContext, PeopleEnv } from '../people/index.ts'
import { changeProposalRoutes } from './change-proposal.routes.tsx'
import { groupRoutes } from './group.routes.tsx'
import { logRoutes } from './log.routes.tsx'
import { OlympiadsPage } from './olympiad.page.tsx'
import { olympiads } from './olympiad.store.ts'
import { reportRoutes } from './report.routes.tsx'

/** Every URL of this domain. */
export function olympiadRoutes(): Hono<PeopleEnv> {
  return new Hono<PeopleEnv>()
    .get('/olympiades', publicPage, showOlympiads)
    .route('/', groupRoutes()) //          /werkgroepen
    .route('/', changeProposalRoutes()) // /olympiades/voorstellen
    .route('/', reportRoutes()) //         /olympiades/…/verslag
    .route('/', logRoutes()) //            /olympiades/…/logboek
}

async function showOlympiads(c: PeopleContext): Promise<Response> {
  // Until it is announced an Olympiade is its chair's business.
  const announced = (await olympiads(c.var.db)).filter(({ item }) => item !== null)
  return page(
    c,
    {
      title: 'Olympiade',
      description: 'Een gesprek in rondes over wat goed werk is. Elke groep telt apart.',
      breadcrumb: [{ label: 'Olympiade' }],
      canonical: '/olympiades',
    },
    <OlympiadsPage olympiads={announced} />,
  )
}
