import assert from 'node:assert/strict'
import { once } from 'node:events'
import {
  chmodSync,
  chownSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { busyness } from '../../../test/faults/server.ts'
import {
  ask,
  clean,
  folder,
  furnished,
  hold,
  kill,
  postmasterPid,
  runsHere,
  send,
  tree,
  until,
  world,
} from './house.fixture.ts'
import { removeCluster } from './reset.ts'

after(clean)

test('first start, second start: what was written is there', async (t) => {
  const dataDir = folder('twice')
  const first = await hold(dataDir)
  t.diagnostic(`first start: ${first.ms} ms`)
  await ask(first.url, `insert into house.note values ('one')`)
  await kill(first.child, 'SIGTERM')
  assert.deepEqual(first.lines.at(-1), 'closed')
  const second = await hold(dataDir)
  t.diagnostic(`second start: ${second.ms} ms`)
  assert.ok(second.ms < 3000 * busyness(), `${second.ms} ms`)
  assert.deepEqual(await ask(second.url, 'select text from house.note'), [{ text: 'one' }])
  assert.deepEqual(await ask(second.url, 'show data_checksums'), [{ data_checksums: 'on' }])
  await kill(second.child, 'SIGTERM')
  assert.deepEqual(readdirSync(dataDir).sort(), ['postgres', 'postgres.log'])
})

test('a second process on the same folder is refused with a sentence, and the first goes on', async () => {
  const dataDir = await furnished('shared')
  const first = await hold(dataDir)
  const second = await hold(dataDir)
  assert.match(second.refused, /^Another process already uses .*shared: stop that one first/)
  await ask(first.url, 'select 1')
  await kill(first.child, 'SIGTERM')
})

test('of four processes that start at once, on a stale lock, one wins', async () => {
  const dataDir = await furnished('race')
  const earlier = await hold(dataDir)
  await kill(earlier.child, 'SIGKILL')
  const all = await Promise.all([1, 2, 3, 4].map(() => hold(dataDir)))
  assert.equal(all.filter(({ url }) => url !== '').length, 1)
  for (const { child } of all) await kill(child, 'SIGTERM')
})

test('Ctrl-C arrives twice: the second changes nothing', async () => {
  const dataDir = await furnished('impatient')
  const { child, lines } = await hold(dataDir)
  const pid = postmasterPid(dataDir)
  child.kill('SIGINT')
  child.kill('SIGINT')
  const [code] = await once(child, 'exit')
  assert.equal(code, 0)
  assert.equal(lines.at(-1), 'closed')
  assert.equal(runsHere(pid, dataDir), false)
  assert.match(readFileSync(join(dataDir, 'postgres.log'), 'utf8'), /database system is shut down/)
})

test('whatever ends node in a hurry takes PostgreSQL with it', async () => {
  const dataDir = await furnished('hurry')
  const { child } = await hold(dataDir)
  const pid = postmasterPid(dataDir)
  child.stdin?.end()
  await once(child, 'exit')
  await until(() => !runsHere(pid, dataDir), 5000)
})

test('kill -9 of node leaves PostgreSQL behind; the next start stops it first and loses nothing', async () => {
  const dataDir = await furnished('orphan')
  const first = await hold(dataDir)
  await ask(first.url, `insert into house.note values ('kept')`)
  const pid = postmasterPid(dataDir)
  await kill(first.child, 'SIGKILL')
  assert.equal(runsHere(pid, dataDir), true, 'it was to stay behind')
  const second = await hold(dataDir)
  assert.equal(runsHere(pid, dataDir), false)
  assert.notEqual(postmasterPid(dataDir), pid)
  assert.deepEqual(await ask(second.url, 'select text from house.note'), [{ text: 'kept' }])
  await kill(second.child, 'SIGTERM')
})

test('an orphan that hangs is stopped too', async () => {
  const dataDir = await furnished('hung')
  const first = await hold(dataDir)
  const pid = postmasterPid(dataDir)
  await kill(first.child, 'SIGKILL')
  send([pid], 'SIGSTOP')
  const second = await hold(dataDir)
  assert.equal(second.refused, '')
  assert.equal(runsHere(pid, dataDir), false)
  await kill(second.child, 'SIGTERM')
})

test('a number in postmaster.pid that is somebody else by now does not count as alive', async () => {
  const dataDir = await furnished('reused')
  const first = await hold(dataDir)
  const pid = postmasterPid(dataDir)
  await kill(first.child, 'SIGKILL')
  send(tree(pid), 'SIGKILL')
  await until(() => !runsHere(pid, dataDir), 5000)
  const path = join(dataDir, 'postgres', 'postmaster.pid')
  const [, ...rest] = readFileSync(path, 'utf8').split('\n')
  writeFileSync(path, [process.pid, ...rest].join('\n'))
  const second = await hold(dataDir)
  assert.equal(second.refused, '')
  await kill(second.child, 'SIGTERM')
})

test('a start that was killed while it made the database leaves nothing that looks like one', async () => {
  const dataDir = folder('halfway')
  mkdirSync(join(dataDir, 'postgres.new-0', 'base'), { recursive: true })
  const first = await hold(dataDir)
  assert.equal(first.refused, '')
  assert.equal(existsSync(join(dataDir, 'postgres.new-0')), false)
  await kill(first.child, 'SIGTERM')
})

test('a folder with a path longer than a socket may have', async () => {
  const dataDir = await furnished(`${'long'.repeat(25)}/${'path'.repeat(25)}`)
  const first = await hold(dataDir)
  assert.equal(first.refused, '')
  assert.match((await hold(dataDir)).refused, /^Another process/)
  await kill(first.child, 'SIGTERM')
})

test('a folder that is no database is refused and left alone', async () => {
  const dataDir = folder('strange')
  mkdirSync(join(dataDir, 'postgres'), { recursive: true })
  writeFileSync(join(dataDir, 'postgres', 'thesis.txt'), 'mine')
  assert.match((await hold(dataDir)).refused, /is not empty and holds no PostgreSQL/)
  assert.equal(readFileSync(join(dataDir, 'postgres', 'thesis.txt'), 'utf8'), 'mine')
})

test('a reset is refused while the house runs, and stops what a killed one left', async () => {
  const dataDir = await furnished('reset')
  const first = await hold(dataDir)
  const pid = postmasterPid(dataDir)
  await assert.rejects(removeCluster(dataDir), /Another process already uses/)
  await kill(first.child, 'SIGKILL')
  assert.equal(await removeCluster(dataDir), true)
  assert.equal(runsHere(pid, dataDir), false)
  assert.equal(existsSync(join(dataDir, 'postgres')), false)
  assert.equal(await removeCluster(dataDir), false)
})

test('a database of another PostgreSQL is refused with a sentence', async () => {
  const dataDir = folder('older')
  mkdirSync(join(dataDir, 'postgres'), { recursive: true })
  writeFileSync(join(dataDir, 'postgres', 'PG_VERSION'), '17\n')
  assert.match((await hold(dataDir)).refused, /made by PostgreSQL 17 and this house brings 18/)
})

const asRoot = { skip: process.getuid?.() === 0 ? false : 'needs root' }

test('as root: the files stay root’s, also in a folder only root may enter', asRoot, async () => {
  chmodSync(world, 0o700)
  const dataDir = folder('root')
  const first = await hold(dataDir)
  assert.equal(first.refused, '')
  assert.equal(statSync(join(dataDir, 'postgres')).uid, 0)
  await kill(first.child, 'SIGTERM')
})

for (const [way, path] of [
  ['with setpriv', process.env.PATH ?? ''],
  ['without any program to help', '/nonexistent'],
] as const) {
  test(`as root in the folder of another user, ${way}: as that user, twice`, asRoot, async () => {
    chmodSync(world, way === 'with setpriv' ? 0o700 : 0o755)
    const dataDir = folder(`other-${path.length}`)
    mkdirSync(dataDir)
    chownSync(dataDir, 1, 1)
    for (const round of ['new', 'existing']) {
      const holder = await hold(dataDir, { path })
      assert.equal(holder.refused, '', round)
      assert.equal(statSync(join(dataDir, 'postgres')).uid, 1)
      await ask(holder.url, 'select 1')
      await kill(holder.child, 'SIGTERM')
    }
  })
}

test('as root without unshare: nobody does the work', asRoot, async () => {
  chmodSync(world, 0o755)
  const dataDir = folder('nobody')
  const first = await hold(dataDir, { path: '/nonexistent' })
  assert.equal(first.refused, '')
  assert.equal(statSync(join(dataDir, 'postgres')).uid, 65534)
  await kill(first.child, 'SIGTERM')
})

test('as an ordinary user; root then runs it as that user, a third user is refused', asRoot, async (t) => {
  chmodSync(world, 0o755)
  const dataDir = folder('plain')
  mkdirSync(dataDir)
  chownSync(dataDir, 1000, 1000)
  const first = await hold(dataDir, { uid: 1000 }).catch(() => undefined)
  if (first === undefined) return t.skip('another user can not read this clone')
  assert.equal(first.refused, '')
  await kill(first.child, 'SIGTERM')
  chmodSync(dataDir, 0o777)
  assert.match((await hold(dataDir, { uid: 1001 })).refused, /belongs to user 1000|can't be locked/)
  const second = await hold(dataDir)
  assert.equal(second.refused, '')
  assert.equal(statSync(join(dataDir, 'postgres')).uid, 1000)
  await kill(second.child, 'SIGTERM')
})
