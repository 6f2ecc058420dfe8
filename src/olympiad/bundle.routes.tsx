import { Hono } from 'hono'
import { csvOf } from '../foundation/csv.ts'
import { renderPdf } from '../foundation/documents/index.ts'
import {
  allow,
  download,
  type FieldError,
  found,
  hasOddQuery,
  page,
  publicPage,
  readForm,
  refuse,
  type Typed,
  withoutQuery,
} from '../foundation/http/index.ts'
import { hasRole, type PeopleContext, type PeopleEnv, withRole } from '../people/index.ts'
import { bundleCase } from './bundle.case.ts'
import { BundleDeskPage, BundleYearsPage, bundleDeskUrl } from './bundle.desk.page.tsx'
import { bundleDocument } from './bundle.document.ts'
import { forewordForm } from './bundle.form.ts'
import { BundlePage, BundlesPage } from './bundle.page.tsx'
import {
  bundleYears,
  fictionalYears,
  publishBundle,
  publishedBundles,
  readBundle,
  writeForeword,
  yearFacts,
} from './bundle.store.ts'
import { bundleRows, bundleUrl, isFictional, yearLine } from './bundle.ts'

const YEAR = ':year{[0-9]{4}}'

/** One bundle per calendar year: to read, to take along, and for editors to write a foreword to. */
export function bundleRoutes(): Hono<PeopleEnv> {
  return new Hono<PeopleEnv>()
    .get('/bundels', publicPage, showBundles)
    .get(`/bundels/${YEAR}`, publicPage, showBundle)
    .get(`/bundels/${YEAR}/pdf`, publicPage, printBundle)
    .get(`/bundels/${YEAR}/case`, publicPage, caseBundle)
    .get(`/bundels/${YEAR}/csv`, publicPage, csvBundle)
    .get('/redactie/bundels', showYears)
    .get(`/redactie/bundels/${YEAR}`, (c) => showDesk(c))
    .post(`/redactie/bundels/${YEAR}`, write)
    .post(`/redactie/bundels/${YEAR}/publicatie`, publish)
}

const yearOf = (c: PeopleContext): number => Number(c.req.param('year'))

/** Published: for everyone. Before that it is the work of the editors. */
async function readable(c: PeopleContext) {
  const { db, person } = c.var
  const bundle = found(await readBundle(db, yearOf(c)))
  if (bundle.publishedAt === null) {
    allow(hasRole(person, 'editor'))
    withRole(c, 'editor')
  }
  return { bundle, facts: await yearFacts(db, bundle.year) }
}

async function showBundles(c: PeopleContext): Promise<Response> {
  const bundles = await publishedBundles(c.var.db)
  return page(
    c,
    {
      title: 'Bundels',
      description: 'Van elk jaar één bundel: thema’s, praktijken, zinnen, uitspraken en tegenspraak.',
      breadcrumb: [{ label: 'Olympiade', href: '/olympiades' }, { label: 'Bundels' }],
      canonical: '/bundels',
    },
    <BundlesPage bundles={bundles} fictional={await fictionalYears(c.var.db, bundles)} />,
  )
}

async function showBundle(c: PeopleContext): Promise<Response> {
  const { bundle, facts } = await readable(c)
  return page(
    c,
    {
      title: `Bundel ${facts.year}`,
      description: yearLine(facts),
      breadcrumb: [{ label: 'Bundels', href: '/bundels' }, { label: String(facts.year) }],
      canonical: bundleUrl(facts.year),
      ...(bundle.publishedAt === null || isFictional(facts) ? { robots: 'noindex' as const } : {}),
    },
    <BundlePage bundle={bundle} facts={facts} />,
  )
}

async function printBundle(c: PeopleContext): Promise<Response> {
  if (hasOddQuery(c)) return withoutQuery(c)
  const { bundle, facts } = await readable(c)
  const { config, now } = c.var
  const bytes = await renderPdf(bundleDocument({ facts, bundle, baseUrl: config.baseUrl, now }))
  return download(c, bytes, { type: 'application/pdf', name: `bundel-${facts.year}.pdf`, inline: true })
}

async function caseBundle(c: PeopleContext): Promise<Response> {
  const { bundle, facts } = await readable(c)
  return c.json(bundleCase({ facts, bundle, base: c.var.config.baseUrl }))
}

async function csvBundle(c: PeopleContext): Promise<Response> {
  const { facts } = await readable(c)
  const name = `bundel-${facts.year}.csv`
  return download(c, Buffer.from(csvOf(bundleRows(facts), { excel: true })), { type: 'text/csv; charset=utf-8', name })
}

const trail = (...further: { label: string; href?: string }[]) => [{ label: 'Redactie', href: '/redactie' }, ...further]

async function showYears(c: PeopleContext): Promise<Response> {
  withRole(c, 'editor')
  const { db } = c.var
  const years = await bundleYears(db)
  const bundles = new Map(await Promise.all(years.map(async (year) => [year, await readBundle(db, year)] as const)))
  return page(
    c,
    { title: 'Bundels', robots: 'noindex', breadcrumb: trail({ label: 'Bundels' }) },
    <BundleYearsPage years={years} bundles={bundles} />,
  )
}

interface Returned {
  errors?: FieldError[]
  typed?: Typed
  theirs?: string
}

/** A year in which no Olympiade ended has no bundle. */
async function deskYear(c: PeopleContext): Promise<number> {
  return found((await bundleYears(c.var.db)).find((year) => year === yearOf(c)))
}

async function showDesk(c: PeopleContext, { errors = [], typed = {}, theirs }: Returned = {}): Promise<Response> {
  withRole(c, 'editor')
  const { db } = c.var
  const year = await deskYear(c)
  const status = theirs === undefined ? (errors.length > 0 ? 400 : undefined) : 409
  return page(
    c,
    {
      title: `Bundel ${year}`,
      robots: 'noindex',
      breadcrumb: trail({ label: 'Bundels', href: '/redactie/bundels' }, { label: String(year) }),
      errors: errors.length,
      ...(status ? { status } : {}),
    },
    <BundleDeskPage
      facts={await yearFacts(db, year)}
      bundle={await readBundle(db, year)}
      typed={typed}
      errors={errors}
      theirs={theirs}
      saved={c.req.query('bewaard') === 'ja'}
    />,
  )
}

async function write(c: PeopleContext): Promise<Response> {
  const editor = withRole(c, 'editor')
  const { db, now } = c.var
  const year = await deskYear(c)
  const form = readForm(c, forewordForm)
  if (!form.ok) return showDesk(c, form)
  const { voorwoord: foreword, versie: version } = form.value
  if (!(await writeForeword(db, { year, foreword, version }, { by: editor.id, at: now })))
    return showDesk(c, { typed: form.typed, theirs: (await readBundle(db, year))?.foreword ?? '' })
  return c.redirect(`${bundleDeskUrl(year)}?bewaard=ja`, 303)
}

async function publish(c: PeopleContext): Promise<Response> {
  const editor = withRole(c, 'editor')
  const { db, now } = c.var
  const year = await deskYear(c)
  if ((await readBundle(db, year)) === undefined) refuse(409, 'Schrijf en bewaar eerst een voorwoord.')
  await publishBundle(db, year, { by: editor.id, at: now })
  return c.redirect(bundleUrl(year), 303)
}
