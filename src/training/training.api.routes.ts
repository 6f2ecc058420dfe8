import { createRoute, type OpenAPIHono } from '@hono/zod-openapi'
import {
  apiPart,
  askedFor,
  examplesQuery,
  idParam,
  LICENCE,
  linkPages,
  listAnswers,
  noQuery,
  oneAnswers,
  pageOf,
  pageQuery,
  slugParam,
} from '../foundation/api/index.ts'
import { found, type HouseEnv } from '../foundation/http/index.ts'
import { isId } from '../foundation/id.ts'
import {
  opleidingDetail,
  opleidingen,
  opleidingenQuery,
  uitvoeringDetail,
  uitvoeringen,
  uitvoeringenQuery,
} from './course.api.form.ts'
import { coursesAsked, offeringsAsked } from './course.api.reading.ts'
import { keptCourses, keptOfferings, listedCourse, listedOffering } from './course.api.store.ts'
import { toOpleiding, toOpleidingDetail, toUitvoering } from './course.api.ts'
import { taughtBy } from './course.reading.ts'
import { shelfOf } from './finding.reading.ts'
import { liveLearningForms, readLearningForm } from './learning-form.store.ts'
import { readModule } from './module.store.ts'
import { offeringsAhead } from './offering.store.ts'
import {
  leermateriaalDetail,
  leermaterialen,
  leervormDetail,
  leervormen,
  onlyExamplesQuery,
  opleiderDetail,
  opleiders,
} from './provider.api.form.ts'
import { modulesPart, providersPart } from './provider.api.store.ts'
import { toLeermateriaal, toLeervorm, toOpleider, toOpleiderDetail } from './provider.api.ts'
import { providersById, readProvider } from './provider.store.ts'

const get = { method: 'get' as const }

const operations = {
  courses: createRoute({
    ...get,
    path: '/opleidingen',
    operationId: 'opleidingen',
    summary: 'Trainingen en opleidingen',
    tags: ['Scholing'],
    request: { query: opleidingenQuery },
    responses: listAnswers(opleidingen, 'Opleidingen die je nu kunt volgen.'),
  }),
  course: createRoute({
    ...get,
    path: '/opleidingen/{slug}',
    operationId: 'opleiding',
    summary: 'Eén opleiding, met haar uitvoeringen',
    tags: ['Scholing'],
    request: { params: slugParam, query: examplesQuery },
    responses: oneAnswers(opleidingDetail, 'De opleiding.'),
  }),
  offerings: createRoute({
    ...get,
    path: '/uitvoeringen',
    operationId: 'uitvoeringen',
    summary: 'Wanneer en waar je iets kunt volgen, wat het eerst komt eerst',
    tags: ['Scholing'],
    request: { query: uitvoeringenQuery },
    responses: listAnswers(uitvoeringen, 'Uitvoeringen waar je nog heen kunt.'),
  }),
  offering: createRoute({
    ...get,
    path: '/uitvoeringen/{id}',
    operationId: 'uitvoering',
    summary: 'Eén uitvoering, ook als ze is afgelast of voorbij',
    tags: ['Scholing'],
    request: { params: idParam, query: examplesQuery },
    responses: oneAnswers(uitvoeringDetail, 'De uitvoering.'),
  }),
  providers: createRoute({
    ...get,
    path: '/opleiders',
    operationId: 'opleiders',
    summary: 'Wie er scholing geeft',
    tags: ['Scholing'],
    request: { query: onlyExamplesQuery },
    responses: listAnswers(opleiders, 'Opleiders met een opleiding, op naam.'),
  }),
  provider: createRoute({
    ...get,
    path: '/opleiders/{slug}',
    operationId: 'opleider',
    summary: 'Eén opleider',
    tags: ['Scholing'],
    request: { params: slugParam, query: examplesQuery },
    responses: oneAnswers(opleiderDetail, 'De opleider.'),
  }),
  modules: createRoute({
    ...get,
    path: '/leermaterialen',
    operationId: 'leermaterialen',
    summary: 'Onderwijsmodules om mee te nemen',
    tags: ['Scholing'],
    request: { query: onlyExamplesQuery },
    responses: listAnswers(leermaterialen, 'Leermaterialen, op titel.'),
  }),
  module: createRoute({
    ...get,
    path: '/leermaterialen/{slug}',
    operationId: 'leermateriaal',
    summary: 'Eén leermateriaal',
    tags: ['Scholing'],
    request: { params: slugParam, query: examplesQuery },
    responses: oneAnswers(leermateriaalDetail, 'Het leermateriaal.'),
  }),
  ways: createRoute({
    ...get,
    path: '/leervormen',
    operationId: 'leervormen',
    summary: 'Manieren om zonder opleider te leren',
    tags: ['Scholing'],
    request: { query: pageQuery },
    responses: listAnswers(leervormen, 'Leervormen.'),
  }),
  way: createRoute({
    ...get,
    path: '/leervormen/{slug}',
    operationId: 'leervorm',
    summary: 'Eén leervorm, stap voor stap',
    tags: ['Scholing'],
    request: { params: slugParam, query: noQuery },
    responses: oneAnswers(leervormDetail, 'De leervorm.'),
  }),
}

/** The training in the API for machines: reading only, for everyone. To be mounted in the API of the house. */
export function trainingApi(): OpenAPIHono<HouseEnv> {
  const api = apiPart()
  addCourses(api)
  addOfferings(api)
  addProviders(api)
  addModules(api)
  addWays(api)
  return api
}

function addCourses(api: OpenAPIHono<HouseEnv>): void {
  api.openapi(operations.courses, async (c) => {
    const query = c.req.valid('query')
    const { page, pageSize } = query
    const { shelf, nos, total } = await coursesAsked(c, query)
    const around = { base: c.var.config.baseUrl, words: shelf.words }
    const rows = await keptCourses(c.var.db, shelf.words, nos)
    linkPages(c, { page, pageSize, total })
    const shown = rows.map((course) =>
      toOpleiding(course, shelf.courses.agenda.aheadOf(course.no, shelf.today), around),
    )
    return c.json({ totaal: total, page, pageSize, licentie: LICENCE, opleidingen: shown }, 200)
  })
  api.openapi(operations.course, async (c) => {
    const { db, config } = c.var
    const course = found(await listedCourse(db, c.req.valid('param').slug))
    askedFor(course, course.fictional, c.req.valid('query'))
    const { words, today } = await shelfOf(c)
    const of = {
      id: course.id,
      slug: course.slug,
      title: course.title,
      fictional: course.fictional,
      enrolUrl: course.enrolUrl,
    }
    const dates = (await offeringsAhead(db, [course.id], today)).get(course.id) ?? []
    const whole = { ahead: dates.map((offering) => ({ ...offering, of })), taught: await taughtBy(db, course.id) }
    return c.json(toOpleidingDetail(course, whole, { base: config.baseUrl, words }), 200)
  })
}

function addOfferings(api: OpenAPIHono<HouseEnv>): void {
  api.openapi(operations.offerings, async (c) => {
    const query = c.req.valid('query')
    const { page, pageSize } = query
    const { words, nos, total } = await offeringsAsked(c, query)
    const rows = await keptOfferings(c.var.db, words, nos)
    linkPages(c, { page, pageSize, total })
    const shown = rows.map((offering) => toUitvoering(offering, c.var.config.baseUrl))
    return c.json({ totaal: total, page, pageSize, licentie: LICENCE, uitvoeringen: shown }, 200)
  })
  api.openapi(operations.offering, async (c) => {
    const { id } = c.req.valid('param')
    const offering = found(isId(id) ? await listedOffering(c.var.db, id) : undefined)
    askedFor(offering, offering.of.fictional, c.req.valid('query'))
    return c.json({ ...toUitvoering(offering, c.var.config.baseUrl), licentie: LICENCE as typeof LICENCE }, 200)
  })
}

function addProviders(api: OpenAPIHono<HouseEnv>): void {
  api.openapi(operations.providers, async (c) => {
    const query = c.req.valid('query')
    const { page, pageSize } = query
    const { rows, total } = await providersPart(c.var.db, query)
    linkPages(c, { page, pageSize, total })
    const shown = rows.map((provider) => toOpleider(provider, c.var.config.baseUrl))
    return c.json({ totaal: total, page, pageSize, licentie: LICENCE, opleiders: shown }, 200)
  })
  api.openapi(operations.provider, async (c) => {
    const provider = found(await readProvider(c.var.db, c.req.valid('param').slug))
    askedFor(provider, provider.fictional, c.req.valid('query'))
    return c.json(toOpleiderDetail(provider, c.var.config.baseUrl), 200)
  })
}

function addModules(api: OpenAPIHono<HouseEnv>): void {
  api.openapi(operations.modules, async (c) => {
    const query = c.req.valid('query')
    const { page, pageSize } = query
    const [{ rows, total }, { words }] = await Promise.all([modulesPart(c.var.db, query), shelfOf(c)])
    linkPages(c, { page, pageSize, total })
    const shown = rows.map((module) => toLeermateriaal(module, { base: c.var.config.baseUrl, words }))
    return c.json({ totaal: total, page, pageSize, licentie: LICENCE, leermaterialen: shown }, 200)
  })
  api.openapi(operations.module, async (c) => {
    const { db, config } = c.var
    const module = found(await readModule(db, c.req.valid('param').slug))
    askedFor(module, module.fictional, c.req.valid('query'))
    const by = found((await providersById(db, [module.provider])).get(module.provider))
    const { words } = await shelfOf(c)
    const short = toLeermateriaal({ ...module, by }, { base: config.baseUrl, words })
    return c.json({ ...short, over: module.about, licentie: LICENCE as typeof LICENCE }, 200)
  })
}

function addWays(api: OpenAPIHono<HouseEnv>): void {
  api.openapi(operations.ways, async (c) => {
    const query = c.req.valid('query')
    const { page, pageSize } = query
    const [forms, { words }] = await Promise.all([liveLearningForms(c.var.db), shelfOf(c)])
    linkPages(c, { page, pageSize, total: forms.length })
    const shown = pageOf(forms, query).map((form) => toLeervorm(form, { base: c.var.config.baseUrl, words }))
    return c.json({ totaal: forms.length, page, pageSize, licentie: LICENCE, leervormen: shown }, 200)
  })
  api.openapi(operations.way, async (c) => {
    const form = found(await readLearningForm(c.var.db, c.req.valid('param').slug))
    const { words } = await shelfOf(c)
    const short = toLeervorm(form, { base: c.var.config.baseUrl, words })
    const more = { stappen: form.steps, vragen: form.questions, letOp: form.beware }
    return c.json({ ...short, ...more, licentie: LICENCE as typeof LICENCE }, 200)
  })
}
