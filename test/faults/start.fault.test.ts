/** The start: what is wrong is said in one sentence per fault, and whatever an earlier run left is dealt with. */
import assert from 'node:assert/strict'
import { chmodSync, chownSync, existsSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { after, before, test } from 'node:test'
import { setTimeout as pause } from 'node:timers/promises'
import { busyness, databaseTree, folderIn, Ground, stop } from './server.ts'
import { Visitor } from './visitor.ts'

const ground = new Ground()
const ms = (value: number) => `${Math.round(value)} ms`
let house = ''

before(async () => {
  // Other users may pass through, for one test starts as one.
  chmodSync(ground.folder, 0o755)
  house = await ground.house('house')
})
after(() => ground.clear())

const KEY = 'k'.repeat(40)

test('what is wrong with the settings is said at once, a sentence each, and nothing is started', async () => {
  const dataDir = ground.dataDir('never')
  for (const { env, says } of [
    { env: { HOST: '0.0.0.0', DEMO: '' }, says: [/^HOST 0\.0\.0\.0 .*DEMO=on/] },
    { env: { PORT: 'abc', DEMO: 'misschien', SMTP_URL: 'ftp://x' }, says: [/^PORT /, /^SMTP_URL /, /^DEMO /] },
  ]) {
    const server = await ground.start({ dataDir, env })
    assert.equal((await server.ended).code, 1)
    const lines = server.complaints()
    assert.equal(lines.length, says.length, server.said())
    for (const sentence of says)
      assert.ok(
        lines.some((line) => sentence.test(line)),
        server.said(),
      )
    assert.equal(existsSync(dataDir), false)
  }
})

test('an empty setting means the same as none', async () => {
  const server = await ground.start({
    dataDir: house,
    env: { HOST: '', SMTP_URL: '', SECRET_KEY: ' ', DATABASE_URL: '' },
  })
  assert.notEqual(server.url, '', server.said())
  await stop(server, 'SIGTERM')
})

test('a port that is taken: one sentence, and no PostgreSQL stays behind', async () => {
  const other = createServer().listen(0, '127.0.0.1')
  await pause(50)
  const address = other.address()
  const port = typeof address === 'object' && address ? address.port : 0
  const server = await ground.start({ dataDir: house, env: { PORT: `${port}` } })
  other.close()
  assert.equal((await server.ended).code, 1)
  assert.equal(server.complaints().length, 1, server.said())
  assert.match(server.complaints()[0] ?? '', new RegExp(`^Port ${port} of 127\\.0\\.0\\.1 is already in use`))
  assert.deepEqual(databaseTree(house), [])
})

test('a database that does not answer: one sentence', async () => {
  const env = { DATABASE_URL: 'postgres://niemand@127.0.0.1:1/verankerd', SECRET_KEY: KEY, DEMO: 'off' }
  const server = await ground.start({ dataDir: ground.dataDir('elsewhere'), env })
  assert.equal((await server.ended).code, 1)
  assert.equal(server.complaints().length, 1, server.said())
  assert.match(server.complaints()[0] ?? '', /DATABASE_URL|database/)
})

test('a second process on the same folder is refused; the first goes on', async (t) => {
  const first = await ground.start({ dataDir: house })
  t.diagnostic(`second start: first answer after ${ms(first.startedIn)}`)
  assert.ok(first.startedIn <= 3000 * busyness(), ms(first.startedIn))
  const second = await ground.start({ dataDir: house })
  assert.equal((await second.ended).code, 1)
  assert.deepEqual(second.complaints().length, 1)
  assert.match(second.complaints()[0] ?? '', /^Another process already uses .*: stop that one first/)
  const visitor = new Visitor(first)
  assert.equal((await visitor.get('/gezondheid/klaar')).status, 200)
  visitor.leave()
  first.child.kill('SIGKILL')
  await first.ended
  assert.ok(databaseTree(house).length > 0, 'kill -9 leaves PostgreSQL behind')
  const third = await ground.start({ dataDir: house })
  assert.notEqual(third.url, '', 'a lock of the dead is no lock')
  await stop(third, 'SIGTERM')
})

test('a folder with a very long path', async () => {
  const dataDir = folderIn(ground.folder, `${'lang'.repeat(30)}/${'pad'.repeat(40)}`)
  const server = await ground.start({ dataDir: ground.copy(house, dataDir.slice(ground.folder.length + 1)) })
  assert.notEqual(server.url, '', server.said())
  assert.equal((await stop(server, 'SIGTERM')).code, 0)
})

test('a folder nobody may write in: one sentence', { skip: process.getuid?.() !== 0 && 'needs root' }, async (t) => {
  const dataDir = folderIn(ground.folder, 'closed')
  chmodSync(dataDir, 0o555)
  const server = await ground.start({ dataDir, uid: 4321 })
  if (/Cannot find (module|package)|EACCES.*dist/.test(server.said()))
    return t.skip('another user can not read this clone')
  assert.equal((await server.ended).code, 1)
  assert.equal(server.complaints().length, 1, server.said())
  assert.match(server.complaints()[0] ?? '', /closed|DATA_DIR/)
})

test('as an ordinary user', { skip: process.getuid?.() !== 0 && 'the other tests already do' }, async (t) => {
  const dataDir = folderIn(ground.folder, 'ordinary')
  chownSync(dataDir, 4321, 4321)
  const server = await ground.start({ dataDir, uid: 4321 })
  if (server.url === '' && /Cannot find (module|package)|EACCES.*dist/.test(server.said()))
    return t.skip('another user can not read this clone')
  assert.notEqual(server.url, '', server.said())
  assert.equal((await stop(server, 'SIGTERM')).code, 0)
  assert.deepEqual(databaseTree(dataDir), [])
})

test('an unfinished key of a trial is no key', async () => {
  const dataDir = ground.copy(house, 'no-key')
  writeFileSync(`${dataDir}/secret.key`, '')
  const server = await ground.start({ dataDir })
  if (server.url !== '') await stop(server, 'SIGTERM')
  assert.equal(server.url, '', 'an empty key would open everything')
  assert.match(server.complaints()[0] ?? '', /secret\.key/)
})
