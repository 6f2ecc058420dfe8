import assert from 'node:assert/strict'
import { test } from 'node:test'
import { ROLES } from './olympiad.ts'
import { byDay, clockWords, dayWords, endOfPart, spanOf, spanWords } from './programme.ts'
import { balance, emptiedThrough, signupKey, signupKeyHash, takesSignups } from './signup.ts'
import { mayWriteNotes, roomLeft, seatsLeft, seatWords } from './table.ts'

const at = (text: string) => new Date(text)

test('one signs up from the announcement through the last day, unless all is over', () => {
  const cases: [item: string | null, endsOn: string, finished: string | null, now: string, takes: boolean][] = [
    ['item', '2026-12-20', null, '2026-11-21T12:00:00Z', true],
    ['item', '2026-12-20', null, '2026-12-20T22:59:00Z', true],
    ['item', '2026-12-20', null, '2026-12-20T23:00:00Z', false],
    [null, '2026-12-20', null, '2026-11-21T12:00:00Z', false],
    ['item', '2026-12-20', '2026-12-01T12:00:00Z', '2026-12-02T12:00:00Z', false],
  ]
  for (const [item, endsOn, finished, now, takes] of cases)
    assert.equal(takesSignups({ item, endsOn, finishedAt: finished ? at(finished) : null }, at(now)), takes, now)
})

test('an Olympiade of one day is that day, a longer one its first and last', () => {
  assert.equal(spanWords({ startsOn: '2026-11-25', endsOn: '2026-11-25' }), 'woensdag 25 november 2026')
  assert.equal(
    spanWords({ startsOn: '2026-11-25', endsOn: '2026-12-20' }),
    'woensdag 25 november 2026 tot en met zondag 20 december 2026',
  )
})

test('who came is known for four weeks after the last day', () => {
  // 28 whole days after the 20th; the 29th day it goes.
  assert.equal(emptiedThrough(at('2027-01-17T12:00:00Z')), '2026-12-19')
  assert.equal(emptiedThrough(at('2027-01-18T12:00:00Z')), '2026-12-20')
})

test('a seat is free at a table only while there is a chair in the room', () => {
  const cases: [seats: number, taken: number, room: number, left: number, words: string][] = [
    [8, 5, 20, 3, 'nog 3 plaatsen'],
    [8, 7, 20, 1, 'nog één plaats'],
    [8, 8, 20, 0, 'vol'],
    [8, 2, 1, 1, 'nog één plaats'],
    [8, 2, 0, 0, 'vol'],
    [8, 9, 20, 0, 'vol'],
  ]
  for (const [seats, taken, room, left, words] of cases) {
    assert.equal(seatsLeft({ seats, taken }, room), left)
    assert.equal(seatWords(left), words)
  }
  assert.equal(roomLeft([{ seats: 8 }, { seats: 6 }], 13), 1)
  assert.equal(roomLeft([{ seats: 8 }], 9), 0)
})

test('the balance counts every role against what was hoped for', () => {
  const roles = ROLES.slice(0, 3)
  const lines = balance(roles, [{ role: 'inwoner' }, { role: 'inwoner' }, ...Array(14).fill({ role: 'professional' })])
  assert.deepEqual(
    lines.map(({ role, coming, missing }) => [role.slug, coming, missing]),
    [
      ['inwoner', 2, 10],
      ['vertegenwoordiger', 0, 6],
      ['professional', 14, 0],
    ],
  )
})

test('a link opens one signup, and what can’t be a key is not looked up', () => {
  const secret = Buffer.alloc(32, 7)
  assert.notEqual(signupKey(secret, 'one'), signupKey(secret, 'other'))
  assert.match(signupKeyHash(signupKey(secret, 'one')) ?? '', /^[0-9a-f]{64}$/)
  for (const given of [undefined, '', 'kort', `${signupKey(secret, 'one')}x`, "'; drop table--".padEnd(43, 'a')])
    assert.equal(signupKeyHash(given), undefined, given)
})

test('parts stand under their Dutch day, and an agenda gets first to last', () => {
  const part = (startsAt: string, minutes: number) => ({
    id: startsAt,
    startsAt: at(startsAt),
    minutes,
    title: 'Inloop',
    words: '',
  })
  const parts = [part('2026-11-20T22:30:00Z', 15), part('2026-11-20T23:30:00Z', 300), part('2026-11-21T00:30:00Z', 30)]
  assert.deepEqual(
    byDay(parts).map(([day, ofDay]) => [day, ofDay.length]),
    [
      ['2026-11-20', 1],
      ['2026-11-21', 2],
    ],
  )
  assert.equal(spanOf(parts)?.endsAt.toISOString(), '2026-11-21T04:30:00.000Z')
  assert.equal(spanOf([]), undefined)
  assert.equal(endOfPart(part('2026-11-20T09:00:00Z', 45)).toISOString(), '2026-11-20T09:45:00.000Z')
  assert.equal(clockWords(part('2026-11-20T08:30:00Z', 45)), '09:30 tot 10:15')
  assert.equal(dayWords('2026-11-20'), 'vrijdag 20 november 2026')
})

test('only the host of a table and the chairs of its Olympiade write its notes', () => {
  const held = (id: string) => (id === 'chair' ? [{ role: 'chair' as const, organisation: null }] : [])
  const person = (id: string) => ({ id, name: '', email: '', roles: held(id) })
  const table = { host: 'host' }
  const olympiad = { chairs: ['chair'] }
  const may = (id: string | undefined) => mayWriteNotes(id === undefined ? undefined : person(id), table, olympiad)
  assert.deepEqual(
    ['host', 'chair', 'other', undefined].map((id) => may(id)),
    [true, true, false, false],
  )
  assert.equal(mayWriteNotes(undefined, { host: null }, olympiad), false)
})
