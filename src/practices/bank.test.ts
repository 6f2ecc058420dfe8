import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readChoice } from './bank.form.ts'
import { type BankChoice, bankUrl, chosenWords, optionsOf } from './bank.ts'
import { holding } from './recognition.ts'

const words = { themes: new Map([['samen', 'Samen leven']]), fields: new Map() }
const choice = (of: Partial<BankChoice>): BankChoice => ({ text: '', chosen: {}, order: 'newest', page: 1, ...of })
const queries = (address: string) => {
  const query = new URL(address, 'http://site').searchParams
  return Object.fromEntries([...query.keys()].map((name) => [name, query.getAll(name)]))
}

const addresses: [string, BankChoice, string][] = [
  ['nothing chosen', choice({}), '/praktijken'],
  ['values of one facet', choice({ chosen: { theme: ['a', 'b'] } }), '/praktijken?thema=a&thema=b'],
  [
    'our words become Dutch',
    choice({ chosen: { standing: ['stopped'], kind: ['care'] } }),
    '/praktijken?loopt=gestopt&soort=zorg',
  ],
  ['words by relevance', choice({ text: 'eten', order: 'relevance', page: 3 }), '/praktijken?zoek=eten&pagina=3'],
  ['words, newest first', choice({ text: 'eten' }), '/praktijken?zoek=eten&orde=nieuw'],
]
for (const [name, wanted, address] of addresses)
  test(`an address says the choice, and is read back: ${name}`, () => {
    assert.equal(bankUrl(wanted), address)
    assert.deepEqual(readChoice(queries(address)), wanted)
  })

const mistyped: [string, BankChoice][] = [
  ['/praktijken?loopt=misschien&soort=&gemeente=nergens&pagina=-3&orde=x', choice({})],
  ['/praktijken?gemeente=den+haag&gemeente=GM0518', choice({ chosen: { gemeente: ['GM0518'] } })],
  [`/praktijken?zoek=${'a'.repeat(300)}`, choice({ text: 'a'.repeat(200), order: 'relevance' })],
]
for (const [address, expected] of mistyped)
  test(`an old or mistyped address: ${address.slice(0, 60)}`, () =>
    assert.deepEqual(readChoice(queries(address)), expected))

test('words that can be taken away, each with the choice without it', () => {
  const now = choice({ text: 'eten', order: 'relevance', page: 2, chosen: { theme: ['samen'], year: ['2009'] } })
  assert.deepEqual(
    chosenWords(now, words).map(({ word, without }) => [word, bankUrl(without)]),
    [
      ['“eten”', '/praktijken?thema=samen&jaar=2009'],
      ['Samen leven', '/praktijken?zoek=eten&jaar=2009'],
      ['2009', '/praktijken?zoek=eten&thema=samen'],
    ],
  )
})

test('options: chosen ones stay, also when they would leave nothing; in an order people expect', () => {
  const counts = new Map([
    ['2009', 3],
    ['2026', 1],
  ])
  const options = optionsOf('year', counts, ['2012'], words)
  assert.deepEqual(
    options.map(({ value, count, chosen }) => [value, count, chosen]),
    [
      ['2026', 1, false],
      ['2012', 0, true],
      ['2009', 3, false],
    ],
  )
  const places = optionsOf(
    'gemeente',
    new Map([
      ['GM0518', 1],
      ['GM0014', 1],
      ['GM0034', 1],
    ]),
    [],
    words,
  )
  assert.deepEqual(
    places.map(({ value }) => value),
    ['GM0034', 'GM0518', 'GM0014'],
    "'s-Gravenhage stands under the G",
  )
})

test('recognitions hold from their first day up to and including their last', () => {
  const one = {
    id: 'a',
    kind: 'Effectief',
    givenBy: 'panel',
    givenOn: '2025-01-01',
    validUntil: '2025-12-31',
    source: 'x',
  }
  const held = (today: string, validUntil: string | null = one.validUntil) =>
    holding([{ ...one, validUntil }], today).length
  assert.deepEqual(
    [held('2024-12-31'), held('2025-01-01'), held('2025-12-31'), held('2026-01-01'), held('2040-01-01', null)],
    [0, 1, 1, 0, 1],
  )
})
