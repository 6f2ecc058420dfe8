import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { after, before, test } from 'node:test'
import { closeParts, type TestParts, testParts, Visit } from '../../test/parts.ts'
import { house } from '../foundation/http/index.ts'
import type { Published } from './revision.ts'
import { day, published } from './thread.fixture.ts'
import { threadRoutes } from './thread.routes.tsx'
import { keepUtterance, withdrawUtterance } from './utterance.store.ts'

let parts: TestParts
let visitor: Visit
let quote: Published
let standard: Published
let line: Published

before(async () => {
  parts = await testParts()
  visitor = new Visit(house(parts).route('/', threadRoutes()))
  const { db } = parts.database
  const said = await keepUtterance(db, { text: 'Nu durf ik weer naar buiten.', at: day(1, 1) })
  quote = await published(db, {
    kind: 'quote',
    title: 'Uit een gesprek',
    summary: '',
    url: '/praktijken/buurthuis',
    voice: { utterance: said.id, hash: said.hash },
    fictional: true,
    at: day(1, 1),
  })
  const text = {
    item: randomUUID(),
    kind: 'standard',
    title: 'Eigen <kracht>',
    summary: 'Vraag eerst wat iemand zelf kan.',
    url: '/kenmerken/eigen-kracht',
    links: [{ kind: 'builds on' as const, item: quote.item }],
    note: 'De stemmen van toen zijn niet openbaar.',
    dated: '2013',
    search: { text: 'Eerste alinea.\n\nTweede alinea over zelfregiecentra.' },
  }
  standard = await published(db, { ...text, at: day(2, 1) })
  line = await published(db, {
    kind: 'line',
    title: 'Ik vraag eerst',
    url: '/reflectie',
    links: [{ kind: 'asks about', item: standard.item }],
    at: day(3, 1),
  })
  await published(db, { ...text, title: 'Eigen kracht, nieuw', at: day(4, 1) })
})
after(() => closeParts(parts))

const json = { accept: 'application/json' }

test('an origin reads both ways, with note, marks, fixed links and the tie in words', async () => {
  const { status, text } = await visitor.get(`/herkomst/${standard.item}`)
  assert.equal(status, 200)
  for (const words of [
    /<h1[^>]*>Waar komt dit vandaan\?<\/h1>/,
    /De stemmen van toen zijn niet openbaar\./,
    /Nu durf ik weer naar buiten\./,
    /verzonnen voorbeeld/,
    /Ik vraag eerst/,
    /Dit vraagt naar ‘Eigen kracht, nieuw’/,
    /Geen verplicht kader\./,
    new RegExp(`href="/id/${standard.item}/2"`),
    /2013/,
  ])
    assert.match(text, words)
})

/** The bands of a page by their heading, with their words. */
const bandsOf = (html: string): string[] => html.split('<section').slice(1)

test('what people said stands above the ropes, once, and the rest of a long list is folded', async () => {
  const { db } = parts.database
  const said = await keepUtterance(db, { text: 'Wij maken zelf de soep.', at: day(6, 1) })
  const [words, other] = [
    await published(db, {
      kind: 'quote',
      title: 'Bij de soep',
      summary: '',
      at: day(6, 1),
      voice: { utterance: said.id, hash: said.hash },
    }),
    await published(db, { kind: 'call', title: 'Een oproep', at: day(6, 1) }),
  ]
  const practice = await published(db, {
    kind: 'practice',
    title: 'De soep',
    links: [words, other].map(({ item }) => ({ kind: 'builds on' as const, item })),
    at: day(6, 2),
  })
  for (let course = 1; course <= 6; course += 1)
    await published(db, {
      kind: 'course',
      title: `Training ${course}`,
      links: [{ kind: 'teaches', item: practice.item }],
      at: day(6, 2 + course),
    })
  const address = `/herkomst/${practice.item}`
  const [top = '', spoken = '', up = '', down = ''] = bandsOf((await visitor.get(address)).text)
  assert.match(top, /Waar komt dit vandaan/)
  assert.match(
    spoken,
    /Wat mensen zelf zeiden[\s\S]*<q [^>]*>Wij maken zelf de soep\.<\/q>[\s\S]*‘De soep’ bouwt hierop/,
  )
  assert.doesNotMatch(up, /Wij maken|Bij de soep/)
  assert.match(up, /Een oproep/)
  const [seen = '', folded = ''] = down.split('<details')
  assert.match(folded, /Nog 2 trainingen/)
  assert.deepEqual(
    [seen, folded].map((part) => part.match(/>Training \d</g)?.length),
    [4, 2],
  )
  assert.doesNotMatch(down, /<details[^>]* open/)
  assert.match((await visitor.get(`${address}?alles=ja`)).text, /<details[^>]* open/)
  await withdrawUtterance(db, said.id, day(7, 1))
  const [, gap = '', left = ''] = bandsOf((await visitor.get(address)).text)
  assert.match(gap, /Wat mensen zelf zeiden[\s\S]*ingetrokken/)
  assert.doesNotMatch(gap, /soep/i)
  assert.match(left, /Een oproep/)
})

test('what a link meant is shown, also when there is a newer text', async () => {
  const { text } = await visitor.get(`/herkomst/${line.item}`)
  assert.match(text, /Eigen &lt;kracht&gt;/)
  assert.match(text, /\(versie 1; er is een nieuwere\)/)
  assert.match(text, new RegExp(`href="/id/${standard.item}/1"`))
})

test('at an earlier day the origin of that day', async () => {
  const { text } = await visitor.get(`/herkomst/${standard.item}?op=2026-02-15`)
  assert.match(text, /Eigen &lt;kracht&gt;/)
  assert.match(text, /Hierop is nog niets gebouwd\./)
  assert.match(text, /Zoals het was op/)
  const before = await visitor.get(`/herkomst/${standard.item}?op=2025-01-01`)
  assert.match(before.text, /stond dit nog niet in Verankerd/)
})

test('a day that is none, or not yet, gets a sentence and stays typed', async () => {
  for (const [typed, sentence] of [
    ['gisteren', /Typ een dag die bestaat/],
    ['2026-02-30', /Typ een dag die bestaat/],
    ['2999-01-01', /Die dag is nog niet geweest/],
  ] as const) {
    const answer = await visitor.get(`/herkomst/${standard.item}?op=${typed}`)
    assert.equal(answer.status, 400)
    assert.match(answer.text, sentence)
    assert.match(answer.text, new RegExp(`value="${typed}"`))
    const data = await visitor.get(`/herkomst/${standard.item}.json?op=${typed}`)
    assert.equal(data.status, 400)
    assert.equal(data.headers.get('content-type'), 'application/problem+json')
    const { status, detail, errors } = JSON.parse(data.text)
    assert.equal(status, 400)
    assert.match(detail, sentence)
    assert.deepEqual(errors, [{ veld: 'op', melding: detail }])
  }
})

test('the same origin as data, by address and by asking', async () => {
  const byAddress = await visitor.get(`/herkomst/${line.item}.json`)
  const byAsking = await visitor.get(`/herkomst/${line.item}`, json)
  assert.equal(byAsking.headers.get('vary'), 'Accept')
  assert.match(byAddress.headers.get('content-type') ?? '', /^application\/json/)
  assert.equal(byAddress.text, byAsking.text)
  const { waarKomtDitVandaan, watIsHieropGebouwd } = JSON.parse(byAddress.text)
  assert.equal(watIsHieropGebouwd.totaal, 0)
  assert.deepEqual(
    waarKomtDitVandaan.haltes.map((stop: Record<string, unknown>) => [
      stop.titel,
      stop.versie,
      stop.voorbeeld,
      stop.afstand,
    ]),
    [
      ['Eigen <kracht>', 1, undefined, 1],
      ['Uit een gesprek', 1, true, 2],
    ],
  )
})

test('a permanent address leads to the page, a fixed one to the text of then', async () => {
  const permanent = await visitor.get(`/id/${standard.item}`)
  assert.deepEqual([permanent.status, permanent.location], [303, '/kenmerken/eigen-kracht'])
  const newest = await visitor.get(`/id/${standard.item}/2`)
  assert.equal(newest.status, 200)
  assert.match(newest.text, /Dit is de nieuwste versie/)
  assert.match(newest.text, /Dit is versie 2 van 2\./)
  const old = await visitor.get(`/id/${standard.item}/1`)
  assert.equal(old.status, 200)
  for (const words of [
    /Er is een nieuwere versie/,
    /Dit is versie 1 van 2\./,
    /Eigen &lt;kracht&gt;/,
    /Tweede alinea over zelfregiecentra\./,
    /vervangen door versie 2/,
    /aan deze tekst is niets veranderd/,
    /<meta name="robots" content="noindex"/,
  ])
    assert.match(old.text, words)
  const data = JSON.parse((await visitor.get(`/id/${standard.item}/1`, json)).text)
  assert.deepEqual([data.versie, data.stand, data.titel], [1, 'vervangen', 'Eigen <kracht>'])
  assert.match(data.vingerafdruk, /^[0-9a-f]{64}$/)
  assert.equal(JSON.parse((await visitor.get(`/id/${quote.item}`, json)).text).voorbeeld, true)
})

test('what does not exist is not found, whatever it looks like', async () => {
  for (const path of [
    `/herkomst/${randomUUID()}`,
    `/herkomst/${randomUUID()}.json`,
    '/herkomst/nergens',
    '/herkomst/nergens.json',
    `/id/${randomUUID()}`,
    '/id/nergens',
    `/id/${standard.item}/3`,
    `/id/${standard.item}/0`,
    `/id/${standard.item}/1e1`,
    `/id/${standard.item}/99999999999`,
  ])
    assert.equal((await visitor.get(path)).status, 404, path)
})

test('search shows kinds, marks what was found and says what it really sought', async () => {
  const { status, text } = await visitor.get('/zoeken?q=zelfregiecentrum')
  assert.equal(status, 200)
  assert.match(text, /Eén keer gevonden/)
  assert.match(text, /<mark class="found">zelfregiecentra<\/mark>/)
  assert.match(text, /Precies zo staat het nergens/)
  assert.match(text, /kenmerken en standaarden \(1\)/)
  assert.match(text, /value="zelfregiecentrum"/)
  assert.match(text, /<meta name="robots" content="noindex"/)
  assert.doesNotMatch(/<title>(.*)<\/title>/.exec(text)?.[1] ?? '', /zelfregie/)
})

test('nothing found gives a way on, a question that is too long a sentence', async () => {
  const none = await visitor.get('/zoeken?q=xqzzyx&soort=standard')
  assert.equal(none.status, 200)
  assert.match(none.text, /Niets gevonden/)
  assert.match(none.text, /zoek in alles/)
  const long = await visitor.get(`/zoeken?q=${'lang '.repeat(50)}woord`)
  assert.equal(long.status, 400)
  assert.match(long.text, /Je vraag is te lang/)
  assert.match(long.text, /value="lang lang/)
  assert.equal((await visitor.get('/zoeken')).status, 200)
  assert.equal((await visitor.get('/zoeken?q=&pagina=zeven&soort=')).status, 200)
})

test('what is typed is never executed', async () => {
  const { text } = await visitor.get(`/zoeken?q=${encodeURIComponent('"><script>alert(1)</script>')}`)
  assert.doesNotMatch(text, /<script>alert/)
})

test('withdrawn words leave a frayed gap: no words, no who, no why', async () => {
  const { db } = parts.database
  const { rows } = await db.$client.query(`select voice from thread.revision where item = $1`, [quote.item])
  await withdrawUtterance(db, rows[0].voice, day(5, 1))
  const page = await visitor.get(`/herkomst/${standard.item}`)
  assert.match(page.text, /ingetrokken/)
  for (const path of [
    `/herkomst/${standard.item}`,
    `/herkomst/${standard.item}.json`,
    `/herkomst/${quote.item}`,
    `/herkomst/${quote.item}.json`,
  ]) {
    const { text, status } = await visitor.get(path)
    assert.equal(status, 200)
    assert.doesNotMatch(text, /durf ik/, path)
  }
  const data = JSON.parse((await visitor.get(`/id/${quote.item}`, json)).text)
  assert.deepEqual([data.ingetrokken, data.titel, data.tekst], [true, undefined, undefined])
})
