import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { indexOf } from './facet.fixture.ts'
import { type Chosen, FACETS, type Facet, narrow } from './facet.ts'

interface FacetRow {
  no: number
  values: Record<Facet, readonly string[]>
}

/** The same by hand: slow, and hard to get wrong. */
function naive(rows: FacetRow[], chosen: Chosen, within: Set<number> | undefined) {
  const passes = (row: FacetRow, except?: Facet) =>
    (within === undefined || within.has(row.no)) &&
    FACETS.every((facet) => {
      const values = chosen[facet] ?? []
      return facet === except || values.length === 0 || values.some((value) => row.values[facet].includes(value))
    })
  const counts = FACETS.map((facet) => {
    const tally = new Map<string, number>()
    for (const row of rows.filter((one) => passes(one, facet)))
      for (const value of new Set(row.values[facet])) tally.set(value, (tally.get(value) ?? 0) + 1)
    return [...tally].sort()
  })
  return { nos: rows.filter((row) => passes(row)).map(({ no }) => no), counts }
}

const value = fc.constantFrom('a', 'b', 'c', 'd', 'e')
const record = <T>(one: fc.Arbitrary<T>): fc.Arbitrary<Record<Facet, T>> =>
  fc.record({
    ...{ theme: one, people: one, standing: one, province: one, gemeente: one },
    ...{ field: one, kind: one, recognition: one, year: one },
  })
const values = record(fc.array(value, { maxLength: 3 }))
const rowsOf = fc.array(values, { maxLength: 150 }).chain((all) =>
  fc
    .shuffledSubarray(
      Array.from({ length: all.length * 2 }, (_, at) => at + 1),
      { minLength: all.length, maxLength: all.length },
    )
    .map((nos) => all.map((one, at): FacetRow => ({ no: nos[at] ?? 0, values: one }))),
)
const chosenOf = record(
  fc.oneof(
    { weight: 3, arbitrary: fc.constant<string[]>([]) },
    { weight: 1, arbitrary: fc.array(fc.constantFrom('a', 'b', 'c', 'x'), { maxLength: 2 }) },
  ),
)

test('facets: rows and counts are those of the naive model under every combination', () => {
  fc.assert(
    fc.property(
      rowsOf,
      chosenOf,
      fc.option(fc.array(fc.nat(320)), { nil: undefined }),
      fc.nat(40),
      (rows, chosen, found, skip) => {
        const index = indexOf(rows)
        const within = found && index.numbered(found)
        const got = narrow(index, chosen, within)
        const expected = naive(rows, chosen, found && new Set(found))
        assert.deepEqual(index.newest(got.rows, 0, rows.length), expected.nos)
        assert.equal(got.total, expected.nos.length)
        assert.deepEqual(
          FACETS.map((facet) => [...got.counts[facet]].sort()),
          expected.counts,
        )
        assert.deepEqual(index.newest(got.rows, skip, 10), expected.nos.slice(skip, skip + 10))
      },
    ),
    { numRuns: 300 },
  )
})

test('facets: an empty bank has nothing, and breaks nothing', () => {
  const index = indexOf([])
  const got = narrow(index, { theme: ['a'] })
  assert.equal(got.total, 0)
  assert.equal(index.count(got.rows), 0)
  assert.deepEqual(index.newest(got.rows, 0, 10), [])
})
