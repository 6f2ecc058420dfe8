import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { setTimeout as pause } from 'node:timers/promises'
import PgBoss from 'pg-boss'
import { closeParts, type TestParts, testParts } from '../../../test/parts.ts'
import { sendJob, startWorkers } from './index.ts'

let parts: TestParts
before(async () => {
  parts = await testParts()
})
after(() => closeParts(parts))

test('a sent job is done once; a failing job is logged by its queue alone', async () => {
  const done: unknown[] = []
  const workers = await startWorkers(parts, [
    { queue: 'mail', work: async (_deps, data) => void done.push(data.id) },
    {
      queue: 'sweep',
      cron: '20 3 * * *',
      work: async () => {
        throw new Error('kanarie')
      },
    },
  ])
  await sendJob(parts.database.db, 'mail', { id: 'a' })
  await sendJob(parts.database.db, 'sweep', { id: 'kanarie' })
  for (
    let times = 0;
    times < 120 && (done.length === 0 || !parts.lines.some((line) => line.includes('job failed')));
    times += 1
  )
    await pause(100)
  await workers.stop()
  assert.deepEqual(done, ['a'])
  const lines = parts.lines.join('')
  assert.match(lines, /"queue":"sweep".*job failed/)
  assert.doesNotMatch(lines, /kanarie/)
})

test('jobs that wait for somebody outside are done beside each other, and one that fails takes no other along', async () => {
  const begun: unknown[] = []
  let both = () => {}
  const isMet = new Promise<void>((resolve) => {
    both = resolve
  })
  // Sent before anybody listens, so that they are taken at one time.
  for (const id of ['a', 'b']) await sendJob(parts.database.db, 'mail', { id })
  const workers = await startWorkers(parts, [
    {
      queue: 'mail',
      together: 2,
      work: async (_deps, data) => {
        begun.push(data.id)
        if (begun.length === 2) both()
        await isMet
        if (data.id === 'a') throw new Error('only this one')
      },
    },
  ])
  await Promise.race([isMet, pause(12_000)])
  await workers.stop()
  assert.deepEqual(begun.sort(), ['a', 'b'])
  const { rows } = await parts.database.pool.query(
    `select data ->> 'id' as id, state from pgboss.job where name = 'mail' and data ->> 'id' in ('a', 'b')
       and created_on > now() - interval '1 minute' order by created_on desc limit 2`,
  )
  assert.deepEqual(rows.map(({ id, state }) => `${id} ${state}`).sort(), ['a retry', 'b completed'])
})

test('every clockwork stands in the schedule with Dutch time', async () => {
  const { rows } = await parts.database.pool.query('select name, cron, timezone from pgboss.schedule')
  assert.deepEqual(rows, [{ name: 'sweep', cron: '20 3 * * *', timezone: 'Europe/Amsterdam' }])
})

test('one stroke of the clock gives one job, also when two servers hear it', async () => {
  const { pool } = parts.database
  const { rows: schedules } = await pool.query('select name, data, options from pgboss.schedule')
  const boss = new PgBoss({
    db: { executeSql: async (text, values) => ({ rows: (await pool.query(text, values)).rows }) },
    schema: 'pgboss',
    migrate: false,
  })
  // What the clockwork of every server does with a line of the schedule.
  const stroke = () => boss.insert(schedules.map(({ name, data, options }) => ({ name, data, ...options })))
  const count = async () =>
    (await pool.query(`select count(*)::int as n from pgboss.job where name = 'sweep' and singleton_on is not null`))
      .rows[0].n
  await Promise.all([stroke(), stroke()])
  await stroke()
  assert.equal(await count(), 1)
})

test('two kinds of work on one queue are refused at the start: each would get half of it', async () => {
  const work = async () => {}
  await assert.rejects(
    startWorkers(parts, [
      { queue: 'mail', work },
      { queue: 'mail', work },
    ]),
    /one queue/,
  )
})
