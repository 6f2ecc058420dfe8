import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { after, before, test } from 'node:test'
import pg from 'pg'
import { testDatabase } from '../../test/database.ts'
import type { Database } from '../foundation/db/index.ts'
import { publishRevision, readItem, readRevision, revisionsOf } from './revision.store.ts'
import { isGenuine } from './revision.ts'
import { day, draftOf, published } from './thread.fixture.ts'

let database: Database
before(async () => {
  database = await testDatabase()
})
after(() => database.close())

test('a text becomes a revision, and a changed text the next one', async () => {
  const { db } = database
  const text = draftOf({
    title: 'Eigen kracht',
    body: { punten: ['a', { é: 1.5, b: null }] },
    dated: '2013',
    note: 'Van ons.',
  })
  const first = await publishRevision(db, text)
  assert.deepEqual([first.item, first.number, first.changed], [text.item, 1, true])
  const second = await publishRevision(db, { ...text, title: 'Eigen krachten', at: day(2, 1) })
  assert.deepEqual([second.item, second.number, second.changed], [text.item, 2, true])
  const item = await readItem(db, first.item)
  assert.deepEqual([item?.latest, item?.revision.title, item?.word], [2, 'Eigen krachten', 'pagina'])
  assert.equal((await readRevision(db, first.item, 1))?.title, 'Eigen kracht')
  assert.deepEqual(
    (await revisionsOf(db, first.item)).map(({ number }) => number),
    [2, 1],
  )
})

test('the same text again adds nothing, also when its address moved', async () => {
  const { db } = database
  const text = draftOf()
  const first = await publishRevision(db, text)
  const again = await publishRevision(db, { ...text, url: '/elders', at: day(5, 1) })
  assert.deepEqual(again, { ...first, changed: false })
  assert.equal((await readItem(db, first.item))?.url, '/elders')
})

test('a new item gets an id of its own', async () => {
  const { item: _, ...text } = draftOf()
  const one = await publishRevision(database.db, text)
  const other = await publishRevision(database.db, text)
  assert.notEqual(one.item, other.item)
})

test('every fingerprint can be made again from what is stored, and holds the one before', async () => {
  const { db } = database
  const text = draftOf({
    kind: 'standard',
    body: { z: 1, a: ['ë', { b: true }], 10: 1e21 },
    fictional: true,
    dated: '2013',
  })
  await publishRevision(db, text)
  await publishRevision(db, { ...text, body: { z: 2 }, at: day(3, 3) })
  const [second, first] = await revisionsOf(db, text.item ?? '')
  assert.ok(first && second)
  assert.equal(isGenuine(first, 'standard', null), true)
  assert.equal(isGenuine(second, 'standard', first.fingerprint), true)
  assert.equal(isGenuine(second, 'standard', null), false)
  assert.equal(isGenuine({ ...first, title: 'Anders' }, 'standard', null), false)
  assert.equal(isGenuine(first, 'page', null), false)
})

test('a published text never changes: not by the application and not by the owner', async () => {
  const { revision } = await published(database.db)
  const owner = new pg.Client({ connectionString: database.ownerUrl })
  await owner.connect()
  try {
    for (const statement of [
      `update thread.revision set title = 'Anders' where id = '${revision}'`,
      `delete from thread.revision where id = '${revision}'`,
    ]) {
      await assert.rejects(database.pool.query(statement), /permission denied/)
      await assert.rejects(owner.query(statement), /never changes/)
    }
    await assert.rejects(owner.query('truncate thread.revision cascade'), /never changes/)
    await assert.rejects(database.pool.query('delete from thread.link'), /permission denied/)
  } finally {
    await owner.end()
  }
})

test('two publications of one item at once follow each other', async () => {
  const item = randomUUID()
  const texts = Array.from({ length: 6 }, (_, index) => draftOf({ item, title: `Versie van ${index}` }))
  const made = await Promise.all(texts.map((text) => publishRevision(database.db, text)))
  assert.deepEqual(made.map(({ number }) => number).sort(), [1, 2, 3, 4, 5, 6])
})

test('an item keeps its kind, and nothing that does not exist is referred to', async () => {
  const { db } = database
  const { item } = await published(db)
  await assert.rejects(published(db, { item, kind: 'quote' }), /can't become/)
  await assert.rejects(published(db, { links: [{ kind: 'builds on', item: randomUUID() }] }), /was not published/)
  await assert.rejects(published(db, { body: { utterance: randomUUID(), hash: 'x' } }), /does not exist/)
})

test('what fails leaves nothing behind', async () => {
  const item = randomUUID()
  await assert.rejects(published(database.db, { item, links: [{ kind: 'builds on', item: randomUUID() }] }))
  assert.equal(await readItem(database.db, item), undefined)
})
