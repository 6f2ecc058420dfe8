import assert from 'node:assert/strict'
import { test } from 'node:test'
import { splitsWell } from './factor.ts'
import { freeGroupSlug, groupDifferences, mayWork } from './group.ts'

const someone = (id: string, role?: 'editor' | 'chair' | 'admin') => ({
  ...{ id, name: id, email: '' },
  roles: role ? [{ role, organisation: null }] : [],
})

test('members and editors work in a group, and no other role does', () => {
  const group = { members: ['noor'] }
  for (const [person, may] of [
    [someone('noor'), true],
    [someone('yusuf', 'editor'), true],
    [someone('henk', 'chair'), false],
    [someone('lotte', 'admin'), false],
    [undefined, false],
  ] as const)
    assert.equal(mayWork(person, group), may, person?.id)
})

test('the address of a group is its title and year, and is never taken twice', () => {
  const group = { title: 'Aan de deur', year: 2026 }
  assert.equal(freeGroupSlug(group, new Set()), 'aan-de-deur-2026')
  assert.equal(freeGroupSlug(group, new Set(['aan-de-deur-2026'])), 'aan-de-deur-2026-2')
  assert.equal(freeGroupSlug({ ...group, title: '…' }, new Set()), 'werkgroep-2026')
})

test('a split leaves marks on both sides', () => {
  const marks = ['a', 'b', 'c']
  for (const [chosen, well] of [
    [['a'], true],
    [['a', 'b'], true],
    [['a', 'b', 'c'], false],
    [[], false],
    [['elsewhere'], false],
  ] as const)
    assert.equal(splitsWell(marks, chosen), well, chosen.join())
})

test('who was second sees what differs, in the words of the labels', () => {
  const now = { year: 2026, title: 'Aan de deur', task: 'Lees.' }
  assert.deepEqual(groupDifferences(now, now), [])
  assert.deepEqual(groupDifferences({ ...now, title: 'Bij de deur' }, now), [{ label: 'Naam', theirs: 'Aan de deur' }])
})
