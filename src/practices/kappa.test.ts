import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Verdict } from './criterion.ts'
import { FEWEST_PRACTICES, type Pair, shownKappa, weightedKappa } from './kappa.ts'

const VERDICT: Record<string, Verdict> = { m: 'meets', p: 'partly', f: 'fails' }
const pairs = (text: string): Pair[] =>
  text.split(' ').map(([one = '', other = '']) => [VERDICT[one] ?? 'meets', VERDICT[other] ?? 'meets'] as const)
const rounded = (kappa: number | undefined) => (kappa === undefined ? undefined : Math.round(kappa * 1000) / 1000)

test('weighted kappa with linear weights', () => {
  for (const [about, said, expected] of [
    ['always equal', 'mm pp ff', 1],
    ['always opposite', 'mf fm', -1],
    // Observed ½; by chance: half of the pairs equal, half one step apart: ¾.
    ['always one step apart', 'mp pm', -1],
    // Shares ⅝ and ⅜: by chance 34/64; observed ¾.
    ['half of a coin', 'mm mm ff mf', 0.467],
    // By hand: shares m 5/8, p 2/8, f 1/8; observed (1+1+½+½)/4 = ¾; by chance 42/64.
    ['four pairs', 'mm mm mp pf', 0.273],
    ['everybody always the same', 'mm mm', undefined],
  ] as const)
    assert.equal(rounded(weightedKappa(pairs(said))), expected, about)
  assert.equal(weightedKappa([]), undefined)
})

test('who was asked first changes nothing', () => {
  const said = pairs('mp mp mf pp mm ff')
  const turned = said.map(([one, other]): Pair => [other, one])
  assert.equal(weightedKappa(said), weightedKappa(turned))
})

test('the account of a year shows it from thirty practices', () => {
  const said = pairs('mm pp ff')
  assert.equal(FEWEST_PRACTICES, 30)
  assert.equal(shownKappa(FEWEST_PRACTICES - 1, said), undefined)
  assert.equal(shownKappa(FEWEST_PRACTICES, said), 1)
})
