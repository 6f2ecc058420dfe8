import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { concordance } from './concordance.ts'

const rounded = (w: number | undefined) => (w === undefined ? undefined : Math.round(w * 1000) / 1000)
const ofRows = (...rows: string[]) => concordance(Uint8Array.from(rows.join('')), rows[0]?.length ?? 0)

test("Kendall's W, worked by hand", () => {
  for (const [about, rows, expected] of [
    ['three alike', ['123', '123', '123'], 1],
    // Ranks add up to 4, 4, 4: S is 0.
    ['two opposite', ['123', '321'], 0],
    // Rank sums 4, 8, 6 around 6: S = 4 + 4 = 8, so 12 · 8 / (9 · 24) = 4/9.
    ['three of three, no ties', ['123', '132', '231'], 0.444],
    // Rank sums 9, 6, 13, 12 around 10: S = 1 + 16 + 9 + 4 = 30; 12 · 30 / (16 · 60) = 3/8.
    ['four of four, no ties', ['1234', '2143', '3241', '3124'], 0.375],
    // Ranks 1.5 1.5 3 and 1 2.5 2.5: sums 2.5, 4, 5.5 around 4, S = 4.5; T = 6 each: 12 · 4.5 / (4 · 24 − 2 · 12) = ¾.
    ['with ties', ['779', '188'], 0.75],
    ['alike with ties', ['779', '114', '558'], 1],
  ] as const)
    assert.equal(rounded(ofRows(...rows)?.w), expected, about)
})

test('what someone did not score takes the middle; who scored less than half is left out', () => {
  // Ranks 1 2 3 4 and, with 2.5 for the two that lack, 2 2.5 2.5 3: sums 3 4.5 5.5 7 around 5, S = 8.5. The whole
  // order counts for 4³ − 4 = 60 and that of two for 2³ − 2 = 6: 12 · 8.5 / (2 · 66) = 102/132.
  assert.deepEqual(ofRows('1234', '1009', '0009'), { w: 102 / 132, panellists: 2 })
  assert.deepEqual(ofRows('1234', '1234', '0009'), { w: 1, panellists: 2 })
})

test('only when there is an order at all', () => {
  assert.equal(ofRows('123'), undefined)
  assert.equal(ofRows('555', '999'), undefined)
  assert.equal(ofRows('1', '9'), undefined)
  assert.equal(concordance(new Uint8Array(), 0), undefined)
})

test('W lies between 0 and 1, and the order of the people changes nothing', () => {
  const row = fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 4, maxLength: 4 })
  fc.assert(
    fc.property(fc.array(row, { minLength: 2, maxLength: 12 }), (rows) => {
      const found = concordance(Uint8Array.from(rows.flat()), 4)
      assert.deepEqual(concordance(Uint8Array.from(rows.toReversed().flat()), 4), found)
      if (found) assert.ok(found.w >= 0 && found.w <= 1 + 1e-12)
    }),
  )
})
