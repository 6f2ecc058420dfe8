import { Hono } from 'hono'
import { download, type FieldError, found, page, readForm, refuse, type Typed } from '../foundation/http/index.ts'
import { isId } from '../foundation/id.ts'
import { type Mail, sendMail } from '../foundation/mail/index.ts'
import type { PeopleContext, PeopleEnv } from '../people/index.ts'
import { deskPractice } from './description.context.ts'
import { practiceHead } from './desk-head.ts'
import { interviewCalendar } from './interview.calendar.ts'
import { inviteForm, noteTextForm, planForm, speakerForm } from './interview.form.ts'
import { cancelledMail, movedMail, plannedMail, readBackMail, renewedLinkMail } from './interview.mail.ts'
import { InterviewPage, InterviewsPage, type InterviewsView, type InterviewView } from './interview.page.tsx'
import {
  cancelInterview,
  interviewNotesOf,
  interviewsOf,
  moveInterview,
  planInterview,
  readInterview,
  saveInterviewNote,
} from './interview.store.ts'
import { type Interview, interviewsUrl, interviewUrl, isPlanned } from './interview.ts'
import { holdPractice } from './practice.store.ts'
import type { Practice } from './practice.ts'
import { quoteRoutes } from './quote.routes.tsx'
import { quotesOf } from './quote.store.ts'
import { quoteState } from './quote.ts'
import { isSection, type Section } from './section.ts'
import { SpeakerEditPage } from './speaker.desk.page.tsx'
import {
  addSpeaker,
  emptySpeaker,
  mendSpeaker,
  noteInvited,
  readSpeaker,
  renewSpeakerKey,
  speakersOf,
} from './speaker.store.ts'
import { type Speaker, speakerKey } from './speaker.ts'

async function interviewAt(c: PeopleContext, practice: Practice): Promise<Interview> {
  const id = c.req.param('interview')
  const interview = found(isId(id) ? await readInterview(c.var.db, id) : undefined)
  return found(interview.practice === practice.id ? interview : undefined)
}

const trailOf = (practice: Practice) => [{ label: 'Gesprekken', href: interviewsUrl(practice) }]

type Back = Partial<Pick<InterviewsView, 'form' | 'errors' | 'typed'>> & { status?: number }

async function showInterviews(c: PeopleContext, practice: Practice, back: Back = {}): Promise<Response> {
  const { db } = c.var
  const interviews = await interviewsOf(db, practice.id)
  const speakers = await speakersOf(db, practice.id)
  const quotes = await quotesOf(db, practice.id)
  const counts: InterviewsView['quotes'] = new Map()
  for (const quote of quotes) {
    const state = quoteState(quote)
    if (state === 'withdrawn') continue
    const count = counts.get(quote.speaker) ?? { asked: 0, agreed: 0 }
    counts.set(quote.speaker, { ...count, [state]: count[state] + 1 })
  }
  const errors = back.errors ?? []
  const head = practiceHead(practice, 'Gesprekken', { errors, status: back.status })
  return page(
    c,
    { ...head, title: `Gesprekken over ${practice.title}` },
    <InterviewsPage
      practice={practice}
      interviews={interviews}
      speakers={speakers}
      quotes={counts}
      form={back.form}
      errors={errors}
      typed={back.typed ?? {}}
      done={c.req.query('verstuurd') === 'ja' ? 'sent' : c.req.query('vernieuwd') === 'ja' ? 'renewed' : undefined}
    />,
  )
}

/** Mails one speaker, with the link to the private page. Who gave no address, or took it back, gets nothing. */
async function mailSpeaker(
  c: PeopleContext,
  speaker: Speaker,
  words: (link: string) => Omit<Mail, 'to'>,
): Promise<boolean> {
  const { db, config, now } = c.var
  if (!speaker.mail || speaker.emptiedAt) return false
  const link = `${config.baseUrl}/praktijken/teruglezen?sleutel=${speakerKey(config.secretKey, speaker.id, speaker.keyNumber)}`
  await sendMail(db, config, { to: speaker.mail, ...words(link) }, now)
  return true
}

async function mailSpeakersOf(c: PeopleContext, interview: Interview, words: typeof movedMail): Promise<void> {
  const speakers = await speakersOf(c.var.db, interview.practice)
  for (const speaker of speakers.filter((one) => one.interview === interview.id))
    await mailSpeaker(c, speaker, (link) => words(link, interview))
}

async function plan(c: PeopleContext): Promise<Response> {
  const { practice, editor } = await deskPractice(c)
  const form = readForm(c, planForm)
  if (!form.ok) return showInterviews(c, practice, { form: 'plan', errors: form.errors, typed: form.typed })
  const { startsAt, minuten, plaats } = form.value
  await planInterview(
    c.var.db,
    practice.id,
    { startsAt, minutes: minuten, place: plaats },
    { by: editor, at: c.var.now },
  )
  return c.redirect(interviewsUrl(practice), 303)
}

interface NoteBack {
  form?: InterviewView['form']
  section?: Section
  conflict?: InterviewView['conflict']
  errors?: FieldError[]
  typed?: Typed
  status?: number
}

async function showInterview(
  c: PeopleContext,
  practice: Practice,
  interview: Interview,
  back: NoteBack = {},
): Promise<Response> {
  const { db } = c.var
  const notes = await interviewNotesOf(db, interview.id)
  const speakers = await speakersOf(db, practice.id)
  const saved = c.req.query('bewaard') ?? ''
  const errors = back.errors ?? []
  const head = practiceHead(practice, 'Gesprek', { trail: trailOf(practice), errors, status: back.status })
  return page(
    c,
    { ...head, title: `Gesprek over ${practice.title}` },
    <InterviewPage
      practice={practice}
      interview={interview}
      speakers={speakers.filter((one) => one.interview === interview.id)}
      notes={notes}
      section={back.section}
      conflict={back.conflict}
      form={back.form}
      errors={errors}
      typed={back.typed ?? {}}
      saved={isSection(saved) ? saved : undefined}
    />,
  )
}

async function move(c: PeopleContext): Promise<Response> {
  const { practice } = await deskPractice(c)
  const interview = await interviewAt(c, practice)
  if (!isPlanned(interview)) refuse(409, 'Dit gesprek is afgezegd. Plan een nieuw gesprek.')
  const form = readForm(c, planForm)
  if (!form.ok) return showInterview(c, practice, interview, { form: 'plan', errors: form.errors, typed: form.typed })
  const { startsAt, minuten: minutes, plaats: place, versie } = form.value
  if (!(await moveInterview(c.var.db, { id: interview.id, sequence: versie }, { startsAt, minutes, place }))) {
    const message =
      'Een collega veranderde deze afspraak intussen. Bovenaan staat wat nu geldt. Bewaar opnieuw als jouw versie moet gelden.'
    const errors = [{ field: 'dag', message }]
    // They have seen what holds now, so the next save is about that.
    const typed = { ...form.typed, versie: String(interview.sequence) }
    return showInterview(c, practice, interview, { form: 'plan', errors, typed, status: 409 })
  }
  await mailSpeakersOf(c, { ...interview, startsAt, minutes, place }, movedMail)
  return c.redirect(interviewUrl(practice, interview.id), 303)
}

async function cancel(c: PeopleContext): Promise<Response> {
  const { practice } = await deskPractice(c)
  const interview = await interviewAt(c, practice)
  if (await cancelInterview(c.var.db, interview.id, c.var.now)) await mailSpeakersOf(c, interview, cancelledMail)
  return c.redirect(interviewsUrl(practice), 303)
}

/** A talk as a file for an agenda. */
export function calendarFile(c: PeopleContext, interview: Interview, practice: Pick<Practice, 'title'>): Response {
  const host = new URL(c.var.config.baseUrl).hostname
  const text = interviewCalendar(interview, { practice: practice.title, host, at: c.var.now })
  return download(c, text, { type: 'text/calendar; charset=utf-8', name: 'gesprek.ics' })
}

async function agenda(c: PeopleContext): Promise<Response> {
  const { practice } = await deskPractice(c)
  return calendarFile(c, await interviewAt(c, practice), practice)
}

async function note(c: PeopleContext): Promise<Response> {
  const { practice, editor } = await deskPractice(c)
  const { db, now } = c.var
  const interview = await interviewAt(c, practice)
  const section = c.req.param('section') ?? ''
  if (!isSection(section)) return found<Response>(undefined)
  const form = readForm(c, noteTextForm)
  if (!form.ok)
    return showInterview(c, practice, interview, { form: 'note', section, errors: form.errors, typed: form.typed })
  const { versie: version, notities: text } = form.value
  const fresh = { interview: interview.id, section, text, version }
  if (!(await saveInterviewNote(db, fresh, { by: editor, at: now }))) {
    const now = (await interviewNotesOf(db, interview.id)).find((one) => one.section === section)
    const conflict = { text: now?.text ?? '', version: now?.version ?? 0 }
    return showInterview(c, practice, interview, { form: 'note', section, conflict, typed: form.typed, status: 409 })
  }
  return c.redirect(`${interviewUrl(practice, interview.id)}?bewaard=${section}#${section}`, 303)
}

/** What the form of a speaker says, with the talk it names; or what to mend. */
async function readHead(c: PeopleContext, practice: Practice) {
  const form = readForm(c, speakerForm)
  if (!form.ok) return form
  const { naam, functie, rol, mail, gesprek, versie: version } = form.value
  const interview = (await interviewsOf(c.var.db, practice.id)).find(({ id }) => id === gesprek)
  if (gesprek !== '' && !interview) {
    const errors: FieldError[] = [{ field: 'gesprek', message: 'Kies een gesprek uit de lijst.' }]
    return { ok: false as const, errors, typed: form.typed }
  }
  const head = { name: naam, function: functie, role: rol, mail: mail === '' ? null : mail }
  return {
    ok: true as const,
    head: { ...head, interview: interview?.id ?? null },
    interview,
    version,
    typed: form.typed,
  }
}

async function add(c: PeopleContext): Promise<Response> {
  const { practice } = await deskPractice(c)
  const { db, config, now } = c.var
  const read = await readHead(c, practice)
  if (!read.ok) return showInterviews(c, practice, { form: 'speaker', errors: read.errors, typed: read.typed })
  const speaker = await addSpeaker(db, config.secretKey, { practice: practice.id, ...read.head }, now)
  const mailed = await mailAppointment(c, speaker, read.interview)
  return c.redirect(`${interviewsUrl(practice)}${mailed ? '?verstuurd=ja' : ''}#mensen`, 303)
}

async function mailAppointment(c: PeopleContext, speaker: Speaker, talk: Interview | undefined): Promise<boolean> {
  return talk !== undefined && isPlanned(talk) && mailSpeaker(c, speaker, (link) => plannedMail(link, talk))
}

async function showSpeaker(
  c: PeopleContext,
  practice: Practice,
  speaker: Speaker,
  back?: { errors: FieldError[]; typed: Typed; status?: number },
): Promise<Response> {
  // A name stands on the page, never in its title: titles end up in the history of a browser.
  const head = practiceHead(practice, 'Gesprekspartner', { trail: trailOf(practice), ...back })
  const { name, function: work, role, mail, interview } = speaker
  const now = {
    naam: name ?? '',
    functie: work ?? '',
    rol: role,
    mail: mail ?? '',
    gesprek: interview ?? '',
    versie: String(speaker.version),
  }
  return page(
    c,
    head,
    <SpeakerEditPage
      practice={practice}
      speaker={speaker}
      interviews={await interviewsOf(c.var.db, practice.id)}
      errors={back?.errors ?? []}
      typed={back?.typed ?? now}
      theirs={back?.status === 409 ? now : undefined}
    />,
  )
}

/** Changes someone; whoever comes into a talk, or gets an address while in one, hears of the appointment. */
async function mend(c: PeopleContext): Promise<Response> {
  const { practice } = await deskPractice(c)
  const speaker = await speakerAt(c, practice, { hold: true })
  const read = await readHead(c, practice)
  if (!read.ok) return showSpeaker(c, practice, speaker, read)
  if (!(await mendSpeaker(c.var.db, { id: speaker.id, version: read.version }, read.head))) {
    const message =
      'Een collega veranderde dit intussen. Hieronder staat wat nu geldt, en in het formulier wat jij typte.'
    // They have seen what holds now, so the next save is about that.
    const typed = { ...read.typed, versie: String(speaker.version) }
    return showSpeaker(c, practice, speaker, { errors: [{ field: 'naam', message }], typed, status: 409 })
  }
  const isNews = read.head.interview !== speaker.interview || read.head.mail !== speaker.mail
  const mailed = isNews && (await mailAppointment(c, { ...speaker, ...read.head }, read.interview))
  return c.redirect(`${interviewsUrl(practice)}${mailed ? '?verstuurd=ja' : ''}#mensen`, 303)
}

/** The speaker of this address; of whoever took everything back there is nothing to change. */
async function speakerAt(c: PeopleContext, practice: Practice, { hold = false } = {}): Promise<Speaker> {
  if (hold) await holdPractice(c.var.db, practice.id)
  const id = c.req.param('speaker')
  const speaker = found(isId(id) ? await readSpeaker(c.var.db, id) : undefined)
  return found(speaker.practice === practice.id && speaker.emptiedAt === null ? speaker : undefined)
}

async function invite(c: PeopleContext): Promise<Response> {
  const { practice } = await deskPractice(c)
  const speaker = await speakerAt(c, practice, { hold: true })
  const form = readForm(c, inviteForm)
  if (form.ok && form.value.nieuw) {
    await mailSpeaker(c, await renewSpeakerKey(c.var.db, c.var.config.secretKey, speaker), renewedLinkMail)
    return c.redirect(`${interviewsUrl(practice)}?vernieuwd=ja#mensen`, 303)
  }
  const quotes = await quotesOf(c.var.db, practice.id)
  if (!quotes.some((quote) => quote.speaker === speaker.id && quoteState(quote) === 'asked')) {
    const message = 'Er staat voor deze persoon geen citaat klaar dat op akkoord wacht. Zet eerst een citaat klaar.'
    return showInterviews(c, practice, { errors: [{ field: '', message }], status: 409 })
  }
  if (!(await mailSpeaker(c, speaker, readBackMail)))
    refuse(409, 'Van deze persoon is geen mailadres bekend. Lees samen terug, of vraag om een adres.')
  await noteInvited(c.var.db, speaker.id, c.var.now)
  return c.redirect(`${interviewsUrl(practice)}?verstuurd=ja#mensen`, 303)
}

async function empty(c: PeopleContext): Promise<Response> {
  const { practice } = await deskPractice(c)
  await emptySpeaker(c.var.db, (await speakerAt(c, practice, { hold: true })).id, c.var.now)
  return c.redirect(`${interviewsUrl(practice)}#mensen`, 303)
}

/** The desk's side of talking with people: appointments, guide and notes, people, quotes. */
export function interviewRoutes(): Hono<PeopleEnv> {
  const desk = '/redactie/praktijken/:slug'
  return new Hono<PeopleEnv>()
    .get(`${desk}/gesprekken`, async (c) => showInterviews(c, (await deskPractice(c)).practice))
    .post(`${desk}/gesprekken`, plan)
    .get(`${desk}/gesprekken/:interview`, async (c) => {
      const { practice } = await deskPractice(c)
      return showInterview(c, practice, await interviewAt(c, practice))
    })
    .post(`${desk}/gesprekken/:interview`, move)
    .post(`${desk}/gesprekken/:interview/afzegging`, cancel)
    .get(`${desk}/gesprekken/:interview/agenda.ics`, agenda)
    .post(`${desk}/gesprekken/:interview/notities/:section`, note)
    .post(`${desk}/gesprekspartners`, add)
    .get(`${desk}/gesprekspartners/:speaker`, async (c) => {
      const { practice } = await deskPractice(c)
      return showSpeaker(c, practice, await speakerAt(c, practice))
    })
    .post(`${desk}/gesprekspartners/:speaker`, mend)
    .post(`${desk}/gesprekspartners/:speaker/uitnodiging`, invite)
    .post(`${desk}/gesprekspartners/:speaker/wissen`, empty)
    .route('/', quoteRoutes())
}
