import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { after, before, test } from 'node:test'
import fc from 'fast-check'
import { testDatabase } from '../../test/database.ts'
import type { Database } from '../foundation/db/index.ts'
import { endLink, link } from './link.store.ts'
import { builtOn, origin } from './origin.store.ts'
import { day, published } from './thread.fixture.ts'

let database: Database
before(async () => {
  database = await testDatabase()
})
after(() => database.close())

const titles = (direction: { stops: { title: string }[] }) => direction.stops.map(({ title }) => title)

test('all the way up and all the way down, nearest first, with what ties them', async () => {
  const { db } = database
  const quote = await published(db, { kind: 'quote', title: 'citaat' })
  const practice = await published(db, {
    kind: 'practice',
    title: 'praktijk',
    links: [{ kind: 'builds on', item: quote.item }],
  })
  const standard = await published(db, {
    kind: 'standard',
    title: 'kenmerk',
    links: [{ kind: 'builds on', item: practice.item }],
  })
  const line = await published(db, { kind: 'line', title: 'zin', links: [{ kind: 'asks about', item: standard.item }] })
  const found = await origin(db, standard.item, { at: day(6, 1) })
  assert.deepEqual([found?.start?.title, found?.item.word], ['kenmerk', 'kenmerk'])
  assert.ok(found)
  assert.deepEqual(titles(found.upstream), ['praktijk', 'citaat'])
  assert.deepEqual(titles(found.downstream), ['zin'])
  assert.deepEqual(
    found.upstream.stops.map(({ depth, via }) => [depth, via.item, via.kind]),
    [
      [1, standard.item, 'builds on'],
      [2, practice.item, 'builds on'],
    ],
  )
  assert.deepEqual(found.downstream.stops[0]?.via, { item: standard.item, kind: 'asks about' })
  assert.deepEqual(titles((await origin(db, line.item, { at: day(6, 1) }))?.upstream ?? { stops: [] }), [
    'kenmerk',
    'praktijk',
    'citaat',
  ])
})

test('what was built directly on something is all that is told of it, and nothing of what came after', async () => {
  const { db } = database
  const practice = await published(db, { kind: 'practice', title: 'praktijk' })
  const on = (item: string) => [{ kind: 'builds on' as const, item }]
  const first = await published(db, { kind: 'factor', title: 'eerste', at: day(2, 1), links: on(practice.item) })
  await published(db, { kind: 'factor', title: 'tweede', at: day(3, 1), links: on(practice.item) })
  await published(db, { kind: 'standard', title: 'verder', at: day(4, 1), links: on(first.item) })
  const built = await builtOn(db, practice.item, { at: day(6, 1) })
  assert.deepEqual(titles(built), ['tweede', 'eerste'])
  assert.deepEqual([built.total, built.more], [2, false])
  assert.deepEqual(titles(await builtOn(db, practice.item, { at: day(2, 15) })), ['eerste'])
  assert.deepEqual(titles(await builtOn(db, randomUUID(), { at: day(6, 1) })), [])
})

test('at every date the origin of that date', async () => {
  const { db } = database
  const old = await published(db, { title: 'oud', at: day(1, 1) })
  const fresh = await published(db, { title: 'nieuw', at: day(2, 1) })
  const text = { item: randomUUID(), links: [{ kind: 'builds on' as const, item: old.item }] }
  await published(db, { ...text, title: 'eerste', at: day(3, 1) })
  await published(db, { ...text, title: 'tweede', at: day(4, 1), links: [{ kind: 'builds on', item: fresh.item }] })
  for (const [at, start, above] of [
    [day(2, 15), undefined, []],
    [day(3, 1), 'eerste', ['oud']],
    [day(3, 31), 'eerste', ['oud']],
    [day(4, 1), 'tweede', ['nieuw']],
    [day(12, 1), 'tweede', ['nieuw']],
  ] as const) {
    const found = await origin(db, text.item, { at })
    assert.equal(found?.start?.title, start)
    assert.deepEqual(titles(found?.upstream ?? { stops: [] }), above)
  }
  assert.equal(await origin(db, randomUUID(), { at: day(3, 1) }), undefined)
})

test('a stop keeps the text that was meant, and says that there is a newer one', async () => {
  const { db } = database
  const base = await published(db, { title: 'toen' })
  const above = await published(db, { title: 'bouwsel', links: [{ kind: 'builds on', item: base.item }] })
  await published(db, { item: base.item, title: 'nu', at: day(2, 1) })
  const [stop] = (await origin(db, above.item, { at: day(3, 1) }))?.upstream.stops ?? []
  assert.deepEqual([stop?.title, stop?.number, stop?.latest], ['toen', 1, 2])
})

test('a link that ended is gone from now on, and only from now on', async () => {
  const { db } = database
  const base = await published(db, { title: 'basis' })
  const top = await published(db, { title: 'top' })
  const tie = { kind: 'builds on' as const, from: top, to: base, at: day(2, 1), by: null }
  const { id } = await link(db, tie)
  assert.deepEqual(await link(db, tie), { id }, 'the same tie twice is one')
  assert.equal(await endLink(db, id, { at: day(3, 1), by: null }), true)
  assert.equal(await endLink(db, id, { at: day(4, 1), by: null }), false)
  const seen = async (at: Date) => (await origin(db, top.item, { at }))?.upstream.total
  assert.deepEqual([await seen(day(1, 15)), await seen(day(2, 15)), await seen(day(3, 15))], [0, 1, 0])
  await assert.rejects(link(db, { ...tie, to: top }), /link_not_to_itself/)
})

test('six who tie the same at one moment make one tie', async () => {
  const { db } = database
  const [base, top] = [await published(db, { title: 'onder' }), await published(db, { title: 'boven' })]
  const tie = { kind: 'builds on' as const, from: top, to: base, at: day(2, 1), by: null }
  const ties = await Promise.all(Array.from({ length: 6 }, () => link(db, tie)))
  assert.equal(new Set(ties.map(({ id }) => id)).size, 1)
})

test('five hundred are shown at most, and the rest is counted', async () => {
  const { db } = database
  const base = await published(db, { title: 'veelgebruikt' })
  for (let index = 0; index < 12; index++)
    await published(db, { title: `nummer ${index}`, links: [{ kind: 'builds on', item: base.item }] })
  const few = await origin(db, base.item, { at: day(6, 1), stops: 5 })
  assert.deepEqual([few?.downstream.stops.length, few?.downstream.total, few?.downstream.more], [5, 12, false])
  const many = await origin(db, base.item, { at: day(6, 1), stops: 100_000 })
  assert.equal(many?.downstream.stops.length, 12)
})

/** The same question to a plain model: breadth first, everything once, never the start itself. */
function reach(links: [number, number][], start: number): Map<number, number> {
  const depths = new Map([[start, 0]])
  let frontier = [start]
  for (let depth = 1; frontier.length > 0; depth++) {
    const next = links.filter(([from, to]) => frontier.includes(from) && !depths.has(to)).map(([, to]) => to)
    frontier = [...new Set(next)]
    for (const one of frontier) depths.set(one, depth)
  }
  depths.delete(start)
  return depths
}

test('on any graph, with circles too, the origin is what a plain walk finds', async () => {
  const { db } = database
  const size = 9
  const node = fc.nat({ max: size - 1 })
  const graph = fc.uniqueArray(
    fc.tuple(node, node).filter(([from, to]) => from !== to),
    {
      maxLength: 24,
      selector: ([from, to]) => `${from}-${to}`,
    },
  )
  await fc.assert(
    fc.asyncProperty(graph, node, async (links, start) => {
      const items = await Promise.all(
        Array.from({ length: size }, (_, index) => published(db, { title: String(index) })),
      )
      for (const [from, to] of links) {
        const [one, other] = [items[from], items[to]]
        assert.ok(one && other)
        await link(db, { kind: 'builds on', from: one, to: other, at: day(2, 1), by: null })
      }
      const found = await origin(db, items[start]?.item ?? '', { at: day(3, 1), stops: 500 })
      assert.ok(found)
      const shown = (direction: typeof found.upstream) =>
        new Map(direction.stops.map(({ title, depth }) => [Number(title), depth] as const).sort(([a], [b]) => a - b))
      const expected = (edges: [number, number][]) => new Map([...reach(edges, start)].sort(([a], [b]) => a - b))
      assert.deepEqual(shown(found.upstream), expected(links))
      assert.deepEqual(shown(found.downstream), expected(links.map(([from, to]) => [to, from])))
      assert.equal(found.upstream.total, found.upstream.stops.length)
    }),
    { numRuns: 25 },
  )
})
