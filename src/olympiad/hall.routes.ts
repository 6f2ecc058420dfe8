import { Hono } from 'hono'
import type { PeopleEnv } from '../people/index.ts'
import { liveDeskRoutes } from './live.desk.routes.tsx'
import { liveRoutes } from './live.routes.tsx'
import { programmeDeskRoutes } from './programme.desk.routes.tsx'
import { programmeRoutes } from './programme.routes.tsx'
import { signupDeskRoutes } from './signup.desk.routes.tsx'
import { signupRoutes } from './signup.routes.tsx'
import { tableRoutes } from './table.routes.tsx'

/** The day and the room: programme, signing up, tables. */
export function hallRoutes(): Hono<PeopleEnv> {
  return new Hono<PeopleEnv>()
    .route('/', programmeRoutes())
    .route('/', signupRoutes())
    .route('/', programmeDeskRoutes())
    .route('/', signupDeskRoutes())
    .route('/', tableRoutes())
    .route('/', liveRoutes())
    .route('/', liveDeskRoutes())
}
