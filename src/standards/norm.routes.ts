import { createRoute, type OpenAPIHono } from '@hono/zod-openapi'
import type { Context } from 'hono'
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
  refuseFaults,
} from '../foundation/api/index.ts'
import { found, type HouseEnv } from '../foundation/http/index.ts'
import type { Published } from './case.ts'
import { matching } from './catalogue.store.ts'
import {
  competentieDetail,
  competenties,
  kaderDetail,
  kaders,
  kadersQuery,
  normDetail,
  normen,
  normenQuery,
} from './norm.form.ts'
import { chosenNorms, toCompetentie, toKader, toKaderDetail, toNorm, toNormDetail, unknownIn } from './norm.ts'
import { published } from './published.store.ts'

const operations = {
  normen: createRoute({
    method: 'get',
    path: '/normen',
    operationId: 'normen',
    summary: 'Kenmerken en kwaliteitsstandaarden',
    tags: ['Normen'],
    request: { query: normenQuery },
    responses: listAnswers(normen, 'Normen, wat nu geldt tenzij anders gevraagd.'),
  }),
  norm: createRoute({
    method: 'get',
    path: '/normen/{id}',
    operationId: 'norm',
    summary: 'Eén norm, helemaal',
    tags: ['Normen'],
    request: { params: idParam, query: examplesQuery },
    responses: oneAnswers(normDetail, 'De norm.'),
  }),
  kaders: createRoute({
    method: 'get',
    path: '/normenkaders',
    operationId: 'normenkaders',
    summary: 'Handreikingen: lijsten met hun versies',
    tags: ['Normenkaders'],
    request: { query: kadersQuery },
    responses: listAnswers(kaders, 'Normenkaders, nieuwste eerst.'),
  }),
  kader: createRoute({
    method: 'get',
    path: '/normenkaders/{id}',
    operationId: 'normenkader',
    summary: 'Eén normenkader, helemaal',
    tags: ['Normenkaders'],
    request: { params: idParam, query: examplesQuery },
    responses: oneAnswers(kaderDetail, 'Het normenkader.'),
  }),
  competenties: createRoute({
    method: 'get',
    path: '/competenties',
    operationId: 'competenties',
    summary: 'Competenties en bij welke normen ze horen',
    tags: ['Competenties'],
    request: { query: pageQuery },
    responses: listAnswers(competenties, 'Competenties.'),
  }),
  competentie: createRoute({
    method: 'get',
    path: '/competenties/{id}',
    operationId: 'competentie',
    summary: 'Eén competentie',
    tags: ['Competenties'],
    request: { params: idParam, query: noQuery },
    responses: oneAnswers(competentieDetail, 'De competentie.'),
  }),
}

type Reader = Context<HouseEnv>

const whole = ({ var: { db, config, now } }: Reader): Promise<Published> => published(db, { base: config.baseUrl, now })

/** The same, read once per content version. */
const everything = (c: Reader): Promise<Published> => c.var.memo('standards.published', () => whole(c))

/** The standards in the API for machines: reading only, for everyone. To be mounted in the API of the house. */
export function standardsApi(): OpenAPIHono<HouseEnv> {
  const api = apiPart()
  addLists(api)
  addOnes(api)
  return api
}

function addLists(api: OpenAPIHono<HouseEnv>): void {
  api.openapi(operations.normen, async (c) => {
    const query = c.req.valid('query')
    const [all, matches] = await Promise.all([everything(c), matching(c.var.db, query.zoek, c.var.now)])
    refuseFaults(unknownIn(all, query))
    const chosen = chosenNorms(all, query, matches.items)
    const { page, pageSize } = query
    linkPages(c, { page, pageSize, total: chosen.length })
    const shown = pageOf(chosen, query).map((standard) => toNorm(all, standard))
    return c.json({ totaal: chosen.length, page, pageSize, licentie: LICENCE, normen: shown }, 200)
  })
  api.openapi(operations.kaders, async (c) => {
    const all = await everything(c)
    const { page, pageSize, voorbeelden } = c.req.valid('query')
    const open = all.editions.filter(({ framework }) => voorbeelden === 'ja' || !framework.fictional)
    linkPages(c, { page, pageSize, total: open.length })
    const normenkaders = pageOf(open, { page, pageSize }).map((edition) => toKader(all, edition))
    return c.json({ totaal: open.length, page, pageSize, licentie: LICENCE, normenkaders }, 200)
  })
  api.openapi(operations.competenties, async (c) => {
    const all = await everything(c)
    const { page, pageSize } = c.req.valid('query')
    linkPages(c, { page, pageSize, total: all.competences.length })
    const shown = pageOf(all.competences, { page, pageSize }).map((competence) => toCompetentie(all, competence))
    const totaal = all.competences.length
    return c.json({ totaal, page, pageSize, licentie: LICENCE, competenties: shown }, 200)
  })
}

function addOnes(api: OpenAPIHono<HouseEnv>): void {
  api.openapi(operations.norm, async (c) => {
    // In full a norm carries people's words, and those must be gone the moment someone takes them back.
    const all = await whole(c)
    const query = c.req.valid('query')
    const standard = found(all.standards.find(({ id }) => id === c.req.valid('param').id))
    const norm = toNormDetail(all, standard, query.voorbeelden === 'ja')
    return c.json(askedFor(norm, norm.voorbeeld, query), 200)
  })
  api.openapi(operations.kader, async (c) => {
    const all = await everything(c)
    const edition = found(all.editions.find(({ id }) => id === c.req.valid('param').id))
    return c.json(askedFor(toKaderDetail(all, edition), edition.framework.fictional, c.req.valid('query')), 200)
  })
  api.openapi(operations.competentie, async (c) => {
    const all = await everything(c)
    const competence = found(all.competences.find(({ id }) => id === c.req.valid('param').id))
    return c.json({ ...toCompetentie(all, competence), licentie: LICENCE as typeof LICENCE }, 200)
  })
}
