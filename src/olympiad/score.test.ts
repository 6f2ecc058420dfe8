import assert from 'node:assert/strict'
import { test } from 'node:test'
import { answerWords, BANDS, bandOf, isScore, type Score, STRENGTHS, scoreOf, strengthOf } from './score.ts'

const scores: Score[] = [1, 2, 3, 4, 5, 6, 7, 8, 9]

test('every score has one band, one strength and its own words', () => {
  assert.deepEqual(
    scores.map((score) => answerWords(score)),
    [
      'niet nodig, heel erg',
      'niet nodig',
      'niet nodig, een beetje',
      'twijfel, eerder niet',
      'twijfel',
      'twijfel, eerder wel',
      'nodig, een beetje',
      'nodig',
      'nodig, heel erg',
    ],
  )
  assert.equal(answerWords(null), 'weet ik niet')
  for (const score of scores) assert.equal(scoreOf(bandOf(score), strengthOf(score)), score)
  const all = BANDS.flatMap((band) => STRENGTHS.map((strength) => scoreOf(band, strength)))
  assert.deepEqual(
    all.toSorted((a, b) => a - b),
    scores,
  )
})

test('a tap on a band alone is its middle', () => {
  assert.deepEqual(
    BANDS.map((band) => scoreOf(band)),
    [2, 5, 8],
  )
})

test('nothing else is a score', () => {
  for (const value of [0, 10, 1.5, -1, '5', null, undefined, Number.NaN, Number.POSITIVE_INFINITY, [5], {}])
    assert.equal(isScore(value), false, String(value))
  for (const score of scores) assert.ok(isScore(score))
})
