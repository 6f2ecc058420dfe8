import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { wordDifference } from './difference.ts'

const shown = (before: string, after: string) =>
  wordDifference(before, after)
    .map(({ is, text }) => (is === 'same' ? text : is === 'gone' ? `[-${text}-]` : `{+${text}+}`))
    .join(' ')

test('what differs between two lines, word by word', () => {
  for (const [before, after, expected] of [
    ['Je belt aan.', 'Je belt aan.', 'Je belt aan.'],
    ['Je belt aan.', 'Je belt even aan.', 'Je belt {+even+} aan.'],
    ['Je belt nog een keer aan.', 'Je belt aan.', 'Je belt [-nog een keer-] aan.'],
    ['Je vraagt wat iemand mist.', 'Je vraagt wat iemand kan.', 'Je vraagt wat iemand [-mist.-] {+kan.+}'],
    ['', 'Je belt aan.', '{+Je belt aan.+}'],
    ['Je  belt\naan.', 'Je belt aan.', 'Je belt aan.'],
  ] as const)
    assert.equal(shown(before, after), expected)
})

test('what is gone and the same is the old text, what is new and the same is the new one', () => {
  const text = fc
    .array(fc.constantFrom('een', 'twee', 'drie', 'vier'), { maxLength: 30 })
    .map((words) => words.join(' '))
  const without = (pieces: ReturnType<typeof wordDifference>, is: string) =>
    pieces
      .filter((one) => one.is !== is)
      .map((one) => one.text)
      .join(' ')
  fc.assert(
    fc.property(text, text, (before, after) => {
      const pieces = wordDifference(before, after)
      assert.equal(without(pieces, 'new'), before)
      assert.equal(without(pieces, 'gone'), after)
    }),
  )
})

test('very long texts are shown whole', () => {
  const long = 'woord '.repeat(500).trim()
  assert.deepEqual(
    wordDifference(long, 'kort').map(({ is }) => is),
    ['gone', 'new'],
  )
})
