import { Hono } from 'hono'
import { closeParts, type TestParts, testParts, Visit } from '../../test/parts.ts'
import { settleWorld } from '../../test/world.ts'
import { DAY, after as later } from '../foundation/clock.ts'
import { house, sessionCookieName } from '../foundation/http/index.ts'
import { readPost } from '../foundation/mail/index.ts'
import { deriveKey, keyedHash, randomToken, sha256 } from '../foundation/seal.ts'
import { type PeopleEnv, whoIsHere } from '../people/index.ts'
import { olympiadRoutes } from './olympiad.routes.tsx'
import { noon } from './olympiad.sample.ts'

/** The Olympiades on a database of their own: for tests that ask the real routes. */
export interface Room {
  parts: TestParts
  visitor(): Visit
  /** Signs in someone of the cast, second factor included. */
  as(person: { id: string }): Promise<Visit>
  /** The links of the invitations that were mailed, by address. */
  links(): Promise<Map<string, string>>
  close(): Promise<void>
}

/** Opens the room at noon. */
export async function openRoom(): Promise<Room> {
  const parts = await testParts()
  parts.clockAt.now = noon
  await settleWorld(parts.database.db, { now: later(noon, -40 * DAY) })
  const rooms = new Hono<PeopleEnv>().use(whoIsHere).route('/', olympiadRoutes())
  const app = house(parts).route('/', rooms)
  return {
    parts,
    visitor: () => new Visit(app),
    async as({ id }) {
      const visit = new Visit(app)
      const token = randomToken()
      const { rows } = await parts.database.pool.query<{ id: string }>(
        `insert into house.session (token_hash, subject, label, started_at, seen_at, second_factor_at)
         values ($1, $2, 'Test', $3, $3, $3) returning id`,
        [sha256(token), id, parts.clockAt.now],
      )
      visit.cookies.set(sessionCookieName(parts.config.secure), token)
      visit.token = keyedHash(deriveKey(parts.config.secretKey, 'form token'), rows[0]?.id ?? '')
      return visit
    },
    async links() {
      const post = await readPost(parts.database.db, parts.config.secretKey, 200)
      const found = post.flatMap(({ to, text }): [string, string][] => {
        const path = /https?:\/\/[^/\s]+(\/olympiades\/\S+sleutel=\S+)/.exec(text ?? '')?.[1]
        return to && path ? [[to, path]] : []
      })
      return new Map(found)
    },
    close: () => closeParts(parts),
  }
}
