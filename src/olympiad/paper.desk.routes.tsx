import { Hono } from 'hono'
import { renderPdf } from '../foundation/documents/index.ts'
import {
  download,
  type FieldError,
  found,
  oneStatement,
  page,
  readForm,
  refuse,
  type Typed,
} from '../foundation/http/index.ts'
import type { PeopleContext, PeopleEnv, Person } from '../people/index.ts'
import { openRoundOf } from './chair.ts'
import { readCharter } from './charter.store.ts'
import type { Charter } from './charter.ts'
import { chaired, chairTrail } from './olympiad.context.ts'
import type { Olympiad } from './olympiad.ts'
import { entrance } from './panel.entry.ts'
import { invite } from './panel.store.ts'
import { PaperDeskPage, PrintPage } from './paper.desk.page.tsx'
import { type BallotSheet, ballotDocument } from './paper.document.ts'
import { printForm, sheetsForm } from './paper.form.ts'
import { paperCodes, paperCounts } from './paper.store.ts'
import { paperWords, roundObjection } from './paper.ts'
import { roundsOf, sentencesOf } from './round.store.ts'
import type { Round } from './round.ts'

/** Printing sheets for a round on paper. */
export function paperDeskRoutes(): Hono<PeopleEnv> {
  return (
    new Hono<PeopleEnv>()
      .get('/olympiades/:slug/voorzitter/papier', (c) => show(c))
      .post('/olympiades/:slug/voorzitter/papier', make)
      // It changes nothing: sent again, the same sheets come out. And a document with codes is not kept for a second press.
      .post('/olympiades/:slug/voorzitter/papier/formulieren', oneStatement, print)
      .get('/olympiades/:slug/voorzitter/papier/zonder-code', printPlain)
  )
}

interface At {
  chair: Person
  olympiad: Olympiad
  round: Round | undefined
  charter: Charter | undefined
}

async function deskAt(c: PeopleContext): Promise<At> {
  const { chair, olympiad } = await chaired(c)
  const { db } = c.var
  const round = openRoundOf(await roundsOf(db, olympiad.id))
  return { chair, olympiad, round, charter: await readCharter(db, olympiad.id) }
}

/** The same, for whoever prints now. @throws Refusal 409 with why nothing can be printed */
async function printable(c: PeopleContext) {
  const { chair, olympiad, round, charter } = await deskAt(c)
  const objection = roundObjection(round, c.var.now)
  if (objection === 'secret') refuse(409, paperWords.secret)
  if (round === undefined || charter === undefined || objection !== undefined)
    return refuse(409, 'Open eerst een ronde waarin gewogen wordt. Dan liggen de zinnen vast, en kun je printen.')
  return { chair, olympiad, round, charter }
}

async function show(
  c: PeopleContext,
  { errors = [], typed = {} }: { errors?: FieldError[]; typed?: Typed } = {},
): Promise<Response> {
  const { olympiad, round, charter } = await deskAt(c)
  return page(
    c,
    {
      title: `Op papier: ${olympiad.title}`,
      robots: 'noindex',
      breadcrumb: chairTrail(olympiad, 'Op papier'),
      errors: errors.length,
    },
    <PaperDeskPage
      olympiad={olympiad}
      round={round}
      objection={roundObjection(round, c.var.now)}
      roles={charter?.roles ?? []}
      counts={round ? await paperCounts(c.var.db, round.id, null) : undefined}
      typed={typed}
      errors={errors}
    />,
  )
}

async function make(c: PeopleContext): Promise<Response> {
  const { chair, olympiad, charter } = await printable(c)
  const form = readForm(c, printForm(charter.roles.map(({ slug }) => slug)))
  if (!form.ok) return show(c, form)
  const { groep, aantal, gevonden: recruited, belangen: interests } = form.value
  const role = found(charter.roles.find(({ slug }) => slug === groep))
  const codes: string[] = []
  for (let at = 0; at < aantal; at++) {
    const fresh = { olympiad: olympiad.id, role: groep, channel: 'paper' as const, recruited, interests, by: chair.id }
    codes.push((await invite(c.var.db, fresh, c.var.now)).key)
  }
  return page(
    c,
    { title: 'Formulieren printen', robots: 'noindex', breadcrumb: chairTrail(olympiad, 'Formulieren printen') },
    <PrintPage olympiad={olympiad} role={role} codes={codes} />,
  )
}

/** The sheets as a file. Its name tells nothing. */
async function sheetsOf(
  c: PeopleContext,
  { olympiad, round, charter }: Awaited<ReturnType<typeof printable>>,
  sheets: BallotSheet[],
) {
  const { db, config } = c.var
  const sentences = await sentencesOf(db, round.id)
  const address = `${config.baseUrl}${entrance(olympiad)}`
  const bytes = await renderPdf(ballotDocument({ olympiad, charter, round, sentences, sheets, address }))
  return download(c, bytes, { type: 'application/pdf', name: 'formulieren.pdf' })
}

async function print(c: PeopleContext): Promise<Response> {
  const at = await printable(c)
  const form = readForm(c, sheetsForm)
  if (!form.ok) refuse(400, form.errors[0]?.message ?? 'Maak eerst formulieren.')
  const role = found(at.charter.roles.find(({ slug }) => slug === form.value.groep))
  const codes = await paperCodes(c.var.db, at.olympiad.id, role.slug, form.value['codes[]'])
  if (codes.length === 0) refuse(400, 'Deze codes horen niet bij deze Olympiade. Maak nieuwe formulieren.')
  return sheetsOf(
    c,
    at,
    codes.map((code) => ({ code, role: role.name })),
  )
}

async function printPlain(c: PeopleContext): Promise<Response> {
  return sheetsOf(c, await printable(c), [{ code: undefined, role: undefined }])
}
