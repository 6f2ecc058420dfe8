import { Hono } from 'hono'
import { dutchDay, dutchYear } from '../foundation/clock.ts'
import { attempt, violated } from '../foundation/db/index.ts'
import { allow, contentChanged, type FieldError, page, readForm, type Typed } from '../foundation/http/index.ts'
import { acceptedStatements } from '../olympiad/index.ts'
import { nameOf, type PeopleContext, type PeopleEnv, type Person, withRole } from '../people/index.ts'
import { utterances } from '../thread/index.ts'
import { competences } from './competence.store.ts'
import { consultationForm, publicationForm } from './consultation.form.ts'
import { openConsultation, reactionsTo } from './consultation.store.ts'
import { proposeWay, saveCrosswalk, showCrosswalk } from './crosswalk.edit.routes.tsx'
import { discard, showDiscard, withdrawPlanned } from './discard.routes.tsx'
import { discardedDrafts } from './discard.store.ts'
import { editionAt, heldDraft } from './draft.context.ts'
import { DraftPage, draftUrl } from './draft.page.tsx'
import { beginDraft, lockDraft, omittedFrom, readDraft } from './draft.store.ts'
import { saveIntroduction, showIntroduction } from './edition.edit.routes.tsx'
import { draftForm } from './edition.form.ts'
import { type Edition, editions } from './edition.store.ts'
import { isSecondEditor, lacksOnlyConsultation, mayEdit, mayPublish } from './edition.ts'
import { EditionsPage } from './editions.page.tsx'
import { decideImpactHere, showImpact } from './impact.routes.tsx'
import { publishDraft } from './publication.store.ts'
import { addText, omitText, restoreText, saveText, showNewText, showText } from './standard.edit.routes.tsx'
import { showStatements, takeOver } from './takeover.routes.tsx'

const HEAD = { robots: 'noindex' as const }
const crumbs = (label: string) => [
  { label: 'Redactie', href: '/redactie' },
  { label: 'Kenmerken', href: '/redactie/kenmerken' },
  { label },
]

interface Faulty {
  errors?: FieldError[]
  typed?: Typed
}

async function showEditions(c: PeopleContext, { errors = [], typed = {} }: Faulty = {}): Promise<Response> {
  withRole(c, 'editor')
  const all = await editions(c.var.db, c.var.now)
  const discarded = await discardedDrafts(c.var.db)
  const names = await nameOf(
    c.var.db,
    discarded.map(({ by }) => by),
  )
  return page(
    c,
    {
      ...HEAD,
      title: 'Kenmerken: versies',
      breadcrumb: [{ label: 'Redactie', href: '/redactie' }, { label: 'Kenmerken' }],
      errors: errors.length,
      ...(errors.length > 0 ? { status: 400 } : {}),
    },
    <EditionsPage
      editions={all}
      accepted={await acceptedStatements(c.var.db)}
      discarded={discarded.map(({ by, ...one }) => ({ ...one, by: names.get(by) }))}
      thrownAway={c.req.query('weggegooid') === 'ja'}
      errors={errors}
      typed={typed}
      year={dutchYear(c.var.now) + 1}
    />,
  )
}

async function begin(c: PeopleContext): Promise<Response> {
  const editor = withRole(c, 'editor')
  const form = readForm(c, draftForm)
  if (!form.ok) return showEditions(c, form)
  const { db, now } = c.var
  const from = (await editions(db, now)).find(({ id, status }) => id === form.value.van && status === 'current')
  const retry = (field: string, message: string) => showEditions(c, { errors: [{ field, message }], typed: form.typed })
  if (!from) return retry('van', 'Kies een versie die nu geldt.')
  if (form.value.jaar <= from.text.year) return retry('jaar', `Vul een jaar in na ${from.text.year}.`)
  try {
    const id = await attempt(db, (tx) => beginDraft(tx, from, form.value.jaar, { by: editor.id, at: now }))
    const olympiad = (await acceptedStatements(db)).find((one) => one.olympiad === form.value.zinnen)?.olympiad
    return c.redirect(olympiad === undefined ? draftUrl(id) : `${draftUrl(id)}/zinnen/${olympiad}`, 303)
  } catch (fault) {
    if (violated(fault) !== 'edition_framework_slug_attempt_key') throw fault
    return retry('jaar', `Er is al een versie ${form.value.jaar}. Kies een ander jaar.`)
  }
}

async function showDraft(c: PeopleContext, { errors = [], typed = {} }: Faulty = {}): Promise<Response> {
  const editor = withRole(c, 'editor')
  const { db, now } = c.var
  const edition = await editionAt(c)
  const draft = await readDraft(db, edition)
  // One after the other: a form that came back is drawn inside its transaction, on one connection.
  const omitted = await omittedFrom(db, edition.id)
  const reactions = await reactionsTo(db, edition.id)
  const all = await editions(db, now)
  const names = await competences(db)
  const words = await utterances(
    db,
    reactions.map(({ utterance }) => utterance),
  )
  const title = `Concept ${edition.text.title} ${edition.text.year}`
  return page(
    c,
    {
      ...HEAD,
      title,
      breadcrumb: crumbs(String(edition.text.year)),
      errors: errors.length,
      ...(errors.length > 0 ? { status: 400 } : {}),
    },
    <DraftPage
      draft={draft}
      old={all.find(({ id }) => id === edition.draftedFrom)}
      competences={names}
      omitted={omitted}
      reactions={reactions.map(({ utterance, reactedAt }) => ({
        text: words.get(utterance)?.text ?? null,
        at: reactedAt,
      }))}
      mayEdit={mayEdit(editor, edition.status)}
      isSecond={isSecondEditor(editor, draft.state)}
      errors={errors}
      typed={typed}
      saved={c.req.query('bewaard') === 'ja'}
      today={dutchDay(now)}
    />,
  )
}

async function consult(c: PeopleContext): Promise<Response> {
  const editor = withRole(c, 'editor')
  const { db, now } = c.var
  const edition = await heldDraft(c)
  allow(mayEdit(editor, edition.status))
  const form = readForm(c, consultationForm)
  if (!form.ok) return showDraft(c, form)
  const { van, tot, vraag } = form.value
  const { unfinished } = (await readDraft(db, edition)).state
  if (unfinished.length > 0)
    return showDraft(c, {
      errors: [{ field: 'van', message: `Maak eerst af: ${unfinished.join(', ')}. Anders lezen mensen lege plekken.` }],
      typed: form.typed,
    })
  const fault = spanFault(edition, van, tot, dutchDay(now))
  if (fault) return showDraft(c, { errors: [fault], typed: form.typed })
  await openConsultation(db, edition.id, { opensOn: van, closesOn: tot, question: vraag }, { by: editor.id, at: now })
  // It may open today: everyone sees the draft from then on.
  await contentChanged(db)
  return c.redirect(`${draftUrl(edition.id)}#consultatie`, 303)
}

function spanFault(edition: Edition, from: string, until: string, today: string): FieldError | undefined {
  if (from < today) return { field: 'van', message: 'De eerste dag ligt in het verleden.' }
  if (edition.consultations.some(({ opensOn, closesOn }) => opensOn <= until && from <= closesOn))
    return { field: 'van', message: 'In deze dagen loopt al een consultatie.' }
  return undefined
}

async function publishHere(c: PeopleContext): Promise<Response> {
  const editor: Person = withRole(c, 'editor')
  const { db, now } = c.var
  const edition = await heldDraft(c)
  // Two drafts of one edition can't both take its place: whoever comes second sees that it was overtaken.
  if (edition.draftedFrom) await lockDraft(db, edition.draftedFrom)
  const draft = await readDraft(db, edition, { holdImpact: true })
  allow(isSecondEditor(editor, draft.state))
  const form = readForm(c, publicationForm)
  if (!form.ok) return showDraft(c, form)
  const reason = lacksOnlyConsultation(draft.state) ? form.value.reden : ''
  if (!mayPublish(editor, draft.state, reason)) {
    const fault = lacksOnlyConsultation(draft.state)
      ? {
          field: 'reden',
          message: 'Schrijf in één zin waarom het zonder consultatie kan, of leg het concept eerst voor.',
        }
      : { field: '', message: 'Deze versie kan nog niet worden gepubliceerd. Onderaan staat wat er nog moet.' }
    return showDraft(c, { errors: [fault], typed: form.typed })
  }
  const old = (await editions(db, now)).find(({ id }) => id === edition.draftedFrom)
  await publishDraft(db, draft, old, { by: editor.id, at: now, waived: reason })
  return c.redirect(`${edition.url}?gepubliceerd=ja`, 303)
}

/** The editors' desk: writing, consulting, weighing the impact, publishing by a second editor. */
export function draftRoutes(): Hono<PeopleEnv> {
  const draft = '/redactie/kenmerken/versies/:id'
  return new Hono<PeopleEnv>()
    .get('/redactie/kenmerken', (c) => showEditions(c))
    .post('/redactie/kenmerken/versies', begin)
    .get(draft, (c) => showDraft(c))
    .post(`${draft}/consultaties`, consult)
    .post(`${draft}/consultaties/:consultatie/intrekking`, withdrawPlanned)
    .get(`${draft}/weggooien`, showDiscard)
    .post(`${draft}/weggooien`, discard)
    .post(`${draft}/publicatie`, publishHere)
    .get(`${draft}/gevolgen`, (c) => showImpact(c))
    .post(`${draft}/gevolgen`, decideImpactHere)
    .get(`${draft}/inleiding`, (c) => showIntroduction(c))
    .post(`${draft}/inleiding`, saveIntroduction)
    .get(`${draft}/nieuw`, (c) => showNewText(c))
    .post(`${draft}/teksten`, addText)
    .get(`${draft}/teksten/:tekst`, (c) => showText(c))
    .post(`${draft}/teksten/:tekst`, saveText)
    .post(`${draft}/teksten/:tekst/weglating`, omitText)
    .post(`${draft}/teksten/:tekst/terug`, restoreText)
    .get(`${draft}/overgang`, (c) => showCrosswalk(c))
    .post(`${draft}/overgang`, saveCrosswalk)
    .post(`${draft}/overgang/voorstel`, proposeWay)
    .get(`${draft}/zinnen/:olympiade`, (c) => showStatements(c))
    .post(`${draft}/zinnen/:olympiade`, takeOver)
}
