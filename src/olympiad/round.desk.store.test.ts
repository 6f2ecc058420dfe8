import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { testDatabase } from '../../test/database.ts'
import { people, settleWorld } from '../../test/world.ts'
import { DAY, after as later } from '../foundation/clock.ts'
import { begin, type Database, type Db } from '../foundation/db/index.ts'
import { sha256 } from '../foundation/seal.ts'
import { noon, settleOlympiad, settleRound, settleStatements } from './olympiad.sample.ts'
import { dropRound, openRound, type Planned, planRound, replanRound } from './round.desk.store.ts'
import { readRoundById, sentencesOf } from './round.store.ts'
import type { Round } from './round.ts'

let database: Database
let db: Db
before(async () => {
  database = await testDatabase()
  db = database.db
  await settleWorld(db, { now: later(noon, -40 * DAY) })
})
after(() => database.close())

const hand = { by: people.henk.id, at: noon }

/** A round of two sentences that waits to be opened, and another plan for it. */
async function planned() {
  const olympiad = await settleOlympiad(db)
  const [first = '', second = '', third = ''] = await settleStatements(db, 3)
  const { id } = await settleRound(db, { olympiad, statements: [first, second], open: false })
  const round = await readRoundById(db, id)
  assert.ok(round)
  const other: Planned = {
    ...{ number: 1, mode: 'secret', opensAt: noon, closesAt: later(noon, 9 * DAY) },
    statements: [{ statement: third, version: 1 }],
  }
  return { round, other, olympiad, statements: [first, second], third }
}

/** Does the first in a transaction that stays open until the second waits for it, then lets both end. */
async function waitingFor<A, B>(first: (tx: Db) => Promise<A>, second: (db: Db) => Promise<B>): Promise<[A, B]> {
  const holding = await begin(database.pool)
  try {
    const one = await first(holding.db)
    const other = second(db)
    let ended = false
    void other.then(
      () => (ended = true),
      () => (ended = true),
    )
    for (let waits = false; !waits && !ended; ) {
      const { rows } = await database.pool.query(
        `select from pg_stat_activity where wait_event_type = 'Lock' and datname = current_database()`,
      )
      waits = rows.length > 0
    }
    assert.equal(ended, false, 'the second did not wait for the first')
    await holding.commit()
    return [one, await other]
  } finally {
    await holding.rollback()
  }
}

const open = (round: Round) => (on: Db) => openRound(on, round, '/olympiades', hand)

async function assertFrozen(round: Round, statements: string[]): Promise<void> {
  const sentences = await sentencesOf(db, round.id)
  assert.deepEqual(
    sentences.map(({ statement }) => statement),
    statements,
  )
  const { rows } = await database.pool.query<{ statements: string; body: { statements: string } }>(
    `select o.statements, l.body from olympiad.round_opening o join olympiad.log_entry l on l.olympiad = $2
       and l.action = 'round opened' where o.round = $1`,
    [round.id, round.olympiad],
  )
  const frozen = sha256(sentences.map((text) => `${text.statement} ${text.version} ${text.plain}`).join('\n'))
  assert.deepEqual(
    rows.map((row) => [row.statements, row.body.statements]),
    [[frozen, frozen]],
  )
}

test('who plans anew while a round is being opened finds it open, and nothing of it changed', async () => {
  const { round, other, statements } = await planned()
  const done = await waitingFor(open(round), (on) => replanRound(on, round, other))
  assert.deepEqual(done, [true, 'opened'])
  assert.equal((await readRoundById(db, round.id))?.mode, 'confidential')
  await assertFrozen(round, statements)
})

test('who opens a round while it is being planned anew opens the new plan', async () => {
  const { round, other, third } = await planned()
  const done = await waitingFor((on) => replanRound(on, round, other), open(round))
  assert.deepEqual(done, ['saved', true])
  assert.equal((await readRoundById(db, round.id))?.mode, 'secret')
  await assertFrozen(round, [third])
})

test('of two who open a round at once one does, and it is logged once', async () => {
  const { round, statements } = await planned()
  assert.deepEqual(await waitingFor(open(round), open(round)), [true, false])
  await assertFrozen(round, statements)
})

test('a round that is being opened is not taken back; one that was taken back does not open', async () => {
  const opened = await planned()
  assert.deepEqual(await waitingFor(open(opened.round), (on) => dropRound(on, opened.round)), [true, false])
  await assertFrozen(opened.round, opened.statements)
  const dropped = await planned()
  assert.deepEqual(await waitingFor((on) => dropRound(on, dropped.round), open(dropped.round)), [true, false])
  assert.equal(await readRoundById(db, dropped.round.id), undefined)
  assert.equal(await dropRound(db, dropped.round), false)
})

test('of two who plan a round the second hears of the first, and changes nothing', async () => {
  const { round, other, olympiad, statements } = await planned()
  const back: Planned = { ...other, mode: 'confidential', statements: [{ statement: statements[0] ?? '', version: 1 }] }
  const both = await waitingFor(
    (on) => replanRound(on, round, other),
    (on) => replanRound(on, round, back),
  )
  assert.deepEqual(both, ['saved', 'changed'])
  assert.equal((await readRoundById(db, round.id))?.mode, 'secret')
  assert.equal(await replanRound(db, { ...round, version: 2 }, back), 'saved')
  assert.equal(await planRound(db, olympiad, other, hand), false)
  assert.equal((await readRoundById(db, round.id))?.mode, 'confidential')
  const next: Planned = { ...other, number: 2 }
  const fresh = await waitingFor(
    (on) => planRound(on, olympiad, next, hand),
    (on) => planRound(on, olympiad, next, hand),
  )
  assert.deepEqual(fresh, [true, false])
})
