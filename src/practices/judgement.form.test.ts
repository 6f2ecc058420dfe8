import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Criterion } from './criterion.ts'
import { LONGEST_SENTENCE, typedOfWords, wordsFrom } from './judgement.form.ts'

const criterion = (slug: string): Criterion => ({
  id: `id-${slug}`,
  slug,
  position: 1,
  name: slug,
  weight: 'must',
  hard: false,
  explanation: '',
  example: '',
  evidence: '',
})
const criteria = [criterion('jaar'), criterion('plan')]

test('half a judgement may be saved, a whole one is asked for at the end', () => {
  const half = { 'oordeel-jaar': 'voldoet' }
  assert.deepEqual(wordsFrom(criteria, half, { complete: false }), {
    words: [{ criterion: 'id-jaar', verdict: 'meets', sentence: '' }],
    errors: [],
  })
  assert.deepEqual(
    wordsFrom(criteria, half, { complete: true }).errors.map(({ field }) => field),
    ['zin-jaar', 'oordeel-plan'],
  )
})

test('a sentence is never dropped in silence', () => {
  for (const complete of [true, false]) {
    const { errors } = wordsFrom([criterion('jaar')], { 'zin-jaar': 'Sinds 2019.' }, { complete })
    assert.deepEqual(
      errors.map(({ field }) => field),
      ['oordeel-jaar'],
    )
  }
  const long = { 'oordeel-jaar': 'niet', 'zin-jaar': 'x'.repeat(LONGEST_SENTENCE + 1) }
  assert.equal(wordsFrom([criterion('jaar')], long, { complete: false }).errors[0]?.field, 'zin-jaar')
})

test('what was saved comes back as it was typed', () => {
  const typed = { 'oordeel-jaar': 'niet', 'zin-jaar': 'a', 'oordeel-plan': 'deels', 'zin-plan': 'b' }
  assert.deepEqual(typedOfWords(criteria, wordsFrom(criteria, typed, { complete: true }).words), typed)
  assert.deepEqual(wordsFrom(criteria, { 'oordeel-jaar': 'zomaar' }, { complete: false }).words, [])
})
