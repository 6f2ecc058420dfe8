import assert from 'node:assert/strict'
import { createServer, type IncomingMessage } from 'node:http'
import { type AddressInfo, connect } from 'node:net'
import { test } from 'node:test'
import { BodyPace, isTooSlow } from './pace.ts'

const MB = 1024 * 1024

const bodies: [words: string, received: number, tookMs: number, slow: boolean][] = [
  ['nothing yet', 0, 15_000, false],
  ['nothing after fifteen seconds', 0, 15_001, true],
  ['a byte a second', 20, 20_000, true],
  ['a whole form, dribbled', 512 * 1024, 20_000, true],
  ['an upload on 5 Mbit/s, half way', 14 * MB, 23_500, false],
  ['an upload on 5 Mbit/s, nearly there', 27 * MB, 45_300, false],
  ['an upload on 4 Mbit/s, nearly there', 27 * MB, 57_000, false],
  ['a large upload that stopped half way', 5 * MB, 24_000, true],
]
for (const [words, received, tookMs, slow] of bodies)
  test(`${words}: ${slow ? 'cut off' : 'waited for'}`, () => assert.equal(isTooSlow(received, tookMs), slow))

test('only what is still coming in is looked at, and only the bytes of this body count', async () => {
  const arrived: { now?: (request: IncomingMessage) => void } = {}
  const server = createServer((request) => arrived.now?.(request)).listen(0, '127.0.0.1')
  await new Promise((resolve) => server.once('listening', resolve))
  const { port } = server.address() as AddressInfo
  const next = () =>
    new Promise<IncomingMessage>((resolve) => {
      arrived.now = resolve
    })
  const socket = connect(port, '127.0.0.1')
  const coming = next()
  socket.write('POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 4\r\n\r\nab')
  const request = await coming
  request.resume()
  const pace = new BodyPace()
  assert.equal(pace.isTooSlow(request, 1_000), false, 'the first look starts its clock')
  assert.equal(pace.isTooSlow(request, 16_000), false)
  assert.equal(pace.isTooSlow(request, 16_100), true)
  const ended = new Promise((resolve) => request.once('end', resolve))
  socket.write('cd')
  await ended
  assert.equal(pace.isTooSlow(request, 99_000), false, 'it is whole')
  socket.destroy()
  server.close()
})
