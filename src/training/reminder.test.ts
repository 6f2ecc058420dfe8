import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type ReminderStep, reminderStep } from './reminder.ts'

const run = { startsOn: '2027-03-10', endsOn: '2027-03-24', isCancelled: false }
const fresh = { reminded: false, askedAfterOn: null }
const told = { reminded: true, askedAfterOn: null }
const asked = { reminded: true, askedAfterOn: '2027-03-25' }

const steps: [
  about: string,
  of: { reminded: boolean; askedAfterOn: string | null },
  today: string,
  step: ReminderStep,
][] = [
  ['long before', fresh, '2027-03-02', undefined],
  ['a week before', fresh, '2027-03-03', 'remind'],
  ['asked for on the day itself', fresh, '2027-03-10', 'remind'],
  ['reminded already', told, '2027-03-09', undefined],
  ['between two days', fresh, '2027-03-11', undefined],
  ['the last day', told, '2027-03-24', undefined],
  ['the day after', told, '2027-03-25', 'ask'],
  ['after it, never reminded', fresh, '2027-03-26', 'ask'],
  ['waiting for an answer', asked, '2027-04-23', undefined],
  ['nobody answered for thirty days', asked, '2027-04-24', 'forget'],
]
for (const [about, of, today, step] of steps)
  test(`a reminder ${about}: ${step ?? 'nothing'}`, () => assert.equal(reminderStep(of, run, today), step))

test('who asked to be reminded of what was called off is forgotten', () => {
  assert.equal(reminderStep(fresh, { ...run, isCancelled: true }, '2027-03-03'), 'forget')
})
