import assert from 'node:assert/strict'
import { test } from 'node:test'
import { dayTyped, endOfDutchDay } from './day.ts'

const typed: [text: string, day: string | undefined][] = [
  ['2026-11-09', '2026-11-09'],
  ['9-11-2026', '2026-11-09'],
  [' 09/11/2026 ', '2026-11-09'],
  ['9.11.2026', '2026-11-09'],
  ['9 november 2026', '2026-11-09'],
  ['9 nov. 2026', '2026-11-09'],
  ['1 mrt 2027', '2027-03-01'],
  ['1-mrt-2027', '2027-03-01'],
  ['31 februari 2027', undefined],
  ['1 ma 2027', undefined],
  ['31-2-2027', undefined],
  ['29-2-2028', '2028-02-29'],
  ['11-9-26', undefined],
  ['morgen', undefined],
  ['', undefined],
]
for (const [text, day] of typed) test(`a day typed as "${text}"`, () => assert.equal(dayTyped(text), day))

for (const [at, end] of [
  ['2026-02-28T22:59:59.999Z', '2026-02-28T23:00:00.000Z'],
  ['2026-02-28T23:00:00Z', '2026-03-01T23:00:00.000Z'],
  ['2026-03-29T00:30:00Z', '2026-03-29T22:00:00.000Z'],
  ['2026-10-25T12:00:00Z', '2026-10-25T23:00:00.000Z'],
] as const)
  test(`the Dutch day of ${at} ends`, () => assert.equal(endOfDutchDay(new Date(at)).toISOString(), end))
