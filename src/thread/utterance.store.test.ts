import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { after, before, test } from 'node:test'
import { testDatabase } from '../../test/database.ts'
import type { Database } from '../foundation/db/index.ts'
import { origin } from './origin.store.ts'
import { readItem } from './revision.store.ts'
import { isGenuine } from './revision.ts'
import { search } from './search.store.ts'
import { day, published } from './thread.fixture.ts'
import { keepUtterance, utterances, utterancesOf, withdrawUtterance, withdrawUtterancesOf } from './utterance.store.ts'

let database: Database
before(async () => {
  database = await testDatabase()
})
after(() => database.close())

const at = day(1, 5)

/** Everything the database holds, as one text. */
async function dump(): Promise<string> {
  const { rows } = await database.pool.query<{ name: string }>(
    `select format('%I.%I', table_schema, table_name) as name from information_schema.tables where table_schema = 'thread'`,
  )
  const tables = await Promise.all(
    rows.map(({ name }) => database.pool.query(`select t::text as row from ${name} as t`)),
  )
  return JSON.stringify(tables.map((table) => table.rows))
}

test('withdrawn words are gone from every place at once, and every fingerprint stays valid', async () => {
  const { db } = database
  const words = 'Sinds het buurthuis durf ik weer naar buiten, zegt Kanariewicz'
  const said = await keepUtterance(db, { text: words, person: randomUUID(), at })
  const voice = { utterance: said.id, hash: said.hash }
  const quote = await published(db, {
    kind: 'quote',
    title: 'Een citaat uit de praktijk',
    summary: '',
    voice,
    search: { text: '' },
  })
  const practice = await published(db, {
    kind: 'practice',
    title: 'Het buurthuis',
    body: { passages: [{ quote: voice }] },
    links: [{ kind: 'builds on', item: quote.item }],
    search: { text: 'Een huis voor de buurt.' },
  })
  const look = (text: string) => search(db, { text, page: 1, now: at })
  assert.equal((await look('kanariewicz')).total, 2)
  assert.equal((await look('kanariewics')).total, 2, 'also when misspelt')
  assert.equal((await origin(db, practice.item, { at: day(2, 1) }))?.upstream.stops[0]?.summary, words)

  assert.equal(await withdrawUtterance(db, said.id, day(3, 1)), true)
  assert.equal(await withdrawUtterance(db, said.id, day(3, 1)), false)

  assert.ok(!/kanariewi|durf ik/i.test(await dump()), 'no trace in any row')
  assert.equal((await look('kanariewicz')).total, 0)
  assert.equal((await look('kanariewics')).total, 0)
  assert.equal((await look('buurthuis')).total, 1, 'the practice itself is still found')
  const stop = (await origin(db, practice.item, { at: day(2, 1) }))?.upstream.stops[0]
  assert.deepEqual([stop?.withdrawn, stop?.summary], [true, ''])
  assert.equal((await origin(db, quote.item, { at: day(4, 1) }))?.start?.withdrawn, true)
  for (const { item } of [quote, practice]) {
    const held = await readItem(db, item)
    assert.ok(held && isGenuine(held.revision, held.kind, null))
  }
  const { rows } = await database.pool.query('select * from thread.utterance where id = $1', [said.id])
  const { text, salt, person, hash, withdrawn_at } = rows[0]
  assert.deepEqual([text, salt, person, hash], [null, null, null, said.hash])
  assert.deepEqual(withdrawn_at, day(3, 1))
})

test('words that stand elsewhere too can still be found there', async () => {
  const { db } = database
  const said = await keepUtterance(db, { text: 'een bijzonderding apart', at })
  const other = await published(db, { title: 'Over het bijzonderding', search: { text: 'x' } })
  await published(db, { body: { reden: { utterance: said.id, hash: said.hash } }, search: { text: 'y' } })
  await withdrawUtterance(db, said.id, at)
  const result = await search(db, { text: 'bijzonderdinq', page: 1, now: at })
  assert.deepEqual(
    result.hits.map(({ item }) => item),
    [other.item],
  )
})

test('a text that holds the words themselves is refused', async () => {
  const { db } = database
  const said = await keepUtterance(db, { text: 'Ik kan het nu zelf', at })
  const body = { quote: { utterance: said.id, hash: said.hash } }
  await assert.rejects(published(db, { body, title: 'Zij zei: ik kan het nu zelf.' }), /may not stand/)
  await assert.rejects(published(db, { body: { ...body, tekst: ['Ik kan het nu zelf'] } }), /may not stand/)
  await assert.rejects(published(db, { body, search: { text: 'ik kan het nu zelf' } }), /may not stand/)
})

test('a person takes along and takes back everything said', async () => {
  const { db } = database
  const person = randomUUID()
  const one = await keepUtterance(db, { text: 'eerste', person, at })
  const two = await keepUtterance(db, { text: 'tweede', person, at: day(1, 6) })
  const other = await keepUtterance(db, { text: 'van een ander', person: randomUUID(), at })
  assert.deepEqual(
    (await utterancesOf(db, person)).map(({ text }) => text),
    ['eerste', 'tweede'],
  )
  assert.equal(await withdrawUtterancesOf(db, person, day(2, 1)), 2)
  assert.deepEqual(await utterancesOf(db, person), [])
  const left = await utterances(db, [one.id, two.id, other.id])
  assert.deepEqual(
    [one, two, other].map(({ id }) => left.get(id)?.text),
    [null, null, 'van een ander'],
  )
})
