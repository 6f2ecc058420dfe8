import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import pino from 'pino'
import { testDatabase } from '../../test/database.ts'
import { quiet } from '../../test/parts.ts'
import { people } from '../../test/world.ts'
import { DAY, after as later, MINUTE } from '../foundation/clock.ts'
import { readConfig } from '../foundation/config.ts'
import { asRole, type Database, inTransaction, REFLECTOR } from '../foundation/db/index.ts'
import { readPost } from '../foundation/mail/index.ts'
import { randomToken } from '../foundation/seal.ts'
import { merge } from './answers.ts'
import { makeCode, secretOfCode } from './code.store.ts'
import { contribute, contributions, copyWaiting, latestFigures } from './contribution.store.ts'
import { sealContribution } from './contribution.ts'
import { answersFrom, sampleInstruments } from './instrument.sample.ts'
import { eraseOwnSheets, keepAsOwn, ownSheets, secretOfOwn } from './own-sheet.store.ts'
import { contributionKey, tally } from './reflection.jobs.ts'
import { askReminder, forgetReminder, REMINDER, sendReminders } from './reminder.store.ts'
import { eraseSheet, keepSheet, readResult, readSheet, sweepSheets, writeSheet } from './sheet.store.ts'
import { KEPT, lookupOf, newSecret, newSheet, type Sheet, sealSheet, ticketOf } from './sheet.ts'

const now = new Date('2026-11-23T10:00:00Z')
const instruments = sampleInstruments()
const config = readConfig({ DEMO: 'on', SECRET_KEY: 'only for tests, only for tests, only for tests' })
const key = Buffer.from(randomToken(32), 'base64url')
const noor = people.noor.id
let database: Database

before(async () => {
  database = await testDatabase()
  await database.pool.query(
    `insert into reflection.edition (slug, fingerprint, item, revision, number, lines, published_at)
     values ('2026', '', gen_random_uuid(), gen_random_uuid(), 1, '{}', $1)`,
    [now],
  )
})
after(() => database.close())

const empty = (): Sheet => newSheet('2026', 0)
const answering = (line: string, value: 1 | 2 | 3 | 4 | 5) => (sheet: Sheet | undefined) => {
  const on = sheet ?? empty()
  return { ...on, round: merge(on.round, { answers: { [line]: value }, wishes: {} }) }
}
const written = async (): Promise<Buffer> => {
  const secret = newSecret()
  await writeSheet(database.db, secret, now, answering('ek1', 4))
  return secret
}
const counted = (table: string) =>
  asRole(database.db, REFLECTOR, { 'app.task': 'tally' }, async (tx) =>
    Number((await tx.$client.query(`select count(*) from reflection.${table}`)).rows[0].count),
  )

test('what is written with a secret is read with it, and with nothing else', async () => {
  const secret = await written()
  assert.equal((await readSheet(database.db, secret, now))?.sheet.round.answers.ek1, 4)
  assert.equal(await readSheet(database.db, newSecret(), now), undefined)
})

test('fifty tabs at once: every answer is there', async () => {
  const secret = newSecret()
  const lines = instruments.current.lines.map((line) => line.slug)
  await Promise.all(
    lines.map((line) => inTransaction(database.db, (tx) => writeSheet(tx, secret, now, answering(line, 3)))),
  )
  assert.deepEqual(
    Object.keys((await readSheet(database.db, secret, now))?.sheet.round.answers ?? {}).sort(),
    [...lines].sort(),
  )
})

test('what this process wrote last is never believed: another one may have written, kept or erased since', async () => {
  const secret = await written()
  const lookup = lookupOf(secret)
  const elsewhere = (text: string) =>
    asRole(database.db, REFLECTOR, { 'app.sheet': lookup.toString('hex') }, (tx) => tx.$client.query(text))
  const other = { ...empty(), round: merge(empty().round, { answers: { ek5: 1 }, wishes: {} }) }
  await elsewhere(`update reflection.sheet set sealed = '\\x${sealSheet(secret, other).toString('hex')}'`)
  await writeSheet(database.db, secret, now, answering('ek2', 2))
  assert.deepEqual((await readSheet(database.db, secret, now))?.sheet.round.answers, { ek5: 1, ek2: 2 })
  await elsewhere(`update reflection.sheet set kept = true, expires_at = '2028-01-01'`)
  await writeSheet(database.db, secret, now, answering('ek3', 3))
  assert.ok(await readSheet(database.db, secret, later(now, 30 * DAY)))
  await elsewhere('delete from reflection.sheet')
  assert.equal(await writeSheet(database.db, secret, now, (sheet) => sheet && answering('ek4', 4)(sheet)), undefined)
  assert.equal(await readSheet(database.db, secret, now), undefined)
})

test('not kept: gone 24 hours after the last answer, for reading at once and from the table at the next sweep', async () => {
  const secret = await written()
  assert.ok(await readSheet(database.db, secret, later(now, DAY - 11 * MINUTE)))
  assert.equal(await readSheet(database.db, secret, later(now, DAY)), undefined)
  assert.ok((await sweepSheets(database.db, later(now, DAY))) >= 1)
  assert.equal(await readSheet(database.db, secret, now), undefined)
})

test('kept: two years without use, and using it begins them anew', async () => {
  const secret = await written()
  await keepSheet(database.db, secret, now)
  await sweepSheets(database.db, later(now, KEPT - DAY))
  assert.ok(await readSheet(database.db, secret, later(now, KEPT - DAY)))
  await writeSheet(database.db, secret, later(now, 300 * DAY), answering('ek2', 2))
  await sweepSheets(database.db, later(now, KEPT + DAY))
  assert.ok(await readSheet(database.db, secret, later(now, KEPT + DAY)))
  await sweepSheets(database.db, later(now, KEPT + 301 * DAY))
  assert.equal(await readSheet(database.db, secret, now), undefined)
})

test('a code opens its sheet; a new one retires it; erasing takes both', async () => {
  const secret = await written()
  const first = await makeCode(database.db, secret, 1)
  assert.equal(await makeCode(database.db, secret, 1), first)
  assert.deepEqual(await secretOfCode(database.db, first), secret)
  const second = await makeCode(database.db, secret, 2)
  assert.equal(await secretOfCode(database.db, first), undefined)
  assert.deepEqual(await secretOfCode(database.db, second), secret)
  await eraseSheet(database.db, secret)
  assert.equal(await secretOfCode(database.db, second), undefined)
})

test("with an account: numbered per person, opened with that person's key only, erased with the person", async () => {
  const [one, two] = [await written(), await written()]
  const owner = { person: noor, key }
  assert.equal(await keepAsOwn(database.db, owner, one, now), 1)
  assert.equal(await keepAsOwn(database.db, owner, two, now), 2)
  assert.equal(await keepAsOwn(database.db, owner, two, now), 2)
  assert.equal(await keepAsOwn(database.db, { person: people.milan.id, key }, two, now), undefined)
  assert.deepEqual(
    (await ownSheets(database.db, noor)).map((sheet) => sheet.number),
    [2, 1],
  )
  assert.deepEqual(await secretOfOwn(database.db, owner, 1, now), one)
  assert.equal(await secretOfOwn(database.db, { person: randomUuid(), key }, 1, now), undefined)
  await assert.rejects(secretOfOwn(database.db, { person: noor, key: Buffer.alloc(32) }, 1, now))
  await eraseOwnSheets(database.db, noor)
  await eraseOwnSheets(database.db, noor)
  assert.deepEqual(await ownSheets(database.db, noor), [])
  assert.equal(await readSheet(database.db, one, now), undefined)
})

test('counting along: once per sheet, no batch under ten, no figures under thirty', async () => {
  const rows = ['12345 54321 33333 24242 15151', '23451 43215 44444 42424 51515', '34512 32154 55555 35353 11155']
  const handIn = async (at: number, edition = '2026') => {
    const secret = newSecret()
    const answers = answersFrom(instruments.current, rows[at % 3] ?? '')
    const one = { edition, answers, minutes: 8 }
    assert.equal(await contribute(database.db, secret, contributionKey(config), one, now), true)
    return { secret, one }
  }
  for (let at = 0; at < 9; at++) await handIn(at)
  assert.equal(await copyWaiting(database.db, contributionKey(config), now), 0)
  const { secret, one } = await handIn(9)
  assert.equal(await contribute(database.db, secret, contributionKey(config), one, now), false)
  assert.equal(await tally(database.db, config, instruments, now), 10)
  assert.deepEqual([await counted('waiting_contribution'), await counted('contribution')], [0, 10])
  assert.equal(await latestFigures(database.db, '2026'), undefined)
  for (let at = 0; at < 20; at++) await handIn(at)
  assert.equal(await tally(database.db, config, instruments, later(now, DAY)), 20)
  const latest = await latestFigures(database.db, '2026')
  assert.equal((await contributions(database.db, contributionKey(config))).length, 30)
  assert.equal(latest?.figures.people, 30)
  assert.equal(latest?.month, '2026-11-01')
  // Ten came, but one of them for this edition: new figures would tell what that one person answered.
  await handIn(0)
  for (let at = 0; at < 9; at++) await handIn(at, 'of later')
  assert.equal(await tally(database.db, config, instruments, later(now, 2 * DAY)), 10)
  assert.equal((await latestFigures(database.db, '2026'))?.figures.people, 30)
  for (let at = 0; at < 10; at++) await handIn(at)
  assert.equal(await tally(database.db, config, instruments, later(now, 3 * DAY)), 10)
  assert.equal((await latestFigures(database.db, '2026'))?.figures.people, 41)
})

test('the result knows whether this sheet was counted', async () => {
  const secret = await written()
  assert.equal((await readResult(database.db, secret, now))?.counted, false)
  await contribute(database.db, secret, contributionKey(config), { edition: '2026', answers: {}, minutes: 0 }, now)
  assert.equal((await readResult(database.db, secret, now))?.counted, true)
})

test('a reminder: one mail about half a year later that says one sentence; then the address is gone', async () => {
  await askReminder(database.db, config, 'noor@verankerd.example', now)
  await askReminder(database.db, config, 'noor@verankerd.example', now)
  await askReminder(database.db, config, 'weg@verankerd.example', now)
  await forgetReminder(database.db, config, 'weg@verankerd.example')
  assert.equal(await sendReminders(database.db, config, later(now, 180 * DAY), quiet), 0)
  assert.equal(await sendReminders(database.db, config, later(now, 190 * DAY), quiet), 1)
  assert.equal(await sendReminders(database.db, config, later(now, 190 * DAY), quiet), 0)
  const [mail] = await readPost(database.db, config.secretKey)
  assert.deepEqual([mail?.to, mail?.subject, mail?.text], ['noor@verankerd.example', REMINDER, `${REMINDER}.`])
})

test('an address that can no longer be opened holds up nobody, is tried again, and is not kept for ever', async () => {
  const due = later(now, 190 * DAY)
  const broken = Buffer.alloc(32, 1)
  await asRole(database.db, REFLECTOR, { 'app.reminder': broken.toString('hex') }, (tx) =>
    tx.$client.query('insert into reflection.reminder (address_hash, sealed, due_on) values ($1, $2, $3)', [
      broken,
      Buffer.from('not ours'),
      '2026-01-01',
    ]),
  )
  const waiting = async () =>
    (
      await asRole(database.db, REFLECTOR, { 'app.sweep': due.toISOString() }, (tx) =>
        tx.$client.query('select due_on from reflection.reminder'),
      )
    ).rows.length
  await askReminder(database.db, config, 'gloria@verankerd.example', now)
  const lines: string[] = []
  const log = pino({ base: null }, { write: (line: string) => void lines.push(line) })
  const early = new Date('2026-01-20T08:00:00Z')
  assert.equal(await sendReminders(database.db, config, early, log), 0)
  assert.equal(await sendReminders(database.db, config, early, log), 0)
  assert.deepEqual([lines.length, await waiting()], [2, 2], 'it waits, and is tried again')
  assert.doesNotMatch(lines.join(), /gloria|not ours|0101/)
  await asRole(database.db, REFLECTOR, { 'app.reminder': broken.toString('hex') }, (tx) =>
    tx.$client.query(`update reflection.reminder set due_on = '2027-05-30' where address_hash = $1`, [broken]),
  )
  assert.equal(await sendReminders(database.db, config, due, log), 1, 'the one behind it is mailed')
  assert.equal(await waiting(), 1)
  await sendReminders(database.db, config, later(due, 60 * DAY), log)
  assert.equal(await waiting(), 0)
})

test('a contribution that no key opens any more holds up neither the batch nor the figures', async () => {
  const tallyKey = contributionKey(config)
  const ofEarlierKey = sealContribution(key, { edition: '2026', answers: {}, minutes: 0 })
  await asRole(database.db, REFLECTOR, { 'app.task': 'tally' }, (tx) =>
    tx.$client.query(`insert into reflection.contribution (month, sealed) values ('2026-01-01', $1)`, [ofEarlierKey]),
  )
  const before = (await contributions(database.db, tallyKey)).length
  for (let at = 0; at < 10; at++) {
    const secret = newSecret()
    await contribute(database.db, secret, tallyKey, { edition: '2026', answers: {}, minutes: 0 }, now)
  }
  await asRole(database.db, REFLECTOR, { 'app.ticket': ticketOf(newSecret()).toString('hex') }, (tx) =>
    tx.$client.query('insert into reflection.waiting_contribution (sealed) values ($1)', [ofEarlierKey]),
  )
  const copied = await copyWaiting(database.db, tallyKey, now)
  assert.ok(copied >= 10)
  assert.equal((await contributions(database.db, tallyKey)).length, before + copied)
})

function randomUuid(): string {
  return '00000000-0000-4000-8000-999999999999'
}
