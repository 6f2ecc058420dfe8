import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { SMTPServer } from 'smtp-server'
import { closeParts, type TestParts, testParts } from '../../../test/parts.ts'
import { inTransaction } from '../db/index.ts'
import { countWaiting, mailJobs, readPost, sendMail, stuckMails } from './index.ts'

let parts: TestParts
let server: SMTPServer
let port = 0
const received: string[] = []
let refuseNext = 0
/** What the server says to an address, where it does not take it. */
const refusals: Record<string, [code: number, words: string]> = {
  'weg@bestaat-niet.example': [550, '5.1.1 <weg@bestaat-niet.example>: unknown'],
  'straks@druk.example': [450, '4.2.1 <straks@druk.example>: later'],
  'wie@streng.example': [554, '5.7.1 <wie@streng.example>: we do not trust you'],
}

before(async () => {
  server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onRcptTo({ address }, _session, done) {
      const [code, words] = refusals[address] ?? []
      if (code === undefined) return done()
      done(Object.assign(new Error(words), { responseCode: code }))
    },
    onData(stream, _session, done) {
      const chunks: Buffer[] = []
      stream.on('data', (chunk: Buffer) => chunks.push(chunk))
      stream.on('end', () => {
        if (refuseNext > 0) {
          refuseNext -= 1
          done(new Error('not now'))
          return
        }
        received.push(Buffer.concat(chunks).toString())
        done()
      })
    },
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.server.address()
  port = typeof address === 'object' && address ? address.port : 0
  parts = await testParts({ SMTP_URL: `smtp://127.0.0.1:${port}` })
})
after(async () => {
  await new Promise<void>((resolve) => server.close(() => resolve()))
  await closeParts(parts)
})

const post = (carriesKey: boolean, text = 'Hallo daar') =>
  sendMail(
    parts.database.db,
    parts.config,
    { to: 'iemand@voorbeeld.example', subject: 'Dag\r\nBcc: x@y.example', text, carriesKey },
    parts.clock(),
  )
const rows = async () =>
  (
    await parts.database.pool.query(
      'select m::text as row, taken_at, body, recipient, attempts from house.mail m order by created_at, id',
    )
  ).rows
const attempts = async () => (await rows()).map((row) => row.attempts).sort()
const deliver = async () => {
  const { db, pool } = parts.database
  const [job] = mailJobs(parts.config)
  const waiting = (await pool.query('select id from house.mail where taken_at is null')).rows
  for (const { id } of waiting)
    await job?.work({ db, now: parts.clock(), config: parts.config, log: parts.log }, { id })
}

test('a mail waits until it is taken; then its address goes, and a text that opens something goes too', async () => {
  await post(true, 'Je code is 123456')
  assert.doesNotMatch(JSON.stringify((await rows()).map((row) => row.row)), /iemand|123456/)
  assert.equal((await readPost(parts.database.db, parts.config.secretKey))[0]?.text, 'Je code is 123456')
  await deliver()
  const [row] = await rows()
  assert.equal(row.recipient, null)
  assert.equal(row.body, null)
  assert.match(received.at(-1) ?? '', /Je code is 123456/)
  assert.match(received.at(-1) ?? '', /^To: iemand@voorbeeld\.example/m)
  assert.doesNotMatch(received.at(-1) ?? '', /^Bcc:/m)
})

test('a refused mail stays and goes out once, under the same Message-ID, when the server is back', async () => {
  const before = received.length
  await post(false)
  refuseNext = 1
  await assert.rejects(deliver())
  assert.equal(received.length, before)
  assert.deepEqual(await attempts(), [1, 1], 'a failed attempt counts, though it was undone')
  await Promise.all([deliver(), deliver()])
  assert.equal(received.length, before + 1)
  assert.deepEqual(await attempts(), [1, 2])
})

test('no commit, no mail', async () => {
  const before = (await rows()).length
  await assert.rejects(
    inTransaction(parts.database.db, async (tx) => {
      await sendMail(tx, parts.config, { to: 'a@b.example', subject: 'x', text: 'y' }, parts.clock())
      throw new Error('changed my mind')
    }),
  )
  assert.equal((await rows()).length, before)
  const { rows: jobs } = await parts.database.pool.query(
    `select count(*)::int as count from pgboss.job where name = 'mail'`,
  )
  assert.equal(jobs[0].count, before)
})

test('what nobody can use any more is wiped and never sent; other mail waits, a link that works for weeks too', async () => {
  const cases: [string, NodeJS.ProcessEnv, number, boolean][] = [
    ['real use without a mail server, when it just works', { DEMO: 'off' }, 14, true],
    ['when it works no more', { DEMO: 'off' }, 15, false],
    ['a trial, after an hour', { DEMO: 'on' }, 60, true],
    ['a mail server that is away for an hour', { DEMO: 'off', SMTP_URL: 'smtp://127.0.0.1:9' }, 60, false],
  ]
  for (const [name, env, minutes, stays] of cases) {
    const alone = await testParts(env)
    try {
      const { database, config, clock } = alone
      const from = clock()
      const mail = { to: 'a@b.example', text: '123 456', carriesKey: true }
      const worthlessAt = new Date(from.getTime() + 15 * 60_000)
      await sendMail(database.db, config, { ...mail, subject: 'code', worthlessAt }, from)
      await sendMail(database.db, config, { ...mail, subject: 'invitation' }, from)
      const again = mailJobs(config).find((job) => job.queue === 'mail-again')
      const now = new Date(from.getTime() + minutes * 60_000)
      await again?.work({ db: database.db, now, config, log: alone.log }, {})
      const { rows: left } = await database.pool.query(
        'select subject, body is not null as text, recipient is not null as to from house.mail order by 1',
      )
      assert.deepEqual(
        left,
        [
          { subject: 'code', text: stays, to: stays },
          { subject: 'invitation', text: true, to: true },
        ],
        name,
      )
    } finally {
      await closeParts(alone)
    }
  }
})

test('a code that came too late for its mail server is not sent, also by a job that waited for it', async () => {
  const before = received.length
  const { database, config, clock, log } = parts
  const now = clock()
  const late = { to: 'te@laat.example', subject: 'Je code', text: '654 321', carriesKey: true, worthlessAt: now }
  await sendMail(database.db, config, late, new Date(now.getTime() - 15 * 60_000))
  const { rows: waiting } = await database.pool.query(`select id from house.mail where subject = 'Je code'`)
  await mailJobs(config)[0]?.work({ db: database.db, now, config, log }, { id: waiting[0].id })
  assert.equal(received.length, before)
})

test('a mail that was left gets one job, not one per look', async () => {
  const { database, config } = parts
  const { pool } = database
  await post(false, 'blijft liggen')
  await pool.query(`delete from pgboss.job where name = 'mail'`)
  const again = mailJobs(config).find((job) => job.queue === 'mail-again')
  const now = new Date(parts.clock().getTime() + 21 * 60_000)
  for (let times = 0; times < 2; times += 1) await again?.work({ db: database.db, now, config, log: parts.log }, {})
  const { rows: jobs } = await pool.query(`select count(*)::int as n from pgboss.job where name = 'mail'`)
  assert.equal(jobs[0].n, 1)
})

test('mails that nobody takes hold up no mail that was hardly tried', async () => {
  const alone = await testParts({ SMTP_URL: 'smtp://127.0.0.1:9' })
  try {
    const { database, config, clock } = alone
    const from = clock()
    const mail = { to: 'a@b.example', subject: 'x', text: 'y' }
    for (let times = 0; times < 201; times += 1) await sendMail(database.db, config, mail, from)
    await database.pool.query('update house.mail set attempts = 12')
    await sendMail(database.db, config, mail, new Date(from.getTime() + 60_000))
    await database.pool.query(`delete from pgboss.job where name = 'mail'`)
    const again = mailJobs(config).find((job) => job.queue === 'mail-again')
    const now = new Date(from.getTime() + 22 * 60_000)
    await again?.work({ db: database.db, now, config, log: alone.log }, {})
    const { rows: sent } = await database.pool.query(
      `select from house.mail join pgboss.job on job.name = 'mail' and job.data ->> 'id' = mail.id::text where attempts = 0`,
    )
    assert.equal(sent.length, 1)
  } finally {
    await closeParts(alone)
  }
})

test('a mail that is refused for good is tried no more and told by domain; what may be otherwise later is tried again', async () => {
  const alone = await testParts({ SMTP_URL: `smtp://127.0.0.1:${port}` })
  try {
    const { database, config, clock, log, lines } = alone
    const { db, pool } = database
    const [job, again] = mailJobs(config)
    const tried = async () => {
      for (const { id } of (await pool.query('select id from house.mail where taken_at is null')).rows)
        await job?.work({ db, now: clock(), config, log }, { id }).catch(() => {})
    }
    for (const to of Object.keys(refusals))
      await sendMail(db, config, { to, subject: 'Je code', text: 'Je code is 123456', carriesKey: true }, clock())
    await tried()
    await tried()
    const { rows } = await pool.query(
      `select refusal, refused_at is not null as final, body is not null as text, attempts, m::text as row
       from house.mail m order by refusal`,
    )
    assert.deepEqual(
      rows.map(({ refusal, final, text, attempts }) => [refusal, final, text, attempts]),
      [
        ['450 4.2.1', false, true, 2],
        ['550 5.1.1', true, false, 1],
        ['554 5.7.1', false, true, 2],
      ],
    )
    assert.doesNotMatch(JSON.stringify(rows.map(({ row }) => row)), /weg@|straks@|wie@|123456/)
    assert.doesNotMatch(lines.join(), /weg@|bestaat-niet/)
    assert.match(lines.join(), /"answer":"550 5\.1\.1","msg":"a mail was refused for good"/)
    const stuck = await stuckMails(db, config.secretKey)
    assert.deepEqual(stuck.map(({ domain, answer, isFinal, count }) => [domain, answer, isFinal, count]).sort(), [
      ['bestaat-niet.example', '550 5.1.1', true, 1],
      ['druk.example', '450 4.2.1', false, 1],
      ['streng.example', '554 5.7.1', false, 1],
    ])
    const later = new Date(clock().getTime() + 21 * 60_000)
    assert.equal(await countWaiting(db, later), 2)
    await pool.query(`delete from pgboss.job where name = 'mail'`)
    await again?.work({ db, now: later, config, log }, {})
    const { rows: jobs } = await pool.query(`select count(*)::int as n from pgboss.job where name = 'mail'`)
    assert.equal(jobs[0].n, 2, 'the one that was refused for good gets no job')
    delete refusals['straks@druk.example']
    await tried()
    assert.match(received.at(-1) ?? '', /^To: straks@druk\.example/m)
    assert.equal((await stuckMails(db, config.secretKey)).length, 2)
    const [unreadable] = await stuckMails(db, Buffer.alloc(32, 9))
    assert.equal(unreadable?.domain, '', 'sealed with a key that was replaced')
  } finally {
    await closeParts(alone)
  }
})
