import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { AuthenticationResponseJSON, RegistrationResponseJSON } from '@simplewebauthn/server'
import { softwareKey } from '../../test/software-key.ts'
import { after } from '../foundation/clock.ts'
import {
  CHALLENGE_LIFE,
  type ChallengeUse,
  challengeHolds,
  challengeOf,
  newChallenge,
  passkeyHost,
  provenBy,
  registered,
} from './passkey.ts'

const now = new Date('2026-11-21T20:00:00Z')
const secret = Buffer.alloc(32, 7)
const base = 'http://localhost:3000'
const use: ChallengeUse = { purpose: 'second factor', for: 'noor' }

const hosts: [string, string | undefined][] = [
  ['http://localhost:3000', 'localhost'],
  ['https://verankerd.example', 'verankerd.example'],
  ['http://127.0.0.1:3000', undefined],
  ['http://[::1]:3000', undefined],
]
for (const [address, host] of hosts) test(`passkeyHost: ${address}`, () => assert.equal(passkeyHost(address), host))

const made = newChallenge(secret, use, now)
const holds: [string, Buffer, ChallengeUse, string, Date, boolean][] = [
  ['fresh', secret, use, made, now, true],
  ['just before its end', secret, use, made, after(now, CHALLENGE_LIFE - 1), true],
  ['past its end', secret, use, made, after(now, CHALLENGE_LIFE), false],
  ['for another person', secret, { ...use, for: 'milan' }, made, now, false],
  ['for another purpose', secret, { ...use, purpose: 'sign in' }, made, now, false],
  ['of another house', Buffer.alloc(32, 8), use, made, now, false],
  ['one letter changed', secret, use, `${made.slice(0, 4)}${made[4] === 'A' ? 'B' : 'A'}${made.slice(5)}`, now, false],
  ['empty', secret, use, '', now, false],
  ['nonsense', secret, use, '....', now, false],
  ['not plain letters', secret, use, Buffer.from(`a.b.${'é'.repeat(43)}`, 'latin1').toString('base64url'), now, false],
]
for (const [name, key, asked, challenge, at, expected] of holds)
  test(`challengeHolds: ${name}`, () => assert.equal(challengeHolds(key, asked, challenge, at), expected))

test('what is no answer has no challenge', () => {
  assert.equal(challengeOf({ response: { clientDataJSON: 'e30' } }), '')
  assert.equal(challengeOf({ response: { clientDataJSON: '%%%' } }), '')
  assert.equal(challengeOf({ response: { clientDataJSON: Buffer.from('null').toString('base64url') } }), '')
})

test('a passkey is made and then proves itself, with or without a check of the person', async () => {
  const device = softwareKey()
  const fresh = await registered(device.register(newChallenge(secret, use, now)) as RegistrationResponseJSON, base)
  assert.equal(fresh?.id, device.id)
  const key = { ...fresh, person: 'noor', label: 'test' } as Parameters<typeof provenBy>[1]
  const answer = device.use(newChallenge(secret, use, now)) as AuthenticationResponseJSON
  assert.deepEqual(await provenBy(answer, key, base), { counter: 1, verified: true })
  const unchecked = device.use(newChallenge(secret, use, now), { verified: false }) as AuthenticationResponseJSON
  assert.deepEqual(await provenBy(unchecked, key, base), { counter: 2, verified: false })
})

test('an answer for another site, of another device or with an old counter proves nothing', async () => {
  const device = softwareKey()
  const challenge = newChallenge(secret, use, now)
  const fresh = await registered(device.register(challenge) as RegistrationResponseJSON, base)
  const key = { ...fresh, person: 'noor', label: 'test' } as Parameters<typeof provenBy>[1]
  const tries: object[] = [
    device.use(challenge, { origin: 'https://elders.example' }),
    device.use(challenge, { host: 'elders.example' }),
    { ...softwareKey().use(challenge), id: device.id, rawId: device.id },
    {},
  ]
  for (const answer of tries)
    assert.equal(await provenBy(answer as AuthenticationResponseJSON, key, base).catch(() => undefined), undefined)
  const replayed = device.use(challenge, { counter: 3 }) as AuthenticationResponseJSON
  assert.equal(await provenBy(replayed, { ...key, counter: 5 }, base), undefined)
  assert.equal(
    await registered(
      softwareKey().register(challenge, { origin: 'https://elders.example' }) as RegistrationResponseJSON,
      base,
    ),
    undefined,
  )
  assert.equal(await provenBy(replayed, key, 'http://127.0.0.1:3000'), undefined)
})
