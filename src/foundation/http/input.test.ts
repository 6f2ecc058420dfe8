import assert from 'node:assert/strict'
import { test } from 'node:test'
import { isCleanData, isCleanText, isCleanUrl } from './input.ts'

test('text: accents and emoji pass, NUL and half a pair do not', () => {
  assert.equal(isCleanText('één lijn 🧵'), true)
  assert.equal(isCleanText('a\u0000b'), false)
  assert.equal(isCleanText('a\ud83e'), false)
})

test('url: decoded before it is judged', () => {
  assert.equal(isCleanUrl('/zoeken?q=eigen+kracht%20'), true)
  assert.equal(isCleanUrl('/zoeken?q=%00'), false)
  assert.equal(isCleanUrl('/zoeken?q=%ZZ'), false)
  assert.equal(isCleanUrl('/zoeken?q=%ff'), false)
})

test('data: judged all the way down, keys too, and not deeper than we read', () => {
  assert.equal(isCleanData({ naam: 'é', lijst: [1, null, { a: true }] }), true)
  assert.equal(isCleanData({ lijst: [{ a: 'b\u0000' }] }), false)
  assert.equal(isCleanData({ 'a\ud83e': 1 }), false)
  assert.equal(isCleanData(JSON.parse(`${'['.repeat(30_000)}${']'.repeat(30_000)}`)), false)
})
