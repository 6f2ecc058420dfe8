import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { type House, openHouse, testMoment } from '../../test/house.ts'
import { dutchDay } from '../foundation/clock.ts'
import { daysLater } from '../foundation/day.ts'
import { readPost } from '../foundation/mail/index.ts'
import { askReminder, sendReminders } from './reminder.store.ts'

let house: House
before(async () => {
  house = await openHouse()
})
after(() => house.close())

test('who is due gets a turn, however many others still wait for an answer', async () => {
  const { db, pool } = house.database
  const today = dutchDay(testMoment)
  const { rows: dates } = await pool.query<{ id: string }>(
    'select id from training.offering where starts_on > $1::date + 7 and cancelled_at is null order by no limit 1',
    [today],
  )
  const offering = dates[0]?.id
  await pool.query(
    `insert into training.reminder (offering, address_hash, key_hash, reminded, asked_after_on)
     select $1, decode(md5(n::text), 'hex'), md5(n::text), true, $2 from generate_series(1, 5000) as n`,
    [offering, today],
  )
  await pool.query(
    `insert into training.reminder (id, offering, address_hash, key_hash, asked_after_on)
     values ('ffffffff-ffff-4fff-bfff-ffffffffffff', $1, 'x', 'x', $2::date - 30)`,
    [offering, today],
  )
  await sendReminders(db, house.config, testMoment, house.logger)
  const { rows: left } = await pool.query(`select count(*)::int as n from training.reminder`)
  assert.deepEqual(left, [{ n: 5000 }])
})

test('who asks late hears how soon it is; when it is called off they hear that once, and are forgotten', async () => {
  const { db, pool } = house.database
  await pool.query('delete from training.reminder')
  const { rows } = await pool.query<{ id: string; startsOn: string }>(
    `select id, starts_on::text as "startsOn" from training.offering
     where starts_on > $1::date + 7 and cancelled_at is null order by no limit 1`,
    [dutchDay(testMoment)],
  )
  const [date] = rows
  assert.ok(date)
  const morning = (days: number) => new Date(`${daysLater(date.startsOn, days)}T07:02:00Z`)
  const subjects = async () =>
    (await readPost(db, house.config.secretKey))
      .filter(({ to }) => to === 'laat@straat.example')
      .map((one) => one.subject)
  await askReminder(db, house.config, { offering: date.id, standard: null, address: 'laat@straat.example' })
  assert.equal(await sendReminders(db, house.config, morning(-3), house.logger), 1)
  assert.deepEqual(await subjects(), ['Over drie dagen begint je training'])
  await pool.query('update training.offering set cancelled_at = $2 where id = $1', [date.id, morning(-3)])
  assert.equal(await sendReminders(db, house.config, morning(-2), house.logger), 1)
  assert.equal(await sendReminders(db, house.config, morning(-1), house.logger), 0)
  assert.deepEqual(await subjects(), ['Je training gaat niet door', 'Over drie dagen begint je training'])
  const { rows: left } = await pool.query('select count(*)::int as n from training.reminder')
  assert.deepEqual(left, [{ n: 0 }])
})
