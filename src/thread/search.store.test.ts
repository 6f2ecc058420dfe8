import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import fc from 'fast-check'
import { testDatabase } from '../../test/database.ts'
import type { Database } from '../foundation/db/index.ts'
import { publishRevision } from './revision.store.ts'
import { search } from './search.store.ts'
import { hideFromSearch } from './search-entry.store.ts'
import { day, draftOf, published } from './thread.fixture.ts'

let database: Database
before(async () => {
  database = await testDatabase()
  const { db } = database
  const entry = (
    kind: string,
    title: string,
    text: string,
    facets: Record<string, string | string[]> = {},
    more = {},
  ) => published(db, { kind, title, summary: '', search: { text, facets }, ...more })
  await entry('standard', 'Eigen kracht versterken', 'Vraag eerst wat iemand zelf kan.', {
    thema: ['regie', 'netwerk'],
    stand: 'geldt',
  })
  await entry('standard', 'Eigen regie versterken', 'Laat mensen kiezen.', { thema: 'regie', stand: 'vervangen' })
  await entry(
    'practice',
    'Samen sterk in de wijk',
    'Zelfregiecentra helpen bewoners op eigen kracht vooruit.',
    {},
    { fictional: true },
  )
  await entry('practice', 'Koffie in de buurt', 'Tegen eenzaamheid bij ouderen, met cliënten en coördinatoren.')
  await entry('course', 'Gesprekken voeren', 'Oefen met open vragen. 5 < 6 & "ja"')
})
after(() => database.close())

const look = (text: string, more: Partial<Parameters<typeof search>[1]> = {}) =>
  search(database.db, { text, page: 1, now: day(6, 1), ...more })
const titlesOf = async (text: string, more = {}) => (await look(text, more)).hits.map(({ title }) => title)

test('Dutch endings, accents, misspellings and compounds find the same', async () => {
  for (const [asked, title] of [
    ['zelfregiecentrum', 'Samen sterk in de wijk'],
    ['zelfregiecentra', 'Samen sterk in de wijk'],
    ['eigen kragt', 'Eigen kracht versterken'],
    ['EIGEN KRACHT', 'Eigen kracht versterken'],
    ['krachten', 'Eigen kracht versterken'],
    ['eenzaamhijd', 'Koffie in de buurt'],
    ['client', 'Koffie in de buurt'],
    ['coordinatoren', 'Koffie in de buurt'],
    ['gesprek', 'Gesprekken voeren'],
    ['"eigen regie"', 'Eigen regie versterken'],
    ['bewoner', 'Samen sterk in de wijk'],
  ] as const)
    assert.equal((await titlesOf(asked))[0], title, asked)
})

test('a word that is only part of compounds is found in them', async () => {
  const result = await look('centra')
  assert.deepEqual(
    result.hits.map(({ title }) => title),
    ['Samen sterk in de wijk'],
  )
  assert.deepEqual(result.instead, ['zelfregiecentra'])
})

test('a title counts more than a text', async () => {
  assert.deepEqual(await titlesOf('eigen kracht'), ['Eigen kracht versterken', 'Samen sterk in de wijk'])
})

test('kinds are counted, and choosing one keeps the counts', async () => {
  const all = await look('versterken OR koffie OR wijk')
  assert.deepEqual(all.counts, [
    { kind: 'practice', count: 2 },
    { kind: 'standard', count: 2 },
  ])
  const chosen = await look('versterken OR koffie OR wijk', { kinds: ['practice'] })
  assert.deepEqual([chosen.total, chosen.counts], [2, all.counts])
  assert.equal((await look('koffie', { kinds: ['standard'] })).total, 0)
})

test('facets narrow, and one of several values is enough', async () => {
  assert.equal((await look('eigen', { facets: { thema: ['regie'] } })).total, 2)
  assert.equal((await look('eigen', { facets: { thema: ['netwerk', 'iets'] } })).total, 1)
  assert.deepEqual(await titlesOf('', { facets: { thema: ['regie'], stand: ['vervangen'] } }), [
    'Eigen regie versterken',
  ])
  assert.equal((await look('eigen', { facets: { onbekend: ['x'] } })).total, 0)
})

test('what was found is marked in the snippet, and whatever stands there stays text', async () => {
  const [hit] = (await look('oefenen')).hits
  assert.ok(hit)
  assert.ok(hit.snippet.some(({ text, marked }) => marked && text === 'Oefen'))
  assert.match(hit.snippet.map(({ text }) => text).join(''), /5 < 6 & "ja"/)
})

test('a match far into a long text gives the snippet around it', async () => {
  const text = `${'Woorden zonder belang. '.repeat(400)} Dan komt het naaldwoord in de hooiberg. ${'Nog meer. '.repeat(300)}`
  await published(database.db, { title: 'Lang', search: { text } })
  const [hit] = (await look('naaldwoord')).hits
  assert.ok(hit?.snippet.some(({ text: part, marked }) => marked && part === 'naaldwoord'))
})

test('fictional items say so', async () => {
  assert.equal((await look('zelfregiecentra')).hits[0]?.fictional, true)
  assert.equal((await look('koffie')).hits[0]?.fictional, false)
})

test('what changes is found by its new words, and what is hidden is not found', async () => {
  const { db } = database
  const text = draftOf({ title: 'Wisselwoord', search: { text: 'eerst', facets: { stand: 'geldt' } } })
  const { item } = await publishRevision(db, text)
  await publishRevision(db, { ...text, title: 'Ruilwoord', at: day(2, 2) })
  assert.deepEqual([(await look('wisselwoord')).total, (await look('ruilwoord')).total], [0, 1])
  await publishRevision(db, {
    ...text,
    title: 'Ruilwoord',
    search: { text: 'x', facets: { stand: 'vervangen' } },
    at: day(2, 3),
  })
  assert.equal((await look('ruilwoord', { facets: { stand: ['vervangen'] } })).total, 1)
  await hideFromSearch(db, item)
  assert.equal((await look('ruilwoord')).total, 0)
})

test('more than ten are paged, and a page too far is empty', async () => {
  for (let index = 0; index < 23; index++)
    await published(database.db, { title: `Pagineerwoord ${index}`, search: { text: 'x' } })
  const pages = await Promise.all([1, 2, 3, 4].map((page) => look('pagineerwoord', { page })))
  assert.deepEqual(
    pages.map(({ hits, total, pages: count }) => [hits.length, total, count]),
    [
      [10, 23, 3],
      [10, 23, 3],
      [3, 23, 3],
      [0, 23, 3],
    ],
  )
  assert.equal(new Set(pages.flatMap(({ hits }) => hits.map(({ item }) => item))).size, 23)
})

test('however many there are, all are counted, and the first ten pages can be turned to', async () => {
  const { db } = database
  const many = 1_203
  await db.$client.query(
    `with made as (
       insert into thread.item (id, kind, word, url, latest, created_at)
       select gen_random_uuid(), 'course', 'cursus', '/x', 1, '2026-01-01' from generate_series(1, $1::int) returning id)
     insert into thread.search_entry (item, kind, title, text, published_at)
     select id, 'course', 'Telwoord', 'x', '2020-01-01' from made`,
    [many],
  )
  await published(db, { kind: 'page', title: 'Telwoord', search: { text: 'x' } })
  const told = async (more = {}) => {
    const { total, pages, hits, counts } = await look('telwoord', more)
    return [total, pages, hits.length, counts.map(({ count }) => count)]
  }
  assert.deepEqual(await told(), [many + 1, 10, 10, [many, 1]])
  assert.deepEqual(await told({ kinds: ['course'] }), [many, 10, 10, [many, 1]])
  assert.deepEqual(await told({ kinds: ['page'] }), [1, 1, 1, [many, 1]])
  assert.equal((await look('', { kinds: ['course'] })).total, many + 1)
})

test('nothing asked shows the newest, nothing found is nothing, stop words alone too', async () => {
  assert.ok((await look('')).hits.length > 0)
  for (const text of ['xqzzyx', 'de het een', '!!!', '"', 'a & | !', "'); --", '%_\\'])
    assert.equal((await look(text)).total, 0, text)
})

test('whatever is typed is an answer', async () => {
  await fc.assert(
    fc.asyncProperty(fc.string({ unit: 'binary', maxLength: 60 }), async (text) => {
      const clean = text.replaceAll('\0', '').toWellFormed()
      const result = await look(clean)
      assert.ok(result.hits.length <= 10)
    }),
    { numRuns: 150 },
  )
})
