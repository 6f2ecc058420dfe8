import { Hono } from 'hono'
import { page, publicPage } from '../foundation/http/index.ts'
import type { PeopleContext, PeopleEnv } from '../people/index.ts'
import { agendaDeskRoutes } from './agenda.desk.routes.tsx'
import { bundleRoutes } from './bundle.routes.tsx'
import { chairRoutes } from './chair.routes.tsx'
import { changeProposalRoutes } from './change-proposal.routes.tsx'
import { charterRoutes } from './charter.routes.tsx'
import { flagRoutes } from './flag.routes.tsx'
import { groupRoutes } from './group.routes.tsx'
import { hallRoutes } from './hall.routes.ts'
import { invitationRoutes } from './invitation.routes.tsx'
import { logRoutes } from './log.routes.tsx'
import { moderationRoutes } from './moderation.routes.tsx'
import { namedRoutes } from './named.routes.tsx'
import { olympiadDeskRoutes } from './olympiad.desk.routes.tsx'
import { olympiadDetailRoutes } from './olympiad.detail.routes.tsx'
import { OlympiadsPage } from './olympiad.page.tsx'
import { olympiads } from './olympiad.store.ts'
import { panelRoutes } from './panel.routes.tsx'
import { paperDeskRoutes } from './paper.desk.routes.tsx'
import { paperRoutes } from './paper.routes.tsx'
import { proposalDeskRoutes } from './proposal.desk.routes.tsx'
import { proposalRoutes } from './proposal.routes.tsx'
import { reasonRoutes } from './reason.routes.ts'
import { recountRoutes } from './recount.routes.ts'
import { renewalRoutes } from './renewal.routes.tsx'
import { reportRoutes } from './report.routes.tsx'
import { roundDeskRoutes } from './round.desk.routes.tsx'
import { verdictRoutes } from './verdict.routes.tsx'
import { voteRoutes } from './vote.routes.tsx'

/** Every URL of this domain. */
export function olympiadRoutes(): Hono<PeopleEnv> {
  return new Hono<PeopleEnv>()
    .get('/olympiades', publicPage, showOlympiads)
    .route('/', groupRoutes()) //          /werkgroepen
    .route('/', changeProposalRoutes()) // /olympiades/voorstellen
    .route('/', reportRoutes()) //         /olympiades/…/verslag
    .route('/', bundleRoutes()) //         /bundels  /redactie/bundels
    .route('/', logRoutes()) //            /olympiades/…/logboek
    .route('/', olympiadDeskRoutes()) //   /redactie/olympiades
    .route('/', chairRoutes()) //          /olympiades/…/voorzitter
    .route('/', charterRoutes()) //        /olympiades/…/voorzitter/spelregels
    .route('/', roundDeskRoutes()) //      /olympiades/…/voorzitter/rondes
    .route('/', flagRoutes()) //           /olympiades/…/voorzitter/rondes/…/signalen
    .route('/', invitationRoutes()) //     /olympiades/…/voorzitter/panel
    .route('/', paperDeskRoutes()) //      /olympiades/…/voorzitter/papier
    .route('/', paperRoutes()) //          /olympiades/…/papier
    .route('/', moderationRoutes()) //     /olympiades/…/toelating
    .route('/', proposalDeskRoutes()) //   /olympiades/…/voorzitter/voorstellen
    .route('/', renewalRoutes()) //        /olympiades/…/meedoen/kwijt
    .route('/', agendaDeskRoutes()) //     /olympiades/…/voorzitter/agenda
    .route('/', panelRoutes()) //          /olympiades/…/meedoen
    .route('/', proposalRoutes()) //       /olympiades/…/voorstel
    .route('/', voteRoutes()) //           /olympiades/…/zin
    .route('/', recountRoutes()) //        /olympiades/…/hertelling.json
    .route('/', namedRoutes()) //          /olympiades/…/rondes/…/wie
    .route('/', reasonRoutes()) //         /olympiades/…/rondes/…/redenen
    .route('/', verdictRoutes()) //        /olympiades/…/uitslag
    .route('/', hallRoutes()) //           /doe-mee  /olympiades/…/programma  /olympiades/…/live
    .route('/', olympiadDetailRoutes()) // /olympiades/…
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
