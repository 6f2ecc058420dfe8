import assert from 'node:assert/strict'
import { cpSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { testDatabase } from '../../test/database.ts'
import type { Database } from '../foundation/db/index.ts'
import { readItem, revisionsOf } from '../thread/index.ts'
import { currentStandards } from './card.store.ts'
import { loadStandards } from './content.store.ts'
import { sitemapEntries } from './sitemap.store.ts'
import { textAtRevision } from './standard.store.ts'

const folder = join(import.meta.dirname, '../../content')
const now = new Date('2026-11-21T12:00:00Z')
let database: Database

before(async () => {
  database = await testDatabase()
})
after(() => database.close())

test('the first loading publishes everything, the second one nothing', async () => {
  const first = await loadStandards(database.db, { contentDir: folder, now })
  assert.ok(first.published > 25, String(first.published))
  assert.deepEqual(await loadStandards(database.db, { contentDir: folder, now }), { published: 0 })
})

test('five kenmerken hold now, the five standaarden are replaced, and all are pinned to a revision', async () => {
  const current = await currentStandards(database.db)
  assert.deepEqual(
    current.map(({ slug, knot, path }) => [slug, knot, path]),
    [
      ['eigen-kracht-versterken', 'paalsteek', '/kenmerken/eigen-kracht-versterken'],
      ['op-de-vraag-af', 'werplijn', '/kenmerken/op-de-vraag-af'],
      ['binden-en-verbinden', 'platte-knoop', '/kenmerken/binden-en-verbinden'],
      ['integraal-werken', 'splits', '/kenmerken/integraal-werken'],
      ['signaleren-en-agenderen', 'vlag', '/kenmerken/signaleren-en-agenderen'],
    ],
  )
  for (const { item, revision, number, name } of current) {
    assert.equal((await readItem(database.db, item))?.revision.id, revision)
    const [pinned] = await textAtRevision(database.db, revision)
    assert.deepEqual([pinned?.item, pinned?.number, pinned?.text.name], [item, number, name])
  }
})

test('a changed content text becomes a new revision; the old one stays as it was', async () => {
  const changed = mkdtempSync(join(tmpdir(), 'verankerd-content-'))
  cpSync(folder, changed, { recursive: true })
  const file = join(changed, 'frameworks/kwaliteitskenmerken.json')
  const list = JSON.parse(readFileSync(file, 'utf8'))
  const plainLine = list.editions[0].standards[0].plainLine
  list.editions[0].standards[0].plainLine = 'Een andere zin.'
  writeFileSync(file, JSON.stringify(list))
  const [before] = await currentStandards(database.db)
  assert.ok(before)
  assert.deepEqual(await loadStandards(database.db, { contentDir: changed, now }), { published: 1 })
  const [card] = await currentStandards(database.db)
  assert.equal(card?.plainLine, 'Een andere zin.')
  assert.equal(card?.number, before.number + 1)
  assert.equal((await textAtRevision(database.db, before.revision))[0]?.text.plainLine, plainLine)
  assert.equal((await revisionsOf(database.db, before.item)).length, 2)
})

test('what was published can be changed by nobody who uses the application', async () => {
  for (const statement of [
    `update standards.text set body = '{}'`,
    'delete from standards.text',
    'update standards.imprint set number = 9',
    'delete from standards.publication',
    'delete from standards.replacement',
  ])
    await assert.rejects(database.pool.query(statement), /permission denied|toegang geweigerd/, statement)
})

test('search engines get every published page once', async () => {
  const paths = (await sitemapEntries(database.db)).map(({ path }) => path)
  assert.equal(new Set(paths).size, paths.length)
  assert.ok(paths.includes('/kenmerken/op-de-vraag-af'))
  assert.equal(paths.filter((path) => path.startsWith('/kwaliteitsstandaarden/')).length, 5)
  assert.ok(paths.includes('/kwaliteitsstandaarden/respectvol-bejegenen'))
  assert.ok(paths.includes('/handreikingen/kwaliteitskenmerken/2013'))
})

test('content that points at nothing is refused whole', async () => {
  const broken = mkdtempSync(join(tmpdir(), 'verankerd-content-'))
  cpSync(folder, broken, { recursive: true })
  writeFileSync(join(broken, 'crosswalks.json'), '[]')
  const file = join(broken, 'frameworks/kwaliteitskenmerken.json')
  writeFileSync(file, readFileSync(file, 'utf8').replace('"wmo2015"', '"nergens"'))
  await assert.rejects(loadStandards(database.db, { contentDir: broken, now }), /unknown term nergens/)
})
