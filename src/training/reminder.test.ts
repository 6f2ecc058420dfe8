import assert from 'node:assert/strict'
import { test } from 'node:test'
import { aheadWords, mailedWords, type ReminderStep, reminderStep } from './reminder.ts'

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

const calledOff: typeof steps = [
  ['long before', fresh, '2027-01-02', 'call off'],
  ['after a reminder', told, '2027-03-09', 'call off'],
  ['on the last day', told, '2027-03-24', 'call off'],
  ['when it is over', told, '2027-03-25', 'forget'],
  ['when the question was sent', asked, '2027-03-26', 'forget'],
]
for (const [about, of, today, step] of calledOff)
  test(`what is called off ${about}: ${step}`, () =>
    assert.equal(reminderStep(of, { ...run, isCancelled: true }, today), step))

for (const [today, asks, mails] of [
  ['2027-03-02', 'Je krijgt een week van tevoren een mail.', ''],
  ['2027-03-03', 'Je krijgt de eerstvolgende ochtend een mail.', 'over een week'],
  ['2027-03-07', 'Je krijgt de eerstvolgende ochtend een mail.', 'over drie dagen'],
  ['2027-03-09', 'Je krijgt de eerstvolgende ochtend een mail.', 'morgen'],
  ['2027-03-10', 'De training begint vandaag.', 'vandaag'],
] as const)
  test(`a training of 10 March on ${today}`, () => {
    assert.equal(mailedWords(run.startsOn, today), asks)
    if (mails !== '') assert.equal(aheadWords(run.startsOn, today), mails)
  })
