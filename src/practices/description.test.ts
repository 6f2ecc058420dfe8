import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Passage } from './description.ts'
import {
  descriptionFingerprint,
  descriptionPlain,
  descriptionStep,
  emptySections,
  offerFaults,
  publicationFaults,
  type SectionDrafts,
  wordCount,
} from './description.ts'
import type { PassageDraft } from './passage.ts'
import type { ShownFacts } from './practice.ts'
import type { Quote } from './quote.ts'

const at = new Date('2026-11-22T10:00:00Z')
const practice: ShownFacts = {
  title: 'De Soepronde',
  line: 'Buren brengen soep.',
  organisation: 'Welzijn De Vlier',
  organisationKind: 'welfare',
  gemeente: 'GM0014',
  startedOn: '2024-03-01',
  theme: 't1',
  fields: ['begeleiding'],
  people: ['ouderen'],
}

const quote = (more: Partial<Quote> = {}): Quote => ({
  id: 'q1',
  practice: 'p',
  speaker: 's',
  section: 'experiences',
  position: 1,
  version: 1,
  utterance: { id: 'u1', text: 'Nu zit ik op donderdag klaar.', hash: 'hash-1' },
  attribution: { id: 'u2', text: 'vrijwilliger', hash: 'hash-2' },
  form: 'function',
  agreedAt: at,
  withdrawn: false,
  item: null,
  proposedAt: at,
  ...more,
})

function written(more: Partial<Record<keyof SectionDrafts, PassageDraft[]>> = {}): SectionDrafts {
  const sections = emptySections<PassageDraft>()
  for (const section of ['summary', 'people', 'goal', 'approach'] as const)
    sections[section] = [{ id: section, text: `Over ${section}.` }]
  return { ...sections, ...more }
}

const counts: [text: string, count: number][] = [
  ['Een twee drie.', 3],
  ['**Zo’n** half-uur: 14.000 euro', 5],
  ['', 0],
  ['- een\n- [twee drie](https://a.nl)', 3],
]

for (const [text, count] of counts)
  test(`${count} words: ${text}`, () => {
    assert.equal(wordCount(text), count)
  })

test('it may be offered once the four sections say something and the summary fits', () => {
  assert.deepEqual(offerFaults(written(), []), [])
  assert.match(offerFaults(written({ goal: [] }), []).join(), /“Wat ze willen bereiken” is nog leeg/)
  const long = [{ id: 's', text: 'woord '.repeat(601) }]
  assert.match(offerFaults(written({ summary: long }), []).join(), /601 woorden/)
  assert.deepEqual(offerFaults(written({ summary: [{ id: 's', text: 'woord '.repeat(600) }] }), []), [])
})

test('a quote written out by hand stops it; what someone does may stand in any text', () => {
  const spelt = written({ goal: [{ id: 'g', text: 'Iemand zei: nu zit ik op donderdag klaar.' }] })
  assert.match(offerFaults(spelt, [quote()]).join(), /uitgeschreven/)
  const helper = written({ goal: [{ id: 'g', text: 'Een vrijwilliger belt aan.' }] })
  assert.deepEqual(offerFaults(helper, [quote()]), [])
  const named = quote({ form: 'name', attribution: { id: 'u2', text: 'Amina de Vries', hash: 'x' } })
  const naming = written({ goal: [{ id: 'g', text: 'Amina de Vries belt aan.' }] })
  assert.match(offerFaults(naming, [named]).join(), /uitgeschreven/)
})

test('an agreement holds for exactly that text', () => {
  const sections = written({ experiences: [{ id: 'e', quote: 'q1' }] })
  const mark = (all: SectionDrafts, quotes: Quote[], head = practice, improved = '') =>
    descriptionFingerprint(head, { sections: all, improved }, quotes)
  const agreed = mark(sections, [quote()])
  assert.equal(mark(sections, [quote()]), agreed)
  assert.notEqual(mark({ ...sections, goal: [{ id: 'goal', text: 'Over goals.' }] }, [quote()]), agreed)
  assert.notEqual(mark(sections, [quote()], { ...practice, line: 'Buren brengen taart.' }), agreed)
  assert.notEqual(mark(sections, [quote()], practice, 'De winter staat erin.'), agreed)
  const others: Partial<ShownFacts>[] = [
    { title: 'De Taartronde' },
    { organisation: 'Welzijn De Eik' },
    { organisationKind: 'care' },
    { gemeente: 'GM0363' },
    { startedOn: '2024-03-02' },
    { theme: null },
    { fields: [] },
    { people: [] },
  ]
  for (const other of others)
    assert.notEqual(mark(sections, [quote()], { ...practice, ...other }), agreed, JSON.stringify(other))
  assert.notEqual(mark(sections, [quote({ utterance: { id: 'u3', text: 'Anders.', hash: 'hash-3' } })]), agreed)
  // Read for the first time only when its speaker agreed; taking it back asks nothing of the organisation.
  assert.notEqual(mark(sections, [quote({ form: null })]), agreed)
  const gone = quote({ withdrawn: true, utterance: { id: 'u1', text: null, hash: 'hash-1' } })
  assert.equal(mark(sections, [gone]), agreed)
})

const steps: [step: ReturnType<typeof descriptionStep>, version: Parameters<typeof descriptionStep>[0]][] = [
  ['writing', { fingerprint: 'a', offer: undefined, publishedAt: null }],
  ['offered', { fingerprint: 'a', offer: { fingerprint: 'a', agreedAt: null }, publishedAt: null }],
  ['changed', { fingerprint: 'b', offer: { fingerprint: 'a', agreedAt: null }, publishedAt: null }],
  ['changed', { fingerprint: 'b', offer: { fingerprint: 'a', agreedAt: at }, publishedAt: null }],
  ['agreed', { fingerprint: 'a', offer: { fingerprint: 'a', agreedAt: at }, publishedAt: null }],
  ['published', { fingerprint: 'b', offer: { fingerprint: 'a', agreedAt: at }, publishedAt: at }],
]

for (const [step, version] of steps)
  test(`step ${step}: ${JSON.stringify(version).slice(0, 80)}`, () => {
    assert.equal(descriptionStep(version), step)
  })

test('nothing is published without agreement of the organisation and of every speaker', () => {
  const sections = written({ experiences: [{ id: 'e', quote: 'q1' }] })
  const version = { number: 1, improved: '', step: 'agreed' as const, sections, quotes: [quote()] }
  assert.deepEqual(publicationFaults(version), [])
  assert.match(publicationFaults({ ...version, step: 'writing' }).join(), /ter lezing/)
  assert.match(publicationFaults({ ...version, step: 'offered' }).join(), /akkoord/)
  assert.match(publicationFaults({ ...version, step: 'changed' }).join(), /veranderd/)
  assert.match(publicationFaults({ ...version, quotes: [quote({ form: null })] }).join(), /één citaat/)
  const gone = quote({ withdrawn: true, utterance: { id: 'u1', text: null, hash: 'hash-1' } })
  assert.deepEqual(publicationFaults({ ...version, quotes: [gone] }), [])
  assert.match(publicationFaults({ ...version, number: 2 }).join(), /verbeterd/)
  assert.deepEqual(publicationFaults({ ...version, number: 2, improved: 'De cijfers zijn nieuw.' }), [])
  const spelled = `Nu ook: ${quote().utterance.text}`
  assert.match(publicationFaults({ ...version, number: 2, improved: spelled }).join(), /uitgeschreven/)
})

test('plain text holds headings, words and quotes; what was taken back is gone', () => {
  const sections = emptySections<Passage>()
  sections.goal = [{ id: 'g', text: 'Dat **niemand** alleen zit.' }]
  const reference = { utterance: 'u1', hash: 'h', attribution: { id: 'u2', hash: 'h' }, item: 'i' }
  sections.experiences = [{ id: 'e', quote: reference }]
  const spoken = new Map([
    ['u1', 'Fijn.'],
    ['u2', 'Bep'],
  ])
  assert.equal(
    descriptionPlain({ description: { sections }, quotes: spoken }),
    'Wat ze willen bereiken\n\nDat niemand alleen zit.\n\nErvaringen en onderzoek\n\n“Fijn.” (Bep)',
  )
  assert.equal(
    descriptionPlain({ description: { sections }, quotes: new Map() }),
    'Wat ze willen bereiken\n\nDat niemand alleen zit.',
  )
})
