import { Hono } from 'hono'
import { freshAnswers } from '../foundation/api/index.ts'
import { type FieldError, page, publicPage } from '../foundation/http/index.ts'
import type { PeopleContext, PeopleEnv } from '../people/index.ts'
import { findCourses } from './course-index.store.ts'
import { sendFeed } from './feed.routes.ts'
import { feedUrl } from './feed.ts'
import { isFromForm, readFinding } from './finding.form.ts'
import { numbersOn, orderOf } from './finding.order.ts'
import { FindPage, type FindView } from './finding.page.tsx'
import { leftBy, type Shelf, type Sought, seek, shelfOf } from './finding.reading.ts'
import { type Finding, findUrl, PAGE_SIZE } from './finding.ts'
import { MapPage } from './map.page.tsx'
import { reasonsFor } from './reason.ts'
import { waysOn } from './way-on.ts'

/** What is wrong with a place that does not say where. */
function placeErrors({ located }: Sought, { near }: Finding): FieldError[] {
  if (located.is === 'several')
    return [
      { field: 'bij', message: `Er is meer dan één ${near}. Kies welke je bedoelt; hieronder staat het hele land.` },
    ]
  if (located.is !== 'unknown') return []
  const again = 'Typ een plaats of gemeente, geen postcode of straat. Hieronder staat het hele land.'
  return [{ field: 'bij', message: `“${near}” kennen we niet. ${again}` }]
}

/** Ways on that are offered at most. */
const MOST_WAYS = 6

/** When nothing is left: what would leave something, the least change first. */
async function waysFrom(c: PeopleContext, shelf: Shelf, finding: Finding): Promise<FindView['ways']> {
  const found = finding.text === '' ? undefined : await findCourses(c, shelf.courses, finding.text)
  return waysOn(finding, shelf.words)
    .filter((way) => findUrl(way.finding, shelf.words) !== '/scholing')
    .map((way) => {
      const within = way.finding.text === '' ? undefined : found?.within
      return { way, total: leftBy(shelf, way.finding, within).narrowed.total }
    })
    .filter(({ total }) => total > 0)
    .slice(0, MOST_WAYS)
}

async function showFound(c: PeopleContext): Promise<Response> {
  const queries = c.req.queries()
  const shelf = await shelfOf(c)
  const { finding, errors } = readFinding(queries, shelf.words)
  if (errors.length === 0 && isFromForm(queries)) return c.redirect(findUrl(finding, shelf.words), 303)
  const sought = await seek(c, shelf, finding)
  const { narrowed, question, fitting, place } = sought
  const part = {
    order: orderOf(finding, place),
    standards: finding.chosen.standard,
    question,
    fitting,
    skip: (finding.page - 1) * PAGE_SIZE,
    most: PAGE_SIZE,
  }
  const shown = shelf.courses.agenda.rowsOf(numbersOn(shelf.courses, narrowed.rows, part), shelf.today)
  const ways = narrowed.total > 0 ? [] : await waysFrom(c, shelf, finding)
  const faults = [...errors, ...placeErrors(sought, finding)]
  const asked = new URL(c.req.url).search !== ''
  return page(
    c,
    {
      title: 'Scholing',
      description: 'Trainingen voor sociaal werk: wat het kost, hoe lang het duurt, waar en wanneer.',
      breadcrumb: [{ label: 'Scholing' }],
      canonical: '/scholing',
      extra: (
        <>
          <link
            rel="alternate"
            type="application/atom+xml"
            title="Nieuwe trainingen"
            href={feedUrl(finding, shelf.words)}
          />
          <link
            rel="alternate"
            type="text/calendar"
            title="Data om te volgen"
            href={findUrl({ ...finding, page: 1, order: undefined }, shelf.words, '/agenda.ics')}
          />
        </>
      ),
      ...(asked ? { robots: 'noindex' as const } : {}),
      ...(faults.length > 0 ? { errors: faults.length } : {}),
    },
    <FindPage
      finding={finding}
      shelf={shelf}
      sought={sought}
      shown={shown}
      reasons={reasonsFor(
        shelf.courses,
        shown.map(({ no }) => no),
        finding.chosen,
        shelf.words,
      )}
      ways={ways}
      errors={faults}
      baseUrl={c.var.config.baseUrl}
    />,
  )
}

/** The same on the map. A place we don't know does not narrow, and the map says so as the list does. */
async function showMap(c: PeopleContext): Promise<Response> {
  const shelf = await shelfOf(c)
  const { finding: asked, errors } = readFinding(c.req.queries(), shelf.words)
  const finding = { ...asked, page: 1, order: undefined }
  const sought = await seek(c, shelf, finding)
  const { narrowed, ask } = sought
  const faults = [...errors, ...placeErrors(sought, finding)]
  const { words, agenda } = shelf.courses
  return page(
    c,
    {
      title: 'Trainingen op de kaart',
      description: 'Schematische kaart van Nederland: in welke gemeenten kun je een training volgen?',
      breadcrumb: [{ label: 'Scholing', href: '/scholing' }, { label: 'Kaart' }],
      canonical: '/scholing/kaart',
      ...(new URL(c.req.url).search === '' ? {} : { robots: 'noindex' as const }),
      ...(faults.length > 0 ? { errors: faults.length } : {}),
    },
    <MapPage
      finding={finding}
      errors={faults}
      words={shelf.words}
      total={narrowed.total}
      counts={agenda.perPlace(words.numbers(narrowed.rows), ask)}
    />,
  )
}

/** The front page of this domain: everything one can learn, as a list and on a map. */
export const findingRoutes = (): Hono<PeopleEnv> =>
  new Hono<PeopleEnv>()
    .get('/scholing', publicPage, showFound)
    .get('/scholing/kaart', publicPage, showMap)
    .get('/scholing.atom', publicPage, freshAnswers, sendFeed)
