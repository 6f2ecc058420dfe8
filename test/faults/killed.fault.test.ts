/** F1, F2, F3, F4: the application and its database are killed and frozen while people send forms. */
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { after, before, beforeEach, type TestContext, test } from 'node:test'
import { setTimeout as pause } from 'node:timers/promises'
import { Crowd, type Outcome } from './crowd.ts'
import { Pulse, ready } from './pulse.ts'
import { asOwner, busyness, databaseTree, Ground, type Running, runs, send } from './server.ts'

/** Five in every run of the tests; FAULT_ROUNDS=20 for the figures of a release. */
const ROUNDS = Number(process.env.FAULT_ROUNDS ?? 5)
const ms = (value: number) => `${Math.round(value)} ms`

const ground = new Ground()
let server: Running

before(async () => {
  server = await ground.start({ dataDir: await ground.house('house') })
})
// On a fast machine these eight send more in a minute than a hall of people does in a quarter of an hour.
const forgetCounts = () => asOwner(server.dataDir, 'delete from house.limiter')
beforeEach(forgetCounts)
after(() => ground.clear())

function tell(t: TestContext, { acknowledged, lost, doubled, notNow, broken, slowestNotNow }: Outcome): void {
  t.diagnostic(`${acknowledged} forms acknowledged, ${lost} lost, ${doubled} doubled`)
  t.diagnostic(`${notNow} times 503 (slowest ${ms(slowestNotNow)}), ${broken} broken connections`)
}

function holds(outcome: Outcome): void {
  assert.deepEqual(outcome.strange, [])
  assert.equal(outcome.lost, 0, 'acknowledged and lost')
  assert.equal(outcome.doubled, 0, 'one form, two effects')
  assert.equal(outcome.withoutRetryAfter, 0)
  assert.ok(outcome.slowestNotNow <= 5000 * busyness(), ms(outcome.slowestNotNow))
}

test('kill -9 of the application: nothing acknowledged is lost, nothing happens twice', async (t) => {
  const crowd = new Crowd(server)
  let slowest = 0
  for (let round = 0; round < ROUNDS; round++) {
    crowd.come()
    await crowd.nextAnswer(20_000)
    await pause(200 + 100 * Math.random())
    server.child.kill('SIGKILL')
    await server.ended
    server = await ground.start({ dataDir: server.dataDir, env: { PORT: `${server.port}` } })
    slowest = Math.max(slowest, server.startedIn)
    assert.notEqual(server.url, '', server.said())
    await crowd.go()
  }
  const outcome = await crowd.settle()
  tell(t, outcome)
  t.diagnostic(`${ROUNDS} kills, slowest return ${ms(slowest)}`)
  holds(outcome)
})

test('kill -9 of the whole database: 503 meanwhile, the same process heals', async (t) => {
  const crowd = new Crowd(server)
  const pulse = new Pulse(server)
  crowd.come()
  let slowest = 0
  for (let round = 0; round < ROUNDS; round++) {
    await crowd.nextAnswer(20_000)
    await pause(200 + 100 * Math.random())
    const tree = databaseTree(server.dataDir)
    assert.ok(tree.length > 1)
    const began = performance.now()
    send(tree, 'SIGKILL')
    // What was committed just before is still said to be in: only an answer after that comes from a healed house.
    await pause(300)
    await crowd.nextAnswer(20_000)
    slowest = Math.max(slowest, performance.now() - began)
  }
  const outcome = await crowd.settle()
  const { beats, missed, slowest: slowestBeat } = await pulse.stop()
  tell(t, outcome)
  t.diagnostic(`${ROUNDS} kills, slowest heal ${ms(slowest)}; ${beats} times alive, slowest ${ms(slowestBeat)}`)
  holds(outcome)
  assert.equal(missed, 0, 'alive throughout')
  assert.ok(slowest <= 10_000 * busyness(), ms(slowest))
  assert.ok(runs(server.child.pid ?? 0), 'the same process')
})

test('a database that hangs for six seconds: 503 within five, and it heals by itself', async (t) => {
  const crowd = new Crowd(server)
  const pulse = new Pulse(server)
  crowd.come()
  await crowd.nextAnswer(20_000)
  const tree = databaseTree(server.dataDir)
  send(tree, 'SIGSTOP')
  await pause(6000)
  send(tree, 'SIGCONT')
  const healed = await ready(server, 10_000)
  await crowd.nextAnswer(10_000)
  const outcome = await crowd.settle()
  const { missed, slowest } = await pulse.stop()
  tell(t, outcome)
  t.diagnostic(`ready ${ms(healed)} after it went on; slowest sign of life ${ms(slowest)}`)
  holds(outcome)
  assert.ok(outcome.notNow > 0)
  assert.equal(missed, 0)
  assert.ok(healed <= 10_000, ms(healed))
})

test('a storm of connections cut by the database', async (t) => {
  const crowd = new Crowd(server)
  crowd.come()
  let cut = 0
  for (let round = 0; round < 10; round++) {
    await pause(300)
    await forgetCounts()
    const rows = await asOwner(
      server.dataDir,
      `select pg_terminate_backend(pid) from pg_stat_activity where usename = 'verankerd_app'`,
    )
    cut += rows.length
  }
  await crowd.nextAnswer(10_000)
  const outcome = await crowd.settle()
  tell(t, outcome)
  t.diagnostic(`${cut} connections cut`)
  holds(outcome)
  assert.ok(cut > 10)
})

test('nothing that was typed is in a log, whatever broke', () => {
  const logs = server.said() + readFileSync(join(server.dataDir, 'postgres.log'), 'utf8')
  assert.doesNotMatch(logs, /@[\w-]+\.example/)
})
