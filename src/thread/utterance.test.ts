import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Json } from './fingerprint.ts'
import { holdsWords, newSalt, referencesIn, utteranceHash } from './utterance.ts'

test('the same words have another hash with another salt, so a hash alone confirms no guess', () => {
  const salt = newSalt()
  assert.equal(utteranceHash(salt, 'ja'), utteranceHash(salt, 'ja'))
  assert.notEqual(utteranceHash(salt, 'ja'), utteranceHash(newSalt(), 'ja'))
  assert.notEqual(utteranceHash(salt, 'ja'), utteranceHash(salt, 'nee'))
})

test('references are found anywhere in a body, once each', () => {
  const one = { utterance: 'u1', hash: 'h1' }
  const two = { utterance: 'u2', hash: 'h2' }
  for (const [body, expected] of [
    [null, []],
    ['u1', []],
    [one, [one]],
    [{ passages: [{ quote: one, by: two }, { quote: one }] }, [one, two]],
    [{ utterance: 'u1' }, []],
    [{ utterance: 1, hash: 2 }, []],
  ] satisfies [Json, object[]][])
    assert.deepEqual(referencesIn(body), expected)
})

test('words of a person that stand written out are seen', () => {
  for (const [written, words, expected] of [
    ['Zij zei: ik kan het nu zelf.', ['Ik kan het nu zelf.'], true],
    ['Zij zei iets.', ['Ik kan het nu zelf.'], false],
    ['ja en nee', ['ja'], false],
    ['', ['Ik kan het nu zelf.'], false],
  ] as const)
    assert.equal(holdsWords(written, [...words]), expected)
})
