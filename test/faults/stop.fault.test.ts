/** F12: the stop. Nobody under way is cut off, everything is closed within ten seconds, no PostgreSQL is left behind. */
import assert from 'node:assert/strict'
import { existsSync, readFileSync } from 'node:fs'
import { connect } from 'node:net'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { setTimeout as pause } from 'node:timers/promises'
import { Crowd } from './crowd.ts'
import { asOwner, busyness, databaseTree, Ground, ownerOf, type Running, send, stop } from './server.ts'
import { signIn } from './story.ts'
import { Visitor } from './visitor.ts'

const ground = new Ground()
const ms = (value: number) => `${Math.round(value)} ms`
let house = ''

before(async () => {
  house = await ground.house('house')
})
after(() => ground.clear())

/** What every stop promises. */
function stopped({ code, ms: took }: { code: number | null; ms: number }, server: Running): void {
  assert.equal(code, 0, server.said())
  assert.ok(took <= 10_000, ms(took))
  assert.deepEqual(databaseTree(server.dataDir), [], 'no PostgreSQL is left')
  assert.match(readFileSync(join(server.dataDir, 'postgres.log'), 'utf8').trimEnd(), /database system is shut down$/)
}

test('SIGTERM while eight forms wait for the database: all eight get their answer', async (t) => {
  const server = await ground.start({ dataDir: house })
  const people = Array.from({ length: 8 }, () => new Visitor(server))
  const owner = await ownerOf(house)
  await owner.query('begin; lock table people.sign_in_code in exclusive mode')
  const answers = people.map((one, index) => one.post('/inloggen', { email: `wacht${index}@stop.example` }))
  for (let waiting = 0; waiting < 8; await pause(20)) {
    const [row] = await asOwner<{ count: number }>(
      house,
      'select count(*)::int as count from pg_locks where not granted',
    )
    waiting = row?.count ?? 0
  }
  const end = stop(server, 'SIGTERM')
  await pause(500)
  await owner.query('commit')
  await owner.end()
  const statuses = (await Promise.all(answers)).map((answer) => answer.status)
  const ending = await end
  t.diagnostic(`stopped in ${ms(ending.ms)}`)
  assert.deepEqual(statuses, Array(8).fill(303))
  stopped(ending, server)
})

test('SIGTERM during load: no answer is cut off, nothing is lost', async (t) => {
  const server = await ground.start({ dataDir: house })
  const crowd = new Crowd(server, [signIn])
  crowd.come()
  await pause(1500)
  const ending = await stop(server, 'SIGTERM')
  stopped(ending, server)
  await crowd.go()
  const again = await ground.start({ dataDir: house, env: { PORT: `${server.port}` } })
  const silent = await crowd.silentEffects()
  const outcome = await crowd.settle()
  t.diagnostic(
    `stopped in ${ms(ending.ms)}; ${outcome.acknowledged} forms, ${silent} without an answer, ${outcome.lost} lost`,
  )
  assert.deepEqual(outcome.strange, [])
  assert.equal(silent, 0, 'whatever was done was also answered')
  assert.deepEqual([outcome.halves, outcome.notNow, outcome.lost, outcome.doubled], [0, 0, 0, 0])
  stopped(await stop(again, 'SIGTERM'), again)
})

test('a second signal changes nothing', async () => {
  const server = await ground.start({ dataDir: house })
  const end = stop(server, 'SIGTERM')
  for (const signal of ['SIGTERM', 'SIGINT', 'SIGINT'] as const) {
    await pause(100)
    server.child.kill(signal)
  }
  stopped(await end, server)
})

test('a connection on which nothing was ever said does not hold up the stop', async (t) => {
  const server = await ground.start({ dataDir: house })
  const silent = connect(server.port, '127.0.0.1')
  silent.on('error', () => {})
  await pause(200)
  const ending = await stop(server, 'SIGTERM')
  t.diagnostic(`stopped in ${ms(ending.ms)}`)
  silent.destroy()
  stopped(ending, server)
  assert.ok(ending.ms < 5000 * busyness(), ms(ending.ms))
})

test('`timeout` hands a signal on to node, and then to the whole group', async () => {
  const server = await ground.start({ dataDir: house, through: ['timeout', '600'] })
  assert.notEqual(server.url, '', server.said())
  await stop(server, 'SIGTERM')
  for (let round = 0; round < 250 && databaseTree(house).length > 0; round++) await pause(20)
  assert.deepEqual(databaseTree(house), [])
  assert.match(readFileSync(join(house, 'postgres.log'), 'utf8').trimEnd(), /database system is shut down$/)
})

test('a signal during the start: nothing half open is left', async (t) => {
  for (const sign of ['verankerd.lock', 'postgres/postmaster.pid']) {
    const path = join(house, sign)
    // Node lets go of the folder a moment after its PostgreSQL has ended.
    for (let round = 0; round < 250 && existsSync(path); round++) await pause(20)
    const starting = ground.start({ dataDir: house })
    while (!existsSync(path)) await pause(5)
    const began = performance.now()
    ground.newest()?.kill('SIGTERM')
    const server = await starting
    const { code, signal } = await server.ended
    const took = performance.now() - began
    t.diagnostic(`SIGTERM once ${sign} is there: ended after ${ms(took)} with ${code ?? signal}`)
    assert.ok(code === 0 || took > 9000, server.said())
    assert.deepEqual(databaseTree(house), [])
  }
})

test('a database that hangs does not hold up the stop, and is not left behind', async (t) => {
  const dataDir = ground.copy(house, 'hung')
  const server = await ground.start({ dataDir })
  const tree = databaseTree(dataDir)
  send(tree, 'SIGSTOP')
  const ending = await stop(server, 'SIGTERM')
  t.diagnostic(`stopped in ${ms(ending.ms)} with ${ending.code}`)
  assert.ok(ending.ms <= 10_500, ms(ending.ms))
  send(tree, 'SIGCONT')
  await pause(1500)
  assert.deepEqual(databaseTree(dataDir), [])
})

test('npm start: Ctrl-C goes to everybody in the terminal, twice', async (t) => {
  const server = await ground.start({ dataDir: house, command: ['npm', 'start'] })
  assert.notEqual(server.url, '', server.said())
  t.diagnostic(`npm start: first answer after ${ms(server.startedIn)}`)
  const group = -(server.child.pid ?? 0)
  const began = performance.now()
  send([group], 'SIGINT')
  await pause(300)
  send([group], 'SIGINT')
  const { code, signal } = await server.ended
  t.diagnostic(`ended after ${ms(performance.now() - began)} with ${code ?? signal}`)
  for (let round = 0; round < 250 && databaseTree(house).length > 0; round++) await pause(20)
  assert.deepEqual(databaseTree(house), [])
  assert.match(readFileSync(join(house, 'postgres.log'), 'utf8').trimEnd(), /database system is shut down$/)
})
