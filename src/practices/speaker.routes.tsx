import { Hono } from 'hono'
import {
  clearCookie,
  type FieldError,
  found,
  limit,
  limitPlace,
  page,
  readCookie,
  readForm,
  setCookie,
  type Typed,
} from '../foundation/http/index.ts'
import { isId } from '../foundation/id.ts'
import { sendMail } from '../foundation/mail/index.ts'
import type { PeopleContext, PeopleEnv } from '../people/index.ts'
import { lostLinkMail } from './interview.mail.ts'
import { calendarFile } from './interview.routes.tsx'
import { readInterview } from './interview.store.ts'
import { readPracticeById } from './practice.store.ts'
import { agreeQuote, lockQuote, quotesOfSpeakers, rewordQuote, withdrawQuote } from './quote.store.ts'
import { attributionFault, attributionOf, type Quote, quoteState } from './quote.ts'
import { lostLinkForm, openForm, readBackForm } from './speaker.form.ts'
import { KeyPage, LinkSentPage, LostLinkPage } from './speaker.key.page.tsx'
import { EmptiedPage, EmptyPage, SpeakerPage, type SpeakerView, type Spoken, WithdrawPage } from './speaker.page.tsx'
import { emptySpeaker, speakerByKey, speakersByMail, speakersOfPerson, tieToPerson } from './speaker.store.ts'
import {
  lostLinkFlood,
  lostLinkRule,
  PAGE_KEPT,
  READ_BACK,
  type Speaker,
  speakerKey,
  speakerKeyHash,
} from './speaker.ts'

const COOKIE = 'teruglezen'

const headOf = (title: string, errors: FieldError[] = [], status?: number) => ({
  title,
  robots: 'noindex' as const,
  errors: errors.length,
  ...(status ? { status } : {}),
})

async function byKey(c: PeopleContext, key: string | undefined): Promise<Speaker | undefined> {
  const hash = speakerKeyHash(key)
  return hash === undefined ? undefined : speakerByKey(c.var.db, hash)
}

/** Everyone whoever asks is, as a speaker: by the link opened in this browser, and by being signed in. */
async function speakersHere(c: PeopleContext): Promise<Speaker[]> {
  const linked = await byKey(c, readCookie(c, COOKIE))
  const own = c.var.person ? await speakersOfPerson(c.var.db, c.var.person.id) : []
  return [...(linked ? [linked] : []), ...own.filter(({ id }) => id !== linked?.id)]
}

async function spokenBy(c: PeopleContext, speakers: Speaker[]): Promise<Spoken[]> {
  const { db } = c.var
  const quotes = await quotesOfSpeakers(
    db,
    speakers.map(({ id }) => id),
  )
  const spoken: Spoken[] = []
  for (const speaker of speakers) {
    const practice = await readPracticeById(db, speaker.practice)
    const interview = speaker.interview === null ? undefined : await readInterview(db, speaker.interview)
    const own = quotes.filter((quote) => quote.speaker === speaker.id)
    if (practice) spoken.push({ speaker, practice, interview, quotes: own })
  }
  return spoken
}

const DONE = ['akkoord', 'bewaard', 'weg'] as const

async function showPage(
  c: PeopleContext,
  speakers: Speaker[],
  back?: NonNullable<SpeakerView['back']>,
): Promise<Response> {
  const errors = back?.errors ?? []
  const status = back?.conflict === undefined ? undefined : 409
  const view: SpeakerView = {
    spoken: await spokenBy(c, speakers),
    now: c.var.now,
    back,
    done: DONE.find((one) => one === c.req.query('gedaan')),
    byLink: readCookie(c, COOKIE) !== undefined,
  }
  return page(c, headOf('Lees terug wat je zei', errors, status), <SpeakerPage {...view} />)
}

const lostPage = (
  c: PeopleContext,
  { errors = [], typed = {} }: { errors?: FieldError[]; typed?: Typed },
  worn = false,
) =>
  page(
    c,
    headOf('Lees terug wat je zei', errors, worn ? 410 : undefined),
    <LostLinkPage errors={errors} typed={typed} worn={worn} />,
  )

/** A link from a mail shows a button; without one it is the page itself, for whoever opened it before. */
async function show(c: PeopleContext): Promise<Response> {
  const key = c.req.query('sleutel')
  if (key !== undefined) {
    const speaker = await byKey(c, key)
    return speaker ? page(c, headOf('Lees terug wat je zei'), <KeyPage token={key} />) : lostPage(c, {}, true)
  }
  const speakers = await speakersHere(c)
  return speakers.length > 0 ? showPage(c, speakers) : lostPage(c, {})
}

async function open(c: PeopleContext): Promise<Response> {
  const form = readForm(c, openForm)
  const speaker = form.ok ? await byKey(c, form.value.sleutel) : undefined
  if (!form.ok || !speaker) return lostPage(c, {}, true)
  setCookie(c, COOKIE, form.value.sleutel, { maxAgeMs: PAGE_KEPT })
  const { person } = c.var
  // Only when the mail went to the very address of the account: a link that was passed on may not move in somewhere.
  if (person && person.email !== '' && person.email === speaker.mail?.toLowerCase())
    await tieToPerson(c.var.db, speaker.id, person.id)
  return c.redirect(READ_BACK, 303)
}

function close(c: PeopleContext): Response {
  clearCookie(c, COOKIE)
  return c.redirect('/', 303)
}

async function sendAgain(c: PeopleContext): Promise<Response> {
  const { db, config, now } = c.var
  const form = readForm(c, lostLinkForm)
  if (!form.ok) return lostPage(c, form)
  const { email } = form.value
  await limitPlace(c, lostLinkFlood)
  await limit(c, lostLinkRule, email.toLowerCase())
  const speakers = await speakersByMail(db, email)
  const links = speakers.map(
    ({ id, keyNumber }) => `${config.baseUrl}${READ_BACK}?sleutel=${speakerKey(config.secretKey, id, keyNumber)}`,
  )
  // To the address as we have it, never to the spelling that was typed.
  const to = speakers[0]?.mail
  if (to) await sendMail(db, config, { to, ...lostLinkMail(links) }, now)
  return page(c, headOf('Kijk in je mail'), <LinkSentPage email={email} />)
}

interface Own {
  speakers: Speaker[]
  speaker: Speaker
  quote: Quote
}

/** A quote of whoever asks, held; of someone else it is a page that does not exist. */
async function ownQuote(c: PeopleContext): Promise<Own> {
  const speakers = await speakersHere(c)
  const id = c.req.param('quote')
  const quote = found(isId(id) && speakers.length > 0 ? await lockQuote(c.var.db, id) : undefined)
  const speaker = found(speakers.find((one) => one.id === quote.speaker))
  return { speakers, speaker, quote }
}

async function readBack(c: PeopleContext): Promise<Response> {
  const { speakers, speaker, quote } = await ownQuote(c)
  const { db, now } = c.var
  found(quoteState(quote) === 'withdrawn' ? undefined : quote)
  const form = readForm(c, readBackForm)
  const again = (errors: FieldError[], conflict?: string) =>
    showPage(c, speakers, { quote: quote.id, errors, typed: form.typed, conflict })
  if (!form.ok) return again(form.errors)
  const { versie, citaat: text, vorm, naam, functie, doen } = form.value
  if (versie !== quote.version) return again([], quote.utterance.text ?? '')
  if (doen === 'akkoord' && vorm === undefined)
    return again([{ field: 'vorm', message: 'Kies hoe je genoemd wilt worden.' }])
  const who = { name: naam, function: functie }
  const fault = doen === 'akkoord' && vorm ? attributionFault(vorm, who) : undefined
  if (fault) return again([fault])
  const { person } = speaker
  if (text !== quote.utterance.text) await rewordQuote(db, quote, { text, person }, now)
  if (doen === 'akkoord' && vorm) {
    const current = found(await lockQuote(db, quote.id))
    await agreeQuote(db, current, { form: vorm, attribution: attributionOf(vorm, who), person }, now)
  }
  const done = doen === 'akkoord' ? 'akkoord' : 'bewaard'
  return c.redirect(`${READ_BACK}?gedaan=${done}#citaat-${quote.id}`, 303)
}

async function withdraw(c: PeopleContext): Promise<Response> {
  const { quote } = await ownQuote(c)
  await withdrawQuote(c.var.db, quote, c.var.now)
  return c.redirect(`${READ_BACK}?gedaan=weg`, 303)
}

async function askWithdraw(c: PeopleContext): Promise<Response> {
  const speakers = await speakersHere(c)
  const id = c.req.param('quote')
  const all = await quotesOfSpeakers(
    c.var.db,
    speakers.map((one) => one.id),
  )
  const quote = found(all.find((one) => one.id === id && !one.withdrawn))
  return page(c, headOf('Citaat terugnemen'), <WithdrawPage quote={quote} />)
}

async function askEmpty(c: PeopleContext): Promise<Response> {
  const speakers = await speakersHere(c)
  found(speakers[0])
  const quotes = await quotesOfSpeakers(
    c.var.db,
    speakers.map(({ id }) => id),
  )
  const count = quotes.filter(({ withdrawn }) => !withdrawn).length
  return page(c, headOf('Alles van mij weghalen'), <EmptyPage count={count} />)
}

async function empty(c: PeopleContext): Promise<Response> {
  const speakers = await speakersHere(c)
  found(speakers[0])
  for (const { id } of speakers) await emptySpeaker(c.var.db, id, c.var.now)
  clearCookie(c, COOKIE)
  return c.redirect(`${READ_BACK}/gewist`, 303)
}

async function agenda(c: PeopleContext): Promise<Response> {
  const id = c.req.param('interview')
  const speaker = found((await speakersHere(c)).find(({ interview }) => interview === id))
  const interview = found(isId(id) ? await readInterview(c.var.db, id) : undefined)
  return calendarFile(c, interview, found(await readPracticeById(c.var.db, speaker.practice)))
}

/** The private page of whoever we talked with. */
export function speakerRoutes(): Hono<PeopleEnv> {
  return new Hono<PeopleEnv>()
    .get(READ_BACK, show)
    .post(READ_BACK, open)
    .post(`${READ_BACK}/link`, sendAgain)
    .post(`${READ_BACK}/sluiten`, close)
    .get(`${READ_BACK}/alles`, askEmpty)
    .post(`${READ_BACK}/alles`, empty)
    .get(`${READ_BACK}/gewist`, (c) => page(c, headOf('Alles van je is weg'), <EmptiedPage />))
    .get(`${READ_BACK}/gesprekken/:interview/agenda.ics`, agenda)
    .post(`${READ_BACK}/citaten/:quote`, readBack)
    .get(`${READ_BACK}/citaten/:quote/intrekking`, askWithdraw)
    .post(`${READ_BACK}/citaten/:quote/intrekking`, withdraw)
}
