import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Answer, Visit } from '../../test/parts.ts'
import { people } from '../../test/world.ts'
import { DAY, after as later } from '../foundation/clock.ts'
import { statement, workingGroup } from './group.tables.ts'
import { asTyped } from './moment.ts'
import { openRoom, type Room } from './olympiad.room.sample.ts'
import { noon, settleOlympiad, settlePanel, settleRound, settleStatements } from './olympiad.sample.ts'
import { olympiadGroup } from './olympiad.tables.ts'

// One Olympiade from its beginning to its last verdict: the tests follow each other.
let room: Room
let editor: Visit
let henk: Visit
const at = '/olympiades/goede-hulp-in-de-buurt'
const desk = `${at}/voorzitter`
const voters = new Map<string, Visit>()

before(async () => {
  room = await openRoom()
  editor = await room.as(people.yusuf)
  henk = await room.as(people.henk)
})
after(() => room.close())

const ok = (answer: Answer, status = 303): Answer => {
  assert.equal(
    answer.status,
    status,
    `${answer.location} ${/<li><a href="#[^>]*>([^<]*)/.exec(answer.text)?.[1] ?? answer.text.slice(0, 300)}`,
  )
  return answer
}

const plan = (more: Record<string, string> = {}) => ({
  titel: 'Goede hulp in de buurt',
  vraag: 'Wat is goede hulp in de buurt?',
  intro: 'We praten over wat goed werk is.',
  begint: '2026-11-20',
  eindigt: '2026-12-20',
  regel: 'gedeeld',
  minimum: '5',
  openheid: 'vertrouwelijk',
  verwijderregel: 'Tien gelijke formulieren van één mens.',
  groep1: 'inwoner',
  meervoud1: 'inwoners',
  doel1: '6',
  kort1: 'inwoner',
  groep2: 'professional',
  meervoud2: 'professionals',
  doel2: '6',
  kort2: 'professional',
  versie: '1',
  ...more,
})

test('an editor begins an Olympiade and says who chairs it; nobody else sees it', async () => {
  const begin = {
    titel: 'Goede hulp in de buurt',
    vraag: 'Wat is goede hulp in de buurt?',
    begint: '2026-11-20',
    eindigt: '2026-12-20',
  }
  const without = ok(await editor.post('/redactie/olympiades', begin), 400)
  assert.match(without.text, /Kies wie voorzit/)
  assert.match(without.text, /Goede hulp in de buurt/)
  ok(await editor.post('/redactie/olympiades', { ...begin, voorzitter: people.yusuf.id }), 400)
  ok(await editor.post('/redactie/olympiades', { ...begin, voorzitter: people.henk.id }))
  ok(await henk.get('/redactie/olympiades'), 404)
  ok(await room.visitor().get(at), 404)
  ok(await (await room.as(people.noor)).get(desk), 404)
  assert.match(ok(await henk.get(desk), 200).text, /Vul de opzet in/)
})

test('the chair plans: groups that count apart, never fewer than five of each', async () => {
  assert.match(ok(await henk.post(`${desk}/opzet`, plan({ minimum: '4' })), 400).text, /Minder dan vijf kan niet/)
  assert.match(ok(await henk.post(`${desk}/opzet`, plan({ groep2: '' })), 400).text, /minstens twee groepen/)
  assert.match(
    ok(await henk.post(`${desk}/opzet`, plan({ intro: 'x'.repeat(50_000) })), 400).text,
    /onder de 2000 tekens/,
  )
  ok(await henk.post(`${desk}/opzet`, plan()))
  const stale = ok(await henk.post(`${desk}/opzet`, plan({ titel: 'Van een ander tabblad' })), 409)
  assert.match(stale.text, /Van een ander tabblad/)
  ok(await henk.post(`${desk}/aankondiging`, {}))
  assert.match(ok(await room.visitor().get(at), 200).text, /Wat is goede hulp in de buurt/)
  const { db } = room.parts.database
  const statements = await settleStatements(db, 3)
  const [group] = await db
    .insert(workingGroup)
    .values({ slug: 'buurt', year: 2026, title: 'Buurt', task: 'Lezen.', startedAt: noon })
    .returning({ id: workingGroup.id })
  await db.update(statement).set({ workingGroup: group?.id ?? '' })
  const { rows } = await room.parts.database.pool.query<{ id: string }>('select id from olympiad.olympiad')
  assert.equal(statements.length, 3)
  ok(await editor.post('/redactie/olympiades/goede-hulp-in-de-buurt/werkgroepen', { 'groepen[]': [group?.id ?? ''] }))
  assert.equal((await db.select().from(olympiadGroup))[0]?.olympiad, rows[0]?.id)
})

test('people are invited by mail and on paper; the chair sees how many, not who', async () => {
  const mails = (role: string) => Array.from({ length: 5 }, (_, n) => `${role}${n}@buurt.example`)
  const invite = (groep: string, adressen: string) => henk.post(`${desk}/panel`, { groep, manier: 'mail', adressen })
  assert.match(ok(await invite('inwoner', 'geen adres'), 400).text, /lijkt geen mailadres/)
  assert.match(ok(await invite('', 'a@buurt.example'), 400).text, /Kies een groep/)
  ok(await invite('inwoner', mails('inwoner').join('\n')))
  ok(await invite('professional', mails('professional').join(', ')))
  assert.match(ok(await invite('professional', mails('professional')[0] ?? ''), 400).text, /allemaal al uitgenodigd/)
  assert.ok(!(await henk.get(`${desk}/panel`)).text.includes('@buurt.example'))
  const codes = ok(await henk.post(`${desk}/panel`, { groep: 'inwoner', manier: 'papier', aantal: '2' }), 200)
  const [code = ''] = /<code>([^<]+)<\/code>/.exec(codes.text)?.slice(1) ?? []
  assert.equal(code.replaceAll(' ', '').length, 20)
  const paper = room.visitor()
  ok(await paper.post(`${at}/meedoen`, { sleutel: code.toLowerCase().replaceAll(' ', '-') }))
  assert.match((await paper.get(`${at}/meedoen`)).text, /Fijn dat je meepraat/)
})

test('a link shows a button, and only the button opens it; what opens nothing says so', async () => {
  for (const [address, path] of await room.links()) {
    const visit = room.visitor()
    const shown = ok(await visit.get(path), 200)
    assert.match(shown.text, /Doe mee/)
    const key = path.split('sleutel=')[1] ?? ''
    assert.ok(!/<title>[^<]*/.exec(shown.text)?.[0].includes(key))
    ok(await visit.post(`${at}/meedoen`, { sleutel: key }))
    voters.set(address, visit)
  }
  assert.equal(voters.size, 10)
  const guesser = room.visitor()
  for (let guess = 0; guess < 100; guess++) {
    const answer = await guesser.post(`${at}/meedoen`, { sleutel: `fout-${guess}` })
    assert.ok(answer.status === 400 || answer.status === 429, String(answer.status))
  }
  assert.match(ok(await guesser.get(`${at}/meedoen?sleutel=${'a'.repeat(43)}`), 400).text, /opent niets/)
  // Whoever has a code gets in from the same hall.
  assert.match((await voters.get('inwoner0@buurt.example')?.get(`${at}/meedoen`))?.text ?? '', /Je doet mee als/)
  assert.ok(!room.parts.lines.join('').includes('sleutel'))
})

test('a group is corrected until the first answer', async () => {
  const someone = voters.get('inwoner0@buurt.example')
  assert.ok(someone)
  ok(await someone.post(`${at}/meedoen/groep`, { groep: 'bestaat-niet' }), 400)
  ok(await someone.post(`${at}/meedoen/groep`, { groep: 'professional' }))
  assert.match((await someone.get(`${at}/meedoen`)).text, /<strong>professional<\/strong>/)
  ok(await someone.post(`${at}/meedoen/groep`, { groep: 'inwoner' }))
})

const statementIds = async (): Promise<string[]> =>
  [...(await henk.get(`${desk}/rondes/nieuw`)).text.matchAll(/name="zinnen\[\]" value="([^"]+)"/g)].map(
    ([, id]) => id ?? '',
  )

test('nothing opens before the rules lie fixed; then they never change', async () => {
  const zinnen = await statementIds()
  assert.equal(zinnen.length, 3)
  const round = { soort: 'wegen', opent: asTyped(noon), sluit: asTyped(later(noon, 7 * DAY)), 'zinnen[]': zinnen }
  assert.match(ok(await henk.post(`${desk}/rondes`, { ...round, 'zinnen[]': [] }), 400).text, /minstens één zin/)
  ok(await henk.post(`${desk}/rondes`, { ...round, sluit: 'morgen' }), 400)
  ok(await henk.post(`${desk}/rondes`, round))
  // A colleague who plans it too sees both, and loses nothing of what they chose.
  const later2 = { ...round, sluit: asTyped(later(noon, 8 * DAY)), 'zinnen[]': zinnen.slice(1) }
  const again = ok(await henk.post(`${desk}/rondes`, later2), 409).text
  assert.match(again, /Een collega plande deze ronde terwijl jij bezig was/)
  assert.ok(again.includes(`value="${later2.sluit}"`) && again.includes('name="versie" value="1"'))
  ok(await henk.post(`${desk}/rondes/1`, { ...round, versie: '1' }))
  const stale = ok(await henk.post(`${desk}/rondes/1`, { ...later2, versie: '1' }), 409).text
  assert.match(stale, /Een collega plande[\s\S]*Je vraagt eerst wat iemand zelf wil \(1\)/)
  assert.ok(stale.includes(`value="${later2.sluit}"`) && stale.includes('name="versie" value="2"'))
  assert.equal(stale.split(/ checked/).length - 1, 1 + zinnen.slice(1).length)
  assert.match(ok(await henk.post(`${desk}/rondes/1/opening`, {}), 400).text, /Leg eerst de spelregels vast/)
  const before = ok(await henk.get(`${desk}/spelregels`), 200)
  assert.match(before.text, /minstens 7 van de 10/)
  const versie = /name="versie" value="(\d+)"/.exec(before.text)?.[1] ?? ''
  ok(await henk.post(`${desk}/spelregels`, { versie: '1' }), 409)
  ok(await henk.post(`${desk}/spelregels`, { versie }))
  ok(await henk.post(`${desk}/opzet`, plan({ versie, minimum: '9' })), 409)
  ok((await voters.get('inwoner0@buurt.example')?.get(`${at}/zin/1`)) as Answer)
  ok(await henk.post(`${desk}/rondes/1/opening`, {}))
  assert.match((await room.visitor().get(at)).text, /Vastgelegd voordat iemand kon stemmen/)
})

test('an inwoner answers, one sentence per screen, and comes back to what they said', async () => {
  const someone = voters.get('inwoner0@buurt.example')
  assert.ok(someone)
  const welcome = (await someone.get(`${at}/meedoen`)).text
  for (const words of [
    '3 zinnen, ongeveer 2 minuten, stoppen mag',
    'De voorzitter ziet niet wat jij kiest',
    'minstens 7 van de 10',
  ])
    assert.ok(welcome.includes(words), words)
  const screen = ok(await someone.get(`${at}/zin/1`), 200)
  assert.match(screen.text, /Stap 1 van 3/)
  for (const antwoord of ['0', '10', '1.5', '5', '', 'ja'])
    assert.match(ok(await someone.post(`${at}/zin/1`, { antwoord, reden: 'Daarom' }), 400).text, /Daarom/)
  const long = ok(await someone.post(`${at}/zin/1`, { antwoord: 'nodig', reden: 'x'.repeat(50_000) }), 400)
  assert.match(long.text, /onder de 600 tekens/)
  const sent = { antwoord: 'nodig', 'sterkte-nodig': 'heel-erg', reden: 'Zo voel ik me serieus genomen.' }
  assert.equal(ok(await someone.post(`${at}/zin/1`, sent)).location, `${at}/zin/2`)
  // The same form again: the same answer, and no second reason.
  ok(await someone.post(`${at}/zin/1`, sent))
  const count = async () => (await room.parts.database.pool.query('select from olympiad.reason')).rowCount
  ok(await someone.post(`${at}/zin/1`, { ...sent, reden: '', eerder: 'ja' }))
  assert.equal(await count(), 0)
  ok(await someone.post(`${at}/zin/1`, sent))
  assert.equal(await count(), 1)
  const back = (await someone.get(`${at}/zin/1`)).text
  assert.match(back, /value="nodig" checked/)
  assert.match(back, /value="heel-erg" checked/)
  assert.match(back, /Zo voel ik me serieus genomen/)
  assert.match((await someone.get(`${at}/meedoen`)).text, /Je antwoordde al op 1 van de 3 zinnen[\s\S]*\/zin\/2/)
  // Going on later keeps what was said on this screen; with nothing said there is nothing to ask.
  assert.equal(ok(await someone.post(`${at}/zin/2`, { naar: 'later' })).location, `${at}/meedoen`)
  assert.match(ok(await someone.post(`${at}/zin/2`, { reden: 'Half', naar: 'later' }), 400).text, /Half/)
  const left = ok(await someone.post(`${at}/zin/2`, { antwoord: 'weet-niet', naar: 'later' }))
  assert.equal(left.location, `${at}/meedoen`)
  assert.match((await someone.get(`${at}/zin/2`)).text, /value="weet-niet" checked/)
  ok(await someone.post(`${at}/zin/2`, { antwoord: 'twijfel' }))
  assert.equal(ok(await someone.post(`${at}/zin/3`, { antwoord: 'nodig' })).location, `${at}/klaar`)
  assert.match((await someone.get(`${at}/klaar`)).text, /Je controlecode/)
  ok(await someone.post(`${at}/meedoen/groep`, { groep: 'professional' }), 409)
  const { rows } = await room.parts.database.pool.query('select score, role from olympiad.reason')
  assert.deepEqual(rows, [{ score: 9, role: 'inwoner' }])
})

test('whoever is not here is sent to the entrance; another sentence, round or Olympiade is refused', async () => {
  assert.equal((await room.visitor().get(`${at}/zin/1`)).location, `${at}/meedoen`)
  assert.equal((await room.visitor().post(`${at}/zin/1`, { antwoord: 'nodig' })).location, `${at}/meedoen`)
  const someone = voters.get('inwoner0@buurt.example')
  assert.ok(someone)
  ok(await someone.get(`${at}/zin/9`), 404)
  ok(await someone.post(`${at}/zin/1`, { antwoord: 'nodig', zin: '00000000-0000-4000-8000-000000000999' }), 400)
  const { db } = room.parts.database
  const other = await settleOlympiad(db, { slug: 'een-andere' })
  await settleRound(db, { olympiad: other, statements: await settleStatements(db, 1) })
  await settlePanel(db, other, ['inwoner'])
  assert.equal(
    (await someone.post('/olympiades/een-andere/zin/1', { antwoord: 'nodig' })).location,
    '/olympiades/een-andere/meedoen',
  )
  // The key of one Olympiade in the cookie of another.
  const key = [...someone.cookies].find(([name]) => name.startsWith('meedoen-'))?.[1] ?? ''
  ok(await someone.post('/olympiades/een-andere/meedoen', { sleutel: key }), 400)
})

test('everyone else answers on one page; turnout is told in words and steps, and nobody sees a tally', async () => {
  const sentences = [
    ...((await voters.get('inwoner1@buurt.example')?.get(`${at}/zinnen`))?.text.matchAll(
      /name="antwoord-([0-9a-f-]+)" value="nodig"/g,
    ) ?? []),
  ].map(([, id]) => id ?? '')
  assert.equal(sentences.length, 3)
  for (const [address, visit] of voters) {
    if (address === 'inwoner0@buurt.example') continue
    const second = address.startsWith('inwoner') ? 'niet-nodig' : 'nodig'
    const answers = sentences.map((id, place): [string, string] => [`antwoord-${id}`, place === 1 ? second : 'nodig'])
    ok(await visit.post(`${at}/zinnen`, Object.fromEntries(answers)))
  }
  const screen = (await henk.get(desk)).text
  assert.match(screen, /inwoners: genoeg/)
  assert.doesNotMatch(screen, /<a[^>]*><span[^>]*>Ronde 1 loopt</, 'a button says what it does')
  assert.match(screen, /Lees wat er wacht/)
  assert.ok(!/serieus genomen|@buurt/.test(screen))
  assert.match((await room.visitor().get(`${at}/uitslag`)).text, /nog niets geteld/)
  ok(await henk.get(`${at}/rondes/1`), 404)
})

test('the chair reads reasons without a name and lets them through by a published rule', async () => {
  const page = (await henk.get(`${desk}/toelating`)).text
  assert.match(page, /Zo voel ik me serieus genomen/)
  const action = /action="([^"]*toelating\/[0-9a-f-]{36})"/.exec(page)?.[1] ?? ''
  ok(await henk.post(action, { regel: '' }), 400)
  ok(await henk.post(action, { regel: 'past' }))
  ok(await henk.post(action, { regel: 'naam' }), 409)
  const log = (await room.visitor().get(`${at}/toelating`)).text
  assert.match(log, /doorgelaten/)
  assert.ok(!log.includes('serieus'))
})

test('more time with a reason; never less', async () => {
  ok(await henk.post(`${desk}/rondes/1/verlenging`, { tot: asTyped(later(noon, DAY)), reden: 'x' }), 400)
  ok(
    await henk.post(`${desk}/rondes/1/verlenging`, {
      tot: asTyped(later(noon, 9 * DAY)),
      reden: 'Er was een feestdag.',
    }),
  )
})

test('closing says what it does, counts every group apart, and happens once', async () => {
  assert.match(ok(await henk.get(`${desk}/rondes/1/sluiting`), 200).text, /kun je niet terugdraaien/)
  ok(await henk.post(`${desk}/rondes/1/sluiting`, {}), 400)
  ok(await henk.post(`${desk}/rondes/1/sluiting`, { daarna: 'verder' }))
  ok(await henk.post(`${desk}/rondes/1/sluiting`, { daarna: 'klaar' }))
  const late = voters.get('inwoner0@buurt.example')
  assert.ok(late)
  const tooLate = ok(await late.post(`${at}/zin/3`, { antwoord: 'nodig' }), 409).text
  assert.match(tooLate, /Deze ronde is gesloten/)
  assert.match(
    tooLate,
    new RegExp(`href="${at}/meedoen"[^>]*><span[^>]*>Kijk hoe het nu staat`),
    'with the way to what came of it',
  )
  assert.match((await henk.get(`${at}/rondes/1`)).text, /Verder met voorzitten/)
  assert.ok(!(await late.get(`${at}/rondes/1`)).text.includes('Verder met voorzitten'))
  const visitor = room.visitor()
  const result = ok(await visitor.get(`${at}/uitslag`), 200).text
  assert.match(result, /Nog geen overeenstemming \(1\)/)
  assert.match(result, /Tegengehouden door inwoners/)
  assert.match(result, /[Dd]oor 10 mensen uit 2 groepen/)
  assert.ok(!/algemeen geldig/i.test(result))
  const someone = voters.get('inwoner1@buurt.example')
  assert.ok(someone)
  const own = (await someone.get(`${at}/rondes/1`)).text
  assert.match(own, /Jij koos:/)
  assert.match(own, /bijna iedereen/)
  assert.match(own, /Zo voel ik me serieus genomen/)
  const anyone = (await visitor.get(`${at}/rondes/1`)).text
  assert.ok(!anyone.includes('Jij koos'))
  assert.ok(!anyone.includes('Jij schreef') && !own.includes('Jij schreef'))
  const code = /class="receipt">([^<]+)</.exec(own)?.[1] ?? ''
  assert.match(
    (await visitor.get(`${at}/rondes/1/controle?code=${encodeURIComponent(code)}`)).text,
    /staat in de lijst/,
  )
  assert.match((await visitor.get(`${at}/rondes/1/controle?code=1234`)).text, /staat niet in de lijst/)
  ok(await someone.post(`${at}/zin/1`, { antwoord: 'nodig' }), 409)
  const verdict = /href="(\/olympiades\/[^"]*\/uitslag\/[0-9a-f-]{36})"/.exec(result)?.[1] ?? ''
  assert.match(ok(await visitor.get(verdict), 200).text, /Waar komt dit vandaan/)
  assert.match((await henk.get(desk)).text, /Plan de volgende ronde/)
})

test('who wrote a reason takes it back after the closing, behind their own link; nobody else can', async () => {
  const writer = voters.get('inwoner0@buurt.example')
  const other = voters.get('inwoner1@buurt.example')
  assert.ok(writer && other)
  const page = ok(await writer.get(`${at}/rondes/1`), 200).text
  assert.match(page, /Jij schreef: “Zo voel ik me serieus genomen/)
  const action = /action="([^"]*redenen\/[0-9a-f-]{36}\/intrekking)"/.exec(page)?.[1] ?? ''
  assert.match(ok(await other.post(action, {}), 409).text, /geen reden van jou/)
  assert.equal((await room.visitor().post(action, {})).location, `${at}/meedoen`)
  ok(await writer.post(action, {}))
  ok(await writer.post(action, {}), 409)
  const verdict = action.replace(/rondes\/1\/redenen\/([0-9a-f-]{36})\/intrekking/, 'uitslag/$1')
  for (const path of [`${at}/rondes/1`, verdict, `${at}/verslag`, `${at}/toelating`])
    for (const visit of [room.visitor(), writer, henk])
      assert.ok(!(await visit.get(path)).text.includes('serieus genomen'), path)
  assert.match(ok(await writer.get(`${at}/rondes/1`), 200).text, /Jij koos/)
})

test('stopping is possible at any time, and takes name and address away', async () => {
  const someone = voters.get('inwoner4@buurt.example')
  assert.ok(someone)
  ok(await someone.get(`${at}/meedoen/stoppen`), 200)
  ok(await someone.post(`${at}/meedoen/stoppen`, { antwoorden: 'blijven' }))
  const { rows } = await room.parts.database.pool.query(
    `select 1 from olympiad.panellist where mail = 'inwoner4@buurt.example'`,
  )
  assert.deepEqual(rows, [])
  assert.equal((await someone.get(`${at}/zin/1`)).location, `${at}/meedoen`)
})
