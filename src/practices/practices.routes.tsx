import { Hono } from 'hono'
import type { PeopleEnv } from '../people/index.ts'
import { assessmentRoutes } from './assessment.routes.tsx'
import type { StandardOptions } from './bank.desk.routes.tsx'
import { bankRoutes } from './bank.routes.tsx'
import { callRoutes } from './call.routes.tsx'
import { descriptionRoutes } from './description.routes.tsx'
import { flyerRoutes } from './flyer.routes.tsx'
import { interviewRoutes } from './interview.routes.tsx'
import { nominationRoutes } from './nomination.routes.tsx'
import { speakerRoutes } from './speaker.routes.tsx'

/** Every URL of this domain. The bank comes last: its pages take any word below /praktijken as a slug. */
export function practicesRoutes(parts: { standards: StandardOptions }): Hono<PeopleEnv> {
  return new Hono<PeopleEnv>()
    .route('/', callRoutes()) //             /oproepen  /redactie/oproepen
    .route('/', nominationRoutes()) //       /praktijken/aanmelden  /praktijken/aanmeldingen
    .route('/', assessmentRoutes()) //       /redactie/aanmeldingen  /praktijken/meelezen
    .route('/', interviewRoutes()) //        /redactie/praktijken/…/gesprekken
    .route('/', speakerRoutes()) //          /praktijken/teruglezen
    .route('/', descriptionRoutes()) //      /redactie/praktijken
    .route('/', flyerRoutes()) //            /praktijken/…/flyer
    .route('/', bankRoutes(parts)) //        /praktijken  /praktijken/kaart
}
