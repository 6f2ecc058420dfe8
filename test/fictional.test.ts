/**
 * One sweep over everything the public gets: what is made up says so, on every page and in all data, and stays out of
 * what search engines and feed readers fetch. It looks at whatever is fictional on the red thread, of any domain.
 */
import assert from 'node:assert/strict'
import { cpSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { loadStandards } from '../src/standards/index.ts'
import { root } from './architecture/source.ts'
import { crawl, type Visited } from './crawl.ts'
import { type Caller, type House, openHouse, testMoment } from './house.ts'
import { unescaped } from './html.ts'
import { addressesFor } from './permissions.ts'
import { setScenes } from './scenes.ts'

interface Fictional {
  id: string
  url: string
  title: string
  number: number
}

let house: House
let visitor: Caller
let madeUp: Fictional[]
let seen: Visited[]

before(async () => {
  house = await openHouse()
  await loadStandards(house.database.db, { contentDir: withFictionalList(), now: testMoment })
  visitor = await house.as('visitor')
  madeUp = (
    await house.database.pool.query<Fictional>(
      `select item.id, item.url, revision.title, revision.number from thread.item
         join thread.revision on revision.item = item.id and revision.number = item.latest where item.fictional`,
    )
  ).rows
  const samples = await setScenes(house)
  const own = madeUp.flatMap(({ id, url, number }) => [url, `/herkomst/${id}`, `/id/${id}`, `/id/${id}/${number}`])
  const lists = ['/kenmerken?geldt=alles', '/zoeken?q=Verzonnen', '/sitemap.xml', '/api/v1/normen?geldt=alles']
  const seeds = [...new Set([...addressesFor('visitor', samples), ...own, ...lists])]
  seen = await crawl(visitor, seeds, {
    most: 2_000,
    mostAlike: madeUp.length + 40,
    skip: /pdf|\.ics|\/bouwstenen|\/demo/,
  })
})
after(() => house.close())

/** The content of this house with one more list, all made up. */
function withFictionalList(): string {
  const folder = mkdtempSync(join(tmpdir(), 'verankerd-fictional-'))
  cpSync(join(root, 'content'), folder, { recursive: true })
  const list = JSON.parse(readFileSync(join(folder, 'frameworks/kwaliteitsstandaarden.json'), 'utf8'))
  const [edition] = list.editions
  const standards = edition.standards.map((one: { slug: string; name: string }, place: number) => ({
    ...one,
    slug: `verzonnen-${one.slug}`,
    name: `Verzonnen ${one.name.toLowerCase()}`,
    code: `V${place + 1}`,
  }))
  const made = {
    ...list,
    slug: 'verzonnen-lijst',
    title: 'Verzonnen lijst',
    voorbeeld: true,
    editions: [{ ...edition, slug: '2009', year: 2009, title: 'Verzonnen handreiking', status: 'current', standards }],
  }
  writeFileSync(join(folder, 'frameworks/verzonnen-lijst.json'), JSON.stringify(made))
  return folder
}

const isPage = ({ type, status }: Visited) => type.startsWith('text/html') && status === 200
const isData = ({ type, status }: Visited) => /json/.test(type) && status === 200
const said = /verzonnen\s+voorbeeld/i
const hidden = /<meta name="robots" content="noindex/

test('there is something made up to look for, and the sweep came by it', () => {
  assert.ok(madeUp.length >= 7, String(madeUp.length))
  assert.ok(seen.filter(isPage).length > 60, String(seen.filter(isPage).length))
  assert.ok(seen.filter(isData).length > 10, String(seen.filter(isData).length))
})

test('its own pages say “verzonnen voorbeeld” and ask search engines to stay away', () => {
  const wrong: string[] = []
  for (const { id, url, title } of madeUp) {
    const pages = seen.filter((one) => isPage(one) && (one.at === url || one.at.includes(id)))
    assert.ok(pages.length > 0, `${title} at ${url} was not seen`)
    for (const { at, body } of pages) {
      if (!said.test(body)) wrong.push(`${at} does not say it`)
      if (!hidden.test(body)) wrong.push(`${at} is open to search engines`)
    }
  }
  assert.deepEqual(wrong, [])
})

const plainly = (one: Visited): string => one.at.replace(/[?#].*/, '')
/** Where a page says that it stands: the links of its trail. */
const trailOf = ({ body }: Visited): string[] => {
  const [trail = ''] = /<nav class="breadcrumb"[\s\S]*?<\/nav>/.exec(body) ?? []
  return [...trail.matchAll(/href="([^"]+)"/g)].map(([, href = '']) => href)
}

test('every page of it, by its address or by its trail, asks search engines to stay away', async () => {
  const real = await house.database.pool.query<{ url: string }>('select url from thread.item where not fictional')
  const shared = new Set(real.rows.map(({ url }) => url))
  const urls = new Set(madeUp.map(({ url }) => url).filter((url) => !shared.has(url)))
  const isOf = (one: Visited) =>
    trailOf(one).some((href) => urls.has(href)) || [...urls].some((url) => plainly(one).startsWith(`${url}/`))
  const pages = seen.filter((one) => isPage(one) && isOf(one))
  const below = pages.filter((one) => !urls.has(plainly(one)))
  assert.ok(below.length > 20, `${below.length} pages below one of a made-up thing`)
  assert.ok(below.some((one) => plainly(one).endsWith('/programma')))
  assert.deepEqual(
    pages.filter(({ body }) => !hidden.test(body)).map(({ at }) => at),
    [],
  )
})

test('wherever its name stands, on any page, that page says it is made up', () => {
  const wrong = seen
    .filter(isPage)
    .filter(({ body }) => madeUp.some(({ title }) => unescaped(body).includes(title)) && !said.test(body))
    .map(({ at }) => at)
  assert.deepEqual(wrong, [])
})

test('in data every made-up thing carries voorbeeld: true', () => {
  const ids = new Set(madeUp.map(({ id }) => id))
  const titles = new Set(madeUp.map(({ title }) => title))
  const wrong = seen
    .filter(isData)
    .flatMap(({ at, body }) => unmarked(JSON.parse(body), ids, titles).map((what) => `${at}: ${what}`))
  assert.deepEqual([...new Set(wrong)], [])
})

/** What is made up and does not say so: its own object carries the mark, or one around it does. */
function unmarked(value: unknown, ids: Set<string>, titles: Set<string>): string[] {
  if (Array.isArray(value)) return value.flatMap((one) => unmarked(one, ids, titles))
  if (typeof value !== 'object' || value === null) return []
  // Where an official form has no place for it, the mark stands in the place that form keeps for what is one's own.
  const { voorbeeld, extensions, ext } = { voorbeeld: undefined, extensions: undefined, ext: undefined, ...value }
  const marked = voorbeeld === true || /"voorbeeld":true/.test(JSON.stringify([extensions, ext]))
  if (marked) return []
  const own = Object.values(value).filter((one): one is string => typeof one === 'string')
  const named = own.filter(
    (text) => ids.has(text) || titles.has(text) || [...ids].some((id) => text.endsWith(`/id/${id}`)),
  )
  return [...named, ...Object.values(value).flatMap((one) => unmarked(one, ids, titles))]
}

const isAsked = ({ at }: Visited) => at.includes('voorbeelden=ja')
// A table of its own that a page about one made-up thing offers is not open data.
const isTable = ({ at }: Visited) => /^\/(open-data\/|praktijken\.csv)/.test(at)
const isFetched = (one: Visited) => (/xml|rss|atom|calendar/.test(one.type) && !/html/.test(one.type)) || isTable(one)

test('sitemap, feeds, calendar and tables know nothing of it', () => {
  const fetched = seen.filter((one) => isFetched(one) && !isAsked(one))
  assert.ok(fetched.some(({ at }) => at === '/sitemap.xml'))
  for (const { at, body } of fetched)
    for (const { id, url, title } of madeUp)
      for (const trace of [id, `${url}<`, title]) assert.ok(!body.includes(trace), `${at} has ${trace}`)
})

test('who asks feeds, calendar and tables for it, gets it with its mark', () => {
  const fetched = seen.filter((one) => isFetched(one) && isAsked(one))
  assert.ok(fetched.length > 5, String(fetched.length))
  const pieces: Record<string, RegExp> = {
    atom: /<entry>[\s\S]*?<\/entry>/g,
    calendar: /BEGIN:VEVENT[\s\S]*?END:VEVENT/g,
  }
  const marks: Record<string, RegExp> = {
    atom: /term="voorbeeld"/,
    calendar: /CATEGORIES:.*voorbeeld/,
    csv: /[,;](true|ja)$/,
  }
  for (const { at, type, body } of fetched) {
    const kind = ['atom', 'calendar', 'csv'].find((one) => type.includes(one)) ?? ''
    const parts = kind === 'csv' ? body.trimEnd().split('\r\n').slice(1) : (body.match(pieces[kind] ?? /$^/) ?? [])
    const wrong = parts.filter((part) => madeUp.some(({ title }) => part.includes(title)) && !marks[kind]?.test(part))
    assert.deepEqual(wrong, [], at)
  }
})

test('the story on the front page and the cast say so too', async () => {
  assert.match(await (await visitor.get('/')).text(), said)
  const demo = await (await visitor.get('/demo')).text()
  assert.match(demo, said)
  assert.match(demo, hidden)
})
