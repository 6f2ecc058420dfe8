import assert from 'node:assert/strict'
import { test } from 'node:test'
import { capital } from './capital.ts'

test('a word at the start of a line has its capital, without the accent', () => {
  for (const [words, expected] of [
    ['één plan', 'Eén plan'],
    ['e\u0301én plan', 'Eén plan'],
    ['buurt', 'Buurt'],
    ['', ''],
  ] as const)
    assert.equal(capital(words), expected)
})
