import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Answer } from '../../test/parts.ts'
import { people } from '../../test/world.ts'
import { DAY, after as later } from '../foundation/clock.ts'
import { readPost } from '../foundation/mail/index.ts'
import { closeRound } from './closing.store.ts'
import { openRoom, type Room } from './olympiad.room.sample.ts'
import { noon, settleOlympiad, settleRound, settleStatements } from './olympiad.sample.ts'
import { readOlympiadById } from './olympiad.store.ts'
import { invite } from './panel.store.ts'
import { forgetRenewals } from './renewal.store.ts'
import { roundsOf } from './round.store.ts'

let room: Room
before(async () => {
  room = await openRoom()
})
after(() => room.close())

const db = () => room.parts.database.db
const ok = (answer: Answer, status: number) => assert.equal(answer.status, status, answer.location)

/** An Olympiade with a round open and one person invited by mail. */
async function begin(
  mail: string,
  mode: 'confidential' | 'open' = 'confidential',
): Promise<{ at: string; key: string; olympiad: string }> {
  const olympiad = await settleOlympiad(db(), { mode })
  await settleRound(db(), { olympiad, statements: await settleStatements(db(), 2) })
  const { key } = await invite(db(), { olympiad, role: 'inwoner', channel: 'mail', mail, by: people.henk.id }, noon)
  return { at: `/olympiades/${(await readOlympiadById(db(), olympiad))?.slug}`, key, olympiad }
}

/** Every new link that was sent to an address, in no order. */
async function linksTo(mail: string): Promise<string[]> {
  const post = await readPost(db(), room.parts.config.secretKey, 200)
  const texts = post.flatMap(({ to, subject, text }) =>
    to === mail && /nieuwe link/.test(subject ?? '') ? [text] : [],
  )
  return texts.flatMap((text) => /https?:\/\/[^/\s]+(\/olympiades\/\S+sleutel=\S+)/.exec(text ?? '')?.[1] ?? [])
}

const linkTo = async (mail: string): Promise<string | undefined> => (await linksTo(mail))[0]

const keyIn = (link = ''): string => new URL(link, 'http://x').searchParams.get('sleutel') ?? ''

test('a new link comes by mail; the old one works until the new one is opened, and then no longer', async () => {
  const { at, key, olympiad } = await begin('amina@post.example')
  const old = room.visitor()
  ok(await old.post(`${at}/meedoen`, { sleutel: key }), 303)
  ok(await old.post(`${at}/zin/1`, { antwoord: 'nodig' }), 303)
  assert.match((await old.get(`${at}/meedoen/stoppen`)).text, /Haal ze weg/)
  const visit = room.visitor()
  assert.match((await visit.get(`${at}/meedoen`)).text, /meedoen\/kwijt/)
  assert.equal(
    (await visit.post(`${at}/meedoen/kwijt`, { mail: ' Amina@Post.example ' })).location,
    `${at}/meedoen/kwijt/verstuurd`,
  )
  const link = await linkTo('Amina@Post.example')
  assert.ok(link)
  // Somebody else may have typed the address: nothing is lost by that.
  ok(await old.post(`${at}/zin/2`, { antwoord: 'nodig' }), 303)
  const shown = await visit.get(link)
  assert.match(shown.text, /werkt je oude link niet meer/)
  assert.match(shown.text, /niet meer zien of veranderen/)
  ok(await visit.post(`${at}/meedoen`, { sleutel: keyIn(link) }), 303)
  ok(await room.visitor().post(`${at}/meedoen`, { sleutel: key }), 400)
  assert.match((await old.get(`${at}/meedoen`)).text, /Typ die hier/)
  ok(await old.post(`${at}/zin/1`, { antwoord: 'twijfel' }), 404)
  assert.match((await visit.get(`${at}/meedoen`)).text, /met je vorige link/)
  ok(await visit.post(`${at}/zin/1`, { antwoord: 'twijfel' }), 409)
  const stopping = (await visit.get(`${at}/meedoen/stoppen`)).text
  assert.match(stopping, /Niemand kan het nog bij jou terugvinden/)
  assert.ok(!stopping.includes('Haal ze weg'), 'what nobody finds is not promised to go')
  const { rows } = await room.parts.database.pool.query(
    `select b.score from olympiad.ballot b join olympiad.round r on r.id = b.round
     join olympiad.olympiad o on o.id = r.olympiad where o.slug = $1`,
    [at.split('/').at(-1)],
  )
  assert.deepEqual(
    rows.map(({ score }) => score),
    [8, 8],
  )
  await closeRound(db(), (await roundsOf(db(), olympiad))[0]?.id ?? '', { by: people.henk.id, at: noon, final: false })
  assert.ok(!(await old.get(`${at}/rondes/1`)).text.includes('Jij koos'), 'nor what was chosen, after the closing')
})

test('who had not answered yet does so with the new link, the last one asked for', async () => {
  const { at } = await begin('bram@post.example')
  const visit = room.visitor()
  await visit.post(`${at}/meedoen/kwijt`, { mail: 'bram@post.example' })
  await visit.post(`${at}/meedoen/kwijt`, { mail: 'bram@post.example' })
  const answers: number[] = []
  for (const link of await linksTo('bram@post.example'))
    answers.push((await visit.post(`${at}/meedoen`, { sleutel: keyIn(link) })).status)
  // Only the last one that was asked for opens.
  assert.deepEqual(answers.toSorted(), [303, 400])
  ok(await visit.post(`${at}/zin/1`, { antwoord: 'nodig' }), 303)
})

test('an address that nobody invited gets the same answer and no mail', async () => {
  const { at } = await begin('carla@post.example')
  const [known, unknown] = await Promise.all(
    ['carla@post.example', 'niemand@post.example'].map((mail) => room.visitor().post(`${at}/meedoen/kwijt`, { mail })),
  )
  assert.deepEqual([known?.status, known?.location], [unknown?.status, unknown?.location])
  assert.equal(await linkTo('niemand@post.example'), undefined)
  const other = await begin('dirk@post.example')
  await room.visitor().post(`${other.at}/meedoen/kwijt`, { mail: 'carla@post.example' })
  const { rows } = await room.parts.database.pool.query('select count(*)::int as n from olympiad.key_renewal')
  assert.equal(rows[0].n, 1)
  assert.match((await room.visitor().get(`${at}/meedoen/kwijt`)).text, /kunnen we niet opnieuw geven/)
})

test('after a few times a day an address waits, invited or not; what is no address says so', async () => {
  const { at } = await begin('els@post.example')
  const visit = room.visitor()
  for (const mail of ['els@post.example', 'onbekend@post.example']) {
    for (let times = 0; times < 5; times++) ok(await visit.post(`${at}/meedoen/kwijt`, { mail }), 303)
    const again = await visit.post(`${at}/meedoen/kwijt`, { mail: mail.toUpperCase() })
    ok(again, 429)
    assert.match(again.text, /probeer het morgen/)
  }
  const wrong = await visit.post(`${at}/meedoen/kwijt`, { mail: 'geen adres' })
  ok(wrong, 400)
  assert.ok(wrong.text.includes('geen adres'))
})

test('a new link waits a day; whoever stopped gets none', async () => {
  const { at, key } = await begin('fien@post.example')
  await room.visitor().post(`${at}/meedoen/kwijt`, { mail: 'fien@post.example' })
  const link = await linkTo('fien@post.example')
  const moment = room.parts.clockAt.now
  room.parts.clockAt.now = later(moment, DAY + 1)
  ok(await room.visitor().post(`${at}/meedoen`, { sleutel: keyIn(link) }), 400)
  await forgetRenewals(db(), room.parts.clockAt.now)
  room.parts.clockAt.now = moment
  const { rows } = await room.parts.database.pool.query('select from olympiad.key_renewal')
  assert.equal(rows.length, 0)
  const old = room.visitor()
  ok(await old.post(`${at}/meedoen`, { sleutel: key }), 303)
  ok(await old.post(`${at}/meedoen/stoppen`, {}), 303)
  await room.visitor().post(`${at}/meedoen/kwijt`, { mail: 'fien@post.example' })
  assert.equal((await room.parts.database.pool.query('select from olympiad.key_renewal')).rows.length, 0)
})

test('after the last round no link is sent that would open nothing; in an open Olympiade it still opens who chose what', async () => {
  for (const [mode, status, links] of [
    ['confidential', 409, 0],
    ['open', 303, 1],
  ] as const) {
    const mail = `gijs-${mode}@post.example`
    const { at, olympiad } = await begin(mail, mode)
    const [round] = await roundsOf(db(), olympiad)
    await closeRound(db(), round?.id ?? '', { by: people.henk.id, at: noon, final: true })
    const asked = await room.visitor().post(`${at}/meedoen/kwijt`, { mail })
    ok(asked, status)
    assert.equal((await linksTo(mail)).length, links)
    const shown = await room.visitor().get(`${at}/meedoen/kwijt`)
    ok(shown, 200)
    for (const { text } of mode === 'open' ? [] : [asked, shown]) assert.match(text, /opent niets meer/)
  }
})
