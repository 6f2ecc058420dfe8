import { Hono } from 'hono'
import { closeParts, type TestParts, testParts, Visit } from '../../test/parts.ts'
import { cast, settleWorld } from '../../test/world.ts'
import { house } from '../foundation/http/index.ts'
import { demoRoutes, type PeopleEnv, whoIsHere } from '../people/index.ts'
import { itemId, publishRevision } from '../thread/index.ts'
import { bankRoutes } from './bank.routes.tsx'
import { type ListingSample, sampleListings, settleSamples } from './listing.sample.ts'
import { practiceApi } from './practice.api.routes.ts'

/** A bank with eighty made-up practices on a house of its own, for tests. */
export interface TestBank {
  parts: TestParts
  samples: ListingSample[]
  /** The one the tests work on: its people have an address, and something was built on it. */
  first: ListingSample
  second: ListingSample
  /** A standard on the thread. */
  standard: string
  /** What builds on the first. */
  built: string
  visit(): Visit
  /** Someone of the cast, signed in. */
  as(key: string): Promise<Visit>
  close(): Promise<void>
}

export async function openBank(): Promise<TestBank> {
  const samples = sampleListings(80, 7)
  const [first, second] = samples as [ListingSample, ListingSample]
  const standard = itemId('standard', 'bank-test')
  const built = itemId('factor', 'bank-test')
  const parts = await testParts()
  const { db, pool } = parts.database
  const now = parts.clockAt.now
  await settleWorld(db, { now })
  await settleSamples(db, samples, now)
  await pool.query('update practices.practice set owner_mail = $2 where id = $1', [
    first.practice,
    'eigenaar@vlier.example',
  ])
  const shared = { body: {}, by: null, at: now, summary: 'Kort gezegd.' }
  const [at, links] = ['/kenmerken/op-de-vraag-af', [{ kind: 'builds on' as const, item: first.item }]]
  await publishRevision(db, { ...shared, item: standard, kind: 'standard', title: 'Op de vraag af', url: at })
  await publishRevision(db, { ...shared, item: built, kind: 'factor', title: 'Samen eten', url: '/factor', links })
  const app = house(parts)
  const rooms = new Hono<PeopleEnv>().use(whoIsHere).route('/', demoRoutes(cast))
  rooms.route(
    '/',
    bankRoutes({ standards: async () => [{ item: standard, name: 'Op de vraag af', list: 'Kenmerken' }] }),
  )
  app.route('/', rooms.route('/api/v1', practiceApi()))
  const visit = () => new Visit(app)
  return {
    ...{ parts, samples, first, second, standard, built, visit },
    async as(key) {
      const one = visit()
      await one.post('/demo/inloggen', { persoon: key })
      await one.get('/demo')
      return one
    },
    close: () => closeParts(parts),
  }
}
