import { Hono } from 'hono'
import { dutchDay, dutchYear } from '../foundation/clock.ts'
import { type FieldError, found, page, readForm, refuse, type Typed } from '../foundation/http/index.ts'
import { type PeopleContext, type PeopleEnv, withRole } from '../people/index.ts'
import { CALL_LABELS, CallDeskPage, CallEditPage, callTyped, nextCallTyped } from './call.desk.page.tsx'
import { beginCall, publishCall, saveCall } from './call.desk.store.ts'
import { type CallDraft, callForm } from './call.form.ts'
import { allFields, calls, criteriaEditions, readCall, themesOf } from './call.store.ts'
import { type Call, callState, callUrl } from './call.ts'
import { fieldsOn, vocabulariesOf } from './field.ts'
import { themeProposals } from './theme.store.ts'
import { THEMES_PER_CALL } from './theme.ts'

/** Making a call and publishing it. */
export function callDeskRoutes(): Hono<PeopleEnv> {
  return new Hono<PeopleEnv>()
    .get('/redactie/oproepen', showDesk)
    .get('/redactie/oproepen/nieuw', (c) => showNew(c))
    .post('/redactie/oproepen', begin)
    .get('/redactie/oproepen/:slug', (c) => showDraft(c))
    .post('/redactie/oproepen/:slug', save)
    .post('/redactie/oproepen/:slug/publicatie', publish)
}

async function showDesk(c: PeopleContext): Promise<Response> {
  withRole(c, 'editor')
  const { db, now } = c.var
  const today = dutchDay(now)
  const [all, proposals] = await Promise.all([calls(db), themeProposals(db, dutchYear(now) + 1)])
  const listed = await Promise.all(
    all.map(async (call) => ({ call, state: callState(call, today), themes: await themesOf(db, call.id) })),
  )
  return page(
    c,
    {
      title: 'Oproepen',
      robots: 'noindex',
      breadcrumb: [{ label: 'Redactie', href: '/redactie' }, { label: 'Oproepen' }],
    },
    <CallDeskPage calls={listed} waiting={proposals.filter(({ choice }) => choice === null).length} />,
  )
}

interface Back {
  errors?: FieldError[]
  typed?: Typed
  status?: number
  theirs?: Typed
}

async function editPage(c: PeopleContext, call: Call | undefined, typed: Typed, back: Back = {}): Promise<Response> {
  const { db, now } = c.var
  const editions = await criteriaEditions(db)
  const fields = await allFields(db)
  const proposals = await themeProposals(db, dutchYear(now))
  const { errors = [], status, theirs } = back
  const shown = back.typed ?? typed
  const text = (value: Typed[string]) => (Array.isArray(value) ? value.join('\n') : (value ?? ''))
  const differing = theirs && Object.keys(CALL_LABELS).filter((name) => text(theirs[name]) !== text(shown[name]))
  return page(
    c,
    {
      title: call ? `Concept: ${call.title}` : 'De volgende oproep',
      robots: 'noindex',
      breadcrumb: [
        { label: 'Redactie', href: '/redactie' },
        { label: 'Oproepen', href: '/redactie/oproepen' },
        { label: call ? String(call.year) : 'Nieuw' },
      ],
      errors: errors.length,
      status: status ?? (errors.length > 0 ? 400 : 200),
    },
    <CallEditPage
      call={call}
      version={back.typed && !theirs ? Number(back.typed.versie) || 0 : (call?.version ?? 0)}
      typed={shown}
      errors={errors}
      saved={c.req.method === 'GET' && c.req.query('bewaard') === 'ja'}
      conflict={differing?.map((name) => ({
        label: CALL_LABELS[name] ?? name,
        theirs: text(theirs?.[name]),
        mine: text(shown[name]),
      }))}
      editions={editions}
      vocabularies={vocabulariesOf(fields)}
      proposals={proposals.filter(({ choice }) => choice?.outcome === 'chosen')}
    />,
  )
}

async function showNew(c: PeopleContext, back: Back = {}): Promise<Response> {
  withRole(c, 'editor')
  const [last] = await calls(c.var.db)
  return editPage(c, undefined, nextCallTyped(last, dutchYear(c.var.now) + 1), back)
}

/** What an editor sent, with names from the proposals they chose, or what to mend. */
async function readDraft(
  c: PeopleContext,
): Promise<{ ok: true; draft: CallDraft; typed: Typed } | { ok: false; errors: FieldError[]; typed: Typed }> {
  const form = readForm(c, callForm)
  if (!form.ok) return form
  const { db, now } = c.var
  const editions = await criteriaEditions(db)
  const fields = await allFields(db)
  const proposals = await themeProposals(db, dutchYear(now))
  const { value, typed } = form
  const listed = fields.filter(({ vocabulary }) => vocabulary === value.vocabulary)
  const errors = [
    ...(editions.some(({ slug }) => slug === value.criteria)
      ? []
      : [{ field: 'criteria', message: 'Kies de criteria.' }]),
    ...(listed.length > 0 ? [] : [{ field: 'lijst', message: 'Kies de lijst met velden.' }]),
    // From a list that is out of force nobody could choose a field, and without one nobody can send.
    ...(listed.length > 0 && fieldsOn(listed, value.closesOn).length === 0
      ? [{ field: 'lijst', message: 'Deze lijst geldt niet meer op de laatste dag van de oproep. Kies een andere.' }]
      : []),
  ]
  if (errors.length > 0) return { ok: false, errors, typed }
  const themes = value.themes.map((theme) => {
    const from = proposals.find(({ id, choice }) => id === theme.proposal && choice?.outcome === 'chosen')
    return { ...theme, name: theme.name || (from?.name ?? ''), proposal: from?.id ?? null }
  })
  return { ok: true, draft: { ...value, themes }, typed }
}

async function begin(c: PeopleContext): Promise<Response> {
  withRole(c, 'editor')
  const read = await readDraft(c)
  if (!read.ok) return showNew(c, read)
  const slug = await beginCall(c.var.db, read.draft, { fictional: c.var.config.demo })
  if (slug === undefined)
    return showNew(c, {
      typed: read.typed,
      errors: [{ field: 'jaar', message: `Er is al een oproep voor ${read.draft.year}. Kies een ander jaar.` }],
    })
  return c.redirect(`/redactie/oproepen/${slug}?bewaard=ja`, 303)
}

/** The call of this address while it is a draft; a published one lies fixed. */
async function draftAt(c: PeopleContext): Promise<Call> {
  const call = found(await readCall(c.var.db, c.req.param('slug') ?? ''))
  return found(call.publishedAt === null ? call : undefined)
}

async function showDraft(c: PeopleContext, back: Back = {}): Promise<Response> {
  withRole(c, 'editor')
  const call = await draftAt(c)
  return editPage(c, call, callTyped(call, await themesOf(c.var.db, call.id)), back)
}

async function save(c: PeopleContext): Promise<Response> {
  withRole(c, 'editor')
  const call = await draftAt(c)
  const read = await readDraft(c)
  if (!read.ok) return showDraft(c, read)
  if (await saveCall(c.var.db, call.id, read.draft))
    return c.redirect(`/redactie/oproepen/${call.slug}?bewaard=ja`, 303)
  const theirs = callTyped(call, await themesOf(c.var.db, call.id))
  return editPage(c, call, theirs, { typed: read.typed, theirs, status: 409 })
}

async function publish(c: PeopleContext): Promise<Response> {
  const editor = withRole(c, 'editor')
  const { db, now } = c.var
  const call = found(await readCall(db, c.req.param('slug') ?? ''))
  // A second press finds it done.
  if (call.publishedAt !== null) return c.redirect(callUrl(call), 303)
  const themes = await themesOf(db, call.id)
  const fault = (message: string) => showDraft(c, { errors: [{ field: '', message }] })
  if (themes.length < THEMES_PER_CALL)
    return fault(`Een oproep heeft ${THEMES_PER_CALL} thema’s. Vul ze eerst aan en bewaar.`)
  if (call.closesOn < dutchDay(now)) return fault('De laatste dag is al voorbij. Kies een andere dag en bewaar.')
  const form = c.get('body')?.versie
  if (form !== String(call.version))
    return fault('Een collega veranderde deze oproep net. Lees hem nog eens door en publiceer dan.')
  if (!(await publishCall(db, call, themes, { by: editor.id, at: now })))
    return refuse(409, 'Een collega was net iets eerder. Ververs de pagina en kijk hoe het er staat.')
  return c.redirect(callUrl(call), 303)
}
