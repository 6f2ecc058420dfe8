import { Hono } from 'hono'
import { accepts } from 'hono/accepts'
import type { Child } from 'hono/jsx'
import type { Db } from '../foundation/db/index.ts'
import {
  answerProblem,
  found,
  type HouseContext,
  type HouseEnv,
  page,
  publicPage,
  readQuery,
} from '../foundation/http/index.ts'
import type { FieldError } from '../foundation/ui/index.ts'
import { itemById } from './item.store.ts'
import { type ItemKind, isItemId, itemLink, originLink } from './item.ts'
import { originForm } from './origin.form.ts'
import { originJson } from './origin.json.ts'
import { OriginPage } from './origin.page.tsx'
import { origin } from './origin.store.ts'
import { MOST_STOPS } from './origin.ts'
import { revisionJson } from './revision.json.ts'
import { RevisionPage } from './revision.page.tsx'
import { readRevision } from './revision.store.ts'
import { isGenuine, type Revision } from './revision.ts'
import { searchForm } from './search.form.ts'
import { SearchPage } from './search.page.tsx'
import { search } from './search.store.ts'
import { type PageFinder, pageFinder, type SitePage } from './site-page.ts'
import { utterances } from './utterance.store.ts'

/**
 * How a domain draws the words of its own kinds of items at their fixed link, as whole bands. Without one, or when it
 * gives nothing, the words stand there as plain paragraphs.
 */
export type DrawnWords = Partial<Record<ItemKind, (db: Db, revision: Revision) => Promise<Child | undefined>>>

/** Every URL of the red thread. */
export function threadRoutes(drawn: DrawnWords = {}, pages: readonly SitePage[] = []): Hono<HouseEnv> {
  const pagesFor = pageFinder(pages)
  return new Hono<HouseEnv>()
    .get('/herkomst/:bestand{.+\\.json}', (c) => originData(c, c.req.param('bestand').slice(0, -'.json'.length)))
    .get(
      '/herkomst/:item',
      async (c, next) => (wantsData(c) ? originData(c, c.req.param('item')) : next()),
      publicPage,
      (c) => originPage(c, c.req.param('item')),
    )
    .get('/id/:item', async (c) => {
      const item = found(await itemById(c.var.db, known(c.req.param('item'))))
      return wantsData(c) ? revisionData(c, item.id, item.latest) : c.redirect(item.url, 303)
    })
    .get(
      '/id/:item/:number',
      async (c, next) =>
        wantsData(c) ? revisionData(c, c.req.param('item'), numberOf(c.req.param('number'))) : next(),
      publicPage,
      (c) => revisionPage(c, drawn, c.req.param('item'), numberOf(c.req.param('number'))),
    )
    .get(
      '/zoeken',
      async (c, next) => (c.req.url.includes('?') ? next() : publicPage(c, next)),
      (c) => searchPage(c, pagesFor),
    )
}

/** An id that can exist; another text is a page that does not. */
const known = (text: string): string => found(isItemId(text) ? text : undefined)

const numberOf = (text: string): number => found(/^[1-9]\d{0,5}$/.test(text) ? Number(text) : undefined)

/** Whether this visitor asks for data instead of a page; the answer to the same address then differs. */
function wantsData(c: Parameters<typeof accepts>[0]): boolean {
  c.header('Vary', 'Accept')
  const supports = ['text/html', 'application/json']
  return accepts(c, { header: 'Accept', supports, default: 'text/html' }) === 'application/json'
}

async function originData(c: HouseContext, id: string): Promise<Response> {
  const item = known(id)
  const form = readQuery(c, originForm(c.var.now))
  if (!form.ok) return oddDay(c, form.errors)
  const at = form.value.op?.at ?? c.var.now
  const made = found(await origin(c.var.db, item, { at, stops: MOST_STOPS }))
  return c.json(originJson(made, c.var.config.baseUrl))
}

/** A fault as machines read it (RFC 9457). */
function oddDay(c: HouseContext, errors: FieldError[]): Response {
  const faults = errors.map(({ field, message }) => ({ veld: field, melding: message }))
  return answerProblem(c, { status: 400, sentence: faults[0]?.melding ?? '', errors: faults })
}

async function originPage(c: HouseContext, id: string): Promise<Response> {
  const { db, now, config } = c.var
  const item = known(id)
  const form = readQuery(c, originForm(now))
  const chosen = form.ok ? form.value.op : undefined
  const everything = form.ok && form.value.alles === 'ja'
  const made = found(await origin(db, item, { at: chosen?.at ?? now, ...(everything ? { stops: MOST_STOPS } : {}) }))
  const title = made.start && !made.start.withdrawn ? made.start.title : made.item.word
  return page(
    c,
    {
      title: `Waar komt dit vandaan? ${title}`,
      canonical: originLink(item),
      breadcrumb: [{ label: title, href: itemLink(item) }, { label: 'Waar komt dit vandaan?' }],
      ...(made.item.fictional || chosen || everything ? { robots: 'noindex' as const } : {}),
      ...(form.ok ? {} : { errors: form.errors.length, status: 400 }),
      extra: <link rel="alternate" type="application/json" href={`${originLink(item)}.json`} />,
    },
    <OriginPage
      origin={made}
      baseUrl={config.baseUrl}
      day={chosen?.day}
      everything={everything}
      {...(form.ok ? {} : { errors: form.errors, typed: form.typed })}
    />,
  )
}

async function fixed(c: HouseContext, id: string, number: number) {
  const { db } = c.var
  const item = found(await itemById(db, known(id)))
  const revision = found(await readRevision(db, item.id, number))
  const voice = revision.voice && (await utterances(db, [revision.voice.utterance])).get(revision.voice.utterance)
  return { item, revision, voice: voice ?? undefined }
}

async function revisionData(c: HouseContext, id: string, number: number): Promise<Response> {
  const { item, revision, voice } = await fixed(c, id, number)
  return c.json(revisionJson(item, revision, voice, c.var.config.baseUrl))
}

async function revisionPage(c: HouseContext, drawn: DrawnWords, id: string, number: number): Promise<Response> {
  const { db, config } = c.var
  const { item, revision, voice } = await fixed(c, id, number)
  const [previous, next, words] = await Promise.all([
    readRevision(db, id, number - 1),
    readRevision(db, id, number + 1),
    voice ? undefined : drawn[item.kind]?.(db, revision),
  ])
  const title = voice?.withdrawn ? `${item.word}: ingetrokken` : revision.title
  return page(
    c,
    {
      title: `${title}, versie ${number}`,
      robots: 'noindex',
      breadcrumb: [{ label: title, href: itemLink(id) }, { label: `Versie ${number}` }],
    },
    <RevisionPage
      item={item}
      revision={revision}
      next={next}
      voice={voice}
      words={words}
      genuine={isGenuine(revision, item.kind, previous?.fingerprint ?? null)}
      baseUrl={config.baseUrl}
    />,
  )
}

async function searchPage(c: HouseContext, pagesFor: PageFinder): Promise<Response> {
  const { db, now } = c.var
  const form = readQuery(c, searchForm)
  const head = { title: 'Zoeken', breadcrumb: [{ label: 'Zoeken' }], canonical: '/zoeken' }
  if (!form.ok)
    return page(
      c,
      { ...head, robots: 'noindex', status: 400, errors: form.errors.length },
      <SearchPage text="" kind="" result={undefined} errors={form.errors} typed={form.typed} />,
    )
  const { q, soort, pagina } = form.value
  const result = await search(db, { text: q, ...(soort ? { kinds: [soort] } : {}), page: pagina, now })
  const asked = q !== '' || soort !== ''
  return page(
    c,
    { ...head, ...(asked ? { robots: 'noindex' as const } : {}) },
    <SearchPage text={q} kind={soort} result={result} pages={soort === '' && result.page === 1 ? pagesFor(q) : []} />,
  )
}
