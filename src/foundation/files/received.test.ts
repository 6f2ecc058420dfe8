import assert from 'node:assert/strict'
import { existsSync, mkdtempSync, readdirSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, beforeEach, test } from 'node:test'
import { closeParts, type TestParts, testParts } from '../../../test/parts.ts'
import { docx } from '../../../test/uploads/office.ts'
import { pdf } from '../../../test/uploads/pdf.ts'
import { flatPng, picture } from '../../../test/uploads/picture.ts'
import type { Config } from '../config.ts'
import { begin, inTransaction } from '../db/index.ts'
import { Refusal } from '../http/index.ts'
import { startWorkers } from '../jobs/index.ts'
import { fileFacts, QUOTA, readFile, receiveFile, removeFile } from './file.store.ts'
import { fileJobs, scanWaiting, sweepFiles } from './files.jobs.ts'
import { type Bucket, type Clamd, openBucket, openClamd } from './outside.sample.ts'
import { fileProcess, inspectApart, stopInspecting } from './process.ts'
import { SENTENCE } from './sentence.ts'
import { storageOf } from './storage-of.ts'

let parts: TestParts
let dataDir: string
let bucket: Bucket
let clamd: Clamd
const person = '11111111-1111-4111-8111-111111111111'

before(async () => {
  dataDir = mkdtempSync(join(tmpdir(), 'verankerd-files-'))
  parts = await testParts({ DATA_DIR: dataDir })
  bucket = await openBucket()
  clamd = await openClamd()
})
beforeEach(async () => {
  await parts.database.pool.query('delete from house.file')
  rmSync(join(dataDir, 'files'), { recursive: true, force: true })
})
after(async () => {
  stopInspecting()
  await bucket.close()
  await clamd.close()
  await closeParts(parts)
})

const onDisk = () =>
  existsSync(join(dataDir, 'files'))
    ? readdirSync(join(dataDir, 'files'), { recursive: true, withFileTypes: true }).filter((one) => one.isFile())
    : []
const rows = async () => (await parts.database.pool.query('select * from house.file')).rows
const with_ = (files: Partial<Config['files']>): Config => ({
  ...parts.config,
  files: { ...parts.config.files, ...files },
})
const sent = (name: string, bytes: Buffer, config = parts.config) => ({
  config,
  name,
  bytes,
  by: person,
  at: parts.clock(),
})
const says = (sentence: string) => (fault: unknown) => fault instanceof Refusal && fault.message === sentence

test('a file is kept under a name nobody can guess, and taken along unchanged', async () => {
  const { db } = parts.database
  const file = await receiveFile(db, sent('C:\\Users\\Noor\\Plan \u202e2026.pdf', pdf()))
  assert.equal(file.name, 'Plan 2026.pdf')
  assert.equal(file.standing, 'ready')
  const [{ storage_key: key }] = await rows()
  assert.match(key, /^[0-9a-f]{32}$/)
  assert.deepEqual(
    onDisk().map((one) => join(one.parentPath, one.name)),
    [join(dataDir, 'files', key.slice(0, 2), key.slice(2, 4), key)],
  )
  assert.equal((await readFile(db, parts.config, file.id))?.length, file.size)
  const [shown] = (await fileFacts(db, [file.id])).values()
  assert.deepEqual(shown, file)
})

test('refused, and not a byte left: a macro, 26 MB, a kind that will not do here', async () => {
  const { db } = parts.database
  await assert.rejects(receiveFile(db, sent('plan.docx', docx({ 'word/vbaProject.bin': 'x' }))), says(SENTENCE.macro))
  await assert.rejects(receiveFile(db, sent('plan.pdf', Buffer.alloc(26 * 1024 * 1024))), says(SENTENCE.large))
  await assert.rejects(receiveFile(db, { ...sent('plan.pdf', pdf()), kinds: ['png', 'jpeg'] }), /png, jpg, jpeg/)
  assert.deepEqual([await rows(), onDisk()], [[], []])
})

test('a transaction that comes to nothing leaves no file; one that is saved does', async () => {
  const { db, pool } = parts.database
  await assert.rejects(
    inTransaction(db, async (tx) => {
      await receiveFile(tx, sent('plan.pdf', pdf()))
      assert.equal(onDisk().length, 1)
      throw new Error('the visitor made a mistake further on')
    }),
  )
  const failing = await begin(pool)
  await receiveFile(failing.db, sent('plan.pdf', pdf()))
  await failing.db.$client.query('select 1 / 0').catch(() => undefined)
  await assert.rejects(failing.commit(), /nothing was saved/)
  assert.deepEqual([await rows(), onDisk()], [[], []])
  const file = await inTransaction(db, (tx) => receiveFile(tx, sent('plan.pdf', pdf())))
  assert.equal(onDisk().length, 1)
  const workers = await startWorkers(parts, fileJobs())
  await assert.rejects(
    inTransaction(db, async (tx) => {
      await removeFile(tx, file.id)
      throw new Error('no')
    }),
  )
  assert.equal(onDisk().length, 1)
  await removeFile(db, file.id)
  for (let times = 0; times < 100 && onDisk().length > 0; times += 1)
    await new Promise((resolve) => setTimeout(resolve, 100))
  await workers.stop()
  assert.deepEqual([await rows(), onDisk()], [[], []])
})

test('the sweep takes what no row tells of, and leaves what is under way', async () => {
  const { db } = parts.database
  const storage = storageOf(parts.config)
  const file = await receiveFile(db, sent('plan.pdf', pdf()))
  await storage.write('a'.repeat(32), Buffer.from('left by a crash'))
  await storage.write('b'.repeat(32), Buffer.from('under way'))
  const half = join(dataDir, 'files/aa/aa/aaaa-half.new')
  writeFileSync(half, 'half')
  const old = new Date(parts.clock().getTime() - 2 * 3_600_000)
  for (const one of onDisk()) if (!one.name.startsWith('b')) utimesSync(join(one.parentPath, one.name), old, old)
  const [{ storage_key: key }] = await rows()
  utimesSync(join(dataDir, 'files/bb/bb', 'b'.repeat(32)), parts.clock(), parts.clock())
  await sweepFiles({ db, config: parts.config, now: parts.clock(), log: parts.log })
  assert.deepEqual(
    onDisk()
      .map((one) => one.name)
      .sort(),
    [key, 'b'.repeat(32)].sort(),
  )
  await storage.remove(key)
  await storage.remove('b'.repeat(32))
  assert.equal(await readFile(db, parts.config, file.id), undefined)
})

test('500 MB for one person or thing, also for two uploads at once', async () => {
  const { db, pool } = parts.database
  const size = pdf().length
  await pool.query(
    `insert into house.file (storage_key, kind, name, size, sha256, account, quarantined, created_at)
     values ('x', 'pdf', 'x', $1, '', $2, false, now())`,
    [QUOTA - size - 10, person],
  )
  const both = await Promise.allSettled([1, 2].map(() => receiveFile(db, sent('plan.pdf', pdf()))))
  assert.deepEqual(both.map((one) => one.status).sort(), ['fulfilled', 'rejected'])
  assert.equal(onDisk().length, 1)
  await receiveFile(db, { ...sent('plan.pdf', pdf()), account: '22222222-2222-4222-8222-222222222222' })
})

test('a bucket keeps what the disk would: signed requests, removal, sweep; away means a clear 503', async () => {
  const { db } = parts.database
  const config = with_({
    s3: { endpoint: bucket.url, bucket: 'proef', key: 'sleutel', secret: 'geheim', region: 'eu-1' },
  })
  const file = await receiveFile(db, sent('foto.png', await picture('png'), config))
  assert.equal(bucket.things.size, 1)
  assert.equal((await readFile(db, config, file.id))?.length, file.size)
  assert.deepEqual([file.width, file.height, onDisk().length], [60, 40, 0])
  await assert.rejects(
    inTransaction(db, async (tx) => {
      await receiveFile(tx, sent('plan.pdf', pdf(), config))
      throw new Error('no')
    }),
  )
  assert.equal(bucket.things.size, 1)
  const storage = storageOf(config)
  await storage.write('c'.repeat(32), Buffer.from('left by a crash'))
  await sweepFiles({ db, config, now: new Date(Date.now() + 7_200_000), log: parts.log })
  assert.equal(bucket.things.size, 1)
  assert.equal(bucket.unsigned, 0)
  bucket.broken = true
  await assert.rejects(receiveFile(db, sent('plan.pdf', pdf(), config)), says(SENTENCE.storage))
  await assert.rejects(readFile(db, config, file.id), says(SENTENCE.unreachable))
  assert.equal((await rows()).length, 1)
})

test('a scanner: clean at once, infected refused, away means waiting until it speaks', async () => {
  const { db } = parts.database
  const config = with_({ scanner: { host: '127.0.0.1', port: clamd.port } })
  const jobs = { db, config, now: parts.clock(), log: parts.log }
  assert.equal((await receiveFile(db, sent('plan.pdf', pdf(), config))).standing, 'ready')
  clamd.says = 'stream: Eicar-Signature FOUND'
  await assert.rejects(receiveFile(db, sent('plan.pdf', pdf(), config)), says(SENTENCE.virus))
  clamd.says = 'INSTREAM size limit exceeded. ERROR'
  const waiting = await receiveFile(db, sent('plan.pdf', pdf(), config))
  const other = await receiveFile(db, sent('ander.pdf', pdf({ info: '<< /Title (Ander) >>' }), config))
  assert.equal(waiting.standing, 'waiting')
  await scanWaiting(jobs)
  assert.match(parts.lines.at(-1) ?? '', /"files":2.*scanner says nothing, files wait/)
  assert.equal(await readFile(db, config, waiting.id), undefined)
  clamd.says = 'stream: OK'
  clamd.found = 'Ander'
  await scanWaiting(jobs)
  const now = await fileFacts(db, [waiting.id, other.id])
  assert.deepEqual([now.get(waiting.id)?.standing, now.get(other.id)?.standing], ['ready', 'infected'])
  assert.ok(await readFile(db, config, waiting.id))
  assert.equal(await readFile(db, config, other.id), undefined)
  assert.equal(onDisk().length, 2)
  await clamd.close()
  assert.equal((await receiveFile(db, sent('plan.pdf', pdf(), config))).standing, 'waiting')
})

test('a file the scanner can say nothing about, or whose bytes are gone, holds up no other', async () => {
  const { db } = parts.database
  const alone = await openClamd()
  const config = with_({ scanner: { host: '127.0.0.1', port: alone.port } })
  alone.says = 'busy ERROR'
  const named = (name: string) => receiveFile(db, sent(`${name}.pdf`, pdf({ info: `<< /Title (${name}) >>` }), config))
  const [lost, hard, plain] = [await named('Weg'), await named('Lastig'), await named('Gewoon')]
  const { rows: kept } = await parts.database.pool.query('select storage_key from house.file where id = $1', [lost.id])
  await storageOf(config).remove(kept[0].storage_key)
  alone.says = 'stream: OK'
  alone.stumbles = 'Lastig'
  await scanWaiting({ db, config, now: parts.clock(), log: parts.log })
  await alone.close()
  const now = await fileFacts(db, [lost.id, hard.id, plain.id])
  assert.deepEqual(
    [lost, hard, plain].map(({ id }) => now.get(id)?.standing),
    ['waiting', 'waiting', 'ready'],
  )
})

test('a killed file process costs one file, and the next one is looked into', async () => {
  await inspectApart('plan.pdf', pdf())
  const pid = fileProcess()
  assert.ok(pid && pid !== process.pid)
  const looking = inspectApart('groot.png', flatPng(6000, 6000))
  process.kill(pid, 'SIGKILL')
  const verdict = await looking
  assert.ok(!verdict.good && verdict.sentence === SENTENCE.costly)
  assert.ok((await inspectApart('plan.pdf', pdf())).good)
})

test('more than ten that wait are told to come back', async () => {
  const crowd = Array.from({ length: 11 }, () => inspectApart('plan.pdf', pdf()))
  assert.throws(() => void inspectApart('plan.pdf', pdf()), says(SENTENCE.busy))
  assert.ok((await Promise.all(crowd)).every((one) => one.good))
})
