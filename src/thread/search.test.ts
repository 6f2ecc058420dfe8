import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { plain } from '../foundation/words/index.ts'
import { alternatives, distance, pageOf, sounding, widened, wordsOf } from './search.ts'

test('words are letters and digits without accents, long enough to have a likeness', () => {
  for (const [text, words] of [
    ['', []],
    ['De cliënt, de Cliënten!', ['client', 'clienten']],
    ['zelf-regie en co-creatie', ['creatie', 'regie', 'zelf']],
    ["'); drop table -- wijk", ['drop', 'table', 'wijk']],
    ['x'.repeat(41), []],
  ] as const)
    assert.deepEqual(wordsOf(text), words)
})

test('words that sound alike are alike', () => {
  for (const [one, other] of [
    ['kragt', 'kracht'],
    ['eenzaamhijd', 'eenzaamheid'],
    ['vertrauwen', 'vertrouwen'],
    ['kliënt', 'cliënt'],
    ['beleit', 'beleid'],
  ] as const)
    assert.equal(sounding(plain(one)), sounding(plain(other)), `${one} and ${other}`)
})

test('the nearest words stand in for one that is nowhere', () => {
  for (const [word, candidates, expected] of [
    ['kragt', ['kracht', 'kraan', 'krant', 'krachtig'], ['kracht']],
    ['zelfregiecentrum', ['zelfregiecentra', 'zelfregie', 'centrum'], ['zelfregiecentra']],
    ['regie', ['zelfregie', 'regime', 'regiekaart'], ['zelfregie', 'regiekaart']],
    ['eenzaamhijd', ['eenzaamheid', 'zaamheid'], ['eenzaamheid']],
    ['xqzzy', ['kracht', 'wijk'], []],
    ['wijk', ['wijk', 'wijn'], ['wijk']],
  ] as const)
    assert.deepEqual(alternatives(word, [...candidates]), expected, word)
})

test('a distance is a distance', () => {
  const word = fc.string({ maxLength: 12 })
  fc.assert(
    fc.property(word, word, word, (a, b, c) => {
      assert.equal(distance(a, a), 0)
      assert.equal(distance(a, b), distance(b, a))
      assert.ok(distance(a, c) <= distance(a, b) + distance(b, c))
    }),
  )
})

test('a widened query asks for every word or one of its likenesses', () => {
  assert.equal(
    widened([
      { word: 'eigen', alternatives: ['eigen'] },
      { word: 'kragt', alternatives: ['kracht', 'krachten'] },
    ]),
    "('eigen') & ('kragt' | 'kracht' | 'krachten')",
  )
})

test('a page number is a number on a page that can be turned to', () => {
  for (const [text, page] of [
    [undefined, 1],
    ['', 1],
    ['2', 2],
    ['0', 1],
    ['-1', 1],
    ['9999', 10],
    ['1e3', 1],
    ['twee', 1],
  ] as const)
    assert.equal(pageOf(text), page)
})
