import { createRoute, type OpenAPIHono } from '@hono/zod-openapi'
import { Hono } from 'hono'
import {
  apiPart,
  freshAnswers,
  LICENCE,
  linkPages,
  listAnswers,
  pageOf,
  pageQuery,
  versioned,
} from '../foundation/api/index.ts'
import type { Config } from '../foundation/config.ts'
import { type HouseEnv, page, publicPage } from '../foundation/http/index.ts'
import type { PeopleEnv } from '../people/index.ts'
import { practiceApi } from '../practices/index.ts'
import { standardsApi } from '../standards/index.ts'
import { trainingApi } from '../training/index.ts'
import { wijzigingen } from './api.form.ts'
import { namesHere } from './api.names.ts'
import { ApiPage } from './api.page.tsx'
import { API_VERSION, type ApiDocument, CHANGES, describeApi, HEADERS } from './api.ts'
import { groupsOf } from './api.view.ts'

const changes = createRoute({
  method: 'get',
  path: '/wijzigingen',
  operationId: 'wijzigingen',
  summary: 'Wat er aan deze API veranderde',
  tags: ['API'],
  request: { query: pageQuery },
  responses: listAnswers(wijzigingen, 'Wijzigingen, nieuwste eerst.'),
})

/** Everything at `/api/v1`: what each domain serves, by the Dutch API Design Rules. Reading only. */
export function machineApi(): OpenAPIHono<HouseEnv> {
  const api = apiPart()
  for (const [name, header] of Object.entries(HEADERS)) api.openAPIRegistry.registerComponent('headers', name, header)
  api.use(versioned(API_VERSION)).use(freshAnswers)
  api.route('/', practiceApi())
  api.route('/', standardsApi())
  api.route('/', trainingApi())
  api.openapi(changes, (c) => {
    const query = c.req.valid('query')
    const { page, pageSize } = query
    linkPages(c, { page, pageSize, total: CHANGES.length })
    const shown = pageOf(CHANGES, query)
    return c.json({ totaal: CHANGES.length, page, pageSize, licentie: LICENCE, wijzigingen: shown }, 200)
  })
  return api
}

/** The API for machines, what describes it to them, and the page that explains it to people. */
export function apiRoutes(): Hono<PeopleEnv> {
  const api = machineApi()
  // One installation has one address and one contact, so one description serves every answer.
  let described: ApiDocument | undefined
  const documentFor = (config: Config): ApiDocument => {
    described ??= describeApi(api, config)
    return described
  }
  api.get('/openapi.json', (c) => c.json(documentFor(c.var.config)))
  return new Hono<PeopleEnv>().route('/api/v1', api).get('/api', publicPage, async (c) => {
    const { config } = c.var
    const { demo, baseUrl } = config
    return page(
      c,
      {
        title: 'De API',
        description: 'Praktijken, kenmerken en scholing voor je eigen programma: wat je mag vragen, met voorbeelden.',
        breadcrumb: [{ label: 'Open data', href: '/open-data' }, { label: 'De API' }],
        canonical: '/api',
      },
      <ApiPage
        groups={groupsOf(documentFor(config), { demo, names: await namesHere(c, api, documentFor(config)) })}
        changes={CHANGES}
        version={API_VERSION}
        baseUrl={baseUrl}
        licence={LICENCE}
        demo={demo}
      />,
    )
  })
}
