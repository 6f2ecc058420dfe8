import assert from 'node:assert/strict'
import { test } from 'node:test'
import { dutchDay } from '../foundation/clock.ts'
import { type Direction, endOfDay, foldWords, type OriginStop, restWords, ropeOf } from './origin.ts'

test('a day ends at midnight in the Netherlands, in summer and in winter', () => {
  for (const [day, end] of [
    ['2026-01-31', '2026-01-31T22:59:59.999Z'],
    ['2026-07-01', '2026-07-01T21:59:59.999Z'],
    ['2026-03-29', '2026-03-29T21:59:59.999Z'],
    ['2026-10-25', '2026-10-25T22:59:59.999Z'],
    ['2024-02-29', '2024-02-29T22:59:59.999Z'],
    ['2025-12-31', '2025-12-31T22:59:59.999Z'],
  ] as const) {
    assert.equal(endOfDay(day)?.toISOString(), end)
    assert.equal(dutchDay(new Date(end)), day)
  }
})

test('what is no day is refused', () => {
  for (const day of [
    '',
    'gisteren',
    '2026-02-29',
    '2026-13-01',
    '2026-00-10',
    '0001-01-01',
    '31-01-2026',
    '2026-1-1',
    '2026-01-01T00:00',
  ])
    assert.equal(endOfDay(day), undefined, day)
})

test('what is counted and not shown is said in words', () => {
  const stops = Array.from({ length: 3 }, () => ({}) as OriginStop)
  for (const [direction, words] of [
    [{ total: 0, more: false }, undefined],
    [{ total: 3, more: false }, undefined],
    [{ total: 4, more: false }, 'En nog één andere.'],
    [{ total: 7489, more: false }, 'En nog 7.486 andere.'],
    [{ total: 20_000, more: true }, 'En nog meer dan 19.997 andere. Vanaf 20.000 tellen we ze niet meer.'],
  ] satisfies [Omit<Direction, 'stops'>, string | undefined][])
    assert.equal(restWords({ stops: direction.total === 0 ? [] : stops, ...direction }), words)
})

/** Stops as "course" or "2 quote": a depth other than 1 stands before the kind. */
const stopsOf = (...all: string[]): OriginStop[] =>
  all.map((one) => {
    const [kind = '', depth = '1'] = one.split(' ').reverse()
    return { kind, depth: Number(depth) } as OriginStop
  })

const asTold = (stops: OriginStop[]) => stops.map(({ kind, depth }) => (depth === 1 ? kind : `${depth} ${kind}`))

test('of a direction the quotes stand apart, a few near stops of many kinds in sight, and nothing is lost', () => {
  const many = ['course', 'course', 'course', 'quote', 'line', 'course', 'practice', '2 flyer', '3 quote']
  for (const [all, quotes, few, others, far] of [
    [[], [], [], [], []],
    [['quote', '2 quote'], ['quote', '2 quote'], [], [], []],
    [many.slice(0, 4), ['quote'], ['course', 'course', 'course'], [], []],
    [['a', 'a', 'a', 'a', 'b'], [], ['a', 'a', 'a', 'a', 'b'], [], []],
    [many, ['quote', '3 quote'], ['course', 'course', 'line', 'practice'], ['course', 'course'], ['2 flyer']],
    [['a', 'b', 'c', 'd', 'e', 'f'], [], ['a', 'b', 'c', 'd'], ['e', 'f'], []],
  ] as const) {
    const rope = ropeOf({ stops: stopsOf(...all), total: all.length, more: false })
    assert.deepEqual(
      [rope.quotes, rope.few, rope.others, rope.far].map(asTold),
      [quotes, few, others, far].map((one) => [...one]),
    )
  }
})

test('a fold says how much is in it and of what', () => {
  assert.equal(foldWords(stopsOf('course', 'course')), 'Nog 2 trainingen')
  assert.equal(
    foldWords(stopsOf('course', 'line', 'course', 'practice')),
    'Nog 4: trainingen, zinnen uit de reflectie en praktijken',
  )
})
