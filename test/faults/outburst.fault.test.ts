/** F15 outside any handler: what nobody caught. The server itself offers no way to cause it, so its end is tried alone. */
import assert from 'node:assert/strict'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { setTimeout as pause } from 'node:timers/promises'
import { Ground, type Running, stop } from './server.ts'

const ground = new Ground()
after(() => ground.clear())

const fixture = join(import.meta.dirname, 'outburst.fixture.ts')
const begin = (...args: string[]): Promise<Running> =>
  ground.start({
    dataDir: ground.dataDir('none'),
    command: [process.execPath, '--import', import.meta.resolve('tsx'), fixture, ...args],
    sign: /lives after a rejection/,
  })

test('a rejection nobody caught is logged, and the process lives', async () => {
  const process = await begin()
  await pause(200)
  const { code } = await stop(process, 'SIGTERM')
  assert.equal(code, 0)
  assert.match(process.said(), /unhandled rejection/)
  assert.match(process.said(), /closed too/, 'one step that fails does not stop the others')
  assert.doesNotMatch(process.said(), /typte/)
})

test('an exception nobody caught: everything is closed in order, and it ends with 1 to be started again', async () => {
  const process = await begin('throw')
  const { code } = await process.ended
  assert.equal(code, 1)
  assert.match(process.said(), /uncaught exception/)
  assert.match(process.said(), /closed too/)
  assert.doesNotMatch(process.said(), /typte/)
})
