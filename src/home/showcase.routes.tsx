import { Hono } from 'hono'
import { page } from '../foundation/http/index.ts'
import { Showcase, showcaseHead } from '../foundation/ui/index.ts'
import type { PeopleEnv } from '../people/index.ts'

/** Every part of the house in every state, for whoever builds; never where people work with it. */
export function showcaseRoutes(): Hono<PeopleEnv> {
  return new Hono<PeopleEnv>().get('/bouwstenen', (c) => page(c, showcaseHead, <Showcase />))
}
