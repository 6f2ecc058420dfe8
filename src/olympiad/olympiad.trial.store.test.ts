import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { type House, openHouse, testMoment } from '../../test/house.ts'
import { olympiadCast, people } from '../../test/world.ts'
import type { Db } from '../foundation/db/index.ts'
import { utterances } from '../thread/index.ts'
import { passedReasons } from './moderation.store.ts'
import { readOlympiad } from './olympiad.store.ts'
import { settleOlympiads } from './olympiad.trial.store.ts'
import { type Olympiad, olympiadState } from './olympiad.ts'
import { roundsOf, sentencesOf } from './round.store.ts'
import { roundState } from './round.ts'
import { lastVerdicts } from './verdict.store.ts'

let house: House
let db: Db
let finished: Olympiad
let running: Olympiad

const there = async (slug: string): Promise<Olympiad> => {
  const found = await readOlympiad(db, slug)
  assert.ok(found, `there is no ${slug}`)
  return found
}

before(async () => {
  house = await openHouse()
  db = house.database.db
  finished = await there('aan-de-deur-en-aan-tafel')
  running = await there('wat-nog-open-ligt')
})
after(() => house.close())

const count = async (text: string, ...values: unknown[]): Promise<number> =>
  (await db.$client.query<{ n: number }>(`select count(*)::int as n from ${text}`, values)).rows[0]?.n ?? 0

test('one is finished, after three rounds of sixty people over twenty sentences', async () => {
  assert.equal(olympiadState(finished), 'finished')
  assert.ok(finished.fictional && running.fictional)
  const rounds = await roundsOf(db, finished.id)
  const sizes = await Promise.all(rounds.map(async ({ id }) => (await sentencesOf(db, id)).length))
  assert.equal(rounds.length, 3)
  assert.equal(sizes[0], 20)
  assert.ok((sizes[1] ?? 0) < 20 && (sizes[2] ?? 0) < (sizes[1] ?? 0), `sizes ${sizes}`)
  assert.equal(await count('olympiad.panellist where olympiad = $1', finished.id), 60)
  assert.equal(await count('olympiad.pseudonym where olympiad = $1', finished.id), 0)
})

test('its verdicts are of every kind, and one is held back by inwoners with their reasons', async () => {
  const verdicts = await lastVerdicts(db, finished.id)
  const many = (kind: string) => verdicts.filter(({ verdict }) => verdict === kind).length
  assert.deepEqual(
    [many('accepted'), many('rejected'), many('no consensus'), many('no verdict')],
    [15, 1, 3, 1],
    JSON.stringify(verdicts.map(({ verdict, figures }) => [verdict, figures.outcome.holdingBack])),
  )
  assert.ok(verdicts.every(({ item }) => item !== null))
  const held = verdicts.find(({ figures: { outcome } }) => outcome.holdingBack.join() === 'inwoner,vertegenwoordiger')
  const rounds = await roundsOf(db, finished.id)
  const passed = (await Promise.all(rounds.map(({ id }) => passedReasons(db, id)))).flat()
  const theirs = passed.filter(({ statement, role }) => statement === held?.statement && role === 'inwoner')
  const words = await utterances(
    db,
    theirs.map(({ utterance }) => utterance),
  )
  assert.equal(theirs.length, 3)
  assert.ok(
    [...words.values()].some(
      ({ text }) =>
        text === 'Ik begrijp de werkers nu beter. Toch blijf ik erbij: wie niet opendoet, heeft iets gezegd.',
    ),
  )
  assert.equal(await count("olympiad.moderation where olympiad = $1 and outcome = 'refused'", finished.id), 2)
})

test('the other has a round that is open, led by Henk, and Gloria can come in by her own mail', async () => {
  assert.equal(olympiadState(running), 'running')
  assert.deepEqual(running.chairs, [people.henk.id])
  const [round] = await roundsOf(db, running.id)
  assert.ok(round && roundState(round, testMoment) === 'open')
  assert.equal((await sentencesOf(db, round.id)).length, 4)
  assert.equal(
    await count(
      'olympiad.panellist where olympiad = $1 and person = $2 and joined_at is null',
      running.id,
      people.gloria.id,
    ),
    1,
  )
  assert.ok((await count('olympiad.participation where round = $1', round.id)) > 10)
})

test('a second start adds nothing', async () => {
  const before = await count('olympiad.ballot')
  const contentDir = `${import.meta.dirname}/../../content`
  await settleOlympiads(db, {
    contentDir,
    now: new Date('2027-01-10T10:00:00Z'),
    cast: olympiadCast,
    config: house.config,
  })
  assert.equal(await count('olympiad.olympiad'), 2)
  assert.equal(await count('olympiad.ballot'), before)
})
