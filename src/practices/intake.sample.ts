import { Hono } from 'hono'
import { BASE_URL, closeParts, type TestParts, testParts, Visit } from '../../test/parts.ts'
import { settleWorld } from '../../test/world.ts'
import { house, sessionCookieName } from '../foundation/http/index.ts'
import { randomToken, sha256 } from '../foundation/seal.ts'
import { type PeopleEnv, whoIsHere } from '../people/index.ts'
import { callRoutes } from './call.routes.tsx'
import { nominationRoutes } from './nomination.routes.tsx'

/** The side of the calls and nominations on a database of its own, with the cast in it: for tests. */
export interface Intake {
  parts: TestParts
  visit(): Visit
  /** Signs in someone of the cast, second factor included; `page` is where the session's token is read from. */
  as(person: string, page: string): Promise<Visit>
  /** Sends a form with a file from someone's browser. */
  upload(visit: Visit, path: string, fields: Record<string, string | File>): Promise<Response>
  close(): Promise<void>
}

/** Opens it on 23 November 2026, in the morning. */
export async function openIntake(): Promise<Intake> {
  const parts = await testParts()
  parts.clockAt.now = new Date('2026-11-23T10:00:00Z')
  await settleWorld(parts.database.db, { now: parts.clockAt.now })
  const rooms = new Hono<PeopleEnv>().use(whoIsHere).route('/', callRoutes()).route('/', nominationRoutes())
  const app = house(parts).route('/', rooms)
  return {
    parts,
    visit: () => new Visit(app),
    async as(person, page) {
      const visit = new Visit(app)
      const token = randomToken()
      await parts.database.pool.query(
        `insert into house.session (token_hash, subject, label, started_at, seen_at, second_factor_at)
         values ($1, $2, 'Test', $3, $3, $3)`,
        [sha256(token), person, parts.clockAt.now],
      )
      visit.cookies.set(sessionCookieName(parts.config.secure), token)
      await visit.get(page)
      return visit
    },
    async upload(visit, path, fields) {
      const body = new FormData()
      for (const [name, value] of Object.entries({ ...fields, _token: visit.token })) body.append(name, value)
      const cookie = [...visit.cookies].map(([name, value]) => `${name}=${value}`).join('; ')
      const headers = { cookie, origin: BASE_URL, 'sec-fetch-site': 'same-origin' }
      return app.fetch(new Request(new URL(path, BASE_URL), { method: 'POST', body, headers }))
    },
    close: () => closeParts(parts),
  }
}
