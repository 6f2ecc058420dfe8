import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Call } from './call.ts'
import type { Submission } from './nomination.ts'
import { mayTakeOnward, takenAlong } from './onward.ts'
import { wholeBodies } from './practices.fixture.ts'

const call: Call = {
  ...{ id: 'old', slug: 'oud', year: 2026, title: 'Oproep 2026', intro: '', contact: '', opensOn: '2026-09-01' },
  ...{ closesOn: '2026-12-15', criteria: 'proef', vocabulary: 'proef', source: '', fictional: true, item: null },
  ...{ version: 1, publishedAt: null },
}
const sent: Submission = {
  ...{ id: 's', number: 1, receipt: 'x', body: { sections: wholeBodies, attachments: [] } },
  submittedAt: new Date('2026-12-01'),
}
const still = { call, submissions: [] as Submission[], withdrawnAt: null as Date | null }

const cases: [
  words: string,
  nomination: typeof still,
  open: { id: string } | undefined,
  today: string,
  may: boolean,
][] = [
  ['not sent, its call over, a new one open', still, { id: 'new' }, '2027-09-01', true],
  ['the last day of its own call', still, { id: 'new' }, '2026-12-15', false],
  ['the day after', still, { id: 'new' }, '2026-12-16', true],
  ['no call open', still, undefined, '2027-09-01', false],
  ['only its own call, opened again', still, { id: 'old' }, '2027-09-01', false],
  ['it was sent', { ...still, submissions: [sent] }, { id: 'new' }, '2027-09-01', false],
  ['it was taken back', { ...still, withdrawnAt: new Date('2026-12-01') }, { id: 'new' }, '2027-09-01', false],
]
for (const [words, nomination, open, today, may] of cases)
  test(`${words}: ${may ? 'it goes along' : 'it stays'}`, () =>
    assert.equal(mayTakeOnward(nomination, open, today), may))

test('every word goes along; of lists only what the new call has', () => {
  const same = { themes: [{ slug: 'eenzaamheid' }], fields: [{ slug: 'begeleiding' }] }
  assert.deepEqual(takenAlong(wholeBodies, same), wholeBodies)
  const other = takenAlong(wholeBodies, { themes: [{ slug: 'wonen' }], fields: [] })
  assert.deepEqual(other.theme, { ...wholeBodies.theme, theme: '' })
  assert.deepEqual(other.fields, { ...wholeBodies.fields, fields: [] })
  assert.deepEqual(other.approach, wholeBodies.approach)
})
