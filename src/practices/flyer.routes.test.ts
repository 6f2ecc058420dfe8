import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { setTimeout as pause } from 'node:timers/promises'
import sharp from 'sharp'
import { extractText, getDocumentProxy } from 'unpdf'
import { type Answer, nonceOf, type Visit } from '../../test/parts.ts'
import { people } from '../../test/world.ts'
import { stopDocuments } from '../foundation/documents/index.ts'
import { fileFacts, fileProcess, readFile, receiveFile, stopInspecting } from '../foundation/files/index.ts'
import { readItems } from '../thread/index.ts'
import { publishDescription } from './description.publication.store.ts'
import { colleague, type Desk, openDesk } from './description.sample.ts'
import { beginDescription, saveSection } from './description.store.ts'
import { photoFor } from './flyer.photo.ts'
import { pictureOf, savePicture } from './flyer.picture.store.ts'
import { publishedFlyer, publishFlyer } from './flyer.store.ts'
import { FLYER_GUIDE, WRITTEN_LINES } from './flyer.ts'
import { lockQuote, withdrawQuote } from './quote.store.ts'
import type { Section } from './section.ts'

// One flyer from its first line to a quote that is taken back: the tests follow each other.
let desk: Desk
let editor: Visit
let second: Visit
let url = ''
let said = ''

const WORDS = 'Om vier uur zit ik klaar met mijn kom.'
const open = '/praktijken/de-soepfiets/flyer'

/** Writes a version of the description past its readers, which has tests of its own. */
async function describe(sections: Partial<Record<Section, string[]>>) {
  const { db } = desk.parts.database
  const doer = { by: people.yusuf.id, at: desk.parts.clockAt.now }
  const draft = await beginDescription(db, desk.practice.id, doer)
  for (const [name, texts] of Object.entries(sections)) {
    const section = name as Section
    const place = { description: draft.id, section, version: draft.versions[section] }
    await saveSection(
      db,
      place,
      texts.map((text, index) => ({ id: `${section}${index}`, text })),
      doer,
    )
  }
  await publishDescription(db, await desk.now(), doer)
}

before(async () => {
  desk = await openDesk()
  url = `/redactie/praktijken/${desk.practice.slug}/flyer`
  editor = await desk.as(people.yusuf.id, '/redactie/praktijken')
  second = await desk.as(people.saskia.id, '/redactie/praktijken')
  said = await desk.say(WORDS, 'function', { by: 'Vaste gast aan tafel' })
})
after(async () => {
  stopDocuments()
  stopInspecting()
  await desk.close()
})

async function until(holds: () => Promise<boolean>): Promise<void> {
  for (let tries = 0; tries < 300; tries += 1) {
    if (await holds()) return
    await pause(50)
  }
  assert.fail('it did not come')
}

const versionOf = (text: string) => /name="versie" value="(\d+)"/.exec(text)?.[1] ?? ''

async function writeLine(place: string, tekst: string, feiten: string[], by = editor) {
  const versie = versionOf((await by.get(`${url}/${place}`)).text)
  return by.post(`${url}/${place}`, { versie, tekst, 'feiten[]': feiten })
}

async function pdf(path: string): Promise<{ answer: Answer; text: string; pages: number }> {
  const answer = await desk.visitor.get(path)
  assert.equal(answer.status, 200, path)
  const { text, totalPages } = await extractText(new Uint8Array(answer.bytes), { mergePages: true })
  return { answer, text: text.replace(/\s+/g, ' '), pages: totalPages }
}

test('the desk of a flyer is for editors, and the flyer is nowhere before it is published', async () => {
  const other = await desk.as(colleague.id, '/redactie/praktijken')
  for (const path of [url, `${url}/kop`, `${url}/beeld`, `${url}/proef`]) {
    assert.equal((await other.get(path)).status, 404, path)
    assert.notEqual((await desk.visitor.get(path)).status, 200, path)
  }
  assert.equal((await editor.get(`${url}/bestaat-niet`)).status, 404)
  for (const path of [open, `${open}/pdf`, `${open}/groot`, `${open}/tekst`])
    assert.equal((await desk.visitor.get(path)).status, 404, path)
})

test('without a published description there is nothing for a flyer to rest on', async () => {
  const refused = await editor.post(`${url}/publicatie`, {})
  assert.equal(refused.status, 409)
  assert.match(refused.text, /Publiceer eerst de beschrijving/)
  await describe({
    summary: ['Vrijwilligers brengen soep en blijven even zitten.'],
    people: ['Voor ouderen die alleen wonen.'],
    goal: ['Dat niemand alleen eet.'],
    approach: ['Om vier uur belt iemand aan. Dan komt de soep.', 'Een fietser en een kok. Ze gaan samen.'],
    experiences: ['Na een half jaar kende bijna iedereen twee buren.'],
    elements: ['Steeds dezelfde twee mensen. En geen formulier.'],
  })
})

test('each line begins with a rough start from the passages and asks what it rests on', async () => {
  const page = (await editor.get(`${url}/doen`)).text
  assert.match(page, /Een fietser en een kok\. Ze gaan samen\.<\/textarea>/)
  assert.match(page, /Maak er je eigen zin van/)
  assert.match(page, /value="a-approach1"[^>]*checked/)
  const loose = await writeLine('doen', 'Ze fietsen.', [])
  assert.equal(loose.status, 400)
  assert.match(loose.text, /Kies minstens één plek/)
  assert.match(loose.text, />Ze fietsen\.<\/textarea>/)
  const long = await writeLine('kop', 'x'.repeat(81), ['begin'])
  assert.equal(long.status, 400)
  assert.match(long.text, /Dit zijn 81 tekens\. Er passen er 80/)
  const spelt = await writeLine('moment', `Ze zegt: ${WORDS}`, ['begin'])
  assert.match(spelt.text, /gesprekspartner/)
  const unknown = await writeLine('doen', 'Ze fietsen.', ['a-bestaat-niet'])
  assert.equal(unknown.status, 400)
})

test('two at one line: who comes second sees both', async () => {
  const versie = versionOf((await editor.get(`${url}/kop`)).text)
  const sent = { versie, 'feiten[]': ['a-summary0'] }
  assert.equal((await editor.post(`${url}/kop`, { ...sent, tekst: 'Soep op de stoep' })).status, 303)
  const late = await second.post(`${url}/kop`, { ...sent, tekst: 'Soep op de fiets' })
  assert.equal(late.status, 409)
  assert.match(late.text, /Soep op de stoep/)
  assert.match(late.text, /Soep op de fiets/)
})

test('published on the thread, on screen, on two sides of A4, in large print and as text', async () => {
  await writeLine('moment', 'Het regent. Iemand belt aan.', ['a-approach0'])
  await writeLine('doen', 'Ze fietsen en ze koken.', ['a-approach1', 'organisatie'])
  await writeLine('brengen', 'Mensen kennen hun buren.', ['a-experiences0'])
  await writeLine('beginnen', 'Begin met twee mensen.', ['a-elements0', 'contact'])
  const page = await editor.get(`${url}/citaat`)
  const versie = versionOf(page.text)
  assert.equal((await editor.post(`${url}/citaat`, { versie, citaat: said })).status, 303)
  const ready = await editor.get(url)
  assert.match(ready.text, /Publiceer de flyer/)
  const proof = await editor.get(`${url}/proef`)
  assert.equal(proof.headers.get('content-type'), 'application/pdf')
  const form = { _nonce: nonceOf(ready) }
  assert.equal((await editor.post(`${url}/publicatie`, form)).status, 303)
  assert.equal((await editor.post(`${url}/publicatie`, form)).status, 303)
  const { rows } = await desk.parts.database.pool.query('select item from practices.flyer_publication')
  assert.equal(rows.length, 1)

  const { db } = desk.parts.database
  const flyer = await publishedFlyer(db, desk.practice.id)
  assert.ok(flyer)
  assert.equal((await readItems(db, [flyer.item])).get(flyer.item)?.kind, 'flyer')
  const links = await desk.parts.database.pool.query('select to_item from thread.link where from_item = $1', [
    flyer.item,
  ])
  assert.equal(links.rows.length, 2)
  assert.ok(!JSON.stringify(flyer.body).includes(WORDS))

  const web = (await desk.visitor.get(open)).text
  assert.match(web, /Soep op de stoep/)
  assert.ok(web.includes(WORDS))
  assert.match(web, /noindex/)
  assert.match(web, /verzonnen voorbeeld/)
  assert.doesNotMatch(web, /_token/)

  const small = await pdf(`${open}/pdf`)
  assert.equal(small.pages, 2)
  for (const words of [
    'Soep op de stoep',
    'Het regent.',
    'Ze fietsen',
    'hun buren',
    WORDS,
    'Vaste gast',
    'Begin met twee',
  ])
    assert.ok(small.text.includes(words), words)
  assert.match(small.answer.bytes.toString('latin1'), /pdfuaid/)
  const document = await getDocumentProxy(new Uint8Array(small.answer.bytes))
  const view = (await document.getPage(1)).view.map(Math.round)
  assert.deepEqual(view, [0, 0, 595, 842])

  const large = await pdf(`${open}/groot`)
  assert.ok(large.text.includes(WORDS))
  assert.match(large.answer.bytes.toString('latin1'), /pdfuaid/)
  assert.ok((await desk.visitor.get(`${open}/tekst`)).text.includes(`“${WORDS}”`))
})

test('the same flyer gives the same bytes', async () => {
  for (const path of [`${open}/pdf`, `${open}/groot`]) {
    const [one, two] = [await pdf(path), await pdf(path)]
    assert.ok(one.answer.bytes.equals(two.answer.bytes), path)
  }
})

test('a fact that changes turns its line amber; the old flyer stays until someone looked', async () => {
  desk.parts.clockAt.now = new Date('2026-11-23T10:05:00Z')
  await describe({
    approach: ['Om drie uur belt iemand aan. Dan komt de soep.', 'Een fietser en een kok. Ze gaan samen.'],
  })
  const page = (await editor.get(url)).text
  assert.equal(page.match(/nakijken/g)?.length, 1)
  const refused = await editor.post(`${url}/publicatie`, {})
  assert.equal(refused.status, 409)
  assert.match(refused.text, /“Een moment” rust op iets wat veranderde/)
  const old = (await desk.visitor.get(open)).text
  assert.match(old, /Het regent/)
  assert.match(old, /De beschrijving is sindsdien bijgewerkt/)
  const line = (await editor.get(`${url}/moment`)).text
  assert.match(line, /Om drie uur belt iemand aan/)
  assert.equal((await editor.post(`${url}/moment/bevestiging`, { versie: '0' })).status, 409)
  assert.equal((await editor.post(`${url}/moment/bevestiging`, { versie: versionOf(line) })).status, 303)
  assert.equal((await editor.post(`${url}/publicatie`, {})).status, 303)
  assert.doesNotMatch((await desk.visitor.get(open)).text, /sindsdien bijgewerkt/)
})

test('a head fact counts too', async () => {
  await desk.parts.database.pool.query("update practices.practice set organisation = 'Welzijn Nieuw' where id = $1", [
    desk.practice.id,
  ])
  assert.match((await editor.post(`${url}/publicatie`, {})).text, /“Wat ze doen” rust op iets wat veranderde/)
  assert.equal((await writeLine('doen', 'Ze fietsen, koken en eten mee.', ['organisatie'])).status, 303)
  desk.parts.clockAt.now = new Date('2026-11-23T10:06:00Z')
  assert.equal((await editor.post(`${url}/publicatie`, {})).status, 303)
  assert.match((await pdf(`${open}/pdf`)).text, /Welzijn Nieuw/)
})

test('a picture needs words; a photo is drawn on page and paper', async () => {
  assert.equal((await editor.post(`${url}/beeld`, { beeld: 'bank', alt: '' })).status, 400)
  assert.equal((await editor.post(`${url}/beeld`, { beeld: 'kasteel', alt: 'Een kasteel.' })).status, 400)
  const none = await editor.post(`${url}/beeld`, { beeld: 'foto', alt: 'Een fiets.' })
  assert.equal(none.status, 400)
  assert.match(none.text, /Kies een foto, of neem een van onze tekeningen/)
  assert.equal((await editor.post(`${url}/beeld`, { beeld: 'bank', alt: 'Twee mensen op een bank.' })).status, 303)
  const late = await second.post(`${url}/beeld`, { beeld: 'brug', alt: 'Twee mensen op een brug.' })
  assert.equal(late.status, 409)
  assert.match(
    late.text,
    /Iemand anders koos een beeld[\s\S]*Twee mensen op een bank\.[\s\S]*Twee mensen op een brug\./,
  )
  const gezien = /name="gezien" value="([^"]*)"/.exec(late.text)?.[1] ?? ''
  const again = { beeld: 'bank', alt: 'Twee mensen op een bank.', gezien }
  assert.equal((await editor.post(`${url}/beeld`, again)).status, 303)
  desk.parts.clockAt.now = new Date('2026-11-23T10:07:00Z')
  await editor.post(`${url}/publicatie`, {})
  assert.match((await desk.visitor.get(open)).text, /aria-label="Twee mensen op een bank\."/)
  assert.equal((await pdf(`${open}/pdf`)).pages, 2)
})

test('a photo is looked into before anything is held, and only for an editor', async () => {
  const { pool } = desk.parts.database
  const photo = await sharp({ create: { width: 40, height: 30, channels: 3, background: '#0b5d57' } })
    .png()
    .toBuffer()
  const bestand = new File([new Uint8Array(photo)], 'fiets.png', { type: 'image/png' })
  const gezien = /name="gezien" value="([^"]*)"/.exec((await editor.get(`${url}/beeld`)).text)?.[1] ?? ''
  const form = { beeld: 'foto', alt: 'Een fiets tegen een muur.', gezien, bestand }
  stopInspecting()
  const noor = await desk.as(people.noor.id, '/mijn')
  assert.equal((await noor.upload(`${url}/beeld`, form)).status, 404)
  assert.equal(fileProcess(), undefined, 'nothing is looked into for who may not')
  const other = await pool.connect()
  try {
    await other.query('begin')
    await other.query('select from practices.practice where id = $1 for update', [desk.practice.id])
    const sent = editor.upload(`${url}/beeld`, form)
    await until(async () => {
      const { rows } = await pool.query(
        `select from pg_stat_activity where wait_event_type = 'Lock' and datname = current_database()`,
      )
      return rows.length > 0
    })
    assert.notEqual(fileProcess(), undefined, 'the photo was looked into while somebody else held the practice')
    await other.query('commit')
    assert.equal((await sent).status, 303)
  } finally {
    other.release()
  }
  const kept = await pictureOf(desk.parts.database.db, await desk.now())
  assert.ok('file' in kept)
  assert.equal((await fileFacts(desk.parts.database.db, [kept.file])).get(kept.file)?.kind, 'jpeg')
  const back = /name="gezien" value="([^"]*)"/.exec((await editor.get(`${url}/beeld`)).text)?.[1] ?? ''
  await editor.post(`${url}/beeld`, { beeld: 'bank', alt: 'Twee mensen op een bank.', gezien: back })
})

test('the fullest flyer still fits on two sides', async () => {
  const words = 'Wmo-maatwerkvoorzieningen mogelijk maken, '
  for (const name of WRITTEN_LINES) {
    const { place, most } = FLYER_GUIDE[name]
    assert.equal(
      (
        await writeLine(
          place,
          words
            .repeat(30)
            .slice(0, most - 1)
            .trim(),
          ['begin'],
        )
      ).status,
      303,
      name,
    )
  }
  const answer = await editor.get(`${url}/proef`)
  const { totalPages } = await extractText(new Uint8Array(answer.bytes), { mergePages: true })
  assert.equal(totalPages, 2)
})

test('a choice of quote that can not be read comes back with the version that was read', async () => {
  assert.notEqual(versionOf((await editor.get(`${url}/citaat`)).text), '0')
  const refused = await editor.post(`${url}/citaat`, { versie: '0', citaat: 'x'.repeat(61) })
  assert.equal(refused.status, 400)
  assert.equal(versionOf(refused.text), '0', 'so that nobody is overwritten unseen')
})

test('a quote that is taken back is gone from page, paper, large print and text, and the layout stays whole', async () => {
  const { db } = desk.parts.database
  const quote = await lockQuote(db, said)
  assert.ok(quote)
  await withdrawQuote(db, quote, desk.parts.clockAt.now)
  const small = await pdf(`${open}/pdf`)
  assert.equal(small.pages, 2)
  const large = await pdf(`${open}/groot`)
  const all = [
    (await desk.visitor.get(open)).text,
    small.text,
    large.text,
    (await desk.visitor.get(`${open}/tekst`)).text,
    (await editor.get(url)).text,
  ]
  for (const text of all) {
    assert.ok(!text.includes('zit ik klaar'))
    assert.ok(!text.includes('Vaste gast'))
  }
  assert.match(small.text, /doet dit sinds maart 2024 in Groningen/)
})

test('a stopped practice says so on every form of its flyer', async () => {
  await desk.parts.database.pool.query("update practices.listing set standing = 'stopped'")
  desk.parts.cache.clear()
  for (const path of [`${open}/pdf`, `${open}/groot`]) assert.match((await pdf(path)).text, /praktijk is gestopt/, path)
  for (const path of [open, `${open}/tekst`])
    assert.match((await desk.visitor.get(path)).text, /praktijk is gestopt/, path)
})

test('a photo that was sent stands on the paper, without what it told of its maker', async () => {
  const bytes = await sharp({ create: { width: 2700, height: 1800, channels: 3, background: '#0B5D57' } })
    .png()
    .toBuffer()
  const { database, config, clockAt } = desk.parts
  const file = await receiveFile(database.db, {
    config,
    bytes,
    name: 'fiets.png',
    as: 'jpeg',
    by: people.yusuf.id,
    at: clockAt.now,
  })
  assert.deepEqual([file.kind, file.width, file.height], ['jpeg', 1600, 1067], 'made for paper when it came in')
  await savePicture(database.db, desk.practice.id, { file: file.id, alt: 'Een groene fiets.', credit: 'Noor' })
  const photo = await photoFor(database.db, config, { picture: { file: file.id, alt: '', credit: '' } })
  assert.deepEqual(photo, await readFile(database.db, config, file.id), 'a flyer takes the bytes as they are')
  const answer = await editor.get(`${url}/proef`)
  assert.equal(answer.status, 200)
  const { text, totalPages } = await extractText(new Uint8Array(answer.bytes), { mergePages: true })
  assert.equal(totalPages, 2)
  assert.match(text, /Foto: Noor/)
})

test('a photo goes with its file once no flyer shows it: not before', async () => {
  const { db } = desk.parts.database
  const by = people.yusuf.id
  const seen = await pictureOf(db, desk.practice)
  assert.ok('file' in seen)
  const there = async () => (await fileFacts(db, [seen.file])).has(seen.file)
  const publish = async (minute: string) => {
    desk.parts.clockAt.now = new Date(`2026-11-23T10:${minute}:00Z`)
    await publishFlyer(db, await desk.now(), { by, at: desk.parts.clockAt.now })
  }
  await publish('08')
  const gezien = /name="gezien" value="([^"]*)"/.exec((await editor.get(`${url}/beeld`)).text)?.[1] ?? ''
  const drawn = { beeld: 'brug', alt: 'Twee mensen op een brug.', gezien }
  assert.equal((await editor.post(`${url}/beeld`, drawn)).status, 303)
  assert.ok(await there(), 'the flyer on the site still shows it')
  await publish('09')
  assert.ok(!(await there()))
})
