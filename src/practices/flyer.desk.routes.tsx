import { renderPdf } from '../foundation/documents/index.ts'
import { removeFile } from '../foundation/files/index.ts'
import {
  download,
  type FieldError,
  found,
  page,
  Refusal,
  readForm,
  refuse,
  type Typed,
} from '../foundation/http/index.ts'
import type { PeopleContext } from '../people/index.ts'
import { FIELDS } from './attachment.ts'
import { deskPractice, heldPractice } from './description.context.ts'
import { practiceHead } from './desk-head.ts'
import { type FlyerDesk, FlyerDeskPage, flyerDeskUrl } from './flyer.desk.page.tsx'
import { flyerDocument } from './flyer.document.ts'
import { LineEditPage, PictureEditPage } from './flyer.edit.page.tsx'
import { lineForm, pictureForm, quoteLineForm } from './flyer.form.ts'
import { photoFor } from './flyer.photo.ts'
import { isDrawing, pictureMark, pictureOf, savePicture } from './flyer.picture.store.ts'
import {
  type FlyerWork,
  faultsOf,
  flyerBody,
  flyerWork,
  publishedFlyer,
  publishFlyer,
  quoteOf,
  saveLine,
} from './flyer.store.ts'
import {
  changedFacts,
  emptyLine,
  type FlyerLine,
  type FlyerLineName,
  type FlyerPicture,
  lineFromUrl,
  lineWord,
  mapLines,
  spellsOut,
  suggestion,
  tie,
} from './flyer.ts'
import { hasStopped } from './practice.store.ts'
import type { Practice } from './practice.ts'
import { PICTURES, uploadIn } from './upload.entry.ts'
import { sentences } from './writing-help.ts'

/** What will do as the picture of a flyer. */
export const PHOTO = { kinds: PICTURES, as: 'jpeg' } as const

const TRAIL = (practice: Practice) => [{ label: 'Flyer', href: flyerDeskUrl(practice) }]

/** The flyer at the desk. */
export async function showFlyerDesk(c: PeopleContext, errors: FieldError[] = [], status?: number): Promise<Response> {
  const { practice } = await deskPractice(c)
  const { db } = c.var
  const notices: Record<string, FlyerDesk['notice']> = { publicatie: 'published', ja: 'saved' }
  const work = await flyerWork(db, practice)
  const picture = await pictureOf(db, practice)
  const published = await publishedFlyer(db, practice.id)
  return page(
    c,
    practiceHead(practice, 'Flyer', { errors, status }),
    <FlyerDeskPage
      practice={practice}
      work={work}
      picture={picture}
      published={published}
      errors={errors}
      notice={errors.length > 0 ? undefined : notices[c.req.query('gedaan') ?? '']}
    />,
  )
}

const askedLine = (c: PeopleContext): FlyerLineName => found(lineFromUrl(c.req.param('line') ?? ''))
const lineOf = (work: FlyerWork, name: FlyerLineName): FlyerLine =>
  work.lines.find((line) => line.name === name) ?? emptyLine(name)

interface LineBack {
  errors?: FieldError[]
  text?: string
  chosen?: string[]
  theirs?: string
  /** The version its writer read; left out after a conflict, when they see the newest. */
  version?: number
  status?: number
}

async function editLine(c: PeopleContext, practice: Practice, name: FlyerLineName, back: LineBack = {}) {
  const work = await flyerWork(c.var.db, practice)
  const line = lineOf(work, name)
  const start = name !== 'quote' && line.version === 0 ? suggestion(name, work.sections, sentences) : undefined
  const { errors = [], status } = back
  return page(
    c,
    practiceHead(practice, lineWord(name), { trail: TRAIL(practice), errors, status }),
    <LineEditPage
      practice={practice}
      line={{ ...line, version: back.version ?? line.version }}
      text={back.text ?? start?.text ?? line.text}
      chosen={back.chosen ?? start?.facts ?? line.facts.map(({ fact }) => fact)}
      facts={work.facts}
      quotes={work.quotes}
      changed={changedFacts(line, work.facts)}
      suggested={back.text === undefined && start !== undefined && start.text !== ''}
      errors={errors}
      theirs={back.theirs}
    />,
  )
}

/** One line with what it rests on. */
export async function showLine(c: PeopleContext): Promise<Response> {
  const { practice } = await deskPractice(c)
  return editLine(c, practice, askedLine(c))
}

const listOf = (value: string | string[] | undefined): string[] => [value ?? []].flat()

/** Keeps a line. */
export async function keepLine(c: PeopleContext): Promise<Response> {
  const { practice, editor } = await heldPractice(c)
  const name = askedLine(c)
  if (name === 'quote') return keepQuote(c, practice, editor)
  const form = readForm(c, lineForm(name))
  const typed = { text: String(form.typed.tekst ?? ''), chosen: listOf(form.typed['feiten[]']) }
  const version = Number(form.typed.versie) || 0
  if (!form.ok) return editLine(c, practice, name, { errors: form.errors, ...typed, version })
  const work = await flyerWork(c.var.db, practice)
  const before = lineOf(work, name)
  const facts = tie(form.value['feiten[]'], work.facts)
  const line = { ...before, text: form.value.tekst, facts, version: form.value.versie }
  const retry = (field: string, message: string) =>
    editLine(c, practice, name, { errors: [{ field, message }], ...typed, version })
  if (facts.length === 0) return retry('feiten[]', 'Kies minstens één plek waar deze regel op rust.')
  if (spellsOut(line, work.quotes))
    return retry(
      'tekst',
      'Hierin staan woorden of de naam van een gesprekspartner. Haal ze weg; het citaat heeft een eigen regel.',
    )
  const kept =
    form.value.versie === before.version && (await saveLine(c.var.db, practice.id, line, { by: editor, at: c.var.now }))
  if (!kept) return editLine(c, practice, name, { ...typed, theirs: before.text, status: 409 })
  return c.redirect(`${flyerDeskUrl(practice)}?gedaan=ja`, 303)
}

async function keepQuote(c: PeopleContext, practice: Practice, editor: string): Promise<Response> {
  const form = readForm(c, quoteLineForm)
  const version = Number(form.typed.versie) || 0
  if (!form.ok)
    return editLine(c, practice, 'quote', { errors: form.errors, chosen: listOf(form.typed.citaat), version })
  const work = await flyerWork(c.var.db, practice)
  const { citaat, versie } = form.value
  const quote = work.quotes.find(({ id }) => id === citaat)
  const before = lineOf(work, 'quote')
  const fitting = { ...before, quote: quote?.id ?? null, version: versie }
  const fits = quote !== undefined && quoteOf({ ...work, lines: [fitting] }) !== undefined
  if (citaat !== '' && !fits)
    return editLine(c, practice, 'quote', {
      errors: [{ field: 'citaat', message: 'Kies een citaat uit de lijst.' }],
      version: versie,
    })
  const kept =
    versie === before.version && (await saveLine(c.var.db, practice.id, fitting, { by: editor, at: c.var.now }))
  if (!kept)
    return editLine(c, practice, 'quote', {
      chosen: [citaat],
      theirs: quoteOf(work)?.utterance.text ?? 'Geen citaat',
      status: 409,
    })
  return c.redirect(`${flyerDeskUrl(practice)}?gedaan=ja`, 303)
}

/** Someone looked again: the line rests on what its facts say now. */
export async function confirmLine(c: PeopleContext): Promise<Response> {
  const { practice, editor } = await heldPractice(c)
  const name = askedLine(c)
  const form = readForm(c, quoteLineForm)
  const work = await flyerWork(c.var.db, practice)
  const before = lineOf(work, name)
  const facts = tie(
    before.facts.map(({ fact }) => fact),
    work.facts,
  )
  if (facts.length === 0)
    return editLine(c, practice, name, {
      errors: [{ field: 'feiten[]', message: 'Waar deze regel op rustte, is er niet meer. Kies waar hij nu op rust.' }],
      version: Number(form.typed.versie) || 0,
    })
  const line = { ...before, facts, version: form.ok ? form.value.versie : 0 }
  const kept =
    line.version === before.version && (await saveLine(c.var.db, practice.id, line, { by: editor, at: c.var.now }))
  if (!kept) return editLine(c, practice, name, { theirs: before.text, status: 409 })
  return c.redirect(`${flyerDeskUrl(practice)}?gedaan=ja`, 303)
}

/** The picture, to choose. */
export async function showPicture(
  c: PeopleContext,
  back: { errors?: FieldError[]; typed?: Typed; status?: number; overtaken?: boolean; mark?: string } = {},
) {
  const { practice } = await deskPractice(c)
  const { errors = [], typed = {}, status, overtaken = false } = back
  const { db } = c.var
  return page(
    c,
    practiceHead(practice, 'Beeld', { trail: TRAIL(practice), errors, status }),
    <PictureEditPage
      practice={practice}
      picture={await pictureOf(db, practice)}
      // A form that comes back is still about the picture its chooser saw.
      mark={back.mark ?? (await pictureMark(db, practice.id))}
      overtaken={overtaken}
      typed={typed}
      errors={errors}
    />,
  )
}

/** Keeps the picture. */
export async function keepPicture(c: PeopleContext): Promise<Response> {
  const { practice } = await heldPractice(c)
  const { db } = c.var
  const form = readForm(c, pictureForm)
  if (!form.ok) return showPicture(c, { ...form, mark: String(form.typed.gezien ?? '') })
  const { beeld, alt, credit, gezien } = form.value
  if (gezien !== (await pictureMark(db, practice.id)))
    return showPicture(c, { typed: form.typed, overtaken: true, status: 409 })
  const retry = (field: string, message: string, status = 400) =>
    showPicture(c, { errors: [{ field, message }], typed: form.typed, status, mark: gezien })
  const before = await pictureOf(db, practice)
  const picture = await chosenPicture(c, practice, { beeld, alt, credit, before }).catch((fault: unknown) => {
    if (fault instanceof Refusal) return fault
    throw fault
  })
  if (picture instanceof Refusal) return retry(FIELDS.file, picture.message, picture.status)
  await savePicture(db, practice.id, picture)
  if ('file' in before && !('file' in picture && picture.file === before.file)) await forgetPicture(c, practice, before)
  return c.redirect(`${flyerDeskUrl(practice)}?gedaan=ja`, 303)
}

async function chosenPicture(
  c: PeopleContext,
  practice: Practice,
  chosen: { beeld: string; alt: string; credit: string; before: FlyerPicture },
): Promise<FlyerPicture> {
  const { beeld, alt, credit, before } = chosen
  if (isDrawing(beeld)) return { drawing: beeld, alt, credit }
  if (beeld === 'blijft' && 'file' in before) return { file: before.file, alt, credit }
  const upload = await uploadIn(c, FIELDS.file, { ...PHOTO, account: practice.id })
  if (upload.is === 'none') return refuse(400, 'Kies een foto, of neem een van onze tekeningen.')
  if (upload.is === 'refused') throw upload.fault
  return { file: upload.file.id, alt, credit }
}

/** A picture nobody shows any more; the one on the published flyer stays until that flyer goes. */
async function forgetPicture(c: PeopleContext, practice: Practice, before: { file: string }): Promise<void> {
  const shown = (await publishedFlyer(c.var.db, practice.id))?.body.picture
  if (!(shown && 'file' in shown && shown.file === before.file)) await removeFile(c.var.db, before.file)
}

/** Publishes the flyer, unless a line waits for someone to look. */
export async function publishHere(c: PeopleContext): Promise<Response> {
  const { practice, editor } = await heldPractice(c)
  const { db, now } = c.var
  const faults = faultsOf(await flyerWork(db, practice))
  if (faults.length > 0)
    return showFlyerDesk(
      c,
      faults.map((message) => ({ field: '', message })),
      409,
    )
  await publishFlyer(db, practice, { by: editor, at: now })
  return c.redirect(`${flyerDeskUrl(practice)}?gedaan=publicatie`, 303)
}

/** The flyer as it would come out now, for the desk alone. */
export async function proof(c: PeopleContext): Promise<Response> {
  const { practice } = await deskPractice(c)
  const { db, now, config } = c.var
  const work = await flyerWork(db, practice)
  const quote = quoteOf(work)
  const body = await flyerBody(db, practice, work, new Map())
  const spoken = quote ? [quote.utterance, ...(quote.attribution ? [quote.attribution] : [])] : []
  // A line that is still to be written holds its place, so that the sheet can be drawn and the gap is seen.
  const told = { ...body, lines: mapLines((name) => body.lines[name] || `${lineWord(name)}: nog leeg`) }
  const flyer = { body: told, quotes: new Map(spoken.map(({ id, text }) => [id, text])), publishedAt: now }
  const stopped = await hasStopped(db, practice.id)
  const photo = await photoFor(db, config, body)
  const bytes = await renderPdf(flyerDocument({ practice, flyer, stopped, baseUrl: config.baseUrl, photo }))
  return download(c, bytes, { type: 'application/pdf', name: 'proef.pdf', inline: true })
}
