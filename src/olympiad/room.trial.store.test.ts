import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { type House, openHouse, testMoment } from '../../test/house.ts'
import { olympiadCast, people } from '../../test/world.ts'
import { DAY, HOUR, after as later, MINUTE } from '../foundation/clock.ts'
import type { Db } from '../foundation/db/index.ts'
import { openRoundOf } from './chair.ts'
import { closeRound } from './closing.store.ts'
import { endSession, screenNow, sessionOf } from './live.store.ts'
import { beginOlympiad } from './olympiad.plan.store.ts'
import { readOlympiad } from './olympiad.store.ts'
import type { Olympiad } from './olympiad.ts'
import { keepRoom, trialRoom } from './room.trial.store.ts'
import { roundsOf } from './round.store.ts'
import { roundState } from './round.ts'

// One trial installation, day after day: the tests follow each other.
let house: House
let db: Db
before(async () => {
  house = await openHouse()
  db = house.database.db
})
after(() => house.close())

const keep = (now: Date) =>
  keepRoom(db, {
    contentDir: `${import.meta.dirname}/../../content`,
    now,
    cast: olympiadCast,
    config: house.config,
  })
const there = async (slug = 'wat-nog-open-ligt'): Promise<Olympiad> => {
  const olympiad = await readOlympiad(db, slug)
  assert.ok(olympiad, slug)
  return olympiad
}
const room = async (now: Date, slug?: string) => trialRoom(db, await there(slug), { demo: true, now })
const openRound = async (slug?: string) => openRoundOf(await roundsOf(db, (await there(slug)).id))

test('the trial page and the Olympiade lead into the room, and its code opens', async () => {
  const visitor = await house.as('visitor')
  const shown = await room(testMoment)
  assert.match(shown?.code ?? '', /^\d{3}\u00a0\d{3}$/)
  for (const path of ['/demo', '/olympiades/wat-nog-open-ligt']) {
    const text = await (await visitor.get(path)).text()
    assert.ok(text.includes(shown?.code ?? '-') && text.includes(`href="${shown?.href}"`), path)
  }
  const joined = await visitor.send('POST', '/doe-mee', { code: shown?.code ?? '' })
  assert.equal(joined.headers.get('location'), '/olympiades/wat-nog-open-ligt/live')
  const session = await sessionOf(db, (await there()).id, testMoment)
  assert.notEqual((await screenNow(db, session?.id ?? '')).statement, null)
})

test('a real installation, and an Olympiade that is not made up, show no code', async () => {
  assert.equal(await trialRoom(db, await there(), { demo: false, now: testMoment }), undefined)
  assert.equal(
    await trialRoom(db, { ...(await there()), fictional: false }, { demo: true, now: testMoment }),
    undefined,
  )
})

test('the next sentence comes now and then, and never under the hands of whoever plays the chair', async () => {
  const session = await sessionOf(db, (await there()).id, testMoment)
  const shown = async () => (await screenNow(db, session?.id ?? '')).statement
  const first = await shown()
  await keep(later(testMoment, 5 * MINUTE))
  assert.equal(await shown(), first)
  const seen = new Set([first])
  for (let times = 1; times <= 4; times++) {
    await keep(later(testMoment, times * 15 * MINUTE))
    seen.add(await shown())
  }
  assert.equal(seen.size, 4)
  assert.equal(await shown(), first)
})

test('the code is renewed before it stops, and the round gets more time before it ends', async () => {
  const before = (await room(testMoment))?.code
  const evening = later(testMoment, 9 * HOUR)
  await keep(evening)
  const fresh = (await room(evening))?.code
  assert.ok(fresh && fresh !== before)
  // Also after the machine slept for weeks.
  for (const days of [12, 40]) {
    const now = later(testMoment, days * DAY)
    await keep(now)
    const round = await openRound()
    assert.ok(round && roundState(round, now) === 'open', `${days} days`)
    assert.ok(await room(now))
  }
})

test('whatever a visitor does as the chair, there is a room again: ended, closed, finished', async () => {
  const now = later(testMoment, 41 * DAY)
  await keep(now)
  const session = await sessionOf(db, (await there()).id, now)
  assert.ok(session)
  await endSession(db, session, people.henk.id, now)
  assert.equal(await room(now), undefined)
  await keep(now)
  assert.ok(await room(now))
  const first = await openRound()
  await closeRound(db, first?.id ?? '', { by: people.henk.id, at: now, final: false })
  await keep(now)
  assert.equal((await openRound())?.number, 2)
  assert.ok(await room(now))
  const second = await openRound()
  await closeRound(db, second?.id ?? '', { by: people.henk.id, at: now, final: true })
  await keep(now)
  assert.equal(await room(now), undefined)
  assert.ok(await room(now, 'wat-nog-open-ligt-2'))
  const text = await (await (await house.as('visitor')).get('/olympiades')).text()
  assert.match(text, /wat-nog-open-ligt-2/)
})

test('another Olympiade that someone begins under the same title does not take its place', async () => {
  const [begun, now] = [later(testMoment, 42 * DAY), later(testMoment, 43 * DAY)]
  const { title, question } = await there()
  const dates = { startsOn: '2027-03-01', endsOn: '2027-04-01' }
  const words = { title, question, ...dates, chair: people.henk.id, fictional: true }
  const slug = await beginOlympiad(db, words, { by: people.henk.id, at: begun })
  assert.equal(slug, 'wat-nog-open-ligt-3')
  await keep(now)
  assert.ok(await room(now, 'wat-nog-open-ligt-2'))
  assert.equal((await roundsOf(db, (await there(slug)).id)).length, 0)
})
