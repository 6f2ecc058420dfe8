import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { setTimeout as pause } from 'node:timers/promises'
import { busyness } from '../../../test/faults/server.ts'
import { type Database, openDatabase } from './database.ts'
import { isUnavailable } from './failure.ts'
import { clean, folder, migrations, postmasterPid, send, tree, until } from './house.fixture.ts'
import { begin, inTransaction } from './transaction.ts'

const dataDir = folder('pool')
const seen: string[] = []
let database: Database

before(async () => {
  const onDown = () => seen.push('down')
  database = await openDatabase({ dataDir, migrations, onDown, onUp: () => seen.push('up') })
})

after(async () => {
  await database.close()
  await database.close()
  await clean()
})

const answers = () =>
  database.pool.query('select 1').then(
    () => true,
    () => false,
  )

/** What a request does: its transaction, its row, its commit. Only what was acknowledged counts. */
async function save(text: string): Promise<boolean> {
  try {
    await inTransaction(database.db, (tx) => tx.$client.query('insert into house.note values ($1)', [text]))
    return true
  } catch (error) {
    assert.ok(isUnavailable(error), `${error}`)
    return false
  }
}

test('kill -9 of the database under load: node lives, the pool heals within 10 s, nothing acknowledged is lost', async (t) => {
  const acknowledged: string[] = []
  let refused = 0
  let going = true
  const visitors = Array.from({ length: 8 }, async (_, visitor) => {
    for (let n = 0; going; n++) {
      const text = `${visitor}.${n}`
      if (await save(text)) acknowledged.push(text)
      else {
        refused += 1
        await pause(50)
      }
    }
  })
  for (let round = 0; round < 5; round++) {
    await pause(300)
    const pid = postmasterPid(dataDir)
    send(round % 2 === 0 ? tree(pid) : [pid], 'SIGKILL')
    await until(() => postmasterPid(dataDir) !== pid, 10_000)
    const took = await until(answers, 10_000)
    t.diagnostic(`round ${round + 1}: back after ${Math.round(took)} ms`)
  }
  going = false
  await Promise.all(visitors)
  const { rows } = await database.pool.query<{ text: string; n: number }>(
    'select text, count(*)::int as n from house.note group by text',
  )
  const kept = new Map(rows.map(({ text, n }) => [text, n]))
  assert.deepEqual(
    acknowledged.filter((text) => kept.get(text) !== 1),
    [],
  )
  t.diagnostic(`${acknowledged.length} acknowledged, ${refused} refused, 0 lost`)
  assert.ok(acknowledged.length > 100 && refused > 0)
  assert.ok(seen.includes('down') && seen.at(-1) === 'up', seen.join())
})

test('a client that is checked out while the database dies does not take node with it', async () => {
  const idle = await begin(database.pool)
  const pid = postmasterPid(dataDir)
  send(tree(pid), 'SIGKILL')
  await assert.rejects(idle.db.$client.query('select pg_sleep(1)'), isUnavailable)
  await idle.rollback()
  await until(answers, 10_000)
})

async function errorWithin(work: () => Promise<unknown>, patience: number): Promise<number> {
  const began = performance.now()
  await assert.rejects(work(), isUnavailable)
  const took = performance.now() - began
  assert.ok(took <= patience * busyness(), `an error only after ${took} ms`)
  return took
}

test('a hung database: an error within 5 s, for a query, a transaction and a new connection; healed afterwards', async (t) => {
  await Promise.all([answers(), answers(), answers()])
  const open = await begin(database.pool)
  const hung = tree(postmasterPid(dataDir))
  send(hung, 'SIGSTOP')
  try {
    const inside = async () => {
      try {
        await open.db.$client.query('select 1')
      } catch (error) {
        await open.rollback()
        throw error
      }
    }
    const all = [() => database.pool.query('select 1'), () => inTransaction(database.db, answers), inside]
    const times = await Promise.all(all.map((work) => errorWithin(work, 5000)))
    t.diagnostic(`an error after ${times.map(Math.round).join(', ')} ms`)
    t.diagnostic(`a new connection: ${Math.round(await errorWithin(() => database.pool.connect(), 5000))} ms`)
  } finally {
    send(hung, 'SIGCONT')
  }
  await until(answers, 10_000)
})

test('only the postmaster hangs: who has a connection works on, who wants one hears it within 5 s', async () => {
  await answers()
  const pid = postmasterPid(dataDir)
  send([pid], 'SIGSTOP')
  try {
    assert.equal(await answers(), true)
    const held = await Promise.all([database.pool.connect()])
    await errorWithin(() => database.pool.connect(), 5000)
    for (const client of held) client.release()
  } finally {
    send([pid], 'SIGCONT')
  }
  await until(answers, 10_000)
})

test('connections that are ended one by one are replaced', async () => {
  for (let round = 0; round < 10; round++) {
    const transaction = await begin(database.pool)
    const { rows } = await transaction.db.$client.query('select pg_backend_pid() as pid')
    send([Number(rows[0]?.pid)], 'SIGTERM')
    await assert.rejects(transaction.db.$client.query('select pg_sleep(1)'), isUnavailable)
    await transaction.rollback()
  }
  assert.equal(await answers(), true)
  assert.ok(database.pool.totalCount <= 20)
})
