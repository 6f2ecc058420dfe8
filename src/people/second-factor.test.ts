import assert from 'node:assert/strict'
import { test } from 'node:test'
import { after, MINUTE, SECOND } from '../foundation/clock.ts'
import {
  acceptedStep,
  authenticatorUri,
  codeAt,
  FACTOR_LIFE,
  inGroups,
  newRecoveryCodes,
  newSecret,
  plainRecoveryCode,
  STEP_UP_LIFE,
  stillCounts,
} from './second-factor.ts'

const now = new Date('2026-11-21T20:00:15Z')
const secret = 'JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP'
const step = Math.floor(now.getTime() / 30_000)
const codeAfter = (seconds: number) => codeAt(secret, after(now, seconds * SECOND))

const codes: [string, string, number, number | undefined][] = [
  ['the code of now', codeAfter(0), 0, step],
  ['one step early', codeAfter(-30), 0, step - 1],
  ['one step late', codeAfter(30), 0, step + 1],
  ['two steps early', codeAfter(-60), 0, undefined],
  ['two steps late', codeAfter(60), 0, undefined],
  ['the same code again', codeAfter(0), step, undefined],
  ['an older code after a newer one', codeAfter(-30), step, undefined],
  ['the next code after this one', codeAfter(30), step, step + 1],
  ['five digits', '12345', 0, undefined],
  ['letters', 'abcdef', 0, undefined],
  ['nothing', '', 0, undefined],
]
for (const [name, code, last, expected] of codes)
  test(`acceptedStep: ${name}`, () => assert.equal(acceptedStep(secret, code, now, last), expected))

test('a code of another secret does not work', () => {
  assert.equal(acceptedStep('KRSXG5CTMVRXEZLUKN2HE2LOM5JWKY3S', codeAfter(0), now, 0), undefined)
})

test('a clock set back does not bring an old code back to life', () => {
  const used = acceptedStep(secret, codeAfter(0), now, 0)
  assert.equal(acceptedStep(secret, codeAfter(0), after(now, -20 * SECOND), used ?? 0), undefined)
})

const lives: [string, Date | null, number, boolean][] = [
  ['never given', null, FACTOR_LIFE, false],
  ['just given', now, STEP_UP_LIFE, true],
  ['four minutes ago, for a step up', after(now, -4 * MINUTE), STEP_UP_LIFE, true],
  ['five minutes ago, for a step up', after(now, -5 * MINUTE), STEP_UP_LIFE, false],
  ['five minutes ago, for a page of a role', after(now, -5 * MINUTE), FACTOR_LIFE, true],
  ['from the future', after(now, 60 * MINUTE), FACTOR_LIFE, false],
]
for (const [name, at, life, expected] of lives)
  test(`stillCounts: ${name}`, () => assert.equal(stillCounts(at, now, life), expected))

test('secrets and recovery codes are long, different and readable', () => {
  assert.match(newSecret(), /^[A-Z2-7]{32}$/)
  const recovery = newRecoveryCodes()
  assert.equal(new Set(recovery).size, 10)
  for (const code of recovery) assert.match(code, /^[a-hjkmnp-z2-9]{4}-[a-hjkmnp-z2-9]{4}-[a-hjkmnp-z2-9]{4}$/)
})

test('a recovery code may be typed any way', () => {
  assert.equal(plainRecoveryCode(' ABCD efgh-2345 '), 'abcdefgh2345')
})

test('groups of four', () => assert.equal(inGroups('ABCDEFGHIJ'), 'ABCD EFGH IJ'))

test('the address for the app names us and the account', () => {
  assert.match(
    authenticatorUri(secret, 'noor@voorbeeld.example'),
    /^otpauth:\/\/totp\/Verankerd:noor%40voorbeeld\.example\?.*secret=JBSWY3/,
  )
})
