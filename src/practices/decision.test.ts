import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Criterion, Verdict } from './criterion.ts'
import { decisionFault, decisionObstacle, failedMusts } from './decision.ts'

const criterion = (slug: string, weight: Criterion['weight']): Criterion => ({
  id: slug,
  slug,
  position: 1,
  name: slug,
  weight,
  hard: false,
  explanation: '',
  example: '',
  evidence: '',
})
const criteria = [criterion('jaar', 'must'), criterion('plan', 'counts')]
const words = (year: Verdict, plan: Verdict) => [
  { criterion: 'jaar', verdict: year, sentence: 'a' },
  { criterion: 'plan', verdict: plan, sentence: 'b' },
]

test('a practice that misses what must be met cannot be chosen', () => {
  for (const [outcome, year, plan, advice, field] of [
    ['chosen', 'meets', 'meets', 'x', undefined],
    ['chosen', 'partly', 'fails', 'x', undefined],
    ['chosen', 'fails', 'meets', 'x', 'uitkomst'],
    ['not chosen', 'fails', 'meets', 'x', undefined],
    ['not chosen', 'meets', 'meets', 'x', undefined],
    ['chosen', 'meets', 'meets', '', 'advies'],
    ['not chosen', 'fails', 'meets', '', 'advies'],
  ] as const)
    assert.equal(decisionFault(criteria, { outcome, words: words(year, plan), advice })?.field, field)
  assert.deepEqual(
    failedMusts(criteria, words('fails', 'fails')).map(({ id }) => id),
    ['jaar'],
  )
})

test('every criterion gets its reason', () => {
  const [year] = words('meets', 'meets')
  assert.ok(year)
  assert.equal(decisionFault(criteria, { outcome: 'chosen', words: [year], advice: 'x' })?.field, 'zin-plan')
})

test('no decision before the first sitting and two readers', () => {
  const closed = { interest: { conflicted: false, words: '' }, closedAt: new Date(0) }
  assert.match(decisionObstacle('asked', [closed, closed]) ?? '', /eerste toets/)
  assert.match(decisionObstacle('to check', [closed, closed]) ?? '', /eerste toets/)
  assert.match(decisionObstacle('passed', [closed]) ?? '', /twee meelezers/)
  assert.equal(decisionObstacle('passed', [closed, closed]), undefined)
})
