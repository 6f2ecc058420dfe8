import assert from 'node:assert/strict'
import { test } from 'node:test'
import { drawable } from './order.ts'

test('drawable: Dutch stays, marks of elsewhere go, the rest becomes a question mark', () => {
  assert.deepEqual(drawable({ name: 'Één coördinator uit Łódź', list: ['日本', 1, null], more: 'naïef “ja” – €5' }), {
    name: 'Één coördinator uit Lódz',
    list: ['??', 1, null],
    more: 'naïef “ja” – €5',
  })
})
