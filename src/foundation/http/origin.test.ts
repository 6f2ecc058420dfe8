import assert from 'node:assert/strict'
import { test } from 'node:test'
import { comesFromUs, type Sender } from './origin.ts'

const own = 'https://verankerd.example'
const nobody: Sender = { origin: undefined, fetchSite: undefined, token: undefined, expected: undefined }

const cases: [string, Partial<Sender>, boolean][] = [
  ['anonymous, own origin', { origin: own }, true],
  ['anonymous, own origin and site', { origin: own, fetchSite: 'same-origin' }, true],
  ['anonymous, foreign origin', { origin: 'https://elders.example' }, false],
  ['anonymous, sibling site', { origin: own, fetchSite: 'same-site' }, false],
  ['anonymous, no word at all', {}, false],
  ['anonymous, origin null from our own page', { origin: 'null', fetchSite: 'same-origin' }, true],
  ['anonymous, origin null from elsewhere', { origin: 'null', fetchSite: 'cross-site' }, false],
  ['anonymous, origin null and nothing else', { origin: 'null' }, false],
  ['signed in, own origin, right token', { origin: own, token: 'a1', expected: 'a1' }, true],
  ['signed in, own origin, no token', { origin: own, expected: 'a1' }, false],
  ['signed in, own origin, token of another', { origin: own, token: 'b2', expected: 'a1' }, false],
  ['signed in, foreign origin, right token', { origin: 'https://elders.example', token: 'a1', expected: 'a1' }, false],
  ['signed in, program without origin, right token', { token: 'a1', expected: 'a1' }, true],
]

for (const [name, sender, expected] of cases)
  test(`origin: ${name}`, () => assert.equal(comesFromUs({ ...nobody, ...sender }, own), expected))
