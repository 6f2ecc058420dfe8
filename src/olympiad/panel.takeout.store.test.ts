import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { testDatabase } from '../../test/database.ts'
import { people, settleWorld } from '../../test/world.ts'
import { DAY, after as later } from '../foundation/clock.ts'
import type { Database, Db } from '../foundation/db/index.ts'
import { findPerson } from '../people/index.ts'
import { saveAnswers } from './ballot.store.ts'
import { noon, settleOlympiad, settleRound, settleStatements } from './olympiad.sample.ts'
import { invite, join } from './panel.store.ts'
import { erasePanel, exportPanel } from './panel.takeout.store.ts'
import { heldBy } from './panel.ts'

let database: Database
let db: Db
before(async () => {
  database = await testDatabase()
  db = database.db
  await settleWorld(db, { now: later(noon, -40 * DAY) })
})
after(() => database.close())

test('the export tells where someone was invited and never what they answered; erasing takes them off, and their vote stays', async () => {
  const { henk } = people
  const mail = (await findPerson(db, henk.id))?.email ?? ''
  const olympiad = await settleOlympiad(db)
  const [statement = ''] = await settleStatements(db, 1)
  const round = await settleRound(db, { olympiad, statements: [statement] })
  const { id, key } = await invite(db, { olympiad, role: 'inwoner', channel: 'mail', mail, by: null }, noon)
  await join(db, heldBy(key), noon)
  await saveAnswers(db, { round, held: heldBy(key), given: [{ statement, answer: 1 }], at: noon })

  const told = await exportPanel(db, henk.id)
  const named = (name: string) => told.find((one) => one.name === name)?.rows ?? []
  assert.equal(named('olympiade-uitgenodigd').length, 1)
  assert.deepEqual(named('olympiade-geantwoord'), [], 'a confidential answer is behind its own link only')
  assert.ok(named('olympiade-voorzitter').length > 0, 'Henk chairs it')

  await erasePanel(db, henk.id, later(noon, DAY))
  const { rows } = await database.pool.query(
    'select mail, name, left_at is not null as left from olympiad.panellist where id = $1',
    [id],
  )
  assert.deepEqual(rows, [{ mail: null, name: null, left: true }])
  const ballots = await database.pool.query('select score from olympiad.ballot where round = $1', [round.id])
  assert.deepEqual(ballots.rows, [{ score: 1 }], 'what was counted stays')
  const left = (await exportPanel(db, henk.id)).filter((one) => one.rows.length > 0).map(({ name }) => name)
  assert.deepEqual(left, ['olympiade-gedaan'], 'who locked the rules stays on record; no invitation, no chair')
})
