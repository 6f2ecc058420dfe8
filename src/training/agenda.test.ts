import assert from 'node:assert/strict'
import { test } from 'node:test'
import { dayNumber } from './agenda.ts'
import { AgendaBook, type AgendaEntry } from './agenda-book.ts'
import type { CardParts } from './course-card.ts'
import { ANY_DAY, type DateAsk, fitsLoose, kmTo, NO_DISTANCE, ONLINE, SEATS } from './date-ask.ts'
import { distancesFrom, gemeenteNumber, placeTyped } from './place.ts'
import { provinceBits } from './province.ts'

const today = dayNumber('2026-11-24')
const ask = (more: Partial<DateAsk> = {}): DateAsk => ({
  from: today,
  to: ANY_DAY,
  seats: false,
  reach: undefined,
  provinces: 0,
  ...more,
})
const located = placeTyped('Assen')
const km = located.is === 'place' ? distancesFrom(located.place) : new Float64Array()
const near = (radius: number, online = false) => ask({ reach: { km, radius, online } })

const assen = { day: today + 10, place: gemeenteNumber('GM0106'), flags: SEATS }
const groningen = { ...assen, place: gemeenteNumber('GM0014') }
const online = { ...assen, place: -1, flags: ONLINE + SEATS }

const drenthe = provinceBits(['PV22'])

const cases: [string, typeof assen, DateAsk, number | 'no'][] = [
  ['nothing asked', assen, ask(), NO_DISTANCE],
  ['yesterday', { ...assen, day: today - 1 }, ask(), 'no'],
  ['today', { ...assen, day: today }, ask(), NO_DISTANCE],
  ['a month it is not in', assen, ask({ from: today + 11, to: today + 41 }), 'no'],
  ['the last day of the month', assen, ask({ from: today, to: today + 10 }), NO_DISTANCE],
  ['places asked, and there are', assen, ask({ seats: true }), NO_DISTANCE],
  ['places asked, and there are none', { ...assen, flags: 0 }, ask({ seats: true }), 'no'],
  ['in the own gemeente', assen, near(0), 0],
  ['in the next city, too far', groningen, near(10), 'no'],
  ['online when only what is near will do', online, near(100), 'no'],
  ['online when that will do too', online, near(10, true), NO_DISTANCE],
  ['far, but also online', { ...groningen, flags: ONLINE }, near(10, true), NO_DISTANCE],
  ['a gemeente nobody knows', { ...assen, place: -1 }, near(100), 'no'],
  ['in the province', assen, ask({ provinces: drenthe }), NO_DISTANCE],
  ['in one of two provinces', groningen, ask({ provinces: provinceBits(['PV20', 'PV22']) }), NO_DISTANCE],
  ['in another province', groningen, ask({ provinces: drenthe }), 'no'],
  ['online is in no province', online, ask({ provinces: drenthe }), 'no'],
  ['near, and in another province', groningen, { ...near(50), provinces: drenthe }, 'no'],
  ['near in the province, or online', online, { ...near(50, true), provinces: drenthe }, NO_DISTANCE],
]
for (const [name, date, asked, expected] of cases)
  test(`a date fits or not: ${name}`, () => {
    const got = kmTo(date.day, date.place, date.flags, asked)
    if (expected === 'no') assert.ok(Number.isNaN(got), String(got))
    else assert.equal(got, expected)
  })

test('a date within the radius says how far', () => {
  const far = kmTo(groningen.day, groningen.place, groningen.flags, near(50))
  assert.ok(far > 22 && far < 30)
})

test('without a date: begun any day, done at work, or over', () => {
  const course = { form: 'online' as const, anyTime: true, inCompany: false }
  assert.equal(fitsLoose(course, ask()), true)
  assert.equal(fitsLoose(course, near(25)), false)
  assert.equal(fitsLoose(course, near(25, true)), true)
  assert.equal(fitsLoose({ ...course, form: 'workplace' }, near(25)), true)
  assert.equal(fitsLoose({ ...course, form: 'on site' }, near(25, true)), false)
  const company = { ...course, anyTime: false, inCompany: true }
  assert.equal(fitsLoose(company, ask()), true)
  assert.equal(fitsLoose(company, ask({ to: today + 30 })), false)
  assert.equal(fitsLoose(company, ask({ seats: true })), false)
  assert.equal(fitsLoose({ ...company, inCompany: false }, ask()), false)
  const there = ask({ provinces: drenthe })
  assert.deepEqual(
    [fitsLoose(course, there), fitsLoose({ ...course, form: 'workplace' }, there), fitsLoose(company, there)],
    [false, true, false],
  )
})

const entry = (no: number, more: Partial<AgendaEntry> = {}): AgendaEntry => ({
  ...{ no, form: 'on site', anyTime: false, inCompany: false, priceCents: 10_000, card: '{}', dates: '', points: '' },
  ...more,
})
const date = (days: number, gemeente: string, left = -1, no = 0) => `${today + days},${gemeente},0,${left},${no}`

test('of all dates of a course the soonest and the nearest that fit; what is over does not count', () => {
  const book = new AgendaBook()
  book.put(entry(7, { dates: [date(-3, 'GM0106'), date(20, 'GM0106'), date(9, 'GM0014', 4)].join(';') }))
  book.put(entry(3, { dates: date(-1, 'GM0106') }))
  book.put(entry(900, { anyTime: true, form: 'online', priceCents: null }))
  const agenda = book.view()
  const { soonest, nearest } = agenda.fitting(near(50))
  const at = (no: number) => agenda.placeOf(no)
  assert.equal(soonest[at(7)], today + 9)
  assert.equal(nearest[at(7)], 0)
  assert.equal(soonest[at(3)], 0)
  assert.equal(soonest[at(900)], 0)
  assert.equal(agenda.fitting(ask()).soonest[at(900)], ANY_DAY)
  assert.equal(agenda.fitting(ask({ seats: true })).soonest[at(7)], today + 9)
  assert.equal(agenda.priceAt(at(900)), Number.POSITIVE_INFINITY)
  assert.deepEqual(
    [...agenda.perPlace([7, 3, 900, 4], ask())].sort(),
    [
      [gemeenteNumber('GM0106'), 1],
      [gemeenteNumber('GM0014'), 1],
    ].sort(),
  )
  assert.equal(agenda.placeOf(4), -1)
  assert.equal(agenda.placeOf(-1), -1)
})

test('on the map a date stands where it is, and only when that is near enough: that one may follow it online is no place', () => {
  const book = new AgendaBook()
  book.put(entry(1, { dates: [`${today + 5},GM0935,1,2,10`, `${today + 6},GM0106,1,2,11`].join(';') }))
  book.put(entry(2, { dates: `${today + 5},GM0935,1,2,20` }))
  const agenda = book.view()
  assert.ok((agenda.fitting(near(10, true)).soonest[agenda.placeOf(2)] ?? 0) > 0, 'it is in the list')
  assert.deepEqual([...agenda.perPlace([1, 2], near(10, true))], [[gemeenteNumber('GM0106'), 1]])
})

test('a few courses looked at one by one fit as they do when all dates are looked through', () => {
  const book = new AgendaBook()
  const places = ['', 'GM0014', 'GM0106', 'GM0363', 'GM0935']
  for (let no = 1; no <= 60; no += 1) {
    const dates = Array.from({ length: no % 5 }, (_, nth) => {
      const days = ((no * 37 + nth * 11) % 60) - 10
      const gemeente = places[(no + nth) % places.length] ?? ''
      return `${today + days},${gemeente},${gemeente === '' || no % 7 === 0 ? 1 : 0},${(no % 3) - 1},${no * 10 + nth}`
    })
    book.put(entry(no, { dates: dates.join(';'), anyTime: no % 11 === 0, inCompany: no % 13 === 0 }))
  }
  const agenda = book.view()
  const asks = [
    ask(),
    ask({ seats: true }),
    ask({ from: today + 5, to: today + 20 }),
    near(50),
    near(0),
    near(50, true),
    ask({ provinces: drenthe }),
    { ...near(50), provinces: provinceBits(['PV20']) },
    { ...near(0, true), provinces: drenthe },
  ]
  // One that never looked through all dates has nothing kept to answer with.
  const fresh = book.view()
  for (const one of asks) {
    const all = agenda.fitting(one)
    for (let no = 1; no <= 60; no += 1) {
      const place = agenda.placeOf(no)
      const few = fresh.fitting(one, [no, 61])
      assert.deepEqual(
        [few.soonest[place], few.nearest[place], few.provinces[place]],
        [all.soonest[place], all.nearest[place], all.provinces[place]],
        `course ${no}`,
      )
    }
  }
  // What was kept of one question is not changed by the next.
  for (const one of asks) assert.deepEqual(agenda.fitting(one), book.view().fitting(one))
})

test('dates of several courses in the order of their days, those that fit only', () => {
  const book = new AgendaBook()
  book.put(
    entry(7, { dates: [date(20, 'GM0106', 2, 70), date(9, 'GM0014', 0, 71), date(-3, 'GM0106', 2, 72)].join(';') }),
  )
  book.put(entry(3, { dates: [date(12, 'GM0106', 5, 30), date(300, 'GM0106', 5, 31)].join(';') }))
  book.put(entry(5, { dates: date(1, 'GM0106', 1, 50) }))
  const agenda = book.view()
  assert.deepEqual([...agenda.offeringsOf([7, 3, 99], ask())], [71, 30, 70, 31])
  assert.deepEqual([...agenda.offeringsOf([7, 3, 5], ask({ to: today + 12 }))], [50, 71, 30])
  assert.deepEqual([...agenda.offeringsOf([7, 3, 5], ask({ seats: true, to: today + 30 }))], [50, 30, 70])
  assert.deepEqual([...agenda.offeringsOf([], ask())], [])
})

test('a view stays as it was when the book changes', () => {
  const book = new AgendaBook()
  book.put(entry(1, { dates: date(5, 'GM0106') }))
  const before = book.view()
  book.put(entry(1))
  book.drop(2)
  assert.equal(before.fitting(ask()).soonest[0], today + 5)
  assert.equal(book.view().fitting(ask()).soonest[0], 0)
})

test('of thousands of changes each is kept: a course that changed keeps its place, one that went leaves no gap', () => {
  const book = new AgendaBook()
  const at = (no: number, days: number) => entry(no, { dates: date(days, 'GM0106', 1, no) })
  for (let no = 1; no <= 5_000; no += 1) book.put(at(no, no))
  book.put(at(2, 9_000))
  book.drop(1)
  const agenda = book.view()
  assert.deepEqual([agenda.placeOf(1), agenda.placeOf(2), agenda.placeOf(3), agenda.placeOf(5_000)], [-1, 0, 1, 4_998])
  const { soonest } = agenda.fitting(ask())
  assert.deepEqual(
    [soonest.length, soonest[0], soonest[1], soonest[4_998]],
    [4_999, today + 9_000, today + 3, today + 5_000],
  )
  assert.deepEqual([...agenda.offeringsOf([1, 2, 3], ask())], [3, 2])
})

test('points hold until their day, or without end', () => {
  const book = new AgendaBook()
  book.put(entry(1, { points: `skj,${today};registerplein,-1` }))
  const agenda = book.view()
  assert.equal(agenda.holds(0, 'skj', today), true)
  assert.equal(agenda.holds(0, 'skj', today + 1), false)
  assert.equal(agenda.holds(0, 'registerplein', today + 9_000), true)
  assert.equal(agenda.holds(0, 'overig', today), false)
})

test('a row for a list: its card, and the dates from today on, soonest first, with the places that are left', () => {
  const card: CardParts = ['a', 'A', 'Aanbieder', 120, true, null, [['skj', '', '7', 2, null]]]
  const book = new AgendaBook()
  book.put(
    entry(5, {
      card: JSON.stringify(card),
      dates: [date(9, 'GM0106', 0), date(-1, 'GM0106'), `${today + 2},,1,-1`].join(';'),
    }),
  )
  const rows = book.view().rowsOf([9, 5], '2026-11-24')
  assert.equal(rows.length, 1)
  assert.deepEqual(rows[0]?.course, {
    ...{ slug: 'a', title: 'A', provider: 'Aanbieder', minutes: 120, fictional: true, lookedAt: null },
    ...{ form: 'on site', anyTime: false, inCompany: false, priceCents: 10_000 },
    accreditations: [{ register: 'skj', registerName: '', number: '7', points: 2, validUntil: null }],
  })
  assert.deepEqual(rows[0]?.ahead, [
    { startsOn: '2026-11-26', gemeente: '', online: true, seatsLeft: null },
    { startsOn: '2026-12-03', gemeente: 'GM0106', online: false, seatsLeft: 0 },
  ])
})
