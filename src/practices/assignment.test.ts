import assert from 'node:assert/strict'
import { test } from 'node:test'
import {
  type Assignment,
  assignmentFault,
  closedReaders,
  isOwnOrganisation,
  type Nominator,
  plainOrganisation,
  readingState,
} from './assignment.ts'

const nominator: Nominator = { organisation: 'Stichting Welzijn De Vlier', people: ['noor'], organisations: ['vlier'] }
const reader = (id: string, ...places: [string, string][]) => ({
  id,
  organisations: places.map(([place, name]) => ({ id: place, name })),
})

test('names of organisations are compared by what people call them', () => {
  for (const [one, other] of [
    ['Stichting Welzijn De Vlier', 'welzijn de vlier'],
    ['Coöperatie Zorg B.V.', 'Zorg'],
    ['Zorggroep  Lindelaan', 'Zorggroep Lindelaan'],
  ] as const)
    assert.equal(plainOrganisation(one), plainOrganisation(other))
})

test('nobody reads what the own organisation sent in', () => {
  for (const [about, who, expected] of [
    ['another organisation', reader('farida', ['zorg', 'Zorggroep Lindelaan']), false],
    ['no organisation', reader('farida'), false],
    ['the same organisation by name', reader('farida', ['other', 'Welzijn de Vlier']), true],
    ['a colleague of whoever filled in', reader('farida', ['vlier', 'Anders genoemd']), true],
    ['whoever filled in', reader('noor'), true],
  ] as const)
    assert.equal(isOwnOrganisation(who, nominator), expected, about)
  const nameless = { ...nominator, organisation: '' }
  assert.equal(isOwnOrganisation(reader('x', ['y', 'Stichting']), nameless), false)
})

const assigned = (who: string, more: Partial<Assignment> = {}): Assignment => ({
  id: who,
  nomination: 'n',
  reader: who,
  dueOn: '2026-12-10',
  assignedAt: new Date(0),
  interest: null,
  closedAt: null,
  ...more,
})
const conflicted = { conflicted: true, words: 'Mijn broer werkt er.' }
const free = { conflicted: false, words: '' }

test('two different readers at most; whoever has an interest does not count', () => {
  const at = { nominator, dueOn: '2026-12-10', today: '2026-11-23' }
  for (const [about, who, assignments, dueOn, field] of [
    ['the first', 'a', [], '2026-12-10', undefined],
    ['the second', 'b', [assigned('a')], '2026-12-10', undefined],
    ['twice the same', 'a', [assigned('a')], '2026-12-10', 'meelezer'],
    ['a third', 'c', [assigned('a'), assigned('b')], '2026-12-10', 'meelezer'],
    [
      'in place of one with an interest',
      'c',
      [assigned('a', { interest: conflicted }), assigned('b')],
      '2026-12-10',
      undefined,
    ],
    ['with an interest, again', 'a', [assigned('a', { interest: conflicted })], '2026-12-10', 'meelezer'],
    ['today is early enough', 'a', [], '2026-11-23', undefined],
    ['yesterday is not', 'a', [], '2026-11-22', 'uiterlijk'],
    ['who filled in', 'noor', [], '2026-12-10', 'meelezer'],
  ] as const)
    assert.equal(assignmentFault(reader(who), { ...at, assignments: [...assignments], dueOn })?.field, field, about)
})

test('what a reader can do', () => {
  for (const [about, assignment, own, today, expected] of [
    ['new', assigned('a'), false, '2026-12-01', 'declare'],
    ['declared', assigned('a', { interest: free }), false, '2026-12-01', 'judge'],
    ['on the day itself', assigned('a', { interest: free }), false, '2026-12-10', 'judge'],
    ['the day after', assigned('a', { interest: free }), false, '2026-12-11', 'late'],
    ['the day after, undeclared', assigned('a'), false, '2026-12-11', 'late'],
    ['with an interest', assigned('a', { interest: conflicted }), false, '2026-12-01', 'conflicted'],
    ['closed, later', assigned('a', { interest: free, closedAt: new Date(1) }), false, '2026-12-11', 'closed'],
    ['changed jobs since', assigned('a', { interest: free }), true, '2026-12-01', 'own organisation'],
  ] as const)
    assert.equal(readingState(assignment, { own, today }), expected, about)
})

test('a decision rests on exactly two closed judgements', () => {
  const closed = { interest: free, closedAt: new Date(1) }
  for (const [about, assignments, expected] of [
    ['nobody', [], undefined],
    ['one', [assigned('a', closed)], undefined],
    ['one of two closed', [assigned('a', closed), assigned('b', { interest: free })], undefined],
    ['both', [assigned('a', closed), assigned('b', closed)], ['a', 'b']],
    [
      'both, next to one with an interest',
      [assigned('x', { interest: conflicted }), assigned('a', closed), assigned('b', closed)],
      ['a', 'b'],
    ],
  ] as const)
    assert.deepEqual(
      closedReaders([...assignments])?.map(({ id }) => id),
      expected && [...expected],
      about,
    )
})
