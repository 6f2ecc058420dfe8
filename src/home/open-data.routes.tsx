import { Hono } from 'hono'
import { dutchYear, HOUR } from '../foundation/clock.ts'
import {
  download,
  found,
  limitPlace,
  type PlaceRule,
  page,
  publicPage,
  withExamples,
} from '../foundation/http/index.ts'
import { csvOfTable, csvwOf, type OpenAsk } from '../foundation/open-table.ts'
import { DataBlock } from '../foundation/ui/index.ts'
import type { PeopleContext, PeopleEnv } from '../people/index.ts'
import { DATA_APIS } from './data-api.ts'
import { DATA_SETS, fileNamed, LICENCE } from './data-set.ts'
import { catalogueOf } from './dcat.ts'
import { dataCatalogue } from './open-data.data.ts'
import { OpenDataPage } from './open-data.page.tsx'

/** A whole table is work for a moment; a whole school behind one address may take them all. */
const taking: PlaceRule = { name: 'open data, network address', points: 600, perMs: HOUR, onFault: 'closed' }

const askOf = ({ db, config, now }: PeopleContext['var'], fictional: boolean): OpenAsk => ({
  ...{ db, now, fictional },
  baseUrl: config.baseUrl,
})

/** Every set with how much there is of it. */
async function readSets(c: PeopleContext, fictional: boolean) {
  const ask = askOf(c.var, fictional)
  return Promise.all(DATA_SETS.map(async (set) => ({ set, extent: await set.table.extent(ask) })))
}

async function showOpenData(c: PeopleContext): Promise<Response> {
  const { config, now } = c.var
  // A trial installation shows what there would be: all of it is made up, and says so.
  const sets = await readSets(c, config.demo)
  return page(
    c,
    {
      title: 'Open data',
      description:
        'Praktijken, kenmerken en scholing om mee te nemen: als tabel, nieuwslezer, agenda of API. CC BY 4.0.',
      breadcrumb: [{ label: 'Open data' }],
      canonical: '/open-data',
      extra: (
        <>
          <link rel="alternate" type="application/ld+json" title="Catalogus (DCAT-AP-NL)" href="/catalogus.jsonld" />
          <DataBlock data={dataCatalogue({ sets, config })} />
        </>
      ),
    },
    <OpenDataPage sets={sets} demo={config.demo} baseUrl={config.baseUrl} year={dutchYear(now)} />,
  )
}

/** A table, sent as it is read and kept nowhere; or what it says of its columns. */
async function sendFile(c: PeopleContext): Promise<Response> {
  const { set, form } = found(fileNamed(DATA_SETS, c.req.param('bestand') ?? ''))
  const { table, title, about } = set
  if (form === 'csvw') {
    c.header('Content-Type', 'application/csvm+json; charset=utf-8')
    return c.body(JSON.stringify(csvwOf(table, { title, description: about, licence: LICENCE.url }), null, 2))
  }
  await limitPlace(c, taking)
  const excel = form === 'excel'
  const parts = csvOfTable(table, askOf(c.var, withExamples(c)), { excel })
  const type = `text/csv; charset=utf-8; header=present`
  return download(c, parts, { type, name: `${table.slug}${excel ? '-voor-excel' : ''}.csv`, inline: !excel })
}

/** The catalogue for data portals. What is made up is not counted in it. */
async function sendCatalogue(c: PeopleContext): Promise<Response> {
  const { config } = c.var
  const sets = await readSets(c, false)
  c.header('Content-Type', 'application/ld+json; charset=utf-8')
  return c.body(JSON.stringify(catalogueOf({ sets, services: DATA_APIS, config }), null, 2))
}

/** What others may take along: the page that explains it, and the tables. */
export const openDataRoutes = (): Hono<PeopleEnv> =>
  new Hono<PeopleEnv>()
    .get('/open-data', publicPage, showOpenData)
    .get('/open-data/:bestand', sendFile)
    .get('/catalogus.jsonld', publicPage, sendCatalogue)
