import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { Hono } from 'hono'
import { closeParts, type TestParts, testParts, Visit } from '../../test/parts.ts'
import { cast, people, settleWorld } from '../../test/world.ts'
import { inTransaction } from '../foundation/db/index.ts'
import { house } from '../foundation/http/index.ts'
import { demoRoutes, type PeopleEnv, whoIsHere } from '../people/index.ts'
import { itemId, publishRevision } from '../thread/index.ts'
import { communityRoutes } from './community.routes.tsx'
import { eraseSaved, exportSaved, isSaved, savedBy } from './saved.store.ts'
import { MOST_SAVED } from './saved.ts'

let parts: TestParts
let open: () => Visit
const item = itemId('standard', 'saved-in-a-test')

before(async () => {
  parts = await testParts()
  const now = parts.clockAt.now
  await settleWorld(parts.database.db, { now })
  await inTransaction(parts.database.db, (tx) =>
    publishRevision(tx, {
      item,
      kind: 'standard',
      title: 'Op de vraag af',
      summary: 'Naar mensen toe.',
      body: {},
      url: '/kenmerken/op-de-vraag-af',
      by: null,
      at: now,
    }),
  )
  const app = house(parts)
  app.route('/', new Hono<PeopleEnv>().use(whoIsHere).route('/', demoRoutes(cast)).route('/', communityRoutes()))
  open = () => new Visit(app)
})
after(() => closeParts(parts))

async function as(key: string): Promise<Visit> {
  const visit = open()
  await visit.post('/demo/inloggen', { persoon: key })
  await visit.get('/bewaard')
  await visit.get('/demo')
  return visit
}

test('kept, found again, and let go', async () => {
  const visit = await as('noor')
  const { db } = parts.database
  assert.equal(
    (await visit.post('/bewaard', { item, verder: '/kenmerken/op-de-vraag-af' })).location,
    '/kenmerken/op-de-vraag-af',
  )
  assert.equal((await visit.post('/bewaard', { item })).location, '/bewaard', 'twice is once')
  assert.match((await visit.get('/bewaard')).text, /href="\/kenmerken\/op-de-vraag-af"/)
  assert.equal((await savedBy(db, people.noor.id)).length, 1)
  assert.equal(await isSaved(db, people.noor.id, item), true)
  assert.equal((await exportSaved(db, people.noor.id))[0]?.rows[0]?.titel, 'Op de vraag af')
  const other = await as('milan')
  await other.post(`/bewaard/${item}/einde`, {})
  assert.equal(await isSaved(db, people.noor.id, item), true, 'nobody lets go for someone else')
  assert.equal((await visit.post(`/bewaard/${item}/einde`, { verder: '//elders.example' })).location, '/bewaard')
  assert.equal(await isSaved(db, people.noor.id, item), false)
})

test('a visitor signs in first; what does not exist can’t be kept', async () => {
  assert.match((await open().post('/bewaard', { item })).location, /^\/inloggen/)
  assert.match((await open().get('/bewaard')).location, /^\/inloggen/)
  const visit = await as('noor')
  for (const wrong of ['', 'x', people.noor.id])
    assert.equal((await visit.post('/bewaard', { item: wrong })).status, 404)
  assert.equal((await visit.post('/bewaard/x/einde', {})).status, 404)
})

test('a heap is refused, and erasure forgets everything', async () => {
  const { db, pool } = parts.database
  await pool.query('insert into community.saved_item select $1, gen_random_uuid(), now() from generate_series(1, $2)', [
    people.milan.id,
    MOST_SAVED,
  ])
  const visit = await as('milan')
  assert.equal((await visit.post('/bewaard', { item })).status, 409)
  await eraseSaved(db, people.milan.id)
  assert.deepEqual((await exportSaved(db, people.milan.id))[0]?.rows, [])
})
