import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { extractText } from 'unpdf'
import { nonceOf, type Visit } from '../../test/parts.ts'
import { people } from '../../test/world.ts'
import { stopDocuments } from '../foundation/documents/index.ts'
import { readPost } from '../foundation/mail/index.ts'
import { revisionsOf } from '../thread/index.ts'
import { colleague, type Desk, openDesk } from './description.sample.ts'
import { publishedDescription } from './description.store.ts'
import { quoteMark } from './passage.ts'
import { lockQuote, publishQuotes, quotesOf, withdrawQuote } from './quote.store.ts'

// One practice on its way from chosen to read: the tests follow each other.
let desk: Desk
let editor: Visit
let second: Visit
let own: Visit
let url = ''
let reading = ''
let said = ''

const WORDS = 'Ik zat altijd al om vier uur klaar met mijn kom.'

before(async () => {
  desk = await openDesk()
  url = `/redactie/praktijken/${desk.practice.slug}`
  reading = `/praktijken/aanmeldingen/${desk.nomination}/beschrijving`
  editor = await desk.as(people.yusuf.id, '/redactie/praktijken')
  second = await desk.as(people.saskia.id, '/redactie/praktijken')
  own = await desk.as(colleague.id, reading)
  said = await desk.say(WORDS, 'function', { by: 'vrijwilliger' })
})
after(async () => {
  stopDocuments()
  await desk.close()
})

const versionOf = (text: string) => /name="versie" value="(\d+)"/.exec(text)?.[1] ?? ''

async function write(place: string, tekst: string, by = editor) {
  const versie = versionOf((await by.get(`${url}/beschrijving/${place}`)).text)
  return by.post(`${url}/beschrijving/${place}`, { versie, tekst })
}

test('a chosen nomination became a practice with an address, once', () => {
  assert.equal(desk.practice.slug, 'de-soepfiets')
  assert.equal(desk.practice.ownerMail, 'ingrid@verankerd.example')
  assert.equal(desk.practice.fictional, true)
})

test('the desk is for editors; for others it does not exist', async () => {
  assert.equal((await editor.get('/redactie/praktijken')).status, 200)
  for (const path of [
    '/redactie/praktijken',
    url,
    `${url}/beschrijving`,
    `${url}/gegevens`,
    `${url}/beschrijving/kort`,
  ]) {
    assert.equal((await own.get(path)).status, 404, path)
    assert.notEqual((await desk.visitor.get(path)).status, 200, path)
  }
  assert.equal((await editor.get('/redactie/praktijken/bestaat-niet')).status, 404)
})

test('a description begins empty, asks a question per section, and keeps what is written', async () => {
  assert.match((await editor.get(url)).text, /Begin de beschrijving/)
  assert.equal((await editor.post(`${url}/beschrijving`, {})).status, 303)
  const page = (await editor.get(`${url}/beschrijving/kort`)).text
  assert.match(page, /één minuut/)
  assert.match(page, /Zo kan het klinken/)
  assert.equal((await editor.get(`${url}/beschrijving/bestaat-niet`)).status, 404)
  const kept = await write('kort', 'Vrijwilligers brengen soep.\n\nWij **faciliteren** de ggz.')
  assert.equal(kept.status, 303)
  const after = (await editor.get(kept.location)).text
  assert.match(after, /Bewaard\./)
  assert.match(after, /mogelijk maken/)
  assert.match(after, /geestelijke gezondheidszorg/)
  assert.doesNotMatch(after, /\bB1\b|[Ss]core/)
})

test('two at one section: who comes second sees both texts and loses nothing', async () => {
  const versie = versionOf((await editor.get(`${url}/beschrijving/doel`)).text)
  assert.equal((await editor.post(`${url}/beschrijving/doel`, { versie, tekst: 'Van de eerste.' })).status, 303)
  const late = await second.post(`${url}/beschrijving/doel`, { versie, tekst: 'Van de tweede.' })
  assert.equal(late.status, 409)
  assert.match(late.text, /Van de eerste\./)
  assert.match(late.text, /Van de tweede\./)
  assert.equal((await write('doel', 'Van de tweede.', second)).status, 303)
})

test('a form that came back with a mistake still notices what a colleague saved meanwhile', async () => {
  const at = `${url}/beschrijving/doel`
  const versie = versionOf((await editor.get(at)).text)
  assert.equal((await editor.post(at, { versie, tekst: 'Van de eerste, beter.' })).status, 303)
  const back = await second.post(at, { versie, tekst: 'Van de tweede.\n\n[citaat 00000000]' })
  assert.equal(back.status, 400)
  const late = await second.post(at, { versie: versionOf(back.text), tekst: 'Van de tweede.' })
  assert.equal(late.status, 409)
  assert.match(late.text, /Van de eerste, beter\./)
})

test('a quote is set in by choosing it; a mark that is not ours is refused with the text kept', async () => {
  const versie = versionOf((await editor.get(`${url}/beschrijving/ervaringen`)).text)
  const set = await editor.post(`${url}/beschrijving/ervaringen`, {
    versie,
    tekst: 'Dit hoorden we.',
    citaat: said,
    doen: 'citaat',
  })
  assert.equal(set.status, 303)
  const page = (await editor.get(set.location)).text
  assert.ok(page.includes(quoteMark(said)))
  assert.ok(page.includes(WORDS))
  const wrong = await write('ervaringen', `Dit hoorden we.\n\n[citaat 00000000]`)
  assert.equal(wrong.status, 400)
  assert.match(wrong.text, /Wij kennen \[citaat 00000000\] niet/)
  assert.match(wrong.text, /Dit hoorden we\./)
})

test('a summary over 600 words is warned about while writing and refused when offered', async () => {
  await write('mensen', 'Voor ouderen.')
  await write('aanpak', 'Eerst bellen.\n\nDan fietsen.')
  await write('kort', 'woord '.repeat(601))
  assert.match((await editor.get(`${url}/beschrijving/kort`)).text, /601 van 600 woorden\. Dat is te veel/)
  const refused = await editor.post(`${url}/beschrijving/terlezing`, {})
  assert.equal(refused.status, 400)
  assert.match(refused.text, /heeft 601 woorden/)
  await write('kort', 'Vrijwilligers brengen soep en blijven even zitten.')
})

test('words of a speaker written out by hand are never kept, for they could not be taken back', async () => {
  const spelt = await write('doel', `Iemand zei: ${WORDS}`)
  assert.equal(spelt.status, 400)
  assert.match(spelt.text, /uitgeschreven/)
  assert.ok(spelt.text.includes(`Iemand zei: ${WORDS}</textarea>`), 'what was typed is not lost')
  const { rows } = await desk.parts.database.pool.query(
    'select from practices.description_section where passages::text like $1',
    [`%${WORDS}%`],
  )
  assert.equal(rows.length, 0)
  await write('doel', 'Dat niemand alleen eet.')
})

test('the organisation gets a mail without content and reads only what was offered', async () => {
  assert.doesNotMatch((await own.get(reading)).text, /Dan fietsen/)
  assert.equal((await editor.post(`${url}/beschrijving/terlezing`, {})).status, 303)
  assert.equal((await editor.post(`${url}/beschrijving/terlezing`, {})).status, 303)
  const post = await readPost(desk.parts.database.db, desk.parts.config.secretKey)
  const mails = post.filter(({ subject }) => subject === 'Er staat een tekst voor jullie klaar')
  assert.equal(mails.length, 1)
  assert.equal(mails[0]?.to, 'ingrid@verankerd.example')
  assert.doesNotMatch(mails[0]?.text ?? '', /soep|Soep|Vlier/)
  const page = (await own.get(reading)).text
  assert.match(page, /Dan fietsen/)
  assert.ok(page.includes(WORDS))
  assert.match(page, /Wij vinden dit goed/)
  const beside = page.slice(page.indexOf('Dit staat erbij'))
  for (const words of ['Welzijn De Vlier', 'Groningen', 'Thema eenzaamheid', 'Veld begeleiding', 'Ouderen'])
    assert.ok(beside.toLowerCase().includes(words.toLowerCase()), `they agree with ${words} too`)
})

test('a stranger reads nothing of it, and cannot agree', async () => {
  const stranger = await desk.as(people.noor.id, '/redactie/praktijken')
  assert.equal((await stranger.get(reading)).status, 404)
  assert.equal((await stranger.post(`${reading}/akkoord`, { vingerafdruk: 'x' })).status, 404)
  const answer = await desk.visitor.get(reading)
  assert.notEqual(answer.status, 200)
  assert.doesNotMatch(answer.text, /Dan fietsen/)
})

test('without agreement nothing is published', async () => {
  const refused = await second.post(`${url}/beschrijving/publicatie`, {})
  assert.equal(refused.status, 409)
  assert.match(refused.text, /Wacht op hun akkoord/)
  assert.equal((await desk.visitor.get('/praktijken/de-soepfiets/pdf')).status, 404)
})

test('remarks reach the editor; none at all is asked about', async () => {
  assert.match((await own.post(`${reading}/opmerkingen`, {})).text, /bij minstens één onderdeel/)
  const sent = await own.post(`${reading}/opmerkingen`, { 'opmerking-approach': 'We bellen niet, we mailen.' })
  assert.equal(sent.status, 303)
  assert.match((await own.get(sent.location)).text, /Dank je wel/)
  assert.match((await editor.get(`${url}/beschrijving`)).text, /We bellen niet, we mailen\./)
  assert.match((await editor.get(`${url}/beschrijving/aanpak`)).text, /We bellen niet, we mailen\./)
})

const markOf = (text: string) => /name="vingerafdruk" value="([^"]+)"/.exec(text)?.[1] ?? ''

test('agreement is about the text on the screen: a change after the offer asks again', async () => {
  const vingerafdruk = markOf((await own.get(reading)).text)
  await write('aanpak', 'Eerst mailen.\n\nDan fietsen.')
  const late = await own.post(`${reading}/akkoord`, { vingerafdruk })
  assert.equal(late.status, 409)
  assert.match(late.text, /veranderd terwijl je las/)
  assert.match((await editor.get(`${url}/beschrijving`)).text, /Leg opnieuw voor/)
  desk.parts.clockAt.now = new Date('2026-11-23T10:05:00Z')
  await editor.post(`${url}/beschrijving/terlezing`, {})
  const page = await own.get(reading)
  const agreed = await own.post(`${reading}/akkoord`, { vingerafdruk: markOf(page.text), _nonce: nonceOf(page) })
  assert.equal(agreed.status, 303)
  assert.match((await own.get(agreed.location)).text, /Jullie vinden deze tekst goed/)
})

test('what someone does may stand in the name of a practice too', async () => {
  const { db } = desk.parts.database
  const quotes = (await quotesOf(db, desk.practice.id)).filter(({ id }) => id === said)
  const named = { ...(await desk.now()), title: 'De vrijwilliger en de soep' }
  assert.equal((await publishQuotes(db, named, quotes, { by: null, at: desk.parts.clockAt.now })).size, 1)
})

test('published: a revision on the thread that holds no words of a person, with its quotes on it', async () => {
  const done = await second.post(`${url}/beschrijving/publicatie`, {})
  assert.equal(done.status, 303)
  assert.equal((await second.post(`${url}/beschrijving/publicatie`, {})).status, 409)
  const practice = await desk.now()
  const [revision] = await revisionsOf(desk.parts.database.db, practice.item ?? '')
  assert.ok(revision)
  assert.ok(!JSON.stringify(revision).includes(WORDS))
  const { rows } = await desk.parts.database.pool.query<{ kind: string }>(
    'select link.kind from thread.link link where link.from_item = $1',
    [practice.item],
  )
  assert.deepEqual(
    rows.map(({ kind }) => kind),
    ['builds on'],
  )
  const listing = await desk.parts.database.pool.query<{ summary: string; text: string; theme: string }>(
    'select summary, text, theme from practices.listing where practice = $1',
    [practice.id],
  )
  assert.equal(listing.rows[0]?.summary, 'Vrijwilligers brengen soep en blijven even zitten.')
  assert.equal(listing.rows[0]?.theme, 'eenzaamheid')
  assert.ok(!listing.rows[0]?.text.includes(WORDS))
})

async function pdfText(path: string): Promise<string> {
  const answer = await desk.visitor.get(path)
  assert.equal(answer.status, 200, path)
  const { text } = await extractText(new Uint8Array(answer.bytes), { mergePages: true })
  return text.replace(/\s+/g, ' ')
}

test('on paper: PDF/UA, with the quote, and the same bytes each time', async () => {
  const [one, two] = [
    await desk.visitor.get('/praktijken/de-soepfiets/pdf'),
    await desk.visitor.get('/praktijken/de-soepfiets/pdf'),
  ]
  assert.equal(one.headers.get('content-type'), 'application/pdf')
  assert.ok(one.bytes.equals(two.bytes))
  assert.match(one.bytes.toString('latin1'), /pdfuaid/)
  const text = await pdfText('/praktijken/de-soepfiets/pdf')
  assert.ok(text.includes(WORDS))
  assert.match(text, /Verzonnen voorbeeld/)
  assert.match(text, /Dan fietsen/)
  for (const odd of ['?x=1', '?', '?&'])
    assert.equal(
      (await desk.visitor.get(`/praktijken/de-soepfiets/pdf${odd}`)).location,
      '/praktijken/de-soepfiets/pdf',
      odd,
    )
})

test('a stopped practice says so on paper', async () => {
  const { pool } = desk.parts.database
  await pool.query("update practices.listing set standing = 'stopped' where practice = $1", [desk.practice.id])
  assert.match(await pdfText('/praktijken/de-soepfiets/pdf'), /Deze praktijk is gestopt/)
  await pool.query("update practices.listing set standing = 'running' where practice = $1", [desk.practice.id])
})

/** Two at what was improved: who comes second sees both, and nobody's words from a talk get in. */
async function improveTogether() {
  const at = `${url}/beschrijving/verbeterd`
  const seen = async () =>
    /name="gezien" value="([^"]*)"/.exec((await editor.get(`${url}/beschrijving`)).text)?.[1] ?? ''
  assert.equal((await editor.post(at, { verbeterd: '' })).status, 400)
  assert.match((await editor.post(at, { verbeterd: `Nu ook: ${WORDS}` })).text, /uitgeschreven/)
  const gezien = await seen()
  assert.equal((await editor.post(at, { verbeterd: 'De winter.', gezien })).status, 303)
  const late = await second.post(at, { verbeterd: 'De lente.', gezien })
  assert.equal(late.status, 409)
  assert.match(late.text, /De winter\.[\s\S]*De lente\.<\/textarea>/)
  const again = { verbeterd: 'De winter staat er nu in.', gezien: await seen() }
  assert.equal((await editor.post(at, again)).status, 303)
}

test('what is published stays; a next version keeps the passages and says what was improved', async () => {
  const { db } = desk.parts.database
  const old = await publishedDescription(db, await desk.now())
  assert.equal((await write('doel', 'Stiekem anders.')).status, 409)
  await editor.post(`${url}/beschrijving`, {})
  await write('aanpak', 'Eerst mailen.\n\nDan fietsen, ook in de winter.')
  const refused = await second.post(`${url}/beschrijving/publicatie`, {})
  assert.equal(refused.status, 409)
  assert.match(refused.text, /wat er verbeterd is/)
  await improveTogether()
  await editor.post(`${url}/beschrijving/terlezing`, {})
  const offered = (await own.get(reading)).text
  assert.match(offered, /De winter staat er nu in\./, 'they read what we say was improved')
  await own.post(`${reading}/akkoord`, { vingerafdruk: markOf(offered) })
  desk.parts.clockAt.now = new Date('2026-11-23T10:10:00Z')
  assert.equal((await second.post(`${url}/beschrijving/publicatie`, {})).status, 303)
  const renewed = await publishedDescription(db, await desk.now())
  assert.equal(renewed?.number, 2)
  assert.deepEqual(
    renewed?.versions.map(({ number, improved }) => [number, improved]),
    [
      [2, 'De winter staat er nu in.'],
      [1, ''],
    ],
  )
  const ids = (all: typeof old) => all?.body.sections.approach.map(({ id }) => id)
  assert.deepEqual(ids(renewed), ids(old))
})

test('a quote without agreement stops publication; the organisation does not read it first', async () => {
  const waiting = await desk.say('Mijn zoon komt nooit, maar jullie wel.', null)
  await editor.post(`${url}/beschrijving`, {})
  await write('doel', `Dat niemand alleen eet.\n\n${quoteMark(waiting)}`)
  await editor.post(`${url}/beschrijving/verbeterd`, { verbeterd: 'Een citaat erbij.' })
  await editor.post(`${url}/beschrijving/terlezing`, {})
  const page = (await own.get(reading)).text
  assert.doesNotMatch(page, /Mijn zoon/)
  assert.match(page, /leest het zelf eerst na/)
  await own.post(`${reading}/akkoord`, { vingerafdruk: markOf(page) })
  const refused = await second.post(`${url}/beschrijving/publicatie`, {})
  assert.equal(refused.status, 409)
  assert.match(refused.text, /nog geen akkoord van wie het zei/)
  await desk.agree(waiting)
  assert.match((await editor.get(`${url}/beschrijving`)).text, /Leg opnieuw voor/)
})

test('a quote that is taken back is gone from the text and the paper', async () => {
  const { db } = desk.parts.database
  const quote = await lockQuote(db, said)
  assert.ok(quote)
  await withdrawQuote(db, quote, desk.parts.clockAt.now)
  const description = await publishedDescription(db, await desk.now())
  assert.ok(![...(description?.quotes.values() ?? [])].includes(WORDS))
  assert.ok(!(await pdfText('/praktijken/de-soepfiets/pdf')).includes('om vier uur klaar'))
})

test('bakens stand beside the fields of the call, as a list of their own', async () => {
  const { pool } = desk.parts.database
  await pool.query(
    `insert into practices.field (vocabulary, slug, code, name, position)
     values ('bakens', 'baken-1', '1', 'Gericht op de vraag', 1), ('bakens', 'baken-2', '2', 'Eigen kracht', 2)`,
  )
  desk.parts.cache.clear()
  const page = (await editor.get(`${url}/gegevens`)).text
  assert.match(page, /Welke bakens zie je erin terug/)
  const facts = { titel: 'De soepfiets', zin: 'Vrijwilligers brengen soep.', organisatie: 'Welzijn De Vlier' }
  const rest = {
    soort: 'welfare',
    gemeente: 'Groningen',
    begonnen: '2024-03-01',
    thema: 'jongeren',
    'velden[]': 'begeleiding',
  }
  const form = { ...facts, ...rest, versie: versionOf(page) }
  assert.match(
    (await editor.post(`${url}/gegevens`, { ...form, 'bakens[]': 'begeleiding' })).text,
    /Kies uit de bakens/,
  )
  assert.equal((await editor.post(`${url}/gegevens`, { ...form, 'bakens[]': ['baken-2'] })).status, 303)
  assert.deepEqual((await desk.now()).fields, ['begeleiding', 'baken-2'])
  assert.match((await editor.get(`${url}/gegevens`)).text, /value="baken-2"[^>]*checked/)
  desk.parts.cache.clear()
  const shown = (await desk.visitor.get('/praktijken/de-soepfiets')).text
  assert.match(shown, /Veld<\/dt>[\s\S]{0,80}Veld begeleiding[\s\S]*Bakens<\/dt>[\s\S]{0,80}Eigen kracht/)
})
