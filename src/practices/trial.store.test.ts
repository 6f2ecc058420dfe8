import assert from 'node:assert/strict'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { strFromU8, unzipSync } from 'fflate'
import { root } from '../../test/architecture/source.ts'
import { type House, openHouse, testMoment } from '../../test/house.ts'
import { dutchDay } from '../foundation/clock.ts'
import { inspectFile, stopInspecting } from '../foundation/files/index.ts'
import { itemId } from '../thread/index.ts'
import { waitingAssessments } from './assessment.store.ts'
import { countWaiting, waitingFor } from './assessment.ts'
import { EXAMPLE_STATES, type PracticeContent, practiceContent } from './content.form.ts'
import { readFolder } from './content.store.ts'
import { decisionOf, disagreementOf } from './decision.store.ts'
import { interviewsOf } from './interview.store.ts'
import { readNomination } from './nomination.store.ts'
import { readPractice } from './practice.store.ts'
import { eventsOf } from './status.store.ts'
import { nominationStanding } from './status.ts'
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

/** What the organisation reads on its status page, per state an example says it is in. */
const STANDINGS: Record<PracticeContent['state'], string> = {
  begun: 'Nog niet verstuurd',
  sent: 'Je aanmelding is binnen',
  asked: 'We hebben een vraag',
  'being read': 'Twee meelezers lezen jullie aanmelding',
  'to be decided': 'De adviseur neemt een besluit',
  'not chosen': 'Er is een besluit',
  interviews: 'We schrijven de beschrijving',
  'being written': 'We schrijven de beschrijving',
  'to be read': 'De beschrijving ligt bij jullie',
  published: 'Jullie praktijk staat online',
}

test('every state has an example, and each stands where it says', async () => {
  const { db } = house.database
  assert.deepEqual(new Set(practices.map(({ state }) => state)), new Set(EXAMPLE_STATES))
  for (const { slug, state, takenBack } of practices) {
    const nomination = await readNomination(db, itemId('trial nomination', slug))
    assert.ok(nomination, slug)
    const { title } = nominationStanding(nomination, await eventsOf(db, nomination.id), dutchDay(testMoment))
    assert.equal(title, takenBack ? 'Ingetrokken' : STANDINGS[state], slug)
  }
})

test('what the desk waits for has an example in each group', async () => {
  const lines = await waitingAssessments(house.database.db)
  const counts = countWaiting(lines, dutchDay(testMoment))
  for (const waiting of ['answer', 'check', 'decision', 'reading', 'organisation'] as const)
    assert.ok((counts.get(waiting) ?? 0) > 0, waiting)
  const titled = (waiting: string) =>
    lines.filter((line) => waitingFor(line, dutchDay(testMoment)) === waiting).map(({ title }) => title)
  assert.deepEqual(titled('answer'), ['De klusbus'])
  assert.deepEqual(titled('decision'), ['Het open schrift'])
  assert.ok(!lines.some(({ title }) => title === 'De leenkeuken'), 'what was taken back waits for nobody')
})

test('readers who are ready differ in places, and the desk sees where', async () => {
  const editor = await house.as('editor')
  const at = `/redactie/aanmeldingen/${itemId('trial nomination', 'het-open-schrift')}`
  const page = await (await editor.get(at)).text()
  assert.match(page, /Op 4 van de 6 gelijk/)
})

test('every way a published practice can be is there: running, changed, long not heard of, stopped', async () => {
  const { rows } = await house.database.pool.query<{ slug: string; standing: string }>(
    'select slug, standing from practices.listing where standing <> $1 order by standing',
    ['running'],
  )
  assert.deepEqual(
    rows.map(({ slug, standing }) => [standing, slug]),
    [
      ['changed', 'zes-deuren'],
      ['stopped', 'stage-met-een-omweg'],
      ['unconfirmed', 'de-vrije-vrijdag'],
    ],
  )
  const page = await (await (await house.as('visitor')).get('/praktijken/zes-deuren')).text()
  assert.match(page, /loopt nog, wel veranderd/)
})

test('words that were taken back left an open place; who was not chosen got advice and may see it otherwise', async () => {
  const { db, pool } = house.database
  const { rows } = await pool.query(
    `select u.text from practices.quote q join thread.utterance u on u.id = q.utterance where u.text is null`,
  )
  assert.equal(rows.length, 1)
  const nomination = itemId('trial nomination', 'de-klusbus')
  assert.ok(((await decisionOf(db, nomination))?.advice ?? '').length > 100)
  assert.match((await disagreementOf(db, nomination))?.words ?? '', /Meerijden is ons handboek/)
})

test('one talk was held, one is to come', async () => {
  const talking = await readPractice(house.database.db, 'de-nachtlijst')
  const talks = await interviewsOf(house.database.db, talking?.id ?? '')
  assert.deepEqual(
    talks.map(({ startsAt }) => startsAt > testMoment),
    [false, true],
  )
})
