import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Answer, Visit } from '../../test/parts.ts'
import { people } from '../../test/world.ts'
import { HOUR, after as later } from '../foundation/clock.ts'
import { erasePerson } from '../people/index.ts'
import { saveAnswers } from './ballot.store.ts'
import { closeRound } from './closing.store.ts'
import { mixBallots } from './mixing.store.ts'
import { namedAnswers, namedRound } from './named.store.ts'
import { openRoom, type Room } from './olympiad.room.sample.ts'
import { type Member, noon, settleOlympiad, settlePanel, settleRound, settleStatements } from './olympiad.sample.ts'
import { readOlympiadById } from './olympiad.store.ts'
import type { Olympiad } from './olympiad.ts'
import { erasePanel, exportPanel } from './panel.takeout.store.ts'
import { openRound } from './round.desk.store.ts'
import { readRound, readRoundById } from './round.store.ts'
import type { Mode } from './round.ts'

let room: Room
before(async () => {
  room = await openRoom()
})
after(() => room.close())

const db = () => room.parts.database.db
const NAMES = ['Ans Verzonnen', 'Bea Verzonnen', 'Cor Verzonnen']
const tell = (answer: Answer, status: number) => assert.equal(answer.status, status, answer.location)

interface Played {
  olympiad: Olympiad
  at: string
  statement: string
  round: string
  members: Member[]
}

/** Six inwoners and six professionals answer one sentence; three of the inwoners have a name. */
async function play(mode: 'confidential' | 'open', roundMode: Mode = mode, { close = true } = {}): Promise<Played> {
  const id = await settleOlympiad(db(), { mode })
  const statements = await settleStatements(db(), 1)
  const round = await settleRound(db(), { olympiad: id, statements, mode: roundMode })
  const members = await settlePanel(db(), id, [...Array(6).fill('inwoner'), ...Array(6).fill('vertegenwoordiger')])
  for (const [at, one] of members.entries())
    await room.parts.database.pool.query('update olympiad.panellist set name = $2 where id = $1', [
      one.id,
      NAMES[at] ?? `Iemand ${at}`,
    ])
  for (const one of roundMode === 'secret' ? [] : members) {
    const given = statements.map((statement) => ({ statement, answer: 8 as const }))
    const saved = await saveAnswers(db(), { round, held: one.held, given, at: noon })
    assert.deepEqual(saved, { is: 'saved' })
  }
  if (close) await closeRound(db(), round.id, { by: people.henk.id, at: later(noon, HOUR), final: true })
  const olympiad = await readOlympiadById(db(), id)
  assert.ok(olympiad)
  return { olympiad, at: `/olympiades/${olympiad.slug}`, statement: statements[0] ?? '', round: round.id, members }
}

async function visitOf({ at, members }: Played, place = 0): Promise<Visit> {
  const visit = room.visitor()
  tell(await visit.post(`${at}/meedoen`, { sleutel: members[place]?.key ?? '' }), 303)
  return visit
}

const pagesOf = ({ at, statement }: Played) => [
  `${at}/rondes/1`,
  `${at}/rondes/1/wie/${statement}`,
  `${at}/rondes/1/wie.csv`,
  `${at}/uitslag`,
  `${at}/uitslag/${statement}`,
  `${at}/logboek`,
  `${at}/verslag`,
  `${at}/rondes/1/controle`,
]

test('in an open Olympiade whoever takes part sees who chose what, by group and with the name as given', async () => {
  const played = await play('open')
  const { at, statement, olympiad } = played
  // The last closing let go of every pseudonym: names stand apart from those.
  await mixBallots(db(), olympiad.id)
  const visit = await visitOf(played)
  const round = await visit.get(`${at}/rondes/1`)
  assert.match(round.text, /Jij koos/)
  assert.ok(round.text.includes(`${at}/rondes/1/wie/${statement}`))
  const named = await visit.get(`${at}/rondes/1/wie/${statement}`)
  tell(named, 200)
  for (const name of NAMES) assert.ok(named.text.includes(`${name}: <strong>nodig</strong>`), name)
  assert.match(named.text, /Inwoners en cliënten[\s\S]*Cliëntvertegenwoordigers/)
  const file = await visit.get(`${at}/rondes/1/wie.csv`)
  assert.match(file.text, /inwoner of cliënt;Ans Verzonnen;nodig\r\n/)
  assert.equal(file.headers.get('cache-control'), 'no-store')
})

test('who does not take part sees no name: not a visitor, not the chair, not an editor, not another panel', async () => {
  const played = await play('open')
  const outsiders = [
    room.visitor(),
    await room.as(people.henk),
    await room.as(people.yusuf),
    await visitOf(await play('open')),
  ]
  for (const visit of outsiders)
    for (const path of pagesOf(played)) {
      const answer = await visit.get(path)
      for (const name of NAMES) assert.ok(!answer.text.includes(name), path)
      if (path.includes('/wie')) assert.equal(answer.location, `${played.at}/meedoen`)
    }
  const chair = await room.as(people.henk)
  const recount = await chair.get(`${played.at}/hertelling.json`)
  tell(recount, 200)
  for (const name of NAMES) assert.ok(!recount.text.includes(name))
})

test('a confidential or secret round never shows a name, to nobody, on no page and by no question', async () => {
  for (const [mode, roundMode] of [
    ['confidential', 'confidential'],
    // Whatever a row says that no page can write: the declared mode counts.
    ['confidential', 'open'],
    ['open', 'secret'],
    ['open', 'confidential'],
  ] as const) {
    const played = await play(mode, roundMode)
    const visits = [await visitOf(played), room.visitor(), await room.as(people.henk), await room.as(people.yusuf)]
    for (const visit of visits)
      for (const path of pagesOf(played)) {
        const answer = await visit.get(path)
        for (const name of NAMES) assert.ok(!answer.text.includes(name), `${mode}/${roundMode} ${path}`)
        assert.equal(answer.status, path.includes('/wie') ? 404 : 200, `${mode}/${roundMode} ${path}`)
      }
    assert.deepEqual(await namedAnswers(db(), played.round, played.statement), [])
    assert.deepEqual(await namedRound(db(), played.round), [])
  }
})

test('before the closing nobody sees anything', async () => {
  const played = await play('open', 'open', { close: false })
  const visit = await visitOf(played)
  tell(await visit.get(`${played.at}/rondes/1/wie/${played.statement}`), 404)
  assert.deepEqual(await namedRound(db(), played.round), [])
})

test('nobody answers without a name; it is asked once, and after the first answer it stays', async () => {
  const { at, members, round } = await play('open', 'open', { close: false })
  const [late] = await settlePanel(db(), (await readRoundById(db(), round))?.olympiad ?? '', ['inwoner'])
  assert.ok(late && members.length === 12)
  const visit = room.visitor()
  await visit.post(`${at}/meedoen`, { sleutel: late.key })
  const welcome = await visit.get(`${at}/meedoen`)
  assert.match(welcome.text, /Onder welke naam doe je mee/)
  assert.match(welcome.text, /met naam/)
  assert.equal((await visit.get(`${at}/zin/1`)).location, `${at}/meedoen`)
  assert.match((await visit.post(`${at}/zin/1`, { antwoord: 'nodig' })).text, /zeg eerst onder welke naam/)
  const empty = await visit.post(`${at}/meedoen/naam`, { naam: '   ' })
  tell(empty, 400)
  assert.match(empty.text, /Vul de naam in/)
  const long = await visit.post(`${at}/meedoen/naam`, { naam: 'x'.repeat(81) })
  tell(long, 400)
  assert.ok(long.text.includes('x'.repeat(81)))
  tell(await visit.post(`${at}/meedoen/naam`, { naam: ' Dirk   Verzonnen ' }), 303)
  assert.match((await visit.get(`${at}/meedoen`)).text, /onder de naam <strong>Dirk Verzonnen/)
  tell(await visit.post(`${at}/meedoen/naam`, { naam: 'Dirk V.' }), 303)
  tell(await visit.post(`${at}/zin/1`, { antwoord: 'nodig' }), 303)
  tell(await visit.post(`${at}/meedoen/naam`, { naam: 'Een ander' }), 409)
  const closed = await play('confidential')
  tell(await (await visitOf(closed)).post(`${closed.at}/meedoen/naam`, { naam: 'Ans' }), 409)
})

test('who stops or erases the account disappears as a name; what was counted stays', async () => {
  const played = await play('open')
  const { at, statement, members } = played
  const [ans, bea, cor] = members
  assert.ok(ans && bea && cor)
  const { pool } = room.parts.database
  await pool.query('update olympiad.panellist set person = $2 where id = $1', [bea.id, people.noor.id])
  await pool.query('update olympiad.panellist set mail = upper($2) where id = $1', [cor.id, people.jamal.email])
  const told = JSON.stringify(await exportPanel(db(), people.noor.id))
  assert.match(told, /Je vraagt eerst wat iemand zelf wil.*nodig/)
  const leaving = await visitOf(played)
  tell(await leaving.post(`${at}/meedoen/stoppen`, {}), 303)
  await erasePanel(db(), people.noor.id, noon)
  await erasePanel(db(), people.jamal.id, noon)
  await erasePerson(db(), people.noor.id, noon)
  const other = await visitOf(played, 4)
  for (const path of [`${at}/rondes/1/wie/${statement}`, `${at}/rondes/1/wie.csv`]) {
    const { text } = await other.get(path)
    for (const name of NAMES) assert.ok(!text.includes(name), `${name} ${path}`)
    assert.equal(text.split('iemand zonder naam').length - 1, 3)
  }
  tell(await leaving.get(`${at}/rondes/1/wie/${statement}`), 303)
})

test('what was declared holds: a round planned under another plan opens as the rules say', async () => {
  const id = await settleOlympiad(db(), { mode: 'confidential' })
  const statements = await settleStatements(db(), 1)
  await settleRound(db(), { olympiad: id, statements, mode: 'open', open: false })
  const planned = await readRound(db(), id, 1)
  const olympiad = await readOlympiadById(db(), id)
  assert.ok(planned && olympiad)
  await openRound(db(), planned, `/olympiades/${olympiad.slug}`, { by: people.henk.id, at: noon })
  assert.equal((await readRound(db(), id, 1))?.mode, 'confidential')
})

test('once someone is invited, who sees what is no longer changed', async () => {
  const id = await settleOlympiad(db(), { mode: 'confidential', locked: false })
  const olympiad = await readOlympiadById(db(), id)
  assert.ok(olympiad)
  const henk = await room.as(people.henk)
  const desk = `/olympiades/${olympiad.slug}/voorzitter/opzet`
  const { text } = await henk.get(desk)
  const versie = /name="versie" value="(\d+)"/.exec(text)?.[1] ?? ''
  const plan = {
    ...{ titel: olympiad.title, vraag: olympiad.question, intro: olympiad.intro, begint: '2026-11-20' },
    ...{ eindigt: '2026-12-20', regel: 'gedeeld', minimum: '5', verwijderregel: olympiad.removalRule, versie },
    ...{ groep1: 'inwoner', kort1: 'inwoner', groep2: 'vertegenwoordiger', kort2: 'vertegenwoordiger' },
  }
  await settlePanel(db(), id, ['inwoner'])
  const refused = await henk.post(desk, { ...plan, openheid: 'open' })
  tell(refused, 409)
  assert.match(refused.text, /al mensen uitgenodigd/)
  tell(await henk.post(desk, { ...plan, openheid: 'vertrouwelijk' }), 303)
})
