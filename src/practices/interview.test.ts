import assert from 'node:assert/strict'
import { test } from 'node:test'
import { fromDutchClock, onDutchClock } from '../foundation/day.ts'
import { endOf, notesKeptSince } from './interview.ts'
import { INTERVIEW_GUIDE } from './interview-guide.ts'
import { SECTIONS } from './section.ts'

test('a day and a time mean the Dutch clock, summer and winter', () => {
  for (const [day, time, expected] of [
    ['2026-12-01', '14:30', '2026-12-01T13:30:00.000Z'],
    ['2026-07-01', '14:30', '2026-07-01T12:30:00.000Z'],
    ['2026-03-29', '01:59', '2026-03-29T00:59:00.000Z'],
    ['2026-03-29', '02:30', undefined],
    ['2026-03-29', '03:00', '2026-03-29T01:00:00.000Z'],
    ['2026-10-25', '02:30', '2026-10-25T00:30:00.000Z'],
    ['2026-10-25', '03:00', '2026-10-25T02:00:00.000Z'],
    ['2026-02-30', '10:00', undefined],
    ['2026-13-01', '10:00', undefined],
  ] as const)
    assert.equal(fromDutchClock(day, time)?.toISOString(), expected, `${day} ${time}`)
  assert.deepEqual(onDutchClock(new Date('2026-07-01T22:30:00Z')), ['2026-07-02', '00:30'])
})

test('a talk ends when its minutes are over', () => {
  const startsAt = new Date('2026-12-01T13:30:00Z')
  assert.equal(endOf({ startsAt, minutes: 75 }).toISOString(), '2026-12-01T14:45:00.000Z')
})

test('notes stay for six months after the publication they served', () => {
  for (const [now, since] of [
    ['2027-06-01T10:00:00Z', '2026-12-01T10:00:00.000Z'],
    ['2026-08-31T10:00:00Z', '2026-02-28T10:00:00.000Z'],
  ] as const)
    assert.equal(notesKeptSince(new Date(now)).toISOString(), since)
})

test('every section has two or three open questions', () => {
  for (const section of SECTIONS) {
    const questions = INTERVIEW_GUIDE[section]
    assert.ok(questions.length >= 2 && questions.length <= 3, section)
    for (const question of questions) assert.match(question, /[?.]$/)
  }
})
