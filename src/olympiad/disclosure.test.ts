import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { disclose, mayShowOverall, shownConsensus, shownTally, tenFigures } from './disclosure.ts'
import { DEFAULT_RULE } from './rule.ts'
import { MINIMUM, type Tally } from './tally.ts'
import { verdict } from './verdict.ts'

/** A tally by its bands. */
const bands = (notNeeded: number, doubt: number, needed: number, dontKnow = 0): Tally => [
  ...[dontKnow, 0, notNeeded, 0, 0, doubt, 0, 0, needed, 0],
]
const ofRoles = (...tallies: Tally[]) => new Map(tallies.map((tally, at) => [`rol-${at}`, tally] as const))
const disclosed = (...tallies: Tally[]) => disclose(ofRoles(...tallies), [...ofRoles(...tallies).keys()])

test('what is shown of one role', () => {
  assert.deepEqual(shownTally(bands(1, 1, 2)), { is: 'too few' })
  assert.deepEqual(shownTally(bands(0, 0, 0, 30)), { is: 'too few' })
  assert.deepEqual(shownTally(bands(1, 1, 3)), { is: 'shares', percents: [20, 20, 60], votes: 5 })
  for (const [no, doubt, yes] of [
    [0, 0, 5],
    [0, 1, 4],
    [1, 0, 4],
  ] as const)
    assert.deepEqual(shownTally(bands(no, doubt, yes)), { is: 'almost everyone', band: 'needed', votes: 5 })
  assert.deepEqual(shownTally(bands(40, 0, 0)), { is: 'almost everyone', band: 'not needed', votes: 40 })
  assert.deepEqual(shownTally(bands(0, 2, 38)), { is: 'shares', percents: [0, 5, 95], votes: 40 })
  // 195 of 200 is 97.5 %, which rounds to a hundred; 194 does not.
  assert.equal(shownTally(bands(5, 0, 195)).is, 'almost everyone')
  assert.deepEqual(shownTally(bands(6, 0, 194)), { is: 'shares', percents: [5, 0, 95], votes: 200 })
})

test('the total is shown when every role is, and withheld when it would fill in what is not', () => {
  assert.deepEqual(disclosed(bands(1, 1, 3), bands(0, 4, 6)).total, {
    is: 'shares',
    percents: [5, 35, 60],
    votes: 15,
  })
  assert.equal(disclosed(bands(0, 4, 6), bands(1, 1, 2)).total, null)
  assert.equal(disclosed(bands(0, 4, 6), bands(0, 0, 5)).total, null)
  assert.equal(disclosed(bands(0, 1, 1), bands(1, 1, 0)).total, null)
  // A thousand others: a role of three, and the last one of "bijna iedereen", change nothing that is seen.
  assert.deepEqual(disclosed(bands(100, 300, 600), bands(1, 1, 1)).total, {
    is: 'shares',
    percents: [10, 30, 60],
    votes: 1003,
  })
  assert.notEqual(disclosed(bands(100, 300, 600), bands(0, 0, 5)).total, null)
  // On the edge between 60 and 65 % they do.
  assert.equal(disclosed(bands(100, 275, 625), bands(1, 1, 1)).total, null)
})

test('weet ik niet is shown with the role, and withheld with it', () => {
  const { roles } = disclosed(bands(1, 1, 3, 5), bands(1, 1, 2, 20))
  assert.deepEqual(
    roles.map((one) => one.dontKnow),
    [50, null],
  )
})

test('ten little figures: nine alike at most', () => {
  const figures = (...counts: [number, number, number]) => Object.values(tenFigures(shownTally(bands(...counts))) ?? {})
  assert.deepEqual(figures(0, 0, 8), [0, 0, 9, 1])
  assert.deepEqual(figures(8, 0, 0), [9, 0, 0, 1])
  assert.deepEqual(figures(1, 1, 3), [2, 2, 6, 0])
  assert.deepEqual(figures(0, 2, 38), [0, 1, 9, 0])
  assert.deepEqual(figures(2, 2, 2), [3, 4, 3, 0])
  assert.deepEqual(figures(1, 1, 1), [])
  const count = fc.integer({ min: 0, max: 300 })
  fc.assert(
    fc.property(count, count, count, (no, doubt, yes) => {
      fc.pre(no + doubt + yes >= MINIMUM)
      const found = figures(no, doubt, yes)
      assert.equal(
        found.reduce((all, one) => all + one, 0),
        10,
      )
      assert.ok(Math.max(...found) <= 9, String(found))
    }),
  )
})

/** Every way in which `size` votes can lie in three bands. */
const ways = (size: number): Tally[] =>
  Array.from({ length: size + 1 }, (_, no) =>
    Array.from({ length: size - no + 1 }, (__, doubt) => bands(no, doubt, size - no - doubt)),
  ).flat()

const together = (sizes: number[]): Tally[][] =>
  sizes.reduce<Tally[][]>((all, size) => all.flatMap((before) => ways(size).map((way) => [...before, way])), [[]])

const unanimous = (tally: Tally, size: number) => tally.some((count) => count === size)

// The attacker knows how many of each role voted, sees everything that is shown with the verdict and who holds back,
// and has tried out every way in which the votes can have fallen.
test('nothing shown allows deriving a role under five, nor that a role was unanimous', () => {
  const sizes = fc.array(fc.integer({ min: 0, max: 7 }), { minLength: 1, maxLength: 3 })
  fc.assert(
    fc.property(sizes, (people) => {
      const roles = people.map((_, at) => `rol-${at}`)
      const alike = new Map<string, Tally[][]>()
      for (const tallies of together(people)) {
        const votes = ofRoles(...tallies)
        const seen = JSON.stringify([disclose(votes, roles), verdict(votes, DEFAULT_RULE, roles, MINIMUM)])
        alike.set(seen, [...(alike.get(seen) ?? []), tallies])
      }
      for (const [seen, possible] of alike)
        for (const [at, size] of people.entries()) {
          const mine = new Set(possible.map((tallies) => JSON.stringify(tallies[at])))
          if (size < MINIMUM) assert.equal(mine.size, ways(size).length, `${people} ${seen}`)
          else
            assert.ok(
              possible.some((tallies) => !unanimous(tallies[at] ?? [], size)),
              `${people} ${seen}`,
            )
        }
    }),
    { numRuns: 20 },
  )
})

test('consensus over groups counts only what is shown', () => {
  // (3 + 1) / (5 + 2) · (6 + 1) / (10 + 2) = 1/3.
  assert.ok(Math.abs((shownConsensus([bands(1, 1, 3), bands(0, 4, 6)]) ?? 0) - 1 / 3) < 1e-12)
  assert.equal(shownConsensus([bands(0, 0, 5)]), shownConsensus([bands(1, 0, 4)]))
  assert.equal(shownConsensus([bands(1, 1, 3), bands(0, 0, 4)]), shownConsensus([bands(1, 1, 3)]))
  assert.equal(shownConsensus([bands(0, 0, 4)]), null)
})

test('quantiles over all are shown when no small role is in them', () => {
  assert.equal(mayShowOverall([bands(1, 1, 3), bands(0, 0, 0, 9)]), true)
  assert.equal(mayShowOverall([bands(1, 1, 3), bands(0, 0, 1)]), false)
  assert.equal(mayShowOverall([]), false)
})
