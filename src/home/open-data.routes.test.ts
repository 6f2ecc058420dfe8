import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { entriesOf } from '../../test/calendar.ts'
import { readFeed } from '../../test/feed.ts'
import { type House, openHouse } from '../../test/house.ts'
import { unescaped } from '../../test/html.ts'

let house: House
before(async () => {
  house = await openHouse()
})
after(() => house.close())

async function got(path: string): Promise<{ text: string; headers: Headers }> {
  const answer = await (await house.as('visitor')).get(path)
  assert.equal(answer.status, 200, path)
  // Not `text()`, which would take away the mark that a spreadsheet needs.
  return { text: Buffer.from(await answer.arrayBuffer()).toString(), headers: answer.headers }
}

const many = async (sql: string): Promise<number> =>
  (await house.database.pool.query<{ n: number }>(`select count(*)::int as n from ${sql}`)).rows[0]?.n ?? 0

const lines = (csv: string) => csv.trimEnd().split('\r\n')

const tables = ['praktijken', 'kenmerken', 'trainingen', 'uitvoeringen', 'opleiders', 'leermaterialen', 'leervormen']
/** What is ours and real, with how many rows of it there are. */
const real = { kenmerken: 10, leervormen: 3 }

for (const name of tables)
  test(`${name}: the description has precisely the columns of the table, and a row per thing`, async () => {
    const csv = await got(`/open-data/${name}.csv?voorbeelden=ja`)
    const told = JSON.parse((await got(`/open-data/${name}.csv-metadata.json`)).text)
    const titles: string[] = told.tableSchema.columns.map(({ titles: one }: { titles: string }) => one)
    assert.equal(lines(csv.text)[0], titles.join(','))
    assert.equal(told.url, `${name}.csv`)
    assert.equal(told['dc:license']['@id'], 'https://creativecommons.org/licenses/by/4.0/deed.nl')
    assert.match(csv.headers.get('content-type') ?? '', /^text\/csv; charset=utf-8/)
    assert.equal(csv.headers.get('access-control-allow-origin'), '*')
    const excel = (await got(`/open-data/${name}-voor-excel.csv?voorbeelden=ja`)).text
    assert.ok(excel.startsWith('\ufeff') && lines(excel)[0]?.includes(';'))
    assert.equal(lines(excel).length, lines(csv.text).length)
  })

test('what is made up stays out of every table unless it is asked for, and then says so in its row', async () => {
  for (const name of tables.filter((one) => !(one in real))) {
    assert.equal(lines((await got(`/open-data/${name}.csv`)).text).length, 1, name)
    const [, ...rows] = lines((await got(`/open-data/${name}.csv?voorbeelden=ja`)).text)
    assert.ok(rows.length > 1, name)
    for (const row of rows) assert.match(row, /,true$/, name)
  }
  for (const [name, count] of Object.entries(real)) {
    const [, ...rows] = lines((await got(`/open-data/${name}.csv`)).text)
    assert.equal(rows.length, count)
    for (const row of rows) assert.match(row, /,false$/)
  }
})

test('a column of ids is no “kenmerk”, and what a provider does not say is empty', async () => {
  for (const name of ['trainingen', 'uitvoeringen'])
    assert.match((await got(`/open-data/${name}-voor-excel.csv`)).text, /^\ufeffNummer;/, name)
  const [head = '', ...rows] = lines((await got('/open-data/trainingen-voor-excel.csv?voorbeelden=ja')).text)
  const at = head.split(';').indexOf('Studenten welkom')
  assert.ok(at > 0)
  const said = new Set(rows.filter((row) => !row.includes('"')).map((row) => row.split(';')[at]))
  assert.deepEqual([...said].sort(), ['', 'ja'])
})

test('the tables hold what the site shows', async () => {
  const rows = async (name: string) => lines((await got(`/open-data/${name}.csv?voorbeelden=ja`)).text).length - 1
  assert.equal(await rows('praktijken'), await many('practices.listing'))
  assert.equal(await rows('trainingen'), await many('training.course where live_since is not null'))
  assert.equal(
    await rows('uitvoeringen'),
    await many(
      `training.offering join training.course on course.id = course where starts_on >= '2026-11-23' and live_since is not null`,
    ),
  )
  assert.equal(await rows('opleiders'), await many('training.provider'))
  assert.equal(await rows('leermaterialen'), await many('training.module where live_since is not null'))
})

test('material says under which licence it stands, which is not that of the table', async () => {
  const { rows } = await house.database.pool.query<{ title: string; licence: string }>(
    'select title, licence from training.module where live_since is not null',
  )
  const csv = lines((await got('/open-data/leermaterialen-voor-excel.csv?voorbeelden=ja')).text)
  const at = csv[0]?.split(';').indexOf('Wat je met het materiaal mag') ?? -1
  for (const { title, licence } of rows)
    assert.equal(csv.find((row) => row.includes(`;${title};`))?.split(';')[at], licence)
  assert.equal(new Set(rows.map(({ licence }) => licence)).size, 2)
})

test('a file that is not there is not there', async () => {
  const visitor = await house.as('visitor')
  for (const name of ['personen.csv', 'praktijken.xlsx', 'praktijken.csv-metadata', 'praktijken'])
    assert.equal((await visitor.get(`/open-data/${name}`)).status, 404, name)
})

test('the page names every set with its doors, its licence and how to name the source; here all of it is an example', async () => {
  const { text } = await got('/open-data')
  for (const name of tables) {
    assert.ok(text.includes(`/open-data/${name}.csv?voorbeelden=ja`), name)
    assert.ok(text.includes(`/open-data/${name}-voor-excel.csv?voorbeelden=ja`), name)
  }
  assert.match(text, /Bijna alles hier is nog een voorbeeld/)
  assert.match(text, /CC BY 4\.0/)
  assert.match(text, /Zo noem je de bron/)
  assert.match((await got('/')).text, /href="\/open-data"/)
})

const feeds = [
  { list: '/praktijken', feed: '/praktijken.atom', some: '?thema=eenzaamheid' },
  { list: '/kenmerken', feed: '/kenmerken.atom', some: '?thema=meedoen' },
  { list: '/scholing', feed: '/scholing.atom', some: '?kenmerk=integraal-werken' },
  { list: '/scholing/leervormen', feed: '/leermaterialen.atom', some: '' },
]

for (const { list, feed, some } of feeds) {
  test(`${feed}: reads back, knows itself and its page, and the list leads to it`, async () => {
    const { text, headers } = await got(`${feed}?voorbeelden=ja`)
    assert.match(headers.get('content-type') ?? '', /^application\/atom\+xml/)
    const read = readFeed(text)
    assert.ok(read.entries.length > 1)
    const { baseUrl } = house.config
    assert.ok(read.links.some(({ rel, href }) => rel === 'self' && href === `${baseUrl}${feed}?voorbeelden=ja`))
    assert.ok(read.links.some(({ rel, href }) => rel === 'alternate' && href === baseUrl + list))
    assert.equal(new Set(read.entries.map(({ id }) => id)).size, read.entries.length)
    const moments = read.entries.map(({ updated }) => Date.parse(updated))
    assert.deepEqual(
      moments,
      moments.toSorted((one, other) => other - one),
    )
    for (const { href } of read.entries) await got(href.slice(baseUrl.length))
    assert.match((await got(list)).text, new RegExp(`rel="alternate" type="application/atom\\+xml"[^>]*href="${feed}"`))
  })
  if (some === '') continue
  test(`${feed}${some}: fewer of the same, under an id of its own, and the narrowed list leads to it`, async () => {
    const all = readFeed((await got(`${feed}?voorbeelden=ja`)).text)
    const few = readFeed((await got(`${feed}${some}&voorbeelden=ja`)).text)
    assert.ok(few.entries.length > 0 && few.entries.length < all.entries.length)
    assert.notEqual(few.id, all.id)
    assert.ok((await got(list + some)).text.includes(`href="${feed}${some}"`))
  })
}

test('made-up practices, courses and material are in no feed unless asked, and then each says so', async () => {
  for (const feed of ['/praktijken.atom', '/scholing.atom', '/leermaterialen.atom']) {
    assert.deepEqual(readFeed((await got(feed)).text).entries, [])
    for (const { categories } of readFeed((await got(`${feed}?voorbeelden=ja`)).text).entries)
      assert.ok(categories.includes('voorbeeld'), feed)
  }
  const standards = readFeed((await got('/kenmerken.atom')).text).entries
  assert.ok(standards.length > 3 && standards.every(({ categories }) => !categories.includes('voorbeeld')))
})

test('a list that shows what is made up leads to a feed that has it', async () => {
  for (const { list, feed: own } of feeds.filter(({ list: one }) => one !== '/kenmerken')) {
    const page = unescaped((await got(list)).text)
    const [, feed = ''] = /<a href="([^"]+\.atom[^"]*)">Volg nieuw/.exec(page) ?? []
    assert.equal(feed, `${own}?voorbeelden=ja`)
    assert.ok(readFeed((await got(feed)).text).entries.length > 0)
  }
})

test('a feed follows one province or gemeente', async () => {
  for (const feed of ['/praktijken.atom', '/scholing.atom']) {
    const all = readFeed((await got(`${feed}?voorbeelden=ja`)).text).entries
    const provinces = await Promise.all(
      ['PV20', 'PV22', 'PV26', 'PV28'].map(async (code) =>
        readFeed((await got(`${feed}?provincie=${code}&voorbeelden=ja`)).text),
      ),
    )
    for (const { entries } of provinces) assert.ok(entries.length < all.length)
    assert.ok(
      provinces.some(({ entries }) => entries.length > 0),
      feed,
    )
    const places = readFeed((await got(`${feed}?gemeente=Assen&voorbeelden=ja`)).text)
    assert.match(places.title, /Assen/)
  }
  const [named, coded] = await Promise.all(
    ['Drenthe', 'PV22'].map(async (province) =>
      readFeed((await got(`/scholing.atom?provincie=${province}&voorbeelden=ja`)).text),
    ),
  )
  assert.deepEqual(named?.entries, coded?.entries)
})

test('the feed of material follows a kenmerk, a provider and where that sits, and each says so', async () => {
  const titles = async (query: string) => {
    const feed = readFeed((await got(`/leermaterialen.atom?${query}&voorbeelden=ja`)).text)
    return { says: feed.title, id: feed.id, titles: feed.entries.map(({ title }) => title) }
  }
  const all = await titles('kenmerk=bestaat-niet')
  const pages = ['kenmerk=op-de-vraag-af', 'opleider=leerplaats-kompas', 'provincie=Groningen', 'gemeente=Assen']
  const [about, by, province, gemeente] = await Promise.all(pages.map(titles))
  assert.deepEqual(about?.titles, ['Het eerste gesprek'])
  assert.match(about?.says ?? '', /Op de vraag af$/)
  assert.deepEqual(by?.titles, ['Het eerste gesprek'])
  assert.match(by?.says ?? '', /van Leerplaats Kompas$/)
  assert.deepEqual([province?.titles, gemeente?.titles].flat().sort(), all.titles.toSorted())
  assert.match(province?.says ?? '', /opleiders in Groningen$/)
  assert.match(gemeente?.says ?? '', /opleiders in Assen$/)
  assert.equal(new Set([all, about, by, province, gemeente].map((one) => one?.id)).size, 5)
  const page = unescaped((await got('/scholing/aanbieders/leerplaats-kompas')).text)
  assert.ok(page.includes('href="/leermaterialen.atom?opleider=leerplaats-kompas&voorbeelden=ja"'))
})

test('the agenda reads back: every date of the site, on the Dutch clock, with an id that stays', async () => {
  const { text, headers } = await got('/agenda.ics?voorbeelden=ja')
  assert.match(headers.get('content-type') ?? '', /^text\/calendar/)
  const entries = entriesOf(text)
  assert.ok(entries.length > 20)
  assert.equal(new Set(entries.map(({ UID }) => UID)).size, entries.length)
  for (const entry of entries) assert.match(entry.CATEGORIES ?? '', /voorbeeld/)
  assert.ok(entries.some((entry) => entry['DTSTART;TZID=Europe/Amsterdam'] !== undefined))
  assert.deepEqual(
    entriesOf((await got('/agenda.ics?voorbeelden=ja')).text).map(({ UID }) => UID),
    entries.map(({ UID }) => UID),
  )
  const [one] = (
    await house.database.pool.query<{ id: string; slug: string }>(
      `select offering.id, slug from training.offering join training.course on course.id = course
       where live_since is not null and starts_on >= '2026-11-23' and cancelled_at is null order by starts_on limit 1`,
    )
  ).rows
  const single = (await got(`/scholing/${one?.slug}/agenda/${one?.id}.ics`)).text
  assert.ok(
    entries.some(({ UID }) => UID !== undefined && single.includes(`UID:${UID}`)),
    'the same id in both',
  )
})

test('who follows a feed or the agenda hears in a word that nothing is new, also of a part of it, until something is', async () => {
  const visitor = await house.as('visitor')
  const paths = [
    ...['/praktijken.atom?thema=eenzaamheid', '/kenmerken.atom?thema=meedoen', '/scholing.atom?provincie=Drenthe'],
    ...['/leermaterialen.atom?kenmerk=op-de-vraag-af', '/leervormen.atom?kenmerk=op-de-vraag-af'],
    ...['/agenda.ics?bij=Assen', '/scholing.atom?voorbeelden=ja'],
  ]
  const again = async (path: string, tag: string) => (await visitor.get(path, { 'if-none-match': tag })).status
  const tags = new Map<string, string>()
  for (const path of paths) {
    const tag = (await got(path)).headers.get('etag') ?? ''
    assert.match(tag, /^"/, path)
    assert.equal(await again(path, tag), 304, path)
    tags.set(path, tag)
  }
  const { rows } = await house.database.pool.query(
    `select id from training.course where slug = 'de-kunst-van-het-wachten'`,
  )
  await (await house.as('provider')).send('POST', `/scholing/aanbieder/trainingen/${rows[0]?.id}/archief`, {})
  for (const [path, tag] of tags) assert.equal(await again(path, tag), 200, path)
  await (await house.as('provider')).send('POST', `/scholing/aanbieder/trainingen/${rows[0]?.id}/archief/einde`, {})
})

test('the agenda is empty where all is made up, and narrows like the list of courses', async () => {
  assert.deepEqual(entriesOf((await got('/agenda.ics')).text), [])
  const all = entriesOf((await got('/agenda.ics?voorbeelden=ja')).text)
  const near = entriesOf((await got('/agenda.ics?bij=Assen&straal=25&voorbeelden=ja')).text)
  assert.ok(near.length > 0 && near.length < all.length)
  for (const { LOCATION } of near) assert.doesNotMatch(LOCATION ?? '', /Maastricht|Goes|online$/)
  const taught = entriesOf((await got('/agenda.ics?kenmerk=integraal-werken&voorbeelden=ja')).text)
  assert.ok(taught.length > 0 && taught.length < all.length)
  const list = unescaped((await got('/scholing?kenmerk=integraal-werken&bij=Assen')).text)
  assert.ok(list.includes('href="/agenda.ics?bij=Assen&kenmerk=integraal-werken"'))
})
