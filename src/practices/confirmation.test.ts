import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type ConfirmationStep, confirmationStep, type SentRequest } from './confirmation.ts'

const day = (text: string) => new Date(`${text}T10:00:00Z`)
const sent = (year: number, reminder: number, at: string): SentRequest => ({ year, reminder, at: day(at) })
const ask = (year: number, reminder: 0 | 1 | 2): ConfirmationStep => ({ is: 'ask', year, reminder })
const round = [sent(2026, 0, '2026-03-01'), sent(2026, 1, '2026-03-22'), sent(2026, 2, '2026-04-12')]

const cases: [string, string, SentRequest[], string, ConfirmationStep][] = [
  ['nothing yet within a year', '2025-03-01', [], '2026-02-27', undefined],
  ['a year later we ask', '2025-03-01', [], '2026-03-01', ask(2026, 0)],
  ['three weeks are not over', '2025-03-01', round.slice(0, 1), '2026-03-21', undefined],
  ['after three weeks we remind', '2025-03-01', round.slice(0, 1), '2026-03-22', ask(2026, 1)],
  ['six weeks are not over', '2025-03-01', round.slice(0, 2), '2026-04-11', undefined],
  ['after six weeks we remind again', '2025-03-01', round.slice(0, 2), '2026-04-12', ask(2026, 2)],
  ['nine weeks are not over', '2025-03-01', round, '2026-05-02', undefined],
  ['after nine weeks silence shows', '2025-03-01', round, '2026-05-03', { is: 'silence' }],
  ['a year later it starts again', '2025-03-01', round, '2027-03-01', ask(2027, 0)],
  ['an answer ends the round', '2026-03-25', round.slice(0, 2), '2026-04-20', undefined],
  ['a year after the answer we ask anew', '2026-03-25', round.slice(0, 2), '2027-03-25', ask(2027, 0)],
  ['an answer late in the year does not ask twice under one year', '2025-12-31', [], '2026-12-31', ask(2026, 0)],
]
for (const [name, last, requests, now, expected] of cases)
  test(`confirmation: ${name}`, () => assert.deepEqual(confirmationStep(day(last), requests, day(now)), expected))
