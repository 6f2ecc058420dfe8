import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Visit } from '../../test/parts.ts'
import { people } from '../../test/world.ts'
import { DAY, after as later } from '../foundation/clock.ts'
import { readPost } from '../foundation/mail/index.ts'
import { signup } from './hall.tables.ts'
import { openRoom, type Room } from './olympiad.room.sample.ts'
import { noon, settleOlympiad } from './olympiad.sample.ts'
import { eraseSignups, exportSignups, forgetSignups, signupsOf } from './signup.store.ts'
import { tablesOf } from './table.store.ts'

// One day from its programme to the list of who comes: the tests follow each other.
let room: Room
let chair: Visit
let olympiad = ''
const at = '/olympiades/proef-dag'
const desk = `${at}/voorzitter/programma`

before(async () => {
  room = await openRoom()
  olympiad = await settleOlympiad(room.parts.database.db, { slug: 'proef-dag' })
  chair = await room.as(people.henk)
})
after(() => room.close())

const post = async () => readPost(room.parts.database.db, room.parts.config.secretKey, 200)
const mailsTo = async (mail: string) => (await post()).filter(({ to }) => to === mail)
const linkTo = async (mail: string) =>
  /\/olympiades\/proef-dag\/aanmelding\?sleutel=[\w-]{43}/.exec((await mailsTo(mail))[0]?.text ?? '')?.[0] ?? ''
const idOf = async (number: number) =>
  (await tablesOf(room.parts.database.db, olympiad)).find((table) => table.number === number)?.id ?? ''
const wish = (more: Record<string, string> = {}) => ({
  rol: 'inwoner',
  tafel: '',
  naam: 'Amina Yilmaz',
  mail: 'amina@post.example',
  ondersteuning: '',
  ...more,
})

test('the chair makes the programme and the tables; nobody else does', async () => {
  const part = { dag: '2026-11-25', tijd: '10:00', minuten: '45', titel: 'Inloop', uitleg: 'Er is soep.' }
  assert.equal((await chair.post(`${desk}/delen`, part)).status, 303)
  const faulty = await chair.post(`${desk}/delen`, { ...part, tijd: 'straks' })
  assert.equal(faulty.status, 400)
  assert.match(faulty.text, /bijvoorbeeld 14:30/)
  assert.match(faulty.text, /Er is soep\./)
  const table = { nummer: '1', onderwerp: 'Aan de deur', plaatsen: '2', gastheer: people.noor.name }
  assert.equal((await chair.post(`${desk}/tafels`, table)).status, 303)
  assert.equal((await chair.post(`${desk}/tafels`, { ...table, nummer: '2', gastheer: '' })).status, 303)
  assert.match((await chair.post(`${desk}/tafels`, table)).text, /Tafel 1 is er al/)
  assert.match(
    (await chair.post(`${desk}/tafels`, { ...table, nummer: '3', gastheer: 'Niemand Hier' })).text,
    /niemand/,
  )
  for (const other of [await room.as(people.noor), await room.as(people.yusuf)]) {
    assert.equal((await other.get(desk)).status, 404)
    assert.equal((await other.post(`${desk}/delen`, part)).status, 404)
    assert.equal((await other.get(`${at}/voorzitter/aanmeldingen`)).status, 404)
  }
  const seen = (await room.visitor().get(`${at}/programma`)).text
  for (const words of [
    'Inloop',
    '10:00 tot 10:45',
    'Tafel 1: Aan de deur',
    'Je wordt ontvangen door Noor Benali',
    'nog 2 plaatsen',
  ])
    assert.ok(seen.includes(words), words)
})

test('of two chairs who change a part, the second sees it and keeps what was typed', async () => {
  const page = (await chair.get(desk)).text
  const part = /delen\/([0-9a-f-]{36})"/.exec(page)?.[1]
  const change = { dag: '2026-11-25', tijd: '09:30', minuten: '60', titel: 'Koffie', uitleg: '', versie: '1' }
  assert.equal((await chair.post(`${desk}/delen/${part}`, change)).status, 303)
  const late = await chair.post(`${desk}/delen/${part}`, { ...change, titel: 'Thee' })
  assert.equal(late.status, 409)
  assert.match(late.text, /Iemand anders was je voor/)
  assert.match(late.text, /Thee/)
})

test('someone signs up without an account, and finds it again behind the link in the mail', async () => {
  const visitor = room.visitor()
  const empty = await visitor.post(`${at}/programma/aanmelding`, { ondersteuning: 'Ik neem mijn zus mee.' })
  assert.equal(empty.status, 400)
  for (const words of ['Kies als wie je komt', 'Schrijf hoe je heet', 'Ik neem mijn zus mee.'])
    assert.ok(empty.text.includes(words), words)
  const signed = await visitor.post(`${at}/programma/aanmelding`, wish({ tafel: await idOf(1), vergoeding: 'ja' }))
  assert.equal(signed.location, `${at}/programma/aangemeld`)
  const link = await linkTo('amina@post.example')
  assert.match(link, /sleutel/)
  const [mail] = await mailsTo('amina@post.example')
  assert.ok(!/inwoner|Aan de deur|Amina/.test(mail?.text ?? ''), 'the mail says nothing of what was chosen')
  // A program that only looks at links opens nothing.
  const shown = await visitor.get(link)
  assert.match(shown.text, /Open mijn aanmelding/)
  assert.ok(!shown.text.includes('Aan de deur'))
  const key = link.split('sleutel=')[1] ?? ''
  assert.equal((await visitor.post(`${at}/aanmelding`, { sleutel: key })).status, 303)
  const own = await visitor.get(`${at}/aanmelding`)
  assert.match(own.text, /1: Aan de deur/)
  const ics = await visitor.get(`${at}/aanmelding/agenda.ics`)
  for (const line of [
    'DTSTART;TZID=Europe/Amsterdam:20261125T093000',
    'SUMMARY:Goede hulp in de buurt',
    'BEGIN:VEVENT',
  ])
    assert.ok(ics.text.includes(line), line)
  assert.ok(!ics.text.includes('Amina'))
  assert.equal((await room.visitor().get(`${at}/aanmelding/agenda.ics`)).status, 404)
  assert.equal((await room.visitor().get(`${at}/aanmelding?sleutel=${'x'.repeat(43)}`)).status, 410)
})

test('signing up twice takes one seat, tells only the mail, and gives the link back', async () => {
  const again = await room.visitor().post(`${at}/programma/aanmelding`, wish({ mail: 'Amina@post.example' }))
  assert.equal(again.location, `${at}/programma/aangemeld`)
  const rows = await signupsOf(room.parts.database.db, olympiad)
  assert.equal(rows.length, 1)
  const mails = await mailsTo('amina@post.example')
  assert.deepEqual(mails.map(({ subject }) => subject).sort(), ['Je bent aangemeld', 'Je was al aangemeld'])
})

test('of ten who want the last seat one gets it, and the others keep everything they typed', async () => {
  const table = await idOf(1)
  const answers = await Promise.all(
    Array.from({ length: 10 }, (_, index) =>
      room.visitor().post(
        `${at}/programma/aanmelding`,
        wish({
          tafel: table,
          naam: `Iemand ${index}`,
          mail: `iemand${index}@post.example`,
          ondersteuning: `Tolk ${index}`,
        }),
      ),
    ),
  )
  assert.equal(answers.filter(({ status }) => status === 303).length, 1)
  const full = answers.flatMap((answer, index) => (answer.status === 409 ? [{ answer, index }] : []))
  assert.equal(full.length, 9)
  for (const { answer, index } of full) {
    assert.match(answer.text, /De laatste plaats aan deze tafel is net vergeven/)
    for (const typed of [`Iemand ${index}`, `iemand${index}@post.example`, `Tolk ${index}`])
      assert.ok(answer.text.includes(typed), typed)
  }
  const taken = (await tablesOf(room.parts.database.db, olympiad)).map((one) => one.taken)
  assert.deepEqual(taken, [2, 0])
})

test('the chair sees who comes and what they need, and asks them into the rounds once', async () => {
  const list = await chair.get(`${at}/voorzitter/aanmeldingen`)
  for (const words of ['Amina Yilmaz', 'Een vergoeding vragen: Amina Yilmaz', 'Tolk', 'nog 10', 'inwoners en cliënten'])
    assert.ok(list.text.includes(words), words)
  assert.ok(!list.text.includes('amina@post.example'), 'a mail address is not for reading over')
  const invited = await chair.post(`${at}/voorzitter/aanmeldingen/uitnodiging`, { wie: 'iedereen' })
  assert.match(invited.location, /uitgenodigd=2$/)
  const again = await chair.post(`${at}/voorzitter/aanmeldingen/uitnodiging`, { wie: 'iedereen' })
  assert.match(again.location, /uitgenodigd=0$/)
  const mails = await mailsTo('amina@post.example')
  assert.ok(mails.some(({ text }) => text?.includes('/olympiades/proef-dag/meedoen?sleutel=')))
})

test('who cancels is gone at once, and the seat is free', async () => {
  const visitor = room.visitor()
  const link = (await mailsTo('amina@post.example'))
    .map(({ text }) => /aanmelding\?sleutel=([\w-]{43})/.exec(text ?? '')?.[1])
    .find((key) => key !== undefined)
  await visitor.post(`${at}/aanmelding`, { sleutel: link ?? '' })
  const moved = await visitor.post(`${at}/aanmelding/wijziging`, {
    rol: 'inwoner',
    tafel: await idOf(2),
    ondersteuning: '',
  })
  assert.equal(moved.status, 303)
  assert.equal((await visitor.post(`${at}/aanmelding/afmelding`, {})).location, `${at}/aanmelding/afgemeld`)
  const kept = await room.parts.database.db.select().from(signup)
  const row = kept.find(({ cancelledAt }) => cancelledAt !== null)
  assert.deepEqual([row?.name, row?.mail, row?.needs, row?.keyHash, row?.hallTable], [null, null, '', null, null])
  assert.equal((await visitor.get(`${at}/aanmelding`)).text.includes('Amina'), false)
})

test('the host of a table writes what was said, and makes a sentence and a reason of it', async () => {
  const host = await room.as(people.noor)
  const table = `${at}/tafels/1`
  assert.equal((await (await room.as(people.milan)).get(table)).status, 404)
  assert.equal((await host.get(`${at}/tafels/2`)).status, 404)
  for (const notitie of ['Aanbellen helpt meer dan bellen.', 'Zonder haast.'])
    assert.equal((await host.post(`${table}/notities`, { notitie })).status, 303)
  assert.equal((await host.post(`${table}/notities`, { notitie: '' })).status, 400)
  const note = () =>
    room.parts.database.pool.query<{ id: string }>(
      `select id from olympiad.table_note where kind = 'note' order by written_at, words`,
    )
  const [first, second] = (await note()).rows
  const words = {
    gewoon: 'Je belt aan voordat je een brief stuurt.',
    voorbeeld: 'Bij de klusbus belt iemand eerst aan.',
    vaktaal: 'Outreachend contact gaat voor schriftelijk contact.',
    reden: 'Aan tafel 1 was iedereen het daarover eens.',
  }
  const long = await host.post(`${table}/notities/${first?.id}/zin`, { ...words, gewoon: 'woord '.repeat(25) })
  assert.equal(long.status, 400)
  assert.match(long.text, /25 woorden/)
  assert.equal((await host.post(`${table}/notities/${first?.id}/zin`, words)).status, 303)
  assert.equal((await host.post(`${table}/notities/${first?.id}/zin`, words)).status, 404, 'once is enough')
  const { rows } = await room.parts.database.pool.query(
    'select step, s.working_group from olympiad.lineage l join olympiad.statement s on s.id = l.to_subject where from_subject = $1',
    [first?.id],
  )
  assert.deepEqual(rows, [{ step: 'noted', working_group: null }])
  const [made] = (
    await room.parts.database.pool.query('select statement from olympiad.table_note where id = $1', [first?.id])
  ).rows
  assert.equal((await host.post(`${table}/notities/${second?.id}/reden`, { zin: '' })).status, 400)
  assert.equal((await host.post(`${table}/notities/${second?.id}/reden`, { zin: made.statement })).status, 303)
})

test('export and erasure of an account hold its signup; four weeks after the day everyone is forgotten', async () => {
  const { db } = room.parts.database
  const noor = await room.as(people.noor)
  const own = wish({
    naam: 'Noor Benali',
    mail: people.noor.email,
    tafel: await idOf(2),
    ondersteuning: 'Een traplift.',
  })
  assert.equal((await noor.post(`${at}/programma/aanmelding`, own)).status, 303)
  const [takeout] = await exportSignups(db, people.noor.id)
  assert.equal(takeout?.rows[0]?.ondersteuning, 'Een traplift.')
  await eraseSignups(db, people.noor.id, noon)
  await eraseSignups(db, people.noor.id, noon)
  assert.equal((await exportSignups(db, people.noor.id))[0]?.rows.length, 0)
  const last = new Date('2026-12-20T12:00:00Z')
  assert.equal(await forgetSignups(db, later(last, 28 * DAY)), 0)
  assert.ok((await forgetSignups(db, later(last, 29 * DAY))) > 0)
  const rows = await db.select().from(signup)
  for (const row of rows) assert.deepEqual([row.name, row.mail, row.needs, row.person], [null, null, '', null])
})
