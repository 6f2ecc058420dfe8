import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { deriveKey } from '../foundation/seal.ts'
import {
  type Contribution,
  FEWEST_PEOPLE,
  openContribution,
  SMALLEST_BATCH,
  sealContribution,
  shuffled,
} from './contribution.ts'
import { figures, median } from './figures.ts'
import { answersFrom, sampleInstrument } from './instrument.sample.ts'
import { reliability } from './reliability.ts'

const instrument = sampleInstrument()
const key = deriveKey('a test', 'contribution')
const rows = ['12345 54321 33333 24242 15151', '23451 43215 44444 42424 51515', '34512 32154 55555 35353 11155']
const people = (count: number): Contribution[] =>
  Array.from({ length: count }, (_, at) => ({
    edition: '2026',
    answers: answersFrom(instrument, rows[at % 3] ?? ''),
    minutes: (at % 9) + 4,
  }))

test('minimum counts: ten in a batch, thirty in public', () => {
  assert.equal(SMALLEST_BATCH, 10)
  assert.equal(FEWEST_PEOPLE, 30)
  assert.equal(figures(instrument, people(FEWEST_PEOPLE - 1)), undefined)
  assert.equal(figures(instrument, people(FEWEST_PEOPLE))?.people, 30)
})

test('a contribution opens with its key and has one size', () => {
  const [one] = people(1)
  assert.ok(one)
  const sealed = sealContribution(key, one)
  assert.equal(sealed.length, 796)
  assert.equal(sealContribution(key, { edition: '2026', answers: {}, minutes: 0 }).length, 796)
  assert.deepEqual(openContribution(key, sealed), one)
  assert.throws(() => openContribution(deriveKey('another', 'contribution'), sealed))
})

test('shuffling loses nothing and adds nothing', () => {
  fc.assert(
    fc.property(
      fc.array(fc.integer()),
      fc.array(fc.double({ min: 0, max: 0.999, noNaN: true }), { minLength: 1 }),
      (things, chances) => {
        let at = 0
        const mixed = shuffled(things, () => chances[at++ % chances.length] ?? 0)
        assert.deepEqual(
          [...mixed].sort((a, b) => a - b),
          [...things].sort((a, b) => a - b),
        )
      },
    ),
  )
})

test('the middle of an odd and of an even row', () => {
  assert.equal(median([9, 1, 5]), 5)
  assert.equal(median([9, 1, 5, 7]), 6)
})

test('shares are rounded to five, and hidden where all or all but one said the same', () => {
  const same = people(40).map((one, at) => ({
    ...one,
    answers: { ...one.answers, ek1: at === 0 ? (1 as const) : (4 as const) },
  }))
  const made = figures(instrument, same)
  assert.ok(made)
  assert.equal(made.lines.find((line) => line.slug === 'ek1')?.shares, null)
  for (const { shares } of made.lines) for (const share of shares ?? []) assert.equal(share % 5, 0)
})

test('a line that few answered shows nothing', () => {
  const few = people(40).map((one, at) => ({ ...one, answers: at < 29 ? one.answers : {} }))
  assert.ok(figures(instrument, few)?.lines.every((line) => line.shares === null && line.notApplicable === null))
})

test('breaks are left out of the duration', () => {
  const made = figures(
    instrument,
    people(60).map((one, at) => ({ ...one, minutes: at < 30 ? 0 : 9 })),
  )
  assert.equal(made?.minutes, 9)
  assert.equal(
    figures(
      instrument,
      people(40).map((one, at) => ({ ...one, minutes: at < 29 ? 9 : 0 })),
    )?.minutes,
    null,
  )
})

test('alpha and omega of a case worked out by hand', () => {
  // Two parallel lines with correlation 0.5: alpha = 2 × 0.5 / 1.5 = 0.67.
  const parallel = [
    [1, 1],
    [1, 2],
    [2, 1],
    [2, 2],
    [1, 1],
    [2, 2],
  ]
  const correlation = 1 / 3
  assert.equal(reliability(parallel)?.alpha, Math.round(((2 * correlation) / (1 + correlation)) * 100) / 100)
  // Lines that say exactly the same hang together wholly: one factor then explains all, which no real line does.
  assert.equal(
    reliability([
      [1, 1, 1],
      [2, 2, 2],
      [3, 3, 3],
    ])?.alpha,
    1,
  )
  assert.equal(
    reliability([
      [3, 3],
      [3, 3],
    ]),
    null,
  )
})

test('omega finds the loadings that made the answers', () => {
  // One factor with equal loadings of 0.8 on five lines: omega = (5 × 0.8)² / ((5 × 0.8)² + 5 × 0.36) = 0.90.
  let seed = 7
  const chance = () => {
    seed = (seed * 48271) % 2147483647
    return seed / 2147483647
  }
  const normal = () => Math.sqrt(-2 * Math.log(chance())) * Math.cos(2 * Math.PI * chance())
  const made = Array.from({ length: 4000 }, () => {
    const factor = normal()
    return Array.from({ length: 5 }, () => 0.8 * factor + 0.6 * normal())
  })
  const found = reliability(made)
  assert.ok(found?.omega)
  assert.ok(Math.abs(found.omega - 0.9) < 0.02, `${found.omega}`)
  assert.ok(Math.abs(found.alpha - 0.9) < 0.02, `${found.alpha}`)
})
