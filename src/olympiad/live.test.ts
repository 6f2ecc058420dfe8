import assert from 'node:assert/strict'
import { test } from 'node:test'
import { after as later, SECOND } from '../foundation/clock.ts'
import {
  canBeLive,
  inThrees,
  inWords,
  type LiveEvent,
  nextAfter,
  readRoomCode,
  roughly,
  type StepKind,
  screenOf,
  secondsLeft,
  timeWords,
} from './live.ts'

const began = new Date('2026-11-23T11:00:00Z')
const at = (seconds: number) => later(began, seconds * SECOND)

/** Steps at these seconds, numbered from 1. */
const steps = (...done: [second: number, kind: StepKind, statement?: string, seconds?: number][]): LiveEvent[] =>
  done.map(([second, kind, statement = null, seconds = null], index) => ({
    seq: index + 1,
    kind,
    statement,
    seconds,
    at: at(second),
  }))

test('the soft timer runs, stands still, goes on and grows', () => {
  const cases: [what: string, events: LiveEvent[], now: number, shown: string | null, left: number | null][] = [
    ['nothing yet', [], 0, null, null],
    ['runs', steps([0, 'show', 'a', 90]), 30, 'a', 60],
    ['ends softly', steps([0, 'show', 'a', 90]), 500, 'a', 0],
    ['without a timer', steps([0, 'show', 'a']), 30, 'a', null],
    ['grows', steps([0, 'show', 'a', 90], [30, 'extend', undefined, 30]), 30, 'a', 90],
    ['grows from now when it had ended', steps([0, 'show', 'a', 90], [200, 'extend', undefined, 30]), 200, 'a', 30],
    ['stands still', steps([0, 'show', 'a', 90], [30, 'pause']), 300, 'a', 60],
    [
      'grows while it stands still',
      steps([0, 'show', 'a', 90], [30, 'pause'], [40, 'extend', undefined, 30]),
      300,
      'a',
      90,
    ],
    ['goes on', steps([0, 'show', 'a', 90], [30, 'pause'], [100, 'resume']), 110, 'a', 50],
    ['a second pause changes nothing', steps([0, 'show', 'a', 90], [30, 'pause'], [60, 'pause']), 300, 'a', 60],
    ['going on while it runs changes nothing', steps([0, 'show', 'a', 90], [30, 'resume']), 30, 'a', 60],
    [
      'the next sentence has its own time',
      steps([0, 'show', 'a', 90], [30, 'pause'], [40, 'show', 'b', 60]),
      50,
      'b',
      50,
    ],
    ['blank', steps([0, 'show', 'a', 90], [30, 'hide']), 40, null, null],
  ]
  for (const [what, events, now, shown, left] of cases) {
    const screen = screenOf(events)
    assert.equal(screen.statement, shown, what)
    assert.equal(secondsLeft(screen, at(now)), left, what)
    assert.equal(screen.seq, events.length, what)
  }
})

test('the next sentence is the one after, the first at the start, and none after the last', () => {
  const order = ['a', 'b', 'c']
  const cases: [shown: string | null, next: string | undefined][] = [
    [null, 'a'],
    ['a', 'b'],
    ['c', undefined],
  ]
  for (const [shown, next] of cases) assert.equal(nextAfter(order, shown), next)
  assert.equal(nextAfter([], null), undefined)
})

test('how many are in is told in steps of five below fifty, and the room is told roughly', () => {
  const cases: [answered: number, around: number, words: string][] = [
    [0, 0, 'ongeveer 0 van ongeveer 5 binnen'],
    [4, 12, 'ongeveer 0 van ongeveer 10 binnen'],
    [38, 58, 'ongeveer 35 van ongeveer 60 binnen'],
    [40, 58, '40 van ongeveer 60 binnen'],
    [49, 61, 'ongeveer 45 van ongeveer 60 binnen'],
    [50, 61, '50 van ongeveer 60 binnen'],
    [783, 1000, '783 van ongeveer 1000 binnen'],
  ]
  for (const [answered, around, words] of cases) assert.equal(inWords(answered, around), words)
  assert.deepEqual([0, 2, 7, 8, 61].map(roughly), [5, 5, 5, 10, 60])
})

test('the time hurries nobody', () => {
  const cases: [seconds: number | null, paused: boolean, words: string][] = [
    [null, false, ''],
    [90, true, 'Even pauze'],
    [150, false, 'Nog ongeveer 3 minuten'],
    [89, false, 'Nog ongeveer 1 minuut'],
    [60, false, 'Nog ongeveer 1 minuut'],
    [59, false, 'Nog 59 seconden'],
    [1, false, 'Nog 1 seconde'],
    [0, false, 'Neem gerust nog even de tijd'],
  ]
  for (const [seconds, paused, words] of cases) assert.equal(timeWords(seconds, paused), words)
})

test('a code is read as people type it, and nothing else passes for one', () => {
  const cases: [typed: string, code: string | undefined][] = [
    ['482913', '482913'],
    ['482 913', '482913'],
    ['482-913', '482913'],
    ['48291', undefined],
    ['4829134', undefined],
    ['48291a', undefined],
    ['', undefined],
    ['٤٨٢٩١٣', undefined],
  ]
  for (const [typed, code] of cases) assert.equal(readRoomCode(typed), code, typed)
  assert.equal(inThrees('482913'), '482 913')
})

test('a secret round is not for the room, nor is proposing', () => {
  assert.ok(canBeLive({ kind: 'weighing', mode: 'confidential' }))
  assert.ok(canBeLive({ kind: 'weighing', mode: 'open' }))
  assert.ok(!canBeLive({ kind: 'weighing', mode: 'secret' }))
  assert.ok(!canBeLive({ kind: 'proposing', mode: 'confidential' }))
})
