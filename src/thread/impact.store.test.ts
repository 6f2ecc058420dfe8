import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { after, before, test } from 'node:test'
import { testDatabase } from '../../test/database.ts'
import { type Database, inTransaction } from '../foundation/db/index.ts'
import { decideImpact, impactOf, openImpact } from './impact.store.ts'
import { origin } from './origin.store.ts'
import { day, published } from './thread.fixture.ts'
import { withdrawUtterancesOf } from './utterance.store.ts'

let database: Database
before(async () => {
  database = await testDatabase()
})
after(() => database.close())

const editor = randomUUID()
const decision = { name: 'Noor Wever', reason: 'De kern is gelijk gebleven.', by: editor, at: day(2, 1) }

async function scene() {
  const { db } = database
  const standard = await published(db, { kind: 'standard', title: 'Eigen kracht' })
  const line = await published(db, { kind: 'line', title: 'zin', links: [{ kind: 'asks about', item: standard.item }] })
  const course = await published(db, {
    kind: 'course',
    title: 'training',
    links: [{ kind: 'teaches', item: standard.item }],
  })
  return { db, standard, line, course, draft: { draft: randomUUID(), items: [standard.item] } }
}

test('every link to the old text waits for a decision; accepted ones move, the others stay', async () => {
  const { db, standard, line, course, draft } = await scene()
  const rows = await impactOf(db, draft)
  assert.deepEqual(
    rows.map(({ kind, from, to, decision: made }) => [kind, from.title, to.title, to.number, made]),
    [
      ['asks about', 'zin', 'Eigen kracht', 1, undefined],
      ['teaches', 'training', 'Eigen kracht', 1, undefined],
    ],
  )
  assert.equal(await openImpact(db, draft), 2)
  const [first, second] = rows
  assert.ok(first && second)
  await decideImpact(db, draft, { ...decision, links: [first.link], outcome: 'accept' })
  assert.equal(await openImpact(db, draft), 1)
  await decideImpact(db, draft, {
    ...decision,
    links: [second.link],
    outcome: 'adapt',
    reason: 'De oefening moet anders.',
  })
  assert.equal(await openImpact(db, draft), 0)
  assert.equal((await impactOf(db, draft))[1]?.decision?.reason, 'De oefening moet anders.')
  assert.equal((await impactOf(db, draft))[0]?.decision?.name, 'Noor Wever')

  await published(db, {
    item: standard.item,
    kind: 'standard',
    title: 'Eigen kracht nu',
    at: day(3, 1),
    draft: draft.draft,
  })
  const meant = async (item: string, at: Date) => (await origin(db, item, { at }))?.upstream.stops[0]?.number
  assert.deepEqual([await meant(line.item, day(2, 15)), await meant(line.item, day(3, 15))], [1, 2])
  assert.deepEqual([await meant(course.item, day(2, 15)), await meant(course.item, day(3, 15))], [1, 1])
  const later = { draft: randomUUID(), items: [standard.item] }
  assert.deepEqual(
    (await impactOf(db, later)).map(({ from, to }) => [from.title, to.number]),
    [
      ['training', 1],
      ['zin', 2],
    ],
  )
})

test('one decision about several links leaves a row for each, whose words are its own; a stranger among them stops all', async () => {
  const { db, draft } = await scene()
  const links = (await impactOf(db, draft)).map(({ link }) => link)
  const all = { ...decision, outcome: 'accept' as const, reason: 'Het blijft waar.' }
  await assert.rejects(decideImpact(db, draft, { ...all, links: [...links, randomUUID()] }), /Er is niets vastgelegd/)
  assert.equal(await openImpact(db, draft), links.length)
  await decideImpact(db, draft, { ...all, links })
  assert.equal(await openImpact(db, draft), 0)
  const { rows } = await db.$client.query(
    'select count(*)::int as rows, count(distinct reason)::int as reasons from thread.impact_decision where draft = $1',
    [draft.draft],
  )
  assert.deepEqual(rows, [{ rows: links.length, reasons: links.length }])
})

test('what the draft itself publishes anew is no impact, and nothing is the impact of nothing', async () => {
  const { db, standard, line, course, draft } = await scene()
  assert.equal(await openImpact(db, { ...draft, items: [standard.item, line.item, course.item] }), 0)
  assert.deepEqual(await impactOf(db, { ...draft, items: [] }), [])
  assert.equal(await openImpact(db, { ...draft, items: [] }), 0)
})

test('a decision can be changed, only about a link that is there, and its words can be erased', async () => {
  const { db, draft } = await scene()
  const [row] = await impactOf(db, draft)
  assert.ok(row)
  await decideImpact(db, draft, { ...decision, links: [row.link], outcome: 'accept' })
  await decideImpact(db, draft, { ...decision, links: [row.link], outcome: 'adapt', reason: 'Toch niet.' })
  const [changed] = await impactOf(db, draft)
  assert.deepEqual([changed?.decision?.outcome, changed?.decision?.reason], ['adapt', 'Toch niet.'])
  await assert.rejects(
    decideImpact(db, draft, { ...decision, links: [randomUUID()], outcome: 'accept' }),
    /intussen veranderd/,
  )
  await withdrawUtterancesOf(db, editor, day(5, 1))
  const [erased] = await impactOf(db, draft)
  assert.deepEqual([erased?.decision?.name, erased?.decision?.reason, erased?.decision?.outcome], [null, null, 'adapt'])
})

test('between the last count and the publication nothing new can be built on the old text', async () => {
  const { db, standard, draft } = await scene()
  let tied: Promise<unknown> | undefined
  const order: string[] = []
  await inTransaction(db, async (tx) => {
    await openImpact(tx, draft)
    tied = published(db, { links: [{ kind: 'builds on', item: standard.item }] }).then(() => order.push('tied'))
    await new Promise((resolve) => setTimeout(resolve, 150))
    order.push('published')
  })
  await tied
  assert.deepEqual(order, ['published', 'tied'])
})
