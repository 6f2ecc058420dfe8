import { Hono } from 'hono'
import { z } from 'zod'
import type { Db } from '../foundation/db/index.ts'
import { allow, page, readForm, startSession } from '../foundation/http/index.ts'
import type { PeopleContext, PeopleEnv } from './access.ts'
import { type CastMember, DemoPage, type DemoRoom } from './demo.page.tsx'
import { findPerson } from './person.store.ts'

const BecomeForm = z.object({ persoon: z.string() })

/** Only in a trial installation: become anyone of the cast, second factor included; `roomsNow`: what anyone may join. */
export function demoRoutes(
  cast: readonly CastMember[],
  roomsNow: (db: Db, now: Date) => Promise<DemoRoom[]> = async () => [],
): Hono<PeopleEnv> {
  const app = new Hono<PeopleEnv>()
  const demoPage = async (c: PeopleContext, wrong: boolean) =>
    page(
      c,
      { title: 'Word iemand anders', robots: 'noindex', errors: wrong ? 1 : 0 },
      <DemoPage cast={cast} rooms={await roomsNow(c.var.db, c.var.now)} wrong={wrong} />,
    )

  app.get('/demo', (c) => {
    allow(c.var.config.demo)
    return demoPage(c, false)
  })

  app.post('/demo/inloggen', async (c) => {
    allow(c.var.config.demo)
    const form = readForm(c, BecomeForm)
    const member = form.ok ? cast.find((one) => one.key === form.value.persoon) : undefined
    const person = member && (await findPerson(c.var.db, member.id))
    if (!person) return demoPage(c, true)
    await startSession(c, person.id, { secondFactor: true })
    return c.redirect('/mijn', 303)
  })

  return app
}
