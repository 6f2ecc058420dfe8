import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { HOUR, MINUTE } from '../foundation/clock.ts'
import { answeredSteps, merge } from './answers.ts'
import { ALL_SENT, maySay, newBookmark, readBookmark, withSent, writeBookmark } from './bookmark.ts'
import { sampleInstrument } from './instrument.sample.ts'
import type { Answer, Wish } from './instrument.ts'
import {
  expiryOf,
  finish,
  KEPT,
  lookupOf,
  minuteOf,
  newSecret,
  newSheet,
  nextRound,
  openSheet,
  type Sheet,
  sealSheet,
  ticketOf,
  UNKEPT,
} from './sheet.ts'

const instrument = sampleInstrument()
const now = new Date('2026-11-23T10:07:31Z')

const fullest: Sheet = {
  codes: 9999,
  round: {
    ...newSheet('a-twenty-letter-slug', minuteOf(now)).round,
    answers: Object.fromEntries(instrument.lines.map((line) => [line.slug, 5 as Answer])),
    wishes: Object.fromEntries(instrument.topics.map((topic) => [topic.standard, 'not now' as Wish])),
    minutes: 60,
    at: 6,
    pick: 'signaleren-en-agenderen',
  },
  earlier: {
    edition: 'a-twenty-letter-slug',
    month: '2026-05',
    answers: Object.fromEntries(instrument.lines.map((line) => [line.slug, 1 as Answer])),
  },
}

test('a sheet opens with its own secret and no other, and always has the same size', () => {
  const secret = newSecret()
  const [empty, full] = [sealSheet(secret, newSheet('2026', 0)), sealSheet(secret, fullest)]
  assert.equal(empty.length, full.length)
  assert.equal(full.length, 2076)
  assert.deepEqual(openSheet(secret, full), fullest)
  assert.throws(() => openSheet(newSecret(), full))
  assert.throws(() => openSheet(secret, Buffer.concat([full.subarray(0, -1), Buffer.of((full.at(-1) ?? 0) ^ 1)])))
})

test('the same sheet sealed twice gives other bytes', () => {
  const secret = newSecret()
  assert.notDeepEqual(sealSheet(secret, fullest), sealSheet(secret, fullest))
})

test('what the database knows a sheet by is neither its secret nor its ticket', () => {
  const secret = newSecret()
  assert.notDeepEqual(lookupOf(secret), ticketOf(secret))
  assert.ok(!lookupOf(secret).includes(secret.subarray(0, 8)))
})

test('the last answer wins per line; what a stale tab does not say stays', () => {
  const sheet = newSheet('2026', 0).round
  const once = merge(sheet, { answers: { ek1: 4, ek2: 2 }, wishes: { 'op-de-vraag-af': 'yes' } })
  const twice = merge(once, { answers: { ek2: 5, ov1: 0 }, wishes: {} })
  assert.deepEqual(twice.answers, { ek1: 4, ek2: 5, ov1: 0 })
  assert.deepEqual(twice.wishes, { 'op-de-vraag-af': 'yes' })
})

test('any order of screens of different kenmerken gives the same sheet', () => {
  const screen = (topic: (typeof instrument.topics)[number]) =>
    fc.dictionary(fc.constantFrom(...topic.lines.map((line) => line.slug)), fc.constantFrom<Answer>(0, 1, 2, 3, 4, 5))
  const screens = fc
    .tuple(...instrument.topics.map(screen))
    .chain((all) => fc.tuple(fc.constant(all), fc.shuffledSubarray([0, 1, 2, 3, 4], { minLength: 5, maxLength: 5 })))
  fc.assert(
    fc.property(screens, ([all, order]) => {
      const put = (indexes: number[]) =>
        indexes.reduce((sheet, at) => merge(sheet, { answers: all[at] ?? {}, wishes: {} }), newSheet('2026', 0).round)
      assert.deepEqual(put(order).answers, put([0, 1, 2, 3, 4]).answers)
    }),
  )
})

test('a sheet that is not kept goes within 24 hours after the last answer; a kept one after two years', () => {
  const at = expiryOf(now, false).getTime() - now.getTime()
  assert.ok(at <= UNKEPT && at > UNKEPT - 10 * MINUTE)
  const kept = expiryOf(now, true).getTime() - now.getTime()
  assert.ok(kept <= KEPT && kept > KEPT - 10 * MINUTE)
  assert.ok(KEPT === 730 * 24 * HOUR)
})

test('the duration is that of the first time at the result; after a break there is none', () => {
  const { round } = newSheet('2026', minuteOf(now) - 8)
  assert.equal(finish(round, now).minutes, 8)
  assert.equal(finish({ ...round, minutes: 8 }, new Date(now.getTime() + HOUR)).minutes, 8)
  assert.equal(finish({ ...round, began: round.began - 60 }, now).minutes, 0)
  assert.equal(finish({ ...round, began: minuteOf(now) }, now).minutes, 1)
})

test('beginning again keeps the answers to compare with and the number of codes, and nothing older', () => {
  const again = nextRound(fullest, '2027', now)
  assert.deepEqual(again.earlier, { edition: 'a-twenty-letter-slug', month: '2026-11', answers: fullest.round.answers })
  const newYear = { ...fullest, round: { ...fullest.round, began: minuteOf(new Date('2026-12-31T23:30:00Z')) } }
  assert.equal(nextRound(newYear, '2027', now).earlier?.month, '2027-01', 'of the month it was here')
  assert.deepEqual([again.round.answers, again.round.pick, again.round.edition, again.codes], [{}, null, '2027', 9999])
})

test('a bookmark reads back as itself; anything else is no bookmark', () => {
  const bookmark = { kind: 'secret' as const, secret: newSecret(), began: minuteOf(now), sent: 0b101 }
  assert.deepEqual(readBookmark(writeBookmark(bookmark), now), bookmark)
  assert.deepEqual(readBookmark(writeBookmark({ kind: 'own', number: 12 }), now), { kind: 'own', number: 12 })
  for (const cookie of [
    undefined,
    '',
    'm.0',
    'm.-1',
    'm.1e3',
    's.x.y.1',
    `${writeBookmark(bookmark)}-`,
    `s.${'A'.repeat(27)}.zzzzzzzz.1`,
  ])
    assert.equal(readBookmark(cookie, now), undefined, cookie)
  const stale = { ...bookmark, began: minuteOf(now) - 25 * 60 }
  assert.equal(readBookmark(writeBookmark({ ...stale, sent: 0 }), now), undefined)
  assert.deepEqual(readBookmark(writeBookmark(stale), now), stale)
})

test('a bookmark knows which screens may hold answers, and asks the sheet for no other', () => {
  const bookmark = newBookmark(now)
  assert.ok(!maySay(bookmark, 1))
  const sent = withSent(bookmark, [1, 4])
  assert.deepEqual(
    [1, 2, 3, 4, 5].map((step) => maySay(sent, step)),
    [true, false, false, true, false],
  )
  assert.deepEqual(
    [1, 2, 3, 4, 5].map((step) => maySay({ ...bookmark, sent: ALL_SENT }, step)),
    [true, true, true, true, true],
  )
  assert.ok(maySay({ kind: 'own', number: 1 }, 3))
  assert.deepEqual(answeredSteps(instrument, { answers: { ov2: 0 }, wishes: { 'integraal-werken': 'maybe' } }), [2, 4])
})
