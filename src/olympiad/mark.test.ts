import assert from 'node:assert/strict'
import { test } from 'node:test'
import { writesOut } from './mark.ts'

const QUOTE = 'Ik zat drie weken met de gordijnen dicht. Toen belde zij weer aan. Nee dus.'

test('nobody writes out what someone said in a talk, whole or a sentence of it', () => {
  for (const [text, expected] of [
    [QUOTE, true],
    [`Een man zei: ik zat drie weken met de gordijnen dicht, vertelde hij.`, true],
    ['Ze belde opnieuw aan, ook na drie weken.', false],
    ['Nee dus.', false],
    ['', false],
  ] as const)
    assert.equal(writesOut(text, [QUOTE]), expected, text)
  assert.equal(writesOut('Wat dan ook.', []), false)
})
