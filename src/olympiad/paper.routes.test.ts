import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Answer, Visit } from '../../test/parts.ts'
import { people } from '../../test/world.ts'
import { DAY, after as later } from '../foundation/clock.ts'
import { inGroups, newCode } from '../foundation/save-code.ts'
import { saveAnswers } from './ballot.store.ts'
import { closeRound } from './closing.store.ts'
import { logOf } from './log.store.ts'
import { openRoom, type Room } from './olympiad.room.sample.ts'
import { noon, rolesTimes, settleOlympiad, settlePanel, settleRound, settleStatements } from './olympiad.sample.ts'
import { invite } from './panel.store.ts'
import { heldBy } from './panel.ts'
import { sentenceField } from './paper.form.ts'

let room: Room
let henk: Visit
let yusuf: Visit
let second: Visit
let round: { id: string; no: number }
let olympiad = ''
let statements: string[] = []
const at = '/olympiades/op-papier'
const desk = `${at}/papier`

before(async () => {
  room = await openRoom()
  const { db } = room.parts.database
  olympiad = await settleOlympiad(db, { slug: 'op-papier' })
  statements = await settleStatements(db, 3)
  round = await settleRound(db, { olympiad, statements })
  henk = await room.as(people.henk)
  yusuf = await room.as(people.yusuf)
  second = await room.as(people.saskia)
})
after(() => room.close())

const ok = (answer: Answer, status = 303): Answer => {
  assert.equal(answer.status, status, `${answer.location} ${answer.text.slice(0, 400)}`)
  return answer
}
const rows = async <R extends object>(text: string, ...values: unknown[]): Promise<R[]> =>
  (await room.parts.database.pool.query<R & Record<string, unknown>>(text, values)).rows

const printedCode = async (): Promise<string> =>
  (
    await invite(
      room.parts.database.db,
      { olympiad, role: 'inwoner', channel: 'paper', by: people.henk.id },
      later(noon, -DAY),
    )
  ).key

const sheet = (code: string, letters: string, more: Record<string, string> = {}) => ({
  code: inGroups(code),
  ronde: round.id,
  ...Object.fromEntries([...letters].map((letter, at) => [sentenceField(statements[at] ?? ''), letter])),
  ...more,
})
const ballots = (role = 'inwoner') =>
  rows<{ score: number | null }>(
    'select score from olympiad.ballot where round = $1 and role = $2 order by score nulls last',
    round.id,
    role,
  )

test('the chair prints sheets with a code each; nothing but the paper holds the codes', async () => {
  const page = `${at}/voorzitter/papier`
  assert.match(ok(await henk.get(page), 200).text, /Formulieren voor ronde 1/)
  for (const [form, words] of [
    [{ groep: '', aantal: '2' }, /Kies een groep/],
    [{ groep: 'inwoner', aantal: '0' }, /van 1 tot 25/],
    [{ groep: 'inwoner', aantal: '1.5' }, /van 1 tot 25/],
    [{ groep: 'inwoner', aantal: '999' }, /van 1 tot 25/],
  ] as const)
    assert.match(ok(await henk.post(page, form), 400).text, words)
  const made = ok(await henk.post(page, { groep: 'inwoner', aantal: '2', gevonden: 'buurtkamer' }), 200)
  const codes = [...made.text.matchAll(/name="codes\[\]" value="([0-9A-Z]{20})"/g)].map(([, code]) => code ?? '')
  assert.equal(codes.length, 2)
  const pdf = ok(await henk.post(`${page}/formulieren`, { groep: 'inwoner', 'codes[]': codes }), 200)
  assert.equal(pdf.bytes.subarray(0, 4).toString(), '%PDF')
  ok(await henk.post(`${page}/formulieren`, { groep: 'vertegenwoordiger', 'codes[]': codes }), 400)
  ok(await henk.post(`${page}/formulieren`, { groep: 'inwoner', 'codes[]': [newCode()] }), 400)
  ok(await henk.post(`${page}/formulieren`, { groep: 'inwoner' }), 400)
  assert.equal(
    ok(await henk.get(`${page}/zonder-code`), 200)
      .bytes.subarray(0, 4)
      .toString(),
    '%PDF',
  )
  const kept = await rows<{ all: string }>(`select row_to_json(p)::text as all from olympiad.panellist p`)
  for (const { all } of kept) for (const code of codes) assert.ok(!all.includes(code))
  ok(await yusuf.get(page), 404)
})

test('two people who typed the same make ballots, once, through the door of every vote', async () => {
  const code = await printedCode()
  assert.match(ok(await yusuf.post(desk, sheet(code, 'hw-'))).location ?? '', /gedaan=eerste/)
  assert.deepEqual(await ballots(), [])
  const [entry] = await rows<{ answers: string }>('select answers::text from olympiad.paper_entry')
  assert.ok(entry && !statements.some((id) => entry.answers.includes(id)), 'an entry is sealed')
  const page = ok(await second.get(desk), 200).text
  assert.match(page, /één formulier, waarvan 1 voor jou/)
  assert.ok(!page.includes('nodig, gewoon'))
  assert.match(ok(await yusuf.post(desk, sheet(code, 'hw-')), 409).text, /heb je al ingevoerd/)
  assert.match(ok(await second.post(desk, sheet(code, 'HW'))).location ?? '', /gedaan=geteld/)
  assert.deepEqual(await ballots(), [{ score: 8 }, { score: null }])
  assert.deepEqual(await rows('select from olympiad.paper_entry'), [])
  assert.equal((await rows('select from olympiad.paper_sheet where settled_by is null')).length, 1)
  const again = ok(await second.post(desk, sheet(code, 'aaa')), 409).text
  assert.match(again, /al geantwoord/)
  assert.match(again, /value="a"/)
  // Whoever holds the strip may change their mind until the closing.
  await saveAnswers(room.parts.database.db, {
    ...{ round, held: heldBy(code), at: noon },
    given: [{ statement: statements[0] ?? '', answer: 9 }],
  })
  assert.deepEqual(await ballots(), [{ score: 9 }, { score: null }])
})

test('who printed a sheet may not enter it, nor may anyone without the role', async () => {
  const code = await printedCode()
  assert.match(ok(await henk.post(desk, sheet(code, 'hhh')), 409).text, /zelf geprint/)
  ok(await (await room.as(people.noor)).post(desk, sheet(code, 'hhh')), 404)
  assert.match((await room.visitor().post(desk, sheet(code, 'hhh'))).location ?? '', /^\/inloggen/)
})

test('a foreign code, another round, a wrong letter: told beside the field, with everything typed', async () => {
  const { db } = room.parts.database
  const other = await settleOlympiad(db, {})
  const foreign = (await invite(db, { olympiad: other, role: 'inwoner', channel: 'paper', by: people.noor.id }, noon))
    .key
  for (const code of [foreign, newCode()])
    assert.match(ok(await yusuf.post(desk, sheet(code, 'hih')), 400).text, /hoort niet bij[\s\S]*value="i"/)
  const code = await printedCode()
  assert.match(ok(await yusuf.post(desk, sheet(code, 'hxh')), 400).text, /Typ één letter/)
  assert.match(ok(await yusuf.post(desk, sheet('kort', 'hhh')), 400).text, /twintig letters/)
  assert.match(ok(await yusuf.post(desk, sheet(code, '---')), 400).text, /minstens één letter/)
  ok(await yusuf.post(desk, sheet(code, 'hhh', { groep: 'koning' })), 400)
  assert.match(ok(await yusuf.post(desk, sheet(code, 'hhh', { ronde: 'x' })), 409).text, /andere ronde/)
  assert.deepEqual(await rows('select from olympiad.paper_entry'), [])
})

test('a code that answered by phone is not counted again from paper', async () => {
  const { db } = room.parts.database
  const code = await printedCode()
  await room.visitor().post(`${at}/meedoen`, { sleutel: code })
  const given = [{ statement: statements[1] ?? '', answer: 2 as const }]
  assert.equal((await saveAnswers(db, { round, held: heldBy(code), given, at: noon })).is, 'saved')
  assert.match(ok(await yusuf.post(desk, sheet(code, 'hhh')), 409).text, /al geantwoord/)
})

test('a difference is shown to whoever has the paper, and the paper decides', async () => {
  const code = await printedCode()
  ok(await yusuf.post(desk, sheet(code, 'hhh')))
  assert.match(ok(await second.post(`${desk}/verschil`, { code }), 409).text, /nog niet door twee/)
  room.parts.clockAt.now = later(noon, 1000)
  const shown = ok(await second.post(desk, sheet(code, 'hbh', { groep: 'vertegenwoordiger' })), 200).text
  assert.match(shown, /2 verschillen/)
  assert.match(shown, /zoals gedrukt[\s\S]*cliëntvertegenwoordiger/)
  assert.match(shown, /nodig<[\s\S]*niet nodig</)
  const third = await room.as(people.yusuf)
  assert.match(ok(await third.get(desk), 200).text, /nog verschillend: één formulier/)
  assert.match(ok(await third.post(`${desk}/verschil`, { code: newCode() }), 400).text, /hoort niet bij/)
  assert.match(ok(await henk.post(`${desk}/verschil`, { code }), 409).text, /zelf geprint/)
  assert.match(ok(await third.post(`${desk}/verschil`, { code }), 200).text, /2 verschillen/)
  assert.match(
    ok(await third.post(`${desk}/besluit`, { code, groep: 'twee' }), 400).text,
    /Kies wat er op het papier staat/,
  )
  const field = sentenceField(statements[1] ?? '')
  ok(await third.post(`${desk}/besluit`, { code, groep: 'twee', [field]: 'een' }))
  assert.deepEqual(await ballots('vertegenwoordiger'), [{ score: 8 }, { score: 8 }, { score: 8 }])
  ok(await third.post(`${desk}/besluit`, { code, groep: 'twee', [field]: 'een' }), 409)
  assert.equal((await rows('select from olympiad.paper_sheet where settled_by is not null')).length, 1)
})

test('both wrong: the sheet begins anew', async () => {
  const code = await printedCode()
  ok(await yusuf.post(desk, sheet(code, 'hhh')))
  ok(await second.post(desk, sheet(code, 'aaa')), 200)
  assert.match(ok(await second.post(desk, sheet(code, 'aaa')), 409).text, /zij verschillen/)
  assert.match(ok(await second.post(`${desk}/besluit`, { code, opnieuw: 'ja' })).location ?? '', /opnieuw/)
  ok(await second.post(desk, sheet(code, 'ccc')))
  assert.match(ok(await yusuf.post(desk, sheet(code, 'ccc'))).location ?? '', /geteld/)
})

test('two people who send at the same moment make one sheet', async () => {
  const code = await printedCode()
  const before = (await ballots()).length
  const [one, other] = await Promise.all([yusuf.post(desk, sheet(code, 'ddd')), second.post(desk, sheet(code, 'ddd'))])
  assert.deepEqual([one.status, other.status], [303, 303])
  assert.equal((await ballots()).length, before + 3)
})

test('after the hour and after the closing paper is refused, and what was entered once is gone', async () => {
  const { db } = room.parts.database
  const code = await printedCode()
  ok(await yusuf.post(desk, sheet(code, 'hhh')))
  assert.match(ok(await henk.get(`${at}/voorzitter/rondes/1/sluiting`), 200).text, /invoeren niet klaar/)
  room.parts.clockAt.now = later(noon, 8 * DAY)
  second = await room.as(people.saskia)
  assert.match(ok(await second.post(desk, sheet(code, 'hhh')), 409).text, /meer tijd/)
  room.parts.clockAt.now = noon
  second = await room.as(people.saskia)
  // A closing while the second person presses: the sheet is counted before it, or hears no.
  const [closed, late] = await Promise.all([
    closeRound(db, round.id, { by: people.henk.id, at: noon, final: false }),
    second.post(desk, sheet(code, 'hhh')),
  ])
  assert.equal(closed.is, 'closed')
  assert.ok(late.status === 303 || late.status === 409, String(late.status))
  ok(await second.post(desk, sheet(await printedCode(), 'hhh')), 409)
  assert.deepEqual(await rows('select from olympiad.paper_entry'), [])
  const counted = (await rows('select from olympiad.paper_sheet')).length
  const [entry] = (await logOf(db, olympiad)).filter(({ action }) => action === 'paper counted')
  assert.deepEqual(entry?.body, { sheets: counted, settled: 1 })
  assert.match(
    ok(await henk.post(`${at}/voorzitter/papier`, { groep: 'inwoner', aantal: '1' }), 409).text,
    /Open eerst/,
  )
})

test('a secret round has no paper', async () => {
  const { db } = room.parts.database
  const secret = await settleOlympiad(db, { slug: 'geheim-papier' })
  await settleRound(db, { olympiad: secret, statements: await settleStatements(db, 1), mode: 'secret' })
  await settlePanel(db, secret, rolesTimes(1))
  assert.match(ok(await yusuf.get('/olympiades/geheim-papier/papier'), 200).text, /papier in deze ronde niet/)
  ok(await yusuf.post('/olympiades/geheim-papier/papier', { code: newCode() }), 409)
  assert.match(
    ok(await henk.post('/olympiades/geheim-papier/voorzitter/papier', { groep: 'inwoner', aantal: '1' }), 409).text,
    /geheim/,
  )
})
