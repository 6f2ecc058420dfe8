import { Hono } from 'hono'
import { page, publicPage, unlogged } from '../foundation/http/index.ts'
import type { PeopleEnv } from '../people/index.ts'
import { AccountPage } from './account.page.tsx'
import { latestFigures } from './contribution.store.ts'
import { keptRoutes } from './kept.routes.tsx'
import { monthInDutch, type ReflectionParts } from './parts.ts'
import { questionRoutes } from './question.routes.tsx'
import { resultRoutes } from './result.routes.tsx'

/** Every address of the reflection. */
export function reflectionRoutes(parts: ReflectionParts): Hono<PeopleEnv> {
  const { account, instruments } = parts
  return new Hono<PeopleEnv>()
    .use('/reflectie/*', unlogged)
    .route('/', questionRoutes(parts))
    .route('/', resultRoutes(parts))
    .route('/', keptRoutes(parts))
    .get('/reflectie/verantwoording', publicPage, async (c) => {
      const latest = await latestFigures(c.var.db, instruments.current.edition)
      const figures = latest && { figures: latest.figures, month: monthInDutch(latest.month) }
      const head = { title: account.title, description: account.description, canonical: '/reflectie/verantwoording' }
      return page(c, head, <AccountPage account={account} instrument={instruments.current} figures={figures} />)
    })
}
