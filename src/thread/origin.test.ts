import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type Direction, dayOf, endOfDay, type OriginStop, restWords } from './origin.ts'

test('a day ends at midnight in the Netherlands, in summer and in winter', () => {
  for (const [day, end] of [
    ['2026-01-31', '2026-01-31T22:59:59.999Z'],
    ['2026-07-01', '2026-07-01T21:59:59.999Z'],
    ['2026-03-29', '2026-03-29T21:59:59.999Z'],
    ['2026-10-25', '2026-10-25T22:59:59.999Z'],
    ['2024-02-29', '2024-02-29T22:59:59.999Z'],
    ['2025-12-31', '2025-12-31T22:59:59.999Z'],
  ] as const) {
    assert.equal(endOfDay(day)?.toISOString(), end)
    assert.equal(dayOf(new Date(end)), day)
  }
})

test('what is no day is refused', () => {
  for (const day of [
    '',
    'gisteren',
    '2026-02-29',
    '2026-13-01',
    '2026-00-10',
    '0001-01-01',
    '31-01-2026',
    '2026-1-1',
    '2026-01-01T00:00',
  ])
    assert.equal(endOfDay(day), undefined, day)
})

test('what is counted and not shown is said in words', () => {
  const stops = Array.from({ length: 3 }, () => ({}) as OriginStop)
  for (const [direction, words] of [
    [{ total: 0, more: false }, undefined],
    [{ total: 3, more: false }, undefined],
    [{ total: 4, more: false }, 'En nog één andere.'],
    [{ total: 7489, more: false }, 'En nog 7.486 andere.'],
    [{ total: 20_000, more: true }, 'En nog meer dan 19.997 andere.'],
  ] satisfies [Omit<Direction, 'stops'>, string | undefined][])
    assert.equal(restWords({ stops: direction.total === 0 ? [] : stops, ...direction }), words)
})
