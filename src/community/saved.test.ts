import assert from 'node:assert/strict'
import { test } from 'node:test'
import { MOST_SAVED, mayKeepMore } from './saved.ts'

const cases: [number, boolean][] = [
  [0, true],
  [MOST_SAVED - 1, true],
  [MOST_SAVED, false],
  [MOST_SAVED + 1, false],
]
for (const [kept, expected] of cases) test(`mayKeepMore: ${kept}`, () => assert.equal(mayKeepMore(kept), expected))
