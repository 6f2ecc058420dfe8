import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import type { Answer } from './score.ts'
import { answered, dontKnow, inBands, MINIMUM, merge, share, tally, votes, votesIn } from './tally.ts'

const answers = fc.array(fc.constantFrom<Answer>(null, 1, 2, 3, 4, 5, 6, 7, 8, 9), { maxLength: 60 })

test('a tally counts each answer, and a share is over those who gave a score', () => {
  const counted = tally([null, 1, 3, 4, 5, 7, 9, 9, null])
  assert.deepEqual(counted, [2, 1, 0, 1, 1, 1, 0, 1, 0, 2])
  assert.deepEqual(inBands(counted), [2, 2, 3])
  assert.equal(votes(counted), 7)
  assert.equal(answered(counted), 9)
  assert.equal(dontKnow(counted), 2)
  assert.equal(votesIn(counted, 'doubt'), 2)
  assert.equal(share(counted, 'needed'), 3 / 7)
  assert.equal(share(tally([null, null]), 'needed'), undefined)
})

test('the minimum of a role is five', () => assert.equal(MINIMUM, 5))

test('the order of answers never matters, and parts add up to the whole', () => {
  fc.assert(
    fc.property(answers, answers, (some, others) => {
      assert.deepEqual(tally(some.toReversed()), tally(some))
      assert.deepEqual(merge([tally(some), tally(others)]), tally([...others, ...some]))
    }),
  )
})
