import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type Accreditation, accreditationLines, accreditationWords, pointsWords, registerNameOf } from './course.ts'

const skj: Accreditation = { register: 'skj', registerName: '', number: 'S-1', points: 1.5, validUntil: '2027-03-01' }

for (const [about, one, words] of [
  ['a number and an end', skj, 'nummer S-1, geldig tot en met 1 maart 2027'],
  ['a number', { ...skj, validUntil: null }, 'nummer S-1'],
  ['an end', { ...skj, number: '' }, 'geldig tot en met 1 maart 2027'],
  ['neither', { ...skj, number: '', validUntil: null }, ''],
] as const)
  test(`an accreditation with ${about}`, () => assert.equal(accreditationWords(one), words))

for (const [registerName, words, name] of [
  ['Register Straatwerk', '1,5 punten bij Register Straatwerk', 'Register Straatwerk'],
  ['', '1,5 punten bij ander register', null],
] as const)
  test(`points of another register called “${registerName}”`, () => {
    const other: Accreditation = { ...skj, register: 'overig', registerName }
    assert.equal(pointsWords([other], '2027-03-01'), words)
    assert.equal(registerNameOf(other), name)
  })

test('a table gives the accreditations that hold, to their last day', () => {
  const all = [skj, { ...skj, register: 'registerplein' as const, number: '', points: 1, validUntil: null }]
  assert.deepEqual(accreditationLines(all, '2027-03-01'), [
    'SKJ: 1,5 punten, nummer S-1, geldig tot en met 1 maart 2027',
    'Registerplein: 1 punt',
  ])
  assert.deepEqual(accreditationLines(all, '2027-03-02'), ['Registerplein: 1 punt'])
})
