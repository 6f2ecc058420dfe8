import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Call } from './call.ts'
import { EMPTY_BODIES, mayWrite, type Nomination, type Submission } from './nomination.ts'
import { type Events, nominationStanding } from './status.ts'

const call: Call = {
  id: 'c',
  slug: '2026',
  year: 2026,
  title: 'Oproep 2026',
  intro: '',
  contact: 'Bel de redactie.',
  opensOn: '2026-09-01',
  closesOn: '2026-12-01',
  criteria: 'proef',
  vocabulary: 'proef',
  source: '',
  fictional: true,
  item: null,
  version: 1,
  publishedAt: new Date('2026-08-01'),
}
const sent = (id: string, day: string, number = 1): Submission => ({
  id,
  number,
  receipt: id,
  body: { sections: EMPTY_BODIES, attachments: [] },
  submittedAt: new Date(`${day}T12:00:00Z`),
})
const nomination = (
  submissions: Submission[],
  withdrawnAt: Date | null = null,
): Pick<Nomination, 'id' | 'call' | 'submissions' | 'withdrawnAt'> => ({
  id: 'n',
  call,
  submissions,
  withdrawnAt,
})
const nothing: Events = {
  checks: [],
  readDueOn: null,
  allRead: false,
  decision: null,
  disagreement: null,
  practice: null,
}
const check = (submission: string, outcome: 'passed' | 'asked', day = '2026-11-10') => ({
  submission,
  outcome,
  question: 'Wat dan?',
  checkedAt: new Date(`${day}T12:00:00Z`),
})
const chosen = { outcome: 'chosen' as const, decidedAt: new Date('2026-12-20T12:00:00Z') }
const made = { slug: 'soepfiets', published: false, talkAt: null, offered: false }
const one = [sent('s1', '2026-11-01')]

const table: [what: string, Parameters<typeof nominationStanding>, step: number, said: RegExp][] = [
  ['not sent, open', [nomination([]), nothing, '2026-11-01'], 0, /Versturen kan tot en met 1 december 2026/],
  ['not sent, closed', [nomination([]), nothing, '2026-12-02'], 0, /Een jaar na de sluiting wissen we hem/],
  ['withdrawn', [nomination(one, new Date()), nothing, '2026-11-02'], 0, /Ingetrokken/],
  ['sent', [nomination(one), nothing, '2026-11-02'], 2, /adviseur.*uiterlijk 15 november 2026/i],
  ['sent, and we are late', [nomination(one), nothing, '2026-11-20'], 2, /Het duurt langer.*Bel de redactie/],
  ['asked', [nomination(one), { ...nothing, checks: [check('s1', 'asked')] }, '2026-11-11'], 2, /Jullie zelf/],
  [
    'asked and sent again',
    [nomination([...one, sent('s2', '2026-11-12', 2)]), { ...nothing, checks: [check('s1', 'asked')] }, '2026-11-13'],
    2,
    /uiterlijk 26 november 2026/,
  ],
  [
    'passed',
    [nomination(one), { ...nothing, checks: [check('s1', 'passed')] }, '2026-11-11'],
    3,
    /Twee meelezers.*22 december 2026/,
  ],
  [
    'all read',
    [
      nomination(one),
      { ...nothing, checks: [check('s1', 'passed')], readDueOn: '2026-12-01', allRead: true },
      '2026-12-02',
    ],
    4,
    /adviseur neemt een besluit.*15 december 2026/i,
  ],
  [
    'not chosen',
    [nomination(one), { ...nothing, decision: { ...chosen, outcome: 'not chosen' } }, '2026-12-21'],
    4,
    /waarom, en een advies/,
  ],
  [
    'not chosen, said otherwise',
    [
      nomination(one),
      {
        ...nothing,
        decision: { ...chosen, outcome: 'not chosen' },
        disagreement: { saidAt: new Date('2026-12-22T12:00:00Z'), answeredAt: null },
      },
      '2026-12-23',
    ],
    4,
    /lezen je reactie.*5 januari 2027/,
  ],
  ['chosen', [nomination(one), { ...nothing, decision: chosen, practice: made }, '2026-12-21'], 5, /10 januari 2027/],
  [
    'talk planned',
    [
      nomination(one),
      { ...nothing, decision: chosen, practice: { ...made, talkAt: new Date('2027-01-15T09:00:00Z') } },
      '2027-01-02',
    ],
    5,
    /eerste gesprek is op 15 januari 2027/,
  ],
  [
    'talked',
    [
      nomination(one),
      { ...nothing, decision: chosen, practice: { ...made, talkAt: new Date('2027-01-15T09:00:00Z') } },
      '2027-01-16',
    ],
    6,
    /schrijven de beschrijving.*12 maart 2027/,
  ],
  [
    'offered',
    [nomination(one), { ...nothing, decision: chosen, practice: { ...made, offered: true } }, '2027-03-01'],
    6,
    /ligt bij jullie/,
  ],
  [
    'published',
    [nomination(one), { ...nothing, decision: chosen, practice: { ...made, published: true } }, '2027-04-01'],
    7,
    /staat online/,
  ],
  [
    'published, a new version to read',
    [
      nomination(one),
      { ...nothing, decision: chosen, practice: { ...made, published: true, offered: true } },
      '2027-04-01',
    ],
    6,
    /nieuwe versie bij jullie/,
  ],
]
for (const [what, args, step, said] of table)
  test(`standing: ${what}`, () => {
    const standing = nominationStanding(...args)
    assert.equal(standing.step, step)
    assert.match([standing.title, standing.next, standing.who, standing.when].join(' '), said)
  })

const writing: [what: string, Parameters<typeof mayWrite>, may: boolean][] = [
  ['open, not sent', [nomination([]), [], '2026-11-01'], true],
  ['on the last day', [nomination([]), [], '2026-12-01'], true],
  ['closed, not sent', [nomination([]), [], '2026-12-02'], false],
  ['sent', [nomination(one), [], '2026-11-02'], false],
  ['asked, after the closing', [nomination(one), [check('s1', 'asked')], '2026-12-10'], true],
  ['answered', [nomination([...one, sent('s2', '2026-12-10', 2)]), [check('s1', 'asked')], '2026-12-10'], false],
  ['withdrawn', [nomination([], new Date()), [], '2026-11-02'], false],
]
for (const [what, args, may] of writing) test(`writing: ${what}`, () => assert.equal(mayWrite(...args), may))
