import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { closeParts, type TestParts, testParts } from '../../test/parts.ts'
import { people, settleWorld } from '../../test/world.ts'
import { FEWEST_LETTERS, peopleNamed } from './person.store.ts'

let parts: TestParts
before(async () => {
  parts = await testParts()
  await settleWorld(parts.database.db, { now: parts.clockAt.now })
})
after(() => closeParts(parts))

test('someone is found by the first letters of a name they go by, and nobody by fewer than three', async () => {
  const { id, name } = people.noor
  const found = async (letters: number, beginning = name) =>
    (await peopleNamed(parts.database.db, beginning.slice(0, letters))).map((one) => one.id)
  assert.ok((await found(FEWEST_LETTERS)).includes(id))
  assert.deepEqual(await found(FEWEST_LETTERS - 1), [])
  assert.deepEqual(await found(FEWEST_LETTERS, '   '), [], 'spaces are no letters')
  assert.deepEqual(await found(FEWEST_LETTERS, '%%%'), [], 'nor is a sign that stands for any')
})
