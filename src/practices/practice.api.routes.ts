import { createRoute, type OpenAPIHono } from '@hono/zod-openapi'
import {
  apiPart,
  askedFor,
  examplesQuery,
  LICENCE,
  linkPages,
  listAnswers,
  oneAnswers,
  refuseFaults,
  slugParam,
  unknownFault,
} from '../foundation/api/index.ts'
import { found, type HouseEnv } from '../foundation/http/index.ts'
import { type Bits, type Words, without } from '../foundation/words/index.ts'
import { bankOf, choose } from './bank.reading.ts'
import type { BankWords } from './bank.store.ts'
import { numbersOn } from './bank.ts'
import { readDetail } from './detail.store.ts'
import type { Facet } from './facet.ts'
import { listingsByNo } from './listing.store.ts'
import { PEOPLE_GROUPS } from './people-group.ts'
import { type PraktijkenQuery, praktijkDetail, praktijken, praktijkenQuery } from './practice.api.form.ts'
import { choiceOf, toPraktijk, toPraktijkDetail } from './practice.api.ts'
import { RECOGNITION_KINDS } from './recognition.ts'

const operations = {
  list: createRoute({
    method: 'get',
    path: '/praktijken',
    operationId: 'praktijken',
    summary: 'Praktijken, nieuwste eerst of met zoek het best passende eerst',
    tags: ['Praktijken'],
    request: { query: praktijkenQuery },
    responses: listAnswers(praktijken, 'Praktijken.'),
  }),
  one: createRoute({
    method: 'get',
    path: '/praktijken/{slug}',
    operationId: 'praktijk',
    summary: 'Eén praktijk, helemaal',
    tags: ['Praktijken'],
    request: { params: slugParam, query: examplesQuery },
    responses: oneAnswers(praktijkDetail, 'De praktijk.'),
  }),
}

/** What a question names that is nowhere: an empty list would say that nobody does it, while it is a typing error. */
function unknownIn(
  { thema, mensen, veld, erkenning }: PraktijkenQuery,
  { index, open, words }: { index: Words; open: Bits; words: BankWords },
) {
  // Only counted for who asks: others need not wait for it.
  const had = (facet: Facet, asked: readonly string[]) =>
    asked.length === 0 ? [] : [...index.counts(facet, open).keys()].sort()
  const groups = PEOPLE_GROUPS.map(({ slug }) => slug)
  return [
    ...unknownFault('thema', thema, [...words.themes.keys()]),
    ...unknownFault('mensen', mensen, [...new Set([...groups, ...had('people', mensen)])]),
    ...unknownFault('veld', veld, [...words.fields.keys()]),
    ...unknownFault('erkenning', erkenning, [...new Set([...RECOGNITION_KINDS, ...had('recognition', erkenning)])]),
  ]
}

/** The practices in the API for machines: reading only, for everyone. To be mounted in the API of the house. */
export function practiceApi(): OpenAPIHono<HouseEnv> {
  const api = apiPart()
  api.openapi(operations.list, async (c) => {
    const { db, config } = c.var
    const query = c.req.valid('query')
    const { page, pageSize, voorbeelden } = query
    const choice = choiceOf(query)
    const [index, words] = await bankOf(c)
    const open = voorbeelden === 'ja' ? index.all : without(index.all, index.tagged('fictional', ['ja']))
    refuseFaults(unknownIn(query, { index, open, words }))
    const { found: matches, narrowed } = await choose(c, index, choice, open)
    const part = { order: choice.order, question: matches?.question, skip: (page - 1) * pageSize, most: pageSize }
    const listings = await listingsByNo(db, numbersOn(index, narrowed.rows, part))
    const { total } = narrowed
    linkPages(c, { page, pageSize, total })
    const around = { base: config.baseUrl, words }
    const listed = listings.map((one) => toPraktijk(one, around))
    return c.json({ totaal: total, page, pageSize, licentie: LICENCE, praktijken: listed }, 200)
  })
  api.openapi(operations.one, async (c) => {
    const { db, config, now } = c.var
    const query = c.req.valid('query')
    const detail = found(await readDetail(db, c.req.valid('param').slug, now))
    const [, words] = await bankOf(c)
    const shown = askedFor(detail, detail.listing.fictional, query)
    return c.json(toPraktijkDetail(shown, { base: config.baseUrl, words }, query.voorbeelden === 'ja'), 200)
  })
  return api
}
