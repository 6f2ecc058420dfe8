import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { pino } from 'pino'
import { homeJobs } from '../src/home/index.ts'
import type { Trace } from '../src/people/index.ts'
import { exportReflections } from '../src/reflection/index.ts'
import { askReminder, reminderDay } from '../src/reflection/reminder.store.ts'
import { exportStandardsWork } from '../src/standards/index.ts'
import { TRACES as standards } from '../src/standards/trace.ts'
import { exportPublishing } from '../src/thread/index.ts'
import { TRACES as thread } from '../src/thread/trace.ts'
import { eraseTraining, exportTraining } from '../src/training/index.ts'
import { TRACES as training } from '../src/training/trace.ts'
import { type House, openHouse, testMoment } from './house.ts'

let house: House
before(async () => {
  house = await openHouse()
})
after(() => house.close())

/** The practices and the Olympiade hold their own lists: theirs are longer, and told in more than one place. */
const lists: [schema: string, traces: readonly Trace[], elsewhere: string[]][] = [
  ['training', training, []],
  ['standards', standards, []],
  ['thread', thread, ['utterance.person']],
]

for (const [schema, traces, elsewhere] of lists)
  test(`every column of ${schema} that names a person is in what that person takes along`, async () => {
    const { rows } = await house.database.pool.query<{ place: string }>(
      `select table_name || '.' || column_name as place from information_schema.columns
        where table_schema = $1 and data_type = 'uuid' and column_name ~ '(^|_)(by|person|owner|author|editor)$' order by 1`,
      [schema],
    )
    const told = [...traces.map(({ table, column }) => `${table}.${column}`), ...elsewhere]
    assert.deepEqual(
      rows.map(({ place }) => place),
      told.toSorted(),
    )
  })

test('what someone did and wrote is there to read, and a name that may go is gone after the erasure', async () => {
  const { db, pool } = house.database
  const person = '00000000-0000-4000-8000-00000000abcd'
  await pool.query(
    `insert into standards.text (subject, version, body, written_at, written_by)
     values (gen_random_uuid(), 1, '{"name": "Luisteren"}', $2, $1)`,
    [person, testMoment],
  )
  const [written] = (await exportStandardsWork(db, person))[0]?.rows ?? []
  assert.deepEqual(
    [written?.wat, written?.waarbij, written?.tekst],
    ['tekst geschreven', 'Luisteren', '{"name": "Luisteren"}'],
  )
  await pool.query(
    'update training.teaching set confirmed_by = $1 where id = (select id from training.teaching limit 1)',
    [person],
  )
  const did = async () => (await exportTraining(db, person))[0]?.rows.map(({ wat }) => wat)
  assert.deepEqual(await did(), ['bevestigd wat een training leert'])
  await eraseTraining(db, person)
  assert.deepEqual(await did(), [])
  assert.deepEqual((await exportPublishing(db, person))[0]?.rows, [])
})

test('whoever is erased is signed out everywhere at once, also when the job is lost, and no reminder is left', async () => {
  const { config, database } = house
  const { db, pool } = database
  const member = await house.as('registrar')
  const elsewhere = await house.as('registrar')
  const [{ email }] = (await pool.query('select email from people.person where id = $1', [member.person])).rows
  const now = testMoment
  await askReminder(db, config, email, now)
  const taken = await exportReflections(db, config, member.person)
  const reminded = taken.find(({ name }) => name === 'reflectie-herinnering')?.rows
  assert.equal(reminded?.length, 1)
  assert.match(String(reminded?.[0]?.dag), /^2027-/)
  assert.equal((await member.send('POST', '/mijn/wissen', { woord: 'wissen' })).status, 303)
  assert.match((await elsewhere.get('/mijn')).headers.get('location') ?? '', /^\/inloggen/)
  await pool.query(`delete from pgboss.job where name = 'erase-account'`)
  const [job] = homeJobs()
  await job?.work({ db, now, config: { ...config, demo: false }, log: pino({ level: 'silent' }) }, {})
  const { rows } = await pool.query('select email, erased_at is not null as erased from people.person where id = $1', [
    member.person,
  ])
  assert.deepEqual(rows, [{ email: null, erased: true }])
  assert.equal(await reminderDay(db, config, email), undefined)
})
