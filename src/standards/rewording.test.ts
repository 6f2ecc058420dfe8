import assert from 'node:assert/strict'
import { test } from 'node:test'
import { rewordings } from './rewording.ts'
import type { StandardText } from './standard.ts'

const text: StandardText = {
  slug: 'binden',
  code: 'K3',
  name: 'Binden',
  plainLine: 'Je brengt mensen bij elkaar.',
  subject: 'professional',
  audience: ['professional'],
  themes: ['buurt'],
  perspectives: {
    inwoner: { line: 'Ik sta er niet alleen voor.', points: ['Ik kies zelf.', 'Ik geef ook.'] },
    professional: { line: 'Ik stap op tijd terug.', points: ['Ik vraag wie belangrijk is.'] },
    organisatie: { line: 'Wij maken ruimte.', points: ['Onze deuren staan open.'] },
  },
  lenses: { klantgerichtheid: 'a', effectiviteit: 'b', doelmatigheid: 'c', duurzaamheid: 'd' },
  howTo: ['Teken wie er is.', 'Vraag het na.'],
  measures: ['Mensen noemen iemand.'],
  connects: [{ vocabulary: 'wmo', term: 'samen', note: 'De wet noemt het.' }],
  competences: ['netwerken'],
  conversation: { opening: 'Denk aan één straat.', questions: ['Wie kent wie?'], closing: 'Kies er twee.' },
  resident: {
    title: 'Je staat er niet alleen voor',
    expect: ['Iemand kijkt mee.'],
    ask: ['Met wie?'],
    ifNot: 'Zeg het.',
  },
}

const named = (slug: string) => `competentie ${slug}`

test('a reader gets per part the lines that went and the lines that came', () => {
  const cases: [string, Partial<StandardText>, ReturnType<typeof rewordings>][] = [
    ['nothing changed', {}, []],
    ['another code is no other wording', { code: 'K4' }, []],
    [
      'one line, other words',
      { plainLine: 'Je verbindt.' },
      [{ label: 'In één zin', gone: ['Je brengt mensen bij elkaar.'], come: ['Je verbindt.'] }],
    ],
    [
      'a step that came',
      { howTo: [...text.howTo, 'Ga weg.'] },
      [{ label: 'Zo vul je het in', gone: [], come: ['Ga weg.'] }],
    ],
    [
      'a step that went',
      { howTo: ['Teken wie er is.'] },
      [{ label: 'Zo vul je het in', gone: ['Vraag het na.'], come: [] }],
    ],
    ['other order only', { howTo: [...text.howTo].reverse() }, []],
    [
      'a line twice is one more',
      { measures: ['Mensen noemen iemand.', 'Mensen noemen iemand.'] },
      [{ label: 'Zo merk je dat het lukt', gone: [], come: ['Mensen noemen iemand.'] }],
    ],
    ['an empty line says nothing', { themes: ['buurt', ''] }, []],
    [
      'a competence by its name',
      { competences: ['netwerken', 'zelfregie'] },
      [{ label: 'Wat je ervoor moet kunnen', gone: [], come: ['competentie zelfregie'] }],
    ],
  ]
  for (const [name, change, expected] of cases)
    assert.deepEqual(rewordings(text, { ...text, ...change }, named), expected, name)
})
