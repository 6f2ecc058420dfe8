import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { quantile, spread } from './quantile.ts'
import type { Score } from './score.ts'
import { tally } from './tally.ts'

/** The quantile of a list of numbers, by its definition: what the one of a tally has to agree with. */
function quantileOf(values: readonly number[], percent: number): number | undefined {
  const sorted = values.toSorted((a, b) => a - b)
  const place = (sorted.length - 1) * percent
  const below = Math.floor(place / 100)
  const [low, high] = [sorted[below], sorted[Math.min(below + 1, sorted.length - 1)]]
  return low === undefined || high === undefined ? undefined : low + ((place % 100) / 100) * (high - low)
}

const scores = (text: string): Score[] => [...text].map((digit) => Number(digit) as Score)

test('quantiles by R-7, worked by hand', () => {
  for (const [about, votes, percent, expected] of [
    // R: quantile(c(1, 2, 3, 4), 0.25, type = 7) is 1.75.
    ['a quarter between two', '1234', 25, 1.75],
    ['the middle of an even number', '1234', 50, 2.5],
    ['the middle of an odd number', '139', 50, 3],
    ['place 0.3 · 4 = 1.2', '13579', 30, 3.4],
    ['place 0.7 · 4 = 2.8', '13579', 70, 6.6],
    ['ties', '77777', 30, 7],
    ['one panellist', '8', 30, 8],
    ['the ends', '2468', 0, 2],
    ['the ends', '2468', 100, 8],
  ] as const) {
    assert.equal(quantile(tally(scores(votes)), percent), expected, about)
    assert.ok(Math.abs((quantileOf(scores(votes), percent) ?? 0) - expected) < 1e-12, about)
  }
  assert.equal(quantile(tally([null, null]), 50), undefined)
  assert.equal(quantileOf([], 50), undefined)
})

// The worked example of BMJ Open 2 (2012), table 1: fifteen people, P30 7 and P70 8.
test('P30 7 and P70 8 give an IPR of 1.0 and an IPRAS of 6.10', () => {
  const votes = tally(scores('567777788888899'))
  const found = spread(votes)
  assert.deepEqual([found?.p30, found?.p70], [7, 8])
  assert.equal(found?.ipr, 1)
  assert.equal(found?.ipras, 6.1)
  assert.equal(found?.disagreement, false)
})

test('two camps are disagreement, a lean to one side is not', () => {
  // P30 1 and P70 9: in the middle, so AI 0 and IPRAS 2.35, with an IPR of 8.
  const camps = spread(tally(scores('1111199999')))
  assert.deepEqual([camps?.ipr, camps?.ipras, camps?.disagreement], [8, 2.35, true])
  const lean = spread(tally(scores('3567788999')))
  assert.equal(lean?.disagreement, false)
})

test('spread with one vote, and without votes', () => {
  assert.deepEqual(spread(tally([9])), {
    median: 9,
    iqr: 0,
    p30: 9,
    p70: 9,
    ipr: 0,
    ipras: 8.35,
    disagreement: false,
  })
  assert.equal(spread(tally([])), undefined)
})

test('a tally gives what its list gives, whatever the order', () => {
  const votes = fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 1, maxLength: 80 })
  fc.assert(
    fc.property(votes, fc.integer({ min: 0, max: 100 }), (list, percent) => {
      const ofTally = quantile(tally(list as Score[]), percent) ?? Number.NaN
      const ofList = quantileOf(list.toReversed(), percent) ?? Number.NaN
      assert.ok(Math.abs(ofTally - ofList) < 1e-9)
    }),
  )
})
