import { Hono } from 'hono'
import { publicPage, withExamples } from '../foundation/http/index.ts'
import type { PeopleContext, PeopleEnv } from '../people/index.ts'
import { suggestions } from '../thread/index.ts'
import { openSearchXml } from './open-search.ts'

/** How a browser searches here from its own address bar. */
function sendDescription(c: PeopleContext): Response {
  const { baseUrl, contact } = c.var.config
  c.header('Content-Type', 'application/opensearchdescription+xml; charset=utf-8')
  return c.body(openSearchXml({ baseUrl, contact: contact.email, icon: c.var.draw(c).assets.icon }))
}

/** What someone may be typing, in the form browsers ask for: the text, titles, kinds, addresses. */
async function sendSuggestions(c: PeopleContext): Promise<Response> {
  const { db, config } = c.var
  const typed = c.req.query('q') ?? ''
  const found = await suggestions(db, typed, { fictional: withExamples(c) })
  const answer = [
    typed,
    found.map(({ title }) => title),
    found.map(({ word }) => word),
    found.map(({ url }) => config.baseUrl + url),
  ]
  c.header('Content-Type', 'application/x-suggestions+json; charset=utf-8')
  return c.body(JSON.stringify(answer))
}

/** Searching from a browser or another program (OpenSearch 1.1). */
export function openSearchRoutes(): Hono<PeopleEnv> {
  return new Hono<PeopleEnv>()
    .get('/opensearch.xml', publicPage, sendDescription)
    .get('/zoeken/suggesties', sendSuggestions)
}
