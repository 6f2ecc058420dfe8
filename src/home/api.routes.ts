import { createRoute, type OpenAPIHono } from '@hono/zod-openapi'
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
import type { HouseEnv } from '../foundation/http/index.ts'
import { practiceApi } from '../practices/index.ts'
import { standardsApi } from '../standards/index.ts'
import { trainingApi } from '../training/index.ts'
import { wijzigingen } from './api.form.ts'
import { API_VERSION, CHANGES, describeApi, HEADERS } from './api.ts'

const changes = createRoute({
  method: 'get',
  path: '/wijzigingen',
  operationId: 'wijzigingen',
  summary: 'Wat er aan deze API veranderde',
  tags: ['API'],
  request: { query: pageQuery },
  responses: listAnswers(wijzigingen, 'Wijzigingen, nieuwste eerst.'),
})

/** The API for machines, by the Dutch API Design Rules: what each domain serves, and its description. Reading only. */
export function machineApi(parts: Parameters<typeof trainingApi>[0]): OpenAPIHono<HouseEnv> {
  const api = apiPart()
  for (const [name, header] of Object.entries(HEADERS)) api.openAPIRegistry.registerComponent('headers', name, header)
  api.use(versioned(API_VERSION)).use(freshAnswers)
  api.route('/', practiceApi())
  api.route('/', standardsApi())
  api.route('/', trainingApi(parts))
  api.openapi(changes, (c) => {
    const query = c.req.valid('query')
    const { page, pageSize } = query
    linkPages(c, { page, pageSize, total: CHANGES.length })
    const shown = pageOf(CHANGES, query)
    return c.json({ totaal: CHANGES.length, page, pageSize, licentie: LICENCE, wijzigingen: shown }, 200)
  })
  // One installation has one address and one contact, so one description serves every answer.
  let described: ReturnType<typeof describeApi> | undefined
  api.get('/openapi.json', (c) => {
    described ??= describeApi(api, c.var.config)
    return c.json(described)
  })
  return api
}
