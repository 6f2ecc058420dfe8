import assert from 'node:assert/strict'
import { test } from 'node:test'
import { namesTag } from '../http/index.ts'

test('a tag is found among others, weak or not, and never in part', () => {
  assert.ok(namesTag('"a"', '"a"'))
  assert.ok(namesTag('"b" , W/"a"', '"a"'))
  for (const other of [undefined, '', '"b"', 'a', '"ab"', 'W/"b"']) assert.ok(!namesTag(other, '"a"'), other)
})
