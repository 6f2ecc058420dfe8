import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import pg from 'pg'
import { type House, openHouse, testMoment } from '../../test/house.ts'
import { dutchDay } from '../foundation/clock.ts'
import { readApart } from './import.process.ts'
import { acceptImport, beginImport, keepBytes, readImport, reportRows, undoImport } from './import.store.ts'
import { countsWords } from './import.ts'
import { advanceImport } from './import.work.ts'
import { offeringsOf } from './offering.store.ts'
import { deskCourses } from './provider.desk.store.ts'
import { readProvider } from './provider.store.ts'
import type { Provider } from './provider.ts'
import { standingTeachings } from './teaching.read.store.ts'

let house: House
let provider: Provider
before(async () => {
  house = await openHouse()
  const found = await readProvider(house.database.db, 'leerplaats-kompas')
  assert.ok(found)
  provider = found
})
after(() => house.close())

const hand = { by: null, at: testMoment }
const HEAD = 'code;titel;wat kun je daarna;vorm;uren;prijs;kenmerken;datum;begintijd;eindtijd;plaats;nog vrij'

async function taken(lines: string[]): Promise<string> {
  const { db } = house.database
  const id = await beginImport(db, { provider: provider.id, address: null, name: 'aanbod.csv' }, hand)
  await keepBytes(db, id, Buffer.from([HEAD, ...lines].join('\n')))
  assert.equal(await advanceImport(db, id, testMoment), 'reported')
  return id
}

async function set(id: string, endsGone = false): Promise<void> {
  await acceptImport(house.database.db, id, endsGone, hand)
  assert.equal(await advanceImport(house.database.db, id, testMoment), 'set')
}

async function undone(id: string): Promise<number> {
  await undoImport(house.database.db, id, hand)
  assert.equal(await advanceImport(house.database.db, id, testMoment), 'undone')
  return (await readImport(house.database.db, id))?.kept ?? -1
}

const said = async (id: string) => {
  const one = await readImport(house.database.db, id)
  assert.ok(one?.counts)
  return countsWords({ ...one.counts, gone: 0 })
}

const coded = async (code: string) => {
  const page = { today: dutchDay(testMoment), skip: 0, most: 100 }
  const found = await deskCourses(house.database.db, provider.id, { text: code, which: 'kept' }, page)
  return found.filter((one) => one.code === code)
}

const named = async (code: string) => (await coded(code))[0]

const first = [
  'A-1;Luisteren op straat;Je kunt iemand laten uitpraten.;op locatie;6;€ 1.234,50;op de vraag af: oefenen;9-2-2027;9.30;16.30;Assen;4',
  'A-1;;;;;;;16 februari 2027;9.30;16.30;Beilen;',
  'A-2;Rekenen aan de keukentafel;Je maakt samen een begroting.;online;1,5;gratis;;2027-03-01;;;online;',
]

test('a catalogue comes in, changes, is read again without a change, and is undone', async () => {
  const { db } = house.database
  const one = await taken(first)
  assert.equal(await said(one), '5 nieuw')
  assert.equal(await named('A-1'), undefined, 'a dry run writes nothing')
  await set(one)
  const course = await named('A-1')
  assert.ok(course)
  assert.equal(course.priceCents, 123_450)
  assert.deepEqual(
    (await offeringsOf(db, course.id)).map(({ startsOn, gemeente }) => [startsOn, gemeente]),
    [
      ['2027-02-16', 'GM1731'],
      ['2027-02-09', 'GM0106'],
    ],
  )

  assert.equal(await said(await taken(first)), '5 gelijk gebleven')

  const other = await taken([first[0]?.replace('1.234,50', '950').replace(';4', ';1') ?? '', ...first.slice(1)])
  assert.equal(await said(other), '2 veranderen, 3 gelijk gebleven')
  assert.deepEqual(
    (await reportRows(db, other, 'changed', 1)).map(({ words }) => words),
    [
      ['Prijs: € 1.234,50 → € 950'],
      [
        '9 februari 2027, 9.30 tot 16.30 uur, Assen, nog 4 plaatsen → 9 februari 2027, 9.30 tot 16.30 uur, Assen, nog één plaats',
      ],
    ],
  )
  await set(other)
  assert.equal((await named('A-1'))?.priceCents, 95_000)
  assert.equal(await undone(other), 0)
  assert.equal((await named('A-1'))?.priceCents, 123_450)
  assert.equal((await offeringsOf(db, course.id))[1]?.seatsLeft, 4)

  assert.equal(await undone(one), 2, 'what was changed since stays: the course, and the date that was put back')
  assert.ok(await named('A-1'))
  assert.equal(await named('A-2'), undefined)
})

test('what only shows beside what stands here is said of a refused row too; the good rows go in', async () => {
  const id = await taken([
    'B-1;Goed;Je kunt iets.;op locatie;6;;;;;;;',
    'B-3;Data;Je kunt iets.;online;veel;;;2-3-2027;;;Assen;',
    'B-9;;;;;;;ooit;14.00;;Assen;',
    'B-4;Onbekend;Je kunt iets.;online;veel;;goed luisteren;;;;;',
    'B-1;;;;;;;31-2-2027;;;Assen;',
  ])
  const rows = await reportRows(house.database.db, id, 'refused', 1)
  const hours = 'uren: hier staat “veel”. Vul de studielast in uren in, bijvoorbeeld 6 of 1,5.'
  const unknown = (code: string) =>
    `Training “${code}” kennen we niet, en hij staat niet goed in dit bestand. Kijk de training eerst na.`
  assert.deepEqual(
    rows.slice(0, 3).map(({ place, words }) => [place, ...words]),
    [
      ['regel 3', hours],
      ['regel 3', unknown('B-3')],
      ['regel 4', 'datum: “ooit” is geen dag. Schrijf hem zo: 9-11-2027.', unknown('B-9')],
    ],
  )
  assert.equal(rows[3]?.words[0], hours)
  assert.match(rows[3]?.words[1] ?? '', /^kenmerken: “goed luisteren” kennen we niet; dat lieten we weg\. Kies uit: “/)
  assert.deepEqual(rows[4]?.words, ['datum: “31-2-2027” is geen dag die bestaat. Kijk hem nog eens na.'])
  assert.equal(await said(id), '1 nieuw, 5 niet te lezen')
  await set(id)
  assert.ok(await named('B-1'))
  assert.equal(await undone(id), 0)
  assert.equal(await named('B-1'), undefined)
})

test('what is no longer in it stays, unless the provider says so; and comes back', async () => {
  const { db } = house.database
  const begun = await taken([
    'C-1;Een;Je kunt iets.;op locatie;6;;;9-2-2027;;;Assen;',
    'C-1;;;;;;;10-2-2027;;;Assen;',
    'C-2;Twee;Je kunt iets.;op locatie;6;;;;;;;',
  ])
  await set(begun)
  const later = await taken(['C-1;Een;Je kunt iets.;op locatie;6;;;9-2-2027;;;Assen;'])
  const gone = await reportRows(db, later, 'gone', 1)
  assert.ok(gone.some(({ kind, code }) => kind === 'course' && code === 'C-2'))
  assert.equal(gone.filter(({ kind }) => kind === 'offering').length, 1)
  await set(later, true)
  const course = await named('C-1')
  assert.ok(course)
  const cancelled = async () =>
    (await offeringsOf(db, course.id)).filter(({ cancelledAt }) => cancelledAt !== null).length
  assert.equal(await cancelled(), 1)
  assert.equal(await undone(later), 0)
  assert.equal(await cancelled(), 0)
})

test('a colleague who changed something between report and setting wins, and that is said', async () => {
  const { db, pool } = house.database
  await set(await taken(['D-1;Een;Je kunt iets.;op locatie;6;;;9-2-2027;;;Assen;3']))
  const id = await taken(['D-1;Een, beter;Je kunt iets.;op locatie;6;;;9-2-2027;;;Assen;2'])
  const course = await named('D-1')
  await pool.query('update training.course set version = version + 1 where id = $1', [course?.id])
  await set(id)
  assert.equal((await named('D-1'))?.title, 'Een')
  const [row] = await reportRows(db, id, 'refused', 1)
  assert.match(row?.words.join(' ') ?? '', /Een collega veranderde dit/)
})

test('whoever was killed goes on where it was, and nothing is done twice', async () => {
  const { db, ownerUrl } = house.database
  const owner = new pg.Pool({ connectionString: ownerUrl, max: 1, allowExitOnIdle: true })
  const id = await beginImport(db, { provider: provider.id, address: null, name: 'aanbod.csv' }, hand)
  const lines = ['E-1;Een;Je kunt iets.;op locatie;6;;;9-2-2027;;;Assen;', 'E-1;;;;;;;10-2-2027;;;Emmen;']
  await keepBytes(db, id, Buffer.from([HEAD, ...lines].join('\n')))
  // Killed while it was read: some of it lies there.
  await owner.query(
    `insert into training.import_item (import, no, kind, place, code, key, given)
     values ($1, 7, 'course', 'regel 2', 'E-1', '', '{}')`,
    [id],
  )
  assert.equal(await advanceImport(db, id, testMoment), 'reported')
  assert.equal(await said(id), '3 nieuw')

  // Killed while it went in: the course is there, its dates are not.
  await owner.query(`create function training.crash() returns trigger language plpgsql as $$
    begin if new.gemeente = 'GM0114' then raise exception 'crash'; end if; return new; end $$`)
  await owner.query(
    'create trigger crash before insert on training.offering for each row execute function training.crash()',
  )
  await acceptImport(db, id, false, hand)
  await assert.rejects(advanceImport(db, id, testMoment))
  const course = await named('E-1')
  assert.ok(course)
  assert.equal((await offeringsOf(db, course.id)).length, 0)
  await owner.query('drop trigger crash on training.offering')
  // Two servers wake at the same moment: one does the work.
  const both = await Promise.all([advanceImport(db, id, testMoment), advanceImport(db, id, testMoment)])
  assert.ok(both.includes('set'))
  assert.equal((await offeringsOf(db, course.id)).length, 2)
  assert.equal((await coded('E-1')).length, 1)
  await owner.end()
})

test('what an editor confirmed is confirmed again after an undoing', async () => {
  const { db, pool } = house.database
  const line = 'H-1;Een;Je kunt iets.;op locatie;6;;op de vraag af: oefenen;;;;;'
  await set(await taken([line]))
  const course = await named('H-1')
  assert.ok(course)
  await pool.query('update training.teaching set confirmed_at = $2 where course = $1', [course.id, testMoment])
  const standing = async () =>
    (await standingTeachings(db, course.id)).map(({ id, strength, confirmedAt }) => ({ id, strength, confirmedAt }))
  const before = await standing()
  const later = new Date(testMoment.getTime() + 60_000)
  const id = await taken([line.replace('oefenen', 'verdiepen')])
  await acceptImport(db, id, false, { by: null, at: later })
  assert.equal(await advanceImport(db, id, later), 'set')
  assert.deepEqual(
    (await standing()).map(({ strength, confirmedAt }) => [strength, confirmedAt]),
    [['deepening', null]],
  )
  assert.equal(await undone(id), 0)
  assert.deepEqual(await standing(), before)
})

test('text that a database refuses is kept without what it refuses', async () => {
  const { db } = house.database
  const long = `${'a'.repeat(79)}🙂${'b'.repeat(20)}`
  await set(await taken(['G-1;Een;Je kunt iets.;op locatie;6;;;;;;;']))
  const id = await taken([
    `G-1;${long};Je kunt\0 iets.;op locatie;6;;;;;;;`,
    `G-\0 2;Twee;;🙂${'x'.repeat(38)}🙂x;6;;;;;;;`,
  ])
  assert.equal(await said(id), '1 verandert, 1 niet te lezen')
  const [row] = await reportRows(db, id, 'changed', 1)
  assert.match(row?.words[0] ?? '', /^Titel: Een → a{79}…$/)
  const half = JSON.stringify({
    courses: [{ courseId: 'h', primaryCode: { code: 'H-1' }, name: [{ language: 'nl', value: 'Half \ud83d' }] }],
  })
  const other = await beginImport(db, { provider: provider.id, address: null, name: 'half\0.json' }, hand)
  await keepBytes(db, other, Buffer.from(half))
  assert.equal(await advanceImport(db, other, testMoment), 'reported')
})

test('bytes that could not be had are no fault of the catalogue: it is read again', async () => {
  async function* failing(): AsyncGenerator<Uint8Array> {
    yield Buffer.from(`${HEAD}\n`)
    throw new Error('the database went away')
  }
  await assert.rejects(async () => {
    for await (const read of readApart(failing())) assert.ok(!('fault' in read))
  }, /the database went away/)
})

test('a signal for the whole group does not stop the reading of a catalogue', async () => {
  const worker = join(import.meta.dirname, 'import.worker.ts')
  const child = spawn(process.execPath, ['--import', 'tsx', worker], { stdio: ['pipe', 'pipe', 'ignore'] })
  const courses = Array.from({ length: 150 }, (_, at) => ({ courseId: `${at}`, primaryCode: { code: `K-${at}` } }))
  child.stdin.write(`{"courses":[${courses.map((one) => JSON.stringify(one)).join()}`)
  let said = ''
  for await (const piece of child.stdout) {
    if (said === '') {
      child.kill('SIGTERM')
      child.stdin.end(']}')
    }
    said += String(piece)
  }
  assert.match(said, /"end"\n$/)
})
