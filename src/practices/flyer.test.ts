import assert from 'node:assert/strict'
import { test } from 'node:test'
import { emptySections } from './description.ts'
import { flyerPlain, qrPath } from './flyer.document.ts'
import {
  changedFacts,
  emptyLine,
  FLYER_GUIDE,
  FLYER_LINES,
  type FlyerLine,
  flyerFacts,
  flyerFaults,
  lineFromUrl,
  lineState,
  suggestion,
  tie,
  WRITTEN_LINES,
} from './flyer.ts'
import type { PassageDraft } from './passage.ts'
import { sentences } from './writing-help.ts'

const practice = { organisation: 'Welzijn De Vlier', startedOn: '2021-03-01', slug: 'de-soepronde' }

function sectionsWith(approach: string[], more: Partial<Record<string, string>> = {}) {
  const sections = emptySections<PassageDraft>()
  sections.approach = approach.map((text, index) => ({ id: `p${index + 1}`, text }))
  sections.summary = [{ id: 's1', text: more.summary ?? 'Buren koken. Ze brengen soep.' }]
  return sections
}

const facts = flyerFacts(practice, 'Groningen', sectionsWith(['Eerst bellen.', 'Dan koken.']))
const line = (name: FlyerLine['name'], more: Partial<FlyerLine> = {}): FlyerLine => ({
  ...emptyLine(name),
  text: name === 'quote' ? '' : 'Een regel.',
  facts: tie(['a-p1'], facts),
  version: 1,
  ...more,
})

test('a flyer may rest on four facts of the practice and on every passage', () => {
  assert.deepEqual(
    facts.map(({ id }) => id),
    ['organisatie', 'plaats', 'begin', 'contact', 'a-s1', 'a-p1', 'a-p2'],
  )
})

const moved = flyerFacts(
  { ...practice, startedOn: '2022-01-01' },
  'Assen',
  sectionsWith(['Eerst schrijven.', 'Dan koken.']),
)
const states: [name: string, tied: string[], state: 'fits' | 'amber'][] = [
  ['a passage that was rewritten', ['a-p1'], 'amber'],
  ['a passage that stayed', ['a-p2'], 'fits'],
  ['a start date that was mended', ['begin'], 'amber'],
  ['a place that changed', ['plaats'], 'amber'],
  ['an organisation that stayed', ['organisatie', 'contact'], 'fits'],
  ['one of two', ['a-p2', 'a-p1'], 'amber'],
]

for (const [name, tied, state] of states)
  test(`a line that rests on ${name}`, () => {
    assert.equal(lineState(line('doing', { facts: tie(tied, facts) }), facts, []), 'fits')
    assert.equal(lineState(line('doing', { facts: tie(tied, facts) }), moved, []), state)
  })

test('a passage that went turns the line amber; saying that it still holds ties it to what there is', () => {
  const fewer = flyerFacts(practice, 'Groningen', sectionsWith(['Eerst bellen.']))
  const before = line('doing', { facts: tie(['a-p2', 'begin'], facts) })
  assert.deepEqual(changedFacts(before, fewer), [{ id: 'a-p2', now: undefined }])
  const after = {
    ...before,
    facts: tie(
      before.facts.map(({ fact }) => fact),
      fewer,
    ),
  }
  assert.equal(lineState(after, fewer, []), 'fits')
})

test('a flyer is published only when every line is written and fits', () => {
  const lines = FLYER_LINES.map((name) => line(name))
  assert.deepEqual(flyerFaults({ lines, facts, quotes: [], described: true }), [])
  assert.match(flyerFaults({ lines, facts, quotes: [], described: false }).join(), /beschrijving/)
  assert.match(flyerFaults({ lines, facts: moved, quotes: [], described: true }).join(), /nog klopt/)
  assert.match(flyerFaults({ lines: lines.slice(1), facts, quotes: [], described: true }).join(), /“Kop” is nog leeg/)
})

test('a rough start takes whole sentences that fit, and says what it rests on', () => {
  const sections = sectionsWith([
    `Eerst bellen. ${'Heel veel woorden achter elkaar. '.repeat(20)}`,
    'Dan koken. Dan eten.',
  ])
  for (const name of WRITTEN_LINES) {
    const { text, facts: rests } = suggestion(name, sections, sentences)
    assert.ok(text.length <= FLYER_GUIDE[name].most, name)
    assert.equal(text === '', rests.filter((fact) => fact !== 'contact').length === 0, name)
  }
  assert.deepEqual(suggestion('doing', sections, sentences), { text: 'Dan koken. Dan eten.', facts: ['a-p2'] })
  assert.deepEqual(suggestion('headline', sections, sentences), { text: 'Buren koken.', facts: ['a-s1'] })
})

test('every line has an address of its own', () => {
  for (const name of FLYER_LINES) assert.equal(lineFromUrl(FLYER_GUIDE[name].place), name)
  assert.equal(lineFromUrl('beeld'), undefined)
})

test('a QR code is drawn as runs inside its own field', () => {
  const { size, path } = qrPath('https://verankerd.example/praktijken/de-soepronde')
  assert.ok(size >= 21)
  for (const [, x, y, wide] of path.matchAll(/M(\d+) (\d+)h(\d+)v1h-\d+z/g)) {
    assert.ok(Number(x) + Number(wide) <= size)
    assert.ok(Number(y) < size)
  }
})

test('plain text: all lines, and a quote only while it stands', () => {
  const body = {
    title: 'De Soepronde',
    organisation: 'Welzijn De Vlier',
    place: 'Groningen',
    startedOn: '2021-03-01',
    lines: { headline: 'Soep op de stoep', scene: 'Het regent.', doing: 'Koken.', bringing: 'Buren.', start: 'Bel.' },
    quote: { utterance: 'u1', hash: 'h', item: 'i' },
    picture: { drawing: 'tafel' as const, alt: 'Een tafel.', credit: '' },
    description: 1,
  }
  const told = (words: string | null) =>
    flyerPlain({
      practice: { slug: 'de-soepronde', fictional: true },
      flyer: { body, quotes: new Map([['u1', words]]), publishedAt: new Date('2026-11-22') },
      stopped: true,
      baseUrl: 'https://verankerd.example',
    })
  assert.match(told('Fijn.'), /“Fijn.”/)
  assert.match(told('Fijn.'), /verzonnen voorbeeld[\s\S]*gestopt[\s\S]*Wat ze doen[\s\S]*Zelf beginnen\?/)
  assert.doesNotMatch(told(null), /“/)
})
