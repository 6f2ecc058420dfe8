import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { people } from '../../test/world.ts'
import { openPool } from '../foundation/db/index.ts'
import { readPost } from '../foundation/mail/index.ts'
import { sha256 } from '../foundation/seal.ts'
import { origin, readItem, search } from '../thread/index.ts'
import { openBank, type TestBank } from './bank.sample.ts'
import { askOwners, confirmPractice } from './confirmation.store.ts'
import { listingsOf, readListing, writeListing } from './listing.store.ts'
import { assessmentTasks, ownPractices } from './own.store.ts'
import { practicesJobs } from './practices.jobs.ts'
import { noteRecognition } from './recognition.store.ts'

let bank: TestBank
let parts: TestBank['parts']
let samples: TestBank['samples']
let first: TestBank['first']
let built = ''
let page = ''
let desk = ''
const open = () => bank.visit()
const as = (key: string) => bank.as(key)

before(async () => {
  bank = await openBank()
  ;({ parts, samples, first, built } = bank)
  page = `/praktijken/${first.slug}`
  desk = `/redactie${page}`
})
after(() => bank.close())

test('once a year the owner is asked; one press answers; a stopped practice says so on what builds on it', async () => {
  const { db, pool } = parts.database
  const { config, log } = parts
  await pool.query(`update practices.listing set updated_at = '2025-11-01', standing = 'running' where practice = $1`, [
    first.practice,
  ])
  const quiet = samples.map(({ practice }) => practice).filter((practice) => practice !== first.practice)
  await pool.query(`update practices.listing set updated_at = '2026-11-01' where practice = any ($1)`, [quiet])
  const day = (text: string) => new Date(`${text}T06:00:00Z`)
  assert.equal((await askOwners(db, config, day('2026-10-31'), log)).mails, 0)
  assert.equal((await askOwners(db, config, day('2026-11-02'), log)).mails, 1)
  assert.equal((await askOwners(db, config, day('2026-11-02'), log)).mails, 0, 'twice is once')
  assert.equal((await askOwners(db, config, day('2026-11-24'), log)).mails, 1)
  assert.equal((await askOwners(db, config, day('2026-12-15'), log)).mails, 1)
  assert.equal((await askOwners(db, config, day('2027-01-05'), log)).silent, 1)
  parts.cache.clear()
  assert.match((await open().get(page)).text, /We weten niet of dit nog loopt/)
  const mails = (await readPost(db, config.secretKey)).filter(({ subject }) => /loopt jullie praktijk/i.test(subject))
  assert.equal(mails.length, 3)
  const link = /bevestigen\?sleutel=(\S+)/.exec(mails[0]?.text ?? '')?.[1] ?? ''
  const visit = open()
  const shown = await visit.get(`/praktijken/bevestigen?sleutel=${link}`)
  assert.match(shown.text, /Nee, we zijn gestopt/)
  assert.match((await open().get(page)).text, /We weten niet/, 'looking changes nothing')
  assert.equal((await open().get('/praktijken/bevestigen?sleutel=x')).status, 404)
  assert.equal((await open().get('/praktijken/bevestigen')).status, 404)
  assert.equal((await visit.post('/praktijken/bevestigen', { sleutel: link, antwoord: 'misschien' })).status, 400)
  parts.clockAt.now = day('2027-01-06')
  const done = await visit.post('/praktijken/bevestigen', {
    sleutel: link,
    antwoord: 'stopped',
    toelichting: 'Geen geld meer.',
  })
  assert.match(done.text, /Dank je/)
  assert.equal((await visit.post('/praktijken/bevestigen', { sleutel: link, antwoord: 'running' })).status, 409)
  const after = await open().get(page)
  assert.match(after.text, /Deze praktijk is gestopt/)
  assert.ok(!after.text.includes('Geen geld meer'), 'only the desk reads why')
  assert.match((await (await as('yusuf')).get(`${desk}/stand`)).text, /Geen geld meer\./)

  const rope = await origin(db, built, { at: day('2027-01-07') })
  const stop = rope?.upstream.stops.find(({ id }) => id === first.item)
  assert.equal(stop?.word, 'gestopte praktijk', 'what builds on it says that it stopped')
  const item = await readItem(db, first.item)
  assert.match(item?.revision.note ?? '', /gestopt/)
  assert.equal(
    (await search(db, { text: first.title, page: 1, now: day('2027-01-07') })).hits[0]?.word,
    'gestopte praktijk',
  )

  const number = item?.latest
  const { title, line, slug, gemeente, fields, people: whom, theme, organisation, summary, text } = first
  await writeListing(db, {
    ...{
      practice: first.practice,
      item: first.item,
      title,
      line,
      slug,
      gemeente,
      fields,
      people: whom,
      theme,
      organisation,
    },
    ...{ summary, text, organisationKind: 'welfare', year: 2026, fictional: true, at: day('2027-01-08') },
  })
  assert.equal((await readItem(db, first.item))?.latest, number, 'saying it again adds nothing')
  assert.equal((await readListing(db, first.slug))?.standing, 'stopped')
  const yusuf = await as('yusuf')
  await yusuf.get(`${desk}/stand`)
  await yusuf.post(`${desk}/stand`, { antwoord: 'running', toelichting: 'Ze belden.' })
  assert.equal((await readItem(db, first.item))?.word, 'praktijk')
})

test('whose it is answers while signed in too, by the same rule; for others there is no such page', async () => {
  const { pool } = parts.database
  const mine = samples[5]
  assert.ok(mine)
  const path = `/praktijken/${mine.slug}/stand`
  await pool.query('update practices.practice set owner = $2 where id = $1', [mine.practice, people.jamal.id])
  assert.equal((await (await as('noor')).get(path)).status, 404)
  assert.equal((await (await as('noor')).post(path, { antwoord: 'stopped' })).status, 404)
  const visitor = open()
  assert.notEqual((await visitor.get(path)).status, 200)
  const [jamal, again] = [await as('jamal'), await as('jamal')]
  assert.match((await jamal.get(`/praktijken/${mine.slug}`)).text, /Zeg hoe het er nu mee staat/)
  assert.doesNotMatch((await visitor.get(`/praktijken/${mine.slug}`)).text, /Zeg hoe het er nu mee staat/)
  const long = await jamal.post(path, { antwoord: 'changed', toelichting: 'x'.repeat(1_001) })
  assert.equal(long.status, 400)
  assert.match(long.text, /x{1001}/)
  await again.get(path)
  const done = await jamal.post(path, { antwoord: 'changed', toelichting: 'Wij eten nu ook op zondag.' })
  assert.match(done.text, /Dank je/)
  const late = await again.post(path, { antwoord: 'stopped', gezien: '', toelichting: 'Te laat.' })
  assert.equal(late.status, 409)
  assert.match(late.text, /Iemand anders antwoordde net/)
  assert.match(late.text, /Ja, maar het is veranderd<\/strong>/)
  assert.match(late.text, /Te laat\./)
  const gezien = /name="gezien" value="([^"]+)"/.exec(late.text)?.[1] ?? ''
  assert.equal((await again.post(path, { antwoord: 'running', gezien })).status, 200)
  const { rows } = await pool.query(
    'select answer, answered_by as by from practices.confirmation where practice = $1 order by answered_at, answer',
    [mine.practice],
  )
  assert.deepEqual(
    rows.map(({ by }) => by),
    [people.jamal.id, people.jamal.id],
  )
  assert.deepEqual(
    (await ownPractices(parts.database.db, people.jamal.id)).map(({ href }) => href),
    [path],
  )
  assert.equal((await ownPractices(parts.database.db, people.noor.id)).length, 0)
})

test('recognitions end with their last day, and counts of questions are forgotten', async () => {
  const { db, pool } = parts.database
  const third = samples[2]?.practice ?? ''
  const given = {
    kind: 'Voorbeelderkenning',
    givenBy: 'Panel',
    givenOn: '2026-01-01',
    validUntil: '2026-12-31',
    source: 'Een boek',
  }
  await noteRecognition(db, third, given, { by: null, at: new Date('2026-06-01') })
  await pool.query(`insert into practices.enquiry (practice, sent_at) values ($1, '2020-01-01')`, [third])
  const held = async () => (await listingsOf(db, [third]))[0]?.recognitions
  assert.deepEqual(await held(), ['Voorbeelderkenning'])
  const retention = practicesJobs().find(({ queue }) => queue === 'practice-retention')
  const { config, log } = parts
  await retention?.work({ db, config, log, now: new Date('2026-12-31T12:00:00Z') }, {})
  assert.deepEqual(await held(), ['Voorbeelderkenning'])
  await retention?.work({ db, config, log, now: new Date('2027-01-01T12:00:00Z') }, {})
  assert.deepEqual(await held(), [])
  const old = await pool.query('select from practices.enquiry where practice = $1', [third])
  assert.equal(old.rowCount, 0)
})

test('two mails answered at one moment give one answer', async () => {
  const { pool } = parts.database
  const asked = samples[7]
  assert.ok(asked)
  for (const [reminder, key] of ['eerste', 'tweede'].entries())
    await pool.query(
      `insert into practices.confirmation_request (practice, year, reminder, key_hash, sent_at) values ($1, 2026, $2, $3, $4)`,
      [asked.practice, reminder, sha256(key), new Date(parts.clockAt.now.getTime() - 1000)],
    )
  const [one, two] = [open(), open()]
  await one.get('/praktijken/bevestigen?sleutel=eerste')
  await two.get('/praktijken/bevestigen?sleutel=tweede')
  const answers = await Promise.all([
    one.post('/praktijken/bevestigen', { sleutel: 'eerste', antwoord: 'running' }),
    two.post('/praktijken/bevestigen', { sleutel: 'tweede', antwoord: 'stopped' }),
  ])
  assert.deepEqual(answers.map(({ status }) => status).sort(), [200, 409])
  const { rows } = await pool.query('select from practices.confirmation where practice = $1', [asked.practice])
  assert.equal(rows.length, 1)
})

test('“veranderd” waits at the desk until an editor did something with it', async () => {
  const { db, pool } = parts.database
  const said = { answer: 'changed' as const, words: 'Nu op zondag.' }
  const [mended, noted] = [samples[8], samples[9]]
  assert.ok(mended && noted)
  const at = parts.clockAt.now
  for (const { practice } of [mended, noted]) await confirmPractice(db, practice, said, { by: null, at })
  const waits = async ({ slug }: { slug: string }) =>
    (await assessmentTasks(db, at)).some(({ href }) => href === `/redactie/praktijken/${slug}/stand`)
  assert.deepEqual([await waits(mended), await waits(noted)], [true, true])
  await pool.query(`insert into practices.description (practice, number, started_at) values ($1, 1, $2)`, [
    mended.practice,
    new Date(at.getTime() + 1000),
  ])
  const yusuf = await as('yusuf')
  parts.clockAt.now = new Date(at.getTime() + 2000)
  const stand = `/redactie/praktijken/${noted.slug}/stand`
  assert.match((await yusuf.get(stand)).text, /op de lijst van de redactie/)
  await yusuf.post(stand, { antwoord: 'changed', toelichting: 'We belden.' })
  assert.deepEqual([await waits(mended), await waits(noted)], [false, false])
})

test('a practice that nobody could ask does not say that we asked', async () => {
  const { pool } = parts.database
  const [lost, heard] = [samples[10], first]
  assert.ok(lost)
  const ids = [lost.practice, heard.practice]
  await pool.query(`update practices.listing set standing = 'unconfirmed' where practice = any ($1)`, [ids])
  parts.cache.clear()
  const unasked = (await open().get(`/praktijken/${lost.slug}`)).text
  assert.match(unasked, /geen mailadres om het te vragen/)
  assert.doesNotMatch(unasked, /drie keer/)
  assert.match((await open().get(page)).text, /We vroegen het drie keer/)
})

test('an owner who can not be asked holds up no other, and is asked as soon as it can be done', async () => {
  const { db, pool } = parts.database
  const { config, log } = parts
  const [hard, easy] = samples.slice(20)
  assert.ok(hard && easy)
  await pool.query('delete from practices.confirmation_request')
  await pool.query('update practices.listing set updated_at = $1', ['2026-11-01'])
  await pool.query(
    `update practices.listing set updated_at = '2025-11-01', standing = 'running' where practice = any ($1)`,
    [[hard.practice, easy.practice]],
  )
  const owner = openPool({ url: parts.database.ownerUrl })
  await owner.query(`create function practices.fail() returns trigger language plpgsql as
    $$ begin raise exception 'kanarie'; end $$`)
  await owner.query(`create trigger fail before insert on practices.confirmation_request for each row
    when (new.practice = '${hard.practice}') execute function practices.fail()`)
  const asked = async () => (await pool.query('select practice from practices.confirmation_request')).rows
  const at = new Date('2026-11-02T06:00:00Z')
  await askOwners(db, config, at, log)
  assert.deepEqual(await asked(), [{ practice: easy.practice }])
  const told = parts.lines.filter((line) => line.includes('a row waits'))
  assert.equal(told.length, 1)
  assert.match(told[0] ?? '', new RegExp(hard.practice))
  assert.doesNotMatch(told[0] ?? '', /kanarie/)
  await owner.query('drop function practices.fail() cascade')
  await askOwners(db, config, at, log)
  assert.equal((await asked()).length, 2)
  await owner.end()
})
