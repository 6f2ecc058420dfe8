import assert from 'node:assert/strict'
import { test } from 'node:test'
import { byGroup, NAMELESS, type NamedAnswer, namedRow, standsWithNames } from './named.ts'
import { ROLES } from './olympiad.ts'

const closedAt = new Date(0)
const round = { mode: 'open', kind: 'weighing', closedAt } as const

test('names stand only where rules and round both say open, and only after the closing', () => {
  assert.ok(standsWithNames({ mode: 'open' }, round))
  assert.ok(!standsWithNames({ mode: 'confidential' }, round))
  assert.ok(!standsWithNames(undefined, round))
  for (const other of [
    { mode: 'confidential' },
    { mode: 'secret' },
    { kind: 'proposing' },
    { closedAt: null },
  ] as const)
    assert.ok(!standsWithNames({ mode: 'open' }, { ...round, ...other }))
})

test('per group who said the same stands together; whoever took the name away comes last', () => {
  const one = (role: string, name: string | null, answer: NamedAnswer['answer']) => ({
    statement: 's',
    role,
    name,
    answer,
  })
  const groups = byGroup(ROLES, [
    one('professional', 'Cor', 8),
    one('inwoner', null, 8),
    one('inwoner', 'Bea', 2),
    one('inwoner', 'Ans', 8),
    one('inwoner', 'Dirk', null),
  ])
  assert.deepEqual(
    groups.map(({ role, answers }) => [role.slug, answers.map(({ name }) => name)]),
    [
      ['inwoner', ['Ans', null, 'Bea', 'Dirk']],
      ['professional', ['Cor']],
    ],
  )
  const row = namedRow('Je vraagt eerst.', 'inwoner', one('inwoner', null, null))
  assert.deepEqual(row, { zin: 'Je vraagt eerst.', groep: 'inwoner', naam: NAMELESS, antwoord: 'weet ik niet' })
})
