import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { XMLParser, XMLValidator } from 'fast-xml-parser'
import { type House, openHouse } from '../../test/house.ts'

let house: House
before(async () => {
  house = await openHouse()
})
after(() => house.close())

async function text(path: string): Promise<string> {
  const answer = await (await house.as('visitor')).get(path)
  assert.equal(answer.status, 200, path)
  return answer.text()
}

interface Block {
  '@context': string
  '@type': string
  [name: string]: unknown
}

/** What a page says to machines, parsed back from its bytes. */
const blocksOf = (html: string): Block[] =>
  [...html.matchAll(/<script type="application\/ld\+json">([\s\S]*?)<\/script>/g)].map(([, data = '']) =>
    JSON.parse(data),
  )

const pages = [
  { path: '/kenmerken/eigen-kracht-versterken', types: ['BreadcrumbList', 'DefinedTerm'] },
  { path: '/handreikingen/kwaliteitskenmerken/2013', types: ['BreadcrumbList', 'DefinedTermSet'] },
  { path: '/praktijken/de-soeptafel', types: ['Article'], example: true },
  { path: '/scholing/de-kunst-van-het-wachten', types: ['Course'], example: true },
  { path: '/olympiades/aan-de-deur-en-aan-tafel/programma', types: ['Event'], example: true },
  { path: '/open-data', types: ['BreadcrumbList', 'DataCatalog'] },
  { path: '/privacy', types: ['BreadcrumbList'] },
  { path: '/scholing', types: ['BreadcrumbList'] },
]

for (const { path, types, example } of pages)
  test(`${path} tells machines ${types.join(' and ')}`, async () => {
    const blocks = blocksOf(await text(path))
    assert.deepEqual(
      blocks.map((block) => block['@type']),
      types,
    )
    for (const block of blocks) assert.equal(block['@context'], 'https://schema.org')
    if (example) assert.equal(blocks.at(-1)?.voorbeeld, true)
  })

test('the way to a page names every step; the last one is the page itself', async () => {
  const [way] = blocksOf(await text('/kenmerken/eigen-kracht-versterken'))
  const steps = way?.itemListElement as { position: number; name: string; item?: string }[]
  assert.deepEqual(
    steps.map(({ position, item }) => [position, item]),
    [
      [1, `${house.config.baseUrl}/`],
      [2, `${house.config.baseUrl}/kenmerken`],
      [3, undefined],
    ],
  )
})

test('a real practice and a real course say the way to them as well', async () => {
  const { pool } = house.database
  await pool.query(`update practices.listing set fictional = false where slug = 'zes-deuren'`)
  await pool.query(`update training.course set fictional = false where slug = 'mantelzorg-op-het-platteland'`)
  for (const [path, type] of [
    ['/praktijken/zes-deuren', 'Article'],
    ['/scholing/mantelzorg-op-het-platteland', 'Course'],
  ] as const) {
    const blocks = blocksOf(await text(path))
    assert.deepEqual(
      blocks.map((block) => block['@type']),
      ['BreadcrumbList', type],
    )
    assert.equal(blocks.at(-1)?.voorbeeld, undefined)
  }
})

test('every data set names its licence, its columns and its files', async () => {
  const catalogue = blocksOf(await text('/open-data')).at(-1)
  const sets = catalogue?.dataset as { license: string; variableMeasured: string[]; distribution: object[] }[]
  assert.equal(sets.length, 7)
  for (const set of sets) {
    assert.match(set.license, /creativecommons\.org\/licenses\/by\/4\.0/)
    assert.ok(set.variableMeasured.length > 5 && set.distribution.length === 2)
  }
})

test('the catalogue is served as linked data that anyone may fetch', async () => {
  const answer = await (await house.as('visitor')).get('/catalogus.jsonld')
  assert.match(answer.headers.get('content-type') ?? '', /^application\/ld\+json/)
  assert.equal(answer.headers.get('access-control-allow-origin'), '*')
  const catalogue = JSON.parse(await answer.text())
  assert.equal(catalogue['@type'], 'dcat:Catalog')
  const files: string[] = catalogue['dcat:dataset'].flatMap((set: { 'dcat:distribution': object[] }) =>
    set['dcat:distribution'].map((one) => Object(one)['dcat:accessURL']['@id']),
  )
  assert.ok(files.length > 10)
  for (const file of files) await text(file.slice(house.config.baseUrl.length))
})

test('every address of the sitemap stands, and what is published is among them', async () => {
  const xml = await text('/sitemap.xml')
  assert.equal(XMLValidator.validate(xml), true)
  const { baseUrl } = house.config
  const paths = [...xml.matchAll(/<loc>([^<]+)<\/loc>/g)].map(([, address = '']) => address.slice(baseUrl.length))
  assert.equal(new Set(paths).size, paths.length, 'each once')
  for (const path of [
    '/open-data',
    '/insluiten',
    '/begrippen/wmo2015',
    '/scholing/leervormen/intervisie',
    '/competenties',
  ])
    assert.ok(paths.includes(path), path)
  for (const path of paths) await text(path)
  assert.match(xml, /kenmerken\/integraal-werken<\/loc><lastmod>\d{4}-\d\d-\d\d<\/lastmod>/)
})

test('a browser learns how to search here, and gets suggestions while someone types', async () => {
  assert.match(
    await text('/'),
    /<link rel="search" type="application\/opensearchdescription\+xml"[^>]*href="\/opensearch\.xml"/,
  )
  const xml = await text('/opensearch.xml')
  assert.equal(XMLValidator.validate(xml), true)
  const { OpenSearchDescription: told } = new XMLParser({ ignoreAttributes: false, attributeNamePrefix: '' }).parse(xml)
  const templates: { type: string; template: string }[] = told.Url
  assert.ok(told.ShortName.length <= 16)
  for (const { template } of templates)
    await text(template.slice(house.config.baseUrl.length).replace('{searchTerms}', 'kracht'))
  const [typed, titles, kinds, addresses] = JSON.parse(await text('/zoeken/suggesties?q=eigen+kr'))
  assert.equal(typed, 'eigen kr')
  assert.ok(titles.includes('Eigen kracht versterken'), titles.join(', '))
  assert.equal(kinds.length, titles.length)
  await text(new URL(addresses[0]).pathname)
})

test('suggestions: part of a title, nothing made up unless asked, and signs are only signs', async () => {
  const titlesOf = async (query: string) => JSON.parse(await text(`/zoeken/suggesties?q=${query}`))[1]
  assert.deepEqual(await titlesOf('soep'), [])
  assert.ok((await titlesOf('soep&voorbeelden=ja')).length > 0)
  for (const odd of ['%25', '_', 'a', '', '%5C%25', '100%25']) assert.deepEqual(await titlesOf(odd), [], odd)
})
