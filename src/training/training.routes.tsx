import { Hono } from 'hono'
import type { PeopleEnv } from '../people/index.ts'
import { overviewRoutes } from './overview.routes.tsx'

/** Every URL of this domain. */
export function trainingRoutes(): Hono<PeopleEnv> {
  return new Hono<PeopleEnv>().route('/', overviewRoutes())
}
