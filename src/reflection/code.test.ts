import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { CODE_LENGTH, inGroups, readCode } from '../foundation/save-code.ts'
import { codeOf, keysOfCode } from './code.ts'
import { newSecret } from './sheet.ts'

test('a code has twenty characters without lookalikes, in groups of four', () => {
  const code = codeOf(newSecret(), 1)
  assert.match(code, /^[0-9ABCDEFGHJKMNPQRSTVWXYZ]{20}$/)
  assert.match(inGroups(code), /^(\w{4} ){4}\w{4}$/)
  assert.equal(code.length, CODE_LENGTH)
})

test('the same sheet gives the same code again, and another one for the next number', () => {
  const secret = newSecret()
  assert.equal(codeOf(secret, 1), codeOf(secret, 1))
  assert.notEqual(codeOf(secret, 1), codeOf(secret, 2))
  assert.notEqual(codeOf(secret, 1), codeOf(newSecret(), 1))
})

test('what people make of a code is read: small letters, dashes, o for nought, i and l for one', () => {
  assert.equal(readCode('abcd-efgh jkmn.pqrs tv01'), 'ABCDEFGHJKMNPQRSTV01')
  assert.equal(readCode('ABCD EFGH JKMN PQRS TVOI'), 'ABCDEFGHJKMNPQRSTV01')
  assert.equal(readCode('ABCD EFGH JKMN PQRS TVol'), 'ABCDEFGHJKMNPQRSTV01')
})

for (const typed of [
  '',
  'ABCD',
  'ABCD EFGH JKMN PQRS TV0',
  'ABCD EFGH JKMN PQRS TV012',
  'ABCD EFGH JKMN PQRS TV0U',
  'ABCD EFGH JKMN PQRS TV0é',
  '😀'.repeat(20),
])
  test(`"${typed}" is no code`, () => assert.equal(readCode(typed), undefined))

test('every code reads back as itself', () => {
  fc.assert(
    fc.property(fc.uint8Array({ minLength: 20, maxLength: 20 }), fc.integer({ min: 1, max: 9999 }), (bytes, count) => {
      const code = codeOf(Buffer.from(bytes), count)
      assert.equal(readCode(inGroups(code).toLowerCase()), code)
    }),
  )
})

test('neither of the keys of a code holds the other', () => {
  const { lookup, key } = keysOfCode('ABCDEFGHJKMNPQRSTV01')
  assert.equal(lookup.length, 32)
  assert.notDeepEqual(lookup, key)
})
