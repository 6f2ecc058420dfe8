import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { type Caller, type House, openHouse, testMoment } from '../../test/house.ts'
import { dutchDay } from '../foundation/clock.ts'
import type { Course } from './course.ts'
import { createCourse } from './course.write.store.ts'
import { beginImport, keepBytes, reportRows } from './import.store.ts'
import { importUrl } from './import.ts'
import { advanceImport } from './import.work.ts'
import { offeringsOf } from './offering.store.ts'
import { addOfferings } from './offering.write.store.ts'
import { deskCourses } from './provider.desk.store.ts'
import { readProvider } from './provider.store.ts'
import type { Provider } from './provider.ts'

let house: House
let caller: Caller
let provider: Provider
before(async () => {
  house = await openHouse()
  caller = await house.as('provider')
  const found = await readProvider(house.database.db, 'leerplaats-kompas')
  assert.ok(found)
  provider = found
})
after(() => house.close())

const hand = { by: null, at: testMoment }
const HEAD = 'code;titel;wat kun je daarna;vorm;uren;kenmerken;datum;plaats'

async function sent(...lines: string[]): Promise<string> {
  const { db } = house.database
  const id = await beginImport(db, { provider: provider.id, address: null, name: 'aanbod.csv' }, hand)
  await keepBytes(db, id, Buffer.from([HEAD, ...lines].join('\n')))
  assert.equal(await advanceImport(db, id, testMoment), 'reported')
  return id
}

async function decided(id: string, what: 'plaatsing' | 'terug', form: Record<string, string> = {}): Promise<void> {
  assert.equal((await caller.send('POST', `${importUrl({ id })}/${what}`, form)).status, 303)
  assert.equal(await advanceImport(house.database.db, id, testMoment), what === 'terug' ? 'undone' : 'set')
}

async function read(path: string): Promise<string> {
  const answer = await caller.get(path)
  assert.equal(answer.status, 200, path)
  return (await answer.text()).replace(/<[^>]*>/g, ' ').replace(/\s+/g, ' ')
}

/** The first course with this in its title or code. */
async function named(text: string): Promise<Course | undefined> {
  const first = { today: dutchDay(testMoment), skip: 0, most: 1 }
  return (await deskCourses(house.database.db, provider.id, { text, which: 'kept' }, first))[0]
}

/** A course somebody typed, with a date in Assen. */
async function typed(code: string): Promise<string> {
  const { db } = house.database
  const like = await named('')
  assert.ok(like)
  const id = await createCourse(db, provider, { ...like, code, title: `Zelf getypt ${code}` }, hand)
  assert.ok(id)
  const date = { startsAt: null, endsAt: null, online: false, venue: '', seats: null, seatsLeft: null, enrolUrl: '' }
  await addOfferings(db, id, [{ ...date, code: '', gemeente: 'GM0106', days: ['2027-02-09'] }], hand)
  return id
}

const gone = async (id: string) =>
  (await reportRows(house.database.db, id, 'gone', 1)).map(({ kind, code }) => [kind, code])

test('only what an import brought can be missing from one', async () => {
  const { db } = house.database
  await typed('Z-1')
  const first = await sent('Z-2;Twee;Je kunt iets.;online;1;;9-2-2027;Assen', 'Z-3;Drie;Je kunt iets.;online;1;;;')
  assert.deepEqual(await gone(first), [], 'nothing was delivered before')
  await decided(first, 'plaatsing')
  const two = await named('Z-2')
  assert.ok(two)
  const date = { startsAt: null, endsAt: null, online: true, venue: '', seats: null, seatsLeft: null, enrolUrl: '' }
  await addOfferings(db, two.id, [{ ...date, code: '', gemeente: '', days: ['2027-04-01'] }], hand)
  const second = await sent('Z-2;Twee;Je kunt iets.;online;1;;10-2-2027;Assen')
  assert.deepEqual(await gone(second), [
    ['course', 'Z-3'],
    ['offering', 'Z-2'],
  ])
  await decided(second, 'plaatsing', { einde: 'ja' })
  assert.match(
    await read(`${importUrl({ id: second })}?wat=gone`),
    /De data zijn afgezegd, de trainingen liggen in het archief/,
  )
  const dates = await offeringsOf(db, two.id)
  assert.deepEqual(dates.map(({ startsOn, cancelledAt }) => [startsOn, cancelledAt !== null]).sort(), [
    ['2027-02-09', true],
    ['2027-02-10', false],
    ['2027-04-01', false],
  ])
})

test('what was typed by hand under the same code is said, and counts as delivered until the import is undone', async () => {
  await typed('Y-1')
  const first = await sent('Y-1;Uit het bestand;Je kunt iets.;online;1;;;', 'Y-2;Twee;Je kunt iets.;online;1;;;')
  const shown = await read(`${importUrl({ id: first })}?wat=changed`)
  assert.match(shown, /Deze training zetten jullie er zelf al op, met dezelfde code/)
  await decided(first, 'plaatsing')
  const later = await sent('Y-2;Twee;Je kunt iets.;online;1;;;')
  assert.ok((await gone(later)).some(([, code]) => code === 'Y-1'))
  await decided(first, 'terug')
  const last = await sent('Y-2;Twee;Je kunt iets.;online;1;;;')
  assert.ok(!(await gone(last)).some(([, code]) => code === 'Y-1'))
})

test('what a later delivery still names, counts as delivered when the first is undone', async () => {
  const { pool } = house.database
  const id = await typed('W-1')
  const marks = async () => {
    const course = await pool.query('select delivered_in from training.course where id = $1', [id])
    const date = await pool.query('select delivered_in from training.offering where course = $1', [id])
    return [course.rows[0]?.delivered_in, date.rows[0]?.delivered_in]
  }
  const line = 'W-1;Uit het bestand;Je kunt iets.;online;1;;9-2-2027;Assen'
  const first = await sent(line)
  await decided(first, 'plaatsing')
  assert.deepEqual(await marks(), [first, first])
  const reported = await sent(line)
  const second = await sent(line)
  await decided(second, 'plaatsing')
  await decided(first, 'terug')
  assert.deepEqual(await marks(), [second, second])
  assert.ok((await gone(await sent('W-9;Iets anders;Je kunt iets.;online;1;;;'))).some(([, code]) => code === 'W-1'))
  const third = await sent('W-1;Nog anders;Je kunt iets.;online;1;;;')
  await decided(third, 'plaatsing')
  await decided(second, 'terug')
  assert.deepEqual(await marks(), [third, null], 'the date stands in the third no more')
  await decided(third, 'terug')
  assert.deepEqual(await marks(), [null, null], `${reported} was reported and never accepted`)
})

test('once it is in, the page says of every course where it stands, why, and what to do', async () => {
  const id = await sent(
    'X-1;Compleet;Je kunt iets.;op locatie;1;op de vraag af: oefenen;9-2-2027;Assen',
    'X-2;Zonder kenmerk;Je kunt iets.;op locatie;1;;9-2-2027;Assen',
    'X-3;Zonder datum;Je kunt iets.;op locatie;1;op de vraag af: oefenen;;',
  )
  assert.doesNotMatch(await read(importUrl({ id })), /Zo staan jullie trainingen/)
  await decided(id, 'plaatsing')
  const shown = await read(importUrl({ id }))
  assert.match(shown, /Concept: 2 Wordt bekeken: 1/)
  assert.match(shown, /Zonder kenmerk X-2 · Zeg eerst welke kenmerken de training leert en hoe sterk\./)
  assert.match(shown, /Zonder datum X-3 · Zet er eerst een datum bij/)
  assert.match(shown, /Een concept zien alleen jullie\. Vul bij elke training aan wat er mist/)
  const waiting = await read(`${importUrl({ id })}?stand=wordt-bekeken`)
  assert.match(waiting, /Compleet X-1 · Uiterlijk .* op de site\./)
  assert.doesNotMatch(waiting, /Zonder kenmerk X-2 · Zeg/)
  const course = await named('X-2')
  const links = await (await caller.get(`${importUrl({ id })}?wat=new`)).text()
  assert.ok(links.includes(`href="/scholing/aanbieder/trainingen/${course?.id}"`))

  // What a next file completes goes to the editor by itself, and comes back when that is undone.
  const next = await sent('X-2;Zonder kenmerk;Je kunt iets.;op locatie;1;op de vraag af: oefenen;9-2-2027;Assen')
  await decided(next, 'plaatsing')
  assert.match(await read(importUrl({ id })), /Concept: 1 Wordt bekeken: 2/)
  await decided(next, 'terug')
  assert.match(await read(importUrl({ id })), /Concept: 2 Wordt bekeken: 1/)

  // The same with a date: the course itself stays as it was, and may not even stand in the file.
  const dated = await sent('X-3;Zonder datum;Je kunt iets.;op locatie;1;op de vraag af: oefenen;9-2-2027;Assen')
  await decided(dated, 'plaatsing')
  assert.match(await read(importUrl({ id })), /Concept: 1 Wordt bekeken: 2/)
  await decided(dated, 'terug')
  assert.match(await read(importUrl({ id })), /Concept: 2 Wordt bekeken: 1/)

  const linked = async () =>
    /trainingen\/[0-9a-f-]{36}/.test(await (await caller.get(`${importUrl({ id })}?wat=new`)).text())
  assert.equal(await linked(), true)
  await decided(id, 'terug')
  assert.doesNotMatch(await read(importUrl({ id })), /Zo staan jullie trainingen/)
  assert.equal(await linked(), false)
})
