import { Hono } from 'hono'
import { dutchDay } from '../foundation/clock.ts'
import { found, page, publicPage } from '../foundation/http/index.ts'
import type { PeopleContext, PeopleEnv } from '../people/index.ts'
import { callDeskRoutes } from './call.desk.routes.tsx'
import { CallPage, CallsPage, callTitle } from './call.page.tsx'
import { calls, criteriaEditions, criteriaOf, fieldsOf, readCall, themesOf } from './call.store.ts'
import { callState, callUrl } from './call.ts'
import { fieldsOn } from './field.ts'
import { themeRoutes } from './theme.routes.tsx'

/** Calls, their themes and criteria: for everyone to read, for editors to make. */
export function callRoutes(): Hono<PeopleEnv> {
  return new Hono<PeopleEnv>()
    .route('/', themeRoutes())
    .get('/oproepen', publicPage, showCalls)
    .get('/oproepen/:slug', publicPage, showCall)
    .route('/', callDeskRoutes())
}

async function showCalls(c: PeopleContext): Promise<Response> {
  const { db, now } = c.var
  const today = dutchDay(now)
  const published = (await calls(db)).filter(({ publishedAt }) => publishedAt !== null)
  const listed = await Promise.all(
    published.map(async (call) => ({ call, state: callState(call, today), themes: await themesOf(db, call.id) })),
  )
  return page(
    c,
    {
      title: 'Oproepen',
      description: 'Elk jaar zoeken we praktijken die werken, bij drie thema’s.',
      breadcrumb: [{ label: 'Oproepen' }],
      canonical: '/oproepen',
    },
    <CallsPage calls={listed} />,
  )
}

async function showCall(c: PeopleContext): Promise<Response> {
  const { db, now } = c.var
  const call = found(await readCall(db, c.req.param('slug') ?? ''))
  const state = callState(call, dutchDay(now))
  if (state === 'draft') return found<Response>(undefined)
  const [themes, criteria, editions, fields] = await Promise.all([
    themesOf(db, call.id),
    criteriaOf(db, call.criteria),
    criteriaEditions(db),
    fieldsOf(db, call.vocabulary),
  ])
  return page(
    c,
    {
      title: callTitle(call),
      description: `Oproep ${call.year}: ${themes.map(({ name }) => name).join(', ')}.`,
      breadcrumb: [{ label: 'Oproepen', href: '/oproepen' }, { label: String(call.year) }],
      canonical: callUrl(call),
      ...(call.fictional ? { robots: 'noindex' as const } : {}),
    },
    <CallPage
      call={call}
      state={state}
      themes={themes}
      criteria={criteria}
      edition={editions.find(({ slug }) => slug === call.criteria)}
      fields={fieldsOn(fields, call.closesOn)}
    />,
  )
}
