import assert from 'node:assert/strict'
import { test } from 'node:test'
import { DEFAULT_RULE, type Position, position, RULES, type Rule, ruleDetail, ruleSentence } from './rule.ts'
import type { Answer } from './score.ts'
import { tally } from './tally.ts'

/** "9×7 5×2 ?×1": seven nines, two fives and one "weet ik niet". */
const counted = (text: string) =>
  tally(
    text.split(' ').flatMap((part): Answer[] => {
      const [answer = '', times = ''] = part.split('×')
      return new Array<Answer>(Number(times)).fill(answer === '?' ? null : (Number(answer) as Answer))
    }),
  )

const RAND: Rule = { is: 'rand' }
const MEDIAN: Rule = { is: 'median', median: 7, iqr: 3 }

test('what a role says under each rule', () => {
  const table: [string, Rule, string, Position][] = [
    ['exactly 70 of 100 is enough', DEFAULT_RULE, '7×7 5×3', 'for'],
    ['69 of 100 is not', DEFAULT_RULE, '7×69 5×31', 'neither'],
    ['exactly 15 of 100 against is too many', DEFAULT_RULE, '9×17 1×3', 'neither'],
    ['14 of 100 against is not', DEFAULT_RULE, '9×86 1×14', 'for'],
    ['doubt counts in what shares are over', DEFAULT_RULE, '9×6 5×4', 'neither'],
    ['weet ik niet does not', DEFAULT_RULE, '9×7 5×3 ?×90', 'for'],
    ['the mirror is against', DEFAULT_RULE, '3×7 4×3', 'against'],
    ['exactly 15 of 100 in favour is too many for that', DEFAULT_RULE, '1×17 9×3', 'neither'],
    ['only weet ik niet says nothing', DEFAULT_RULE, '?×20', 'neither'],
    ['a median of 7 without disagreement', RAND, '6×2 7×3 8×2', 'for'],
    ['a median of 6.5', RAND, '6×3 7×3', 'neither'],
    ['a median of 9 with two camps', RAND, '1×4 9×5', 'neither'],
    ['a low median without disagreement', RAND, '1×4 3×3', 'against'],
    ['an IQR of exactly 3', MEDIAN, '6×2 7×1 9×2', 'for'],
    ['an IQR just over 3', MEDIAN, '5×3 7×3 9×4', 'neither'],
    ['a median just under 7', MEDIAN, '6×4 7×4', 'neither'],
    ['a median of exactly 3, the mirror of 7', MEDIAN, '3×5', 'against'],
    ['only weet ik niet says nothing', RAND, '?×20', 'neither'],
    ['only weet ik niet says nothing', MEDIAN, '?×20', 'neither'],
  ]
  for (const [about, rule, votes, expected] of table)
    assert.equal(position(counted(votes), rule), expected, `${rule.is}: ${about}`)
})

test('each rule has its sentence, and its exact words', () => {
  assert.equal(
    ruleSentence(DEFAULT_RULE),
    'Een zin is gedragen als in élke groep minstens 7 van de 10 mensen hem nodig vinden, en minder dan 15 van de 100 niet.',
  )
  assert.match(ruleSentence({ is: 'shares', needed: 75, notNeeded: 10 }), /minstens 75 van de 100 .* minder dan 10 van/)
  assert.equal(new Set(RULES.map(ruleSentence)).size, RULES.length)
  assert.equal(RULES[0], DEFAULT_RULE)
  assert.match(ruleDetail(RAND), /2,35 \+ 1,5/)
  for (const rule of RULES) assert.match(ruleDetail(rule), /^Per groep: .* Weet ik niet telt niet mee\.$/)
})
