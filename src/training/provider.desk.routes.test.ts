import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { type Caller, type House, openHouse } from '../../test/house.ts'
import { DESK_PER_PAGE } from './desk-ask.ts'

const desk = '/scholing/aanbieder/leerplaats-kompas'
const EXTRA = 1_200

let house: House
let provider: Caller
let visitor: Caller
before(async () => {
  house = await openHouse()
  ;[provider, visitor] = await Promise.all([house.as('provider'), house.as('visitor')])
  // As many as a catalogue brings: copies of one course, every tenth of them not on the site yet.
  await house.database.pool.query(
    `insert into training.course (provider, code, slug, title, outcome, about, form, minutes, language, level, professions,
       for_students, in_company, any_time, price_cents, enrol_url, fictional, created_at, updated_at, live_since)
     select provider, 'MP-' || n, 'massaproef-' || n, 'Massaproef ' || to_char(n, 'FM0000'), outcome, about, form, minutes,
       language, level, professions, for_students, false, false, price_cents, enrol_url, fictional, created_at, updated_at,
       case when n % 10 > 0 then created_at end
     from training.course, generate_series(1, $1) as n where course.slug = 'de-kunst-van-het-wachten'`,
    [EXTRA],
  )
})
after(() => house.close())

async function read(caller: Caller, path: string) {
  const answer = await caller.get(path)
  assert.equal(answer.status, 200, path)
  const html = await answer.text()
  return { html, text: html.replace(/<[^>]*>/g, ' ').replace(/\s+/g, ' ') }
}

const massOn = (html: string): string[] => [...new Set(html.match(/Massaproef \d{4}/g) ?? [])]
/** What is listed, without what waits above it. */
const listOn = (html: string): string => html.slice(html.indexOf('id="trainingen"'))

/** Takes every page of a list, and gives the titles on all. */
async function everyPage(caller: Caller, first: string): Promise<string[]> {
  const titles: string[] = []
  for (let path: string | undefined = first; path; ) {
    const { html }: { html: string } = await read(caller, path)
    titles.push(...massOn(listOn(html)))
    path = /rel="next" href="([^"]*)"/.exec(html)?.[1]?.replaceAll('&amp;', '&')
  }
  return titles
}

test('a provider with more than a thousand courses reaches every one, page by page', async () => {
  const titles = await everyPage(provider, desk)
  assert.equal(titles.length, EXTRA)
  assert.equal(new Set(titles).size, EXTRA)
  assert.deepEqual(titles, titles.toSorted())
})

test('so does a visitor on the page of the provider, of what is on the site', async () => {
  const titles = await everyPage(visitor, '/scholing/aanbieders/leerplaats-kompas')
  assert.equal(new Set(titles).size, EXTRA * 0.9)
  assert.match((await read(visitor, '/scholing/aanbieders/leerplaats-kompas')).text, /\d\.\d{3} trainingen/)
  assert.match((await read(visitor, '/scholing/aanbieders/leerplaats-kompas?bladzijde=2')).html, /aria-current="page"/)
})

test('searching looks in titles and codes, without minding capitals, accents or signs', async () => {
  assert.deepEqual(massOn((await read(provider, `${desk}?zoek=m%C3%81SSAPROEF+0777`)).html), ['Massaproef 0777'])
  assert.deepEqual(massOn((await read(provider, `${desk}?zoek=mp-1099`)).html), ['Massaproef 1099'])
  for (const nothing of ['%25', '_'])
    assert.match((await read(provider, `${desk}?zoek=${nothing}`)).text, /Geen van jullie trainingen heeft “[%_]”/)
  const some = await everyPage(provider, `${desk}?zoek=Massaproef+01`)
  assert.equal(some.length, 100)
  assert.ok(some.every((title) => title.startsWith('Massaproef 01')))
})

test('where courses stand can be chosen, with counts that are true of what was searched', async () => {
  const { text, html } = await read(provider, `${desk}?zoek=Massaproef`)
  assert.match(text, /Alle trainingen: 1\.200 Wacht op jou: 1\.080 Concept: 120 Staat op de site: 1\.080/)
  assert.doesNotMatch(html, /id="wacht"/)
  const drafts = await everyPage(provider, `${desk}?stand=concept`)
  assert.deepEqual(
    drafts,
    Array.from({ length: 120 }, (_, at) => `Massaproef ${String((at + 1) * 10).padStart(4, '0')}`),
  )
  const { rows } = await house.database.pool.query<{ id: string }>(
    `select id from training.course where slug = 'massaproef-10'`,
  )
  assert.equal((await provider.send('POST', `/scholing/aanbieder/trainingen/${rows[0]?.id}/archief`, {})).status, 303)
  assert.deepEqual(massOn((await read(provider, `${desk}?stand=archief`)).html), ['Massaproef 0010'])
  const rest = await read(provider, desk)
  assert.match(rest.text, /Alles buiten het archief: 1\.2\d\d/)
  assert.ok(!massOn(listOn(rest.html)).includes('Massaproef 0010'))
  assert.equal((await everyPage(provider, `${desk}?stand=wacht-op-jullie`)).length, EXTRA * 0.9)
})

test('what waits stands on top, a few with the way to all', async () => {
  const { text, html } = await read(provider, desk)
  assert.match(text, /Wacht op jou .*Er is geen datum meer.*Bekijk alle 1\.08\d trainingen die op jou wachten/)
  assert.equal((html.slice(0, html.indexOf('id="trainingen"')).match(/Er is geen datum meer/g) ?? []).length <= 5, true)
  assert.equal((await read(provider, `${desk}?bladzijde=9999`)).html.includes('rel="next"'), false)
  assert.ok(massOn(listOn(html)).length <= DESK_PER_PAGE)
})
