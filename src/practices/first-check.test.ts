import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type FirstCheck, firstCheckFault, firstCheckState } from './first-check.ts'

const check = (submission: string, outcome: FirstCheck['outcome'], day: number): FirstCheck => ({
  id: `${submission}${day}`,
  nomination: 'n',
  submission,
  outcome,
  words: [],
  question: '',
  checkedBy: 'a',
  checkedAt: new Date(Date.UTC(2026, 10, day)),
})

test('a first sitting is about what was sent last', () => {
  for (const [about, checks, submission, expected] of [
    ['nothing sent', [], undefined, 'not sent'],
    ['sent', [], 's1', 'to check'],
    ['asked', [check('s1', 'asked', 1)], 's1', 'asked'],
    ['answered by a new one', [check('s1', 'asked', 1)], 's2', 'to check'],
    ['passed after all', [check('s1', 'asked', 1), check('s2', 'passed', 2)], 's2', 'passed'],
    ['newest of two', [check('s1', 'asked', 2), check('s1', 'passed', 1)], 's1', 'asked'],
  ] as const)
    assert.equal(firstCheckState([...checks], submission), expected, about)
})

test('passing asks that both hard criteria are met, asking asks for a question', () => {
  const met = { criterion: 'a', met: true, sentence: '' }
  const lacking = { criterion: 'b', met: false, sentence: 'Sinds mei.' }
  for (const [outcome, words, question, field] of [
    ['passed', [met], '', undefined],
    ['passed', [met, lacking], '', 'uitkomst'],
    ['asked', [met, lacking], '', 'vraag'],
    ['asked', [met, lacking], 'Wanneer begonnen jullie?', undefined],
    ['asked', [met], 'Wanneer begonnen jullie?', undefined],
  ] as const)
    assert.equal(firstCheckFault({ outcome, words: [...words], question })?.field, field)
})
