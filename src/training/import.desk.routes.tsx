import { Hono } from 'hono'
import type { z } from 'zod'
import { dutchDay } from '../foundation/clock.ts'
import { sentFile } from '../foundation/files/index.ts'
import { download, found, page, readForm, readQuery, refuse } from '../foundation/http/index.ts'
import { isId } from '../foundation/id.ts'
import { pageAsked, pagesFor } from '../foundation/ui/index.ts'
import { type PeopleContext, type PeopleEnv, withRole } from '../people/index.ts'
import { providerDesk } from './desk-access.ts'
import type { ArrivalView } from './import.arrival.part.tsx'
import { ARRIVALS_PER_PAGE, arrivalCounts, arrivalsIn } from './import.arrival.store.ts'
import { ARRIVAL_STATES } from './import.arrival.ts'
import { ImportPage, TOO_OLD } from './import.desk.page.tsx'
import { acceptanceForm, reportQuery } from './import.form.ts'
import { reportParts } from './import.report.ts'
import {
  acceptImport,
  beginImport,
  busyImportsOf,
  countImportsOf,
  holdImport,
  importProgress,
  importsOf,
  keepBytes,
  lastItem,
  ROWS_PER_PAGE,
  readImport,
  reportRows,
  reportRowsBetween,
  sendImport,
  undoImport,
} from './import.store.ts'
import { TEMPLATES, templateFile } from './import.template.ts'
import { type Import, importState, importUrl, isBusy, isOld, MOST_BUSY, OUTCOMES } from './import.ts'
import { ImportsPage } from './import-list.desk.page.tsx'
import { deskCrumbs } from './provider.desk.routes.tsx'
import { providersById } from './provider.store.ts'
import { mayManage, type Provider, providerDeskUrl } from './provider.ts'
import { stateSlugs } from './publication.ts'
import { headOf, type Written } from './written.ts'

const importCrumbs = (provider: Provider, last?: string) =>
  deskCrumbs(
    { label: provider.name, href: providerDeskUrl(provider) },
    last === undefined
      ? { label: 'Aanleveren' }
      : { label: 'Aanleveren', href: `${providerDeskUrl(provider)}/aanleveringen` },
    ...(last === undefined ? [] : [{ label: last }]),
  )

/** Earlier imports on one page of their list. */
const IMPORTS_PER_PAGE = 25

async function showImports(c: PeopleContext, written: Written = { errors: [], typed: {} }): Promise<Response> {
  const { provider } = await providerDesk(c)
  const { db } = c.var
  const pages = pagesFor(await countImportsOf(db, provider.id), IMPORTS_PER_PAGE)
  const shown = pageAsked(c.req.query('bladzijde'), pages)
  const part = { skip: (shown - 1) * IMPORTS_PER_PAGE, most: IMPORTS_PER_PAGE }
  const sent = { imports: await importsOf(db, provider.id, part), page: shown, pages }
  return page(
    c,
    { title: 'Jullie aanbod aanleveren', robots: 'noindex', breadcrumb: importCrumbs(provider), ...headOf(written) },
    <ImportsPage provider={provider} sent={sent} written={written} />,
  )
}

async function begin(c: PeopleContext): Promise<Response> {
  const { provider, hand } = await providerDesk(c)
  const { db } = c.var
  const refused = (message: string) => showImports(c, { errors: [{ field: 'bestand', message }], typed: {} })
  const file = await sentFile(c, 'bestand')
  if (!file) return refused('Kies eerst een bestand.')
  if (file.bytes.length === 0) return refused('Dit bestand is leeg. Kies een ander bestand.')
  if ((await busyImportsOf(db, provider.id)).length >= MOST_BUSY)
    return refused('Er worden al vijf bestanden gelezen. Wacht tot er een klaar is.')
  const id = await beginImport(db, { provider: provider.id, address: null, name: file.name || 'bestand' }, hand)
  await keepBytes(db, id, file.bytes)
  await sendImport(db, id)
  return c.redirect(importUrl({ id }), 303)
}

/** The import of this address, for the people of its provider; what another provider sent is not there. */
async function importDesk(c: PeopleContext) {
  const person = withRole(c, 'provider')
  const { db, now } = c.var
  const id = c.req.param('aanlevering')
  const one = found(isId(id) ? await (c.req.method === 'GET' ? readImport : holdImport)(db, id) : undefined)
  const provider = (await providersById(db, [one.provider])).get(one.provider)
  return {
    one,
    provider: found(provider && mayManage(person, provider) ? provider : undefined),
    hand: { by: person.id, at: now },
  }
}

/** What stands in the part of its courses that is looked at; unless told, the one that asks most. */
async function arrivalsOf(c: PeopleContext, one: Import, asked: z.output<typeof reportQuery>): Promise<ArrivalView> {
  const { db, now } = c.var
  const counts = await arrivalCounts(db, one.id)
  const state =
    ARRIVAL_STATES.find((each) => stateSlugs[each] === asked.stand) ?? ARRIVAL_STATES.find((each) => counts[each])
  const shown = pageAsked(asked.blad, pagesFor((state && counts[state]) ?? 0, ARRIVALS_PER_PAGE))
  const rows = state ? await arrivalsIn(db, one.id, { state, page: shown, today: dutchDay(now) }) : []
  return { counts, state, rows, page: shown }
}

async function showImport(c: PeopleContext): Promise<Response> {
  const { one, provider } = await importDesk(c)
  const { db } = c.var
  const query = readQuery(c, reportQuery)
  const asked = query.ok ? query.value : {}
  const state = importState(one)
  // What asks for something to be done stands first.
  const outcome = one.counts ? (asked.wat ?? OUTCOMES.find((each) => one.counts?.[each])) : undefined
  const shown = pageAsked(asked.pagina, pagesFor(outcome && one.counts ? one.counts[outcome] : 0, ROWS_PER_PAGE))
  return page(
    c,
    { title: one.name, robots: 'noindex', breadcrumb: importCrumbs(provider, one.name) },
    <ImportPage
      one={one}
      provider={provider}
      arrivals={state === 'set' ? await arrivalsOf(c, one, asked) : undefined}
      isOld={isOld(one, c.var.now)}
      progress={isBusy(state) ? await importProgress(db, one.id, state) : { items: 0, done: 0 }}
      outcome={outcome}
      rows={outcome ? await reportRows(db, one.id, outcome, shown) : []}
      page={shown}
    />,
  )
}

async function takeReport(c: PeopleContext): Promise<Response> {
  const { one } = await importDesk(c)
  const { db } = c.var
  found(one.counts)
  const parts = reportParts(await lastItem(db, one.id), (from, until) => reportRowsBetween(db, one.id, from, until))
  return download(c, parts, { type: 'text/csv; charset=utf-8', name: 'verslag.csv' })
}

async function accept(c: PeopleContext): Promise<Response> {
  const { one, hand } = await importDesk(c)
  const form = readForm(c, acceptanceForm)
  if (importState(one) === 'reported' && isOld(one, hand.at)) refuse(409, TOO_OLD)
  // Only a page that was left open can still send: what was decided stands.
  if (importState(one) === 'reported') await acceptImport(c.var.db, one.id, form.ok && form.value.einde === 'ja', hand)
  return c.redirect(importUrl(one), 303)
}

async function undo(c: PeopleContext): Promise<Response> {
  const { one, hand } = await importDesk(c)
  if (importState(one) === 'set' && isOld(one, hand.at)) refuse(409, TOO_OLD)
  if (importState(one) === 'set') await undoImport(c.var.db, one.id, hand)
  return c.redirect(importUrl(one), 303)
}

function takeTemplate(c: PeopleContext): Response {
  withRole(c, 'provider')
  const name = found(TEMPLATES.find((one) => one === c.req.param('bestand')))
  const { bytes, type } = templateFile(name)
  return download(c, bytes, { type, name })
}

/** Catalogues of a provider: sending one, its report, putting it in place, putting it back. */
export const importDeskRoutes = (): Hono<PeopleEnv> =>
  new Hono<PeopleEnv>()
    .get('/scholing/aanbieder/sjabloon/:bestand', takeTemplate)
    .get('/scholing/aanbieder/:aanbieder/aanleveringen', (c) => showImports(c))
    .post('/scholing/aanbieder/:aanbieder/aanleveringen', begin)
    .get('/scholing/aanbieder/aanleveringen/:aanlevering', showImport)
    .get('/scholing/aanbieder/aanleveringen/:aanlevering/verslag', takeReport)
    .post('/scholing/aanbieder/aanleveringen/:aanlevering/plaatsing', accept)
    .post('/scholing/aanbieder/aanleveringen/:aanlevering/terug', undo)
