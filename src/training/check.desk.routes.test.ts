import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { type Caller, type House, openHouse, testMoment } from '../../test/house.ts'
import { publishDue } from './publication.store.ts'

const EXTRA = 260

let house: House
let editor: Caller
before(async () => {
  house = await openHouse()
  editor = await house.as('editor')
  // As many as a catalogue brings: half comes for the first time, of the others only what they teach was not confirmed.
  await house.database.pool.query(
    `with source as (select * from training.course where slug = 'de-kunst-van-het-wachten'),
     made as (
       insert into training.course (provider, code, slug, title, outcome, about, form, minutes, language, level, professions,
         for_students, in_company, any_time, price_cents, enrol_url, fictional, created_at, updated_at, live_since, looked_at)
       select provider, 'MP-' || n, 'massaproef-' || n, 'Massaproef ' || to_char(n, 'FM0000'), outcome, about, form, minutes,
         language, level, professions, for_students, false, false, price_cents, enrol_url, fictional, created_at, updated_at,
         case when n % 2 = 0 then created_at end, case when n % 2 = 0 then created_at end
       from source, generate_series(1, $1) as n returning id, live_since),
     asked as (
       insert into training.publication_request (course, requested_at, due_at)
       select id, $2, $2::timestamptz + interval '2 days' from made where live_since is null)
     insert into training.teaching (course, standard, revision, strength, proposed_at)
     select made.id, standard, revision, strength, $2 from made cross join lateral (
       select standard, revision, strength from training.teaching
       where course = (select id from source) and ended_at is null limit 1) as one`,
    [EXTRA, testMoment],
  )
})
after(() => house.close())

const read = async (path: string) => {
  const answer = await editor.get(path)
  assert.equal(answer.status, 200, path)
  return answer.text()
}
const massIn = (html: string): string[] => html.match(/Massaproef \d{4}/g) ?? []
const FIRST = 'id="eerste"'
const TEACHINGS = 'id="kenmerken"'

/** Every title of one of the two lists, page by page. */
async function titlesOf(param: string, from: string, until?: string): Promise<string[]> {
  const titles: string[] = []
  for (let n = 1; ; n += 1) {
    const html = await read(`/redactie/scholing?${param}=${n}`)
    const list = html.slice(html.indexOf(from), until === undefined ? undefined : html.indexOf(until))
    titles.push(...massIn(list))
    if (!list.includes('rel="next"')) return titles
  }
}

test('an editor reaches everything that waits, first publications apart from what is only to be confirmed', async () => {
  const first = await titlesOf('eerste', FIRST, TEACHINGS)
  const teachings = await titlesOf('kenmerken', TEACHINGS)
  assert.equal(new Set(first).size, EXTRA / 2)
  assert.equal(new Set(teachings).size, EXTRA / 2)
  assert.equal(first.length + teachings.length, EXTRA)
  const html = await read('/redactie/scholing')
  const shown = [...html.matchAll(/<h2[^>]*>[^<]*\((\d+)\)/g)].map(([, count]) => Number(count))
  assert.equal(shown.length, 2)
  const desk = await read('/redactie')
  assert.ok(desk.includes(`Scholing nakijken (${(shown[0] ?? 0) + (shown[1] ?? 0)})`))
  assert.match(html, /uiterlijk 25 november 2026 · één kenmerk te bevestigen/)
})

test('what went live because nobody looked says since when, and stays on top until somebody does', async () => {
  const later = new Date('2026-11-25T12:00:00Z')
  assert.ok((await publishDue(house.database.db, later, house.logger)) >= EXTRA / 2)
  const list = (await read('/redactie/scholing')).split(TEACHINGS)[0] ?? ''
  assert.match(list, /Massaproef 0001[\s\S]*?nog niet bekeken[\s\S]*?staat er al op sinds 25 november 2026/)
  assert.doesNotMatch(list, /Massaproef[\s\S]*uiterlijk/)
})
