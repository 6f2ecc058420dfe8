import assert from 'node:assert/strict'
import { test } from 'node:test'
import { entriesOf, linesOf } from '../../test/calendar.ts'
import { type Appointment, appointmentFile, type CalendarEntry, calendarOf } from './calendar.ts'

const head = { title: 'Agenda', description: 'Alles; en meer, hier', url: 'https://v.example/agenda.ics' }
const entry: CalendarEntry = {
  ...{ uid: 'a@v.example', version: 3, changedAt: new Date('2026-11-01T08:00:00Z') },
  span: { from: new Date('2026-12-01T08:30:00Z'), to: new Date('2026-12-01T15:30:00Z') },
  title: 'Een lange titel met een é, een puntkomma; en nog veel meer woorden dan er op één regel passen, echt waar',
  place: 'Buurthuis De Ëb, Assen',
  words: 'Eerste regel\nTweede, met \\ erin',
  url: 'https://v.example/scholing/een',
  categories: ['Scholing'],
}

test('a calendar reads back as it was written', () => {
  const text = calendarOf(head, [entry])
  const [read] = entriesOf(text)
  assert.equal(read?.SUMMARY, entry.title)
  assert.equal(read?.DESCRIPTION, entry.words)
  assert.equal(read?.LOCATION, entry.place)
  assert.equal(read?.UID, entry.uid)
  assert.equal(read?.SEQUENCE, '3')
  assert.equal(read?.STATUS, 'CONFIRMED')
  assert.equal(read?.['DTSTART;TZID=Europe/Amsterdam'], '20261201T093000')
  assert.equal(read?.['DTEND;TZID=Europe/Amsterdam'], '20261201T163000')
})

test('in summer the Dutch clock is two hours ahead, and the calendar says how', () => {
  const span = { from: new Date('2027-06-04T07:30:00Z'), to: new Date('2027-06-04T08:30:00Z') }
  const text = calendarOf(head, [{ ...entry, span }])
  assert.equal(entriesOf(text)[0]?.['DTSTART;TZID=Europe/Amsterdam'], '20270604T093000')
  const lines = linesOf(text)
  assert.equal(lines.filter((line) => line === 'BEGIN:VTIMEZONE').length, 1)
  assert.ok(lines.includes('TZID:Europe/Amsterdam') && lines.includes('TZOFFSETTO:+0200'))
})

test('a whole day ends on the day after; what is called off says so; an empty calendar is one too', () => {
  const span = { firstDay: '2026-12-31', dayAfter: '2027-01-01' }
  const [read] = entriesOf(calendarOf(head, [{ ...entry, span, cancelled: true }]))
  assert.equal(read?.['DTSTART;VALUE=DATE'], '20261231')
  assert.equal(read?.['DTEND;VALUE=DATE'], '20270101')
  assert.equal(read?.STATUS, 'CANCELLED')
  assert.deepEqual(entriesOf(calendarOf(head, [])), [])
})

const talk: Appointment = {
  ...{ uid: 'b@v.example', version: 2, title: 'Gesprek', place: '' },
  span: { from: new Date('2026-10-25T07:30:00Z'), to: new Date('2026-10-25T08:30:00Z') },
}
const file = (...all: Appointment[]) => appointmentFile({ product: 'Gesprekken', at: entry.changedAt }, all)

test('an appointment stands on the Dutch clock with its zone, and takes its time', () => {
  const text = file(talk)
  const [read] = entriesOf(text)
  assert.equal(read?.['DTSTART;TZID=Europe/Amsterdam'], '20261025T083000')
  assert.equal(read?.['DTEND;TZID=Europe/Amsterdam'], '20261025T093000')
  assert.ok(linesOf(text).includes('BEGIN:VTIMEZONE') && linesOf(text).includes('METHOD:PUBLISH'))
  assert.deepEqual([read?.SEQUENCE, read?.STATUS, read?.TRANSP], ['2', 'CONFIRMED', 'OPAQUE'])
  assert.equal(read?.DTSTAMP, '20261101T080000Z')
  for (const name of ['LOCATION', 'DESCRIPTION', 'URL', 'CLASS']) assert.equal(read?.[name], undefined, name)
})

test('what nobody agreed to yet is tentative; what is called off takes it away', () => {
  assert.equal(entriesOf(file({ ...talk, tentative: true }))[0]?.STATUS, 'TENTATIVE')
  const off = file({ ...talk, tentative: true, cancelled: true })
  assert.equal(entriesOf(off)[0]?.STATUS, 'CANCELLED')
  assert.ok(linesOf(off).includes('METHOD:CANCEL'))
})
