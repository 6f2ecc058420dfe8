import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { AcceptedStatement } from '../olympiad/index.ts'
import { isWhole } from './standard.form.ts'
import { destinationOf, freshText, isTakenOver, nextCode, withStatement } from './takeover.ts'

const statement: AcceptedStatement = {
  item: 'v1',
  revision: 'r1',
  olympiad: 'proef',
  title: 'Proef',
  plain: 'De werker belt een tweede keer aan.',
  example: 'Riet liep twee keer langs.',
  professional: 'De professional herhaalt het contact.',
  said: 'gedragen, door 58 mensen uit 7 groepen, op 28 oktober 2026',
  fictional: true,
}

test('the next code follows the highest, with the letters of the list', () => {
  for (const [codes, wanted] of [
    [['K1', 'K2', 'K5'], 'K6'],
    [['S10', 'S9'], 'S11'],
    [[], 'K1'],
  ] as const)
    assert.equal(nextCode(codes), wanted)
})

test('a choice is nothing, a standard of its own, or one that is there', () => {
  assert.deepEqual(destinationOf('', ['a']), { is: 'none' })
  assert.deepEqual(destinationOf('nieuw', ['a']), { is: 'new' })
  assert.deepEqual(destinationOf('a', ['a']), { is: 'into', standard: 'a' })
  assert.equal(destinationOf('b', ['a']), undefined)
})

test('a standard of its own says what was voted on, knows its verdict, and is not whole yet', () => {
  const text = freshText(statement, { code: 'K6', taken: new Set(['belt-een-tweede-keer-aan']) })
  assert.equal(text.name, 'Belt een tweede keer aan')
  assert.equal(text.slug, 'belt-een-tweede-keer-aan-2')
  assert.equal(text.plainLine, statement.plain)
  assert.equal(text.perspectives.professional.line, statement.professional)
  assert.deepEqual(text.howTo, ['Bijvoorbeeld: Riet liep twee keer langs.'])
  assert.deepEqual(text.validatedBy, [{ item: 'v1', revision: 'r1' }])
  assert.ok(!isWhole(text))
})

test('one that is there keeps its own words and gets the new ones behind them', () => {
  const before = freshText({ ...statement, item: 'v0' }, { code: 'K6', taken: new Set() })
  const text = withStatement(before, statement)
  assert.equal(text.plainLine, before.plainLine)
  assert.deepEqual(text.perspectives.professional.points, [statement.professional])
  assert.equal(text.howTo[1], statement.plain)
  assert.deepEqual(
    text.validatedBy?.map(({ item }) => item),
    ['v0', 'v1'],
  )
  assert.ok(isTakenOver(text, statement) && !isTakenOver(before, statement))
})
