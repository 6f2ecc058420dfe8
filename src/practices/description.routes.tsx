import { randomBytes } from 'node:crypto'
import { Hono } from 'hono'
import { renderPdf } from '../foundation/documents/index.ts'
import {
  contentChanged,
  download,
  type FieldError,
  found,
  hasOddQuery,
  page,
  publicPage,
  readForm,
  refuse,
  type Typed,
  withoutQuery,
} from '../foundation/http/index.ts'
import { nameOf, type PeopleContext, type PeopleEnv } from '../people/index.ts'
import { holdsWords } from '../thread/index.ts'
import { deskPractice, heldPractice } from './description.context.ts'
import { discard, showDiscard } from './description.discard.routes.tsx'
import { discardedDescriptions } from './description.discard.store.ts'
import { descriptionDocument } from './description.document.ts'
import { type SectionEdit, SectionEditPage } from './description.edit.page.tsx'
import { improvedForm, sectionForm } from './description.form.ts'
import { mailOffer } from './description.mail.ts'
import { type DescriptionDesk, DescriptionDeskPage, descriptionDeskUrl } from './description.page.tsx'
import { descriptionWork, offerDescription, publishDescription } from './description.publication.store.ts'
import {
  beginDescription,
  newestDescription,
  publishedDescription,
  saveImproved,
  saveSection,
} from './description.store.ts'
import {
  guardedWords,
  improvedMark,
  offerFaults,
  publicationFaults,
  sectionFromUrl,
  sectionInUrl,
  sectionWords,
} from './description.ts'
import { practiceHead } from './desk-head.ts'
import { keepIds, LONGEST_PASSAGE, quoteMark, typedPassages, typedText } from './passage.ts'
import { saveFacts, showDesk, showFacts, showPractices } from './practice.routes.tsx'
import { hasStopped, readPractice } from './practice.store.ts'
import type { Practice } from './practice.ts'
import { quotesOf } from './quote.store.ts'
import { agreeHere, remarkHere, showReading } from './reading.routes.tsx'
import { SECTIONS, type Section, sectionWord } from './section.ts'
import { writingHelp } from './writing-help.ts'

interface Back {
  errors?: FieldError[]
  typed?: Typed
  status?: number
  /** What a colleague wrote in the meantime about what was improved. */
  theirs?: string
}

async function showDescription(c: PeopleContext, back: Back = {}): Promise<Response> {
  const { practice } = await deskPractice(c)
  const { errors = [], typed = {} } = back
  const notices: Record<string, DescriptionDesk['notice']> = {
    terlezing: 'offered',
    publicatie: 'published',
    ja: 'saved',
    weggegooid: 'discarded',
  }
  const { db } = c.var
  const discarded = await discardedDescriptions(db, practice.id)
  const names = await nameOf(
    db,
    discarded.flatMap(({ by }) => by ?? []),
  )
  return page(
    c,
    practiceHead(practice, 'Beschrijving', { errors, status: back.status }),
    <DescriptionDeskPage
      practice={practice}
      work={await descriptionWork(db, practice)}
      discarded={discarded.map(({ by, ...one }) => ({ ...one, by: by === null ? undefined : names.get(by) }))}
      reachable={practice.nomination !== null && practice.ownerMail !== null}
      errors={errors}
      typed={typed}
      theirs={back.theirs}
      notice={errors.length > 0 || back.theirs !== undefined ? undefined : notices[c.req.query('gedaan') ?? '']}
    />,
  )
}

async function begin(c: PeopleContext): Promise<Response> {
  const { practice, editor } = await heldPractice(c)
  await beginDescription(c.var.db, practice.id, { by: editor, at: c.var.now })
  return c.redirect(descriptionDeskUrl(practice), 303)
}

const askedSection = (c: PeopleContext): Section => found(sectionFromUrl(c.req.param('section') ?? ''))

async function editSection(
  c: PeopleContext,
  practice: Practice,
  section: Section,
  back: Pick<Back, 'status' | 'errors'> & { text?: string; theirs?: string; version?: number } = {},
): Promise<Response> {
  const { db } = c.var
  const work = found(await descriptionWork(db, practice))
  const passages = work.draft.sections[section]
  const kept = typedText(passages)
  const elsewhere = SECTIONS.filter((one) => one !== section).map((one) => typedText(work.draft.sections[one]))
  const { errors = [], status } = back
  const view: SectionEdit = {
    practice,
    section,
    // A form that comes back is still about the text its writer read: a colleague's save since then must be noticed.
    version: back.version ?? work.draft.versions[section],
    text: back.text ?? kept,
    words: sectionWords(passages),
    quotes: work.quotes,
    help: writingHelp(
      passages.map((passage) => ('text' in passage ? passage.text : '')).join('\n\n'),
      elsewhere.join('\n\n'),
    ),
    remarks: work.remarks.filter((remark) => remark.section === section).map(({ text }) => text),
    errors,
    theirs: back.theirs,
    saved: c.req.query('bewaard') === 'ja',
    mayWrite: work.draft.publishedAt === null,
  }
  const trail = [{ label: 'Beschrijving', href: descriptionDeskUrl(practice) }]
  return page(c, practiceHead(practice, sectionWord(section), { trail, errors, status }), <SectionEditPage {...view} />)
}

async function showSection(c: PeopleContext): Promise<Response> {
  const { practice } = await deskPractice(c)
  return editSection(c, practice, askedSection(c))
}

const SPELT =
  'Hierin staan woorden of de naam van een gesprekspartner uitgeschreven. Haal ze weg en zet er het citaat in, dan kan het ook weer ingetrokken worden.'

async function keepSection(c: PeopleContext): Promise<Response> {
  const { practice, editor } = await heldPractice(c)
  const section = askedSection(c)
  const { db, now } = c.var
  const draft = found(await newestDescription(db, practice.id))
  const form = readForm(c, sectionForm)
  if (!form.ok) {
    const { tekst = '', versie } = form.typed
    const back = { errors: form.errors, text: String(tekst), version: Number(versie) || 0 }
    return editSection(c, practice, section, back)
  }
  const quotes = await quotesOf(db, practice.id)
  const { versie, citaat, doen } = form.value
  const added = doen === 'citaat' ? quotes.find(({ id }) => id === citaat) : undefined
  const text = added ? `${form.value.tekst}\n\n${quoteMark(added.id)}` : form.value.tekst
  const retry = (field: string, message: string, status?: number) =>
    editSection(c, practice, section, {
      errors: [{ field, message }],
      text,
      version: versie,
      ...(status ? { status } : {}),
    })
  if (draft.publishedAt)
    return retry('', 'Deze versie is net gepubliceerd. Begin een nieuwe versie en zet je tekst daarin.', 409)
  if (doen === 'citaat' && !added) return retry('citaat', 'Kies eerst een citaat uit de lijst.')
  const { typed, strange } = typedPassages(
    text,
    quotes.map(({ id }) => id),
  )
  if (strange.length > 0)
    return retry(
      'tekst',
      `Wij kennen ${strange.join(' en ')} niet. Haal die regel weg, of kies een citaat uit de lijst.`,
    )
  if (typed.some((passage) => 'text' in passage && passage.text.length > LONGEST_PASSAGE))
    return retry('tekst', `Eén alinea is langer dan ${LONGEST_PASSAGE} tekens. Zet ergens een lege regel.`)
  if (typed.some((passage) => 'text' in passage && holdsWords(passage.text, guardedWords(quotes))))
    return retry('tekst', SPELT)
  const passages = keepIds(typed, draft.sections[section], newPassageId)
  const place = { description: draft.id, section, version: versie }
  const saved = versie === draft.versions[section] && (await saveSection(db, place, passages, { by: editor, at: now }))
  if (!saved)
    return editSection(c, practice, section, { status: 409, text, theirs: typedText(draft.sections[section]) })
  return c.redirect(`${descriptionDeskUrl(practice, sectionInUrl(section))}?bewaard=ja`, 303)
}

/** Short enough to read aloud, long enough never to meet twice in one text. */
const newPassageId = (): string => randomBytes(5).toString('hex')

async function keepImproved(c: PeopleContext): Promise<Response> {
  const { practice } = await heldPractice(c)
  const draft = found(await newestDescription(c.var.db, practice.id))
  const form = readForm(c, improvedForm)
  if (!form.ok) return showDescription(c, form)
  if (draft.publishedAt) return refuse(409, 'Deze versie is al gepubliceerd. Begin eerst een nieuwe versie.')
  const { verbeterd, gezien } = form.value
  if (holdsWords(verbeterd, guardedWords(await quotesOf(c.var.db, practice.id))))
    return showDescription(c, { errors: [{ field: 'verbeterd', message: SPELT }], typed: form.typed })
  // A colleague's words are never written over unseen.
  if (gezien !== improvedMark(draft.improved) && verbeterd !== draft.improved)
    return showDescription(c, { typed: form.typed, theirs: draft.improved, status: 409 })
  await saveImproved(c.var.db, draft.id, verbeterd)
  return c.redirect(`${descriptionDeskUrl(practice)}?gedaan=ja`, 303)
}

const asErrors = (sentences: string[]): FieldError[] => sentences.map((message) => ({ field: '', message }))

async function offer(c: PeopleContext): Promise<Response> {
  const { practice, editor } = await heldPractice(c)
  const { db, now, config } = c.var
  const work = found(await descriptionWork(db, practice))
  const { nomination, ownerMail } = practice
  const faults = offerFaults(work.draft.sections, work.quotes)
  if (nomination === null || ownerMail === null)
    faults.push('Er is geen aanmelding of mailadres bekend. Vul dat eerst in.')
  if (work.step === 'published') faults.push('Deze versie is al gepubliceerd. Begin eerst een nieuwe versie.')
  if (faults.length > 0) return showDescription(c, { errors: asErrors(faults) })
  // The same text that lies there already needs no second mail.
  if (nomination !== null && ownerMail !== null && (work.step === 'writing' || work.step === 'changed')) {
    await offerDescription(db, work.draft.id, work.fingerprint, { by: editor, at: now })
    await mailOffer(db, config, { to: ownerMail, nomination }, now)
  }
  return c.redirect(`${descriptionDeskUrl(practice)}?gedaan=terlezing`, 303)
}

async function publish(c: PeopleContext): Promise<Response> {
  const { practice, editor } = await heldPractice(c)
  const { db, now } = c.var
  const work = found(await descriptionWork(db, practice))
  const { number, improved, sections } = work.draft
  const faults = publicationFaults({ number, improved, sections, step: work.step, quotes: work.quotes })
  if (faults.length > 0) return showDescription(c, { errors: asErrors(faults), status: 409 })
  await publishDescription(db, practice, { by: editor, at: now })
  await contentChanged(db)
  return c.redirect(`${descriptionDeskUrl(practice)}?gedaan=publicatie`, 303)
}

async function print(c: PeopleContext): Promise<Response> {
  if (hasOddQuery(c)) return withoutQuery(c)
  const { db, config } = c.var
  const practice = found(await readPractice(db, c.req.param('slug') ?? ''))
  const description = found(await publishedDescription(db, practice))
  const stopped = await hasStopped(db, practice.id)
  const bytes = await renderPdf(descriptionDocument({ practice, description, stopped, baseUrl: config.baseUrl }))
  if (practice.fictional) c.header('X-Robots-Tag', 'noindex')
  return download(c, bytes, { type: 'application/pdf', name: `${practice.slug}.pdf`, inline: true })
}

/** The practice at the desk, its description, what the organisation says of it, and the text on paper. */
export function descriptionRoutes(): Hono<PeopleEnv> {
  const desk = '/redactie/praktijken/:slug'
  const own = '/praktijken/aanmeldingen/:id/beschrijving'
  return new Hono<PeopleEnv>()
    .get('/redactie/praktijken', showPractices)
    .get(desk, showDesk)
    .get(`${desk}/gegevens`, (c) => showFacts(c))
    .post(`${desk}/gegevens`, saveFacts)
    .get(`${desk}/beschrijving`, (c) => showDescription(c))
    .post(`${desk}/beschrijving`, begin)
    .post(`${desk}/beschrijving/verbeterd`, keepImproved)
    .post(`${desk}/beschrijving/terlezing`, offer)
    .post(`${desk}/beschrijving/publicatie`, publish)
    .get(`${desk}/beschrijving/weggooien`, showDiscard)
    .post(`${desk}/beschrijving/weggooien`, discard)
    .get(`${desk}/beschrijving/:section`, showSection)
    .post(`${desk}/beschrijving/:section`, keepSection)
    .get(own, (c) => showReading(c))
    .post(`${own}/opmerkingen`, remarkHere)
    .post(`${own}/akkoord`, agreeHere)
    .get('/praktijken/:slug/pdf', publicPage, print)
}
