import assert from 'node:assert/strict'
import { test } from 'node:test'
import { isItemId, itemId, kindWord, kindWords } from './item.ts'

test('the id of an item from the repository is the same everywhere, and a version 5 uuid', () => {
  const id = itemId('standard', 'eigen-kracht-versterken')
  assert.equal(id, itemId('standard', 'eigen-kracht-versterken'))
  assert.match(id, /^[0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)
  assert.notEqual(id, itemId('standard', 'op-de-vraag-af'))
  assert.notEqual(id, itemId('competence', 'eigen-kracht-versterken'))
})

test('what is no id is told from what is', () => {
  for (const [text, expected] of [
    [itemId('page', 'over'), true],
    ['AAAAAAAA-0000-4000-8000-000000000000', false],
    ['over', false],
    ['', false],
    [`${itemId('page', 'over')}x`, false],
    [`${itemId('page', 'over')}\n`, false],
  ] as const)
    assert.equal(isItemId(text), expected, JSON.stringify(text))
})

test('kinds have a word, and an unknown kind keeps its own', () => {
  assert.deepEqual([kindWord('standard'), kindWords('standard')], ['kenmerk', 'kenmerken en standaarden'])
  assert.equal(kindWords('olympiad'), 'Olympiades')
  assert.deepEqual([kindWord('nieuw'), kindWords('nieuw')], ['nieuw', 'nieuw'])
})
