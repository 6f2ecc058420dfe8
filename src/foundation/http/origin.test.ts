import assert from 'node:assert/strict'
import { test } from 'node:test'
import { comesFromUs, ownOrigins, type Sender } from './origin.ts'

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
  test(`origin: ${name}`, () => assert.equal(comesFromUs({ ...nobody, ...sender }, [own]), expected))

test('on one machine both names of it are ours, with our port; anywhere else only our own address', () => {
  const both = ['http://localhost:3000', 'http://127.0.0.1:3000']
  assert.deepEqual(ownOrigins('http://localhost:3000'), both)
  assert.deepEqual(ownOrigins('http://127.0.0.1:3000'), both)
  assert.deepEqual(ownOrigins('https://verankerd.example/map'), ['https://verankerd.example'])
  const from = (origin: string) =>
    comesFromUs({ ...nobody, origin, fetchSite: 'same-origin' }, ownOrigins(both[0] ?? ''))
  const cases: [string, boolean][] = [
    ['http://127.0.0.1:3000', true],
    ['http://localhost:3000', true],
    ['http://localhost:3001', false],
    ['https://localhost:3000', false],
    ['http://localhost.elders.example:3000', false],
  ]
  for (const [origin, expected] of cases) assert.equal(from(origin), expected, origin)
})
