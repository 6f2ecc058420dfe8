import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { nonceOf } from '../../test/parts.ts'
import { people } from '../../test/world.ts'
import { readPost } from '../foundation/mail/index.ts'
import { origin } from '../thread/index.ts'
import { eraseAdoptions, exportAdoptions } from './adoption.store.ts'
import { openBank, type TestBank } from './bank.sample.ts'
import { exampleOf, examplesFor, setExamples } from './example.store.ts'
import type { ListingSample } from './listing.sample.ts'
import { readListing, writeListing } from './listing.store.ts'
import type { ListingInput } from './listing.ts'
import { addTakeAlong } from './take-along.store.ts'

let bank: TestBank
let parts: TestBank['parts']
let samples: TestBank['samples']
let first: TestBank['first']
let second: TestBank['second']
let standard = ''
let built = ''
let page = ''
let desk = ''
const open = () => bank.visit()
const as = (key: string) => bank.as(key)

before(async () => {
  bank = await openBank()
  ;({ parts, samples, first, second, standard, built } = bank)
  page = `/praktijken/${first.slug}`
  desk = `/redactie${page}`
})
after(() => bank.close())

const totalOf = (text: string) => /<h2[^>]*id="gevonden"[^>]*>([^<]*)</.exec(text)?.[1] ?? ''
const having = (test: (one: ListingSample) => boolean) => samples.filter(test).length
const inWords = (count: number) =>
  count === 0 ? 'Niets gevonden' : count === 1 ? 'Eén praktijk' : `${count} praktijken`

test('the list: facets with counts, words that can be taken away, pages', async () => {
  const all = await open().get('/praktijken')
  assert.equal(totalOf(all.text), '80 praktijken')
  assert.match(all.text, /rel="alternate" type="application\/atom\+xml"/)
  assert.doesNotMatch(all.text, /_token|_nonce/)
  const theme = having((one) => one.theme === 'mantelzorg')
  const narrowed = await open().get('/praktijken?thema=mantelzorg&loopt=ja')
  assert.equal(
    totalOf(narrowed.text),
    inWords(having((one) => one.theme === 'mantelzorg' && one.standing === 'running')),
  )
  assert.match(narrowed.text, /noindex/)
  assert.match(narrowed.text, /<span class="hidden">Haal weg: <\/span>Zorgen voor een ander/)
  const stopped = having((one) => one.theme === 'mantelzorg' && one.standing === 'stopped')
  if (stopped > 0) assert.match(narrowed.text, new RegExp(`Gestopt</span><span class="filter__count">${stopped}<`))
  assert.ok(theme > 0)
  assert.equal(totalOf((await open().get('/praktijken?pagina=4')).text), '80 praktijken')
  assert.match((await open().get('/praktijken?pagina=99')).text, /Deze pagina is er niet/)
  assert.equal(totalOf((await open().get('/praktijken?thema=bestaat-niet')).text), 'Niets gevonden')
  assert.equal((await open().get('/praktijken?gemeente=nergens&loopt=x&jaar=%00')).status, 400)
  assert.equal(
    totalOf((await open().get('/praktijken?gemeente=nergens&loopt=x')).text),
    '80 praktijken',
    'unknown counts as not chosen',
  )
})

test('the form of boxes leads to an address that can be shared', async () => {
  const sent = await open().get('/praktijken?zoek=&thema%5B%5D=mantelzorg&thema%5B%5D=geldzorgen&gemeente%5B%5D=')
  assert.equal(sent.location, '/praktijken?thema=mantelzorg&thema=geldzorgen')
})

test('words: also misspelt, with what was meant; relevance before newness', async () => {
  const lonely = having((one) => one.title.includes('eenzaamheid'))
  assert.ok(lonely > 0)
  const typed = await open().get('/praktijken?zoek=eenzaamheid')
  assert.equal(totalOf(typed.text), inWords(lonely))
  const misspelt = await open().get('/praktijken?zoek=eenzaamhijd')
  assert.equal(totalOf(misspelt.text), inWords(lonely))
  assert.match(misspelt.text, /Dit lijkt erop: <strong>eenzaamheid/)
  assert.equal(totalOf((await open().get('/praktijken?zoek=eenzaamheid&orde=nieuw')).text), inWords(lonely))
  const none = await open().get('/praktijken?zoek=eenzaamheid&jaar=1999')
  assert.match(none.text, /Laat één ding los/)
  assert.match(none.text, /zonder 1999/)
  assert.match((await open().get('/praktijken?zoek=xqzwv')).text, /Je hoeft niet goed te spellen/)
})

test('the map, the table, the feed', async () => {
  const map = await open().get('/praktijken/kaart')
  assert.match(map.text, /Schematische kaart/)
  assert.match(map.text, new RegExp(`href="/praktijken\\?gemeente=${first.gemeente}"`))
  const one = await open().get(`/praktijken/kaart?thema=${first.theme}&gemeente=${first.gemeente}`)
  assert.equal(one.status, 200)
  const csv = await open().get('/praktijken.csv?thema=mantelzorg&voorbeelden=ja')
  assert.equal(csv.text.trim().split('\r\n').length, 1 + having(({ theme }) => theme === 'mantelzorg'))
  assert.match(csv.headers.get('content-type') ?? '', /text\/csv/)
  assert.match((await open().get('/praktijken.csv?voor=excel')).text, /Titel;In één zin;/)
  const feed = await open().get('/praktijken.atom')
  assert.match(feed.headers.get('content-type') ?? '', /atom\+xml/)
  assert.doesNotMatch(feed.text, /<entry>/, 'fictional practices stand in no feed')
})

test('a real practice is in the feed, with an id that stays', async () => {
  const { db, pool } = parts.database
  await pool.query('update practices.practice set fictional = false where id = $1', [second.practice])
  const input: ListingInput = {
    ...{
      practice: second.practice,
      item: second.item,
      slug: second.slug,
      title: '=Tuin & straat',
      line: 'Samen <groen>.',
    },
    ...{
      summary: 'Kort.',
      text: 'Lang.',
      theme: 'mantelzorg',
      fields: ['jeugd'],
      people: ['ouderen'],
      gemeente: 'GM0518',
    },
    ...{ organisation: 'Tuin', organisationKind: 'welfare', year: 2026, fictional: false, at: parts.clockAt.now },
  }
  await writeListing(db, input)
  parts.cache.clear()
  const feed = (await open().get('/praktijken.atom')).text
  assert.match(feed, new RegExp(`<id>tag:localhost,2026:${second.item}</id>`))
  assert.match(feed, /Samen &lt;groen&gt;|CDATA\[Samen <groen>/)
  for (const [query, isIn] of [
    ['mensen=ouderen&veld=jeugd', true],
    ['zoek=tuin&jaar=2026&gemeente=GM0518', true],
    ['zoek=xqzzyx', false],
    ['mensen=ouderen&jaar=2019', false],
  ] as const)
    assert.equal((await open().get(`/praktijken.atom?${query}`)).text.includes('<entry>'), isIn, query)
  const chosen = (await open().get('/praktijken.atom?zoek=tuin&mensen=ouderen')).text
  assert.match(chosen, /<title>[^<]*praktijken, “tuin”, Ouderen/)
  assert.match(chosen, /href="[^"]*\/praktijken\?zoek=tuin&amp;mensen=ouderen"/)
  const list = await open().get('/praktijken?zoek=tuin&mensen=ouderen&orde=nieuw&pagina=2')
  assert.match(list.text, /href="\/praktijken\.atom\?zoek=tuin&amp;mensen=ouderen(&amp;voorbeelden=ja)?"/)
  const listing = await readListing(db, second.slug)
  assert.deepEqual([listing?.province, listing?.standing], ['PV28', second.standing])
  assert.match((await open().get('/praktijken.csv?gemeente=den%20haag&voor=excel')).text, /'=Tuin/)
  assert.equal(totalOf((await open().get('/praktijken?zoek=den+haag+tuin')).text), 'Eén praktijk')
})

test('the page of a practice: what is the same for everyone is kept, and says what it must', async () => {
  const detail = await open().get(page)
  assert.equal(detail.status, 200)
  for (const words of [
    first.line,
    'Wat je mag meenemen',
    'Vraag het de mensen zelf',
    'Waar komt dit vandaan',
    'Samen eten',
  ])
    assert.ok(detail.text.includes(words), words)
  assert.match(detail.text, /application\/ld\+json/)
  assert.match(detail.text, /property="og:title"/)
  assert.match(detail.text, /verzonnen voorbeeld/)
  assert.match(detail.text, /content="noindex"/)
  assert.ok(!detail.text.includes('eigenaar@vlier.example'), 'the address stays hidden')
  assert.doesNotMatch(detail.text, /_token|_nonce/)
  assert.equal((await open().get('/praktijken/bestaat-niet')).status, 404)
})

test('a question goes by mail with the way back in it, and nowhere else', async () => {
  const visit = open()
  const form = await visit.get(`${page}/vraag`)
  assert.equal(form.status, 200)
  const bad = await visit.post(`${page}/vraag`, {
    naam: 'Noor',
    mail: 'geen adres',
    vraag: 'Hoe begonnen jullie met koken?',
  })
  assert.equal(bad.status, 400)
  assert.match(bad.text, /Hoe begonnen jullie met koken\?/)
  const fields = {
    naam: 'Noor',
    mail: 'noor@vraagt.example',
    vraag: 'Hoe begonnen jullie met koken?',
    _nonce: nonceOf(form),
  }
  const sent = await visit.post(`${page}/vraag`, fields)
  assert.match(sent.text, /Je vraag is verstuurd/)
  await visit.post(`${page}/vraag`, fields)
  const { db, pool } = parts.database
  const mails = (await readPost(db, parts.config.secretKey)).filter(({ to }) => to === 'eigenaar@vlier.example')
  const [mail] = mails
  assert.equal(mail?.replyTo, 'noor@vraagt.example')
  assert.match(mail?.text ?? '', /Hoe begonnen jullie met koken\?/)
  const { rows } = await pool.query('select * from practices.enquiry where practice = $1', [first.practice])
  assert.ok(rows.length >= 1 && rows.length <= 2)
  assert.ok(!JSON.stringify(rows).includes('koken'))
  assert.equal((await open().get(`/praktijken/${second.slug}/vraag`)).status, 404, 'nobody to ask')
})

test('“wij doen dit ook”: said, shown, said anew, taken back, exported and erased', async () => {
  assert.match((await open().get(`${page}/ook`)).location, /^\/inloggen/)
  assert.match((await open().post(`${page}/ook`, {})).location, /^\/inloggen/)
  const noor = await as('noor')
  await noor.get(`${page}/ook`)
  const typed = { organisatie: 'Welzijn De Vlier', gemeente: 'Den Haag', sinds: '2031', anders: 'Wij doen het buiten.' }
  const bad = await noor.post(`${page}/ook`, typed)
  assert.equal(bad.status, 400)
  assert.match(bad.text, /Wij doen het buiten\./)
  assert.equal((await noor.post(`${page}/ook`, { ...typed, sinds: '2024' })).location, `${page}#ook`)
  const shown = await open().get(page)
  assert.match(shown.text, /Eén organisatie doet dit ook/)
  assert.match(shown.text, /Wat ze anders doen: Wij doen het buiten\./)
  await noor.post(`${page}/ook`, { ...typed, sinds: '2023', anders: '' })
  assert.match((await open().get(page)).text, /Eén organisatie doet dit ook/, 'the same person says it once')
  const milan = await as('milan')
  await milan.get(`${page}/ook`)
  assert.equal((await milan.post(`${page}/ook/einde`, {})).status, 409, 'nobody takes back for someone else')
  const { db } = parts.database
  assert.equal((await exportAdoptions(db, people.noor.id))[0]?.rows[0]?.sinds, 2023)
  assert.equal((await noor.post(`${page}/ook/einde`, {})).status, 303)
  assert.match((await open().get(page)).text, /Nog niemand liet weten/)
  await noor.post(`${page}/ook`, { ...typed, sinds: '2022' })
  await eraseAdoptions(db, people.noor.id, parts.clockAt.now)
  assert.deepEqual((await exportAdoptions(db, people.noor.id))[0]?.rows, [])
})

test('the desk: recognitions, take-alongs and examples, for editors only', async () => {
  for (const path of ['erkenningen', 'kenmerken', 'meenemen', 'stand']) {
    assert.match((await open().get(`${desk}/${path}`)).location, /^\/inloggen/)
    assert.equal((await (await as('noor')).get(`${desk}/${path}`)).status, 404)
  }
  const yusuf = await as('yusuf')
  assert.equal((await yusuf.get('/redactie/praktijken/bestaat-niet/kenmerken')).status, 404)
  await yusuf.get(`${desk}/erkenningen`)
  const given = { door: 'Een verzonnen panel', op: '2025-05-01', tot: '2030-05-01', bron: 'https://panel.example/1' }
  const wrong = await yusuf.post(`${desk}/erkenningen`, { ...given, erkenning: 'Goed Beschreven' })
  assert.equal(wrong.status, 400, 'a fictional practice only has a sample recognition')
  assert.match(wrong.text, /Een verzonnen panel/)
  await yusuf.post(`${desk}/erkenningen`, { ...given, erkenning: 'Voorbeelderkenning' })
  const shown = await open().get(page)
  assert.match(shown.text, /Wat anderen ervan vonden[\s\S]*Voorbeelderkenning[\s\S]*panel\.example/)
  assert.match((await open().get('/praktijken?erkenning=Voorbeelderkenning')).text, /Eén praktijk/)
  const listed = await yusuf.get(`${desk}/erkenningen`)
  const end = /action="([^"]+\/einde)"/.exec(listed.text)?.[1] ?? ''
  assert.equal((await yusuf.post(end.replace(/[0-9a-f-]{36}/, people.noor.id), {})).status, 404)
  assert.equal((await yusuf.post(end, {})).status, 303)
  assert.doesNotMatch((await open().get(page)).text, /Voorbeelderkenning/)

  const taken = { soort: 'plan', titel: 'Plan in tien stappen', licentie: 'Vrij te gebruiken (CC0)', adres: '' }
  assert.match((await yusuf.post(`${desk}/meenemen`, taken)).text, /een bestand, of een adres/)
  await yusuf.post(`${desk}/meenemen`, { ...taken, adres: 'https://vlier.example/plan' })
  assert.match((await open().get(page)).text, /Plan in tien stappen[\s\S]*Vrij te gebruiken/)

  const seen = async () => /name="gezien" value="([^"]*)"/.exec((await yusuf.get(`${desk}/kenmerken`)).text)?.[1] ?? ''
  const gezien = await seen()
  const both = { 'kenmerk[]': [standard, people.noor.id], gezien }
  assert.equal((await yusuf.post(`${desk}/kenmerken`, both)).status, 303)
  const late = await yusuf.post(`${desk}/kenmerken`, { gezien })
  assert.equal(late.status, 409, 'who looked before the other kept it ends nothing')
  assert.match(late.text, /Iemand anders veranderde dit[\s\S]*Nu staat erbij: Op de vraag af/)
  assert.equal((await yusuf.post(`${desk}/kenmerken`, {})).status, 409)
  const { db } = parts.database
  const [example] = await examplesFor(db, standard)
  assert.equal(example?.href, page)
  assert.match((await open().get(page)).text, /een voorbeeld van:[\s\S]*Op de vraag af/)
  const tied = async () =>
    (await origin(db, standard, { at: new Date('2030-01-01') }))?.downstream.stops.filter(
      ({ via }) => via.kind === 'exemplifies',
    ).length
  assert.equal(await tied(), 1)
  const hand = { by: people.yusuf.id, at: parts.clockAt.now }
  await setExamples(db, first, { offered: [built], chosen: [built] }, hand)
  assert.equal((await yusuf.post(`${desk}/kenmerken`, { gezien: await seen() })).status, 303)
  assert.deepEqual(await examplesFor(db, standard), [])
  assert.deepEqual(await exampleOf(db, first.practice), [built], 'what was not to choose from stays tied')
  await setExamples(db, first, { offered: [built], chosen: [] }, hand)
  assert.deepEqual(await exampleOf(db, first.practice), [])
  assert.equal(await tied(), 0)
  await yusuf.post(`${desk}/kenmerken`, { 'kenmerk[]': standard, gezien: await seen() })
})

test('what is named to take along but stands nowhere, is there to ask for', async () => {
  const { db } = parts.database
  const one = { kind: 'handbook' as const, title: 'Het blauwe boekje', licence: 'Alleen voor eigen gebruik' }
  for (const { practice } of [first, second])
    await addTakeAlong(db, practice, { ...one, file: null, url: null }, { by: null, at: parts.clockAt.now })
  const named = /Het blauwe boekje<\/span>[\s\S]{0,300}niet op deze site/
  const asked = (await open().get(page)).text
  assert.match(asked, named)
  assert.match(asked, new RegExp(`<a href="${page}/vraag">vraag erom via het formulier</a>`))
  const silent = (await open().get(`/praktijken/${second.slug}`)).text
  assert.match(silent, named)
  assert.doesNotMatch(silent, /vraag erom via het formulier/, 'nobody there to be asked')
})

test('the API: the same choice, paging, every fault at once, and what is made up only for whoever asks', async () => {
  const real = JSON.parse((await open().get('/api/v1/praktijken')).text)
  const { rows } = await bank.parts.database.pool.query('select slug from practices.listing where not fictional')
  assert.deepEqual(
    real.praktijken.map(({ slug }: { slug: string }) => slug),
    rows.map(({ slug }) => slug),
  )
  for (const { voorbeeld } of real.praktijken) assert.equal(voorbeeld, false)
  const list = await open().get('/api/v1/praktijken?pageSize=5&thema=mantelzorg&page=2&voorbeelden=ja')
  const data = JSON.parse(list.text)
  assert.equal(data.praktijken.length, Math.min(5, data.totaal - 5))
  assert.match(list.headers.get('link') ?? '', /rel="prev"/)
  const bad = await open().get('/api/v1/praktijken?page=0&provincie=PV99&onzin=1')
  assert.equal(bad.status, 400)
  assert.equal(JSON.parse(bad.text).errors.length, 3)
  const hidden = await open().get(`/api/v1/praktijken/${first.slug}`)
  assert.equal(hidden.status, 404)
  assert.match(JSON.parse(hidden.text).detail, /verzonnen voorbeeld/)
  const one = await open().get(`/api/v1/praktijken/${first.slug}?voorbeelden=ja`)
  assert.equal(JSON.parse(one.text).voorbeeld, true)
  assert.ok(!one.text.includes('eigenaar@vlier.example'))
  assert.equal((await open().get('/api/v1/praktijken/bestaat-niet')).status, 404)
  assert.equal(
    JSON.parse((await open().get('/api/v1/praktijken?zoek=eenzaamhijd&voorbeelden=ja')).text).totaal,
    having((o) => o.title.includes('eenzaamheid')),
  )
  const stopped = JSON.parse((await open().get('/api/v1/praktijken?loopt=gestopt&voorbeelden=ja')).text)
  for (const { loopt } of stopped.praktijken) assert.equal(loopt, 'gestopt')
})
