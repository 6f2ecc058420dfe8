import assert from 'node:assert/strict'
import { test } from 'node:test'
import { firstLine, lineWords } from './first-line.ts'
import type { Offering } from './offering.ts'

const course = {
  priceCents: 39_500,
  minutes: 720,
  form: 'on site' as const,
  anyTime: false,
  inCompany: false,
  accreditations: [
    { register: 'registerplein' as const, registerName: '', number: '1', points: 12, validUntil: '2027-12-31' },
  ],
}
const run = (startsOn: string, gemeente: string, seatsLeft: number | null, online = false): Offering => ({
  ...{
    no: 1,
    id: '',
    course: '',
    code: '',
    days: [startsOn],
    startsOn,
    endsOn: startsOn,
    startsAt: null,
    endsAt: null,
  },
  ...{ online, venue: '', gemeente, seats: null, seatsLeft, enrolUrl: '', version: 1, cancelledAt: null },
  updatedAt: new Date(0),
})
const today = '2026-11-23'

const lines: [about: string, of: Partial<typeof course> & { form?: never }, ahead: Offering[], line: string][] = [
  [
    'one date',
    {},
    [run('2026-12-10', 'GM0106', 4)],
    '€ 395 · 12 uur · Assen · 10 december 2026 · nog 4 plaatsen · 12 punten bij Registerplein',
  ],
  [
    'full, and later elsewhere',
    { priceCents: 1_250 },
    [run('2026-12-10', 'GM0518', 0), run('2027-01-10', 'GM0106', null)],
    '€ 12,50 · 12 uur · Den Haag en Assen · 10 december 2026 en één keer later · vol · 12 punten bij Registerplein',
  ],
  [
    'free and online',
    { priceCents: 0, minutes: 90 },
    [run('2026-12-10', '', null, true)],
    'gratis · 1,5 uur · online · 10 december 2026 · 12 punten bij Registerplein',
  ],
  [
    'at your own place',
    { inCompany: true, accreditations: [] },
    [],
    '€ 395 · 12 uur · bij een team op het werk · in overleg · geen punten',
  ],
  [
    'nothing planned',
    { minutes: 45, accreditations: [] },
    [],
    '€ 395 · 45 minuten · plaats nog niet bekend · nog geen datum bekend · geen punten',
  ],
]
for (const [about, of, ahead, line] of lines)
  test(`first line: ${about}`, () => assert.equal(lineWords(firstLine({ ...course, ...of }, ahead, today)), line))

test('points end before the next date: who goes then gets none', () => {
  const points = (day: string) => firstLine(course, [run(day, 'GM0106', null)], today).points
  assert.deepEqual(['2027-12-31', '2028-01-01'].map(points), ['12 punten bij Registerplein', 'geen punten'])
})

test('points that ran out are no points', () => {
  assert.equal(firstLine(course, [], '2028-01-01').points, 'geen punten')
})
