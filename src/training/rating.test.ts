import assert from 'node:assert/strict'
import { test } from 'node:test'
import { FEWEST_RATINGS, figureWords, nextFigure, type RatingCount } from './rating.ts'

const count = (yes: number, somewhat: number, no: number): RatingCount => ({ yes, somewhat, no })

const cases: [about: string, shown: RatingCount | undefined, given: RatingCount, next: RatingCount | undefined][] = [
  ['nobody answered', undefined, count(0, 0, 0), undefined],
  ['nine answers', undefined, count(6, 2, 1), undefined],
  ['ten answers', undefined, count(7, 2, 1), count(7, 2, 1)],
  ['nine more change nothing', count(7, 2, 1), count(14, 3, 2), count(7, 2, 1)],
  ['ten more are counted', count(7, 2, 1), count(14, 4, 2), count(14, 4, 2)],
]
for (const [about, shown, given, next] of cases)
  test(`ratings: ${about}`, () => {
    assert.deepEqual(nextFigure(shown, given), next)
  })

test('ten is the smallest count, and a figure says how many people are behind it', () => {
  assert.equal(FEWEST_RATINGS, 10)
  assert.match(figureWords(count(11, 2, 1)), /^Van 14 mensen .* 11 .* 2 .* 1 niet\.$/)
  // What nobody said is left out: "en 0 niet" is nothing anyone would say.
  assert.match(figureWords(count(9, 3, 0)), /zeggen er 9 dat het hielp en 3 een beetje\.$/)
  assert.match(figureWords(count(12, 0, 0)), /zeggen er 12 dat het hielp\.$/)
})
