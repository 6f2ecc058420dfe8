import assert from 'node:assert/strict'
import { test } from 'node:test'
import { carriedOver, type LinkTo, linkChange, type Standing } from './link.ts'

const a: Standing = { id: '1', kind: 'builds on', to: 'A', toRevision: 'a1' }
const b: Standing = { id: '2', kind: 'part of', to: 'B', toRevision: 'b1' }

test('only what differs is ended or begun', () => {
  for (const [wished, ended, begun] of [
    [[], ['1', '2'], 0],
    [[{ kind: 'builds on', item: 'A' }], ['2'], 0],
    [[{ kind: 'builds on', item: 'A', revision: 'a1' }], ['2'], 0],
    [[{ kind: 'builds on', item: 'A', revision: 'a2' }], ['1', '2'], 1],
    [[{ kind: 'requires', item: 'A' }], ['1', '2'], 1],
    [
      [
        { kind: 'part of', item: 'B' },
        { kind: 'builds on', item: 'A' },
      ],
      [],
      0,
    ],
  ] satisfies [LinkTo[], string[], number][]) {
    const change = linkChange([a, b], wished)
    assert.deepEqual(
      change.end.map(({ id }) => id),
      ended,
    )
    assert.equal(change.begin.length, begun)
  }
})

test('a new text that says nothing about its links keeps them, at the same revisions', () => {
  assert.deepEqual(carriedOver([a]), [{ kind: 'builds on', item: 'A', revision: 'a1' }])
})
