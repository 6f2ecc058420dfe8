import assert from 'node:assert/strict'
import { test } from 'node:test'
import { changeOf, comparability, compare } from './comparison.ts'
import { answersFrom, sampleInstrument } from './instrument.sample.ts'
import type { Instrument } from './instrument.ts'

for (const [before, now, change] of [
  [3, 3, 'same'],
  [3, 4, 'same'],
  [4, 3, 'same'],
  [3, 5, 'more'],
  [1, 3, 'more'],
  [1, 5, 'more'],
  [5, 3, 'less'],
  [4, 1, 'less'],
] as const)
  test(`from ${before} to ${now} is "${change}"`, () => assert.equal(changeOf(before, now), change))

const first = sampleInstrument()
const reworded = (count: number): Instrument => ({
  ...first,
  edition: '2027',
  lines: first.lines.map((line, at) => (at < count ? { ...line, text: `${line.text} (nieuw)` } : line)),
})

test('editions are comparable, partly comparable, or not', () => {
  assert.equal(comparability(first, first), 'comparable')
  assert.equal(comparability(first, reworded(0)), 'comparable')
  assert.equal(comparability(first, reworded(1)), 'partly')
  assert.equal(comparability(first, reworded(25)), 'not')
  assert.equal(comparability(first, { ...first, lines: first.lines.slice(1) }), 'partly')
})

test('only lines that were asked in the same words and answered twice are compared', () => {
  const before = { instrument: first, answers: answersFrom(first, '1204-') }
  const now = { instrument: reworded(1), answers: answersFrom(first, '54455') }
  const { comparability: how, lines } = compare(before, now)
  assert.equal(how, 'partly')
  assert.deepEqual(
    lines.map(({ line, change }) => [line.slug, change]),
    [
      ['ek2', 'more'],
      ['ek4', 'same'],
    ],
  )
})
