import assert from 'node:assert/strict'
import { test } from 'node:test'
import { StabilityCount } from './stability.ts'

function counted(...pairs: [number, number][]) {
  const count = new StabilityCount()
  for (const [before, now] of pairs) count.add(before, now)
  return count
}

test('stability over pairs of the same person, worked by hand', () => {
  // Bands: no–no, no–doubt, yes–yes, yes–yes. Apart: 1 · 4 pairs. By chance |i − j| · row · column: rows 2, 0, 2 and
  // columns 1, 1, 2 give 0→1: 2, 0→2: 8, 2→0: 4, 2→1: 2, so 16. Kappa = 1 − 4/16.
  const found = counted([1, 3], [2, 5], [7, 8], [9, 9]).figures(1)
  assert.deepEqual(found, { pairs: 4, sameBand: 0.75, shift: 1.5, kappa: 0.75 })
})

test('weet ik niet is no pair, and too few pairs say nothing', () => {
  const count = counted([0, 8], [8, 0], [8, 8], [8, 8], [8, 8], [8, 8])
  assert.equal(count.figures(5), undefined)
  count.add(7, 9)
  assert.deepEqual(count.figures(5), { pairs: 5, sameBand: 1, shift: 0.4, kappa: null })
  assert.equal(counted().figures(0), undefined)
})

test('statements add up', () => {
  const whole = counted([1, 3], [2, 5])
  whole.merge(counted([7, 8], [9, 9]))
  assert.deepEqual(whole.figures(1), counted([1, 3], [2, 5], [7, 8], [9, 9]).figures(1))
})
