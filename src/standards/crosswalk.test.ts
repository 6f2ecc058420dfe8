import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type Crossing, type CrosswalkRow, crosswalkFaults, proposedRows, rowsTo, untrueRows } from './crosswalk.ts'

const row = (type: Crossing, from: string[], to: string[]): CrosswalkRow => ({
  type,
  from,
  to,
  note: '',
})

test('each type takes and gives its own number of standards', () => {
  const cases: [Crossing, string[], string[], boolean][] = [
    ['same', ['a'], ['x'], true],
    ['same', ['a', 'b'], ['x'], false],
    ['reworded', ['a'], ['x'], true],
    ['reworded', ['a'], ['x', 'y'], false],
    ['split', ['a'], ['x', 'y'], true],
    ['split', ['a'], ['x'], false],
    ['merged', ['a', 'b'], ['x'], true],
    ['merged', ['a'], ['x'], false],
    ['new', [], ['x'], true],
    ['new', ['a'], ['x'], false],
    ['dropped', ['a'], [], true],
    ['dropped', ['a'], ['x'], false],
  ]
  for (const [type, from, to, fine] of cases)
    assert.equal(crosswalkFaults([row(type, from, to)], from, to).length === 0, fine, `${type} ${from} → ${to}`)
})

test('every standard of both lists has its place, and no contradicting ones', () => {
  const cases: [string, CrosswalkRow[], string[], string[], number][] = [
    ['all placed', [row('same', ['a'], ['x']), row('dropped', ['b'], [])], ['a', 'b'], ['x'], 0],
    ['old one forgotten', [row('same', ['a'], ['x'])], ['a', 'b'], ['x'], 1],
    ['new one forgotten', [row('same', ['a'], ['x'])], ['a'], ['x', 'y'], 1],
    ['unknown name', [row('same', ['q'], ['x'])], [], ['x'], 1],
    ['same and dropped', [row('same', ['a'], ['x']), row('dropped', ['a'], [])], ['a'], ['x'], 1],
    ['n to m', [row('split', ['a'], ['x', 'y']), row('merged', ['a', 'b'], ['y'])], ['a', 'b'], ['x', 'y'], 0],
    ['new and reworded', [row('new', [], ['x']), row('reworded', ['a'], ['x'])], ['a'], ['x'], 1],
  ]
  for (const [name, rows, old, renewed, faults] of cases)
    assert.equal(crosswalkFaults(rows, old, renewed).length, faults, name)
})

test('a text that changed did not stay the same', () => {
  const rows = [row('same', ['a'], ['a']), row('reworded', ['b'], ['b']), row('dropped', ['c'], [])]
  const cases: [string[], number][] = [
    [[], 0],
    [['a'], 1],
    [['b'], 0],
    [['a', 'b'], 1],
  ]
  for (const [changed, faults] of cases) assert.equal(untrueRows(rows, changed).length, faults, changed.join())
})

test('a proposal places every standard', () => {
  const old = new Map([
    ['a', 'one'],
    ['b', 'two'],
    ['c', 'three'],
  ])
  const renewed = new Map([
    ['a', 'one'],
    ['b', 'two, in other words'],
    ['d', 'four'],
  ])
  const rows = proposedRows(old, renewed)
  assert.deepEqual(
    rows.map(({ type }) => type),
    ['same', 'reworded', 'new', 'dropped'],
  )
  assert.deepEqual(crosswalkFaults(rows, [...old.keys()], [...renewed.keys()]), [])
  assert.equal(rowsTo(rows, 'd')[0]?.type, 'new')
})
