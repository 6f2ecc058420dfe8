import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { testDatabase } from '../../test/database.ts'
import { quiet } from '../../test/parts.ts'
import type { Database } from '../foundation/db/index.ts'
import { appendLog, headsOf, logOf, signHeads } from './log.store.ts'
import { logFaults, publicKey } from './log.ts'
import { newOlympiad } from './olympiad.fixture.ts'

const secretKey = Buffer.alloc(32, 3)
const at = (minute: number) => new Date(Date.UTC(2027, 2, 1, 9, minute))
let database: Database
before(async () => {
  database = await testDatabase()
})
after(() => database.close())

const say = (olympiad: string, object: string, minute = 0) =>
  appendLog(database.db, {
    olympiad,
    action: 'moderated',
    object,
    actor: null,
    body: { outcome: 'passed' },
    at: at(minute),
  })

test('thirty at once make one chain without a gap, and each Olympiade has its own', async () => {
  const [one, other] = [await newOlympiad(database.db), await newOlympiad(database.db)]
  await Promise.all(Array.from({ length: 30 }, (_, index) => say(index % 3 === 0 ? other : one, `zin ${index}`)))
  const chains = await Promise.all([logOf(database.db, one), logOf(database.db, other)])
  assert.deepEqual(
    chains.map((chain) => chain.length),
    [20, 10],
  )
  for (const chain of chains) assert.deepEqual(logFaults(chain, [], publicKey(secretKey)), [])
})

test('only what moved on is signed, and a tail that is cut afterwards is seen', async () => {
  const olympiad = await newOlympiad(database.db)
  await say(olympiad, 'een')
  await say(olympiad, 'twee', 1)
  const signed = await signHeads(database.db, { secretKey }, at(2), quiet)
  assert.ok(signed.some(({ head }) => head.olympiad === olympiad && head.seq === 2))
  assert.deepEqual(await signHeads(database.db, { secretKey }, at(3), quiet), [])
  const [heads, chain] = [await headsOf(database.db, olympiad), await logOf(database.db, olympiad)]
  assert.deepEqual(logFaults(chain, heads, publicKey(secretKey)), [])
  assert.deepEqual(logFaults(chain.slice(0, 1), heads, publicKey(secretKey)), [{ seq: 2, fault: 'cut' }])
})

test('the application may add to the log and never change or remove what stands there', async () => {
  const olympiad = await newOlympiad(database.db)
  await say(olympiad, 'een')
  for (const attack of [
    'update olympiad.log_entry set object = $$anders$$',
    'delete from olympiad.log_entry',
    'truncate olympiad.log_entry',
    'update olympiad.log_head set seq = 1',
    'delete from olympiad.charter',
    'update olympiad.round_closing set final = true',
  ])
    await assert.rejects(database.db.$client.query(attack), /permission denied/)
})
