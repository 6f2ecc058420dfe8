import assert from 'node:assert/strict'
import { test } from 'node:test'
import { dayTyped } from './day.ts'

const typed: [text: string, day: string | undefined][] = [
  ['2026-11-09', '2026-11-09'],
  ['9-11-2026', '2026-11-09'],
  [' 09/11/2026 ', '2026-11-09'],
  ['9.11.2026', '2026-11-09'],
  ['9 november 2026', '2026-11-09'],
  ['9 nov. 2026', '2026-11-09'],
  ['1 mrt 2027', undefined],
  ['31-2-2027', undefined],
  ['29-2-2028', '2028-02-29'],
  ['11-9-26', undefined],
  ['morgen', undefined],
  ['', undefined],
]
for (const [text, day] of typed) test(`a day typed as "${text}"`, () => assert.equal(dayTyped(text), day))
