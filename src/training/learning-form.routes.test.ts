import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { readFeed } from '../../test/feed.ts'
import { type Caller, type House, openHouse, testMoment } from '../../test/house.ts'
import { itemId } from '../thread/index.ts'

/** A clock that can be moved. */
const now = new Date(testMoment)
let house: House
let editor: Caller
let visitor: Caller
before(async () => {
  house = await openHouse({ now })
  ;[editor, visitor] = await Promise.all([house.as('editor'), house.as('visitor')])
})
after(() => house.close())

const desk = '/redactie/scholing/leervormen'
const text = {
  titel: 'Wandelen met een vraag',
  zin: 'Loop een half uur buiten en denk hardop.',
  kosten: 'gratis',
  tijd: 'een half uur',
  waar: 'buiten',
  mensen: 'met zijn tweeën',
  stappen: '1. Kies één vraag.\n2. Loop en denk hardop.\n3. Draai om en luister.',
  vragen: 'Wat wil je straks anders doen?',
  letop: 'Wat je hoort, blijft tussen jullie twee.',
  'sterkte_eigen-kracht-versterken': 'practice',
  'sterkte_op-de-vraag-af': 'introduction',
  'sterkte_binden-en-verbinden': '',
  'sterkte_integraal-werken': '',
  'sterkte_signaleren-en-agenderen': '',
  versie: '0',
}

const html = async (caller: Caller, path: string) => {
  const answer = await caller.get(path)
  assert.equal(answer.status, 200, path)
  return answer.text()
}

async function begin(titel = text.titel): Promise<{ at: string; page: string }> {
  const made = await editor.send('POST', desk, { ...text, titel })
  assert.equal(made.status, 303)
  const at = made.headers.get('location') ?? ''
  const { rows } = await house.database.pool.query('select slug from training.learning_form where id = $1', [
    at.split('/').at(-1),
  ])
  return { at, page: `/scholing/leervormen/${rows[0].slug}` }
}

const post = async (path: string, form: Record<string, string> = {}) => {
  const answer = await editor.send('POST', path, form)
  assert.equal(answer.status, 303, path)
  return answer.headers.get('location') ?? ''
}
const versionOf = async (at: string) => /name="versie" value="(\d+)"/.exec(await html(editor, at))?.[1] ?? ''
const idOf = async (page: string) => {
  const { rows } = await house.database.pool.query('select id, item from training.learning_form where slug = $1', [
    page.split('/').at(-1),
  ])
  return rows[0] as { id: string; item: string }
}

test('a draft is for editors alone; once on the site everyone finds it, through every door', async () => {
  const { at, page } = await begin()
  assert.match(await html(editor, at), /Alleen de redactie ziet dit/)
  assert.match(await html(editor, `${at}/voorbeeld`), /zo ziet een bezoeker de leervorm[\s\S]*Kies één vraag\./)
  assert.match(await html(editor, desk), /Wandelen met een vraag[\s\S]*concept/)
  assert.equal((await visitor.get(page)).status, 404)
  assert.doesNotMatch(await html(visitor, '/scholing/leervormen'), /Wandelen met een vraag/)
  assert.equal((await visitor.get(`/api/v1${page.replace('/scholing', '')}`)).status, 404)

  await post(`${at}/publicatie`)
  // Twice is once.
  await post(`${at}/publicatie`)
  const shown = await html(visitor, page)
  assert.match(shown, /<li>Kies één vraag\.<\/li>/)
  assert.match(shown, /Eigen kracht versterken[\s\S]*oefenen[\s\S]*Op de vraag af[\s\S]*kennismaken/)
  assert.match(shown, /Geen verplicht kader/)
  const { id, item } = await idOf(page)
  const blocks = [...shown.matchAll(/<script type="application\/ld\+json">(.*?)<\/script>/g)].map(([, one = '']) => one)
  const data = JSON.parse(blocks.find((one) => one.includes('LearningResource')) ?? '{}')
  assert.equal(data['@id'], `${house.config.baseUrl}/id/${item}`)
  assert.equal(data.teaches.length, 2)
  assert.match(await html(visitor, '/scholing/leervormen'), /Wandelen met een vraag/)
  assert.match(await html(visitor, '/zoeken?q=hardop'), /Wandelen met een vraag/)
  assert.match(await html(visitor, '/sitemap.xml'), new RegExp(`${page}</loc><lastmod>2026-11-23`))
  assert.match(await html(visitor, `/herkomst/${item}`), /Eigen kracht versterken/)
  assert.match(await html(visitor, '/open-data/leervormen.csv'), new RegExp(`${id},[^\n]*oefenen\\|kennismaken`))
  const { leervormen, totaal } = JSON.parse(await html(visitor, '/api/v1/leervormen'))
  assert.equal(totaal, 4)
  const told = leervormen.find((one: { id: string }) => one.id === id)
  assert.deepEqual(
    told.kenmerken.map(({ slug, sterkte }: { slug: string; sterkte: string }) => [slug, sterkte]),
    [
      ['eigen-kracht-versterken', 'oefenen'],
      ['op-de-vraag-af', 'kennismaken'],
    ],
  )
  const one = JSON.parse(await html(visitor, `/api/v1${page.replace('/scholing', '')}`))
  assert.equal(one.letOp, text.letop)
})

test('it stands with its kenmerk, and news readers hear of it, by kenmerk too', async () => {
  const { at, page } = await begin('Een middag ruilen')
  const shown = new RegExp(`href="${page}"[\\s\\S]*Hier oefen je met dit kenmerk\\.[\\s\\S]*gratis · een half uur`)
  assert.doesNotMatch(await html(visitor, '/kenmerken/eigen-kracht-versterken'), shown)
  const feed = async (query = '') => readFeed(await html(visitor, `/leervormen.atom${query}`))
  const all = (await feed()).entries.length
  now.setTime(now.getTime() + 60_000)
  await post(`${at}/publicatie`)
  assert.match(await html(visitor, '/kenmerken/eigen-kracht-versterken'), shown)
  assert.match(await html(visitor, '/kenmerken/eigen-kracht-versterken'), /bij een opleider of van elkaar/)
  const { entries, id, links } = await feed()
  assert.equal(entries.length, all + 1)
  assert.ok(entries[0]?.href.endsWith(page), 'what came last is first')
  assert.ok(links.some(({ rel, href }) => rel === 'self' && href.endsWith('/leervormen.atom')))
  const few = await feed('?kenmerk=signaleren-en-agenderen')
  assert.deepEqual(
    few.entries.map(({ href }) => href.split('/').at(-1)),
    ['kijkwijzer'],
  )
  assert.notEqual(few.id, id)
  assert.deepEqual((await feed('?kenmerk=weg')).entries, entries, 'what we do not know narrows nothing')
  assert.match(await html(visitor, '/scholing/leervormen'), /rel="alternate"[^>]*href="\/leervormen\.atom"/)
  await post(`${at}/archief`)
  assert.equal((await feed()).entries.length, all)
})

test('what changes on the site is live at once and logged; of two editors the second sees both texts', async () => {
  const { at, page } = await begin('Samen lezen')
  const draft = await versionOf(at)
  await post(at, { ...text, titel: 'Samen lezen', tijd: 'een uur', versie: draft })
  await post(`${at}/publicatie`)
  assert.match(await html(editor, `${at}/wijzigingen`), /Er veranderde nog niets sinds de leervorm op de site staat/)

  const version = await versionOf(at)
  const better = { ...text, titel: 'Samen lezen', tijd: 'anderhalf uur', 'sterkte_integraal-werken': 'deepening' }
  assert.equal(await post(at, { ...better, versie: version }), `${at}?bewaard=ja`)
  assert.match(await html(visitor, page), /anderhalf uur[\s\S]*Integraal werken[\s\S]*verdiepen/)
  const log = await html(editor, `${at}/wijzigingen`)
  assert.match(log, /Yusuf Kaya[\s\S]*Duur[\s\S]*een uur[\s\S]*anderhalf uur/)
  assert.match(log, /Oefent met[\s\S]*Integraal werken: verdiepen/)

  const late = await editor.send('POST', at, { ...text, titel: 'Samen lezen', tijd: 'twee uur', versie: version })
  assert.equal(late.status, 409)
  const both = await late.text()
  assert.match(both, /Een collega bewaarde dit terwijl jij schreef[\s\S]*anderhalf uur[\s\S]*twee uur/)
  assert.match(both, /name="tijd"[^>]*value="twee uur"/)
  assert.match(await html(visitor, page), /anderhalf uur/)
  // What the page then offers goes through: nobody's words are lost, and somebody decides.
  const next = /name="versie" value="(\d+)"/.exec(both)?.[1] ?? ''
  await post(at, { ...text, titel: 'Samen lezen', tijd: 'twee uur', versie: next })
  assert.match(await html(visitor, page), /twee uur/)
})

test('a copy is a draft of its own; to the archive and back without being asked again', async () => {
  const { at, page } = await begin('Een goed gesprek')
  await post(`${at}/publicatie`)
  const copied = await post(`${at}/kopie`)
  assert.notEqual(copied, at)
  assert.match(await html(editor, copied), /value="Een goed gesprek \(kopie\)"[\s\S]*Kies één vraag/)
  assert.match(await html(editor, copied), /Alleen de redactie ziet dit/)

  const { item } = await idOf(page)
  await post(`${at}/archief`)
  assert.equal((await visitor.get(page)).status, 404)
  assert.doesNotMatch(await html(visitor, '/scholing/leervormen'), /Een goed gesprek/)
  assert.doesNotMatch(
    await html(visitor, '/zoeken?q="goed+gesprek"'),
    /href="\/scholing\/leervormen\/een-goed-gesprek"/,
  )
  assert.doesNotMatch(await html(visitor, '/sitemap.xml'), /een-goed-gesprek/)
  // Putting on the site what lies in the archive brings nothing back.
  await post(`${at}/publicatie`)
  assert.equal((await visitor.get(page)).status, 404)
  assert.match(await html(editor, at), /Zet terug op de site/)
  await post(`${at}/archief/einde`)
  assert.match(await html(visitor, page), /Een goed gesprek/)
  assert.equal((await idOf(page)).item, item, 'its place stays')

  // A draft comes back as a draft.
  await post(`${copied}/archief`)
  await post(`${copied}/archief/einde`)
  assert.match(await html(editor, copied), /Alleen de redactie ziet dit/)
})

test('two of one name have addresses of their own', async () => {
  const [one, other] = [await begin('Dubbel'), await begin('Dubbel')]
  assert.equal(one.page, '/scholing/leervormen/dubbel')
  assert.match(other.page, /^\/scholing\/leervormen\/dubbel-[0-9a-f]{8}$/)
})

test('every fault is a sentence beside its field, and what was typed stays', async () => {
  const wrong = { ...text, titel: '', stappen: 'Maar één', 'sterkte_eigen-kracht-versterken': '' }
  const { at } = await begin('Om te bederven')
  for (const path of [desk, at]) {
    const answer = await editor.send('POST', path, { ...wrong, 'sterkte_op-de-vraag-af': '', tijd: 'heel lang' })
    assert.equal(answer.status, 400)
    const page = await answer.text()
    for (const sentence of [
      'Geef de leervorm een naam.',
      'Schrijf minstens drie stappen, elk op een eigen regel.',
      'Kies bij minstens één kenmerk hoe sterk je ermee oefent.',
    ])
      assert.ok(page.includes(sentence), sentence)
    assert.match(page, /value="heel lang"[\s\S]*>Maar één</)
  }
  assert.match(await html(editor, at), /value="Om te bederven"/)
})

test('what belongs to the site says so, until an editor writes in it', async () => {
  const at = `${desk}/${(await idOf('intervisie')).id}`
  assert.match(await html(editor, at), /Deze tekst hoort bij de site zelf/)
  const page = await html(editor, at)
  const field = (name: string) => new RegExp(`name="${name}"[^>]*value="([^"]*)"`).exec(page)?.[1] ?? ''
  const area = (name: string) => new RegExp(`name="${name}"[^>]*>([^<]*)<`).exec(page)?.[1] ?? ''
  const typed = {
    ...Object.fromEntries(['titel', 'kosten', 'tijd', 'waar', 'mensen', 'versie'].map((name) => [name, field(name)])),
    ...Object.fromEntries(['zin', 'stappen', 'vragen', 'letop'].map((name) => [name, area(name)])),
    ...{ 'sterkte_eigen-kracht-versterken': 'practice', 'sterkte_integraal-werken': 'practice' },
  }
  // As it stood: nothing was changed, so the words stay those of the site.
  await post(at, typed)
  assert.match(await html(editor, at), /Deze tekst hoort bij de site zelf/)
  await post(at, { ...typed, kosten: 'niets', versie: await versionOf(at) })
  assert.doesNotMatch(await html(editor, at), /Deze tekst hoort bij de site zelf/)
  assert.match(await html(visitor, '/scholing/leervormen/intervisie'), /niets/)
})

test('a standard with a new text is asked about, until an editor says that it holds', async () => {
  const { at } = await begin('Nog een keer kijken')
  await post(`${at}/publicatie`)
  assert.doesNotMatch(await html(editor, '/redactie'), /Leervormen: klopt dit nog/)
  const standard = itemId('standard', 'op-de-vraag-af')
  // As if it was said of an earlier text.
  await house.database.pool.query(
    `update training.practising set revision = (select id from thread.revision where item <> $2 limit 1)
     where learning_form = $1 and standard = $2`,
    [at.split('/').at(-1), standard],
  )
  assert.match(await html(editor, '/redactie'), /Leervormen: klopt dit nog\? \(1\)/)
  assert.match(await html(editor, desk), /Klopt dit nog\? “Op de vraag af” kreeg een nieuwe tekst/)
  assert.match(await html(editor, at), /Als je bewaart, zeg je dat het klopt/)
  await post(at, { ...text, titel: 'Nog een keer kijken', versie: await versionOf(at) })
  assert.doesNotMatch(await html(editor, '/redactie'), /Leervormen: klopt dit nog/)
  const { rows } = await house.database.pool.query(
    `select newest.id = link.to_revision as newest from thread.link
     join training.learning_form as form on form.item = link.from_item
     join thread.item on item.id = link.to_item
     join thread.revision as newest on newest.item = item.id and newest.number = item.latest
     where form.id = $1 and link.ended_at = 'infinity'`,
    [at.split('/').at(-1)],
  )
  assert.deepEqual(rows, [{ newest: true }, { newest: true }])
})

test('the same form twice makes one learning form', async () => {
  const form: [string, string][] = Object.entries({ ...text, titel: 'Maar één keer', _nonce: 'leervorm-een-keer-zo' })
  const [first, second] = [await editor.send('POST', desk, form), await editor.send('POST', desk, form)]
  assert.deepEqual([first.status, second.headers.get('location')], [303, first.headers.get('location')])
  const { rows } = await house.database.pool.query(
    `select count(*)::int as n from training.learning_form where title = 'Maar één keer'`,
  )
  assert.deepEqual(rows, [{ n: 1 }])
})

test('nobody else comes at the desk', async () => {
  const { at } = await begin('Alleen voor de redactie')
  for (const role of ['provider', 'professional', 'chair', 'registrar'] as const) {
    const other = await house.as(role)
    for (const path of [desk, `${desk}/nieuw`, at, `${at}/voorbeeld`, `${at}/wijzigingen`])
      assert.equal((await other.get(path)).status, 404, `${role} ${path}`)
    for (const path of [desk, at, `${at}/publicatie`, `${at}/kopie`, `${at}/archief`, `${at}/archief/einde`])
      assert.equal((await other.send('POST', path, text)).status, 404, `${role} ${path}`)
  }
  assert.match(await html(editor, at), /Alleen de redactie ziet dit/)
})
