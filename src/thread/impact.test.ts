import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type ImpactRow, kindsOf, linksMeant } from './impact.ts'

const end = (word: string) => ({
  item: word,
  word,
  title: word,
  url: '/',
  number: 1,
  fictional: false,
  withdrawn: false,
})
const row = (link: string, word: string, decided = false): ImpactRow => ({
  link,
  kind: 'teaches',
  from: end(word),
  to: end('kenmerk'),
  decision: decided ? { outcome: 'accept', name: 'Yusuf', reason: 'Blijft waar.', at: new Date(0) } : undefined,
})

const rows = [row('a', 'praktijk'), row('b', 'training'), row('c', 'training'), row('d', 'training', true)]

test('a decision is about what was named, and every undecided one of a kind', () => {
  const cases: [string[], string[], string[]][] = [
    [['a'], [], ['a']],
    [[], ['training'], ['b', 'c']],
    [['b'], ['training'], ['b', 'c']],
    [['d'], ['praktijk'], ['d', 'a']],
    [[], ['oproep'], []],
  ]
  for (const [links, words, meant] of cases)
    assert.deepEqual(linksMeant({ links, words }, rows), meant, `${links} ${words}`)
})

test('only of kinds with more than one it is worth to choose all, most first', () => {
  assert.deepEqual(kindsOf([...rows, row('e', 'zin'), row('f', 'zin')]), [
    { word: 'training', count: 3 },
    { word: 'zin', count: 2 },
  ])
  assert.deepEqual(kindsOf([row('a', 'praktijk')]), [])
})
