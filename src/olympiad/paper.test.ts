import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { checkForm } from '../foundation/http/index.ts'
import { newCode } from '../foundation/save-code.ts'
import { sentenceField, sheetEntryForm } from './paper.form.ts'
import {
  answerOfLetter,
  BOXES,
  differencesBetween,
  mayEnter,
  openSheet,
  roundObjection,
  type Settled,
  type Sheet,
  type SheetFacts,
  sealSheet,
  settledSheet,
  sheetObjection,
} from './paper.ts'
import type { Round } from './round.ts'
import type { Answer } from './score.ts'

const statements = ['een', 'twee', 'drie']
const answer = fc.constantFrom<Answer | undefined>(undefined, null, 1, 2, 3, 4, 5, 6, 7, 8, 9)
const sheet: fc.Arbitrary<Sheet> = fc
  .tuple(fc.constantFrom(null, 'inwoner', 'manager'), fc.tuple(answer, answer, answer))
  .map(([group, given]) => ({
    group,
    answers: Object.fromEntries(
      statements.flatMap((id, at): [string, Answer][] => {
        const one = given[at]
        return one === undefined ? [] : [[id, one]]
      }),
    ),
  }))

test('every box has a letter, and every letter is one box', () => {
  assert.equal(new Set(BOXES.map(({ letter }) => letter)).size, 10)
  for (const { letter, answer: given } of BOXES) {
    assert.equal(answerOfLetter(letter), given)
    assert.equal(answerOfLetter(letter.toUpperCase()), given)
  }
  assert.equal(answerOfLetter('-'), undefined)
  assert.equal(answerOfLetter(' '), undefined)
  for (const other of ['j', '8', 'ab', 'é', '--', '10', '1.5']) assert.equal(answerOfLetter(other), 'other', other)
})

test('what two people typed alike stays, and each difference is settled by itself', () => {
  fc.assert(
    fc.property(sheet, sheet, fc.constantFrom<Settled>('first', 'second', 'neither'), (one, other, how) => {
      const differences = differencesBetween(one, other, statements)
      const settled = settledSheet(one, differences, () => how)
      for (const id of statements) {
        const differs = differences.some((d) => d.about === 'sentence' && d.statement === id)
        assert.equal(differs, one.answers[id] !== other.answers[id])
        const wanted = !differs || how === 'first' ? one.answers[id] : how === 'second' ? other.answers[id] : undefined
        assert.equal(settled.answers[id], wanted)
      }
      assert.deepEqual(differencesBetween(settled, settled, statements), [])
    }),
  )
  const dontKnow: Sheet = { group: null, answers: { een: null } }
  assert.equal(
    differencesBetween(dontKnow, { group: null, answers: {} }, statements).length,
    1,
    'weet ik niet is no blank',
  )
})

test('an entry opens with its code and in its round, and with nothing else', () => {
  const code = newCode()
  const given: Sheet = { group: 'inwoner', answers: { een: 9, twee: null } }
  const sealed = sealSheet(code, given, 'round')
  assert.ok(!sealed.includes('inwoner'))
  assert.deepEqual(openSheet(code, sealed, 'round'), given)
  assert.throws(() => openSheet(newCode(), sealed, 'round'))
  assert.throws(() => openSheet(code, sealed, 'another round'))
})

test('two different people enter a sheet, and never who printed it', () => {
  const fresh: SheetFacts = { printedBy: 'henk', left: false, answered: false, enteredBy: [] }
  assert.equal(sheetObjection(fresh, 'noor'), undefined)
  assert.equal(sheetObjection(fresh, 'henk'), 'printed by you')
  assert.equal(sheetObjection({ ...fresh, enteredBy: ['noor'] }, 'noor'), 'entered by you')
  assert.equal(sheetObjection({ ...fresh, enteredBy: ['noor'] }, 'jamal'), undefined)
  assert.equal(sheetObjection({ ...fresh, enteredBy: ['noor', 'jamal'] }, 'riet'), 'two entries')
  assert.equal(sheetObjection({ ...fresh, enteredBy: ['noor', 'jamal'] }, 'noor'), 'two entries')
  assert.equal(sheetObjection({ ...fresh, answered: true }, 'noor'), 'answered')
  assert.equal(sheetObjection({ ...fresh, left: true, answered: true }, 'noor'), 'left')
})

test('paper counts in an open round of weighing that is not secret', () => {
  const now = new Date('2026-11-23T11:00:00Z')
  const round: Round = {
    ...{ id: 'r', no: 1, olympiad: 'o', number: 1, kind: 'weighing', mode: 'confidential', version: 1, opensAt: now },
    ...{ closesAt: new Date(now.getTime() + 1000), openedAt: now, closedAt: null },
  }
  assert.equal(roundObjection(round, now), undefined)
  assert.equal(roundObjection(undefined, now), 'closed')
  assert.equal(roundObjection({ ...round, kind: 'proposing' }, now), 'closed')
  assert.equal(roundObjection({ ...round, openedAt: null }, now), 'closed')
  assert.equal(roundObjection({ ...round, closedAt: now }, now), 'closed')
  assert.equal(roundObjection(round, round.closesAt), 'closed')
  assert.equal(roundObjection({ ...round, mode: 'secret' }, now), 'secret')
  assert.equal(roundObjection({ ...round, mode: 'open' }, now), undefined)
})

test('a chair of another Olympiade and anyone without a role enter nothing', () => {
  const person = (id: string, ...roles: ('chair' | 'editor' | 'professional')[]) =>
    ({ id, roles: roles.map((role) => ({ role, organisation: null })) }) as never
  const olympiad = { chairs: ['henk'] }
  assert.equal(mayEnter(person('henk', 'chair'), olympiad), true)
  assert.equal(mayEnter(person('yusuf', 'editor'), olympiad), true)
  assert.equal(mayEnter(person('other', 'chair', 'professional'), olympiad), false)
  assert.equal(mayEnter(undefined, olympiad), false)
})

test('a sheet is read from letters, and every mistake is told with all that was typed', () => {
  const form = sheetEntryForm(['inwoner'], statements)
  const fields = (letters: string) =>
    Object.fromEntries([...letters].map((one, at) => [sentenceField(statements[at] ?? ''), one]))
  const code = newCode()
  const good = checkForm(form, { code: code.toLowerCase(), ronde: 'r', groep: '', ...fields('hW-') })
  assert.ok(good.ok)
  assert.deepEqual(good.value, { code, round: 'r', sheet: { group: null, answers: { een: 8, twee: null } } })
  for (const [body, field] of [
    [{ code: 'ABCD', ...fields('h') }, 'code'],
    [{ ...fields('h') }, 'code'],
    [{ code, ...fields('h8') }, sentenceField('twee')],
    [{ code, [sentenceField('een')]: 'x'.repeat(50_000) }, sentenceField('een')],
    [{ code, ...fields('---') }, sentenceField('een')],
    [{ code, groep: 'onbekend', ...fields('h') }, 'groep'],
  ] as const) {
    const read = checkForm(form, body)
    assert.ok(!read.ok)
    assert.deepEqual(
      read.errors.map((one) => one.field),
      [field],
    )
  }
})
