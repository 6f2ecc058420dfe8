import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type LackContext, lacksOf, startWarning } from './lack.ts'
import { EMPTY_BODIES, type NominationBodies } from './nomination.ts'
import { wholeBodies } from './practices.fixture.ts'

const context: LackContext = {
  themes: [{ slug: 'eenzaamheid' }],
  fields: [{ slug: 'begeleiding' }],
  today: '2026-11-23',
}

test('nothing lacks in a whole nomination, and all that is asked lacks in an empty one', () => {
  assert.deepEqual(lacksOf(wholeBodies, context), [])
  const fields = lacksOf(EMPTY_BODIES, context).map(({ section, field }) => `${section}.${field}`)
  assert.equal(fields.length, 20)
  assert.ok(lacksOf(EMPTY_BODIES, context).every(({ empty }) => empty))
})

const { organisation, start, people, theme } = wholeBodies
const faults: [what: string, change: Partial<NominationBodies>, field: string, empty: boolean][] = [
  ['a mail address without a place', { organisation: { ...organisation, mail: 'ingrid@' } }, 'mail', false],
  ['no mail address', { organisation: { ...organisation, mail: '' } }, 'mail', true],
  ['a gemeente we do not know', { organisation: { ...organisation, gemeente: 'Nergenshuizen' } }, 'gemeente', false],
  ['half a phone number', { organisation: { ...organisation, phone: '0612' } }, 'telefoon', false],
  ['a website that is none', { organisation: { ...organisation, website: 'javascript:alert(1)' } }, 'website', false],
  ['a date that is none', { start: { ...start, startedOn: 'vorig jaar' } }, 'begonnen', false],
  ['a date to come', { start: { ...start, startedOn: '2026-11-24' } }, 'begonnen', false],
  ['a theme of another call', { theme: { ...theme, theme: 'wonen' } }, 'thema', true],
  ['a field of another list', { fields: { fields: ['veld-9'], why: '' } }, 'velden[]', true],
  [
    'a field of this list and one that is none',
    { fields: { fields: ['begeleiding', 'x'], why: '' } },
    'velden[]',
    false,
  ],
  ['one person', { people: { people: people.people.slice(0, 1) } }, 'naam2', true],
  [
    'a person without a function',
    { people: { people: [...people.people, { name: 'Jo', function: '', client: false }] } },
    'functie3',
    false,
  ],
]
for (const [what, change, field, empty] of faults)
  test(`lack: ${what}`, () => {
    const lacks = lacksOf({ ...wholeBodies, ...change }, context)
    assert.deepEqual(
      lacks.map((lack) => [lack.field, lack.empty]),
      [[field, empty]],
    )
  })

const warnings: [start: NominationBodies['start'], words: RegExp | undefined][] = [
  [{ startedOn: '2025-12-01', phase: 'running' }, undefined],
  [
    { startedOn: '2026-04-01', phase: 'running' },
    /Op de sluitingsdag, 1 december 2026, loopt het 8 maanden\. We vragen een jaar\./,
  ],
  [{ startedOn: '2026-11-20', phase: 'running' }, /loopt het nog geen maand/],
  [{ startedOn: '2026-10-20', phase: 'running' }, /loopt het één maand/],
  [{ startedOn: '2020-01-01', phase: 'developing' }, /nog aan het ontwikkelen/],
  [{ startedOn: 'vorig jaar', phase: '' }, undefined],
]
for (const [body, words] of warnings)
  test(`start ${body.startedOn}, ${body.phase || 'no phase'}: ${words ?? 'no warning'}`, () => {
    const said = startWarning(body, '2026-12-01').join(' ')
    if (words) assert.match(said, words)
    else assert.equal(said, '')
  })
