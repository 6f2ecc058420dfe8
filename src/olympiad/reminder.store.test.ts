import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { testDatabase } from '../../test/database.ts'
import { quiet } from '../../test/parts.ts'
import { settleWorld } from '../../test/world.ts'
import { DAY, HOUR, after as later } from '../foundation/clock.ts'
import { begin, type Database, type Db } from '../foundation/db/index.ts'
import { readPost } from '../foundation/mail/index.ts'
import { saveAnswers } from './ballot.store.ts'
import { closeRound } from './closing.store.ts'
import { noon, settleOlympiad, settleRound, settleStatements } from './olympiad.sample.ts'
import { invite, join } from './panel.store.ts'
import { heldBy } from './panel.ts'
import { forgetPanels, remind, remindsAt } from './reminder.store.ts'

const config = { secretKey: Buffer.alloc(32, 7), baseUrl: 'https://verankerd.example' }

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

async function someone(olympiad: string, name: string) {
  const invitation = { olympiad, role: 'inwoner', channel: 'mail' as const, mail: `${name}@straat.example`, by: null }
  const { id, key } = await invite(db, invitation, later(noon, -3 * DAY))
  await join(db, heldBy(key), later(noon, -2 * DAY))
  return { id, held: heldBy(key) }
}

test('a round reminds a week and two days before its end, and never on its first day', () => {
  const opened = noon
  const cases: [days: number, reminds: number[]][] = [
    [14, [7, 12]],
    [8, [6]],
    [3, []],
    [2, []],
  ]
  for (const [days, reminds] of cases)
    assert.deepEqual(
      remindsAt(opened, later(opened, days * DAY)),
      reminds.map((day) => later(opened, day * DAY)),
      `${days} days`,
    )
})

test('only who did not answer is reminded, once; nothing but a count is kept, and the mail holds no key', async () => {
  const olympiad = await settleOlympiad(db)
  const [statement = ''] = await settleStatements(db, 1)
  const round = await settleRound(db, { olympiad, statements: [statement] })
  const answered = await someone(olympiad, 'klaar')
  await someone(olympiad, 'stil')
  const given = [{ statement, answer: 9 as const }]
  assert.deepEqual(await saveAnswers(db, { round, held: answered.held, given, at: noon }), { is: 'saved' })

  assert.equal(await remind(db, config, later(noon, DAY), quiet), 0, 'it is too early')
  const due = later(noon, 5 * DAY + HOUR)
  assert.equal(await remind(db, config, due, quiet), 1)
  assert.equal(await remind(db, config, later(due, HOUR), quiet), 0, 'once per moment')
  const post = await readPost(db, config.secretKey)
  assert.deepEqual(
    post.map(({ to }) => to),
    ['stil@straat.example'],
  )
  assert.doesNotMatch(post[0]?.text ?? '', /sleutel=/)
  assert.deepEqual(await rows('select mails from olympiad.round_reminder where round = $1', round.id), [{ mails: 1 }])
})

test('a closed round reminds nobody', async () => {
  const olympiad = await settleOlympiad(db)
  const round = await settleRound(db, { olympiad, statements: await settleStatements(db, 1) })
  await someone(olympiad, 'laat')
  await closeRound(db, round.id, { by: null, at: later(noon, DAY), final: false })
  assert.equal(await remind(db, config, later(noon, 5 * DAY + HOUR), quiet), 0)
})

test('four weeks after the end nobody is known any more; group and count stay', async () => {
  const olympiad = await settleOlympiad(db)
  const round = await settleRound(db, { olympiad, statements: await settleStatements(db, 1) })
  const { id } = await someone(olympiad, 'dank')
  await closeRound(db, round.id, { by: null, at: noon, final: true })
  const kept = () =>
    rows<{ mail: string | null; role: string }>('select mail, role from olympiad.panellist where id = $1', id)
  await forgetPanels(db, later(noon, 27 * DAY))
  assert.deepEqual(await kept(), [{ mail: 'dank@straat.example', role: 'inwoner' }])
  assert.equal(await forgetPanels(db, later(noon, 29 * DAY)), 1)
  assert.deepEqual(await kept(), [{ mail: null, role: 'inwoner' }])
  assert.equal(await forgetPanels(db, later(noon, 30 * DAY)), 0, 'once')
})

test('nobody who votes for the first time waits for the reminders, and two who remind at once do it once', async () => {
  const olympiad = await settleOlympiad(db)
  const [statement = ''] = await settleStatements(db, 1)
  const round = await settleRound(db, { olympiad, statements: [statement] })
  const voter = await someone(olympiad, 'eerste')
  await someone(olympiad, 'tweede')
  const reminding = await begin(database.pool)
  try {
    const moment = later(noon, 5 * DAY + HOUR)
    assert.equal(await remind(reminding.db, config, moment, quiet), 2)
    const given = [{ statement, answer: 9 as const }]
    assert.deepEqual(await saveAnswers(db, { round, held: voter.held, given, at: noon }), { is: 'saved' })
    assert.equal(await remind(db, config, moment, quiet), 0)
    await reminding.commit()
    assert.equal(await remind(db, config, moment, quiet), 0)
  } finally {
    await reminding.rollback()
  }
})
