import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Criterion, Verdict } from './criterion.ts'
import {
  agreementSentence,
  comparisons,
  type DifferenceNote,
  differences,
  type Judgement,
  lastVerdict,
} from './judgement.ts'

const criteria = ['a', 'b', 'c', 'd', 'e', 'f'].map(
  (slug, position): Criterion => ({
    id: slug,
    slug,
    position,
    name: slug,
    weight: 'counts',
    hard: false,
    explanation: '',
    example: '',
    evidence: '',
  }),
)
const judged = (assignment: string, verdicts: string): Judgement[] =>
  [...verdicts].map((letter, index) => ({
    assignment,
    criterion: criteria[index]?.id ?? '',
    verdict: { m: 'meets', p: 'partly', f: 'fails' }[letter] as Verdict,
    sentence: 'Omdat.',
    version: 1,
  }))

test('only differences are opened for the talk, and the count is of before it', () => {
  for (const [one, other, open, sentence] of [
    ['mmmmmm', 'mmmmmm', [], 'Op alle 6 gelijk'],
    ['mmmmmm', 'mmmmmp', ['f'], 'Op 5 van de 6 gelijk'],
    ['mpfmpf', 'fpmmpp', ['a', 'c', 'f'], 'Op 3 van de 6 gelijk'],
  ] as const) {
    const all = comparisons(criteria, judged('x', one), judged('y', other))
    assert.deepEqual(
      differences(all).map(({ criterion }) => criterion.id),
      open,
    )
    assert.equal(agreementSentence(all), sentence)
  }
})

test('the last word of the talk counts, of this reader on this criterion only', () => {
  const [first] = judged('x', 'm')
  assert.ok(first)
  const note = (assignment: string, criterion: string, verdict: Verdict, day: number): DifferenceNote => ({
    id: String(day),
    assignment,
    criterion,
    verdict,
    sentence: 's',
    notedAt: new Date(day),
  })
  assert.equal(lastVerdict(first, []), 'meets')
  assert.equal(lastVerdict(first, [note('y', 'a', 'fails', 1), note('x', 'b', 'fails', 1)]), 'meets')
  assert.equal(lastVerdict(first, [note('x', 'a', 'meets', 3), note('x', 'a', 'partly', 2)]), 'meets')
  assert.equal(lastVerdict(first, [note('x', 'a', 'fails', 1), note('x', 'a', 'partly', 2)]), 'partly')
})
