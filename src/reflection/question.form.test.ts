import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { checkForm } from '../foundation/http/index.ts'
import { instrumentContent } from './instrument.form.ts'
import { sampleInstrument } from './instrument.sample.ts'
import { answersForm, plainlySent } from './question.form.ts'

const instrument = sampleInstrument()
const topic = instrument.topics[0]
const form = answersForm(instrument, topic)

test('a screen is read: figures, "past niet", a wish; what was skipped stays away', () => {
  const sent = checkForm(form, {
    'zin-ek1': '5',
    'zin-ek2': 'nvt',
    'wens-eigen-kracht-versterken': 'nu-niet',
    naar: 'terug',
  })
  assert.ok(sent.ok)
  assert.deepEqual(sent.value, {
    answers: { ek1: 5, ek2: 0 },
    wishes: { 'eigen-kracht-versterken': 'not now' },
    onward: 'terug',
  })
})

test('an empty screen is fine, and goes on', () => {
  const sent = checkForm(form, {})
  assert.ok(sent.ok)
  assert.deepEqual(sent.value, { answers: {}, wishes: {}, onward: 'verder' })
})

for (const [what, body] of [
  ['out of range', { 'zin-ek1': '6' }],
  ['zero', { 'zin-ek1': '0' }],
  ['no number', { 'zin-ek1': 'vaak' }],
  ['twice', { 'zin-ek1': ['1', '5'] }],
  ['a line of another screen', { 'zin-ov1': '3' }],
  ['a line nobody knows', { 'zin-zz9': '3' }],
  ['a strange wish', { 'wens-eigen-kracht-versterken': 'heel graag' }],
  ['a wish of another kenmerk', { 'wens-op-de-vraag-af': 'ja' }],
] as const)
  test(`refused with a sentence, all kept: ${what}`, () => {
    const sent = checkForm(form, { 'zin-ek3': '2', ...JSON.parse(JSON.stringify(body)) })
    assert.ok(!sent.ok)
    assert.equal(sent.errors.length, 1)
    assert.ok((sent.errors[0]?.message.length ?? 0) > 20)
    assert.equal(sent.typed['zin-ek3'], '2')
  })

test('whatever comes in, it is read or refused and never breaks', () => {
  const name = fc.oneof(
    fc.constantFrom('zin-ek1', 'zin-ek5', 'wens-eigen-kracht-versterken', 'naar', '__proto__'),
    fc.string(),
  )
  fc.assert(
    fc.property(fc.dictionary(name, fc.oneof(fc.string(), fc.array(fc.string()))), (body) => {
      const sent = checkForm(form, body)
      if (sent.ok) for (const value of Object.values(sent.value.answers)) assert.ok(value >= 0 && value <= 5)
      else assert.ok(sent.errors.every((error) => error.message.length > 0))
    }),
  )
})

test('the lines of the content keep to their own rules', () => {
  assert.equal(instrument.lines.length, 25)
  assert.equal(new Set(instrument.lines.map((line) => line.slug)).size, 25)
  for (const one of instrument.topics) assert.equal(one.lines.length, 5, one.title)
  for (const { text } of instrument.lines) {
    assert.match(text, /^Ik \p{Ll}/u)
    assert.ok(text.split(/\s+/).length <= 12, text)
    assert.doesNotMatch(text, /\b(altijd|stress|werkdruk|cliëntgericht)\b/i)
  }
  assert.throws(() => instrumentContent.parse({ slug: 'reflectie' }))
})

test('a form read plainly is read as the schema reads it; what is not plain is left to the schema', () => {
  const value = fc.constantFrom('1', '5', 'nvt', ' 3', '6', 'ja', 'nu-niet', 'constructor', '')
  const name = fc.constantFrom('zin-ek1', 'zin-ek2', 'zin-ov1', 'wens-eigen-kracht-versterken', 'naar', 'versie')
  fc.assert(
    fc.property(fc.dictionary(name, fc.oneof(value, fc.array(value)), { noNullPrototype: false }), (body) => {
      const [plainly, asked] = [plainlySent(instrument, body, topic), checkForm(form, body)]
      if (plainly) assert.deepEqual(asked.ok && asked.value, plainly)
    }),
  )
  const sent = { 'zin-ek1': '5', 'zin-ek2': 'nvt', 'wens-eigen-kracht-versterken': 'ja', naar: 'later', versie: 'x' }
  assert.deepEqual(plainlySent(instrument, sent), {
    answers: { ek1: 5, ek2: 0 },
    wishes: { 'eigen-kracht-versterken': 'yes' },
    onward: 'later',
  })
})
