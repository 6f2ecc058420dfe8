import assert from 'node:assert/strict'
import { cpSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { root } from '../../test/architecture/source.ts'
import { type House, openHouse, testMoment } from '../../test/house.ts'
import { itemId, origin } from '../thread/index.ts'
import { changesOf } from './change.store.ts'
import { loadLearningForms } from './learning-form.content.store.ts'
import { archiveLearningForm, restoreLearningForm } from './learning-form.publication.store.ts'
import { allLearningForms, createLearningForm, readLearningForm, saveLearningForm } from './learning-form.store.ts'
import type { LearningForm } from './learning-form.ts'

let house: House
/** A content folder of our own, in which files can say something new. */
const contentDir = mkdtempSync(join(tmpdir(), 'verankerd-content-'))
const now = testMoment
const hand = { by: null, at: now }
before(async () => {
  house = await openHouse()
  cpSync(join(root, 'content/learning-forms'), join(contentDir, 'learning-forms'), { recursive: true })
})
after(() => house.close())

const load = () => loadLearningForms(house.database.db, { contentDir, now })
const file = (slug: string) => join(contentDir, 'learning-forms', `${slug}.json`)
const read = (slug: string) => JSON.parse(readFileSync(file(slug), 'utf8'))
const say = (slug: string, more: object) => writeFileSync(file(slug), JSON.stringify({ ...read(slug), ...more }))

async function here(slug: string): Promise<LearningForm> {
  const form = (await allLearningForms(house.database.db)).find((one) => one.slug === slug)
  assert.ok(form, slug)
  return form
}

test('what the content folder holds is on the site and on the thread, once', async () => {
  const { db } = house.database
  const before = await allLearningForms(db)
  assert.deepEqual(
    before.map(({ slug, version, isArchived }) => [slug, version, isArchived]),
    [
      ['intervisie', 1, false],
      ['kijkwijzer', 1, false],
      ['meelopen', 1, false],
    ],
  )
  await load()
  assert.deepEqual(await allLearningForms(db), before)
  const form = await here('intervisie')
  const up = (await origin(db, form.item ?? '', { at: now }))?.upstream.stops.filter(({ depth }) => depth === 1)
  assert.deepEqual(
    up?.map(({ id, via }) => [id, via.kind]).sort(),
    ['eigen-kracht-versterken', 'integraal-werken'].map((slug) => [itemId('standard', slug), 'teaches']).sort(),
  )
})

test('a file that says something new changes its form, and that is logged', async () => {
  say('intervisie', { time: 'twee uur, een keer per maand' })
  await load()
  const form = await here('intervisie')
  assert.deepEqual([form.time, form.version, form.filePrint === null], ['twee uur, een keer per maand', 2, false])
  const [change] = await changesOf(house.database.db, form.id, { skip: 0, most: 1 })
  assert.deepEqual(
    [change?.changedBy, change?.changes],
    [null, [{ field: 'Duur', from: 'anderhalf uur, een keer per maand', to: 'twee uur, een keer per maand' }]],
  )
})

test('what an editor wrote stays, whatever the file says after that', async () => {
  const { db } = house.database
  const form = await here('kijkwijzer')
  const text = { ...form, line: 'Kijk mee bij een collega.' }
  const changes = [{ field: 'In één zin', from: form.line, to: text.line }]
  assert.equal(await saveLearningForm(db, form, text, changes, hand), true)
  // The second of two editors is told.
  assert.equal(await saveLearningForm(db, form, form, [], hand), false)
  say('kijkwijzer', { line: 'Iets anders.' })
  await load()
  assert.equal((await here('kijkwijzer')).line, 'Kijk mee bij een collega.')
})

test('saying that it still holds leaves the words with the file', async () => {
  const { db } = house.database
  const form = await here('meelopen')
  assert.equal(await saveLearningForm(db, form, form, [], hand), true)
  say('meelopen', { cost: 'niets' })
  await load()
  assert.equal((await here('meelopen')).cost, 'niets')
})

test('what an editor put away stays away, and comes back as its file reads by then', async () => {
  const { db } = house.database
  const { id } = await here('meelopen')
  await archiveLearningForm(db, id, hand)
  await archiveLearningForm(db, id, hand)
  say('meelopen', { cost: 'gratis, op de koffie na' })
  await load()
  assert.equal(await readLearningForm(db, 'meelopen'), undefined)
  await restoreLearningForm(db, id, hand)
  await restoreLearningForm(db, id, hand)
  assert.equal((await readLearningForm(db, 'meelopen'))?.cost, 'gratis, op de koffie na')
})

test('a new file takes no address that an editor gave already', async () => {
  const { db } = house.database
  const form = await here('intervisie')
  const id = await createLearningForm(db, { ...form, title: 'Schaduwlopen' }, hand)
  writeFileSync(file('schaduwlopen'), JSON.stringify({ ...read('intervisie'), slug: 'schaduwlopen' }))
  await load()
  const made = await here('schaduwlopen')
  assert.deepEqual([made.id, made.title, made.liveSince], [id, 'Schaduwlopen', null])
})
