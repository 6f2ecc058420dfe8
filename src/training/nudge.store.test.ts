import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { type House, openHouse, testMoment } from '../../test/house.ts'
import { dutchDay } from '../foundation/clock.ts'
import { daysLater } from '../foundation/day.ts'
import { readPost } from '../foundation/mail/index.ts'
import { nudgeProviders } from './nudge.store.ts'
import { deskCourses } from './provider.desk.store.ts'
import { readProvider } from './provider.store.ts'

let house: House
before(async () => {
  house = await openHouse()
})
after(() => house.close())

const today = dutchDay(testMoment)
const morning = (day: string) => new Date(`${day}T06:40:00Z`)

test('a provider hears once that nobody can begin any more, however long the course itself goes on', async () => {
  const { db, pool } = house.database
  const kept = ['de-kunst-van-het-wachten', 'VB-TEAM', 'VB-OPEN', 'VB-ALTIJD']
  // Four courses of Leerplaats Kompas: with dates, with dates and for teams, for teams only, and at any time.
  await pool.query('delete from training.offering')
  await pool.query(
    `insert into training.course (provider, code, slug, title, outcome, about, form, minutes, language, level, professions,
       for_students, in_company, any_time, price_cents, enrol_url, fictional, created_at, updated_at, live_since)
     select provider, made.code, made.code, made.code, outcome, about, form, minutes, language, level, professions,
       for_students, made.team, made.always, price_cents, enrol_url, fictional, created_at, updated_at, created_at
     from training.course, (values ('VB-TEAM', true, false), ('VB-OPEN', true, false), ('VB-ALTIJD', false, true))
       as made (code, team, always)
     where course.slug = 'de-kunst-van-het-wachten'`,
  )
  const [first, later] = [daysLater(today, 3), daysLater(today, 10)]
  await pool.query(
    `insert into training.offering (course, days, starts_on, ends_on, online, created_at, updated_at)
     select course.id, array[made.day::date, made.day::date + 180], made.day::date, made.day::date + 180, true, $4, $4
     from training.course, unnest($2::text[]) as made (day) where course.slug = any ($1) and course.slug <> $3`,
    [kept, [first, later], 'VB-OPEN', testMoment],
  )
  const nudged = async (day: string) => nudgeProviders(db, house.config, morning(day), house.logger)
  const mails = async () =>
    (await readPost(db, house.config.secretKey)).filter(({ subject }) => /zonder datum/.test(subject))
  assert.equal(await nudged(later), 0, 'someone can still begin that day')
  assert.equal(await nudged(daysLater(later, 1)), 2)
  assert.equal(await nudged(daysLater(later, 2)), 0, 'once per last day')
  assert.equal(await nudged(daysLater(later, 200)), 0)
  const [mail, ...others] = await mails()
  assert.deepEqual([mail?.subject, others], ['2 trainingen zonder datum', []])
  assert.match(mail?.text ?? '', /- De kunst van het wachten\n- VB-TEAM\n/)
  assert.doesNotMatch(mail?.text ?? '', /VB-OPEN|VB-ALTIJD/)
  // And the same two wait at their desk.
  const provider = (await readProvider(db, 'leerplaats-kompas'))?.id ?? ''
  const page = { today: daysLater(later, 1), skip: 0, most: 100 }
  const waiting = await deskCourses(db, provider, { text: '', which: 'needing' }, page)
  const ours = waiting.filter(({ slug, isDateless }) => isDateless && kept.includes(slug))
  assert.deepEqual(
    ours.map(({ title }) => title),
    ['De kunst van het wachten', 'VB-TEAM'],
  )
})
