import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { roundOf } from './figures.sample.ts'
import { figures, type RoundAnswers } from './figures.ts'
import { DEFAULT_RULE } from './rule.ts'

/** A round from rows of digits, one row per panellist; "0" is weet ik niet and "." no answer. */
function roundFrom(rows: [role: number, answers: string][], earlier?: string[]): RoundAnswers {
  const given = rows.flatMap(([role, answers], panellist) =>
    [...answers].flatMap((digit, statement) =>
      digit === '.' ? [] : [{ role, panellist, statement, score: Number(digit) }],
    ),
  )
  const before = (earlier ?? []).flatMap((answers, panellist) =>
    [...answers].flatMap((digit, statement) => (digit === '.' ? [] : [{ panellist, statement, score: Number(digit) }])),
  )
  const arrays = (list: { panellist: number; statement: number; score: number }[]) => ({
    panellist: Uint32Array.from(list, (one) => one.panellist),
    statement: Uint16Array.from(list, (one) => one.statement),
    score: Uint8Array.from(list, (one) => one.score),
  })
  return {
    roles: ['inwoner', 'professional'],
    rule: DEFAULT_RULE,
    minimum: 5,
    panellists: rows.length,
    statements: rows[0]?.[1].length ?? 0,
    role: Uint8Array.from(given, (one) => one.role),
    ...arrays(given),
    earlier: earlier ? arrays(before) : null,
  }
}

const inwoners = ['9581', '8570', '9561', '7451', '8592'].map((answers): [number, string] => [0, answers])
const professionals = ['9811', '9921', '8811', '7911', '898.'].map((answers): [number, string] => [1, answers])
const round = () => roundFrom([...inwoners, ...professionals])

test('verdict, shares and spread of each statement', () => {
  const { statements } = figures(round())
  assert.deepEqual(
    statements.map(({ outcome }) => [outcome.verdict, outcome.holdingBack, outcome.tooFew]),
    [
      ['accepted', [], []],
      ['no consensus', ['inwoner'], []],
      ['no consensus', ['inwoner', 'professional'], []],
      ['no verdict', [], ['inwoner', 'professional']],
    ],
  )
  assert.deepEqual(statements[0]?.tallies, [
    [0, 0, 0, 0, 0, 0, 0, 1, 2, 2],
    [0, 0, 0, 0, 0, 0, 0, 1, 2, 2],
  ])
  assert.deepEqual(statements[0]?.spreads[0], {
    median: 8,
    iqr: 1,
    p30: 8,
    p70: 8.8,
    ipr: 0.8,
    ipras: 7.45,
    disagreement: false,
  })
  assert.equal(statements[0]?.overall?.median, 8)
  assert.deepEqual(statements[3]?.spreads, [null, null])
  assert.equal(statements[3]?.overall, null)
  assert.deepEqual(statements[0]?.shown.roles[0]?.shown, { is: 'almost everyone', band: 'needed', votes: 5 })
})

test('order and stability over people; in a secret round neither', () => {
  const before = [...inwoners, ...professionals].map(([, answers]) => answers.replace('9', '3'))
  const rows = [...inwoners, ...professionals].map(([role, answers]): [number, string] => [
    role,
    answers.replace('.', '1'),
  ])
  const found = figures(roundFrom(rows, before))
  assert.equal(found.concordance?.panellists, 10)
  // Four nines became threes: six steps each over ten pairs.
  assert.deepEqual(found.statements[0]?.stability?.shift, 2.4)
  assert.equal(found.statements[0]?.stability?.sameBand, 0.6)
  assert.equal(found.stability?.pairs, 38)
  assert.equal(found.opinionGroups, null)
  const secret = figures({ ...round(), panellist: null })
  assert.deepEqual([secret.concordance, secret.stability, secret.opinionGroups], [null, null, null])
  assert.deepEqual(
    secret.statements.map((one) => one.outcome),
    figures(round()).statements.map((one) => one.outcome),
  )
})

test('the order of the answers never matters', () => {
  const given = round()
  const before = figures(given)
  const places = Array.from(given.score.keys())
  fc.assert(
    fc.property(fc.shuffledSubarray(places, { minLength: places.length }), (order) => {
      const shuffled = {
        ...given,
        role: given.role.map((_, at) => given.role[order[at] ?? 0] ?? 0),
        statement: given.statement.map((_, at) => given.statement[order[at] ?? 0] ?? 0),
        score: given.score.map((_, at) => given.score[order[at] ?? 0] ?? 0),
        panellist: given.panellist?.map((_, at) => given.panellist?.[order[at] ?? 0] ?? 0) ?? null,
      }
      assert.deepEqual(figures(shuffled), before)
    }),
  )
})

test('what cannot be is refused, never counted', () => {
  const given = round()
  const faulty = (change: (one: RoundAnswers) => void) => {
    const one = round()
    change(one)
    return () => figures(one)
  }
  assert.throws(
    faulty((one) => one.score.set([10])),
    /Score 10/,
  )
  assert.throws(
    faulty((one) => one.role.set([2])),
    /Role 2/,
  )
  assert.throws(
    faulty((one) => one.statement.set([4])),
    /Statement 4/,
  )
  assert.throws(
    faulty((one) => one.panellist?.set([99])),
    /Panellist 99/,
  )
  assert.throws(
    faulty((one) => one.statement.set([1])),
    /twice/,
  )
  assert.equal(figures(given).statements.length, 4)
})

test('a round without answers, and one with a single panellist', () => {
  const none = figures(roundFrom([]))
  assert.deepEqual(none, { statements: [], concordance: null, stability: null, opinionGroups: null })
  const [one] = figures(roundFrom([[0, '9']])).statements
  assert.deepEqual([one?.outcome.verdict, one?.consensus, one?.overall], ['no verdict', null, null])
})

test('a large round has everything', () => {
  const found = figures(roundOf(700, 12))
  assert.ok(found.statements.every((one) => one.stability && one.overall && one.consensus !== null))
  assert.equal(found.opinionGroups?.placed, 700)
  assert.equal(found.opinionGroups?.groups.length, 2)
  assert.ok((found.concordance?.panellists ?? 0) === 700)
})
