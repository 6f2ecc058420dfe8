import { Hono } from 'hono'
import { HOUR, inDutch } from '../foundation/clock.ts'
import { renderPdf } from '../foundation/documents/index.ts'
import { download, type FieldError, limitPlace, type PlaceRule, page, readForm } from '../foundation/http/index.ts'
import type { PeopleEnv } from '../people/index.ts'
import { itemId, originLink } from '../thread/index.ts'
import { CardPage } from './card.page.tsx'
import { compare } from './comparison.ts'
import { onDevice, type ReflectionContext } from './device.ts'
import type { Instrument } from './instrument.ts'
import { PICK_FIRST, pickForm } from './kept.form.ts'
import { choiceOf, outcome } from './outcome.ts'
import { askedIn, monthInDutch, type ReflectionParts } from './parts.ts'
import { gone } from './question.routes.tsx'
import { resultDocument, stepDocument } from './result.document.ts'
import { ResultPage, type ResultProps } from './result.page.tsx'
import { type OpenSheet, readResult, readSheet, writeSheet } from './sheet.store.ts'
import { stepCalendar } from './step.ts'

/** The result and what follows from it. Everything here is for one person, and nothing of it is ever on disk. */
export function resultRoutes(parts: ReflectionParts): Hono<PeopleEnv> {
  return new Hono<PeopleEnv>()
    .get('/reflectie/uitslag', (c) => showResult(c, parts))
    .post('/reflectie/uitslag', (c) => pick(c, parts))
    .get('/reflectie/kaart', (c) => showCard(c, parts))
    .get('/reflectie/uitslag/pdf', (c) => resultPdf(c, parts))
    .get('/reflectie/stap.ics', (c) => stepFile(c, parts))
    .get('/reflectie/stap.pdf', (c) => stepPdf(c, parts))
}

/** The sheet of this browser as it stands in the database. */
export async function openHere(c: ReflectionContext, read = readSheet): Promise<OpenSheet | undefined> {
  const device = await onDevice(c)
  return device && (await read(c.get('db'), device.secret, c.get('now')))
}

/** What the two rounds on a sheet say beside each other, when there are two. */
function comparisonOf(parts: ReflectionParts, instrument: Instrument, { sheet }: OpenSheet): ResultProps['comparison'] {
  const before = sheet.earlier && parts.instruments.byEdition.get(sheet.earlier.edition)
  if (!sheet.earlier || !before) return undefined
  const result = compare(
    { instrument: before, answers: sheet.earlier.answers },
    { instrument, answers: sheet.round.answers },
  )
  return { result, month: monthInDutch(sheet.earlier.month) }
}

function result(c: ReflectionContext, parts: ReflectionParts, open: OpenSheet, errors?: FieldError[]): Response {
  const instrument = askedIn(parts, open.sheet)
  const { round } = open.sheet
  const head = {
    title: instrument.words.result.title,
    robots: 'noindex' as const,
    ...(errors && { errors: errors.length, status: 400 }),
  }
  const { kept, counted } = open
  return page(
    c,
    head,
    <ResultPage
      instrument={instrument}
      outcome={outcome(instrument, round)}
      comparison={comparisonOf(parts, instrument, open)}
      kept={kept}
      counted={counted}
      again={open.sheet.earlier !== null}
      picked={round.pick ?? undefined}
      {...(errors && { errors })}
    />,
  )
}

async function showResult(c: ReflectionContext, parts: ReflectionParts): Promise<Response> {
  const open = await openHere(c, readResult)
  return open ? result(c, parts, open) : gone(c)
}

async function pick(c: ReflectionContext, parts: ReflectionParts): Promise<Response> {
  const form = readForm(c, pickForm)
  const open = await openHere(c, readResult)
  if (!open) return gone(c)
  const choice = form.ok ? choiceOf(askedIn(parts, open.sheet), form.value.keuze) : undefined
  if (!choice) return result(c, parts, open, form.ok ? [{ field: 'keuze', message: PICK_FIRST }] : form.errors)
  await writeSheet(
    c.var.db,
    open.secret,
    c.var.now,
    (sheet) => sheet && { ...sheet, round: { ...sheet.round, pick: choice.slug } },
    { answering: false },
  )
  return c.redirect('/reflectie/kaart', 303)
}

/** What was picked on this sheet, with the edition it comes from. */
function picked(parts: ReflectionParts, open: OpenSheet) {
  const instrument = askedIn(parts, open.sheet)
  const slug = open.sheet.round.pick
  const choice = slug === null ? undefined : choiceOf(instrument, slug)
  return choice && { instrument, choice }
}

async function showCard(c: ReflectionContext, parts: ReflectionParts): Promise<Response> {
  const open = await openHere(c)
  if (!open) return gone(c)
  const one = picked(parts, open)
  if (!one) return c.redirect('/reflectie/uitslag', 303)
  const { instrument, choice } = one
  const { standard } = choice.topic
  const { db, now } = c.var
  const [others, learn] = [await parts.others?.(db, standard, now), await parts.learn?.(db, standard, now)]
  const line = instrument.linePins.get(choice.slug)
  const origin = originLink(line ? line.item : itemId('standard', standard))
  const card = (
    <CardPage instrument={instrument} choice={choice} others={others ?? []} learn={learn ?? []} origin={origin} />
  )
  return page(c, { title: 'Jouw stap voor deze week', robots: 'noindex' }, card)
}

/**
 * One process makes all documents of the house. Counted per place in the network and never per sheet: that would note when
 * a sheet was opened.
 */
const DOCUMENTS: PlaceRule = {
  name: 'reflection document, network address',
  points: 2_000,
  perMs: HOUR,
  onFault: 'closed',
}

async function resultPdf(c: ReflectionContext, parts: ReflectionParts): Promise<Response> {
  const open = await openHere(c)
  if (!open) return gone(c)
  await limitPlace(c, DOCUMENTS)
  const instrument = askedIn(parts, open.sheet)
  const comparison = comparisonOf(parts, instrument, open)
  const data = resultDocument({
    instrument,
    outcome: outcome(instrument, open.sheet.round),
    comparison,
    choice: picked(parts, open)?.choice,
    on: inDutch(c.var.now),
  })
  const pdf = await renderPdf({ template: 'reflection/documents/result.typ', data, at: c.var.now })
  return download(c, pdf, { type: 'application/pdf', name: 'reflectie.pdf' })
}

async function stepFile(c: ReflectionContext, parts: ReflectionParts): Promise<Response> {
  const open = await openHere(c)
  if (!open) return gone(c)
  const one = picked(parts, open)
  if (!one) return c.redirect('/reflectie/uitslag', 303)
  return download(c, stepCalendar(one.choice, c.var.now), { type: 'text/calendar; charset=utf-8', name: 'stap.ics' })
}

async function stepPdf(c: ReflectionContext, parts: ReflectionParts): Promise<Response> {
  const open = await openHere(c)
  if (!open) return gone(c)
  const one = picked(parts, open)
  if (!one) return c.redirect('/reflectie/uitslag', 303)
  await limitPlace(c, DOCUMENTS)
  const data = stepDocument(one.choice)
  const pdf = await renderPdf({ template: 'reflection/documents/step.typ', data, at: c.var.now })
  return download(c, pdf, { type: 'application/pdf', name: 'stap.pdf' })
}
