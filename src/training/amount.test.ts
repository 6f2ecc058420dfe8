import assert from 'node:assert/strict'
import { test } from 'node:test'
import { centsInField, centsTyped, numberTyped } from './amount.ts'

const prices: [text: string, cents: number | null | undefined][] = [
  ['€ 1.234,50', 123_450],
  ['1234,5', 123_450],
  ['1234.50', 123_450],
  ['1.234', 123_400],
  ['395', 39_500],
  ['€395,-', 39_500],
  ['395 euro', 39_500],
  ['gratis', 0],
  ['0', 0],
  ['', null],
  ['op aanvraag', null],
  ['-5', undefined],
  ['12,345', undefined],
  ['1.23.456', undefined],
  ['99999999', undefined],
  ['vanaf 300', undefined],
]
for (const [text, cents] of prices) test(`a price typed as "${text}"`, () => assert.equal(centsTyped(text), cents))

test('a price stands in its field as it can be typed again', () => {
  for (const cents of [null, 0, 39_500, 123_450, 5]) assert.equal(centsTyped(centsInField(cents)), cents)
})

test('numbers with a comma', () => {
  assert.deepEqual(['1,5', '12', '1.5', '', '-1', '1e3'].map(numberTyped), [
    1.5,
    12,
    1.5,
    undefined,
    undefined,
    undefined,
  ])
})
