import { Hono } from 'hono'
import { type FieldError, found, page, readForm, type Typed } from '../foundation/http/index.ts'
import { isId } from '../foundation/id.ts'
import type { PeopleContext, PeopleEnv } from '../people/index.ts'
import { deskPractice } from './description.context.ts'
import { practiceHead } from './desk-head.ts'
import { quoteEditForm, quoteForm } from './interview.form.ts'
import { interviewsUrl, quotesUrl } from './interview.ts'
import type { Practice } from './practice.ts'
import { QuoteEditPage, QuotesPage } from './quote.page.tsx'
import { lockQuote, moveQuote, proposeQuote, quotesOf, rewordQuote, withdrawQuote } from './quote.store.ts'
import type { Quote } from './quote.ts'
import { holdSpeaker, readSpeaker, speakersOf } from './speaker.store.ts'

interface Back {
  errors?: FieldError[]
  typed?: Typed
}

const trailOf = (practice: Practice) => [{ label: 'Gesprekken', href: interviewsUrl(practice) }]

async function showQuotes(
  c: PeopleContext,
  practice: Practice,
  { errors = [], typed = {} }: Back = {},
): Promise<Response> {
  const quotes = await quotesOf(c.var.db, practice.id)
  const speakers = await speakersOf(c.var.db, practice.id)
  const view = { practice, quotes, speakers, errors, typed }
  return page(c, practiceHead(practice, 'Citaten', { trail: trailOf(practice), errors }), <QuotesPage {...view} />)
}

async function propose(c: PeopleContext): Promise<Response> {
  const { practice, editor } = await deskPractice(c)
  const { db, now } = c.var
  const form = readForm(c, quoteForm)
  if (!form.ok) return showQuotes(c, practice, form)
  const { wie, onderdeel: section, citaat: text } = form.value
  const speaker = await holdSpeaker(db, wie)
  if (speaker?.practice !== practice.id || speaker.emptiedAt)
    return showQuotes(c, practice, {
      errors: [{ field: 'wie', message: 'Kies iemand uit de lijst.' }],
      typed: form.typed,
    })
  const fresh = { practice: practice.id, speaker: speaker.id, person: speaker.person, section, text }
  await proposeQuote(db, fresh, { by: editor, at: now })
  return c.redirect(quotesUrl(practice), 303)
}

/** The quote of this address in the practice of this address, held; what was taken back is no longer there. */
async function quoteAt(c: PeopleContext, practice: Practice): Promise<Quote> {
  const id = c.req.param('quote')
  const quote = found(isId(id) ? await lockQuote(c.var.db, id) : undefined)
  return found(quote.practice === practice.id && !quote.withdrawn ? quote : undefined)
}

function editQuote(
  c: PeopleContext,
  practice: Practice,
  quote: Quote,
  back: Back & { conflict?: string } = {},
): Response {
  const { errors = [], conflict } = back
  const typed = back.typed ?? { citaat: quote.utterance.text ?? '', onderdeel: quote.section }
  // A form that comes back is still about the words its writer read; only after a conflict they have seen the newest.
  const version = conflict === undefined ? Number(back.typed?.versie) || quote.version : quote.version
  return page(
    c,
    practiceHead(practice, 'Citaat wijzigen', {
      trail: trailOf(practice),
      errors,
      status: conflict === undefined ? undefined : 409,
    }),
    <QuoteEditPage
      practice={practice}
      quote={{ ...quote, version }}
      errors={errors}
      typed={typed}
      conflict={conflict}
    />,
  )
}

async function save(c: PeopleContext): Promise<Response> {
  const { practice } = await deskPractice(c)
  const { db, now } = c.var
  const quote = await quoteAt(c, practice)
  const form = readForm(c, quoteEditForm)
  if (!form.ok) return editQuote(c, practice, quote, form)
  const { versie, onderdeel: section, citaat: text } = form.value
  if (versie !== quote.version)
    return editQuote(c, practice, quote, { typed: form.typed, conflict: quote.utterance.text ?? '' })
  if (text !== quote.utterance.text) {
    const speaker = found(await readSpeaker(db, quote.speaker))
    await rewordQuote(db, quote, { text, section, person: speaker.person }, now)
  } else if (section !== quote.section) await moveQuote(db, quote, section)
  return c.redirect(quotesUrl(practice), 303)
}

async function drop(c: PeopleContext): Promise<Response> {
  const { practice } = await deskPractice(c)
  const id = c.req.param('quote')
  const quote = found(isId(id) ? await lockQuote(c.var.db, id) : undefined)
  found(quote.practice === practice.id ? quote : undefined)
  await withdrawQuote(c.var.db, quote, c.var.now)
  return c.redirect(quotesUrl(practice), 303)
}

/** The desk's side of quotes: put forward, change, let go. Agreeing is the speaker's alone. */
export function quoteRoutes(): Hono<PeopleEnv> {
  const quotes = '/redactie/praktijken/:slug/citaten'
  return new Hono<PeopleEnv>()
    .get(quotes, async (c) => showQuotes(c, (await deskPractice(c)).practice))
    .post(quotes, propose)
    .get(`${quotes}/:quote`, async (c) => {
      const { practice } = await deskPractice(c)
      return editQuote(c, practice, await quoteAt(c, practice))
    })
    .post(`${quotes}/:quote`, save)
    .post(`${quotes}/:quote/weg`, drop)
}
