import { join } from 'node:path'
import { Hono } from 'hono'
import { closeParts, type TestParts, testParts, Visit } from '../../test/parts.ts'
import { settleWorld } from '../../test/world.ts'
import { house, sessionCookieName } from '../foundation/http/index.ts'
import { randomToken, sha256 } from '../foundation/seal.ts'
import { type PeopleEnv, peopleRoutes, whoIsHere } from '../people/index.ts'
import { threadRoutes } from '../thread/index.ts'
import { loadStandards } from './content.store.ts'
import { fixedWords } from './fixed.part.tsx'
import { standardsApi } from './norm.routes.ts'
import { standardsRoutes } from './standards.routes.tsx'

/** This room of the site on a database of its own, with the content and the cast in it: for tests. */
export interface Room {
  parts: TestParts
  visitor: Visit
  /** The text of a page as a visitor gets it; throws when the status is another one. */
  read(path: string, expected?: number): Promise<string>
  /** Signs in someone of the cast, second factor included; `page` is where the session's token is read from. */
  as(person: string, page: string): Promise<Visit>
  close(): Promise<void>
}

/** Opens the room on 23 November 2026, in the morning. */
export async function openRoom(): Promise<Room> {
  const parts = await testParts()
  const now = new Date('2026-11-23T10:00:00Z')
  parts.clockAt.now = now
  await loadStandards(parts.database.db, { contentDir: join(import.meta.dirname, '../../content'), now })
  await settleWorld(parts.database.db, { now })
  const rooms = new Hono<PeopleEnv>()
  rooms.use(whoIsHere)
  rooms.route('/', standardsRoutes({ taught: async () => [] }))
  rooms.route('/api/v1', standardsApi())
  rooms.route('/', threadRoutes(fixedWords))
  rooms.route('/', peopleRoutes())
  const app = house(parts).route('/', rooms)
  const visitor = new Visit(app)
  return {
    parts,
    visitor,
    async read(path, expected = 200) {
      const { status, text } = await visitor.get(path)
      if (status !== expected) throw new Error(`${path} answered ${status}: ${text.slice(0, 300)}`)
      return text
    },
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
    close: () => closeParts(parts),
  }
}

/** What an editor may send as the text of a standard. */
export const standardForm = (more: Record<string, string> = {}): Record<string, string | string[]> => ({
  versie: '1',
  naam: 'Op de vraag af',
  code: 'K2',
  kern: 'Je gaat erheen en luistert.',
  knoop: 'werplijn',
  over: 'professional',
  themas: 'contact maken',
  inwoner: 'Ik word gehoord.',
  inwonerPunten: 'Je komt langs.\nJe luistert.',
  professional: 'Ik ga erheen.',
  professionalPunten: 'Ik bel aan.\nIk vraag door.',
  organisatie: 'Wij geven tijd.',
  organisatiePunten: 'Wij plannen ruim.\nWij vertrouwen.',
  klantgerichtheid: 'a',
  effectiviteit: 'b',
  doelmatigheid: 'c',
  duurzaamheid: 'd',
  invulling: 'Ga erheen.',
  maatstaven: 'Mensen zeggen dat je luistert.',
  aansluiting: 'bakens/baken-3: Direct erop af.',
  opening: 'Denk aan vandaag.',
  vragen: 'Een?\nTwee?\nDrie?\nVier?',
  afsluiting: 'Spreek iets af.',
  titel: 'Iemand komt langs',
  verwachten: 'Iemand luistert.',
  vragenInwoner: 'Waarom kom je?',
  anders: 'Zeg het.',
  'voor[]': ['professional'],
  'competenties[]': [],
  ...more,
})
