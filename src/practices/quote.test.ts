import assert from 'node:assert/strict'
import { test } from 'node:test'
import {
  attributionFault,
  attributionOf,
  formOffered,
  isEasilyKnown,
  isPublishable,
  nameOffered,
  type Quote,
  type QuoteState,
  quoteState,
} from './quote.ts'

const said = (text: string | null) => ({ id: 'u', text, hash: 'h' })
const name = said('Amina, vrijwilliger')

test('nothing is published without agreement, and nothing that was taken back', () => {
  type Case = [string, Pick<Quote, 'withdrawn' | 'form' | 'utterance' | 'attribution'>, QuoteState, boolean]
  const cases: Case[] = [
    ['just proposed', { withdrawn: false, form: null, utterance: said('x'), attribution: null }, 'asked', false],
    ['agreed by name', { withdrawn: false, form: 'name', utterance: said('x'), attribution: name }, 'agreed', true],
    [
      'agreed without name',
      { withdrawn: false, form: 'anonymous', utterance: said('x'), attribution: null },
      'agreed',
      true,
    ],
    [
      'withdrawn',
      { withdrawn: true, form: 'name', utterance: said(null), attribution: said(null) },
      'withdrawn',
      false,
    ],
    [
      'words emptied elsewhere',
      { withdrawn: false, form: 'name', utterance: said(null), attribution: name },
      'withdrawn',
      false,
    ],
    [
      'name taken back',
      { withdrawn: false, form: 'name', utterance: said('x'), attribution: said(null) },
      'agreed',
      false,
    ],
  ]
  for (const [about, quote, state, publishable] of cases) {
    assert.equal(quoteState(quote), state, about)
    assert.equal(isPublishable(quote), publishable, about)
  }
})

test('a client is never named by default', () => {
  assert.equal(formOffered('client'), 'anonymous')
  for (const role of ['professional', 'volunteer', 'manager', 'other'] as const)
    assert.equal(formOffered(role), 'function')
  assert.deepEqual((['professional', 'client', 'volunteer', 'manager', 'other'] as const).filter(isEasilyKnown), [
    'client',
    'volunteer',
  ])
})

test('the full name is offered only to whoever speaks for their work', () => {
  assert.equal(nameOffered('client', 'Amina Yilmaz'), 'Amina')
  assert.equal(nameOffered('professional', 'Karel Vos'), 'Karel Vos')
})

test('what stands beside a quote follows the form', () => {
  const amina = { name: 'Amina', function: 'vrijwilliger' }
  assert.equal(attributionOf('name', amina), 'Amina, vrijwilliger')
  assert.equal(attributionOf('name', { ...amina, function: '' }), 'Amina')
  assert.equal(attributionOf('function', amina), 'vrijwilliger')
  assert.equal(attributionOf('anonymous', amina), null)
})

test('a form without words for it is asked for them', () => {
  for (const [form, who, field] of [
    ['name', { name: '', function: 'x' }, 'naam'],
    ['name', { name: 'Amina', function: '' }, undefined],
    ['function', { name: 'Amina', function: '' }, 'functie'],
    ['anonymous', { name: '', function: '' }, undefined],
  ] as const)
    assert.equal(attributionFault(form, who)?.field, field)
})
