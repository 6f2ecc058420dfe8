import assert from 'node:assert/strict'
import { test } from 'node:test'
import { after, MINUTE } from '../foundation/clock.ts'
import { changeState, newChange, packAsked, packLink, unpackAsked, unpackLink } from './mail-address.ts'

const now = new Date('2026-11-21T20:00:00Z')
const noor = { id: 'noor', email: 'noor@oud.example' }
const change = newChange(noor, 'noor@nieuw.example', now)
const secret = Buffer.alloc(32, 1)

const states: [string, Parameters<typeof changeState>, ReturnType<typeof changeState>][] = [
  ['fresh', [change, noor, now], 'open'],
  ['just in time', [change, noor, after(now, 15 * MINUTE - 1)], 'open'],
  ['a quarter later', [change, noor, after(now, 15 * MINUTE)], 'expired'],
  ['done already', [change, { ...noor, email: 'noor@nieuw.example' }, now], 'used'],
  ['of someone else', [change, { id: 'milan', email: noor.email }, now], 'unknown'],
  ['not one of ours', [undefined, noor, now], 'unknown'],
]
for (const [name, given, expected] of states)
  test(`changeState: ${name}`, () => assert.equal(changeState(...given), expected))

test('link and cookie come back as they were, and cannot stand in for each other or be made with another key', () => {
  const link = packLink(secret, change)
  assert.deepEqual(unpackLink(secret, link), change)
  const cookie = packAsked(secret, { ...change, code: '012345' })
  assert.deepEqual(unpackAsked(secret, cookie), { ...change, code: '012345' })
  assert.equal(unpackLink(secret, cookie), undefined)
  assert.equal(unpackAsked(secret, link), undefined)
  assert.equal(unpackLink(Buffer.alloc(32, 2), link), undefined)
  assert.equal(unpackLink(secret, 'geen-bestaande-sleutel'), undefined)
  assert.equal(unpackAsked(secret, undefined), undefined)
})
