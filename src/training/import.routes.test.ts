import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { after, before, test } from 'node:test'
import { setTimeout as pause } from 'node:timers/promises'
import { type Caller, type House, openHouse, testMoment } from '../../test/house.ts'
import { addAddress } from './catalogue-address.store.ts'
import { ReadingStopped } from './import.process.ts'
import { beginImport, busyImports, keepBytes } from './import.store.ts'
import { MOST_TRIES } from './import.ts'
import { advanceImport } from './import.work.ts'
import { readProvider } from './provider.store.ts'
import { publishDue } from './publication.store.ts'

let house: House
let provider: Caller
let visitor: Caller
before(async () => {
  house = await openHouse()
  ;[provider, visitor] = await Promise.all([house.as('provider'), house.as('visitor')])
})
after(() => house.close())

const desk = '/scholing/aanbieder/leerplaats-kompas/aanleveringen'
const HEAD = 'code;titel;wat kun je daarna;vorm;uren;prijs;kenmerken;datum;plaats'

const html = async (caller: Caller, path: string) => {
  const answer = await caller.get(path)
  assert.equal(answer.status, 200, path)
  return (await answer.text()).replace(/<[^>]*>/g, ' ').replace(/\s+/g, ' ')
}

/** An import of a provider, as if somebody of its own had sent the file. */
async function sentBy(slug: string, lines: string[]): Promise<string> {
  const { db } = house.database
  const of = await readProvider(db, slug)
  assert.ok(of)
  const id = await beginImport(db, { provider: of.id, address: null, name: 'aanbod.csv' }, { by: null, at: testMoment })
  await keepBytes(db, id, Buffer.from([HEAD, ...lines].join('\n')))
  await advanceImport(db, id, testMoment)
  return `/scholing/aanbieder/aanleveringen/${id}`
}

const advance = (at: string) => advanceImport(house.database.db, at.split('/').at(-1) ?? '', testMoment)

test('a report says per row what happens, and nothing happens before somebody says so', async () => {
  const at = await sentBy('leerplaats-kompas', [
    'R-1;Luisteren aan de balie;Je laat iemand uitpraten.;op locatie;6;225;op de vraag af: oefenen;9-2-2027;Assen',
    'R-1;;;;;;;31-2-2027;Assen',
  ])
  const shown = await html(provider, at)
  assert.match(shown, /2 nieuw, 1 niet te lezen/)
  assert.match(shown, /regel 3 datum: “31-2-2027” is geen dag die bestaat/)
  assert.match(
    await html(provider, `${at}?wat=new`),
    /Zo lezen we het .*Training · R-1 · Luisteren aan de balie regel 2 € 225 · 6 uur · op locatie · geen punten · één kenmerk Datum · R-1/,
  )
  const report = await provider.get(`${at}/verslag`)
  assert.match(await report.text(), /^waar;soort;code;naam;wat;uitleg\r\nregel 2;training;R-1;/)
  assert.equal((await visitor.get('/scholing/luisteren-aan-de-balie')).status, 404)

  assert.equal((await provider.send('POST', `${at}/plaatsing`, {})).status, 303)
  assert.match(await html(provider, at), /We zetten het in je aanbod/)
  assert.equal(await advance(at), 'set')
  // It is complete, so it waits two working days for an editor, and then it is there.
  await publishDue(house.database.db, new Date('2026-11-26T00:00:00Z'), house.logger)
  assert.match(await html(visitor, '/scholing/luisteren-aan-de-balie'), /€ 225 .* Assen/)

  assert.equal((await provider.send('POST', `${at}/terug`, {})).status, 303)
  assert.equal(await advance(at), 'undone')
  assert.equal((await visitor.get('/scholing/luisteren-aan-de-balie')).status, 404)
})

test('a file of which nothing can be put in place says what to do, and without rows there is no report', async () => {
  const at = await sentBy('leerplaats-kompas', ['R-9;;Je kunt iets.;online;1;;;;'])
  const shown = await html(provider, at)
  assert.match(
    shown,
    /1 niet te lezen\. Er is niets om in je aanbod te zetten\. Hieronder staat wat je eraan kunt doen/,
  )
  assert.doesNotMatch(shown, /staat er al zo/)
  const empty = await html(provider, await sentBy('leerplaats-kompas', []))
  assert.match(empty, /We vonden geen training in wat je stuurde/)
  assert.doesNotMatch(empty, /Het verslag/)
})

test('every delivery is on some page of the list', async () => {
  await house.database.pool.query(
    `insert into training.import (provider, name, begun_at)
     select id, 'nacht-' || n || '.csv', $1::timestamptz - n * interval '1 day'
     from training.provider, generate_series(1, 70) as n where slug = 'leerplaats-kompas'`,
    [testMoment],
  )
  const at = '/scholing/aanbieder/leerplaats-kompas/aanleveringen'
  const pages = await Promise.all([1, 2, 3].map((n) => html(provider, `${at}?bladzijde=${n}`)))
  assert.equal(new Set(pages.join('').match(/nacht-\d+\.csv/g)).size, 70)
  // They count as still being read, and of those there may be no more than five.
  await house.database.pool.query(`delete from training.import where name like 'nacht-%'`)
})

test('what another provider sent, or offers, is not there', async () => {
  const at = await sentBy('hogeschool-noorderlicht', ['H-1;Van hen;Je kunt iets.;online;1;;;;'])
  assert.equal((await provider.get(at)).status, 404)
  assert.equal((await provider.get(`${at}/verslag`)).status, 404)
  assert.equal((await provider.send('POST', `${at}/plaatsing`, {})).status, 404)
  assert.equal((await provider.send('POST', `${at}/terug`, {})).status, 404)
  const foreign = '/scholing/aanbieder/hogeschool-noorderlicht/aanleveringen'
  assert.equal((await provider.get(foreign)).status, 404)
  assert.equal((await provider.send('POST', foreign, {})).status, 404)
  assert.equal((await provider.get(at.replace(/[^/]*$/, 'geen-id'))).status, 404)
})

test('a code of another provider is only a code: their course stays as it is', async () => {
  const { pool } = house.database
  const theirs = async () =>
    (
      await pool.query(`select course.id, title, course.version from training.course join training.provider
       on provider.id = course.provider where provider.slug = 'hogeschool-noorderlicht' and code <> '' order by code`)
    ).rows
  const before = await theirs()
  const { rows } = await pool.query<{ code: string }>('select code from training.course where id = $1', [before[0]?.id])
  const at = await sentBy('leerplaats-kompas', [`${rows[0]?.code};Van ons;Je kunt iets.;online;1;;;;`])
  assert.match(await html(provider, at), /1 nieuw/)
  await provider.send('POST', `${at}/plaatsing`, { einde: 'ja' })
  assert.equal(await advance(at), 'set')
  assert.deepEqual(await theirs(), before)
  await provider.send('POST', `${at}/terug`, {})
  assert.equal(await advance(at), 'undone')
})

test('nothing chosen, and a file that is no catalogue, say what to do', async () => {
  assert.match(await (await provider.send('POST', desk, {})).text(), /Kies eerst een bestand/)
  const at = await sentBy('leerplaats-kompas', [])
  assert.match(await html(provider, at), /We vonden geen training in wat je stuurde/)
  await provider.send('POST', `${at}/plaatsing`, {})
  assert.match(await html(provider, at), /niet te lezen/)
})

test('the templates can be taken along, and the example can be read as it is', async () => {
  for (const name of ['sjabloon.xlsx', 'sjabloon.csv', 'voorbeeld.xlsx', 'voorbeeld.csv']) {
    const answer = await provider.get(`/scholing/aanbieder/sjabloon/${name}`)
    assert.equal(answer.status, 200, name)
    if (!name.startsWith('voorbeeld')) continue
    const { db } = house.database
    const of = await readProvider(db, 'leerplaats-kompas')
    const id = await beginImport(db, { provider: of?.id ?? '', address: null, name }, { by: null, at: testMoment })
    await keepBytes(db, id, new Uint8Array(await answer.arrayBuffer()))
    await advanceImport(db, id, testMoment)
    assert.match(await html(provider, `/scholing/aanbieder/aanleveringen/${id}`), /4 nieuw/, name)
  }
  assert.equal((await provider.get('/scholing/aanbieder/sjabloon/anders.xlsx')).status, 404)
})

test('what we give by the Open Education API comes back without a change', async () => {
  const items = async (path: string) => {
    const answer = await visitor.get(path, { accept: 'application/json' })
    assert.equal(answer.status, 200, path)
    const page: { items: Record<string, unknown>[] } = JSON.parse(await answer.text())
    return page.items
  }
  const { db } = house.database
  const of = await readProvider(db, 'leerplaats-kompas')
  assert.ok(of)
  const courses = (await items('/oeapi/v6/courses?pageSize=250&voorbeelden=ja')).filter(
    ({ organisationId }) => organisationId === of.id,
  )
  assert.ok(courses.length > 2)
  const courseOfferings: Record<string, unknown>[] = []
  for (const { courseId } of courses)
    courseOfferings.push(...(await items(`/oeapi/v6/courses/${courseId}/course-offerings?pageSize=250&voorbeelden=ja`)))
  assert.ok(courseOfferings.length > 2)
  const hand = { by: null, at: testMoment }
  const id = await beginImport(db, { provider: of.id, address: null, name: 'feed.json' }, hand)
  await keepBytes(db, id, Buffer.from(JSON.stringify({ courses, courseOfferings })))
  await advanceImport(db, id, testMoment)
  const shown = await html(provider, `/scholing/aanbieder/aanleveringen/${id}`)
  assert.match(shown, new RegExp(`${courses.length + courseOfferings.length} gelijk gebleven`), shown.slice(0, 3_000))
  assert.doesNotMatch(shown, /nieuw,|verander[a-z]* —|niet te lezen/)
})

test('an old import can neither be put in place nor back, and says why', async () => {
  const at = await sentBy('leerplaats-kompas', ['O-1;Oud;Je kunt iets.;online;2;;;;'])
  await house.database.pool.query('update training.import set begun_at = $2 where id = $1', [
    at.split('/').at(-1),
    new Date(testMoment.getTime() - 91 * 86_400_000),
  ])
  const shown = await html(provider, at)
  assert.match(shown, /ouder dan 90 dagen/)
  assert.doesNotMatch(shown, /Zet dit in je aanbod/)
  const answer = await provider.send('POST', `${at}/plaatsing`, {})
  assert.equal(answer.status, 409)
  assert.match(await answer.text(), /ouder dan 90 dagen/)
})

test('an address is read once at a time', async () => {
  const { db } = house.database
  const of = await readProvider(db, 'leerplaats-kompas')
  assert.ok(of)
  const id = await addAddress(db, of.id, 'https://kompas.example/aanbod.csv', { by: null, at: testMoment })
  const address = `/scholing/aanbieder/leerplaats-kompas/adressen/${id}/lezing`
  assert.equal((await provider.send('POST', address, {})).status, 303)
  const again = await provider.send('POST', address, {})
  assert.match(await again.text(), /We lezen https:\/\/kompas\.example\/aanbod\.csv al/)
})

/** Ends the process that reads a catalogue, as a machine does that has no memory left. */
async function killReader(): Promise<void> {
  for (let times = 0; times < 200; times += 1) {
    const found = spawnSync('pgrep', ['-P', String(process.pid), '-f', 'import.worker'], { encoding: 'utf8' })
    const pid = Number(found.stdout.trim().split('\n')[0])
    if (pid > 0) return void process.kill(pid, 'SIGKILL')
    await pause(20)
  }
  assert.fail('no reader began')
}

test('a catalogue whose reader is killed over and over is said to be unreadable, and is not begun again', async () => {
  const { db } = house.database
  const of = await readProvider(db, 'leerplaats-kompas')
  const id = await beginImport(
    db,
    { provider: of?.id ?? '', address: null, name: 'te-groot.csv' },
    { by: null, at: testMoment },
  )
  await keepBytes(db, id, Buffer.from(`${HEAD}\nT-1;Een;Je kunt iets.;online;2;;;;`))
  for (let times = 0; times < MOST_TRIES; times += 1) {
    const reading = advanceImport(db, id, testMoment)
    await Promise.all([assert.rejects(reading, ReadingStopped), killReader()])
  }
  assert.equal(await advanceImport(db, id, testMoment), 'failed')
  const at = `/scholing/aanbieder/aanleveringen/${id}`
  assert.match(
    await html(provider, at),
    /We begonnen 5 keer met lezen, en elke keer werd het afgebroken.*Stuur het in delen/,
  )
  assert.ok(!(await busyImports(db)).includes(id))
})
