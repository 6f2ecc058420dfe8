import assert from 'node:assert/strict'
import { test } from 'node:test'
import { courseState, dueAt, type PublicationRequest } from './publication.ts'

const request = (outcome: PublicationRequest['outcome']) => ({ outcome })
const live = { liveSince: new Date('2026-11-01T10:00:00Z') }
const hidden = { liveSince: null }

const states: [
  about: string,
  course: typeof live | typeof hidden,
  archived: boolean,
  of: string | undefined,
  state: string,
][] = [
  ['never asked', hidden, false, undefined, 'draft'],
  ['asked, nobody looked', hidden, false, 'open', 'waiting'],
  ['an editor has a question', hidden, false, 'asked', 'asked'],
  ['good', live, false, 'good', 'live'],
  ['live unseen', live, false, 'open', 'live'],
  ['a question about one that is live already', live, false, 'asked', 'live'],
  ['put away', hidden, true, 'good', 'archived'],
]
for (const [about, course, archived, of, state] of states)
  test(`state of a course: ${about}`, () => {
    const outcome = of === 'asked' || of === 'good' ? of : null
    assert.equal(courseState(course, archived, of === undefined ? undefined : request(outcome)), state)
  })

const dues: [about: string, asked: string, due: string][] = [
  ['Monday morning in winter', '2026-11-30T08:00:00Z', '2026-12-02T23:00:00Z'],
  ['Friday in summer', '2027-06-11T08:00:00Z', '2027-06-15T22:00:00Z'],
  ['just before midnight in the Netherlands', '2026-11-30T22:59:00Z', '2026-12-02T23:00:00Z'],
  ['just after', '2026-11-30T23:01:00Z', '2026-12-03T23:00:00Z'],
]
for (const [about, asked, due] of dues)
  test(`a first publication is live after two working days: ${about}`, () => {
    assert.equal(dueAt(new Date(asked)).toISOString(), new Date(due).toISOString())
  })
