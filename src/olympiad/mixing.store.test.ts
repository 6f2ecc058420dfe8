import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { setTimeout } from 'node:timers/promises'
import { pino } from 'pino'
import { testDatabase } from '../../test/database.ts'
import { settleWorld } from '../../test/world.ts'
import { DAY, after as later } from '../foundation/clock.ts'
import { begin, type Database, type Db, inTransaction } from '../foundation/db/index.ts'
import { ownAnswers, saveAnswers, saveSecretly } from './ballot.store.ts'
import { closeRound } from './closing.store.ts'
import { mixBallots, mixOpen } from './mixing.store.ts'
import {
  type Member,
  noon,
  rolesTimes,
  settleOlympiad,
  settlePanel,
  settleRound,
  settleStatements,
} from './olympiad.sample.ts'
import { hasAnsweredIn, takeBackAnswers } from './panel.store.ts'
import { verdictsOf } from './verdict.store.ts'

const log = pino({ enabled: false })
let database: Database
let db: Db
before(async () => {
  database = await testDatabase()
  db = database.db
  await settleWorld(db, { now: later(noon, -40 * DAY) })
})
after(() => database.close())

const rows = async <R extends object>(text: string, ...values: unknown[]): Promise<R[]> =>
  (await database.pool.query<R & Record<string, unknown>>(text, values)).rows

/** An open round in which twelve people said something else each. */
async function voted(mode: 'confidential' | 'secret') {
  const olympiad = await settleOlympiad(db)
  const statements = await settleStatements(db, 2)
  const round = await settleRound(db, { olympiad, statements, mode })
  const panel: Member[] = []
  // Each in one transaction, as a request is.
  for (const role of rolesTimes(6)) panel.push(...(await inTransaction(db, (tx) => settlePanel(tx, olympiad, [role]))))
  const given = statements.map((statement) => ({ statement, answer: 8 as const }))
  for (const { held } of panel) {
    const vote = { round, held, given, at: noon }
    const saved = mode === 'secret' ? await saveSecretly(db, vote, undefined) : await saveAnswers(db, vote)
    assert.equal(saved.is, 'saved')
  }
  return { olympiad, round, panel, statements }
}

/** How many rows of two tables were written in one transaction: what a person did beside what stands without one. */
async function joined(round: string, person: string, answer: string): Promise<number> {
  const inRound = (table: string) =>
    ['panellist', 'pseudonym'].includes(table)
      ? `olympiad.${table} where olympiad = (select olympiad from olympiad.round where id = $1)`
      : `olympiad.${table} where round = $1`
  return (
    await rows(
      `select from (select xmin::text from ${inRound(person)}) p join (select xmin::text from ${inRound(answer)}) a using (xmin)`,
      round,
    )
  ).length
}

const PAIRS = {
  confidential: [
    ['panellist', 'pseudonym'],
    ['participation', 'ballot'],
  ],
  secret: [
    ['panellist', 'pseudonym'],
    ['participation', 'secret_ballot'],
    ['participation', 'receipt'],
    ['secret_ballot', 'receipt'],
  ],
} as const

async function assertApart(round: string, pairs: readonly (readonly [string, string])[]): Promise<void> {
  for (const [person, answer] of pairs) assert.equal(await joined(round, person, answer), 0, `${person} and ${answer}`)
}

/** Where rows of a table lie, told by a column of them. */
const order = async (table: string, column: string, round: string): Promise<string[]> =>
  (
    await rows<{ at: string }>(
      `select ${column}::text as at from olympiad.${table} where round = $1 order by ctid`,
      round,
    )
  ).map(({ at }) => at)

test('while a secret round is open, no transaction leads from a person to a ballot or receipt', async () => {
  const { round, panel } = await voted('secret')
  for (const [person, answer] of PAIRS.secret)
    assert.ok((await joined(round.id, person, answer)) > 0, `${person} ${answer}`)
  const [people, codes] = [
    await order('participation', 'panellist', round.id),
    await order('receipt', 'code', round.id),
  ]
  assert.deepEqual(
    people,
    panel.map(({ id }) => id),
  )
  await mixOpen(db, log)
  await assertApart(round.id, PAIRS.secret)
  for (const table of ['participation', 'receipt', 'secret_ballot'])
    assert.equal((await rows(`select distinct xmin::text from olympiad.${table} where round = $1`, round.id)).length, 1)
  const [peopleAfter, codesAfter] = [
    await order('participation', 'panellist', round.id),
    await order('receipt', 'code', round.id),
  ]
  assert.deepEqual(peopleAfter.toSorted(), people.toSorted())
  assert.deepEqual(codesAfter.toSorted(), codes.toSorted())
  // That twelve rows come back in the order they had is one chance in 479,001,600.
  assert.notDeepEqual(peopleAfter, people)
  assert.notDeepEqual(codesAfter, codes)
  // Without anyone new nothing is written again.
  const before = await rows('select distinct xmin::text from olympiad.participation where round = $1', round.id)
  await mixOpen(db, log)
  assert.deepEqual(
    await rows('select distinct xmin::text from olympiad.participation where round = $1', round.id),
    before,
  )
})

test('a closing has everything mixed; until the final one each still finds their own ballots', async () => {
  const { olympiad, round, panel, statements } = await voted('confidential')
  for (const [person, answer] of PAIRS.confidential) assert.ok((await joined(round.id, person, answer)) > 0)
  const own = await ownAnswers(db, round.id, panel[3]?.held ?? { pseudonym: '' })
  assert.equal(own.length, 2)
  const pseudonyms = await order('ballot', 'pseudonym', round.id)
  await closeRound(db, round.id, { by: null, at: noon, final: false })
  const jobs = `select from pgboss.job where name = 'olympiad-retention' and data ->> 'olympiad' = $1`
  assert.equal((await rows(jobs, olympiad)).length, 1)
  // The next round may be open by then: what is said there stays where it is.
  const next = await settleRound(db, { olympiad, statements, number: 2 })
  const vote = { round: next, held: panel[0]?.held ?? { panellist: '', pseudonym: '', receipt: '' }, at: noon }
  assert.equal((await saveAnswers(db, { ...vote, given: own })).is, 'saved')
  await mixBallots(db, olympiad)
  await assertApart(round.id, PAIRS.confidential)
  await assertApart(next.id, PAIRS.confidential)
  const mixed = await order('ballot', 'pseudonym', round.id)
  assert.deepEqual(mixed.toSorted(), pseudonyms.toSorted())
  assert.notDeepEqual(mixed, pseudonyms)
  assert.deepEqual(new Set(await ownAnswers(db, round.id, panel[3]?.held ?? { pseudonym: '' })), new Set(own))
  assert.equal((await saveAnswers(db, { ...vote, given: own })).is, 'saved')
  await closeRound(db, next.id, { by: null, at: noon, final: true })
  assert.equal((await rows(jobs, olympiad)).length, 2)
  await mixBallots(db, olympiad)
  await mixBallots(db, olympiad)
  const known = new Set(pseudonyms)
  assert.ok((await order('ballot', 'pseudonym', round.id)).every((name) => !known.has(name)))
  assert.deepEqual(await ownAnswers(db, round.id, panel[3]?.held ?? { pseudonym: '' }), [])
  assert.equal((await verdictsOf(db, round.id)).length, 2)
  assert.equal((await rows('select from olympiad.ballot where round = $1', round.id)).length, 24)
})

test('who votes while who answered is being written anew, waits for it at most and is kept', async () => {
  const { olympiad, round, panel, statements } = await voted('confidential')
  const [someone] = panel
  assert.ok(someone)
  const given = statements.map((statement) => ({ statement, answer: 2 as const }))
  const again = () => saveAnswers(db, { round, held: someone.held, given, at: noon })
  const outcomes = await Promise.all([
    mixOpen(db, log),
    again(),
    mixBallots(db, olympiad),
    again(),
    mixOpen(db, log),
    again(),
  ])
  assert.deepEqual(
    outcomes.filter((one) => one !== undefined),
    [{ is: 'saved' }, { is: 'saved' }, { is: 'saved' }],
  )
  assert.equal((await rows('select from olympiad.participation where round = $1', round.id)).length, 12)
  assert.equal((await rows('select from olympiad.ballot where round = $1', round.id)).length, 24)
})

test('who takes their answers back while who answered is being written anew, did not answer any more', async () => {
  const { olympiad, round, panel } = await voted('confidential')
  const [someone] = panel
  assert.ok(someone)
  // Stands for a mixing that is half way: it holds the Olympiade, and has written the row of this person anew.
  const mixing = await begin(database.pool)
  try {
    await mixing.db.$client.query('select from olympiad.olympiad where id = $1 for no key update', [olympiad])
    await mixing.db.$client.query(
      `with gone as (delete from olympiad.participation where round = $1 returning round, panellist)
       insert into olympiad.participation (round, panellist) select round, panellist from gone`,
      [round.id],
    )
    const back = inTransaction(db, (tx) => takeBackAnswers(tx, olympiad, someone.held, someone.id))
    await untilWaiting()
    await mixing.commit()
    await back
  } finally {
    await mixing.rollback()
  }
  assert.equal(await hasAnsweredIn(db, someone.id, round.id), false)
  assert.deepEqual(await ownAnswers(db, round.id, someone.held), [])
  assert.equal((await rows('select from olympiad.participation where round = $1', round.id)).length, 11)
})

/** Until somebody in this database waits for a lock of another. */
async function untilWaiting(): Promise<void> {
  const waiting = `select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`
  while ((await rows(waiting)).length === 0) await setTimeout(5)
}

test('no pseudonym outlives a final closing that came while it was being written anew', async () => {
  const { olympiad, round } = await voted('confidential')
  const closing = await begin(database.pool)
  try {
    await closeRound(closing.db, round.id, { by: null, at: noon, final: true })
    const mixing = mixBallots(db, olympiad)
    await closing.commit()
    await mixing
  } finally {
    await closing.rollback()
  }
  assert.deepEqual(await rows('select from olympiad.pseudonym where olympiad = $1', olympiad), [])
  await Promise.all([mixOpen(db, log), mixBallots(db, olympiad)])
  assert.deepEqual(await rows('select from olympiad.pseudonym where olympiad = $1', olympiad), [])
})
