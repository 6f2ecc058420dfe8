import assert from 'node:assert/strict'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { strFromU8, unzipSync } from 'fflate'
import { root } from '../../test/architecture/source.ts'
import { type House, openHouse, testMoment } from '../../test/house.ts'
import { people } from '../../test/world.ts'
import { inspectFile, stopInspecting } from '../foundation/files/index.ts'
import { practiceContent } from './content.form.ts'
import { readFolder } from './content.store.ts'
import { interviewsOf } from './interview.store.ts'
import { readPractice } from './practice.store.ts'
import { handout } from './trial.handout.ts'

let house: House
const practices = readFolder(join(root, 'content/practices'), practiceContent)

before(async () => {
  house = await openHouse()
})
after(async () => {
  stopInspecting()
  await house.close()
})

test('a visitor takes along a document that says it is made up, of every practice that offers one', async () => {
  const visitor = await house.as('visitor')
  for (const { slug, takeAlong = [] } of practices.filter(({ state }) => state === 'published')) {
    const page = await (await visitor.get(`/praktijken/${slug}`)).text()
    const addresses = page.match(/\/bestanden\/[0-9a-f-]{36}/g) ?? []
    assert.equal(addresses.length, takeAlong.length, slug)
    for (const address of addresses) {
      const answer = await visitor.get(address)
      assert.equal(answer.status, 200, address)
      const parts = unzipSync(new Uint8Array(await answer.arrayBuffer()))
      assert.match(strFromU8(parts['word/document.xml'] ?? new Uint8Array()), /Verzonnen voorbeeld/)
    }
  }
})

test('a long page opens with links to its parts, each of which is there', async () => {
  const page = await (await (await house.as('visitor')).get('/praktijken/de-soeptafel')).text()
  const contents = /<ol class="contents">.*?<\/ol>/s.exec(page)?.[0] ?? ''
  const places = [...contents.matchAll(/href="#([^"]+)"/g)].map(([, place]) => place ?? '')
  assert.ok(places.length > 8, `${places.length} parts`)
  for (const place of places) assert.equal(page.split(`id="${place}"`).length, 2, place)
})

test('a shared link shows a title, a line that says it is made up, and a picture of ours; nobody’s words', async () => {
  const visitor = await house.as('visitor')
  for (const { slug, title, quotes = [] } of practices.filter(({ state }) => state === 'published')) {
    const page = await (await visitor.get(`/praktijken/${slug}`)).text()
    const shared = Object.fromEntries(
      [...page.matchAll(/<meta property="og:([a-z:_]+)" content="([^"]*)"/g)].map(([, name, text]) => [name, text]),
    )
    assert.equal(shared.title, title)
    assert.match(shared.description ?? '', /^Verzonnen voorbeeld\. /)
    const picture = await visitor.get(new URL(shared.image ?? '').pathname)
    assert.equal(picture.headers.get('content-type'), 'image/png')
    const told = Object.values(shared).join(' ')
    for (const { speaker, text } of quotes) assert.ok(!told.includes(speaker.name) && !told.includes(text), slug)
  }
})

test('the documents of the examples are what we would accept from anyone', async () => {
  const { config, database } = house
  for (const content of practices)
    for (const one of content.takeAlong ?? []) {
      const receipt = { ...handout(content, one), config, by: undefined, at: testMoment }
      assert.equal((await inspectFile(database.db, receipt)).kind, 'docx', one.title)
    }
})

test('every step of the way has an example that stands there', async () => {
  const { db } = house.database
  const editor = await house.as('editor')
  const waiting = await (await editor.get('/redactie/aanmeldingen')).text()
  assert.match(waiting, /Trap vier/)
  const status = await house.database.pool.query(
    `select s.nomination from practices.submission s left join practices.first_check c on c.nomination = s.nomination
      where c.nomination is null and s.submitted_by = $1`,
    [people.jamal.id],
  )
  assert.equal(status.rows.length, 1, 'sent and waiting for the first check')
  const talking = await readPractice(db, 'de-nachtlijst')
  const talks = await interviewsOf(db, talking?.id ?? '')
  assert.deepEqual(
    talks.map(({ startsAt }) => startsAt > testMoment),
    [false, true],
    'one talk was held, one is to come',
  )
  const written = await (await editor.get('/redactie/praktijken/de-kapper-om-de-hoek')).text()
  assert.match(written, /De kapper om de hoek/)
})
