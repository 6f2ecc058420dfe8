import assert from 'node:assert/strict'
import { test } from 'node:test'
import { dutchDay } from '../foundation/clock.ts'
import { dayInDutch, daysLater, isDay, yearLater } from '../foundation/day.ts'
import { callState, monthsBetween, ranAYear } from './call.ts'

const closes = '2026-12-01'
const starts: [startedOn: string, ran: boolean, months: number][] = [
  ['2025-12-01', true, 12],
  ['2025-12-02', false, 11],
  ['2025-11-30', true, 12],
  ['2026-04-01', false, 8],
  ['2026-11-30', false, 0],
  ['2027-01-01', false, 0],
]
for (const [startedOn, ran, months] of starts)
  test(`begun on ${startedOn}, closing on ${closes}`, () => {
    assert.equal(ranAYear(startedOn, closes), ran)
    assert.equal(monthsBetween(startedOn, closes), months)
  })

test('a leap day has its year on the first of March', () => {
  assert.equal(yearLater('2024-02-29'), '2025-03-01')
  assert.equal(ranAYear('2024-02-29', '2025-02-28'), false)
  assert.equal(ranAYear('2024-02-29', '2025-03-01'), true)
})

const states: [today: string, published: boolean, state: string][] = [
  ['2026-08-31', true, 'coming'],
  ['2026-09-01', true, 'open'],
  ['2026-12-01', true, 'open'],
  ['2026-12-02', true, 'closed'],
  ['2026-10-01', false, 'draft'],
]
for (const [today, published, state] of states)
  test(`a call on ${today}${published ? '' : ', not published'}: ${state}`, () => {
    const call = { opensOn: '2026-09-01', closesOn: closes, publishedAt: published ? new Date() : null }
    assert.equal(callState(call, today), state)
  })

test('the last day lasts until midnight in the Netherlands', () => {
  assert.equal(dutchDay(new Date('2026-12-01T22:59:00Z')), '2026-12-01')
  assert.equal(dutchDay(new Date('2026-12-01T23:01:00Z')), '2026-12-02')
})

test('days: real ones, in words, and later ones', () => {
  assert.deepEqual(['2026-02-28', '2026-02-29', '2026-13-01', '1-2-2026', ''].map(isDay), [
    true,
    false,
    false,
    false,
    false,
  ])
  assert.equal(dayInDutch('2026-12-01'), '1 december 2026')
  assert.equal(dayInDutch('ooit'), 'ooit')
  assert.equal(daysLater('2026-12-25', 14), '2027-01-08')
})
