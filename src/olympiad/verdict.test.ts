import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { DEFAULT_RULE, RULES, type Rule } from './rule.ts'
import type { Answer, Score } from './score.ts'
import { MINIMUM, type Tally, tally, votes } from './tally.ts'
import { basisWords, tooFewSentence, type Verdict, verdict, verdictWord } from './verdict.ts'

const said = (score: Answer, times: number): Answer[] => new Array<Answer>(times).fill(score)
const roles = ['inwoner', 'professional']
const both = (one: Answer[], other: Answer[]) =>
  new Map([
    ['inwoner', tally(one)],
    ['professional', tally(other)],
  ])
const of = (one: Answer[], other: Answer[], rule: Rule = DEFAULT_RULE) => verdict(both(one, other), rule, roles, 5)

test('every verdict there is', () => {
  const table: [string, Answer[], Answer[], Verdict, string[], string[]][] = [
    ['both find it needed', said(9, 5), said(8, 7), 'accepted', [], []],
    ['both find it not needed', said(1, 5), said(2, 7), 'rejected', [], []],
    ['one finds it not needed', said(1, 5), said(9, 7), 'no consensus', ['inwoner'], []],
    ['both doubt', said(5, 5), said(5, 7), 'no consensus', roles, []],
    ['four votes instead of five', said(9, 4), said(9, 40), 'no verdict', [], ['inwoner']],
    ['five votes', said(9, 5), said(9, 40), 'accepted', [], []],
    ['four votes and weet ik niet', [...said(9, 4), null, null], said(9, 40), 'no verdict', [], ['inwoner']],
    ['only weet ik niet', said(null, 30), said(9, 40), 'no verdict', [], ['inwoner']],
    ['nobody of a role', [], said(9, 40), 'no verdict', [], ['inwoner']],
    ['one panellist', said(9, 1), [], 'no verdict', [], roles],
    ['exactly 70 of 100 in one role', [...said(7, 7), ...said(6, 3)], said(9, 5), 'accepted', [], []],
    ['exactly 15 of 100 against', [...said(7, 17), ...said(3, 3)], said(9, 5), 'no consensus', ['inwoner'], []],
  ]
  for (const [about, one, other, expected, holdingBack, tooFew] of table) {
    const found = of(one, other)
    assert.deepEqual([found.verdict, found.holdingBack, found.tooFew], [expected, holdingBack, tooFew], about)
  }
})

test('a role that is locked but absent from the tallies gives no verdict, and so does an empty list', () => {
  const alone = new Map([['professional', tally(said(9, 40))]])
  assert.deepEqual(verdict(alone, DEFAULT_RULE, roles, 5).tooFew, ['inwoner'])
  assert.equal(verdict(new Map(), DEFAULT_RULE, [], 5).verdict, 'no verdict')
})

test('votes of a role outside the list are never left out in silence', () => {
  assert.throws(() => verdict(both(said(9, 5), said(9, 5)), DEFAULT_RULE, ['inwoner'], 5), RangeError)
})

test('more may be asked of a role, never fewer than five', () => {
  const four = both(said(9, 4), said(9, 4))
  const five = both(said(9, 5), said(9, 5))
  for (const minimum of [-1, 0, 1, 4]) assert.equal(verdict(four, DEFAULT_RULE, roles, minimum).verdict, 'no verdict')
  assert.equal(verdict(five, DEFAULT_RULE, roles, 0).verdict, 'accepted')
  assert.deepEqual(verdict(five, DEFAULT_RULE, roles, 6).tooFew, roles)
})

test('what a verdict rests on, in words', () => {
  const { people, roles: groups } = of([...said(9, 6), null], said(9, 5))
  assert.deepEqual([people, groups], [11, 2])
  assert.equal(basisWords({ people: 11, roles: 2 }, '3 maart 2027'), 'door 11 mensen uit 2 groepen, op 3 maart 2027')
  assert.equal(basisWords({ people: 1, roles: 1 }, '3 maart 2027'), 'door 1 mens uit 1 groep, op 3 maart 2027')
  assert.equal(tooFewSentence(['inwoners', 'managers']), 'geen uitspraak: te weinig stemmen van inwoners en managers')
  assert.equal(verdictWord('no consensus'), 'nog geen overeenstemming')
})

const answer = fc.constantFrom<Answer>(null, 1, 2, 3, 4, 5, 6, 7, 8, 9)
const answers = fc.array(answer, { maxLength: 24 })
const rule = fc.constantFrom(...RULES)

test('a large role cannot outvote a small one', () => {
  const large = fc.integer({ min: 40, max: 4000 })
  const score = fc.constantFrom<Score>(1, 2, 3, 4, 5, 6)
  fc.assert(
    fc.property(large, score, rule, (size, low, by) => {
      assert.notEqual(of(said(low, 5), said(9, size), by).verdict, 'accepted')
    }),
  )
})

test('the order of votes never matters, nor that of the roles', () => {
  fc.assert(
    fc.property(answers, answers, rule, (one, other, by) => {
      const turned = verdict(both(one.toReversed(), other.toReversed()), by, roles.toReversed(), 5)
      const found = of(one, other, by)
      assert.deepEqual({ ...turned, holdingBack: [], tooFew: [] }, { ...found, holdingBack: [], tooFew: [] })
      assert.deepEqual(turned.holdingBack.toSorted(), found.holdingBack.toSorted())
    }),
  )
})

test('no verdict under the minimum', () => {
  fc.assert(
    fc.property(answers, answers, rule, (one, other, by) => {
      const few = [one, other].some((list) => votes(tally(list)) < MINIMUM)
      assert.equal(of(one, other, by).verdict === 'no verdict', few)
    }),
  )
})

test('every vote of a role twice changes nothing about its shares', () => {
  const twice = (one: Tally) => one.map((count) => 2 * count)
  fc.assert(
    fc.property(answers, answers, (one, other) => {
      const once = both(one, other)
      const doubled = new Map([...once].map(([role, counts]) => [role, role === 'inwoner' ? twice(counts) : counts]))
      fc.pre([...once.values()].every((counts) => votes(counts) >= MINIMUM))
      const [before, after] = [once, doubled].map((tallies) => verdict(tallies, DEFAULT_RULE, roles, 5))
      assert.deepEqual([after?.verdict, after?.holdingBack], [before?.verdict, before?.holdingBack])
    }),
  )
})
