import assert from 'node:assert/strict'
import { test } from 'node:test'
import { hashOfCode, inGroups, newCode, readCode } from './save-code.ts'

test('a code has twenty characters nobody confuses, and comes back however it is typed', () => {
  const code = newCode()
  assert.match(code, /^[0-9A-HJKMNP-TV-Z]{20}$/)
  assert.equal(inGroups(code).split(' ').length, 5)
  for (const typed of [inGroups(code), code.toLowerCase(), inGroups(code).replaceAll(' ', ' – ')])
    assert.equal(readCode(typed), code)
  assert.notEqual(newCode(), code)
})

const typings: [typed: string, read: string | undefined][] = [
  ['oil0 oil0 oil0 oil0 oil0', '01100110011001100110'],
  ['0110 0110 0110 0110 011', undefined],
  ['0110 0110 0110 0110 011U', undefined],
  ['', undefined],
]
for (const [typed, read] of typings) test(`readCode “${typed}”`, () => assert.equal(readCode(typed), read))

test('the same code for two purposes keeps two hashes', () => {
  assert.notEqual(hashOfCode('one', 'A'), hashOfCode('two', 'A'))
})
