import { createRoute, type OpenAPIHono, type z } from '@hono/zod-openapi'
import { type Context, Hono } from 'hono'
import { apiPart, freshAnswers, idParam, pageOf, problem } from '../foundation/api/index.ts'
import { dutchDay } from '../foundation/clock.ts'
import { found, type HouseEnv } from '../foundation/http/index.ts'
import { isId } from '../foundation/id.ts'
import { keptCourses, listedOffering } from './course.api.store.ts'
import { shelfOf } from './finding.reading.ts'
import {
  course,
  courseOffering,
  courseOfferings,
  courses,
  learningOutcome,
  learningOutcomes,
  organisation,
  organisations,
  type welcome,
} from './oeapi.form.ts'
import { toCourse, toCourseOffering, toLearningOutcome, toOrganisation } from './oeapi.ts'
import {
  type CoursesAsk,
  courseQuery,
  coursesOfQuery,
  coursesQuery,
  type OfferingsAsk,
  offeringQuery,
  offeringsOfQuery,
  offeringsQuery,
  organisationQuery,
  organisationsQuery,
  outcomeQuery,
  outcomesQuery,
} from './oeapi-ask.form.ts'
import {
  courseAsked,
  coursesAsked,
  offeringsWanted,
  organisationAsked,
  organisationsAsked,
  outcomesAsked,
} from './oeapi-ask.reading.ts'
import { expandedCourse, expandedOffering, expandedOrganisation, expandedOutcome } from './oeapi-expand.reading.ts'
import { KINDS, type Kind, picked } from './oeapi-fields.ts'
import { type NumberedOffering, offeringsOfCourse, offeringsOfProvider } from './oeapi-offerings.store.ts'
import type { Provider } from './provider.ts'

const BASE = '/oeapi/v6'

/** The text this door is made to. */
const SPECIFICATION = 'https://openonderwijsapi.nl/v6.0/'

const faulty = (description: string) => ({ description, content: { 'application/problem+json': { schema: problem } } })
const json = <S extends z.ZodType>(schema: S) => ({
  200: { description: 'Zoals OEAPI 6.0 het beschrijft.', content: { 'application/json': { schema } } },
  400: faulty('De vraag klopt niet; alle fouten staan erbij.'),
  404: faulty('Bestaat niet, of is verzonnen en daar is niet om gevraagd.'),
})
/** One place that answers with a list. */
const list = <const P extends string, Q extends z.ZodObject, S extends z.ZodType>(path: P, query: Q, schema: S) =>
  createRoute({ method: 'get', path, request: { query }, responses: json(schema) })

/** One place with an id in its address. */
const of = <const P extends string, Q extends z.ZodObject, S extends z.ZodType>(path: P, query: Q, schema: S) =>
  createRoute({ method: 'get', path, request: { params: idParam, query }, responses: json(schema) })

const operations = {
  organisations: list('/organisations', organisationsQuery, organisations),
  organisation: of('/organisations/{id}', organisationQuery, organisation),
  coursesOf: of('/organisations/{id}/courses', coursesOfQuery, courses),
  offeringsOf: of('/organisations/{id}/course-offerings', offeringsOfQuery, courseOfferings),
  courses: list('/courses', coursesQuery, courses),
  course: of('/courses/{id}', courseQuery, course),
  offerings: of('/courses/{id}/course-offerings', offeringsQuery, courseOfferings),
  offering: of('/course-offerings/{id}', offeringQuery, courseOffering),
  outcomes: list('/learning-outcomes', outcomesQuery, learningOutcomes),
  outcome: of('/learning-outcomes/{id}', outcomeQuery, learningOutcome),
}

type Asked = Pick<CoursesAsk, 'pageSize' | 'pageNumber' | 'fields'>

/** A page of a list, as OEAPI says it, with the fields that were asked. */
function paged<Item extends object>(items: Item[], { pageSize, pageNumber, fields }: Asked, total: number, kind: Kind) {
  const totalPages = Math.max(1, Math.ceil(total / pageSize))
  return {
    pageSize,
    pageNumber,
    hasPreviousPage: pageNumber > 1,
    hasNextPage: pageNumber < totalPages,
    totalPages,
    items: fields === undefined ? items : items.map((item) => picked(item, fields, kind)),
  }
}

function showWelcome(c: Context<HouseEnv>): Response {
  const { contact, baseUrl } = c.var.config
  const answer: z.output<typeof welcome> = {
    contactEmail: contact.email,
    specification: SPECIFICATION,
    documentation: `${baseUrl}/api#andere`,
    supportedOperations: Object.values(operations).map(({ path }) => ({
      verbs: ['GET'],
      path: path.replace('{id}', ':id'),
    })),
  }
  return c.json(answer)
}

/**
 * Open Education API 6.0, reading only: what providers offer, for whoever has a catalogue of their own. A binding from
 * elsewhere: its paths and names are not ours to choose.
 */
export function oeapiRoutes(): Hono<HouseEnv> {
  const api = apiPart()
  addOrganisations(api)
  addCourses(api)
  addOfferings(api)
  addOutcomes(api)
  return new Hono<HouseEnv>()
    .use(BASE, freshAnswers)
    .use(`${BASE}/*`, freshAnswers)
    .get(BASE, showWelcome)
    .get(`${BASE}/`, showWelcome)
    .route(BASE, api)
}

function addOrganisations(api: OpenAPIHono<HouseEnv>): void {
  api.openapi(operations.organisations, async (c) => {
    const query = c.req.valid('query')
    const { rows, total } = await organisationsAsked(c, query)
    const items = rows.map((provider) => toOrganisation(provider, c.var.config.baseUrl))
    return c.json(paged(items, query, total, KINDS.organisation), 200)
  })
  api.openapi(operations.organisation, async (c) => {
    const { expand, fields } = c.req.valid('query')
    const provider = await organisationAsked(c, c.req.valid('param').id)
    const one = expandedOrganisation(toOrganisation(provider, c.var.config.baseUrl), expand)
    return c.json(picked(one, fields, KINDS.organisation), 200)
  })
}

/** A page of courses, all or of one organisation. */
async function coursePage(c: Context<HouseEnv>, query: CoursesAsk, provider?: Provider) {
  const { shelf, nos, total } = await coursesAsked(c, query, provider)
  const rows = await keptCourses(c.var.db, shelf.words, nos)
  const items = rows.map((one) => toCourse(one, shelf.words.standards, c.var.config.baseUrl))
  return paged(items, query, total, KINDS.course)
}

function addCourses(api: OpenAPIHono<HouseEnv>): void {
  api.openapi(operations.courses, async (c) => c.json(await coursePage(c, c.req.valid('query')), 200))
  api.openapi(operations.coursesOf, async (c) => {
    const provider = await organisationAsked(c, c.req.valid('param').id)
    return c.json(await coursePage(c, c.req.valid('query'), provider), 200)
  })
  api.openapi(operations.course, async (c) => {
    const { expand, fields } = c.req.valid('query')
    const one = await expandedCourse(c, await courseAsked(c, c.req.valid('param').id), expand)
    return c.json(picked(one, fields, KINDS.course), 200)
  })
}

/** A page of offerings, of a course or of an organisation. A training of ours never has a result to wait for. */
async function offeringPage(c: Context<HouseEnv>, of: string, query: OfferingsAsk, read: typeof offeringsOfCourse) {
  const { pageNumber: page, pageSize } = query
  const { rows, total } =
    query.resultExpected === 'true'
      ? { rows: [], total: 0 }
      : await read(c.var.db, offeringsWanted(c, of, query), { page, pageSize })
  const items = await shownOfferings(c, rows)
  return paged(items, query, total, KINDS.courseOffering)
}

async function shownOfferings(c: Context<HouseEnv>, rows: NumberedOffering[]) {
  const { words, today } = await shelfOf(c)
  const courses = await keptCourses(c.var.db, words, [...new Set(rows.map(({ courseNo }) => courseNo))])
  const byNo = new Map(courses.map((one) => [one.no, one]))
  return rows.flatMap((offering) => {
    const one = byNo.get(offering.courseNo)
    return one ? [toCourseOffering(offering, one, today)] : []
  })
}

function addOfferings(api: OpenAPIHono<HouseEnv>): void {
  api.openapi(operations.offerings, async (c) => {
    const one = await courseAsked(c, c.req.valid('param').id)
    return c.json(await offeringPage(c, one.id, c.req.valid('query'), offeringsOfCourse), 200)
  })
  api.openapi(operations.offeringsOf, async (c) => {
    const provider = await organisationAsked(c, c.req.valid('param').id)
    return c.json(await offeringPage(c, provider.id, c.req.valid('query'), offeringsOfProvider), 200)
  })
  api.openapi(operations.offering, async (c) => {
    const { id } = c.req.valid('param')
    const { expand, fields } = c.req.valid('query')
    const offering = found(isId(id) ? await listedOffering(c.var.db, id) : undefined)
    const one = await courseAsked(c, offering.of.id)
    const shown = await expandedOffering(c, { offering, of: one, today: dutchDay(c.var.now) }, expand)
    return c.json(picked(shown, fields, KINDS.courseOffering), 200)
  })
}

function addOutcomes(api: OpenAPIHono<HouseEnv>): void {
  api.openapi(operations.outcomes, async (c) => {
    const query = c.req.valid('query')
    const all = await outcomesAsked(c, query.q)
    const shown = pageOf(all, { page: query.pageNumber, pageSize: query.pageSize })
    const items = shown.map((standard) => toLearningOutcome(standard, c.var.config.baseUrl))
    return c.json(paged(items, query, all.length, KINDS.learningOutcome), 200)
  })
  api.openapi(operations.outcome, async (c) => {
    const { expand, fields } = c.req.valid('query')
    const standard = found((await outcomesAsked(c)).find(({ item }) => item === c.req.valid('param').id))
    const one = expandedOutcome(toLearningOutcome(standard, c.var.config.baseUrl), expand)
    return c.json(picked(one, fields, KINDS.learningOutcome), 200)
  })
}
