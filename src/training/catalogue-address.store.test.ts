import assert from 'node:assert/strict'
import { once } from 'node:events'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { after, before, test } from 'node:test'
import { type House, openHouse, testMoment } from '../../test/house.ts'
import { addAddress, readAddress, readDaily } from './catalogue-address.store.ts'
import { beginNightlyReadings, beginReading, followReading } from './catalogue-address.work.ts'
import { lookForProof, type Ways } from './domain.proof.ts'
import { domainsOf, nameDomain, verifyDomain } from './domain.store.ts'
import { mayFetchFrom } from './domain.ts'
import {
  acceptImport,
  beginImport,
  busyImports,
  keepBytes,
  readImport,
  reportRows,
  undoImport,
  unfetchedImports,
} from './import.store.ts'
import { countsWords, importState, MOST_TRIES } from './import.ts'
import { advanceImport, fetchImport } from './import.work.ts'
import { readProvider } from './provider.store.ts'

let house: House
let provider: string
let server: Server
let ways: Ways
let origin: string
/** What the site of the provider answers, by its path and query. */
const pages = new Map<string, string>()
/** How long it makes one wait. */
const waits = new Map<string, Promise<void>>()
const hand = { by: null, at: testMoment }

before(async () => {
  house = await openHouse()
  provider = (await readProvider(house.database.db, 'leerplaats-kompas'))?.id ?? ''
  server = createServer(async (request, answer) => {
    await waits.get(request.url ?? '')
    const page = pages.get(request.url ?? '')
    answer.writeHead(page === undefined ? 404 : 200).end(page)
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  ways = { testOrigins: [origin] }
  // A test has no name of its own; the domain of a provider is one in real life.
  await house.database.pool.query(
    `insert into training.provider_domain (provider, domain, asked_at, verified_at) values ($1, '127.0.0.1', $2, $2)`,
    [provider, testMoment],
  )
})
after(async () => {
  server.close()
  await house.close()
})

const course = (id: number, name = `Training ${id}`) => ({
  courseId: `00000000-0000-4000-8000-00000000000${id}`,
  primaryCode: { codeType: 'identifier', code: `F-${id}` },
  name: [
    { language: 'en-GB', value: 'Course' },
    { language: 'nl-NL', value: name },
  ],
  description: [{ language: 'nl-NL', value: '<p>Je laat iemand uitpraten.</p>' }],
  studyLoad: [{ studyLoadUnit: 'hour', value: 6 }],
  modesOfDelivery: ['presential'],
  teachingLanguages: ['nld'],
})
const offering = (id: number, of: number) => ({
  courseOfferingId: `00000000-0000-4000-8000-0000000001${id}0`,
  primaryCode: { codeType: 'offering_code', code: `F-${of}-${id}` },
  courseId: course(of).courseId,
  name: [{ language: 'nl-NL', value: 'Voorjaar' }],
  startDateTime: '2027-02-09T08:30:00Z',
  endDateTime: '2027-02-09T15:30:00Z',
  addresses: [{ addressType: 'teaching', city: 'Assen', street: 'Dorpsstraat', streetNumber: '1' }],
  priceInformation: [{ costType: 'total_costs', amount: '395.00', currency: 'EUR' }],
  maxNumberStudents: 12,
  enrolledNumberStudents: 8,
})
const list = (items: unknown[], hasNextPage = false) =>
  JSON.stringify({ pageSize: 250, pageNumber: 1, hasNextPage, items })

async function reading(path: string, by: string | null = null): Promise<string> {
  const { db } = house.database
  const address = await readAddress(db, await addAddress(db, provider, origin + path, hand))
  assert.ok(address)
  const id = await beginReading(db, address, by, testMoment)
  await fetchImport(db, id, testMoment, ways)
  await advanceImport(db, id, testMoment)
  return id
}

const saidOf = async (id: string) => {
  const one = await readImport(house.database.db, id)
  return one?.fault || countsWords({ ...(one?.counts ?? { new: 0, changed: 0, same: 0, refused: 0 }), gone: 0 })
}

test('an organisation of OEAPI: courses page by page, then its offerings', async () => {
  pages.set('/oeapi/v6/organisations/o1/courses?pageSize=250', list([course(1)], true))
  pages.set('/oeapi/v6/organisations/o1/courses?pageSize=250&pageNumber=2', list([course(2)]))
  pages.set(
    '/oeapi/v6/organisations/o1/course-offerings?pageSize=250',
    list([offering(1, 1), offering(2, 2), offering(3, 9)]),
  )
  const id = await reading('/oeapi/v6/organisations/o1')
  assert.equal(await saidOf(id), '4 nieuw, 1 niet te lezen')
  const [row] = await reportRows(house.database.db, id, 'refused', 1)
  assert.match(row?.words.join(' ') ?? '', /geen eigen code/)
  const titles = (await reportRows(house.database.db, id, 'new', 1)).map(({ title }) => title)
  assert.deepEqual(titles, ['Training 1', 'Training 2', '9 februari 2027, Assen', '9 februari 2027, Assen'])
})

test('a list of courses of OEAPI: the offerings stand below each course', async () => {
  pages.set('/v6/courses?pageSize=250', list([course(3)]))
  pages.set(`/v6/courses/${course(3).courseId}/course-offerings?pageSize=250`, list([offering(4, 3)]))
  assert.equal(await saidOf(await reading('/v6/courses')), '2 nieuw')
})

test('a page with schema.org, and a table', async () => {
  const said = {
    '@context': 'https://schema.org',
    '@graph': [
      {
        '@type': 'Course',
        courseCode: 'S-1',
        name: 'Van een pagina',
        description: 'Je laat iemand uitpraten.',
        offers: { '@type': 'Offer', price: '1234.50', priceCurrency: 'EUR' },
        hasCourseInstance: {
          '@type': 'CourseInstance',
          courseMode: 'Onsite',
          courseWorkload: 'PT6H',
          startDate: '2027-03-01T09:30:00+01:00',
          location: { '@type': 'Place', name: 'De Drukkerij', address: { addressLocality: 'Assen' } },
        },
      },
    ],
  }
  pages.set(
    '/aanbod',
    `<!doctype html><script>var x = 1</script><script type="application/ld+json">${JSON.stringify(said)}</script>`,
  )
  assert.equal(await saidOf(await reading('/aanbod')), '2 nieuw')
  pages.set('/leeg', '<!doctype html><p>Niets</p>')
  assert.match(await saidOf(await reading('/leeg')), /geen JSON-LD van schema.org/)
  pages.set('/aanbod.csv', 'code;titel;wat kun je daarna;vorm;uren\nX-1;Een;Je kunt iets.;online;1\n')
  assert.equal(await saidOf(await reading('/aanbod.csv')), '1 nieuw')
})

test('from a site that is not theirs nothing is read, and half a catalogue is not taken for a whole one', async () => {
  const { db, pool } = house.database
  pages.set('/half/courses?pageSize=250', list([course(1)], true))
  assert.match(await saidOf(await reading('/half/courses')), /antwoordt met “404”/)
  await pool.query('update training.provider_domain set verified_at = null where provider = $1 and domain = $2', [
    provider,
    '127.0.0.1',
  ])
  assert.match(await saidOf(await reading('/aanbod.csv')), /niet op een domein/)
  await pool.query('update training.provider_domain set verified_at = $2 where provider = $1', [provider, testMoment])
  assert.equal(await saidOf(await reading('/aanbod.csv')), '1 nieuw')
  assert.ok(db)
})

test('a slow site holds up neither an import nor an undoing', async () => {
  const { db, pool } = house.database
  let release = () => {}
  const slow = new Promise<void>((resolve) => {
    release = resolve
  })
  waits.set('/traag.csv', slow)
  pages.set('/traag.csv', 'code;titel;wat kun je daarna;vorm;uren\nT-1;Een;Je kunt iets.;online;1\n')
  const address = await readAddress(db, await addAddress(db, provider, `${origin}/traag.csv`, hand))
  assert.ok(address)
  const id = await beginReading(db, address, null, testMoment)
  const jobs = async () =>
    (
      await pool.query<{ name: string }>(
        `select name from pgboss.job where data ->> 'import' = $1 order by created_on`,
        [id],
      )
    ).rows
  assert.deepEqual(await jobs(), [{ name: 'training-fetch' }])
  const fetching = fetchImport(db, id, testMoment, ways)
  // What goes on with imports passes by the one that is fetched, and does another one in the meantime.
  assert.ok(!(await busyImports(db)).includes(id))
  assert.deepEqual(await unfetchedImports(db, 3), [id])
  const other = await beginImport(db, { provider, address: null, name: 'aanbod.csv' }, hand)
  await keepBytes(db, other, Buffer.from('code;titel;wat kun je daarna;vorm;uren\nT-2;Twee;Je kunt iets.;online;1\n'))
  assert.equal(await advanceImport(db, other, testMoment), 'reported')
  await acceptImport(db, other, false, hand)
  assert.equal(await advanceImport(db, other, testMoment), 'set')
  await undoImport(db, other, hand)
  assert.equal(await advanceImport(db, other, testMoment), 'undone')
  assert.equal(importState((await readImport(db, id)) ?? assert.fail()), 'fetching')
  release()
  await fetching
  assert.deepEqual(await jobs(), [{ name: 'training-fetch' }, { name: 'training-import' }])
  assert.equal(await advanceImport(db, id, testMoment), 'reported')
})

test('an address whose fetching is stopped over and over says so', async () => {
  const { db, pool } = house.database
  const address = await readAddress(db, await addAddress(db, provider, `${origin}/aanbod.csv`, hand))
  assert.ok(address)
  const id = await beginReading(db, address, null, testMoment)
  await pool.query(
    `insert into training.import_try (import, work, no, begun_at) select $1, 'fetching', no, $3 from generate_series(1, $2) as no`,
    [id, MOST_TRIES, testMoment],
  )
  await fetchImport(db, id, testMoment, ways)
  assert.equal(await advanceImport(db, id, testMoment), 'failed')
  assert.match(await saidOf(id), /5 keer met ophalen, en elke keer werd het afgebroken\. Probeer het morgen/)
})

test('a nightly reading goes in by itself; what is refused is told once, three failures are told once', async () => {
  const { db, pool } = house.database
  const { config } = house
  const address = await addAddress(db, provider, `${origin}/nacht.csv`, hand)
  await readDaily(db, address, testMoment)
  const mails = async () =>
    (await pool.query<{ n: number }>('select count(*)::int as n from house.mail')).rows[0]?.n ?? 0
  const night = async (day: number, page: string | undefined) => {
    if (page === undefined) pages.delete('/nacht.csv')
    else pages.set('/nacht.csv', page)
    const now = new Date(testMoment.getTime() + day * 86_400_000)
    assert.equal(await beginNightlyReadings(db, now, house.logger), 1)
    assert.equal(await beginNightlyReadings(db, now, house.logger), 0, 'once a night')
    const { rows } = await pool.query<{ id: string }>(
      'select id from training.import where address = $1 order by begun_at desc limit 1',
      [address],
    )
    const id = rows[0]?.id ?? ''
    await fetchImport(db, id, now, ways)
    await advanceImport(db, id, now)
    await Promise.all([followReading(db, config, id, now), followReading(db, config, id, now)])
    await followReading(db, config, id, now)
    return advanceImport(db, id, now)
  }
  const HEAD = 'code;titel;wat kun je daarna;vorm;uren\n'
  const before = await mails()
  assert.equal(await night(1, `${HEAD}N-1;Een;Je kunt iets.;online;1\n`), 'set')
  assert.equal(await mails(), before)
  const broken = `${HEAD}N-1;Een;Je kunt meer.;online;1\nN-2;Twee;Je kunt iets.;online;veel\n`
  assert.equal(await night(2, broken), 'set')
  assert.equal(await mails(), before + 1)
  assert.equal(await night(3, broken), 'reported', 'nothing changed, so nothing waits to be put in place')
  assert.equal(await mails(), before + 1)
  // One by hand in between is none of the three.
  for (const day of [4, 5]) assert.equal(await night(day, undefined), 'failed')
  assert.equal(await mails(), before + 1)
  const read = await readAddress(db, address)
  assert.ok(read)
  const [{ id: person } = { id: '' }] = (await pool.query<{ id: string }>('select id from people.person limit 1')).rows
  const byHand = await beginReading(db, read, person, new Date(testMoment.getTime() + 5.1 * 86_400_000))
  await fetchImport(db, byHand, testMoment, ways)
  assert.equal(await advanceImport(db, byHand, testMoment), 'failed')
  assert.equal(await night(6, undefined), 'failed')
  assert.equal(await mails(), before + 2)
  assert.equal(await night(7, undefined), 'failed')
  assert.equal(await mails(), before + 2)
  assert.equal(await night(8, broken), 'reported', 'it was told before those nights')
  assert.equal(await mails(), before + 2)
})

test('a site is theirs by a record or by a file with their code, and for no other site', async () => {
  const { db } = house.database
  await nameDomain(db, provider, 'opleider.example', hand)
  const one = (await domainsOf(db, provider)).find(({ domain }) => domain === 'opleider.example')
  assert.ok(one)
  const records = async (name: string) => (name === '_verankerd.opleider.example' ? [['iets anders'], [one.code]] : [])
  assert.equal(await lookForProof(one, { records }), '')
  const nowhere = { records: async () => [], resolve: async () => ['127.0.0.1'] }
  assert.match(await lookForProof(one, nowhere), /geen TXT-record met de code, en het bestand ook niet/)
  // The same by a file, on a site that stands here.
  const here = { ...one, domain: origin.replace('http://', '') }
  const file = { ...ways, records: async () => [], scheme: 'http://' }
  pages.set('/.well-known/verankerd.txt', 'iets anders')
  assert.match(await lookForProof(here, file), /jullie code staat er niet in/)
  pages.set('/.well-known/verankerd.txt', `${one.code}\n`)
  assert.equal(await lookForProof(here, file), '')
  await verifyDomain(db, one.id, hand)
  const domains = await domainsOf(db, provider)
  for (const [host, may] of [
    ['opleider.example', true],
    ['www.opleider.example', true],
    ['mijnopleider.example', false],
    ['opleider.example.elders.example', false],
    ['example', false],
  ] as const)
    assert.equal(mayFetchFrom(domains, host), may, host)
})
