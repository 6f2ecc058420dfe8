import assert from 'node:assert/strict'
import { test } from 'node:test'
import { mayChair, olympiadState, ROLES } from './olympiad.ts'
import { roundState } from './round.ts'

const at = (hour: number) => new Date(Date.UTC(2027, 2, 1, hour))
const person = {
  ...{ id: 'henk', name: 'Henk', email: 'henk@verankerd.example' },
  roles: [{ role: 'chair' as const, organisation: null }],
}

test('an Olympiade is planned until its rules are locked, and finished when no round follows', () => {
  assert.equal(olympiadState({ charterAt: null, finishedAt: null }), 'planned')
  assert.equal(olympiadState({ charterAt: at(9), finishedAt: null }), 'running')
  assert.equal(olympiadState({ charterAt: at(9), finishedAt: at(17) }), 'finished')
})

test('a round takes answers from its opening until its hour, and nothing but a closing closes it', () => {
  for (const [openedAt, closedAt, now, state] of [
    [null, null, 10, 'planned'],
    [at(9), null, 10, 'open'],
    [at(9), null, 12, 'overdue'],
    [at(9), null, 13, 'overdue'],
    [at(9), at(11), 11, 'closed'],
  ] as const)
    assert.equal(roundState({ openedAt, closedAt, closesAt: at(12) }, at(now)), state)
})

test('only who chairs this Olympiade leads it, and no longer than they hold the role', () => {
  assert.ok(mayChair(person, { chairs: ['henk'] }))
  assert.ok(!mayChair(person, { chairs: ['gloria'] }))
  assert.ok(!mayChair({ ...person, roles: [] }, { chairs: ['henk'] }))
  assert.ok(!mayChair(undefined, { chairs: ['henk'] }))
})

test('the roles of the seeds are there, each once, inwoners first', () => {
  assert.equal(new Set(ROLES.map(({ slug }) => slug)).size, ROLES.length)
  assert.equal(ROLES[0]?.slug, 'inwoner')
})
