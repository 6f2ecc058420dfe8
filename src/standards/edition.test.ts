import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Person } from '../people/index.ts'
import {
  type DraftState,
  discardFault,
  type EditionEvents,
  isPublic,
  lacksOnlyConsultation,
  mayEdit,
  mayPublish,
  mayWithdraw,
  obstacles,
  statusOf,
  wasConsulted,
} from './edition.ts'

const person = (id: string, ...roles: Person['roles'][number]['role'][]): Person => ({
  id,
  name: id,
  email: `${id}@voorbeeld.nl`,
  roles: roles.map((role) => ({ role, organisation: null })),
})
const first = person('first', 'editor')
const second = person('second', 'editor')

const nothing: EditionEvents = {
  published: false,
  replaced: false,
  consultations: [],
}
const span = { opensOn: '2026-03-01', closesOn: '2026-03-31' }

test('the status of an edition is read from what happened to it', () => {
  const cases: [string, EditionEvents, string, string][] = [
    ['nothing yet', nothing, '2026-03-01', 'draft'],
    ['the day before', { ...nothing, consultations: [span] }, '2026-02-28', 'draft'],
    ['first day', { ...nothing, consultations: [span] }, '2026-03-01', 'consultation'],
    ['last day', { ...nothing, consultations: [span] }, '2026-03-31', 'consultation'],
    ['the day after', { ...nothing, consultations: [span] }, '2026-04-01', 'draft'],
    ['published', { ...nothing, published: true }, '2026-03-10', 'current'],
    [
      'published during a consultation',
      { published: true, replaced: false, consultations: [span] },
      '2026-03-10',
      'current',
    ],
    ['replaced', { published: true, replaced: true, consultations: [] }, '2026-03-10', 'replaced'],
  ]
  for (const [name, events, today, expected] of cases) assert.equal(statusOf(events, today), expected, name)
})

test('a consultation was held once its last day is over', () => {
  const later = { opensOn: '2026-05-01', closesOn: '2026-05-31' }
  const cases: [string, (typeof span)[], string, boolean][] = [
    ['none', [], '2026-04-01', false],
    ['planned', [span], '2026-02-01', false],
    ['on its last day', [span], '2026-03-31', false],
    ['the day after', [span], '2026-04-01', true],
    ['one held, another planned', [later, span], '2026-04-01', true],
  ]
  for (const [name, spans, today, expected] of cases) assert.equal(wasConsulted(spans, today), expected, name)
})

test('only a draft is hidden', () => {
  assert.deepEqual((['draft', 'consultation', 'current', 'replaced'] as const).map(isPublic), [false, true, true, true])
})

const ready: DraftState = {
  status: 'draft',
  draftedBy: 'first',
  lastHands: ['first', null],
  standards: 5,
  consulted: true,
  planned: false,
  changed: true,
  openImpact: 0,
  crosswalkFaults: 0,
  unfinished: [],
  overtaken: false,
}

test('who may publish', () => {
  const cases: [string, Person | undefined, DraftState, boolean][] = [
    ['a second editor', second, ready, true],
    ['nobody', undefined, ready, false],
    ['another role', person('third', 'reader', 'admin', 'professional'), ready, false],
    ['who drafted it', first, ready, false],
    ['who last wrote a text', second, { ...ready, lastHands: ['first', 'second'] }, false],
    ['impact still open', second, { ...ready, openImpact: 1 }, false],
    ['crosswalk not right', second, { ...ready, crosswalkFaults: 2 }, false],
    ['another draft came first', second, { ...ready, overtaken: true }, false],
    ['a text taken over has gaps', second, { ...ready, unfinished: ['Iets'] }, false],
    ['consultation runs', second, { ...ready, status: 'consultation' }, false],
    ['already published', second, { ...ready, status: 'current' }, false],
    ['already replaced', second, { ...ready, status: 'replaced' }, false],
    ['no standards', second, { ...ready, standards: 0 }, false],
    ['nothing changed', second, { ...ready, changed: false }, false],
  ]
  for (const [name, who, draft, expected] of cases) assert.equal(mayPublish(who, draft), expected, name)
})

test('only a written reason takes the place of a consultation, and only of that', () => {
  const skipped: DraftState = { ...ready, consulted: false }
  const cases: [string, Person, DraftState, string, boolean][] = [
    ['no consultation, no reason', second, skipped, '', false],
    ['no consultation, a reason', second, skipped, 'Alleen een spelfout.', true],
    ['a reason of who wrote it', first, skipped, 'Alleen een spelfout.', false],
    ['something else lacks too', second, { ...skipped, openImpact: 1 }, 'Alleen een spelfout.', false],
    ['one is planned', second, { ...skipped, planned: true }, 'Alleen een spelfout.', false],
    ['one was held, another is planned', second, { ...ready, planned: true }, '', false],
    ['it runs at this moment', second, { ...skipped, status: 'consultation' }, 'Alleen een spelfout.', false],
    ['consulted, no reason needed', second, ready, '', true],
  ]
  for (const [name, who, draft, reason, expected] of cases) assert.equal(mayPublish(who, draft, reason), expected, name)
  assert.deepEqual(obstacles(skipped), ['Er is nog geen consultatie geweest.'])
  assert.deepEqual(obstacles({ ...skipped, status: 'consultation' }), ['De consultatie loopt nog.'])
  assert.deepEqual([skipped, ready, { ...skipped, openImpact: 1 }].map(lacksOnlyConsultation), [true, false, false])
})

test('a draft goes unless people read it now or it was published; a consultation is called off only before its first day', () => {
  const statuses: [DraftState['status'], RegExp | undefined][] = [
    ['draft', undefined],
    ['consultation', /De consultatie loopt/],
    ['current', /gepubliceerd/],
    ['replaced', /gepubliceerd/],
  ]
  for (const [status, fault] of statuses)
    if (fault) assert.match(discardFault(status) ?? '', fault, status)
    else assert.equal(discardFault(status), undefined, status)
  const span = { opensOn: '2027-03-01', closesOn: '2027-03-31' }
  const days: [Person | undefined, string, boolean][] = [
    [first, '2027-02-28', true],
    [first, '2027-03-01', false],
    [first, '2027-04-01', false],
    [undefined, '2027-02-28', false],
    [person('x', 'reader', 'admin'), '2027-02-28', false],
  ]
  for (const [who, today, expected] of days) assert.equal(mayWithdraw(who, span, today), expected, today)
})

test('every obstacle is named', () => {
  assert.deepEqual(obstacles(ready), [])
  assert.equal(
    obstacles({
      ...ready,
      status: 'consultation',
      standards: 0,
      changed: false,
      openImpact: 3,
      crosswalkFaults: 1,
      overtaken: true,
    }).length,
    6,
  )
})

test('an editor writes in a draft, not in a consultation or a published edition', () => {
  const cases: [Person | undefined, DraftState['status'], boolean][] = [
    [first, 'draft', true],
    [first, 'consultation', false],
    [first, 'current', false],
    [first, 'replaced', false],
    [undefined, 'draft', false],
    [person('x', 'reader'), 'draft', false],
  ]
  for (const [who, status, expected] of cases) assert.equal(mayEdit(who, status), expected)
})
