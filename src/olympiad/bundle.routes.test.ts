import assert from 'node:assert/strict'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { Ajv2019 } from 'ajv/dist/2019.js'
import formats from 'ajv-formats'
import { type Caller, type House, openHouse, testMoment } from '../../test/house.ts'
import type { Db } from '../foundation/db/index.ts'
import { itemId, origin, readItem, withdrawUtterance } from '../thread/index.ts'
import { yearFacts } from './bundle.store.ts'
import { bundleRows } from './bundle.ts'

const schemaFile = join(import.meta.dirname, '../../../shared/schemas/case/case-v1p1-cfpackage.json')
const REASON = 'Een dichte deur is ook een antwoord. Ik wil niet hoeven uitleggen waarom ik niet opendoe.'
const REFUSED = 'Vraag maar aan de vrouw van nummer 12, die heeft er zeven gehad in één jaar.'

let house: House
let db: Db
let visitor: Caller
let editor: Caller
before(async () => {
  house = await openHouse()
  db = house.database.db
  visitor = await house.as('visitor')
  editor = await house.as('editor')
})
after(() => house.close())

test('the bundle of the year holds practices, verdicts of every kind and dissent, and says it is made up', async () => {
  const list = await (await visitor.get('/bundels')).text()
  assert.match(list, /Bundel 2026/)
  const page = await (await visitor.get('/bundels/2026')).text()
  for (const words of [
    'De soeptafel',
    'Gedragen (15)',
    'Niet gedragen (1)',
    'Nog geen overeenstemming (3)',
    'Geen uitspraak (1)',
  ])
    assert.ok(page.includes(words), words)
  assert.ok(page.includes(REASON))
  assert.ok(page.includes('Tegengehouden door: inwoners en cliënten, cliëntvertegenwoordigers.'))
  assert.ok(page.includes('De mensen en de stemmen in deze bundel zijn verzonnen.'))
  assert.ok(!page.includes(REFUSED))
  assert.equal((await visitor.get('/bundels/2019')).status, 404)
})

test('the CSV tells of a group what the pages show and nothing more', async () => {
  const facts = await yearFacts(db, 2026)
  const rows = bundleRows(facts)
  assert.equal(rows.length, 20 * 7)
  for (const row of rows)
    for (const name of ['nodig_procent', 'twijfel_procent', 'niet_nodig_procent', 'weet_niet_procent'])
      assert.ok(row[name] === '' || Number(row[name]) % 5 === 0, `${name}: ${row[name]}`)
  const silent = rows.filter(({ te_zien: shown }) => shown === 'te weinig stemmen')
  assert.ok(silent.length > 0)
  assert.ok(silent.every((row) => row.nodig_procent === '' && row.weet_niet_procent === ''))
  assert.ok(rows.every((row) => row.nodig_procent !== 100))
  const csv = await visitor.get('/bundels/2026/csv')
  assert.match(csv.headers.get('content-type') ?? '', /text\/csv/)
  assert.match(await csv.text(), /olympiade;zin;uitspraak;groep;te_zien/)
})

test('the CASE package validates against the official schema, and marks what is made up', async (t) => {
  const body = (await (await visitor.get('/bundels/2026/case')).json()) as {
    CFItems: { notes: string; extensions?: object }[]
  }
  assert.equal(body.CFItems.length, 20)
  assert.ok(body.CFItems.every(({ extensions }) => extensions !== undefined))
  assert.ok(body.CFItems.some(({ notes }) => notes.includes(REASON)))
  if (!existsSync(schemaFile)) return t.skip('../shared/schemas is not here, so the official CASE schema was not asked')
  const ajv = new Ajv2019({ strict: false, allErrors: true })
  formats.default(ajv)
  const valid = ajv.compile(JSON.parse(readFileSync(schemaFile, 'utf8')))
  assert.equal(valid(body), true, JSON.stringify(valid.errors, null, 1))
})

test('the PDF is one that a screen reader can read', async () => {
  const pdf = await visitor.get('/bundels/2026/pdf')
  assert.equal(pdf.status, 200)
  const bytes = Buffer.from(await pdf.arrayBuffer()).toString('latin1')
  assert.ok(bytes.startsWith('%PDF-') && bytes.includes('pdfuaid'))
})

test('an editor writes the foreword; an empty one and a stale one keep what was typed', async () => {
  const empty = await editor.send('POST', '/redactie/bundels/2026', { voorwoord: ' ', versie: '1' })
  assert.equal(empty.status, 400)
  assert.match(await empty.text(), /Schrijf een voorwoord: wat was dit voor jaar\?/)
  const saved = await editor.send('POST', '/redactie/bundels/2026', { voorwoord: 'Een nieuw begin.', versie: '1' })
  assert.equal(saved.status, 303)
  const stale = await editor.send('POST', '/redactie/bundels/2026', { voorwoord: 'Het mijne.', versie: '1' })
  assert.equal(stale.status, 409)
  const words = await stale.text()
  assert.ok(words.includes('Een nieuw begin.') && words.includes('Het mijne.'))
  assert.match(await (await visitor.get('/bundels/2026')).text(), /Een nieuw begin\./)
  assert.equal((await editor.get('/redactie/bundels/2019')).status, 404)
})

test('until it is published only editors read it', async () => {
  await db.$client.query('update olympiad.bundle set published_at = null where year = 2026')
  await db.$client.query("select pg_notify('content', '')")
  assert.equal((await visitor.get('/bundels/2026')).status, 404)
  assert.match(await (await editor.get('/bundels/2026')).text(), /Nog niet gepubliceerd/)
  assert.equal((await editor.send('POST', '/redactie/bundels/2026/publicatie', {})).status, 303)
  assert.equal((await visitor.get('/bundels/2026')).status, 200)
})

test('words that are taken back are gone from the bundle', async () => {
  const { rows } = await db.$client.query<{ id: string }>('select id from thread.utterance where text = $1', [REASON])
  await withdrawUtterance(db, rows[0]?.id ?? '', testMoment)
  assert.ok(!JSON.stringify(await yearFacts(db, 2026)).includes(REASON))
})

test('it stands on the thread: found by searching, resting on the verdicts, a new revision when its foreword changes', async () => {
  const id = itemId('bundle', '2026')
  const before = await readItem(db, id)
  assert.equal(before?.kind, 'bundle')
  assert.ok(before?.fictional)
  const whole = await origin(db, id, { at: testMoment })
  const kinds = new Set(whole?.upstream.stops.map(({ kind }) => kind))
  for (const kind of ['verdict', 'statement', 'factor'])
    assert.ok(kinds.has(kind), `${kind} is not among ${[...kinds]}`)
  assert.match(await (await visitor.get(`/herkomst/${id}`)).text(), /Bundel 2026/)
  assert.match(await (await visitor.get('/zoeken?q=bundel')).text(), /Bundel 2026/)
  const desk = await (await editor.get('/redactie/bundels/2026')).text()
  const versie = /name="versie" value="(\d+)"/.exec(desk)?.[1] ?? ''
  const voorwoord = `${before?.revision.text} Met dank aan iedereen.`
  assert.equal((await editor.send('POST', '/redactie/bundels/2026', { voorwoord, versie })).status, 303)
  assert.equal((await readItem(db, id))?.latest, (before?.latest ?? 0) + 1)
})
