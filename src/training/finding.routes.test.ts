import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { type Caller, type House, openHouse } from '../../test/house.ts'
import { itemId } from '../thread/index.ts'
import { readCourses } from './course-index.store.ts'

let house: House
let visitor: Caller
let provider: Caller
before(async () => {
  house = await openHouse()
  // Before anyone asks anything: one date is full, and those of one course are over.
  const { pool } = house.database
  const of = (slug: string) => `course = (select id from training.course where slug = '${slug}')`
  await pool.query(
    `update training.offering set seats_left = 0 where gemeente = 'GM0106' and ${of('de-kunst-van-het-wachten')}`,
  )
  await pool.query(
    `update training.offering set starts_on = '2026-11-01', ends_on = '2026-11-01', days = '{2026-11-01}'
     where ${of('stil-verzuim-op-school')}`,
  )
  ;[visitor, provider] = await Promise.all([house.as('visitor'), house.as('provider')])
})
after(() => house.close())

async function open(query: string, status = 200): Promise<string> {
  const answer = await visitor.get(`/scholing${query}`)
  assert.equal(answer.status, status, query)
  return answer.text()
}
const titlesIn = (page: string): string[] =>
  [...page.matchAll(/<a class="row__link" href="\/scholing\/[^"]+">([^<]*)<\/a>/g)].map(([, title = '']) => title)
const heading = (page: string): string => /id="gevonden"[^>]*>([^<]*)</.exec(page)?.[1] ?? ''

test('the list opens with what comes first, and says of each course what it costs, how long, where, when and points', async () => {
  const page = await open('')
  assert.equal(heading(page), '59 trainingen')
  assert.equal(titlesIn(page).length, 20)
  assert.match(page, /€ 195 · 6 uur · Utrecht[^·]* · 9 december 2026 en 2 keer later · nog 2 plaatsen · /)
  const [first = ''] = titlesIn(page)
  assert.notEqual(first, titlesIn(await open('?orde=prijs'))[0])
  assert.match(await open('?orde=prijs'), /gratis/)
  assert.equal(titlesIn(await open('?pagina=3')).length, 19)
})

test('words, also misspelt; phrases, and words that must be absent', async () => {
  assert.ok(titlesIn(await open('?zoek=rouw')).includes('Rouw achter de voordeur'))
  const slip = await open('?zoek=straathoekwrek')
  assert.match(slip, /Precies zo staat het nergens\. Dit lijkt erop:/)
  assert.ok(titlesIn(slip).length > 0)
  assert.ok(titlesIn(await open('?zoek=%22achter+de+voordeur%22')).includes('Rouw achter de voordeur'))
  assert.ok(!titlesIn(await open('?zoek=rouw+-voordeur')).includes('Rouw achter de voordeur'))
  assert.ok(titlesIn(await open('?zoek=Leerplaats+Kompas')).length >= 3, 'by the name of its provider')
})

test('near a village, with how far, nearest first; online only when asked', async () => {
  const page = await open('?bij=Rolde')
  assert.match(page, /Tot 25 km van Rolde/)
  assert.match(page, /Assen, ongeveer \d+ km/)
  assert.match(page, /De afstand is hemelsbreed/)
  assert.doesNotMatch(page, /Maastricht|Den Haag|· online ·/)
  const far = [...page.matchAll(/ongeveer (\d+) km/g)].map(([, km]) => Number(km))
  assert.deepEqual(
    far,
    far.toSorted((a, b) => a - b),
  )
  assert.ok(titlesIn(await open('?bij=Rolde&online=ja')).length > titlesIn(page).length)
  const own = await open('?bij=Assen&straal=0')
  assert.ok(titlesIn(own).length < titlesIn(await open('?bij=Assen&straal=50')).length)
})

test('what fits is one date: near, in that month, and with a place left', async () => {
  // Two dates: 10 December in Assen with one place, and 21 January in Emmen with nine.
  const title = 'De kunst van het wachten'
  const finds = async (query: string) => titlesIn(await open(query)).includes(title)
  assert.equal(await finds('?bij=Assen&straal=10&wanneer=2026-12'), true)
  assert.equal(await finds('?bij=Assen&straal=10&wanneer=2027-01'), false)
  assert.equal(await finds('?bij=Emmen&straal=10&wanneer=2027-01'), true)
  const shown = await open('?bij=Emmen&straal=10')
  assert.match(shown, /€ 225 · 6 uur · Emmen · 21 januari 2027 · nog 9 plaatsen/)
  assert.equal(await finds('?bij=Assen&straal=10&wanneer=2026-12&plaats=ja&zoek=wachten'), false)
  assert.equal(await finds('?plaats=ja&zoek=wachten'), true)
})

test('facets: kenmerk, province, competence, profession, form, price, points, language, students', async () => {
  const all = 59
  for (const facet of [
    'kenmerk=signaleren-en-agenderen',
    'provincie=Drenthe',
    'competentie=samenwerken-en-netwerken',
    'beroepsgroep=wijkteam',
    'vorm=eigen-tempo',
    'vorm=bij-jullie',
    'prijs=gratis',
    'punten=skj',
    'taal=nl',
    'studenten=ja',
  ]) {
    const page = await open(`?${facet}`)
    const total = heading(page) === 'Eén training' ? 1 : Number.parseInt(heading(page), 10)
    assert.ok(total > 0 && (total < all || facet === 'taal=nl'), `${facet}: ${heading(page)}`)
    assert.match(page, /Haal weg: /, facet)
  }
  const two = await open('?prijs=gratis&vorm=online')
  for (const price of [...two.matchAll(/<span class="row__text">(€|gratis)/g)]) assert.equal(price[1], 'gratis')
})

test('a place we do not know: a sentence, suggestions, and everything that was typed', async () => {
  const page = await open('?zoek=rouw&bij=Asen&straal=50', 400)
  assert.match(page, /“Asen” kennen we niet\./)
  assert.match(page, /href="\/scholing\?zoek=rouw&amp;bij=Assen&amp;straal=50"/)
  assert.match(page, /name="bij" value="Asen"/)
  assert.match(page, /value="50" selected/)
  assert.ok(titlesIn(page).length > 0, 'the whole country stays in sight')
  assert.match(await open('?bij=9401AB', 400), /geen postcode of straat/)
  assert.match(await open('?bij=Nes', 400), /Nes \(Ameland\)/)
  assert.match(await open(`?bij=${encodeURIComponent('<b>x</b>')}`, 400), /value="&lt;b>x&lt;\/b>"|&lt;b&gt;/)
})

test('a distance or a month that is none is said; other nonsense is left out', async () => {
  assert.match(await open('?bij=Assen&straal=vijf', 400), /Kies hoe ver je wilt gaan: 10, 25, 50, 100 km/)
  assert.match(await open('?wanneer=morgen', 400), /Kies een maand uit de lijst/)
  await open('?wanneer=2019-01')
  await open('?kenmerk=bestaat-niet&prijs=-1&orde=x&pagina=-4')
  assert.match(await open('?pagina=900'), /Deze pagina is er niet\. <a href="\/scholing">Ga naar de eerste pagina/)
})

test('nothing found gives a way on in words, each of which leads to something', async () => {
  const page = await open('?zoek=straathoekwerk&bij=Maastricht&straal=10')
  assert.match(page, /Alles samen past op geen enkele training\. Dit kun je doen:/)
  const ways = [...page.matchAll(/<li><a href="(\/scholing\?[^"]+)">([^<]+)<\/a>: /g)]
  assert.ok(ways.length >= 2, page.slice(page.indexOf('Alles samen'), page.indexOf('Alles samen') + 900))
  for (const [, href = ''] of ways)
    assert.ok(titlesIn(await open(href.replaceAll('&amp;', '&').slice('/scholing'.length))).length > 0, href)
  const nowhere = await open('?zoek=qqqqxyz')
  assert.match(nowhere, /Probeer één woord/)
  assert.match(nowhere, /van elkaar leert/)
})

test('the form leads to a short address; without JavaScript that is all there is', async () => {
  const sent = await visitor.get(
    '/scholing?zoek=rouw&bij=&straal=25&wanneer=&vorm%5B%5D=op-locatie&kenmerk%5B%5D=op-de-vraag-af',
  )
  assert.equal(sent.status, 303)
  assert.equal(sent.headers.get('location'), '/scholing?zoek=rouw&kenmerk=op-de-vraag-af&vorm=op-locatie')
  // What is wrong is said, not lost on the way.
  assert.equal((await visitor.get('/scholing?zoek=&straal=ver')).status, 400)
})

test('the map says the same as its list, and each gemeente leads to its courses', async () => {
  const page = await open('/kaart?kenmerk=signaleren-en-agenderen')
  const drawn = [...page.matchAll(/<title>([^:<]+): (\d+) training/g)].map(([, name, count]) => `${name} ${count}`)
  const listed = [...page.matchAll(/<li><a href="\/scholing\?bij=[^"]+">([^<]+)<\/a> (\d+)<\/li>/g)].map(
    ([, name, count]) => `${name} ${count}`,
  )
  assert.ok(drawn.length > 3)
  assert.deepEqual(drawn.sort(), listed.sort())
  const [, href = ''] = /<li><a href="(\/scholing\?bij=[^"]+)"/.exec(page) ?? []
  assert.ok(titlesIn(await open(href.replaceAll('&amp;', '&').slice('/scholing'.length))).length > 0)
  assert.match(await open('/kaart?zoek=qqqq'), /Hier past nu geen training bij met een plaats/)
})

test('a province: as many as its count says, with the date that lies there', async () => {
  const month = '?wanneer=2026-12'
  const [, count = ''] = /value="Drenthe"><span[^>]*>Drenthe<\/span><span[^>]*>(\d+)</.exec(await open(month)) ?? []
  const page = await open(`${month}&provincie=drenthe`)
  assert.equal(heading(page), count === '1' ? 'Eén training' : `${count} trainingen`)
  assert.match(page, /value="Drenthe" checked/)
  const places = [...page.matchAll(/· (Assen|Emmen|Meppel|Hoogeveen|Coevorden|Utrecht|Groningen|Zwolle)[ <·]/g)]
  assert.ok(places.length > 0 && places.every(([, place]) => !/Utrecht|Groningen|Zwolle/.test(place ?? '')))
  assert.equal(
    (await visitor.get('/scholing?provincie%5B%5D=Drenthe')).headers.get('location'),
    '/scholing?provincie=Drenthe',
  )
})

test('the map, the agenda and the feed ask all that was chosen', async () => {
  const asked = 'zoek=leren&bij=Assen&straal=50&online=ja&wanneer=2026-12&plaats=ja&provincie=Drenthe'
  const page = (await open(`?${asked}&orde=prijs`)).replaceAll('&amp;', '&')
  const host = house.config.baseUrl.replace('http://', '')
  for (const address of [
    `"/scholing/kaart?${asked}"`,
    `"/agenda.ics?${asked}`,
    `"webcal://${host}/agenda.ics?${asked}`,
  ])
    assert.ok(page.includes(`href=${address}`), address)
  assert.ok(page.includes(`href="/scholing.atom?${asked}`))
  assert.ok(page.includes(`>${house.config.baseUrl}/agenda.ics?${asked}`), 'to copy')
})

test('a map of what is near: within reach only, and the way back keeps the place', async () => {
  const page = (await open('/kaart?bij=Assen&straal=25')).replaceAll('&amp;', '&')
  assert.match(page, /Tot 25 km van Assen/)
  const names = [...page.matchAll(/<title>([^:<]+): \d+ training/g)].map(([, name]) => name)
  assert.ok(names.includes('Assen') && !names.includes('Utrecht') && names.length > 0)
  assert.ok(page.includes('<a href="/scholing?bij=Assen">Terug naar de lijst</a>'))
  assert.match(await open('/kaart?bij=Asen', 400), /“Asen” kennen we niet/)
})

test('the feed leaves what the list leaves: a place, how far, and which month', async () => {
  const titles = async (query: string) => {
    const text = await (await visitor.get(`/scholing.atom?voorbeelden=ja&${query}`)).text()
    return [...text.matchAll(/<entry>.*?<title[^>]*>(?:<!\[CDATA\[)?([^<\]]+)/gs)].map(([, title]) => title)
  }
  const title = 'De kunst van het wachten'
  assert.ok((await titles('bij=Assen&straal=10&wanneer=2026-12')).includes(title))
  assert.ok(!(await titles('bij=Assen&straal=10&wanneer=2027-01')).includes(title))
  assert.ok((await titles('bij=Emmen&straal=10&wanneer=2027-01')).includes(title))
  assert.ok(!(await titles('bij=Maastricht&straal=10')).includes(title))
  const unknown = await (await visitor.get('/scholing.atom?voorbeelden=ja&bij=Asen')).text()
  assert.doesNotMatch(unknown, /Asen</, 'a feed does not say that it is about what it does not know')
})

test('a date for the agenda: a file that agendas read, also when it was called off; nothing else is there', async () => {
  const page = await open('/de-kunst-van-het-wachten')
  const [, href = ''] = /href="([^"]+\/agenda\/[^"]+\.ics)"/.exec(page) ?? []
  const file = await visitor.get(href)
  assert.equal(file.status, 200)
  assert.equal(file.headers.get('content-type'), 'text/calendar; charset=utf-8')
  assert.match(file.headers.get('content-disposition') ?? '', /attachment; filename="training\.ics"/)
  const text = (await file.text()).replaceAll('\r\n ', '')
  assert.match(text, /SUMMARY:De kunst van het wachten/)
  assert.match(text, /DTSTART;TZID=Europe\/Amsterdam:202612\d\dT\d{6}\r/)
  assert.match(text, /LOCATION:.*Assen/)
  assert.match(text, /Verzonnen voorbeeld/)
  const id = /agenda\/([0-9a-f-]+)\.ics/.exec(href)?.[1] ?? ''
  for (const wrong of [
    `/de-kunst-van-het-wachten/agenda/${id}`,
    '/de-kunst-van-het-wachten/agenda/x.ics',
    `/rouw-achter-de-voordeur/agenda/${id}.ics`,
    `/een-jaar-later-terugkijken/agenda/${id}.ics`,
  ])
    assert.equal((await visitor.get(`/scholing${wrong}`)).status, 404, wrong)
})

test('in a list of a kenmerk or competence every course says why it is there, and in no other list', async () => {
  const rows = (page: string) => page.split('<a class="row__link" href="/scholing/').slice(1)
  const one = rows(await open('?kenmerk=op-de-vraag-af&bij=Assen&straal=100&online=ja'))
  assert.ok(one.length > 3)
  for (const row of one) assert.match(row, /Hier (maak je kennis|oefen je|ga je verder in de diepte) met dit kenmerk\./)
  const two = await open('?kenmerk=op-de-vraag-af&kenmerk=signaleren-en-agenderen&zoek=klacht')
  assert.match(two, /Van losse klacht naar agenda[\s\S]*? met “Signaleren en agenderen”\./)
  for (const row of rows(await open('?competentie=samenwerken-en-netwerken')))
    assert.match(row, /Hier [^<]+ met “[^<]+”/)
  assert.doesNotMatch(await open('?zoek=rouw'), /course-row__reason/)
})

test('every change is found at once: a new title, a date that goes, a course that is archived', async () => {
  const slug = 'van-losse-klacht-naar-agenda'
  const { rows } = await house.database.pool.query<{ id: string; no: number }>(
    'select id, no from training.course where slug = $1',
    [slug],
  )
  const [{ id = '', no = 0 } = {}] = rows
  const holds = async () => (await readCourses(house.database.db)).agenda.placeOf(no) >= 0
  assert.equal(await holds(), true)
  await provider.send('POST', `/scholing/aanbieder/trainingen/${id}/archief`, {})
  assert.equal(await holds(), false)
  assert.doesNotMatch(await open('?zoek=losse+klacht'), /Van losse klacht naar agenda/)
  await provider.send('POST', `/scholing/aanbieder/trainingen/${id}/archief/einde`, {})
  assert.match(await open('?zoek=losse+klacht'), /Van losse klacht naar agenda/)
})

test('a course whose dates are over is not in the list, and its page says so', async () => {
  assert.doesNotMatch(await open('?zoek=verzuim'), /Stil verzuim op school/)
  assert.match(await open('/stil-verzuim-op-school'), /nog geen datum bekend/)
})

test('the page of a kenmerk and the card give the reason for each course, and courses that are over stay out', async () => {
  const page = await (await visitor.get('/kenmerken/op-de-vraag-af')).text()
  assert.match(page, /Hier ga je verder in de diepte met dit kenmerk\./)
  const { coursesTeaching } = await import('./teaching-courses.store.ts')
  const found = await coursesTeaching(house.database.db, itemId('standard', 'op-de-vraag-af'), '2026-11-23', 50)
  assert.ok(found.length > 10)
  assert.ok(found.every(({ reason, text }) => reason.length > 10 && /·/.test(text)))
  assert.ok(!found.some(({ title }) => title === 'Stil verzuim op school'))
})
