import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Visit } from '../../test/parts.ts'
import { people } from '../../test/world.ts'
import { publishRevision, withdrawUtterance } from '../thread/index.ts'
import { currentStandards, type StandardCard } from './card.store.ts'
import { standardForm as form, openRoom, type Room } from './standards.sample.ts'

// One draft on its way from copy to publication: the tests follow each other.
let room: Room
let read: Room['read']
let first: Visit
let second: Visit
let asked: StandardCard
let draft = ''
let overtaken = ''

before(async () => {
  room = await openRoom()
  read = room.read
  first = await room.as(people.yusuf.id, '/redactie/kenmerken')
  second = await room.as(people.saskia.id, '/redactie/kenmerken')
  const found = (await currentStandards(room.parts.database.db)).find(({ slug }) => slug === 'op-de-vraag-af')
  assert.ok(found)
  asked = found
  await publishRevision(room.parts.database.db, {
    kind: 'line',
    title: 'Ik ga naar mensen toe.',
    summary: 'Een zin.',
    body: {},
    url: '/reflectie',
    by: null,
    at: room.parts.clockAt.now,
    links: [{ kind: 'asks about', item: asked.item }],
  })
})
after(() => room.close())

test('a draft begins as a copy and stays hidden', async () => {
  const list = (await first.get('/redactie/kenmerken')).text
  const from = /<option value="([0-9a-f-]{36})"/.exec(list)?.[1] ?? ''
  const begun = await first.post('/redactie/kenmerken/versies', {
    van: from,
    jaar: '2027',
  })
  assert.equal(begun.status, 303)
  draft = begun.location
  const again = await first.post('/redactie/kenmerken/versies', {
    van: from,
    jaar: '2027',
  })
  assert.equal(again.status, 400)
  assert.match(again.text, /Er is al een versie 2027/)
  const rival = await first.post('/redactie/kenmerken/versies', { van: from, jaar: '2028' })
  assert.equal(rival.status, 303)
  overtaken = rival.location
  await read('/handreikingen/kwaliteitskenmerken/2027', 404)
  const { normen } = JSON.parse(await read('/api/v1/normen'))
  const { id } = normen.find(({ naam }: { naam: string }) => naam === 'Op de vraag af')
  const { overgangen } = JSON.parse(await read(`/api/v1/normen/${id}`))
  assert.ok(overgangen.every(({ naar }: { naar: { id: string }[] }) => naar.some((one) => one.id === id)))
  assert.equal((await first.get(`${draft}x`)).status, 404)
})

const textUrl = async () => {
  const page = (await first.get(draft)).text
  return /href="([^"]+\/teksten\/[0-9a-f-]{36})"[^>]*>K2/.exec(page)?.[1] ?? ''
}

test('a code that is taken and a year that is past are refused with the way out', async () => {
  const double = await first.post(await textUrl(), form({ code: 'k1' }))
  assert.equal(double.status, 400)
  assert.match(double.text, /Code K1 is al van ‘Eigen kracht versterken’/)
  const from = /<option value="([0-9a-f-]{36})"/.exec((await first.get('/redactie/kenmerken')).text)?.[1] ?? ''
  const past = await first.post('/redactie/kenmerken/versies', { van: from, jaar: '2013' })
  assert.match(past.text, /Vul een jaar in na 2013\./)
})

test('a form with faults keeps what was typed and saves nothing', async () => {
  const answer = await first.post(
    await textUrl(),
    form({
      naam: '',
      vragen: 'Een?',
      aansluiting: 'zomaar',
      kern: 'Bewaar mij',
    }),
  )
  assert.equal(answer.status, 400)
  const page = answer.text
  for (const words of ['Geef een naam.', 'Schrijf vier tot zes vragen op.', 'lijst/begrip: toelichting', 'Bewaar mij'])
    assert.ok(page.includes(words), words)
  const unknown = await first.post(await textUrl(), form({ aansluiting: 'bakens/nergens: x' }))
  assert.match(unknown.text, /bakens\/nergens/)
})

test('whoever wrote so long that the second step lapsed gets the text back, not saved, on the page it was written on', async () => {
  const { pool } = room.parts.database
  const writing = await textUrl()
  await first.get(writing)
  const kern = 'Je gaat erheen, je luistert, en je schreef hier een uur aan.'
  await pool.query('update house.session set second_factor_at = null where subject = $1', [people.yusuf.id])
  const late = await first.post(writing, form({ kern }))
  assert.equal(late.status, 303)
  const verder = new URL(late.location, 'http://x').searchParams.get('verder') ?? ''
  assert.match(late.location, /^\/inloggen\/tweede-stap\?/)
  const again = await first.get(verder)
  assert.equal(
    again.location,
    `/inloggen/tweede-stap?${new URLSearchParams({ verder })}`,
    'there is still a step to take',
  )
  await pool.query('update house.session set second_factor_at = $2 where subject = $1', [
    people.yusuf.id,
    room.parts.clockAt.now,
  ])
  const page = await first.get(verder)
  assert.equal(page.status, 200)
  assert.match(page.text, /Wat je typte, is er nog/)
  assert.ok(page.text.includes(kern))
  assert.doesNotMatch((await first.get(writing)).text, /schreef hier een uur aan/, 'nothing was saved by itself')
})

test('of two who write at once, the second sees both texts', async () => {
  assert.equal((await first.post(await textUrl(), form())).status, 303)
  const late = await second.post(await textUrl(), form({ kern: 'Mijn eigen zin.' }))
  assert.equal(late.status, 409)
  const page = late.text
  assert.ok(page.includes('Je gaat erheen en luistert.') && page.includes('Mijn eigen zin.'))
  assert.match(page, /name="versie" value="2"/)
})

test('nobody publishes before the impact is dealt with, and the writer never', async () => {
  const early = await second.post(`${draft}/publicatie`, {})
  assert.equal(early.status, 400)
  assert.match(early.text, /wacht nog één gevolg/)
  assert.match(early.text, /Er is nog geen consultatie geweest\./)
  assert.match(early.text, /overgang van de oude naar de nieuwe lijst klopt nog niet/)
  assert.equal((await first.post(`${draft}/publicatie`, {})).status, 404)
})

test('what was left out comes back only while its code is free', async () => {
  const page = (await first.get(overtaken)).text
  const at = (code: string) => new RegExp(`href="([^"]+/teksten/[0-9a-f-]{36})"[^>]*>${code}`).exec(page)?.[1] ?? ''
  const [left, other] = [at('K2'), at('K3')]
  assert.equal((await first.post(`${left}/weglating`, {})).status, 303)
  const taken = form({ naam: 'Binden en verbinden', code: 'k2' })
  assert.equal((await first.post(other, taken)).status, 303)
  const refused = await first.post(`${left}/terug`, {})
  assert.equal(refused.status, 409)
  assert.match(refused.text, /‘Op de vraag af’ kan niet terug, want code K2 is nu van ‘Binden en verbinden’/)
  assert.equal((await first.post(other, { ...taken, versie: '2', code: 'K3' })).status, 303)
  assert.equal((await first.post(`${left}/terug`, {})).status, 303)
  assert.match((await first.get(overtaken)).text, />K2/)
})

test('the crosswalk is made anew from the texts', async () => {
  assert.match(
    (await first.get(`${draft}/overgang`)).text,
    /Dit klopt nog niet[\s\S]*“Op de vraag af” is niet gelijk gebleven: de tekst is veranderd/,
    'a row that says nothing changed is named where it can be mended',
  )
  assert.equal((await first.post(`${draft}/overgang/voorstel`, {})).status, 400)
  assert.equal((await first.post(`${draft}/overgang/voorstel`, { versie: '1' })).status, 303)
  const page = (await first.get(`${draft}/overgang`)).text
  assert.match(page, /<option value="reworded" selected/)
  assert.match(page, /<details class="disclosure">\s*<summary[^>]*>Rij 1\. /, 'a finished row is folded to its line')
  assert.match(page, /Rij 6\. nog leeg/)
  const wrong = await first.post(`${draft}/overgang`, {
    versie: '2',
    verantwoording: 'Van ons.',
    'soort-0': 'split',
    'van-0[]': ['op-de-vraag-af'],
    'naar-0[]': ['op-de-vraag-af'],
  })
  assert.equal(wrong.status, 303)
  assert.match((await first.get(draft)).text, /Klopt nog niet/)
  assert.match(
    (await first.get(`${draft}/overgang`)).text,
    /<details class="disclosure" open[^>]*>\s*<summary[^>]*>Rij 1\. Uit elkaar gehaald/,
    'a row that does not fit stands open',
  )
  const late = await first.post(`${draft}/overgang`, { versie: '2', verantwoording: 'Van mij.' })
  assert.equal(late.status, 409)
  assert.match(late.text, /Uit elkaar gehaald: van Op de vraag af naar Op de vraag af/)
  assert.match(late.text, /Van mij\./)
  assert.equal((await first.post(`${draft}/overgang/voorstel`, { versie: '2' })).status, 409)
  assert.equal((await first.post(`${draft}/overgang/voorstel`, { versie: '3' })).status, 303)
})

test('during a consultation everyone reads, who is signed in reacts, and nobody writes', async () => {
  const past = await first.post(`${draft}/consultaties`, {
    van: '2020-01-01',
    tot: '2026-11-30',
    vraag: 'Wat mist er?',
  })
  assert.equal(past.status, 400)
  const open = await first.post(`${draft}/consultaties`, {
    van: '2026-11-23',
    tot: '2026-11-23',
    vraag: 'Wat mist er?',
  })
  assert.equal(open.status, 303)
  const page = await read('/handreikingen/kwaliteitskenmerken/2027')
  assert.match(page, /Consultatie: dit is een voorstel/)
  assert.match(page, /name="robots" content="noindex"/)
  assert.match(await read('/kenmerken/op-de-vraag-af?versie=2027'), /Dit is een voorstel/)
  assert.match(await read('/kenmerken?status=alles'), /15 gevonden[\s\S]*voorstellen in consultatie/)
  assert.match(await read('/kenmerken?status=consultatie'), /5 gevonden[\s\S]*die nog niet gelden/)
  assert.match(await read('/kenmerken'), /In consultatie \(5\)[\s\S]*<strong>5 gevonden<\/strong>, alleen de nieuwste/)
  const uncompared = await read('/handreikingen/kwaliteitsstandaarden/2010/naast/kwaliteitskenmerken/2027')
  assert.match(uncompared, /Niemand heeft deze twee lijsten nog met elkaar vergeleken\./)
  assert.match(uncompared, /respectvol-bejegenen[\s\S]*op-de-vraag-af/, 'both stand there in full')
  assert.doesNotMatch(uncompared, /Wat er van elk onderdeel is geworden/)
  assert.equal((await first.post(await textUrl(), form({ versie: '2' }))).status, 404)
  const professional = await room.as(people.noor.id, '/handreikingen/kwaliteitskenmerken/2027')
  const empty = await professional.post('/handreikingen/kwaliteitskenmerken/2027/reacties', { reactie: ' ' })
  assert.equal(empty.status, 400)
  const words = 'Ik mis de mantelzorger.'
  const reacted = await professional.post('/handreikingen/kwaliteitskenmerken/2027/reacties', { reactie: words })
  assert.equal(reacted.status, 303)
  assert.ok((await first.get(draft)).text.includes(words))
  assert.ok(!(await read('/handreikingen/kwaliteitskenmerken/2027')).includes(words))
})

test('after the consultation the second editor decides and publishes', async () => {
  room.parts.clockAt.now = new Date('2026-11-24T10:00:00Z')
  const late = await room.as(people.noor.id, '/mijn/account')
  const tooLate = await late.post('/handreikingen/kwaliteitskenmerken/2027/reacties', {
    reactie: 'Ik was net te laat.',
  })
  assert.equal(tooLate.status, 410)
  assert.match(tooLate.text, /is gesloten[\s\S]*Ik was net te laat\./, 'the words are theirs to keep')
  const second = await room.as(people.saskia.id, draft)
  const impact = (await second.get(`${draft}/gevolgen`)).text
  const link = /name="koppeling\[\]" value="([0-9a-f-]{36})"/.exec(impact)?.[1] ?? ''
  assert.ok(impact.includes('Ik ga naar mensen toe.'))
  const bare = await second.post(`${draft}/gevolgen`, { 'koppeling[]': link })
  assert.equal(bare.status, 400)
  const none = await second.post(`${draft}/gevolgen`, { samen: 'ja', besluit: 'klopt', reden: 'Dit klopt nog.' })
  assert.equal(none.status, 400)
  assert.match(none.text, /Kies waarover je besluit/)
  assert.match(none.text, /Dit klopt nog\./)
  // Of a kind that nothing here is of, nothing is decided.
  const nothing = { 'soort[]': 'praktijk', besluit: 'klopt', reden: 'De praktijken blijven waar.' }
  assert.equal((await second.post(`${draft}/gevolgen`, nothing)).status, 303)
  assert.doesNotMatch((await second.get(`${draft}/gevolgen`)).text, /Over alles is besloten|Klopt nog<\/span>/)
  const decided = await second.post(`${draft}/gevolgen`, {
    'koppeling[]': link,
    besluit: 'klopt',
    reden: 'De zin blijft waar.',
  })
  assert.equal(decided.status, 303)
  const ready = (await second.get(draft)).text
  assert.match(ready, /Dit verandert er/)
  assert.match(
    ready,
    /Zo staat het er nu[\s\S]*Je gaat naar mensen toe[\s\S]*Zo komt het er te staan[\s\S]*Je gaat erheen en luistert/,
  )
  const published = await second.post(`${draft}/publicatie`, {})
  assert.equal(published.status, 303, published.text)
  assert.equal(published.location, '/handreikingen/kwaliteitskenmerken/2027?gepubliceerd=ja')
  assert.match((await second.get(published.location)).text, /Versie 2027 staat nu op de site/)
  assert.equal((await second.post(`${draft}/publicatie`, {})).status, 400)
})

test('the new edition holds, the old one is replaced and still there word for word', async () => {
  const cards = await currentStandards(room.parts.database.db)
  assert.deepEqual(
    cards.map(({ edition, number, slug }) => [edition, slug, number]),
    [
      ['2027', 'eigen-kracht-versterken', 1],
      ['2027', 'op-de-vraag-af', 2],
      ['2027', 'binden-en-verbinden', 1],
      ['2027', 'integraal-werken', 1],
      ['2027', 'signaleren-en-agenderen', 1],
    ],
  )
  assert.match(await read('/kenmerken/op-de-vraag-af'), /Je gaat erheen en luistert\./)
  assert.match(await read('/kenmerken/op-de-vraag-af?versie=2013'), /Je gaat naar mensen toe/)
  const fixed = await read(`/id/${asked.item}/1`)
  for (const words of ['Dit is versie 1 van 2.', 'Van drie kanten bekeken', 'Zo vul je het in', 'Gaat het anders?'])
    assert.ok(fixed.includes(words), words)
  assert.match(fixed, /Je gaat naar mensen toe/)
  assert.doesNotMatch(fixed, /Je gaat erheen en luistert\./)
  assert.match(await read(`/id/${asked.item}/2`), /Dit is de nieuwste versie/)
  assert.match(await read('/handreikingen/kwaliteitskenmerken/2013'), /Deze handreiking is vervangen/)
  assert.match(
    await read('/handreikingen/kwaliteitskenmerken/2013'),
    /href="\/kenmerken\/op-de-vraag-af\?versie=2013">Alles over/,
  )
  const beside = await read('/handreikingen/kwaliteitskenmerken/2013/naast/kwaliteitskenmerken/2027')
  assert.match(beside, /<title>Handreiking Maatschappelijke Ondersteuning \(2013\) naast [^<]+ \(2027\)/)
  assert.match(beside, /Anders verwoord/)
  assert.match(
    beside,
    /Wat er anders staat[\s\S]*Op de vraag af[\s\S]*In één zin[\s\S]*Alleen in 2013[\s\S]*Je gaat naar mensen toe[\s\S]*Alleen in 2027[\s\S]*Je gaat erheen en luistert/,
    'the words themselves, not only that they differ',
  )
  const { rows } = await room.parts.database.pool.query(
    `select to_revision = $1 as old, ended_at = 'infinity' as holds from thread.link where kind = 'asks about' and to_item = $2`,
    [asked.revision, asked.item],
  )
  assert.ok(rows.some((row) => !row.old && row.holds) && !rows.some((row) => row.old && row.holds))
})

test('a second draft of the same edition can no longer take its place', async () => {
  const second = await room.as(people.saskia.id, overtaken)
  const refused = await second.post(`${overtaken}/publicatie`, {})
  assert.equal(refused.status, 400)
  assert.match(refused.text, /is intussen vervangen\. Begin een concept op de versie die nu geldt\./)
})

test('without a consultation the second editor writes why, for everyone to read, until the words are taken back', async () => {
  const first = await room.as(people.yusuf.id, '/redactie/kenmerken')
  const second = await room.as(people.saskia.id, '/redactie/kenmerken')
  const list = (await first.get('/redactie/kenmerken')).text
  const from = /<option value="([0-9a-f-]{36})"[^>]*>[^<]*2027/.exec(list)?.[1] ?? ''
  const { location: spelling } = await first.post('/redactie/kenmerken/versies', { van: from, jaar: '2030' })
  const introduction = {
    versie: '1',
    titel: 'Handreiking zonder spelfout',
    versienaam: '2030',
    themas: 'contact',
    vooraf: 'Vooraf.',
    leeswijzer: 'Lees.',
    zoWel: 'Zo.',
    zoNiet: 'Zo niet.',
    verantwoording: 'Van ons.',
  }
  assert.equal((await first.post(`${spelling}/inleiding`, introduction)).status, 303)
  assert.match((await second.get(spelling)).text, /Er is nog geen consultatie geweest\.[\s\S]*name="reden"/)
  const bare = await second.post(`${spelling}/publicatie`, { reden: ' ' })
  assert.equal(bare.status, 400)
  assert.match(bare.text, /Schrijf in één zin waarom het zonder consultatie kan/)
  const long = await second.post(`${spelling}/publicatie`, { reden: 'a'.repeat(601) })
  assert.equal(long.status, 400)
  assert.match(long.text, /Houd de reden onder de 600 tekens\.[\s\S]*a{601}/)
  const words = 'Alleen een spelfout in het voorwoord.'
  assert.equal((await first.post(`${spelling}/publicatie`, { reden: words })).status, 404)
  const published = await second.post(`${spelling}/publicatie`, { reden: words })
  assert.equal(published.status, 303, published.text)
  const address = '/handreikingen/kwaliteitskenmerken/2030'
  assert.ok((await read(address)).includes(`Zonder consultatie. ${words}`))
  assert.doesNotMatch(await read('/handreikingen/kwaliteitskenmerken/2027'), /Zonder consultatie/)
  const { pool, db } = room.parts.database
  const { rows } = await pool.query('select waived_by as by, utterance from standards.waiver')
  assert.deepEqual(
    rows.map(({ by }) => by),
    [people.saskia.id],
  )
  await withdrawUtterance(db, rows[0].utterance, room.parts.clockAt.now)
  const after = await read(address)
  assert.ok(!after.includes(words))
  assert.match(after, /Zonder consultatie\. De reden is ingetrokken\./)
})
