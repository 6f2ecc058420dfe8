import { createRoute, type OpenAPIHono, type z } from '@hono/zod-openapi'
import { type Context, Hono } from 'hono'
import { apiPart, askedFor, freshAnswers, idParam, pageOf, problem } from '../foundation/api/index.ts'
import { dutchDay } from '../foundation/clock.ts'
import { found, type HouseEnv, withExamples } from '../foundation/http/index.ts'
import { isId } from '../foundation/id.ts'
import { both, without } from '../foundation/words/index.ts'
import { currentStandards } from '../standards/index.ts'
import { courseOfCode, keptCourses, listedCourseById, listedOffering } from './course.api.store.ts'
import { findCourses } from './course-index.store.ts'
import { left } from './facet.ts'
import { shelfOf } from './finding.reading.ts'
import {
  type CoursesQuery,
  course,
  courseOffering,
  courseOfferings,
  courses,
  coursesQuery,
  learningOutcome,
  learningOutcomes,
  listQuery,
  oneQuery,
  organisation,
  organisations,
  type welcome,
} from './oeapi.form.ts'
import { formsOf, toCourse, toCourseOffering, toLearningOutcome, toOrganisation } from './oeapi.ts'
import { offeringsOf } from './offering.store.ts'
import { providersPart } from './provider.api.store.ts'
import { providersById } from './provider.store.ts'

const BASE = '/oeapi/v6'

/** The text this door is made to. */
const SPECIFICATION = 'https://openonderwijsapi.nl/v6.0/'

const faulty = (description: string) => ({ description, content: { 'application/problem+json': { schema: problem } } })
const json = <S extends z.ZodType>(schema: S) => ({
  200: { description: 'Zoals OEAPI 6.0 het beschrijft.', content: { 'application/json': { schema } } },
  400: faulty('De vraag klopt niet; alle fouten staan erbij.'),
  404: faulty('Bestaat niet, of is verzonnen en daar is niet om gevraagd.'),
})
const get = { method: 'get' as const }

const operations = {
  organisations: createRoute({
    ...get,
    path: '/organisations',
    request: { query: listQuery },
    responses: json(organisations),
  }),
  organisation: createRoute({
    ...get,
    path: '/organisations/{id}',
    request: { params: idParam, query: oneQuery },
    responses: json(organisation),
  }),
  courses: createRoute({ ...get, path: '/courses', request: { query: coursesQuery }, responses: json(courses) }),
  course: createRoute({
    ...get,
    path: '/courses/{id}',
    request: { params: idParam, query: oneQuery },
    responses: json(course),
  }),
  offerings: createRoute({
    ...get,
    path: '/courses/{id}/course-offerings',
    request: { params: idParam, query: listQuery },
    responses: json(courseOfferings),
  }),
  offering: createRoute({
    ...get,
    path: '/course-offerings/{id}',
    request: { params: idParam, query: oneQuery },
    responses: json(courseOffering),
  }),
  outcomes: createRoute({
    ...get,
    path: '/learning-outcomes',
    request: { query: listQuery },
    responses: json(learningOutcomes),
  }),
  outcome: createRoute({
    ...get,
    path: '/learning-outcomes/{id}',
    request: { params: idParam, query: oneQuery },
    responses: json(learningOutcome),
  }),
}

/** A page of a list, as OEAPI says it. */
function paged<Item>(items: Item[], { pageSize, pageNumber }: { pageSize: number; pageNumber: number }, total: number) {
  const totalPages = Math.max(1, Math.ceil(total / pageSize))
  return {
    pageSize,
    pageNumber,
    hasPreviousPage: pageNumber > 1,
    hasNextPage: pageNumber < totalPages,
    totalPages,
    items,
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
    const { rows, total } = await providersPart(c.var.db, { ...query, page: query.pageNumber })
    const items = rows.map((provider) => toOrganisation(provider, c.var.config.baseUrl))
    return c.json(paged(items, query, total), 200)
  })
  api.openapi(operations.organisation, async (c) => {
    const { id } = c.req.valid('param')
    const provider = found(isId(id) ? (await providersById(c.var.db, [id])).get(id) : undefined)
    askedFor(provider, provider.fictional, c.req.valid('query'))
    return c.json(toOrganisation(provider, c.var.config.baseUrl), 200)
  })
}

/** Numbers of the courses on a page of what was asked, what changed last first, and how many there are. */
async function coursesAsked(c: Context<HouseEnv>, query: CoursesQuery) {
  const shelf = await shelfOf(c)
  const { words } = shelf.courses
  const open = query.voorbeelden === 'ja' ? words.all : without(words.all, words.tagged('fictional', ['ja']))
  const within = query.q === '' ? open : (await findCourses(c, shelf.courses, query.q)).within
  const chosen = {
    language: query.teachingLanguage === undefined ? [] : [query.teachingLanguage],
    form: query.modeOfDelivery === undefined ? [] : formsOf(query.modeOfDelivery),
  }
  const sense = { today: shelf.today, competences: new Map<string, string[]>() }
  const rows = left(shelf.courses, chosen, both(within, open), sense)
  const coded = query.primaryCode === undefined ? undefined : await courseOfCode(c.var.db, query.primaryCode)
  const skip = (query.pageNumber - 1) * query.pageSize
  if (query.primaryCode !== undefined) {
    const nos = words.numbers(rows).filter((no) => coded?.includes(no))
    return { shelf, nos: nos.slice(skip, skip + query.pageSize), total: nos.length }
  }
  return { shelf, nos: words.newest(rows, skip, query.pageSize), total: words.count(rows) }
}

function addCourses(api: OpenAPIHono<HouseEnv>): void {
  api.openapi(operations.courses, async (c) => {
    const query = c.req.valid('query')
    const { shelf, nos, total } = await coursesAsked(c, query)
    const rows = await keptCourses(c.var.db, shelf.words, nos)
    const items = rows.map((one) => toCourse(one, shelf.words.standards, c.var.config.baseUrl))
    return c.json(paged(items, query, total), 200)
  })
  api.openapi(operations.course, async (c) => {
    const [one, { words }] = await Promise.all([courseAsked(c, c.req.valid('param').id), shelfOf(c)])
    return c.json(toCourse(one, words.standards, c.var.config.baseUrl), 200)
  })
}

async function courseAsked(c: Context<HouseEnv>, id: string) {
  const one = found(isId(id) ? await listedCourseById(c.var.db, id) : undefined)
  return askedFor(one, one.fictional, { voorbeelden: withExamples(c) ? 'ja' : 'nee' })
}

function addOfferings(api: OpenAPIHono<HouseEnv>): void {
  api.openapi(operations.offerings, async (c) => {
    const query = c.req.valid('query')
    const one = await courseAsked(c, c.req.valid('param').id)
    const today = dutchDay(c.var.now)
    // Newest first in the store; whoever plans wants what comes first.
    const ahead = (await offeringsOf(c.var.db, one.id)).filter(({ endsOn }) => endsOn >= today).reverse()
    const items = pageOf(ahead, { page: query.pageNumber, pageSize: query.pageSize })
    const shown = items.map((offering) => toCourseOffering(offering, one, today))
    return c.json(paged(shown, query, ahead.length), 200)
  })
  api.openapi(operations.offering, async (c) => {
    const { id } = c.req.valid('param')
    const offering = found(isId(id) ? await listedOffering(c.var.db, id) : undefined)
    const one = await courseAsked(c, offering.of.id)
    return c.json(toCourseOffering(offering, one, dutchDay(c.var.now)), 200)
  })
}

function addOutcomes(api: OpenAPIHono<HouseEnv>): void {
  const outcomes = async (c: Context<HouseEnv>) =>
    (await currentStandards(c.var.db)).filter(({ fictional }) => withExamples(c) || !fictional)
  api.openapi(operations.outcomes, async (c) => {
    const query = c.req.valid('query')
    const all = await outcomes(c)
    const shown = pageOf(all, { page: query.pageNumber, pageSize: query.pageSize })
    const items = shown.map((standard) => toLearningOutcome(standard, c.var.config.baseUrl))
    return c.json(paged(items, query, all.length), 200)
  })
  api.openapi(operations.outcome, async (c) => {
    const standard = found((await outcomes(c)).find(({ item }) => item === c.req.valid('param').id))
    return c.json(toLearningOutcome(standard, c.var.config.baseUrl), 200)
  })
}
