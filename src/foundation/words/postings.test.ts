import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { Postings } from './postings.ts'
import { Vocabulary } from './vocabulary.ts'

/** Steps between rows as they come: mostly near, now and then far. */
const step = fc.oneof(fc.integer({ min: 1, max: 300 }), fc.integer({ min: 1, max: 3_000_000 }))
const steps = fc.array(fc.record({ further: step, weight: fc.integer({ min: 0, max: 255 }) }))

test('rows and weights come back as they were added, with room kept or given back', () => {
  fc.assert(
    fc.property(fc.nat(1_000), steps, steps, (first, early, late) => {
      const postings = new Postings()
      const expected = [[first, 7]]
      postings.add(first, 7)
      const add = ({ further, weight }: { further: number; weight: number }) => {
        const row = (expected.at(-1)?.[0] ?? 0) + further
        postings.add(row, weight)
        expected.push([row, weight])
      }
      early.forEach(add)
      postings.trim()
      late.forEach(add)
      const got: number[][] = []
      postings.each((row, weight) => got.push([row, weight]))
      assert.deepEqual(got, expected)
      assert.equal(postings.size, expected.length)
    }),
  )
})

test('a word in one row and a word in more: both are found with all of their rows', () => {
  const words = new Vocabulary()
  words.add('kracht', 3, 160)
  words.add('kracht', 8_000_000, 16)
  words.add('buurt', 8_000_000, 44)
  words.trim()
  const rowsOf = (word: string) => {
    const rows: number[][] = []
    words.get(word)?.each((row, weight) => rows.push([row, weight]))
    return rows
  }
  assert.deepEqual(rowsOf('kracht'), [
    [3, 160],
    [8_000_000, 16],
  ])
  assert.deepEqual(rowsOf('buurt'), [[8_000_000, 44]])
  assert.equal(words.get('wijk'), undefined)
  assert.deepEqual([...words.entries()].map(([word, postings]) => [word, postings.size]).sort(), [
    ['buurt', 1],
    ['kracht', 2],
  ])
})
