import assert from 'node:assert/strict'
import { test } from 'node:test'
import { keepIds, type PassageDraft, type Typed, typedPassages, typedText } from './passage.ts'

const quote = '4f3a2b1c-0000-4000-8000-000000000001'
const text = (id: string, words: string): PassageDraft => ({ id, text: words })
const before: PassageDraft[] = [text('a', 'Een.'), text('b', 'Twee.'), { id: 'q', quote }, text('c', 'Drie.')]

function ids(typed: Typed[], known: PassageDraft[] = before): string {
  let next = 0
  const kept = keepIds(typed, known, () => `n${++next}`)
  return kept.map(({ id }) => id).join(' ')
}

const words = (...all: string[]): Typed[] => all.map((one) => (one === 'quote' ? { quote } : { text: one }))

const cases: [name: string, typed: Typed[], ids: string][] = [
  ['nothing changed', words('Een.', 'Twee.', 'quote', 'Drie.'), 'a b q c'],
  ['one was rewritten', words('Een.', 'Twee, beter.', 'quote', 'Drie.'), 'a b q c'],
  ['one was set in front', words('Nul.', 'Een.', 'Twee.', 'quote', 'Drie.'), 'n1 a b q c'],
  ['one in front and the last rewritten', words('Nul.', 'Een.', 'Twee.', 'quote', 'Drie, anders.'), 'n1 a b q c'],
  ['one went', words('Een.', 'quote', 'Drie.'), 'a q c'],
  ['two changed places', words('Twee.', 'Een.', 'quote', 'Drie.'), 'b a q c'],
  ['the quote moved', words('quote', 'Een.', 'Twee.', 'Drie.'), 'q a b c'],
  ['the quote went and its place was filled', words('Een.', 'Twee.', 'Nieuw.', 'Drie.'), 'a b n1 c'],
  ['all went', [], ''],
  ['two were rewritten', words('Een!', 'Twee!', 'quote', 'Drie.'), 'a b q c'],
]

for (const [name, typed, expected] of cases)
  test(`passages keep their ids: ${name}`, () => {
    assert.equal(ids(typed), expected)
  })

test('the same words twice get an id each', () => {
  assert.equal(ids(words('Een.', 'Een.'), [text('a', 'Een.')]), 'a n1')
})

test('what was typed is read back as it was written', () => {
  const known = [text('a', 'Een\nregel.'), { id: 'q', quote }, text('b', '- punt\n- punt')]
  const { typed, strange } = typedPassages(typedText(known), [quote])
  assert.deepEqual(typed, [{ text: 'Een\nregel.' }, { quote }, { text: '- punt\n- punt' }])
  assert.deepEqual(strange, [])
})

test('a mark without blank lines is still a quote; one that is not ours is named', () => {
  const { typed, strange } = typedPassages('Een.\n[citaat 4f3a2b1c]\nTwee.\n\n[citaat 00000000]', [quote])
  assert.deepEqual(typed, [{ text: 'Een.' }, { quote }, { text: 'Twee.' }])
  assert.deepEqual(strange, ['[citaat 00000000]'])
})
