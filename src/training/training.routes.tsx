import { Hono } from 'hono'
import type { PeopleEnv } from '../people/index.ts'
import { catalogueAddressRoutes } from './catalogue-address.desk.routes.tsx'
import { checkDeskRoutes } from './check.desk.routes.tsx'
import { courseDeskRoutes } from './course.desk.routes.tsx'
import { courseRoutes } from './course.routes.tsx'
import { domainDeskRoutes } from './domain.desk.routes.tsx'
import { findingRoutes } from './finding.routes.tsx'
import { importDeskRoutes } from './import.desk.routes.tsx'
import { learningFormDeskRoutes } from './learning-form.desk.routes.tsx'
import { moduleDeskRoutes } from './module.desk.routes.tsx'
import { moduleCheckRoutes } from './module-check.desk.routes.tsx'
import { oeapiRoutes } from './oeapi.routes.ts'
import { offeringDeskRoutes } from './offering.desk.routes.tsx'
import { providerDeskRoutes } from './provider.desk.routes.tsx'
import { reminderRoutes } from './reminder.routes.tsx'
import { teachingDeskRoutes } from './teaching.desk.routes.tsx'
import { waysRoutes } from './ways.routes.tsx'

/** Every URL of this domain. Courses come last: their pages take any word below /scholing as a slug. */
export function trainingRoutes(): Hono<PeopleEnv> {
  return new Hono<PeopleEnv>()
    .route('/', findingRoutes()) //             /scholing  /scholing/kaart
    .route('/', waysRoutes()) //                /scholing/leervormen  …/aanbieders  …/materiaal  /leervormen.atom  /leermaterialen.atom
    .route('/', courseDeskRoutes()) //          /scholing/aanbieder/trainingen
    .route('/', offeringDeskRoutes()) //        /scholing/aanbieder/trainingen/…/data
    .route('/', teachingDeskRoutes()) //        /scholing/aanbieder/trainingen/…/kenmerken
    .route('/', moduleDeskRoutes()) //          /scholing/aanbieder/materiaal
    .route('/', importDeskRoutes()) //          /scholing/aanbieder/aanleveringen
    .route('/', catalogueAddressRoutes()) //    /scholing/aanbieder/…/adressen
    .route('/', domainDeskRoutes()) //          /redactie/scholing/domeinen
    .route('/', providerDeskRoutes()) //        /scholing/aanbieder
    .route('/', learningFormDeskRoutes()) //    /redactie/scholing/leervormen
    .route('/', moduleCheckRoutes()) //         /redactie/scholing/materiaal
    .route('/', checkDeskRoutes()) //           /redactie/scholing
    .route('/', reminderRoutes()) //            /scholing/vraag  /scholing/…/herinnering
    .route('/', oeapiRoutes()) //               /oeapi/v6
    .route('/', courseRoutes()) //              /scholing/…
}
