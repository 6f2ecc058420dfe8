import assert from 'node:assert/strict'
import { test } from 'node:test'
import { easter, isHoliday, isWorkingDay, workingDaysLater } from './working-day.ts'

const easters: [year: number, day: string][] = [
  [2024, '2024-03-31'],
  [2025, '2025-04-20'],
  [2026, '2026-04-05'],
  [2027, '2027-03-28'],
  [2038, '2038-04-25'],
]
for (const [year, day] of easters) test(`Easter of ${year}`, () => assert.equal(easter(year), day))

const later: [about: string, from: string, count: number, day: string][] = [
  ['Monday', '2026-11-30', 2, '2026-12-02'],
  ['Thursday: over the weekend', '2026-11-26', 2, '2026-11-30'],
  ['Saturday', '2026-11-28', 2, '2026-12-01'],
  ['before Christmas, which lasts until Monday', '2026-12-24', 2, '2026-12-29'],
  ['new year', '2026-12-31', 2, '2027-01-05'],
  ['Good Friday and Easter Monday', '2027-03-25', 2, '2027-03-31'],
  ['Ascension', '2027-05-04', 2, '2027-05-10'],
]
for (const [about, from, count, day] of later)
  test(`${count} working days after ${from} (${about})`, () => assert.equal(workingDaysLater(from, count), day))

test('holidays: King’s day moves when it is a Sunday, Liberation day does not', () => {
  assert.equal(isHoliday('2025-04-26'), true)
  assert.equal(isHoliday('2025-04-27'), false)
  assert.equal(isHoliday('2026-04-27'), true)
  assert.equal(isHoliday('2026-05-05'), true)
  assert.equal(isWorkingDay('2026-11-29'), false)
})
