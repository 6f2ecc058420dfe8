import assert from 'node:assert/strict'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { type Caller, type House, openHouse } from '../../test/house.ts'

const schemaFile = join(import.meta.dirname, '../../../shared/schemas/oeapi/oeapi-6.0.json')
const made = 'voorbeelden=ja'

let house: House
let visitor: Caller
let courseAt = ''
let organisationAt = ''
before(async () => {
  house = await openHouse()
  visitor = await house.as('visitor')
  const [one] = await items('/courses?primaryCode=de-kunst-van-het-wachten')
  courseAt = `/courses/${one?.courseId}`
  organisationAt = `/organisations/${one?.organisationId}`
})
after(() => house.close())

type Thing = Record<string, unknown>

async function json(path: string, expected = 200) {
  const answer = await visitor.get(`/oeapi/v6${path}${path.includes('?') ? '&' : '?'}${made}`)
  const text = await answer.text()
  assert.equal(answer.status, expected, `${path} ${text.slice(0, 300)}`)
  return JSON.parse(text)
}

/** The first items of a list, as many as there can be. */
async function items(path: string): Promise<Thing[]> {
  return (await json(`${path}${path.includes('?') ? '&' : '?'}pageSize=250`)).items
}

const faultsOf = async (path: string): Promise<Record<string, string>> =>
  Object.fromEntries(
    (await json(path, 400)).errors.map(({ veld, melding }: { veld: string; melding: string }) => [veld, melding]),
  )

interface Parameter {
  name: string
  in: string
  schema: { $ref?: string; enum?: unknown[]; items?: { enum?: unknown[] }; 'x-ooapi-extensible-enum'?: string[] }
}

/** What the official document says may be asked of each of our places. */
function official(paths: string[]): { at: string; parameters: Parameter[] }[] {
  const document = JSON.parse(readFileSync(schemaFile, 'utf8'))
  const followed = (value: { $ref?: string }) =>
    value.$ref
      ? value.$ref
          .split('/')
          .slice(1)
          .reduce((part, key) => part[key], document)
      : value
  const places = new Map<string, { get?: { parameters?: Parameter[] }; parameters?: Parameter[] }>(
    Object.entries(document.paths).map(([path, place]) => [path.replace(/\{\w+\}/g, ':id'), place as object]),
  )
  return paths.map((at) => {
    const place = places.get(at)
    assert.ok(place?.get, `${at} stands in the official document`)
    const parameters = [...(place.parameters ?? []), ...(place.get.parameters ?? [])].map((one) => {
      const parameter: Parameter = followed(one as { $ref?: string })
      return { ...parameter, schema: followed(parameter.schema) }
    })
    return { at, parameters: parameters.filter((one) => one.in === 'query') }
  })
}

/** Values of a parameter: everything the document lists, or something that suits it. */
function valuesOf({ name, schema }: Parameter): string[] {
  const listed = schema.enum ?? schema.items?.enum ?? schema['x-ooapi-extensible-enum']
  if (listed) return [...listed.map(String), ...(schema.items?.enum ? [schema.items.enum.join()] : [])]
  if (['resultExpected', 'returnTimelineOverrides'].includes(name)) return ['true', 'false']
  if (['since', 'until'].includes(name)) return ['2027-02-09', '2027-02-09T09:30:00Z', '2027-02-09T09:30:00%2B01:00']
  return [{ teachingLanguage: 'nl', pageNumber: '1', fields: '(name,ext(form))' }[name] ?? 'x']
}

/** What the document leaves to whoever answers, or what has no meaning here. */
const isRefused = (at: string, name: string): boolean =>
  name.startsWith('filter_query') || (at === '/learning-outcomes' && ['since', 'until'].includes(name))

test('everything the official document says may be asked is answered, or refused by name with what there is', async (t) => {
  if (!existsSync(schemaFile)) return t.skip('../shared/schemas is not here, so the official OEAPI schema was not read')
  const { supportedOperations } = await json('/')
  const paths: string[] = supportedOperations.map(({ path }: { path: string }) => path)
  assert.equal(paths.length, 10)
  const [outcome] = await items('/learning-outcomes')
  const [date] = await items(`${courseAt}/course-offerings`)
  const ids: Record<string, unknown> = {
    ...{ organisations: organisationAt.slice(15), courses: courseAt.slice(9) },
    ...{ 'course-offerings': date?.courseOfferingId, 'learning-outcomes': outcome?.learningOutcomeId },
  }
  let asked = 0
  for (const { at, parameters } of official(paths))
    for (const parameter of parameters) {
      const path = at.replace(':id', String(ids[at.split('/')[1] ?? '']))
      const name = encodeURIComponent(parameter.name)
      if (isRefused(at, parameter.name)) {
        const said = (await faultsOf(`${path}?${name}=2027-02-09`))[parameter.name]
        assert.match(
          said ?? '',
          /^Deze API kent geen parameter “.*”\. Wel: (\w+, )*pageSize, /,
          `${at} ${parameter.name}`,
        )
      } else
        for (const value of valuesOf(parameter)) {
          await json(`${path}?${name}=${value}`)
          asked += 1
        }
    }
  assert.ok(asked > 120, String(asked))
})

test('a word nobody knows is answered with the words there are', async () => {
  const wrong: [path: string, name: string, told: RegExp][] = [
    ['/courses?level=hbo', 'level', /^level is een van: pre_vocational, .*bachelor.*nt2_2\.$/],
    ['/courses?modeOfDelivery=thuis', 'modeOfDelivery', /^modeOfDelivery is een van: blended, .*work_based\.$/],
    ['/courses?teachingLanguage=tlh', 'teachingLanguage', /^teachingLanguage is een van: nl, en, fy, de, fr\.$/],
    ['/organisations?organisationType=klas', 'organisationType', /^organisationType is een van: root, /],
    [`${courseAt}?expand=parent`, 'expand', /^expand is een of meer van: programmes, .*organisation/],
    [`${courseAt}?expand=organisation&expand=programmes`, 'expand', /^Noem expand één keer/],
    [`${courseAt}?returnTimelineOverrides=ja`, 'returnTimelineOverrides', /is een van: true, false\.$/],
    [`${courseAt}?fields=(name`, 'fields', /^fields is een lijst van velden met komma’s ertussen/],
    [`${courseAt}/course-offerings?state=vol`, 'state', /^state is een van: concept, cancelled, active, inactive\.$/],
    [`${courseAt}/course-offerings?since=morgen`, 'since', /^since is een dag \(2027-02-09\) of een moment/],
    [`${courseAt}/course-offerings?until=2027-02-31`, 'until', /^until is een dag/],
    [`${organisationAt}/course-offerings?modeOfDelivery=online`, 'modeOfDelivery', /^Deze API kent geen parameter/],
  ]
  for (const [path, name, told] of wrong) assert.match((await faultsOf(path))[name] ?? '', told, path)
})

test('fields are those that were asked, and what a thing cannot do without', async () => {
  const always = ['courseId', 'ext', 'name', 'primaryCode']
  for (const one of await items('/courses?fields=name,modesOfDelivery,no_such_thing')) {
    assert.deepEqual(Object.keys(one).sort(), [...always, 'modesOfDelivery'].sort())
    assert.deepEqual(Object.keys(one.ext as Thing).sort(), ['licentie', 'voorbeeld'])
  }
  const one = await json(`${courseAt}?expand=organisation&fields=(level,organisation(link),ext(outcome))`)
  assert.deepEqual(Object.keys(one).sort(), [...always, 'level', 'organisation'].sort())
  assert.deepEqual(Object.keys(one.organisation).sort(), [
    ...['ext', 'link', 'name', 'organisationId', 'organisationType', 'primaryCode'],
  ])
  assert.equal(one.organisation.organisationId, organisationAt.slice(15))
  assert.deepEqual(Object.keys(one.ext).sort(), ['licentie', 'outcome', 'voorbeeld'])
  assert.deepEqual(await json(`${courseAt}?fields=`), await json(courseAt))
})

test('expanded things are the very things, and a list we do not have is null', async () => {
  const plain = await json(courseAt)
  const organisation = await json(organisationAt)
  const one = await json(`${courseAt}?expand=organisation,coordinators,learningOutcomes`)
  const { organisation: shown, coordinators, learningOutcomes, ...rest } = one
  assert.deepEqual(rest, plain)
  assert.deepEqual(shown, organisation)
  assert.equal(coordinators, null)
  assert.ok(learningOutcomes.length > 0)
  assert.deepEqual(
    learningOutcomes.map(({ learningOutcomeId }: Thing) => learningOutcomeId).sort(),
    plain.learningOutcomeIds.toSorted(),
  )
  for (const outcome of learningOutcomes)
    assert.deepEqual(outcome, await json(`/learning-outcomes/${outcome.learningOutcomeId}`))
  const [date] = await items(`${courseAt}/course-offerings`)
  const whole = await json(
    `/course-offerings/${date?.courseOfferingId}?expand=course,programme_offering,academic_session`,
  )
  assert.deepEqual(whole, { ...date, course: plain, programmeOfferings: null })
  assert.deepEqual(await json(`${organisationAt}?expand=parent,children`), {
    ...organisation,
    children: null,
  })
})

test('courses by level, organisation and way of delivery: together all, and none of what we do not have', async () => {
  const all = await items('/courses')
  const ids = (list: Thing[]) => list.map(({ courseId }) => courseId).sort()
  const byLevel: Thing[][] = []
  for (const level of ['undefined', 'secondary_vocational_education', 'bachelor', 'master']) {
    const some = await items(`/courses?level=${level}`)
    for (const one of some) assert.equal(one.level, level)
    byLevel.push(some)
  }
  assert.deepEqual(ids(byLevel.flat()), ids(all))
  for (const none of [
    'level=doctoral',
    'modeOfDelivery=coil',
    'modeOfDelivery=hybrid',
    'level=bachelor&modeOfDelivery=coil',
  ])
    assert.deepEqual(await items(`/courses?${none}`), [], none)
  const theirs = await items(`${organisationAt}/courses`)
  assert.deepEqual(ids(theirs), ids(all.filter(({ organisationId }) => organisationId === organisationAt.slice(15))))
  assert.ok(theirs.length > 1 && theirs.length < all.length)
  const some = await items(`${organisationAt}/courses?q=wachten&level=${theirs[0]?.level}`)
  assert.ok(some.length < theirs.length)
  const { hasNextPage, totalPages } = await json('/courses?pageSize=10&level=bachelor')
  assert.equal(totalPages, Math.ceil((byLevel[2]?.length ?? 0) / 10))
  assert.equal(hasNextPage, totalPages > 1)
})

test('organisations by code, words and type; a learning outcome by its words', async () => {
  const all = await items('/organisations')
  const [one] = await items('/organisations?primaryCode=leerplaats-kompas')
  assert.equal(`/organisations/${one?.organisationId}`, organisationAt)
  assert.deepEqual(await items('/organisations?primaryCode=nergens'), [])
  assert.deepEqual(await items('/organisations?q=KOMPAS'), [one])
  assert.deepEqual(await items('/organisations?q=casussen+uit+je'), [one], 'its description too')
  assert.deepEqual(await items('/organisations?organisationType=root'), all)
  assert.deepEqual(await items('/organisations?organisationType=faculty'), [])
  const outcomes = await items('/learning-outcomes?q=EIGEN+kracht')
  assert.equal(outcomes.length, 1)
  assert.deepEqual(await items('/learning-outcomes?q=nergens'), [])
})

test('offerings by state, moment, way of delivery and words, of a course and of an organisation', async () => {
  const { pool } = house.database
  const id = courseAt.slice(9)
  await pool.query(
    `insert into training.offering (course, days, starts_on, ends_on, starts_at, ends_at, online, venue, gemeente, created_at, updated_at, cancelled_at)
     select $1, array[day], day, day, starts_at, ends_at, online, '', gemeente, now(), now(), cancelled_at
     from (values (date '2026-01-05', time '09:30', time '16:30', false, 'GM0106', null::timestamptz),
       (date '2026-11-22', null, null, false, 'GM0106', null), (date '2026-11-23', time '09:30', time '16:30', true, '', null),
       (date '2027-08-09', time '09:30', time '16:30', true, 'GM0106', null),
       (date '2027-08-10', null, null, false, 'GM0106', '2026-11-01')) as one (day, starts_at, ends_at, online, gemeente, cancelled_at)`,
    [id],
  )
  const at = `${courseAt}/course-offerings`
  const days = async (path: string) => (await items(path)).map(({ startDateTime }) => String(startDateTime))
  const all = await days(`${at}?since=2000-01-01`)
  assert.deepEqual(all, all.toSorted(), 'soonest first')
  assert.equal(all[0], '2026-01-05T08:30:00.000Z')
  const ahead = await days(at)
  assert.equal(all.length - ahead.length, 2, 'unless told otherwise from today on')
  assert.deepEqual(ahead, await days(`${at}?since=2026-11-23`))
  assert.ok(ahead.includes('2026-11-23T08:30:00.000Z'))
  assert.ok(!(await days(`${at}?since=2026-11-23T08:30:01Z`)).includes('2026-11-23T08:30:00.000Z'))
  assert.ok((await days(`${at}?since=2026-11-23T08:30:00Z`)).includes('2026-11-23T08:30:00.000Z'))
  assert.deepEqual(await days(`${at}?since=2026-01-01&until=2026-11-22`), [
    '2026-01-05T08:30:00.000Z',
    '2026-11-21T23:00:00.000Z',
  ])
  assert.deepEqual(await days(`${at}?since=2026-01-01&until=2026-01-05`), ['2026-01-05T08:30:00.000Z'])
  assert.deepEqual(await days(`${at}?since=2026-01-01&until=2026-01-05T15:29:59Z`), [])
  for (const state of ['active', 'inactive', 'cancelled', 'concept']) {
    const some = await items(`${at}?since=2000-01-01&state=${state}`)
    for (const one of some) assert.equal(one.state, state)
    assert.equal(some.length, { inactive: 2, cancelled: 1, concept: 0 }[state] ?? all.length - 3)
  }
  for (const mode of ['online', 'hybrid', 'presential', 'coil']) {
    const every = (await items(`${at}?since=2000-01-01`)) as { modesOfDelivery: string[] }[]
    const some = await days(`${at}?since=2000-01-01&modeOfDelivery=${mode}`)
    assert.equal(some.length, every.filter(({ modesOfDelivery }) => modesOfDelivery.includes(mode)).length, mode)
  }
  const theirs = await items(`${organisationAt}/course-offerings?since=2000-01-01`)
  assert.ok(theirs.length > all.length)
  assert.ok(theirs.every(({ organisationId }) => organisationId === organisationAt.slice(15)))
  assert.deepEqual(await days(`${organisationAt}/course-offerings?since=2000-01-01&q=kunst+VAN+het`), all)
  assert.deepEqual(await items(`${organisationAt}/course-offerings?teachingLanguage=fy`), [])
  assert.deepEqual(await items(`${organisationAt}/course-offerings?resultExpected=true`), [])
  assert.equal((await json(`${at}?since=2000-01-01&pageNumber=900`)).totalPages, Math.ceil(all.length / 10))
  assert.match(await (await visitor.get(`/oeapi/v6${organisationAt}/course-offerings`)).text(), /verzonnen voorbeeld/)
})
