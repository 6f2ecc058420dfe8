import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readChoice } from './catalogue.form.ts'
import { choiceUrl } from './catalogue.page.tsx'
import { type Choice, counts, type Entry, narrow } from './catalogue.ts'

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
  status: 'all',
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
  entry('d', { edition: '2027', status: 'consultation' }),
]

test('a choice narrows the list', () => {
  const cases: [string, Partial<Choice>, string[] | null, string[]][] = [
    ['nothing chosen', {}, null, ['a', 'b', 'c', 'd']],
    ['only what holds now', { status: 'current' }, null, ['a', 'b']],
    ['only what was replaced', { status: 'replaced' }, null, ['c']],
    ['only what people are consulted on', { status: 'consultation' }, null, ['d']],
    ['subject', { subject: 'dienst' }, null, ['b']],
    ['audience', { audience: 'gemeente' }, null, ['b']],
    ['theme', { theme: 'buurt' }, null, ['a', 'b']],
    ['lens', { lens: 'effectiviteit' }, null, ['c']],
    ['edition', { edition: 'old/2010' }, null, ['c']],
    ['two at once', { theme: 'buurt', subject: 'professional' }, null, ['a']],
    ['contradiction', { edition: 'old/2010', status: 'current' }, null, []],
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

test('the status in an address; what was asked before there was one still works', () => {
  const cases: [Record<string, string>, Choice['status'], string][] = [
    [{}, 'current', '/kenmerken'],
    [{ status: '' }, 'current', '/kenmerken'],
    [{ status: 'geldt' }, 'current', '/kenmerken'],
    [{ status: 'consultatie' }, 'consultation', '/kenmerken?status=consultatie'],
    [{ status: 'vervangen' }, 'replaced', '/kenmerken?status=vervangen'],
    [{ status: 'alles' }, 'all', '/kenmerken?status=alles'],
    [{ status: 'concept' }, 'current', '/kenmerken'],
    [{ geldt: 'alles' }, 'all', '/kenmerken?status=alles'],
    [{ geldt: 'alles', status: 'geldt' }, 'current', '/kenmerken'],
  ]
  for (const [query, status, url] of cases) {
    assert.equal(readChoice(query).status, status, JSON.stringify(query))
    assert.equal(choiceUrl(readChoice(query)), url)
  }
})

test('a count says what choosing that value would leave', () => {
  const choice: Choice = {
    ...all,
    status: 'current',
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
  assert.deepEqual([...counts(entries, choice, null, 'status', ({ status }) => [status])], [['current', 1]])
})
