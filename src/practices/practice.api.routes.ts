import { createRoute, OpenAPIHono, type z } from '@hono/zod-openapi'
import type { Context } from 'hono'
import { answerProblem, found, type HouseEnv, pageLinks } from '../foundation/http/index.ts'
import { bankOf, choose } from './bank.reading.ts'
import { numbersOn } from './bank.ts'
import { readDetail } from './detail.store.ts'
import { listingsByNo } from './listing.store.ts'
import { fault, noQuery, praktijkDetail, praktijken, praktijkenQuery, slugParam } from './practice.api.form.ts'
import { choiceOf, toPraktijk, toPraktijkDetail } from './practice.api.ts'

/** Version of the whole of `/api/v1`: this part and those of the floors above. */
export const API_VERSION = '1.1.0'

const versionHeader = {
  'API-Version': { schema: { type: 'string' as const, example: API_VERSION }, description: 'Versie van de API.' },
}
const pagingHeaders = {
  ...versionHeader,
  Link: { schema: { type: 'string' as const }, description: 'Andere bladzijden (RFC 8288).' },
}
const faulty = (description: string) => ({ description, content: { 'application/problem+json': { schema: fault } } })
const json = <S extends z.ZodType>(schema: S) => ({ 'application/json': { schema } })

const operations = {
  list: createRoute({
    method: 'get',
    path: '/praktijken',
    operationId: 'praktijken',
    summary: 'Praktijken, nieuwste eerst of met zoek het best passende eerst',
    tags: ['Praktijken'],
    request: { query: praktijkenQuery },
    responses: {
      200: { description: 'Praktijken.', headers: pagingHeaders, content: json(praktijken) },
      400: faulty('De vraag klopt niet; alle fouten staan erbij.'),
    },
  }),
  one: createRoute({
    method: 'get',
    path: '/praktijken/{slug}',
    operationId: 'praktijk',
    summary: 'Eén praktijk, helemaal',
    tags: ['Praktijken'],
    request: { params: slugParam, query: noQuery },
    responses: {
      200: { description: 'De praktijk.', headers: versionHeader, content: json(praktijkDetail) },
      400: faulty('De vraag klopt niet; alle fouten staan erbij.'),
      404: faulty('Bestaat niet.'),
    },
  }),
}

const addressOf = (c: Context<HouseEnv>) => {
  const { pathname, search } = new URL(c.req.url)
  return new URL(pathname + search, c.var.config.baseUrl)
}

const errorsOf = (issues: { path: PropertyKey[]; message: string; keys?: string[] }[]) =>
  issues.flatMap(({ path, message, keys }) =>
    keys
      ? keys.map((key) => ({ veld: key, melding: `Deze API kent geen parameter “${key}”.` }))
      : [{ veld: String(path[0] ?? ''), melding: message }],
  )

/**
 * The practices in the API for machines: reading only, for everyone. To be mounted in the API of the house, whose
 * description takes these operations over.
 */
export function practiceApi(): OpenAPIHono<HouseEnv> {
  const api = new OpenAPIHono<HouseEnv>({
    defaultHook: (result, c) => {
      if (result.success) return undefined
      const errors = errorsOf(result.error.issues)
      return answerProblem(c, {
        status: 400,
        sentence: 'De vraag klopt niet. Bij elke fout staat wat wij verwachten.',
        errors,
      })
    },
  })
  api.use('/praktijken/*', async (c, next) => {
    await next()
    if (c.res.status < 400) c.res.headers.set('API-Version', API_VERSION)
  })
  api.openapi(operations.list, async (c) => {
    const { db, config } = c.var
    const query = c.req.valid('query')
    const { page, pageSize } = query
    const choice = choiceOf(query)
    const [index, words] = await bankOf(c)
    const { found: matches, narrowed } = await choose(c, index, choice)
    const skip = (page - 1) * pageSize
    const part = { order: choice.order, question: matches?.question, skip, most: pageSize }
    const listings = await listingsByNo(db, numbersOn(index, narrowed.rows, part))
    c.header('Link', pageLinks(addressOf(c), { page, pageSize, total: narrowed.total }))
    const around = { base: config.baseUrl, words }
    return c.json(
      { totaal: narrowed.total, page, pageSize, praktijken: listings.map((one) => toPraktijk(one, around)) },
      200,
    )
  })
  api.openapi(operations.one, async (c) => {
    const { db, config, now } = c.var
    const detail = found(await readDetail(db, c.req.valid('param').slug, now))
    const [, words] = await bankOf(c)
    return c.json(toPraktijkDetail(detail, { base: config.baseUrl, words }), 200)
  })
  return api
}
