import assert from 'node:assert/strict'
import { test } from 'node:test'
import { drawBytes } from './seal.ts'

test('drawn bytes are of the length asked for, each given out once, and nobody else can change them', () => {
  const drawn = Array.from({ length: 2000 }, () => drawBytes(12))
  assert.ok(drawn.every((one) => one.length === 12))
  assert.equal(new Set(drawn.map((one) => one.toString('hex'))).size, drawn.length)
  assert.equal(new Set(drawn.map((one) => one.buffer)).size > 1, true)
  for (const count of [0, 1, 4096, 5000]) assert.equal(drawBytes(count).length, count)
  const [one, other] = [drawBytes(32), drawBytes(32)]
  one.fill(0)
  assert.notDeepEqual(other, Buffer.alloc(32))
})
