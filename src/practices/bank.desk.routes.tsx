import { Hono } from 'hono'
import { dutchDay } from '../foundation/clock.ts'
import type { Db } from '../foundation/db/index.ts'
import { type FieldError, found, page, readForm, refuse, type Typed } from '../foundation/http/index.ts'
import type { PeopleContext, PeopleEnv } from '../people/index.ts'
import { standingForm } from './confirmation.form.ts'
import { confirmationsOf, confirmPractice } from './confirmation.store.ts'
import { deskHead, deskListing, idIn } from './desk-head.ts'
import { exampleForm } from './example.form.ts'
import { ExamplePage, type StandardOption } from './example.page.tsx'
import { exampleMark, exampleOf, setExamples } from './example.store.ts'
import type { Listing } from './listing.ts'
import { holdPractice } from './practice.store.ts'
import { recognitionForm } from './recognition.form.ts'
import { RecognitionPage } from './recognition.page.tsx'
import { endRecognition, noteRecognition, recognitionsOf } from './recognition.store.ts'
import { kindsFor } from './recognition.ts'
import { StandingPage } from './standing.page.tsx'
import { takeAlongForm } from './take-along.form.ts'
import { TakeAlongPage } from './take-along.page.tsx'
import { addTakeAlong, dropTakeAlong, takeAlongsOf } from './take-along.store.ts'
import { lookedIntoAtDesk, uploadIn } from './upload.entry.ts'

/** The standards a practice can be an example of; the floor above knows them. */
export type StandardOptions = (db: Db, now: Date) => Promise<StandardOption[]>

interface Faulty {
  errors: FieldError[]
  typed: Typed
}
const clean: Faulty = { errors: [], typed: {} }

async function recognitionPage(c: PeopleContext, listing: Listing, form: Faulty = clean) {
  const recognitions = await recognitionsOf(c.var.db, listing.practice)
  const head = deskHead(listing, 'Erkenningen', form)
  return page(c, head, <RecognitionPage listing={listing} recognitions={recognitions} {...form} />)
}

async function recognise(c: PeopleContext): Promise<Response> {
  const { editor, listing } = await deskListing(c)
  const { db, now } = c.var
  const form = readForm(c, recognitionForm(kindsFor(listing), dutchDay(now)))
  if (!form.ok) return recognitionPage(c, listing, form)
  const { erkenning: kind, door: givenBy, op: givenOn, tot, bron: source } = form.value
  const given = { kind, givenBy, givenOn, validUntil: tot === '' ? null : tot, source }
  await noteRecognition(db, listing.practice, given, { by: editor, at: now })
  return c.redirect(`/redactie/praktijken/${listing.slug}/erkenningen`, 303)
}

async function takeAlongPage(c: PeopleContext, listing: Listing, form: Faulty = clean) {
  const takeAlongs = await takeAlongsOf(c.var.db, listing.practice)
  const head = deskHead(listing, 'Meenemen', form)
  return page(c, head, <TakeAlongPage listing={listing} takeAlongs={takeAlongs} {...form} />)
}

async function addToTake(c: PeopleContext): Promise<Response> {
  const { editor, listing } = await deskListing(c)
  const { db, now } = c.var
  const form = readForm(c, takeAlongForm)
  if (!form.ok) return takeAlongPage(c, listing, form)
  const { soort: kind, titel: title, licentie: licence, adres } = form.value
  const upload = await uploadIn(c, 'bestand', { account: listing.practice })
  const refused = (message: string) =>
    takeAlongPage(c, listing, { typed: form.typed, errors: [{ field: 'bestand', message }] })
  if (upload.is === 'refused') return refused(upload.error.message)
  if ((upload.is === 'received') === (adres !== ''))
    return refused('Kies één van de twee: een bestand, of een adres hieronder.')
  const file = upload.is === 'received' ? upload.file.id : null
  const one = { kind, title, licence, file, url: adres === '' ? null : adres }
  await addTakeAlong(db, listing.practice, one, { by: editor, at: now })
  return c.redirect(`/redactie/praktijken/${listing.slug}/meenemen`, 303)
}

async function standingPage(c: PeopleContext, listing: Listing, form: Faulty = clean) {
  const confirmations = await confirmationsOf(c.var.db, listing.practice)
  const head = deskHead(listing, 'Loopt het nog?', form)
  return page(c, head, <StandingPage listing={listing} confirmations={confirmations} {...form} />)
}

async function noteStanding(c: PeopleContext): Promise<Response> {
  const { editor, listing } = await deskListing(c)
  const form = readForm(c, standingForm)
  if (!form.ok) return standingPage(c, listing, form)
  const said = { answer: form.value.antwoord, words: form.value.toelichting }
  await confirmPractice(c.var.db, listing.practice, said, { by: editor, at: c.var.now })
  return c.redirect(`/redactie/praktijken/${listing.slug}/stand`, 303)
}

async function examplePage(c: PeopleContext, listing: Listing, standards: StandardOptions, again?: string[]) {
  const { db, now } = c.var
  const options = await standards(db, now)
  const tied = await exampleOf(db, listing.practice)
  const mark = exampleMark(itemsOf(options), tied)
  const theirs = options.filter(({ item }) => tied.includes(item)).map(({ name }) => name)
  return page(
    c,
    deskHead(listing, 'Kenmerken', { status: again ? 409 : undefined }),
    <ExamplePage
      listing={listing}
      options={options}
      chosen={again ?? tied}
      mark={mark}
      {...(again ? { theirs } : {})}
    />,
  )
}

const itemsOf = (options: StandardOption[]): string[] => options.map(({ item }) => item)

async function keepExamples(c: PeopleContext, standards: StandardOptions): Promise<Response> {
  const { editor, listing } = await deskListing(c)
  const { db, now } = c.var
  await holdPractice(db, listing.practice)
  const form = readForm(c, exampleForm)
  // A form that is not whole may not end every tie there is.
  if (!form.ok) return refuse(400, 'Dit formulier is niet heel aangekomen. Ga terug en verstuur het opnieuw.')
  const offered = itemsOf(await standards(db, now))
  const chosen = form.value['kenmerk[]']
  if (form.value.gezien !== exampleMark(offered, await exampleOf(db, listing.practice)))
    return examplePage(c, listing, standards, chosen)
  await setExamples(db, listing, { offered, chosen }, { by: editor, at: now })
  return c.redirect(`/redactie/praktijken/${listing.slug}/kenmerken`, 303)
}

function exampleRoutes(standards: StandardOptions): Hono<PeopleEnv> {
  return new Hono<PeopleEnv>()
    .get('/redactie/praktijken/:slug/kenmerken', async (c) => examplePage(c, (await deskListing(c)).listing, standards))
    .post('/redactie/praktijken/:slug/kenmerken', (c) => keepExamples(c, standards))
}

/** What editors keep up to date of a published practice. */
export function bankDeskRoutes(standards: StandardOptions): Hono<PeopleEnv> {
  return new Hono<PeopleEnv>()
    .get('/redactie/praktijken/:slug/erkenningen', async (c) => recognitionPage(c, (await deskListing(c)).listing))
    .post('/redactie/praktijken/:slug/erkenningen', recognise)
    .post('/redactie/praktijken/:slug/erkenningen/:id/einde', async (c) => {
      const { listing } = await deskListing(c)
      found((await endRecognition(c.var.db, listing.practice, idIn(c), c.var.now)) || undefined)
      return c.redirect(`/redactie/praktijken/${listing.slug}/erkenningen`, 303)
    })
    .get('/redactie/praktijken/:slug/meenemen', async (c) => takeAlongPage(c, (await deskListing(c)).listing))
    .post('/redactie/praktijken/:slug/meenemen', lookedIntoAtDesk('bestand'), addToTake)
    .post('/redactie/praktijken/:slug/meenemen/:id/einde', async (c) => {
      const { listing } = await deskListing(c)
      found((await dropTakeAlong(c.var.db, listing.practice, idIn(c))) || undefined)
      return c.redirect(`/redactie/praktijken/${listing.slug}/meenemen`, 303)
    })
    .get('/redactie/praktijken/:slug/stand', async (c) => standingPage(c, (await deskListing(c)).listing))
    .post('/redactie/praktijken/:slug/stand', noteStanding)
    .route('/', exampleRoutes(standards))
}
