import { Hono } from 'hono'
import type { PeopleEnv } from '../people/index.ts'
import { caseRoutes } from './case.routes.ts'
import { catalogueRoutes } from './catalogue.routes.tsx'
import { draftRoutes } from './draft.routes.tsx'
import { editionRoutes } from './edition.routes.tsx'
import type { TaughtSlot } from './taught.part.tsx'

/** Every URL of this domain. */
export function standardsRoutes(parts: { taught: TaughtSlot }): Hono<PeopleEnv> {
  return new Hono<PeopleEnv>()
    .route('/', catalogueRoutes(parts))
    .route('/', editionRoutes())
    .route('/', draftRoutes())
    .route('/', caseRoutes())
}
