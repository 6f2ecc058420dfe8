import assert from 'node:assert/strict'
import { test } from 'node:test'
import { setImmediate as look } from 'node:timers/promises'
import { Turns } from './turns.ts'

test('the first goes in at once, the others one by one, with a look outside in between', async () => {
  const turns = new Turns()
  const seen: string[] = []
  for (const name of ['first', 'second', 'third']) turns.take(() => seen.push(name))
  assert.deepEqual(seen, ['first'])
  await look()
  assert.deepEqual(seen, ['first', 'second'])
  turns.take(() => seen.push('late'))
  await look()
  assert.deepEqual(seen, ['first', 'second', 'third'])
  await look()
  await look()
  turns.take(() => seen.push('alone'))
  assert.deepEqual(seen, ['first', 'second', 'third', 'late', 'alone'])
})

test('work that goes wrong holds up nobody', async () => {
  const turns = new Turns()
  const seen: string[] = []
  assert.throws(() =>
    turns.take(() => {
      throw new Error('went wrong')
    }),
  )
  turns.take(() => seen.push('next'))
  await look()
  assert.deepEqual(seen, ['next'])
})
