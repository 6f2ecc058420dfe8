import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { FEWEST_PANELLISTS, opinionGroups, type Scores, safeParts } from './opinion-groups.ts'
import { eigen, principalAxes } from './principal.ts'

/** Panellists of whom each camp answers around a score of its own per statement. */
function camps(people: [camp: number, role: number][], plan: number[][], silent: (row: number, at: number) => boolean) {
  const statements = plan[0]?.length ?? 0
  let state = 7
  const wobble = () => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0
    return (state >>> 16) % 3
  }
  const scores = Uint8Array.from(
    people.flatMap(([camp], row) =>
      (plan[camp] ?? []).map((score, at) => (silent(row, at) ? 0 : Math.min(9, Math.max(1, score - 1 + wobble())))),
    ),
  )
  return { scores, statements, roleOf: Uint8Array.from(people.map(([, role]) => role)), roles: 2 } satisfies Scores
}

const never = () => false
const TWO = [
  [8, 8, 8, 5, 2, 2],
  [2, 2, 8, 5, 8, 8],
]
/** Thirty and thirty: of role 0 twenty in the first camp and ten in the second; of role 1 the other way round. */
const people = Array.from({ length: 60 }, (_, at): [number, number] => [at % 2, at % 6 < 2 ? at % 2 : 1 - (at % 2)])

test('two camps are found, with what sets them apart and how roles lie in them', () => {
  const found = opinionGroups(camps(people, TWO, never))
  assert.ok(found)
  assert.equal(found.placed, 60)
  assert.ok(found.silhouette > 0.6, String(found.silhouette))
  assert.equal(found.withheld, 0)
  assert.deepEqual(
    found.groups.map((group) => group.percent),
    [50, 50],
  )
  for (const { roles } of found.groups) assert.deepEqual(roles.toSorted(), [35, 65])
  for (const { apart } of found.groups) {
    assert.equal(apart.length, 3)
    for (const one of apart) {
      assert.ok([0, 1, 4, 5].includes(one.statement), 'what both camps say sets nobody apart')
      assert.ok(one.steps >= 5 && one.steps <= 7)
    }
  }
})

test('missing answers keep someone in their camp, and who hardly answered has no place', () => {
  const holes = opinionGroups(camps(people, TWO, (row, at) => (row * 31 + at * 17 + row * at) % 13 < 2))
  assert.deepEqual(
    holes?.groups.map((group) => group.percent),
    [50, 50],
  )
  const few = camps(people, TWO, (row, at) => row < 10 && at > 1)
  assert.equal(opinionGroups(few)?.placed, 50)
})

test('three camps are three', () => {
  const three = Array.from({ length: 90 }, (_, at): [number, number] => [at % 3, at % 2])
  const plan = [
    [8, 8, 2, 2, 5, 5],
    [2, 2, 8, 8, 5, 5],
    [5, 5, 5, 5, 9, 1],
  ]
  assert.equal(opinionGroups(camps(three, plan, never))?.groups.length, 3)
})

test('a camp of fewer than five is left out', () => {
  const small = Array.from({ length: 60 }, (_, at): [number, number] => [at < 3 ? 1 : 0, at % 2])
  const plan = [
    [8, 8, 8, 8],
    [1, 1, 1, 1],
  ]
  const found = opinionGroups(camps(small, plan, never))
  assert.equal(found?.withheld, 1)
  assert.equal(found?.groups.length, 1)
})

test('fewer than fifty, one statement, or everybody the same: no groups', () => {
  assert.equal(FEWEST_PANELLISTS, 50)
  assert.equal(opinionGroups(camps(people.slice(0, 49), TWO, never)), undefined)
  assert.notEqual(opinionGroups(camps(people.slice(0, 50), TWO, never)), undefined)
  assert.equal(opinionGroups(camps(people, [[8], [2]], never)), undefined)
  const same = { scores: new Uint8Array(600).fill(8), statements: 10, roleOf: new Uint8Array(60), roles: 1 }
  assert.equal(opinionGroups(same), undefined)
})

test('the order of the people changes nothing', () => {
  fc.assert(
    fc.property(fc.shuffledSubarray(people, { minLength: 60 }), (shuffled) => {
      const told = (list: typeof people) => opinionGroups(camps(list, TWO, never))?.groups.map((group) => group.percent)
      assert.deepEqual(told(shuffled), told(people))
    }),
    { numRuns: 20 },
  )
})

test('the part of a role in a group is told only when five or more are in it, outside it, and in what is untold', () => {
  assert.deepEqual(safeParts([20, 10]), [65, 35])
  assert.deepEqual(safeParts([9, 1]), [null, null])
  assert.deepEqual(safeParts([10, 0]), [null, null])
  assert.deepEqual(safeParts([20, 8, 2]), [65, null, null])
  assert.deepEqual(safeParts([20, 8, 2, 3]), [60, 25, null, null])
  const counts = fc.array(fc.integer({ min: 0, max: 30 }), { minLength: 2, maxLength: 5 })
  fc.assert(
    fc.property(counts, (groups) => {
      const told = safeParts(groups)
      const all = groups.reduce((sum, count) => sum + count, 0)
      const untold = groups.filter((_, at) => told[at] === null)
      const held = untold.reduce((sum, count) => sum + count, 0)
      assert.ok(untold.length === 0 || untold.length === groups.length || held >= 5)
      for (const [at, part] of told.entries())
        if (part !== null) assert.ok((groups[at] ?? 0) >= 5 && all - (groups[at] ?? 0) >= 5 && part >= 5 && part <= 95)
    }),
  )
})

test('axes: of a table whose answer is known, and of a matrix by hand', () => {
  // 2, 1 / 1, 2: eigenvalues 3 and 1 along the diagonals.
  const [first, second] = eigen([
    [2, 1],
    [1, 2],
  ])
  assert.ok(Math.abs((first?.value ?? 0) - 3) < 1e-12 && Math.abs((second?.value ?? 0) - 1) < 1e-12)
  assert.ok(Math.abs(Math.abs(first?.vector[0] ?? 0) - Math.SQRT1_2) < 1e-12)
  // Rows along three columns: most along the second, then the third, nothing along the first.
  const cells = Float32Array.from([0, 9, 0, 0, -9, 0, 0, 0, 4, 0, 0, -4])
  const axes = principalAxes({ rows: 4, columns: 3, cells })
  assert.ok(Math.abs(Math.abs(axes?.[0][1] ?? 0) - 1) < 1e-9)
  assert.ok(Math.abs(Math.abs(axes?.[1][2] ?? 0) - 1) < 1e-9)
  assert.equal(principalAxes({ rows: 2, columns: 3, cells: Float32Array.from([1, 2, 3, -1, -2, -3]) }), undefined)
})
