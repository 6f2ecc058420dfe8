import assert from 'node:assert/strict'
import { test } from 'node:test'
import { ACCORD } from './accord.ts'
import { roundOf } from './figures.sample.ts'
import { figures } from './figures.ts'
import { ROLES } from './olympiad.ts'
import { shownWords } from './report.statement.ts'
import { completeness, FEWEST_COUNTED, methodReport, type ReportFacts } from './report.ts'
import { DEFAULT_RULE } from './rule.ts'

const at = (day: number) => new Date(Date.UTC(2027, 2, day, 12))
const counted = figures(roundOf(70, 2))
const [first] = counted.statements

const facts = (more: Partial<ReportFacts> = {}): ReportFacts => ({
  olympiad: {
    ...{
      id: 'o',
      slug: 'voorjaar',
      year: 2027,
      title: 'Voorjaar',
      question: 'Wat is goede hulp?',
      intro: '',
      place: '',
    },
    ...{ startsOn: '2027-03-01', endsOn: '2027-06-01', mode: 'confidential', rule: DEFAULT_RULE, minimum: 5 },
    ...{ removalRule: '', funder: 'Gemeente Waterbroek', help: '', fictional: true, item: 'i', version: 1 },
    ...{ chairs: ['henk'], charterAt: at(1), finishedAt: at(20) },
  },
  charter: {
    ...{ olympiad: 'o', rule: DEFAULT_RULE, minimum: 5, mode: 'confidential', roles: [...ROLES], removalRule: '' },
    lockedAt: at(1),
  },
  roles: [...ROLES],
  chairs: 1,
  invited: { inwoner: 14, professional: FEWEST_COUNTED - 1, onderzoeker: FEWEST_COUNTED },
  recruited: [{ words: 'via de cliëntenraad', people: 14 }],
  interests: 2,
  practices: ['De soeptafel'],
  groups: ['Werkgroep'],
  marks: 24,
  factors: 8,
  reworded: 0,
  dropped: [],
  rounds: [
    {
      ...{
        id: 'r',
        no: 1,
        olympiad: 'o',
        number: 1,
        kind: 'weighing',
        mode: 'confidential',
        version: 1,
        opensAt: at(2),
      },
      ...{ closesAt: at(9), openedAt: at(2), closedAt: at(10), sentences: 2, paper: 3, live: false },
      extensions: [{ closesAt: at(9), reason: 'Het vroor.' }],
      answered: { inwoner: 12, professional: 3 },
      flags: 1,
      removals: [{ reason: 'Eén iemand vulde ze in.', role: 'inwoner', forms: 12 }],
      figures: counted,
    },
  ],
  statements: first
    ? [{ plain: 'Je vraagt eerst.', round: 1, verdict: first.outcome.verdict, figures: first, reasons: [] }]
    : [],
  proposals: { passed: 0, refused: 0 },
  reasons: { passed: 4, refused: 1 },
  signups: { people: 0, needs: 0, reimbursed: 0 },
  ...more,
})
const told = (id: string, of = methodReport(facts(), new Map())) => of.find(({ item }) => item.id === id)

test('the list has the 35 items of ACCORD: 1, 3, 21, 5, 2 and 3', () => {
  const parts = ['title', 'introduction', 'methods', 'results', 'discussion', 'other']
  const sizes = parts.map((part) => ACCORD.filter((one) => one.part === part).length)
  assert.deepEqual(sizes, [1, 3, 21, 5, 2, 3])
  assert.equal(new Set(ACCORD.map(({ id }) => id)).size, 35)
})

test('what the system knows is told, what only people know lacks until they write it', () => {
  const empty = methodReport(facts(), new Map())
  assert.match(told('M12', empty)?.known.join(' ') ?? '', /in élke groep minstens 7 van de 10/)
  assert.match(told('M18', empty)?.known.join(' ') ?? '', /niemand kan zien wie wat koos/)
  assert.match(told('R2', empty)?.known.join(' ') ?? '', /verlengd tot 9 maart 2027: Het vroor/)
  assert.equal(told('D1', empty)?.lacking, true)
  assert.equal(told('M1', empty)?.lacking, false)
  const written = methodReport(facts(), new Map([['D1', 'Sterk: aan tafel.\n\nZwak: weinig jongeren.']]))
  assert.deepEqual(told('D1', written)?.written, ['Sterk: aan tafel.', 'Zwak: weinig jongeren.'])
  assert.equal(completeness(written).told, completeness(empty).told + 1)
})

test('an Olympiade that has yet to begin says so itself: nothing is claimed', () => {
  const before = methodReport(facts({ charter: undefined, rounds: [], statements: [] }), new Map())
  for (const id of ['M1', 'R1', 'R4']) assert.equal(told(id, before)?.lacking, true, id)
})

test('a group of fewer than five is not told as a number', () => {
  const [table] = told('R3')?.tables ?? []
  assert.deepEqual(
    table?.rows.find(([name]) => name === 'inwoners en cliënten'),
    ['inwoners en cliënten', '14', '12'],
  )
  assert.deepEqual(
    table?.rows.find(([name]) => name === 'professionals'),
    ['professionals', 'minder dan 5', 'minder dan 5'],
  )
  assert.ok(table?.rows.some(([, asked]) => asked === String(FEWEST_COUNTED)))
})

test('of the votes it says what may be shown and no more', () => {
  assert.equal(shownWords({ is: 'too few' }), 'te weinig stemmen')
  assert.equal(shownWords({ is: 'almost everyone', band: 'needed', votes: 9 }), 'bijna iedereen nodig')
  assert.equal(
    shownWords({ is: 'shares', percents: [10, 20, 70], votes: 9 }),
    '70 % nodig, 20 % twijfel, 10 % niet nodig',
  )
})
