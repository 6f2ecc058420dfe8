import assert from 'node:assert/strict'
import { test } from 'node:test'
import { dutchDay, dutchYear } from './clock.ts'

test('day and year turn at midnight of the Dutch clock, in winter an hour before that of UTC', () => {
  for (const [moment, day, year] of [
    ['2026-12-31T22:59:59Z', '2026-12-31', 2026],
    ['2026-12-31T23:00:00Z', '2027-01-01', 2027],
    ['2027-07-31T22:00:00Z', '2027-08-01', 2027],
  ] as const)
    assert.deepEqual([dutchDay(new Date(moment)), dutchYear(new Date(moment))], [day, year], moment)
})
