import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { answersFrom, sampleInstrument } from './instrument.sample.ts'
import type { Answer, Wish } from './instrument.ts'
import { choiceOf, countPhrase, FEWEST, levelOf, outcome, topicOutcome } from './outcome.ts'
import { growthHeading, strengthsHeading, tooFewPhrase, unfinishedText } from './result.words.ts'

const instrument = sampleInstrument()
const [ek, ov, bv] = instrument.topics.map((topic) => topic.standard)
const at = (rows: string, wishes: Record<string, Wish> = {}) =>
  outcome(instrument, { answers: answersFrom(instrument, rows), wishes })
const slugs = (rows: string, wishes: Record<string, Wish> = {}) => at(rows, wishes).growth.map((one) => one.slug)

for (const [often, answered, level] of [
  [5, 5, 'firm'],
  [4, 5, 'firm'],
  [3, 5, 'varies'],
  [2, 5, 'varies'],
  [1, 5, 'room'],
  [0, 5, 'room'],
  [4, 4, 'firm'],
  [3, 4, 'varies'],
  [2, 4, 'varies'],
  [1, 4, 'room'],
  [3, 3, 'firm'],
  [2, 3, 'varies'],
  [1, 3, 'room'],
  [2, 2, 'tooFew'],
  [0, 0, 'tooFew'],
] as const)
  test(`${often} of ${answered} done often is "${level}"`, () => assert.equal(levelOf(often, answered), level))

test(`under ${FEWEST} answered lines nothing is said`, () => {
  assert.equal(levelOf(FEWEST - 1, FEWEST - 1), 'tooFew')
  assert.equal(levelOf(FEWEST, FEWEST), 'firm')
})

test('"past niet" and skipped lines do not count', () => {
  const topic = instrument.topics[0]
  assert.ok(topic)
  const one = topicOutcome(topic, { answers: answersFrom(instrument, '440-4'), wishes: {} })
  assert.deepEqual([one.often, one.answered, one.level], [3, 3, 'firm'])
  assert.equal(countPhrase(one), '3 van de 3 doe je vaak')
})

test('strengths: the most frequent line of three different kenmerken, five before four', () => {
  const result = at('44444 45444 33353 44445 11111')
  assert.deepEqual(
    result.strengths.map(({ line }) => line.slug),
    ['ov2', 'iw5', 'bv4'],
  )
})

test('growth: own wish first, then maybe, then the rest; the least frequent first', () => {
  assert.deepEqual(slugs('33333 12333 33233 33333 33333', { [ov ?? '']: 'maybe', [bv ?? '']: 'yes' }), [
    'bv3',
    'bv1',
    'bv2',
  ])
  assert.deepEqual(slugs('44443 44444 44144 44444 44444', { [ek ?? '']: 'maybe' }), ['ek5', 'bv3'])
})

test('growth: where wishes are equal, one line of every kenmerk comes before a second of the same', () => {
  assert.deepEqual(slugs('11111 22222 33333 44444 44444'), ['ek1', 'ov1', 'bv1'])
  assert.deepEqual(slugs('11111 22222 33333 44444 44444', { [ov ?? '']: 'yes', [bv ?? '']: 'yes' }), [
    'ov1',
    'bv1',
    'ov2',
  ])
  assert.deepEqual(slugs('11111 22222 44444 44444 44444'), ['ek1', 'ov1', 'ek2'])
})

test('growth: "nu niet" is left out, unless nothing else is left', () => {
  assert.deepEqual(slugs('11444 44443 44444 44444 44444', { [ek ?? '']: 'not now' }), ['ov5'])
  const wishes = Object.fromEntries(instrument.topics.map((topic) => [topic.standard, 'not now' as const]))
  assert.deepEqual(slugs('11444 44443 44444 44444 44444', wishes), ['ek1', 'ov5', 'ek2'])
})

test('a kenmerk one wants to get better at and does often already is offered as a whole', () => {
  const result = at('44444 44443 44444 44444 44444', { [ek ?? '']: 'yes' })
  assert.deepEqual(
    result.growth.map((one) => [one.slug, one.kind]),
    [
      [ek, 'topic'],
      ['ov5', 'line'],
    ],
  )
})

test('all high: choose what to go deeper into', () => {
  const result = at('45444 44444 55555 44444 44444', { [bv ?? '']: 'yes' })
  assert.equal(result.tone, 'allHigh')
  assert.equal(result.growth[0]?.slug, bv)
  assert.ok(result.growth.every((one) => one.kind === 'topic'))
  assert.equal(result.growth.length, 3)
})

test('all low: what is done most of all, still first', () => {
  const result = at('11112 33121 22222 11111 21111')
  assert.equal(result.tone, 'allLow')
  assert.deepEqual(
    result.strengths.map(({ line }) => line.slug),
    ['ov1', 'ek5', 'bv1'],
  )
  assert.equal(at('22222 22222 22222 22222 22222').strengths.length, 3, 'everything equal, above the lowest')
})

test('everything "bijna nooit": no strength is made up, and only then it is said', () => {
  const lowest = at('11111 11111 11111 11111 11111')
  assert.deepEqual([lowest.tone, lowest.strengths], ['allLowest', []])
  assert.equal(strengthsHeading(instrument, lowest)?.title, 'Begin klein')
  // Two answers say nothing about a kenmerk, but they do belie "overal".
  const nearly = at('11111 11111 11111 11111 44---')
  assert.equal(nearly.tone, 'allLow')
  assert.equal(strengthsHeading(instrument, nearly), undefined)
})

for (const [rows, unfinished] of [
  ['44444 44444 44444 44444 44444', undefined],
  ['44444 44444 ----- 44444 -----', 3],
  ['----- 44444 44444 44444 44444', 1],
  ['44444 4---- 44444 44444 00000', undefined],
] as const)
  test(`first screen without an answer in ${rows}: ${unfinished ?? 'none'}`, () =>
    assert.equal(at(rows).unfinished, unfinished))

test('"bijna alles vaak" is not said about a part', () => {
  assert.match(growthHeading(instrument, at('44444 44444 44444 44444 44444')).text, /bijna alles vaak/)
  const part = at('44444 44444 ----- ----- -----')
  assert.equal(part.tone, 'allHigh')
  assert.doesNotMatch(growthHeading(instrument, part).text, /bijna alles/)
  assert.equal(unfinishedText(instrument, part), 'Je bent nog niet klaar. Dit kun je nu al zien.')
})

test('who says that nothing fits is not told that nothing was filled in', () => {
  const none = at('00000 00000 00000 00000 00000')
  assert.equal(none.tone, 'nothing')
  for (const one of [none, at('55000 55000 55000 55000 55000')])
    assert.match(unfinishedText(instrument, one) ?? '', /^Je zei bij de meeste zinnen dat ze niet bij je werk passen/)
  assert.match(unfinishedText(instrument, at('00000 00000 00000 00000 -----')) ?? '', /nog te weinig ingevuld/)
  const phrases = at('00000 44000 4---- 0---- -----').topics.map(tooFewPhrase)
  assert.deepEqual(phrases, [
    'Hier passen vijf zinnen niet bij je werk, zei je.',
    'Je beantwoordde hier twee zinnen. Hier passen drie zinnen niet bij je werk, zei je.',
    'Je beantwoordde hier één zin.',
    'Hier past één zin niet bij je werk, zei je.',
    'Je beantwoordde hier geen zin.',
  ])
})

test('too little: nothing is said, also not about single lines', () => {
  const result = at('55--- ----- ----- ----- -----')
  assert.equal(result.tone, 'nothing')
  assert.deepEqual([result.strengths, result.growth], [[], []])
})

test('any line or kenmerk can be picked, nothing else', () => {
  assert.equal(choiceOf(instrument, 'sa3')?.kind, 'line')
  assert.equal(choiceOf(instrument, ek ?? '')?.kind, 'topic')
  assert.equal(choiceOf(instrument, 'zz9'), undefined)
})

const answer = fc.constantFrom<Answer>(0, 1, 2, 3, 4, 5)
const answers = fc.dictionary(fc.constantFrom(...instrument.lines.map((line) => line.slug)), answer)
const wishes = fc.dictionary(
  fc.constantFrom(...instrument.topics.map((topic) => topic.standard)),
  fc.constantFrom<Wish>('yes', 'maybe', 'not now'),
)

test('for every set of answers: at most three of each, from different kenmerken, and never a low line as a strength', () => {
  fc.assert(
    fc.property(answers, wishes, (given, wanted) => {
      const result = outcome(instrument, { answers: given, wishes: wanted })
      assert.ok(result.strengths.length <= 3 && result.growth.length <= 3)
      assert.equal(new Set(result.strengths.map((one) => one.topic)).size, result.strengths.length)
      assert.equal(new Set(result.growth.map((one) => one.slug)).size, result.growth.length)
      const lowest = result.tone === 'allLow' ? 2 : 4
      for (const { line } of result.strengths) assert.ok((given[line.slug] ?? 0) >= lowest)
      for (const choice of result.growth) if (choice.kind === 'line') assert.ok((given[choice.slug] ?? 9) < 4)
    }),
    { numRuns: 500 },
  )
})

test('answering more often never makes a word weaker', () => {
  fc.assert(
    fc.property(answers, fc.constantFrom(...instrument.lines), (given, line) => {
      const topic = instrument.topics.find((one) => one.standard === line.standard)
      const value = given[line.slug]
      if (!topic || !value || value === 5) return
      const order = ['room', 'varies', 'firm']
      const before = topicOutcome(topic, { answers: given, wishes: {} })
      const after = topicOutcome(topic, { answers: { ...given, [line.slug]: (value + 1) as Answer }, wishes: {} })
      assert.ok(order.indexOf(after.level) >= order.indexOf(before.level))
    }),
  )
})
