import assert from 'node:assert/strict'
import { test } from 'node:test'
import { after, DAY, MINUTE } from '../foundation/clock.ts'
import { CODE_LIFE, codeState, guessRules, mailWait, newCode, ownPath, plainCode } from './sign-in.ts'

const now = new Date('2026-11-21T20:00:00Z')
const ago = (minutes: number) => after(now, -minutes * MINUTE)

test('a code is six digits, zeros in front included', () => {
  for (let i = 0; i < 200; i += 1) assert.match(newCode(), /^\d{6}$/)
})

test('spaces and dashes in a pasted code do not count', () => {
  assert.equal(plainCode(' 012 345'), '012345')
  assert.equal(plainCode('012-345\n'), '012345')
})

const states: [string, { expiresAt: Date; consumedAt: Date | null }, string][] = [
  ['fresh', { expiresAt: after(now, CODE_LIFE), consumedAt: null }, 'open'],
  ['one ms before the end', { expiresAt: after(now, 1), consumedAt: null }, 'open'],
  ['exactly at the end', { expiresAt: now, consumedAt: null }, 'expired'],
  ['long ago', { expiresAt: ago(60), consumedAt: null }, 'expired'],
  ['used', { expiresAt: after(now, CODE_LIFE), consumedAt: ago(1) }, 'used'],
  ['used and expired', { expiresAt: ago(60), consumedAt: ago(61) }, 'used'],
]
for (const [name, code, expected] of states)
  test(`codeState: ${name}`, () => assert.equal(codeState(code, now), expected))

const waits: [string, Date[], number][] = [
  ['the first mail', [], 0],
  ['the second, right after', [ago(0)], 0],
  ['the third, right after', [ago(0), ago(0)], 0],
  ['the fourth waits a minute', [ago(0), ago(1), ago(2)], 1 * MINUTE],
  ['the fourth, a minute later', [ago(1), ago(2), ago(3)], 0],
  ['the fifth waits two minutes', [ago(0), ago(1), ago(2), ago(3)], 2 * MINUTE],
  ['the seventh waits eight', [0, 1, 2, 3, 4, 5].map(ago), 8 * MINUTE],
  ['never more than a quarter', Array.from({ length: 30 }, (_, i) => ago(i)), 15 * MINUTE],
  ['an hour later all is forgotten', [60, 61, 62, 63, 64].map(ago), 0],
]
for (const [name, earlier, expected] of waits)
  test(`mailWait: ${name}`, () => assert.equal(mailWait(earlier, now), expected))

test('of a thousand guesses in a day at most sixty are tried, and the wait grows', () => {
  const [quarter, hours, day] = guessRules.perAccount
  assert.ok(quarter && hours && day)
  assert.equal(day.points, 60)
  assert.equal(day.perMs, DAY)
  assert.ok(quarter.points / quarter.perMs > hours.points / hours.perMs)
  assert.ok(hours.points / hours.perMs > day.points / day.perMs)
  assert.ok([guessRules.perBrowser, ...guessRules.perAccount].every((rule) => rule.onFault === 'closed'))
})

const paths: [string | undefined, string | undefined][] = [
  [undefined, undefined],
  ['', undefined],
  ['/', '/'],
  ['/mijn', '/mijn'],
  ['/mijn/account?tab=1', '/mijn/account?tab=1'],
  ['/kenmerken/2013#boven', '/kenmerken/2013'],
  ['//elders.example', undefined],
  ['/\\elders.example', undefined],
  ['/.//elders.example', undefined],
  ['/a/../..//elders.example', undefined],
  ['\t//elders.example', undefined],
  ['/\t/elders.example', undefined],
  ['https://elders.example', undefined],
  ['javascript:alert(1)', undefined],
  ['mijn', undefined],
  ['/inloggen', undefined],
  ['/inloggen/code', undefined],
  [`/${'a'.repeat(600)}`, undefined],
]
for (const [raw, expected] of paths)
  test(`ownPath: ${JSON.stringify(raw)?.slice(0, 40)}`, () => assert.equal(ownPath(raw), expected))
