import { createRoute, OpenAPIHono, type z } from '@hono/zod-openapi'
import type { Context } from 'hono'
import type { Config } from '../foundation/config.ts'
import { answerProblem, found, type HouseEnv } from '../foundation/http/index.ts'
import { API_VERSION, practiceApi } from '../practices/index.ts'
import type { Published } from './case.ts'
import {
  competentie,
  competenties,
  idParam,
  kaderDetail,
  kaders,
  noQuery,
  normDetail,
  normen,
  normenQuery,
  pageQuery,
  problem,
  wijzigingen,
} from './norm.form.ts'
import { chosenNorms, paged, toCompetentie, toKader, toKaderDetail, toNorm, toNormDetail } from './norm.ts'
import { published } from './published.store.ts'

/** Every change of the API that a client can notice, newest first. */
const changes = [
  {
    versie: '1.1.0',
    datum: '2026-11-22',
    wijziging: 'Praktijken erbij: /praktijken en /praktijken/{slug}.',
  },
  {
    versie: '1.0.0',
    datum: '2026-11-21',
    wijziging: 'Eerste versie: normen, normenkaders en competenties.',
  },
]

const versionHeader = {
  'API-Version': {
    schema: { type: 'string' as const, example: API_VERSION },
    description: 'Versie van de API.',
  },
}
const pagingHeaders = {
  ...versionHeader,
  Link: {
    schema: { type: 'string' as const },
    description: 'Andere bladzijden (RFC 8288).',
  },
}
const faulty = (description: string) => ({
  description,
  content: { 'application/problem+json': { schema: problem } },
})

const refused = {
  400: faulty('De vraag klopt niet; alle fouten staan erbij.'),
}

function list<S extends z.ZodType>(
  schema: S,
  description: string,
  headers: typeof versionHeader | typeof pagingHeaders = pagingHeaders,
) {
  return {
    200: {
      description,
      headers,
      content: { 'application/json': { schema } },
    },
    ...refused,
  }
}

function one<S extends z.ZodType>(schema: S, description: string) {
  const ok = {
    description,
    headers: versionHeader,
    content: { 'application/json': { schema } },
  }
  return { 200: ok, ...refused, 404: faulty('Bestaat niet.') }
}

const operations = {
  normen: createRoute({
    method: 'get',
    path: '/normen',
    operationId: 'normen',
    summary: 'Kenmerken en kwaliteitsstandaarden',
    tags: ['Normen'],
    request: { query: normenQuery },
    responses: list(normen, 'Normen, wat nu geldt tenzij anders gevraagd.'),
  }),
  norm: createRoute({
    method: 'get',
    path: '/normen/{id}',
    operationId: 'norm',
    summary: 'Eén norm, helemaal',
    tags: ['Normen'],
    request: { params: idParam, query: noQuery },
    responses: one(normDetail, 'De norm.'),
  }),
  kaders: createRoute({
    method: 'get',
    path: '/normenkaders',
    operationId: 'normenkaders',
    summary: 'Handreikingen: lijsten met hun versies',
    tags: ['Normenkaders'],
    request: { query: pageQuery },
    responses: list(kaders, 'Normenkaders, nieuwste eerst.'),
  }),
  kader: createRoute({
    method: 'get',
    path: '/normenkaders/{id}',
    operationId: 'normenkader',
    summary: 'Eén normenkader, helemaal',
    tags: ['Normenkaders'],
    request: { params: idParam, query: noQuery },
    responses: one(kaderDetail, 'Het normenkader.'),
  }),
  competenties: createRoute({
    method: 'get',
    path: '/competenties',
    operationId: 'competenties',
    summary: 'Competenties en bij welke normen ze horen',
    tags: ['Competenties'],
    request: { query: pageQuery },
    responses: list(competenties, 'Competenties.'),
  }),
  competentie: createRoute({
    method: 'get',
    path: '/competenties/{id}',
    operationId: 'competentie',
    summary: 'Eén competentie',
    tags: ['Competenties'],
    request: { params: idParam, query: noQuery },
    responses: one(competentie, 'De competentie.'),
  }),
  wijzigingen: createRoute({
    method: 'get',
    path: '/wijzigingen',
    operationId: 'wijzigingen',
    summary: 'Wat er aan deze API veranderde',
    tags: ['API'],
    request: { query: noQuery },
    responses: list(wijzigingen, 'Wijzigingen, nieuwste eerst.', versionHeader),
  }),
}

const DESCRIPTION =
  'Kenmerken en kwaliteitsstandaarden van goed sociaal werk, met hun versies. Geen verplicht kader. Foute vragen geven 400 met alle fouten ineens; een onbekende parameter is ook een fout. Dezelfde gegevens volgens CASE 1.1 staan onder /ims/case/v1p1.'

/** The description of the API; its address and contact come from the settings. */
function description({ baseUrl, contact }: Pick<Config, 'baseUrl' | 'contact'>) {
  return {
    openapi: '3.1.0',
    info: {
      title: 'Verankerd: normen en praktijken',
      version: API_VERSION,
      description: DESCRIPTION,
      contact: {
        name: contact.name,
        url: `${baseUrl}/contact`,
        email: contact.email,
      },
      license: { name: 'EUPL-1.2', identifier: 'EUPL-1.2' },
    },
    servers: [{ url: `${baseUrl}/api/v1` }],
    security: [],
    tags: ['Normen', 'Normenkaders', 'Competenties', 'Praktijken', 'API'].map((name) => ({
      name,
    })),
  }
}

const everything = (c: Context<HouseEnv>): Promise<Published> =>
  published(c.var.db, { base: c.var.config.baseUrl, now: c.var.now })

/** Which page, and the whole address it was asked at, for the links to the others. */
const addressOf = (c: Context<HouseEnv>) => {
  const { pathname, search } = new URL(c.req.url)
  return new URL(pathname + search, c.var.config.baseUrl)
}

function issueFaults(
  issues: {
    path: PropertyKey[]
    message: string
    code?: string
    keys?: string[]
  }[],
) {
  return issues.flatMap(({ path, message, keys }) =>
    keys
      ? keys.map((key) => ({
          veld: key,
          melding: `Deze API kent geen parameter “${key}”.`,
        }))
      : [{ veld: String(path[0] ?? ''), melding: message }],
  )
}

/** The API for machines, by the Dutch API Design Rules: reading only, for everyone. */
export function normRoutes(): OpenAPIHono<HouseEnv> {
  const api = new OpenAPIHono<HouseEnv>({
    defaultHook: (result, c) => {
      if (result.success) return undefined
      const errors = issueFaults(result.error.issues)
      return answerProblem(c, {
        status: 400,
        sentence: 'De vraag klopt niet. Bij elke fout staat wat wij verwachten.',
        errors,
      })
    },
  })
  api.use(async (c, next) => {
    await next()
    if (c.res.status < 400) c.res.headers.set('API-Version', API_VERSION)
  })
  addLists(api)
  addOnes(api)
  api.openapi(operations.wijzigingen, (c) =>
    c.json(
      {
        totaal: changes.length,
        page: 1,
        pageSize: changes.length,
        wijzigingen: changes,
      },
      200,
    ),
  )
  api.route('/', practiceApi())
  api.get('/openapi.json', (c) => c.json(api.getOpenAPI31Document(description(c.var.config))))
  return api
}

function addLists(api: OpenAPIHono<HouseEnv>): void {
  api.openapi(operations.normen, async (c) => {
    const all = await everything(c)
    const query = c.req.valid('query')
    const chosen = chosenNorms(
      all.standards.map((standard) => toNorm(all, standard)),
      all.editions.map((edition) => toKader(all, edition)),
      query,
    )
    const { parts, link } = paged(chosen, query, addressOf(c))
    c.header('Link', link)
    return c.json(
      {
        totaal: chosen.length,
        page: query.page,
        pageSize: query.pageSize,
        normen: parts,
      },
      200,
    )
  })
  api.openapi(operations.kaders, async (c) => {
    const all = await everything(c)
    const query = c.req.valid('query')
    const { parts, link } = paged(all.editions, query, addressOf(c))
    c.header('Link', link)
    const normenkaders = parts.map((edition) => toKader(all, edition))
    return c.json(
      {
        totaal: all.editions.length,
        page: query.page,
        pageSize: query.pageSize,
        normenkaders,
      },
      200,
    )
  })
  api.openapi(operations.competenties, async (c) => {
    const all = await everything(c)
    const query = c.req.valid('query')
    const { parts, link } = paged(all.competences, query, addressOf(c))
    c.header('Link', link)
    const found = parts.map((competence) => toCompetentie(all, competence))
    return c.json(
      {
        totaal: all.competences.length,
        page: query.page,
        pageSize: query.pageSize,
        competenties: found,
      },
      200,
    )
  })
}

function addOnes(api: OpenAPIHono<HouseEnv>): void {
  api.openapi(operations.norm, async (c) => {
    const all = await everything(c)
    return c.json(toNormDetail(all, found(all.standards.find(({ id }) => id === c.req.valid('param').id))), 200)
  })
  api.openapi(operations.kader, async (c) => {
    const all = await everything(c)
    return c.json(toKaderDetail(all, found(all.editions.find(({ id }) => id === c.req.valid('param').id))), 200)
  })
  api.openapi(operations.competentie, async (c) => {
    const all = await everything(c)
    return c.json(toCompetentie(all, found(all.competences.find(({ id }) => id === c.req.valid('param').id))), 200)
  })
}
