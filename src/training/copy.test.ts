import assert from 'node:assert/strict'
import { test } from 'node:test'
import { LONGEST_TITLE, titleOfCopy } from './copy.ts'

const cases: [about: string, title: string, copy: string][] = [
  ['a short one', 'Op de koffie', 'Op de koffie (kopie)'],
  ['as long as may be', 'a'.repeat(LONGEST_TITLE), `${'a'.repeat(112)} (kopie)`],
  ['cut at a space', `${'a'.repeat(111)} bcdefghi`, `${'a'.repeat(111)} (kopie)`],
  ['cut in the middle of a sign', `${'a'.repeat(111)}🪢${'b'.repeat(7)}`, `${'a'.repeat(111)} (kopie)`],
]
for (const [about, title, copy] of cases)
  test(`a copy is called so: ${about}`, () => assert.equal(titleOfCopy({ title }), copy))
