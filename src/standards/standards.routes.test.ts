import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { extractText } from 'unpdf'
import { openRoom, type Room } from './standards.sample.ts'

let room: Room
let read: Room['read']

before(async () => {
  room = await openRoom()
  read = room.read
})
after(() => room.close())

const count = (text: string) => Number(/<strong>(\d+) gevonden/.exec(text)?.[1])

test('the databank shows what holds now, and on request what was replaced', async () => {
  const cases: [string, number][] = [
    ['/kenmerken', 5],
    ['/kenmerken?geldt=alles', 10],
    ['/kenmerken?status=vervangen', 5],
    ['/kenmerken?status=consultatie', 0],
    ['/kenmerken?status=alles', 10],
    ['/kenmerken?zoek=&over=&voor=&thema=&lens=&versie=&geldt=nu', 5],
    ['/kenmerken?versie=kwaliteitsstandaarden/2010&geldt=alles', 5],
    ['/kenmerken?versie=kwaliteitsstandaarden/2010', 0],
    ['/kenmerken?thema=nergens', 0],
    ['/kenmerken?over=onzin&lens=onzin', 5],
  ]
  for (const [path, expected] of cases) assert.equal(count(await read(path)), expected, path)
})

test('proposals are named only where there are any', async () => {
  assert.match(await read('/kenmerken?status=alles'), /10 gevonden<\/strong>, ook oudere versies</)
})

test('a lens keeps what says something about it, and shows those words with each', async () => {
  const text = await read('/kenmerken?lens=doelmatigheid')
  assert.equal(count(text), 5)
  const { rows } = await room.parts.database.pool.query<{ words: string; other: string }>(
    `select body->'lenses'->>'doelmatigheid' as words, body->'lenses'->>'duurzaamheid' as other
       from standards.text where body->>'slug' = 'op-de-vraag-af' order by version desc limit 1`,
  )
  assert.ok(rows[0] && text.includes(rows[0].words) && !text.includes(rows[0].other))
  assert.match(text, /<option value="doelmatigheid" selected/)
})

test('themes begin with a capital as Dutch writes it', async () => {
  const text = await read('/kenmerken?geldt=alles')
  assert.match(text, />Eén plan \(\d+\)</)
  assert.doesNotMatch(text, />[ÉÈ]én/)
})

test('a handreiking says what it is about, with whom it was made, its year and its themes', async () => {
  const text = await read('/handreikingen/kwaliteitskenmerken/2013')
  const said = (term: string) => new RegExp(`<dt[^>]*>${term}</dt>\\s*<dd[^>]*>([^<]+)<`).exec(text)?.[1] ?? ''
  const { rows } = await room.parts.database.pool.query<{ scope: string; with: string[] }>(
    `select t.body->>'scope' as scope, t.body->'madeWith' as with from standards.framework f
       join standards.text t on t.subject = f.id where f.slug = 'kwaliteitskenmerken' order by version desc limit 1`,
  )
  assert.equal(said('Waar het over gaat'), rows[0]?.scope)
  for (const who of rows[0]?.with ?? ['nobody']) assert.ok(said('Met wie gemaakt').includes(who), who)
  assert.ok(said('Thema’s').length > 10)
  assert.match(
    text,
    /<dt[^>]*>Vervangt<\/dt>\s*<dd[^>]*><a href="\/handreikingen\/kwaliteitsstandaarden\/2010">[^<]+\(2010\)</,
  )
  assert.doesNotMatch(await read('/handreikingen/kwaliteitsstandaarden/2010'), />Vervangt</)
  assert.match(text, /2013/)
})

test('two lists beside each other: one page whichever is named first; a list beside itself is that list', async () => {
  const there = '/handreikingen/kwaliteitsstandaarden/2010/naast/kwaliteitskenmerken/2013'
  const beside = await read(there)
  assert.match(beside, /Wat er van elk onderdeel is geworden/)
  assert.doesNotMatch(beside, /Wat er anders staat/, 'two lists hold other standards, which are read whole')
  const back = await room.visitor.get('/handreikingen/kwaliteitskenmerken/2013/naast/kwaliteitsstandaarden/2010')
  assert.deepEqual([back.status, back.location], [301, there])
  const same = await room.visitor.get('/handreikingen/kwaliteitskenmerken/2013/naast/kwaliteitskenmerken/2013')
  assert.deepEqual([same.status, same.location], [301, '/handreikingen/kwaliteitskenmerken/2013'])
})

test('the list of lenses bears the words of the glossary', async () => {
  assert.match(await read('/begrippen/lenzen'), /<h1[^>]*>Vier manieren om ernaar te kijken/)
})

test('a misspelt word is found, and the best hit comes first', async () => {
  assert.match(
    (await read('/kenmerken?zoek=eigen+kragt')).split('class="standards__name"')[1] ?? '',
    /eigen-kracht-versterken/,
  )
  assert.match(await read('/kenmerken?zoek=eigen+kragt'), /Precies zo staat het nergens\. Dit lijkt erop:/)
  const nothing = await read('/kenmerken?zoek=xyzzyx')
  assert.match(nothing, /Niets gevonden\. Probeer één woord/)
  assert.match(nothing, /href="\/zoeken\?q=xyzzyx"/)
  assert.match(await read('/kenmerken?zoek=xyzzyx&over=dienst'), /Niets gevonden\. Kies minder/)
})

test('a count beside a facet is what you get', async () => {
  const text = await read('/kenmerken?geldt=alles')
  const shown = [...text.matchAll(/<option value="([^"]+)"[^>]*>([^<]+) \((\d+)\)<\/option>/g)]
  assert.ok(shown.length > 8)
  assert.deepEqual(
    shown
      .filter(([, value]) => /^(geldt|consultatie|vervangen|alles)$/.test(value ?? ''))
      .map(([, , , number]) => number),
    ['5', '0', '5', '10'],
  )
  for (const [, value = '', , number = ''] of shown) {
    const name = /^(geldt|consultatie|vervangen|alles)$/.test(value)
      ? 'status'
      : value.includes('/')
        ? 'versie'
        : undefined
    if (!name) continue
    const query = new URLSearchParams({ status: 'alles', [name]: value })
    assert.equal(count(await read(`/kenmerken?${query}`)), Number(number), value)
  }
})

test('a standard has one address, on the shelf of its own list', async () => {
  const answer = await room.visitor.get('/kenmerken/respectvol-bejegenen')
  assert.equal(answer.status, 301)
  assert.equal(answer.location, '/kwaliteitsstandaarden/respectvol-bejegenen')
  const text = await read('/kwaliteitsstandaarden/eigen-regie-versterken')
  assert.match(text, /Deze tekst is vervangen/)
  assert.match(text, /href="\/kenmerken\/eigen-kracht-versterken"/)
  await read('/kenmerken/nergens', 404)
  await read('/kenmerken/eigen-kracht-versterken?versie=1999', 404)
})

test('every page with a standard says that nobody is obliged, and gives the fixed link', async () => {
  for (const path of [
    '/kenmerken',
    '/kenmerken/op-de-vraag-af',
    '/kenmerken/op-de-vraag-af/gesprekskaart',
    '/kwaliteitsstandaarden/respectvol-bejegenen',
    '/handreikingen/kwaliteitskenmerken/2013',
    '/handreikingen/kwaliteitsstandaarden/2010/naast/kwaliteitskenmerken/2013',
    '/wat-mag-je-verwachten',
    '/wat-mag-je-verwachten/op-de-vraag-af',
  ])
    assert.match(await read(path), /Geen verplicht kader\./, path)
  assert.match(await read('/kenmerken/op-de-vraag-af'), /\/id\/[0-9a-f-]{36}\/1</)
  const [origin = ''] = /\/herkomst\/[0-9a-f-]{36}/.exec(await read('/kenmerken/op-de-vraag-af')) ?? []
  assert.ok(
    (await read('/wat-mag-je-verwachten/op-de-vraag-af')).includes(`href="${origin}"`),
    'an inwoner asks it too',
  )
})

test('a fixed link keeps its number and shows the words under their headings', async () => {
  const [, fixed = ''] = /(\/id\/[0-9a-f-]{36}\/1)</.exec(await read('/kenmerken/op-de-vraag-af')) ?? []
  const text = await read(fixed)
  for (const words of [
    'Dit is de nieuwste versie',
    'Dit is versie 1 van 1.',
    'Van drie kanten bekeken',
    'Praat erover',
  ])
    assert.ok(text.includes(words), words)
  const whole = await read(/href="(\/herkomst[^"]+)"/.exec(await read('/kenmerken/op-de-vraag-af'))?.[1] ?? '')
  assert.match(whole, /hoort hierbij|bouwt hierop|verwijst hiernaar/)
})

test('documents are PDF/UA', async () => {
  for (const path of [
    '/handreikingen/kwaliteitskenmerken/2013/pdf',
    '/kwaliteitsstandaarden/respectvol-bejegenen/gesprekskaart/pdf',
  ]) {
    const answer = await room.visitor.get(path)
    assert.equal(answer.headers.get('content-type'), 'application/pdf')
    assert.equal(answer.bytes.subarray(0, 5).toString(), '%PDF-')
    assert.match(answer.bytes.toString('latin1'), /pdfuaid/)
  }
  const { bytes } = await room.visitor.get('/handreikingen/kwaliteitskenmerken/2013/pdf')
  const { text } = await extractText(new Uint8Array(bytes), { mergePages: true })
  assert.match(text, /Vervangt\s+Handreiking Professioneel Ondersteunen \(2010\)/)
})
