import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { type House, openHouse, testMoment } from '../../test/house.ts'
import { dutchDay } from '../foundation/clock.ts'
import { sendReminders } from './reminder.store.ts'

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
  await sendReminders(db, house.config, testMoment)
  const { rows: left } = await pool.query(`select count(*)::int as n from training.reminder`)
  assert.deepEqual(left, [{ n: 5000 }])
})
