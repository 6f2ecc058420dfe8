import { Hono } from 'hono'
import { type FieldError, found, page, readForm, type Typed } from '../foundation/http/index.ts'
import { type PeopleContext, type PeopleEnv, signedIn } from '../people/index.ts'
import { confirmationForm, ownConfirmationForm } from './confirmation.form.ts'
import { AnsweredPage, ConfirmationPage } from './confirmation.page.tsx'
import {
  type Confirmation,
  confirmationsOf,
  confirmPractice,
  holdAnswers,
  holdRequest,
  requestByKey,
  speaksFor,
} from './confirmation.store.ts'
import { readListing } from './listing.store.ts'
import { type Listing, listingUrl, ownStandingUrl } from './listing.ts'

const head = {
  robots: 'noindex' as const,
  breadcrumb: [{ label: 'Praktijken', href: '/praktijken' }, { label: 'Loopt het nog?' }],
}

const byMail = (key: string) => ({ action: '/praktijken/bevestigen', hidden: { name: 'sleutel', value: key } })

/** Opening the link changes nothing: a mail scanner opens it too. */
async function show(c: PeopleContext): Promise<Response> {
  const key = c.req.query('sleutel') ?? ''
  const request = found(await requestByKey(c.var.db, key))
  return page(
    c,
    { title: 'Loopt jullie praktijk nog?', ...head },
    request.answered ? (
      <AnsweredPage practice={request} />
    ) : (
      <ConfirmationPage practice={request} {...byMail(key)} errors={[]} typed={{}} />
    ),
  )
}

async function answer(c: PeopleContext): Promise<Response> {
  const { db, now } = c.var
  const form = readForm(c, confirmationForm)
  const key = typeof form.typed.sleutel === 'string' ? form.typed.sleutel : ''
  const request = found(await holdRequest(db, key))
  if (request.answered)
    return page(c, { title: 'Je antwoord is al binnen', status: 409, ...head }, <AnsweredPage practice={request} />)
  if (!form.ok)
    return page(
      c,
      { title: 'Loopt jullie praktijk nog?', errors: form.errors.length, ...head },
      <ConfirmationPage practice={request} {...byMail(key)} errors={form.errors} typed={form.typed} />,
    )
  const said = { answer: form.value.antwoord, words: form.value.toelichting }
  await confirmPractice(db, request.practice, said, { by: null, at: now })
  return page(c, { title: 'Dank je', ...head }, <AnsweredPage practice={request} answer={said.answer} />)
}

/** The practice of this address, for those whose it is; for others this page does not exist. */
async function ownListing(c: PeopleContext): Promise<{ listing: Listing; person: string }> {
  const { id } = signedIn(c)
  const listing = found(await readListing(c.var.db, c.req.param('slug') ?? ''))
  found((await speaksFor(c.var.db, listing.practice, id)) || undefined)
  return { listing, person: id }
}

interface Again {
  errors?: FieldError[]
  typed?: Typed
  overtaken?: boolean
}

async function showOwn(c: PeopleContext, { errors = [], typed = {}, overtaken = false }: Again = {}) {
  const { listing } = await ownListing(c)
  const [last] = await confirmationsOf(c.var.db, listing.practice)
  const breadcrumb = [
    ...head.breadcrumb.slice(0, 1),
    { label: listing.title, href: listingUrl(listing) },
    ...head.breadcrumb.slice(1),
  ]
  const faulty = { ...(errors.length > 0 ? { errors: errors.length } : {}), ...(overtaken ? { status: 409 } : {}) }
  return page(
    c,
    { title: 'Loopt jullie praktijk nog?', robots: 'noindex', breadcrumb, ...faulty },
    <ConfirmationPage
      practice={listing}
      action={ownStandingUrl(listing)}
      hidden={{ name: 'gezien', value: markOf(last) }}
      last={last}
      overtaken={overtaken}
      errors={errors}
      typed={typed}
    />,
  )
}

const markOf = (last: Confirmation | undefined): string => last?.answeredAt.toISOString() ?? ''

/** The same answer with the same effect as by the key; the key that is under way opens nothing more. */
async function answerOwn(c: PeopleContext): Promise<Response> {
  const { db, now } = c.var
  const { listing, person } = await ownListing(c)
  await holdAnswers(db, listing.practice)
  const form = readForm(c, ownConfirmationForm)
  if (!form.ok) return showOwn(c, form)
  const [last] = await confirmationsOf(db, listing.practice)
  if (form.value.gezien !== markOf(last)) return showOwn(c, { typed: form.typed, overtaken: true })
  const said = { answer: form.value.antwoord, words: form.value.toelichting }
  await confirmPractice(db, listing.practice, said, { by: person, at: now })
  return page(c, { title: 'Dank je', ...head }, <AnsweredPage practice={listing} answer={said.answer} />)
}

/** The word of the people of a practice: once a year by the key from their mail, and whenever they are signed in. */
export function confirmationRoutes(): Hono<PeopleEnv> {
  return new Hono<PeopleEnv>()
    .get('/praktijken/bevestigen', show)
    .post('/praktijken/bevestigen', answer)
    .get('/praktijken/:slug/stand', (c) => showOwn(c))
    .post('/praktijken/:slug/stand', answerOwn)
}
