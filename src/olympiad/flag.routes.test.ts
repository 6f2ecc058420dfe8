import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { recount } from '../../scripts/recount.ts'
import { type Answer, quiet, type Visit } from '../../test/parts.ts'
import { people } from '../../test/world.ts'
import { after as later, MINUTE } from '../foundation/clock.ts'
import { saveAnswers } from './ballot.store.ts'
import { closeRound } from './closing.store.ts'
import { OlympiadExport } from './export.ts'
import { findFlags, flagsOf, raiseFlags, watchRounds } from './flag.store.ts'
import { logOf } from './log.store.ts'
import { logFaults, publicKey } from './log.ts'
import { openRoom, type Room } from './olympiad.room.sample.ts'
import {
  type Member,
  noon,
  rolesTimes,
  settleOlympiad,
  settlePanel,
  settleRound,
  settleStatements,
} from './olympiad.sample.ts'
import { readRoundById } from './round.store.ts'
import type { Score } from './score.ts'

let room: Room
let henk: Visit
let olympiad = ''
let round: { id: string; no: number }
let statements: string[] = []
let clones: Member[] = []
let honest: Member[] = []
const at = '/olympiades/signalen'
const desk = `${at}/voorzitter/rondes/1/signalen`

const CLONE: Score[] = [9, 9, 9, 9, 9, 1]
const ok = (answer: Answer, status = 303): Answer => {
  assert.equal(answer.status, status, `${answer.location} ${answer.text.slice(0, 300)}`)
  return answer
}
const say = (who: Member, scores: readonly Score[], when = noon) =>
  saveAnswers(room.parts.database.db, {
    ...{ round, held: who.held, at: when },
    given: scores.map((answer, place) => ({ statement: statements[place] ?? '', answer })),
  })

before(async () => {
  room = await openRoom()
  const { db } = room.parts.database
  olympiad = await settleOlympiad(db, { slug: 'signalen' })
  statements = await settleStatements(db, 6)
  round = await settleRound(db, { olympiad, statements })
  honest = await settlePanel(db, olympiad, rolesTimes(6))
  clones = await settlePanel(db, olympiad, new Array<string>(14).fill('inwoner'))
  for (const [who, one] of honest.entries())
    await say(
      one,
      [2, 2, 2, 2, 2, 8].map((score, place) => (1 + ((score + who + place) % 3)) as Score),
    )
  for (const one of clones) await say(one, CLONE)
  henk = await room.as(people.henk)
})
after(() => room.close())

const flags = () => flagsOf(room.parts.database.db, round.id)

test('the chair is told of forms that are alike before closing, without anyone and without an answer', async () => {
  assert.match(ok(await henk.get(`${at}/voorzitter/rondes/1/sluiting`), 200).text, /Er valt iets op/)
  assert.match(ok(await henk.get(desk), 200).text, /Er valt niets op/)
  ok(await henk.post(desk, {}))
  const asked = await readRoundById(room.parts.database.db, round.id)
  assert.ok(asked)
  await Promise.all([1, 2, 3].map(() => raiseFlags(room.parts.database.db, asked, noon)))
  const page = ok(await henk.get(desk), 200).text
  assert.match(page, /Van inwoners en cliënten zijn minstens 10 formulieren op elke zin precies gelijk/)
  assert.ok(!/14 formulieren/.test(page), 'in steps of five')
  assert.ok(!/niet nodig|heel erg/.test(page))
  for (const { pseudonyms } of await flags()) for (const name of pseudonyms) assert.ok(!page.includes(name))
  assert.match(ok(await henk.get(`${at}/voorzitter`), 200).text, /Er is één signaal/)
  assert.equal((await flags()).length, 1, 'more than once, and at once, is once')
  ok(await (await room.as(people.yusuf)).get(desk), 404)
})

test('the hourly look finds the same, and a burst; nothing can be taken out for a burst', async () => {
  const { db, pool } = room.parts.database
  await pool.query('delete from olympiad.pace where round = $1', [round.id])
  await pool.query(
    `insert into olympiad.pace (round, at, lane, ballots)
     select $1, $2::timestamptz + n * interval '10 s', 0, case when n = 4 then 45 else 2 end from generate_series(0, 8) n`,
    [round.id, later(noon, -60 * MINUTE)],
  )
  const [alike] = await flags()
  await watchRounds(db, noon, quiet)
  const found = await flags()
  assert.deepEqual(found.map(({ kind }) => kind).toSorted(), ['burst', 'identical ballots'])
  assert.ok(
    found.some(({ id }) => id === alike?.id),
    'what is the same keeps its place',
  )
  const burst = found.find(({ kind }) => kind === 'burst')
  assert.match(ok(await henk.get(desk), 200).text, /binnen tien seconden minstens 45 antwoorden/)
  const reden = 'Er kwamen er wel heel veel tegelijk binnen, vind ik.'
  assert.match(ok(await henk.post(`${desk}/${burst?.id}/verwijdering`, { reden }), 409).text, /niet te zeggen/)
  const asked = await readRoundById(db, round.id)
  assert.ok(asked)
  assert.deepEqual(await findFlags(db, { ...asked, mode: 'secret' }, noon), [])
})

test('forms are taken out by the published rule, with a reason, once; the log says so', async () => {
  const flag = (await flags()).find(({ kind }) => kind === 'identical ballots')
  const action = `${desk}/${flag?.id}/verwijdering`
  const short = ok(await henk.post(action, { reden: 'Zomaar.' }), 400)
  assert.match(short.text, /Schrijf in een of twee zinnen/)
  assert.match(short.text, />Zomaar\.</)
  assert.match(short.text, /Tien of meer precies gelijke formulieren/)
  ok(await henk.post(action, { reden: 'x'.repeat(50_000) }), 400)
  ok(await henk.post(`${desk}/00000000-0000-4000-8000-000000000999/verwijdering`, { reden: 'x'.repeat(40) }), 404)
  const reden = 'Iemand vertelde dat hij veertien codes had gekregen en ze alle invulde.'
  ok(await (await room.as(people.yusuf)).post(action, { reden }), 404)
  ok(await henk.post(action, { reden }))
  ok(await henk.post(action, { reden }))
  const log = await logOf(room.parts.database.db, olympiad)
  const entries = log.filter((entry) => entry.action === 'ballots removed')
  assert.equal(entries.length, 1)
  assert.ok(!JSON.stringify(entries).includes('veertien'), 'no words in the chain')
  assert.deepEqual(logFaults(log, [], publicKey(room.parts.config.secretKey)), [])
  assert.match(ok(await henk.get(desk), 200).text, /gaat uit de telling/)
})

test('at the closing what is still alike goes; both tallies are on the pages, in the report and in the export', async () => {
  const { db, pool } = room.parts.database
  // Two changed their minds since, and count.
  for (const one of clones.slice(0, 2)) await say(one, [5, 5, 5, 5, 5, 5])
  await closeRound(db, round.id, { by: people.henk.id, at: noon, final: false })
  const [first = ''] = statements
  const visitor = room.visitor()
  const one = ok(await visitor.get(`${at}/uitslag/${first}`), 200).text
  assert.match(one, /Met en zonder/)
  assert.match(one, /12 precies gelijke formulieren van inwoners en cliënten/)
  assert.match(one, /veertien codes/)
  assert.match(ok(await visitor.get(`${at}/uitslag`), 200).text, /Met de formulieren die eruit zijn gehaald/)
  assert.match(ok(await visitor.get(`${at}/rondes/1`), 200).text, /uit de telling gehaald/)
  assert.match(
    ok(await henk.get(`${at}/verslag`), 200).text,
    /12 formulieren van inwoners[\s\S]*mét wat eruit is gehaald/,
  )
  const file = OlympiadExport.parse(JSON.parse(ok(await henk.get(`${at}/hertelling.json`), 200).text))
  assert.deepEqual(recount(file), [])
  const [counted] = file.rounds
  assert.deepEqual(
    counted?.removed?.map(({ role, forms }) => [role, forms]),
    [['inwoner', 12]],
  )
  const [statement] = counted?.statements ?? []
  assert.equal(statement?.roles[0]?.votes, 8)
  assert.equal(statement?.withRemoved?.roles[0]?.votes, 20)
  const receipts = await pool.query('select from olympiad.receipt where round = $1', [round.id])
  assert.equal(receipts.rowCount, 14)
  assert.match(ok(await visitor.get(`${at}/rondes/1/controle?code=1234`), 200).text, /ook formulieren uit de telling/)
})

test('whoever filled in such a form hears it behind their own link, and nobody else does', async () => {
  for (const [who, told] of [
    [clones[5], true],
    [clones[0], false],
    [honest[0], false],
  ] as const) {
    const visit = room.visitor()
    ok(await visit.post(`${at}/meedoen`, { sleutel: who?.key ?? '' }))
    assert.equal(/Jouw formulier was er een van/.test(ok(await visit.get(`${at}/rondes/1`), 200).text), told)
  }
})

test('after the closing nothing goes out any more, and after the last one nothing leads to a form', async () => {
  const { db, pool } = room.parts.database
  const [flag] = await flags()
  const reden = 'Iemand vertelde dat hij veertien codes had gekregen.'
  assert.match(ok(await henk.post(`${desk}/${flag?.id}/verwijdering`, { reden }), 409).text, /uitspraken staan vast/)
  ok(await henk.post(desk, {}), 409)
  ok(await henk.get(desk), 200)
  const second = await settleRound(db, { olympiad, statements: statements.slice(0, 1), number: 2 })
  await closeRound(db, second.id, { by: people.henk.id, at: noon, final: true })
  const left = await pool.query('select from olympiad.flag where cardinality(pseudonyms) > 0')
  assert.equal(left.rowCount, 0)
  assert.match(ok(await room.visitor().get(`${at}/rondes/1`), 200).text, /12 precies gelijke formulieren/)
})
