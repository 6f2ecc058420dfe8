import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { setTimeout as pause } from 'node:timers/promises'
import { type Caller, type House, openHouse, testMoment } from '../../test/house.ts'
import { formsOf } from '../../test/html.ts'
import { filledIn } from '../../test/scenes.ts'
import { begin } from '../foundation/db/index.ts'
import { readCourseById } from './course.store.ts'
import { saveCourse } from './course.write.store.ts'
import { publishDue } from './publication.store.ts'

let house: House
let provider: Caller
let editor: Caller
let visitor: Caller
before(async () => {
  house = await openHouse()
  ;[provider, editor, visitor] = await Promise.all([house.as('provider'), house.as('editor'), house.as('visitor')])
})
after(() => house.close())

const desk = '/scholing/aanbieder/leerplaats-kompas/trainingen'
const text = {
  ...{ titel: 'Wachten op de gang', daarna: 'Je laat een stilte vallen en wacht.', vorm: 'on site', uren: '6' },
  ...{ prijs: '€ 95', taal: 'nl', niveau: 'hbo', code: 'GANG-1', versie: '0' },
}
const strengths = {
  ...{ 'sterkte_eigen-kracht-versterken': 'practice', 'sterkte_op-de-vraag-af': '', 'sterkte_binden-en-verbinden': '' },
  ...{ 'sterkte_integraal-werken': '', 'sterkte_signaleren-en-agenderen': '' },
}
const html = async (caller: Caller, path: string) => {
  const answer = await caller.get(path)
  assert.equal(answer.status, 200, path)
  return answer.text()
}
const page = '/scholing/wachten-op-de-gang'
let at = ''

test('a provider sees a course as a visitor will, before anybody else can', async () => {
  at = (await provider.send('POST', desk, text)).headers.get('location') ?? ''
  await provider.send('POST', `${at}/data`, { dagen: '9-2-2027', reeks: 'samen', gemeente: 'Assen', over: '4' })
  await provider.send('POST', `${at}/kenmerken`, strengths)
  const preview = await html(provider, `${at}/voorbeeld`)
  assert.match(preview, /Voorbeeld: zo ziet een bezoeker de training/)
  assert.match(preview, /€ 95[\s\S]*Assen[\s\S]*9 februari 2027[\s\S]*nog 4 plaatsen/)
  assert.match(preview, /Eigen kracht versterken[\s\S]*oefenen, zegt de opleider zelf/)
  assert.doesNotMatch(preview, /Deel of bewaar/, 'it has no address yet')
  assert.equal((await visitor.get(page)).status, 404)
})

test('a copy holds the words and what it teaches, and neither the code nor the dates', async () => {
  const made = (await provider.send('POST', `${at}/kopie`, {})).headers.get('location') ?? ''
  const edit = await html(provider, made)
  assert.match(edit, /name="titel"[^>]*value="Wachten op de gang \(kopie\)"/)
  assert.match(edit, /name="daarna"[^>]*>Je laat een stilte vallen en wacht\.</)
  assert.match(edit, /name="code"[^>]*value=""/)
  const copied = made.replace(/\/tekst$/, '')
  assert.match(await html(provider, `${copied}/kenmerken`), /value="practice"[^>]*checked/)
  assert.doesNotMatch(await html(provider, `${copied}/voorbeeld`), /9 februari 2027/)
  assert.match(await html(provider, `${at}/tekst`), /value="GANG-1"/)
})

test('nobody looked in two working days: it is live and says so, until an editor did', async () => {
  await provider.send('POST', `${at}/aanvraag`, {})
  await publishDue(house.database.db, new Date('2026-11-25T22:59:00Z'), house.logger)
  assert.equal((await visitor.get(page)).status, 404)
  await publishDue(house.database.db, new Date('2026-11-25T23:00:00Z'), house.logger)
  const mark = /nog niet bekeken/
  const unseen = await html(visitor, page)
  assert.match(unseen, mark)
  assert.match(unseen, /De redactie kijkt er nog naar\./)
  const found = '/scholing?zoek=gang'
  assert.match(await html(visitor, found), /Wachten op de gang[\s\S]*nog niet bekeken/)

  const checking = `/redactie/scholing/${at.split('/').at(-1)}`
  const decision = formsOf(await html(editor, checking)).find(({ action }) => action === checking)
  assert.ok(decision)
  const good = filledIn(decision, (field) => (field === 'besluit' ? 'goed' : 'ja'))
  assert.equal((await editor.send('POST', checking, good)).status, 303)
  for (const path of [page, found]) {
    const seen = await html(visitor, path)
    assert.match(seen, /Wachten op de gang/)
    assert.doesNotMatch(seen, mark, path)
  }
})

test('what lies in the archive is found nowhere, and comes back as it was', async () => {
  await provider.send('POST', `${at}/archief`, {})
  assert.equal((await visitor.get(page)).status, 404)
  assert.doesNotMatch(await html(visitor, '/scholing?zoek=gang'), /Wachten op de gang/)
  assert.match(await html(provider, at), /in het archief/i)
  await provider.send('POST', `${at}/archief/einde`, {})
  assert.match(await html(visitor, '/scholing?zoek=gang'), /Wachten op de gang/)
  assert.match(await html(visitor, page), /9 februari 2027/)
})

test('of a course with hundreds of dates each is on some page, and its code is known', async () => {
  await house.database.pool.query(
    `insert into training.offering (course, created_at, updated_at, code, days, starts_on, ends_on, online,
       gemeente)
     select $1, $2, $2, 'KEER-' || n, array[date '2025-01-01' + n], date '2025-01-01' + n, date '2025-01-01' + n, false, 'GM0106'
     from generate_series(1, 1200) as n`,
    [at.split('/').at(-1), '2026-11-23T10:00:00Z'],
  )
  const first = await html(provider, `${at}/data`)
  const lastOf = (param: string) => Number([...first.matchAll(new RegExp(`${param}=(\\d+)`, 'g'))].at(-2)?.[1])
  const pages = await Promise.all([
    ...Array.from({ length: lastOf('bladzijde') }, (_, n) => html(provider, `${at}/data?bladzijde=${n + 1}`)),
    ...Array.from({ length: lastOf('voorbij') }, (_, n) => html(provider, `${at}/data?voorbij=${n + 1}`)),
  ])
  const dates = pages.join('').match(/\/data\/[0-9a-f-]{36}"/g)
  assert.equal(new Set(dates).size, 1201)
  // The oldest of them all.
  const again = await provider.send('POST', `${at}/data`, { dagen: '9-3-2027', gemeente: 'Assen', code: 'KEER-1' })
  assert.equal(again.status, 400)
  assert.match(await again.text(), /Een andere keer van deze training heeft deze code al\./)
  const own = await provider.send('POST', `${at}/data`, { dagen: '9-3-2027', gemeente: 'Assen', code: 'KEER-1201' })
  assert.equal(own.status, 303)
})

test('an import that changes many courses, and somebody who saves one of them, follow each other', async () => {
  const { pool } = house.database
  const make = async (code: string) => {
    const made = await provider.send('POST', desk, { ...text, titel: `Samen op ${code}`, code })
    return made.headers.get('location') ?? ''
  }
  const [one, other] = [await make('SAMEN-1'), await make('SAMEN-2')]
  const held = await begin(pool)
  const setOne = async (address: string) => {
    const course = await readCourseById(held.db, address.split('/').at(-1) ?? '')
    assert.ok(course)
    return saveCourse(held.db, course.id, { ...course, minutes: 90 }, { by: null, at: testMoment })
  }
  assert.equal(await setOne(one), 'saved')
  const byHand = provider.send('POST', `${other}/tekst`, {
    ...text,
    titel: 'Van een collega',
    code: 'SAMEN-2',
    versie: '1',
  })
  const waits = `select from pg_stat_activity where wait_event_type = 'Lock' and datname = current_database()`
  while ((await pool.query(waits)).rowCount === 0) await pause(10)
  assert.equal(await setOne(other), 'saved')
  await held.commit()
  const answer = await byHand
  assert.equal(answer.status, 409)
  assert.match(await answer.text(), /Van een collega/, 'what was typed is still there')
})
