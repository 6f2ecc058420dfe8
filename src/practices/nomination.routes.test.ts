import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import sharp from 'sharp'
import type { Visit } from '../../test/parts.ts'
import { people } from '../../test/world.ts'
import { readPost } from '../foundation/mail/index.ts'
import { type Intake, openIntake } from './intake.sample.ts'
import { settleCall, settleNomination, wholeBodies } from './practices.fixture.ts'
import { practice } from './practices.tables.ts'

let intake: Intake
let call: string
before(async () => {
  intake = await openIntake()
  call = await settleCall(intake.parts.database.db)
})
after(() => intake.close())

const FIRST = { titel: 'De soepfiets', zin: 'Vrijwilligers brengen soep en blijven even zitten.' }

/** Every page as an organisation fills it in. */
const PAGES: [place: string, fields: Record<string, string | string[]>][] = [
  ['naam', { ...FIRST, soort: 'project' }],
  [
    'organisatie',
    { naam: 'De Vlier', soort: 'welfare', gemeente: 'groningen', contact: 'Ingrid', mail: 'Ingrid@Verankerd.example' },
  ],
  ['start', { begonnen: '1-3-2024', fase: 'running' }],
  ['vraagstuk', { vraagstuk: 'Ouderen eten alleen.', thema: 'eenzaamheid', 'mensen[]': ['ouderen'] }],
  ['velden', { 'velden[]': ['begeleiding', 'sociale-samenhang'] }],
  ['aanpak', { tekst: 'Eerst bellen we, dan fietsen we.' }],
  ['plan', { tekst: 'Een stappenplan.', handboek: 'ja' }],
  ['kwaliteit', { tekst: 'Iedereen loopt eerst mee.' }],
  ['mensen', { naam1: 'Ingrid', functie1: 'teamleider', naam2: 'Bep', functie2: 'deelnemer', 'client2[]': ['ja'] }],
  ['documenten', { evaluatie: 'nee' }],
]

const field = (text: string, name: string) => new RegExp(`name="${name}" value="([^"]*)"`).exec(text)?.[1] ?? ''
const codeIn = (text: string) => /class="save-code">([^<]+)</.exec(text)?.[1] ?? ''

/** Begins, as a visitor with a pen: answers with the address and the code. */
async function begin(visit: Visit): Promise<{ at: string; code: string }> {
  const similar = await visit.post('/praktijken/aanmelden', FIRST)
  assert.equal(similar.status, 200)
  const begun = await visit.post('/praktijken/aanmelden/begin', {
    titel: field(similar.text, 'titel'),
    zin: field(similar.text, 'zin'),
  })
  assert.match(begun.location, /^\/praktijken\/aanmeldingen\/[0-9a-f-]{36}\/code$/)
  const shown = await visit.get(begun.location)
  return { at: begun.location.replace(/\/code$/, ''), code: codeIn(shown.text) }
}

async function fill(visit: Visit, address: string, places = PAGES): Promise<void> {
  for (const [place, fields] of places) {
    const page = await visit.get(`${address}/${place}`)
    assert.equal(page.status, 200, place)
    const saved = await visit.post(`${address}/${place}`, {
      ...fields,
      versie: field(page.text, 'versie'),
      naar: 'verder',
    })
    assert.equal(saved.status, 303, `${place}: ${saved.text.slice(0, 200)}`)
    assert.doesNotMatch(saved.location, /kijk=ja/, place)
  }
}

test('the page before says what is asked and given, until when, and how we look', async () => {
  const { text, status } = await intake.visit().get('/praktijken/aanmelden')
  assert.equal(status, 200)
  for (const words of [
    'Wat we van je vragen',
    'Wat je krijgt',
    'twintig minuten',
    '15 december 2026',
    'Criterium jaar',
    'redactie@',
  ])
    assert.match(text, new RegExp(words))
})

test('a nomination from the first word to the receipt, stopped after three pages and resumed elsewhere', async () => {
  const home = intake.visit()
  const { at, code } = await begin(home)
  assert.match(code, /^([0-9A-Z]{4} ){4}[0-9A-Z]{4}$/)
  assert.equal((await home.get(`${at}/code`)).location, at, 'the code is shown once')
  await fill(home, at, PAGES.slice(0, 3))
  const later = await home.post(`${at}/vraagstuk`, { vraagstuk: 'Half een zin', versie: '0', naar: 'later' })
  assert.equal(later.location, `${at}?bewaard=ja`)
  assert.match((await home.get(later.location)).text, /Alles is bewaard/)

  const work = intake.visit()
  assert.equal((await work.get(at)).location, '/praktijken/aanmelden/verder')
  const opened = await work.post('/praktijken/aanmelden/verder', { code: code.toLowerCase() })
  assert.equal(opened.location, `${at}/velden`)
  assert.match((await work.get(`${at}/vraagstuk`)).text, /Half een zin/)
  const early = await work.get(`${at}/controle`)
  assert.match(early.text, new RegExp(`href="${at}/aanpak\\?kijk=alles#veld-tekst"`))
  assert.doesNotMatch(early.text, /Verstuur de aanmelding/)
  assert.equal((await work.post(`${at}/verzending`, {})).status, 400)
  await fill(work, at, PAGES.slice(3))
  const check = (await work.get(`${at}/controle`)).text
  assert.match(check, /Klaar om te versturen/)
  assert.match(check, new RegExp(`href="${at}/aanpak">Verander dit: aanpak`), 'every part leads back to its page')

  const sent = await work.post(`${at}/verzending`, {})
  assert.equal(sent.location, `${at}/ontvangst`)
  assert.equal((await work.post(`${at}/verzending`, {})).location, `${at}/ontvangst`, 'twice is once')
  const receipt = (await work.get(`${at}/ontvangst`)).text
  const number = /2026-[0-9A-Z]{4}-[0-9A-Z]{4}/.exec(receipt)?.[0] ?? ''
  assert.match(receipt, /Eerst bellen we, dan fietsen we\./)
  assert.doesNotMatch(receipt, /Verander dit/)
  assert.match(receipt, /Groningen/)
  const status = (await home.get(`${at}/status`)).text
  assert.match(status, /Je aanmelding is binnen/)
  assert.match(status, /uiterlijk 7 december 2026/)

  const post = await readPost(intake.parts.database.db, intake.parts.config.secretKey)
  const mails = post.filter(({ to }) => to === 'ingrid@verankerd.example')
  assert.equal(mails.length, 1)
  assert.match(mails[0]?.text ?? '', new RegExp(`${number}[\\s\\S]*${at}/status`))
  assert.doesNotMatch(`${mails[0]?.subject} ${mails[0]?.text}`, /soep|Vlier|Bep/)
  assert.equal((await work.post(`${at}/aanpak`, { tekst: 'Nog iets', versie: '1' })).status, 409)
  assert.ok(!intake.parts.lines.some((line) => line.includes(code.slice(0, 4)) && line.includes(code.slice(-4))))
})

test('two colleagues on one page: the second sees both texts, and both can stay', async () => {
  const [one, other] = [intake.visit(), intake.visit()]
  const { at, code } = await begin(one)
  await other.post('/praktijken/aanmelden/verder', { code })
  await one.post(`${at}/aanpak`, { tekst: 'Van de een', versie: '0', naar: 'verder' })
  const late = await other.post(`${at}/aanpak`, { tekst: 'Van de ander', versie: '0', naar: 'verder' })
  assert.equal(late.status, 409)
  assert.match(late.text, /Zo staat het er nu<\/p><p class="intake-words">Van de een/)
  assert.match(late.text, /<textarea[\s\S]*Van de ander<\/textarea>/)
  const both = await other.post(`${at}/aanpak`, {
    tekst: 'Van de ander',
    versie: field(late.text, 'versie'),
    naar: 'samen',
  })
  assert.equal(both.location, `${at}/aanpak`)
  assert.match((await one.get(`${at}/aanpak`)).text, /Van de een\n\nVan de ander/)
  const same = await one.post(`${at}/aanpak`, { tekst: 'Van de een\n\nVan de ander', versie: '1', naar: 'verder' })
  assert.equal(same.status, 303, 'the same words are no conflict')
})

test('a young practice is told so at once, and may go on', async () => {
  const visit = intake.visit()
  const { at } = await begin(visit)
  const saved = await visit.post(`${at}/start`, { begonnen: '1-6-2026', fase: 'running', versie: '0', naar: 'verder' })
  assert.equal(saved.location, `${at}/start?kijk=ja`)
  const told = await visit.get(saved.location)
  assert.match(told.text, /Op de sluitingsdag, 15 december 2026, loopt het 6 maanden\. We vragen een jaar\./)
  assert.match(told.text, /value="2026-06-01"/)
  const on = await visit.post(`${at}/start`, {
    begonnen: '2026-06-01',
    fase: 'running',
    versie: '1',
    gezien: 'ja',
    naar: 'verder',
  })
  assert.equal(on.location, `${at}/vraagstuk`)
})

test('a mistake is saved and pointed at; what is too long comes back whole', async () => {
  const visit = intake.visit()
  const { at } = await begin(visit)
  const odd = { naam: 'De Vlier', gemeente: 'Nergenshuizen', mail: 'ingrid@', versie: '0', naar: 'verder' }
  const saved = await visit.post(`${at}/organisatie`, odd)
  assert.equal(saved.location, `${at}/organisatie?kijk=ja`)
  const looked = (await visit.get(saved.location)).text
  assert.match(looked, /value="Nergenshuizen"/)
  assert.match(looked, /Deze gemeente kennen we niet/)
  assert.match(looked, /Kijk je mailadres na/)
  assert.doesNotMatch(looked, /Zeg met wie we contact hebben/, 'what is only empty waits for the check page')
  const long = await visit.post(`${at}/aanpak`, { tekst: 'lang '.repeat(3000), versie: '0' })
  assert.equal(long.status, 400)
  assert.match(long.text, /hooguit 8000 tekens/)
  assert.equal(/<textarea[^>]*>([^<]*)</.exec(long.text)?.[1]?.length, 'lang '.repeat(3000).trim().length)
  const empty = await visit.post('/praktijken/aanmelden', { titel: '', zin: 'Toch een zin' })
  assert.equal(empty.status, 400)
  assert.match(empty.text, />Toch een zin<\/textarea>/)
})

test('nobody else gets in, by address, by a code that is none, or by an older code', async () => {
  const owner = intake.visit()
  const { at, code } = await begin(owner)
  const stranger = await intake.as(people.noor.id, '/praktijken/aanmelden')
  const places = ['', '/naam', '/controle', '/ontvangst', '/status', '/code', '/intrekking']
  for (const place of places) {
    assert.equal((await stranger.get(`${at}${place}`)).status, 404, place)
    assert.equal((await intake.visit().get(`${at}${place}`)).location, '/praktijken/aanmelden/verder', place)
  }
  const posts = ['/naam', '/verzending', '/collega', '/code', '/intrekking']
  for (const place of posts) assert.equal((await stranger.post(`${at}${place}`, { wat: 'erbij' })).status, 404, place)
  const never = '/praktijken/aanmeldingen/00000000-0000-4000-8000-000000000999'
  assert.equal((await intake.visit().get(never)).location, '/praktijken/aanmelden/verder')
  assert.equal((await stranger.get(never)).status, 404)
  const wrong = await stranger.post('/praktijken/aanmelden/verder', { code: '0000 0000 0000 0000 0000' })
  assert.equal(wrong.status, 404)
  assert.match(wrong.text, /value="0000 0000 0000 0000 0000"/)
  assert.equal((await stranger.post('/praktijken/aanmelden/verder', { code: 'kort' })).status, 400)

  const colleague = intake.visit()
  await colleague.post('/praktijken/aanmelden/verder', { code })
  assert.equal((await colleague.get(at)).status, 200)
  const unsure = await owner.post(`${at}/code`, {})
  assert.equal(unsure.location, `${at}?code=zeker#samen`)
  assert.match((await owner.get(`${at}?code=zeker`)).text, /Zet een vinkje: een nieuwe code sluit de oude/)
  assert.equal((await colleague.get(at)).status, 200, 'nothing changed yet')
  const renewed = await owner.post(`${at}/code`, { zeker: 'ja' })
  const fresh = codeIn((await owner.get(renewed.location)).text)
  assert.notEqual(fresh, code)
  assert.equal((await owner.get(at)).status, 200)
  assert.equal((await colleague.get(at)).status, 303, 'the older code is over, also where it was given')
  assert.equal((await colleague.post('/praktijken/aanmelden/verder', { code })).status, 404)
})

test('a colleague puts it at their account, finds it, and takes it off again', async () => {
  const { at, code } = await begin(intake.visit())
  const ingrid = await intake.as(people.ingrid.id, '/praktijken/aanmelden')
  await ingrid.post('/praktijken/aanmelden/verder', { code })
  assert.equal((await ingrid.post(`${at}/collega`, { wat: 'erbij' })).location, at)
  const elsewhere = await intake.as(people.ingrid.id, '/praktijken/aanmelden')
  assert.match((await elsewhere.get('/praktijken/aanmelden')).text, new RegExp(`href="${at}"`))
  assert.match((await elsewhere.get(at)).text, /Ingrid Postma/)
  assert.equal((await elsewhere.post(`${at}/collega`, { wat: 'eraf' })).status, 303)
  assert.equal((await elsewhere.get(at)).status, 404)
  await ingrid.post('/praktijken/aanmelden/afsluiten', {})
  assert.equal((await ingrid.get(at)).status, 404)
})

test('an adviser asks: the pages open again, and what is sent next is number two', async () => {
  const { db } = intake.parts.database
  const visit = await intake.as(people.ingrid.id, '/praktijken/aanmelden')
  const at = new Date('2026-11-20T10:00:00Z')
  const { id, submission } = await settleNomination(db, { call, at, sentAt: at })
  await db.$client.query('insert into practices.nomination_colleague values ($1, $2, $3)', [id, people.ingrid.id, at])
  const address = `/praktijken/aanmeldingen/${id}`
  assert.equal((await visit.post(`${address}/aanpak`, { tekst: 'Meer', versie: '1' })).status, 409)
  await db.$client.query(
    `insert into practices.first_check (nomination, submission, outcome, words, question, checked_by, checked_at)
     values ($1, $2, 'asked', '[]', 'Hoeveel mensen doen mee?', $3, $4)`,
    [id, submission, people.yusuf.id, at],
  )
  assert.match((await visit.get(`${address}/status`)).text, /We hebben een vraag[\s\S]*Hoeveel mensen doen mee\?/)
  assert.equal((await visit.post(`${address}/aanpak`, { tekst: 'Dertig mensen.', versie: '1' })).status, 303)
  assert.equal((await visit.post(`${address}/verzending`, {})).location, `${address}/ontvangst`)
  assert.match((await visit.get(`${address}/ontvangst`)).text, /2, als antwoord op een vraag/)
  const { rows } = await db.$client.query(
    `select number, body->'sections'->'approach'->>'text' as text from practices.submission where nomination = $1 order by 1`,
    [id],
  )
  assert.deepEqual(rows, [
    { number: 1, text: wholeBodies.approach.text },
    { number: 2, text: 'Dertig mensen.' },
  ])
})

test('taking it back closes everything, but not once it was chosen', async () => {
  const { db } = intake.parts.database
  const visit = intake.visit()
  const { at } = await begin(visit)
  assert.equal((await visit.post(`${at}/intrekking`, {})).location, `${at}/status`)
  assert.match((await visit.get(`${at}/status`)).text, /Ingetrokken/)
  assert.equal((await visit.post(`${at}/naam`, { titel: 'x', versie: '1' })).status, 409)
  assert.equal((await visit.post(`${at}/verzending`, {})).status, 409)
  const ingrid = await intake.as(people.ingrid.id, '/praktijken/aanmelden')
  const now = new Date('2026-11-20T10:00:00Z')
  const { id } = await settleNomination(db, { call, at: now, sentAt: now })
  await db.$client.query('insert into practices.nomination_colleague values ($1, $2, $3)', [id, people.ingrid.id, now])
  await db.insert(practice).values({
    slug: 'gekozen',
    nomination: id,
    call,
    title: 'Gekozen',
    line: 'Een zin.',
    organisation: 'De Vlier',
    organisationKind: 'welfare',
    gemeente: 'GM0014',
    startedOn: '2024-03-01',
    fictional: true,
    createdAt: now,
  })
  assert.equal((await ingrid.post(`/praktijken/aanmeldingen/${id}/intrekking`, {})).status, 409)
})

test('a document goes along and away again; a wrong one comes back with a sentence and all that was typed', async () => {
  const visit = await intake.as(people.ingrid.id, '/praktijken/aanmelden')
  const { at } = await begin(visit)
  const address = `${at}/documenten`
  const page = await visit.get(address)
  assert.match(page.text, /enctype="multipart\/form-data"/)
  const typed = { versie: '0', evaluatie: 'ja', woorden: 'Uit 2025.', bestandstitel: 'Ons plan', naar: 'hier' }
  const lie = new File(['<svg xmlns="http://www.w3.org/2000/svg"/>'], '../plan.pdf')
  const refused = await intake.upload(visit, address, { ...typed, bestand: lie })
  assert.equal(refused.status, 400)
  const shown = await refused.text()
  assert.match(shown, /Uit 2025\.<\/textarea>/)
  assert.match(shown, /value="Ons plan"/)
  assert.match(shown, /id="veld-bestand-fout"/)
  assert.equal(field((await visit.get(address)).text, 'versie'), '0', 'nothing of a refused form is half kept')
  const none = await visit.post(address, { ...typed, bestandstitel: '' })
  assert.equal(none.status, 400)
  assert.match(none.text, /Kies eerst een document\./)
  assert.match(none.text, /Uit 2025\.<\/textarea>/)

  const png = await sharp({ create: { width: 4, height: 4, channels: 3, background: 'red' } })
    .png()
    .toBuffer()
  const taken = await intake.upload(visit, address, { ...typed, bestand: new File([png], 'plan.png') })
  assert.equal(taken.headers.get('location'), address)
  const listed = (await visit.get(address)).text
  assert.match(listed, /Ons plan/)
  assert.match((await visit.get(`${at}/controle`)).text, /Documenten die meegaan[\s\S]*Ons plan/)
  const verwijder = /name="verwijder" value="([0-9a-f-]{36})"/.exec(listed)?.[1] ?? ''
  const away = await visit.post(address, { versie: '1', evaluatie: 'ja', woorden: 'Uit 2025.', verwijder })
  assert.equal(away.location, address)
  assert.match((await visit.get(address)).text, /Er zijn nog geen documenten toegevoegd/)
})

test('sending twice at once sends once', async () => {
  const { db } = intake.parts.database
  const now = intake.parts.clockAt.now
  const { id } = await settleNomination(db, { call, at: now })
  await db.$client.query('insert into practices.nomination_colleague values ($1, $2, $3)', [id, people.ingrid.id, now])
  const visits = await Promise.all([1, 2].map(() => intake.as(people.ingrid.id, '/praktijken/aanmelden')))
  const answers = await Promise.all(visits.map((visit) => visit.post(`/praktijken/aanmeldingen/${id}/verzending`, {})))
  assert.deepEqual(
    answers.map(({ status }) => status),
    [303, 303],
  )
  const { rows } = await db.$client.query('select count(*)::int as n from practices.submission where nomination = $1', [
    id,
  ])
  assert.deepEqual(rows, [{ n: 1 }])
})

test('what was not sent goes along to the next call: its words, its colleagues and a code of its own', async () => {
  const { db, pool } = intake.parts.database
  const late = await settleCall(db, { slug: 'te-laat', year: 2025, opensOn: '2025-09-01', closesOn: '2025-12-15' })
  const at = new Date('2025-10-01T10:00:00Z')
  const { id } = await settleNomination(db, { call: late, at, person: people.jamal.id })
  await pool.query('insert into practices.nomination_colleague values ($1, $2, $3)', [id, people.jamal.id, at])
  await pool.query("delete from practices.nomination_section where nomination = $1 and section = 'quality'", [id])
  const { id: sent } = await settleNomination(db, { call: late, at, sentAt: at, person: people.jamal.id })
  await pool.query('insert into practices.nomination_colleague values ($1, $2, $3)', [sent, people.jamal.id, at])
  const jamal = await intake.as(people.jamal.id, '/praktijken/aanmelden')
  const old = `/praktijken/aanmeldingen/${id}`
  assert.match((await jamal.get(old)).text, /Neem mee naar Proefoproep 2026/)
  assert.doesNotMatch((await jamal.get(`/praktijken/aanmeldingen/${sent}`)).text, /Neem mee/)
  assert.equal((await jamal.post(`/praktijken/aanmeldingen/${sent}/opnieuw`, {})).status, 409)
  assert.equal(
    (await (await intake.as(people.noor.id, '/praktijken/aanmelden')).post(`${old}/opnieuw`, {})).status,
    404,
  )
  const gone = await jamal.post(`${old}/opnieuw`, {})
  assert.equal(gone.status, 303)
  const code = codeIn((await jamal.get(gone.location)).text)
  assert.match(code, /^(\w{4} ){4}\w{4}$/)
  const onward = gone.location.replace(/\/code$/, '')
  assert.notEqual(onward, old)
  const page = (await jamal.get(onward)).text
  assert.match(page, /Aanmelding voor Proefoproep 2026/)
  assert.match(page, /Ga verder: kwaliteit/, 'a page nobody wrote stays open')
  assert.match((await jamal.get(`${onward}/aanpak`)).text, /Eerst bellen we, dan fietsen we\./)
  assert.match((await jamal.get(`${old}/aanpak`)).text, /Eerst bellen we/, 'the old one stays')
  assert.equal((await jamal.post(`${old}/opnieuw`, {})).location, onward, 'again leads to the same one')
  const other = intake.visit()
  await other.get('/praktijken/aanmelden/verder')
  assert.ok((await other.post('/praktijken/aanmelden/verder', { code })).location.startsWith(onward))
})

test('without an open call the page says when the next one opens', async () => {
  const shut = await openIntake()
  try {
    await settleCall(shut.parts.database.db, {
      opensOn: '2027-01-10',
      closesOn: '2027-03-01',
      publishedAt: new Date('2026-11-01'),
    })
    const visit = shut.visit()
    assert.match((await visit.get('/praktijken/aanmelden')).text, /gaat open op 10 januari 2027/)
    assert.equal((await visit.post('/praktijken/aanmelden', FIRST)).status, 409)
  } finally {
    await shut.close()
  }
})
