import { Hono } from 'hono'
import { renderPdf } from '../foundation/documents/index.ts'
import {
  contentChanged,
  download,
  found,
  hasOddQuery,
  page,
  publicPage,
  readForm,
  withoutQuery,
} from '../foundation/http/index.ts'
import type { PeopleContext, PeopleEnv } from '../people/index.ts'
import { chaired, readDraft, trail } from './olympiad.context.ts'
import { readOlympiad } from './olympiad.store.ts'
import { mayChair, type Olympiad } from './olympiad.ts'
import { type ReportTold, reportDocument } from './report.document.ts'
import { reportForm } from './report.form.ts'
import { type ReportBack, ReportPage, ReportTextPage, reportUrl } from './report.page.tsx'
import { reportFacts, reportTexts, writeReport } from './report.store.ts'
import { methodReport } from './report.ts'
import { reportWord } from './report.word.ts'

/** The method report of an Olympiade: to read, to take along, and for its chair to complete. */
export function reportRoutes(): Hono<PeopleEnv> {
  return new Hono<PeopleEnv>()
    .get('/olympiades/:slug/verslag', publicPage, showReport)
    .get('/olympiades/:slug/verslag/pdf', publicPage, printReport)
    .get('/olympiades/:slug/verslag/docx', publicPage, wordReport)
    .get('/olympiades/:slug/verslag/tekst', (c) => showTexts(c))
    .post('/olympiades/:slug/verslag/tekst', write)
}

/** Finished: for everyone. Before that it is the work of its chair. */
async function readable(c: PeopleContext): Promise<Olympiad> {
  const olympiad = found(await readOlympiad(c.var.db, c.req.param('slug') ?? ''))
  if (olympiad.item === null || olympiad.finishedAt === null) readDraft(c, olympiad)
  return olympiad
}

async function told(c: PeopleContext, olympiad: Olympiad): Promise<ReportTold> {
  const { db, now, config } = c.var
  const facts = await reportFacts(db, olympiad)
  const texts = await reportTexts(db, olympiad.id)
  const written = new Map([...texts].map(([item, { words }]) => [item, words]))
  return { olympiad, report: methodReport(facts, written), baseUrl: config.baseUrl, at: olympiad.finishedAt ?? now }
}

async function showReport(c: PeopleContext): Promise<Response> {
  const olympiad = await readable(c)
  const { report } = await told(c, olympiad)
  return page(
    c,
    {
      title: `Verslag van de aanpak: ${olympiad.title}`,
      breadcrumb: trail(olympiad, { label: 'Verslag' }),
      ...(olympiad.fictional || olympiad.finishedAt === null ? { robots: 'noindex' as const } : {}),
    },
    <ReportPage olympiad={olympiad} report={report} mayWrite={mayChair(c.var.person, olympiad)} />,
  )
}

const PDF = { type: 'application/pdf', inline: true }
const WORD = { type: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document' }

async function printReport(c: PeopleContext): Promise<Response> {
  if (hasOddQuery(c)) return withoutQuery(c)
  const olympiad = await readable(c)
  const bytes = await renderPdf(reportDocument(await told(c, olympiad)))
  return download(c, bytes, { ...PDF, name: `verslag-${olympiad.slug}.pdf` })
}

async function wordReport(c: PeopleContext): Promise<Response> {
  if (hasOddQuery(c)) return withoutQuery(c)
  const olympiad = await readable(c)
  return download(c, await reportWord(await told(c, olympiad)), { ...WORD, name: `verslag-${olympiad.slug}.docx` })
}

async function showTexts(c: PeopleContext, back?: ReportBack): Promise<Response> {
  const { olympiad } = await chaired(c)
  const { report } = await told(c, olympiad)
  const texts = await reportTexts(c.var.db, olympiad.id)
  return page(
    c,
    {
      title: `Verslag schrijven: ${olympiad.title}`,
      robots: 'noindex',
      breadcrumb: trail(olympiad, { label: 'Verslag schrijven' }),
      errors: back?.errors.length ?? 0,
      ...(back?.theirs === undefined ? {} : { status: 409 }),
    },
    <ReportTextPage
      olympiad={olympiad}
      report={report}
      texts={texts}
      saved={report.find(({ item }) => item.id === c.req.query('bewaard'))?.item.id}
      back={back}
    />,
  )
}

async function write(c: PeopleContext): Promise<Response> {
  const { olympiad } = await chaired(c)
  const { db, now, person } = c.var
  const form = readForm(c, reportForm)
  const item = String(form.typed.onderdeel ?? '')
  if (!form.ok) return showTexts(c, { item, errors: form.errors, typed: form.typed, theirs: undefined })
  const { onderdeel, tekst: words, versie: version } = form.value
  const kept = await writeReport(
    db,
    { olympiad: olympiad.id, item: onderdeel, words, version },
    { by: person?.id ?? '', at: now },
  )
  if (!kept) {
    const theirs = (await reportTexts(db, olympiad.id)).get(onderdeel)?.words ?? ''
    return showTexts(c, { item, errors: [], typed: form.typed, theirs })
  }
  await contentChanged(db)
  return c.redirect(`${reportUrl(olympiad)}/tekst?bewaard=${onderdeel}#${onderdeel.toLowerCase()}`, 303)
}
