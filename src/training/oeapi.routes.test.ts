import assert from 'node:assert/strict'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js'
import formats from 'ajv-formats'
import { z } from 'zod'
import { type Caller, type House, openHouse } from '../../test/house.ts'
import {
  course,
  courseOffering,
  courseOfferings,
  courses,
  learningOutcome,
  learningOutcomes,
  organisation,
  organisations,
  welcome,
} from './oeapi.form.ts'

const schemaFile = join(import.meta.dirname, '../../../shared/schemas/oeapi/oeapi-6.0.json')
const made = 'voorbeelden=ja'

let house: House
let visitor: Caller
before(async () => {
  house = await openHouse()
  visitor = await house.as('visitor')
})
after(() => house.close())

async function json(path: string, expected = 200) {
  const answer = await visitor.get(`/oeapi/v6${path}`)
  const text = await answer.text()
  assert.equal(answer.status, expected, `${path} ${text.slice(0, 300)}`)
  return JSON.parse(text)
}

/** Every place of the binding, with our own shape for it, which allows no other keys, and the path OEAPI gives it. */
async function answers() {
  const first = async (path: string, id: string) => (await json(`${path}?${made}`)).items[0][id]
  const one = (await json(`/courses?${made}&primaryCode=de-kunst-van-het-wachten`)).items[0].courseId
  const dates = `/courses/${one}/course-offerings`
  const organisationId = await first('/organisations', 'organisationId')
  const at = `/organisations/${organisationId}`
  const outcome = `/learning-outcomes/${await first('/learning-outcomes', 'learningOutcomeId')}`
  const date = `/course-offerings/${await first(dates, 'courseOfferingId')}`
  const places: [path: string, shape: z.ZodType, official: string][] = [
    ['/', welcome, '/'],
    [`/organisations?${made}&pageSize=250`, organisations, '/organisations'],
    [`${at}?${made}`, organisation, '/organisations/{organisationId}'],
    [`${at}?${made}&expand=parent,children`, organisation, '/organisations/{organisationId}'],
    [`${at}/courses?${made}&pageSize=250`, courses, '/organisations/{organisationId}/courses'],
    [`${at}/course-offerings?${made}`, courseOfferings, '/organisations/{organisationId}/course-offerings'],
    [`/courses?${made}&pageSize=250`, courses, '/courses'],
    [`/courses/${one}?${made}&consumer=rio`, course, '/courses/{courseId}'],
    [`${dates}?${made}`, courseOfferings, '/courses/{courseId}/course-offerings'],
    [
      `/courses/${one}?${made}&expand=organisation,programmes,coordinators,instructors,learningOutcomes`,
      course,
      '/courses/{courseId}',
    ],
    [`${date}?${made}`, courseOffering, '/course-offerings/{courseOfferingId}'],
    [
      `${date}?${made}&expand=course,programme_offering,academic_session,organisation`,
      courseOffering,
      '/course-offerings/{courseOfferingId}',
    ],
    ['/learning-outcomes', learningOutcomes, '/learning-outcomes'],
    [outcome, learningOutcome, '/learning-outcomes/{learningOutcomeId}'],
    [`${outcome}?expand=organisation,parents,children`, learningOutcome, '/learning-outcomes/{learningOutcomeId}'],
  ]
  return Promise.all(places.map(async ([path, shape, official]) => ({ path, shape, official, body: await json(path) })))
}

test('every answer has exactly the keys we know', async () => {
  for (const { path, shape, body } of await answers()) {
    const read = shape.safeParse(body)
    assert.ok(read.success, `${path}: ${read.success ? '' : z.prettifyError(read.error)}`)
    if (body.items) assert.ok(body.items.length > 0, path)
  }
})

test('every answer, every course and every date validates against OEAPI 6.0', async (t) => {
  if (!existsSync(schemaFile))
    return t.skip('../shared/schemas is not here, so the official OEAPI schema was not asked')
  const ajv = new Ajv2020({ strict: false, allErrors: true, logger: false })
  formats.default(ajv)
  ajv.addSchema(JSON.parse(readFileSync(schemaFile, 'utf8')), 'oeapi')
  const known = new Map<string, ValidateFunction>()
  const check = (official: string, status: string, body: unknown) => {
    const at = official.replaceAll('/', '~1').replaceAll('{', '%7B').replaceAll('}', '%7D')
    const type = status === '200' ? 'application~1json' : 'application~1problem%2Bjson'
    const $ref =
      status === '200'
        ? `oeapi#/paths/${at}/get/responses/200/content/${type}/schema`
        : 'oeapi#/components/schemas/Problem'
    const valid = known.get($ref) ?? ajv.compile({ $ref })
    known.set($ref, valid)
    assert.ok(valid(body), `${official}: ${JSON.stringify(valid.errors, null, 1)}`)
  }
  for (const { official, body } of await answers()) check(official, '200', body)
  // As little as can be asked is still a valid answer.
  for (const { path, official } of await answers())
    if (official !== '/') check(official, '200', await json(`${path}${path.includes('?') ? '&' : '?'}fields=(nothing)`))
  for (const { courseId } of (await json(`/courses?${made}&pageSize=250`)).items)
    check(
      '/courses/{courseId}/course-offerings',
      '200',
      await json(`/courses/${courseId}/course-offerings?${made}&pageSize=100`),
    )
  check('/courses', '400', await json('/courses?pageSize=7', 400))
  check('/courses/{courseId}', '404', await json('/courses/nergens', 404))
  // The schema allows keys it does not know, and so would miss a slip; what it does know, it holds.
  const [broken] = (await json(`/courses?${made}`)).items
  const valid = known.get('oeapi#/paths/~1courses~1%7BcourseId%7D/get/responses/200/content/application~1json/schema')
  assert.ok(valid)
  assert.equal(valid({ ...broken, name: 'De kunst' }), false)
})

test('pages of ten to two hundred and fifty that say whether there are more', async () => {
  const seen = new Set<string>()
  let page = 1
  for (let more = true; more; page += 1) {
    const { items, hasNextPage, hasPreviousPage, totalPages } = await json(
      `/courses?${made}&pageSize=20&pageNumber=${page}`,
    )
    assert.equal(hasPreviousPage, page > 1)
    assert.equal(totalPages, 3)
    for (const { courseId } of items) seen.add(courseId)
    more = hasNextPage
  }
  assert.equal(seen.size, 60)
  const wrong = await json('/courses?pageSize=30&pageNumber=0&filter_query=x', 400)
  assert.deepEqual(wrong.errors.map(({ veld }: { veld: string }) => veld).sort(), [
    'filter_query',
    'pageNumber',
    'pageSize',
  ])
})

test('what is made up comes only when asked, and then says so', async () => {
  assert.deepEqual((await json('/courses')).items, [])
  assert.deepEqual((await json('/organisations')).items, [])
  const [one] = (await json(`/courses?${made}`)).items
  assert.equal(one.ext.voorbeeld, true)
  for (const path of [
    `/courses/${one.courseId}`,
    `/courses/${one.courseId}/course-offerings`,
    `/organisations/${one.organisationId}`,
  ])
    assert.match((await json(path, 404)).detail, /verzonnen voorbeeld/)
  assert.equal((await json('/learning-outcomes')).items.length, 5)
})

test('courses by words, language and way of delivery; what a course teaches can be looked up', async () => {
  const all = (await json(`/courses?${made}&pageSize=250`)).items
  const found = (await json(`/courses?${made}&pageSize=250&q=rouw`)).items
  assert.ok(found.length > 0 && found.length < all.length)
  const online = (await json(`/courses?${made}&pageSize=250&modeOfDelivery=online`)).items
  assert.ok(online.length > 0 && online.length < all.length)
  for (const { modesOfDelivery } of online) assert.deepEqual(modesOfDelivery, ['online'])
  for (const id of new Set<string>(all.flatMap((one: { learningOutcomeIds: string[] }) => one.learningOutcomeIds)))
    await json(`/learning-outcomes/${id}`)
  const tag = (await visitor.get('/oeapi/v6/courses')).headers.get('etag') ?? ''
  assert.equal((await visitor.get('/oeapi/v6/courses', { 'if-none-match': tag })).status, 304)
})
