import { Hono } from 'hono'
import { dutchDay, HOUR } from '../foundation/clock.ts'
import {
  download,
  found,
  type LimitRule,
  limit,
  networkAddress,
  page,
  publicPage,
  withExamples,
} from '../foundation/http/index.ts'
import { csvOfTable, csvwOf, type OpenAsk } from '../foundation/open-table.ts'
import type { PeopleContext, PeopleEnv } from '../people/index.ts'
import { DATA_SETS, fileNamed, LICENCE } from './data-set.ts'
import { OpenDataPage } from './open-data.page.tsx'

/** A whole table is work for a moment; a whole school behind one address may take them all. */
const taking: LimitRule = { name: 'open data, network address', points: 600, perMs: HOUR, onFault: 'closed' }

const askOf = ({ db, config, now }: PeopleContext['var'], fictional: boolean): OpenAsk => ({
  ...{ db, now, fictional },
  baseUrl: config.baseUrl,
})

async function showOpenData(c: PeopleContext): Promise<Response> {
  const { config, now } = c.var
  // A trial installation shows what there would be: all of it is made up, and says so.
  const ask = askOf(c.var, config.demo)
  const sets = await Promise.all(DATA_SETS.map(async (set) => ({ set, extent: await set.table.extent(ask) })))
  return page(
    c,
    {
      title: 'Open data',
      description:
        'Praktijken, kenmerken en scholing om mee te nemen: als tabel, nieuwslezer, agenda of API. CC BY 4.0.',
      breadcrumb: [{ label: 'Open data' }],
      canonical: '/open-data',
    },
    <OpenDataPage sets={sets} demo={config.demo} baseUrl={config.baseUrl} year={Number(dutchDay(now).slice(0, 4))} />,
  )
}

/** A table, sent as it is read and kept nowhere; or what it says of its columns. */
async function sendFile(c: PeopleContext): Promise<Response> {
  const { set, form } = found(fileNamed(c.req.param('bestand') ?? ''))
  const { table, title, about } = set
  if (form === 'csvw') {
    c.header('Content-Type', 'application/csvm+json; charset=utf-8')
    return c.body(JSON.stringify(csvwOf(table, { title, description: about, licence: LICENCE.url }), null, 2))
  }
  await limit(c, taking, networkAddress(c))
  const excel = form === 'excel'
  const parts = csvOfTable(table, askOf(c.var, withExamples(c)), { excel })
  const type = `text/csv; charset=utf-8; header=present`
  return download(c, parts, { type, name: `${table.slug}${excel ? '-voor-excel' : ''}.csv`, inline: !excel })
}

/** What others may take along: the page that explains it, and the tables. */
export function openDataRoutes(): Hono<PeopleEnv> {
  return new Hono<PeopleEnv>().get('/open-data', publicPage, showOpenData).get('/open-data/:bestand', sendFile)
}
