import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type Choice, capital, counts, type Entry, narrow } from './catalogue.ts'

const entry = (slug: string, more: Partial<Entry> = {}): Entry => ({
  slug,
  item: slug,
  url: `/kenmerken/${slug}`,
  framework: 'new',
  edition: '2013',
  editionTitle: 'New',
  status: 'current',
  code: 'K',
  name: slug,
  plainLine: '',
  subject: 'professional',
  audience: ['professional'],
  themes: [],
  lenses: {
    klantgerichtheid: 'x',
    effectiviteit: '',
    doelmatigheid: 'x',
    duurzaamheid: 'x',
  },
  ...more,
})
const all: Choice = {
  text: '',
  subject: undefined,
  audience: undefined,
  theme: undefined,
  lens: undefined,
  edition: undefined,
  current: false,
}
const entries = [
  entry('a', { themes: ['buurt'] }),
  entry('b', {
    subject: 'dienst',
    audience: ['professional', 'gemeente'],
    themes: ['buurt', 'wonen'],
  }),
  entry('c', {
    framework: 'old',
    edition: '2010',
    status: 'replaced',
    lenses: {
      klantgerichtheid: '',
      effectiviteit: 'y',
      doelmatigheid: '',
      duurzaamheid: '',
    },
  }),
]

test('a choice narrows the list', () => {
  const cases: [string, Partial<Choice>, string[] | null, string[]][] = [
    ['nothing chosen', {}, null, ['a', 'b', 'c']],
    ['only what holds now', { current: true }, null, ['a', 'b']],
    ['subject', { subject: 'dienst' }, null, ['b']],
    ['audience', { audience: 'gemeente' }, null, ['b']],
    ['theme', { theme: 'buurt' }, null, ['a', 'b']],
    ['lens', { lens: 'effectiviteit' }, null, ['c']],
    ['edition', { edition: 'old/2010' }, null, ['c']],
    ['two at once', { theme: 'buurt', subject: 'professional' }, null, ['a']],
    ['contradiction', { edition: 'old/2010', current: true }, null, []],
    ['words, best first', {}, ['c', 'a'], ['c', 'a']],
    ['words found nowhere', {}, [], []],
  ]
  for (const [name, choice, matches, expected] of cases)
    assert.deepEqual(
      narrow(entries, { ...all, ...choice }, matches).map(({ slug }) => slug),
      expected,
      name,
    )
})

test('a count says what choosing that value would leave', () => {
  const choice: Choice = {
    ...all,
    current: true,
    theme: 'buurt',
    subject: 'dienst',
  }
  const bySubject = counts(entries, choice, null, 'subject', ({ subject }) => [subject])
  assert.deepEqual(
    [...bySubject],
    [
      ['professional', 1],
      ['dienst', 1],
    ],
  )
  for (const [subject, count] of bySubject)
    assert.equal(narrow(entries, { ...choice, subject: subject as 'dienst' }, null).length, count)
  assert.deepEqual([...counts(entries, choice, null, 'current', ({ status }) => [status])], [['current', 1]])
})

test('a theme at the start of a line has its capital, without the accent', () => {
  for (const [words, expected] of [
    ['één plan', 'Eén plan'],
    ['e\u0301én plan', 'Eén plan'],
    ['buurt', 'Buurt'],
    ['', ''],
  ] as const)
    assert.equal(capital(words), expected)
})
