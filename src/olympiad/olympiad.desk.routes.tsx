import { Hono } from 'hono'
import { z } from 'zod'
import { contentChanged, type FieldError, found, page, readForm, refuse, type Typed } from '../foundation/http/index.ts'
import { holdersOf, type PeopleContext, type PeopleEnv, withRole } from '../people/index.ts'
import { workingGroups } from './group.store.ts'
import { OlympiadDeskOnePage, OlympiadDeskPage } from './olympiad.desk.page.tsx'
import { beginForm } from './olympiad.form.ts'
import { appointChair, beginOlympiad, tiedGroups, tieGroups } from './olympiad.plan.store.ts'
import { olympiads, readOlympiad } from './olympiad.store.ts'
import type { Olympiad } from './olympiad.ts'

/** Editors begin an Olympiade and say who chairs it. */
export function olympiadDeskRoutes(): Hono<PeopleEnv> {
  return new Hono<PeopleEnv>()
    .get('/redactie/olympiades', (c) => show(c))
    .post('/redactie/olympiades', begin)
    .get('/redactie/olympiades/:slug', showOne)
    .post('/redactie/olympiades/:slug/voorzitters', addChair)
    .post('/redactie/olympiades/:slug/werkgroepen', chooseGroups)
}

const DESK = { label: 'Olympiades', href: '/redactie/olympiades' }
const REDACTIE = { label: 'Redactie', href: '/redactie' }

async function show(
  c: PeopleContext,
  { errors = [], typed = {} }: { errors?: FieldError[]; typed?: Typed } = {},
): Promise<Response> {
  withRole(c, 'editor')
  const { db } = c.var
  return page(
    c,
    { title: 'Olympiades', robots: 'noindex', breadcrumb: [REDACTIE, { label: 'Olympiades' }], errors: errors.length },
    <OlympiadDeskPage
      olympiads={await olympiads(db)}
      chairs={await holdersOf(db, 'chair')}
      typed={typed}
      errors={errors}
    />,
  )
}

async function begin(c: PeopleContext): Promise<Response> {
  const editor = withRole(c, 'editor')
  const { db, now, config } = c.var
  const form = readForm(c, beginForm)
  if (!form.ok) return show(c, form)
  const { titel: title, vraag: question, begint: startsOn, eindigt: endsOn, voorzitter: chair } = form.value
  if (!(await holdersOf(db, 'chair')).some(({ id }) => id === chair))
    return show(c, { typed: form.typed, errors: [{ field: 'voorzitter', message: 'Kies wie voorzit.' }] })
  const begun = { title, question, startsOn, endsOn, chair, fictional: config.demo }
  const slug = await beginOlympiad(db, begun, { by: editor.id, at: now })
  return c.redirect(`/redactie/olympiades/${slug}`, 303)
}

async function oneAt(c: PeopleContext): Promise<Olympiad> {
  withRole(c, 'editor')
  return found(await readOlympiad(c.var.db, c.req.param('slug') ?? ''))
}

async function showOne(c: PeopleContext): Promise<Response> {
  const olympiad = await oneAt(c)
  const { db } = c.var
  return page(
    c,
    { title: olympiad.title, robots: 'noindex', breadcrumb: [REDACTIE, DESK, { label: olympiad.title }] },
    <OlympiadDeskOnePage
      olympiad={olympiad}
      chairs={await holdersOf(db, 'chair')}
      groups={await workingGroups(db)}
      tied={(await tiedGroups(db, olympiad.id)).map(({ id }) => id)}
    />,
  )
}

async function addChair(c: PeopleContext): Promise<Response> {
  const olympiad = await oneAt(c)
  const { db, now } = c.var
  const wanted = String(c.get('body')?.voorzitter ?? '')
  if (!(await holdersOf(db, 'chair')).some(({ id }) => id === wanted))
    refuse(400, 'Kies iemand uit de lijst. Alleen wie de rol van voorzitter heeft, kan voorzitten.')
  await appointChair(db, olympiad.id, wanted, now)
  await contentChanged(db)
  return c.redirect(`/redactie/olympiades/${olympiad.slug}`, 303)
}

const groupsForm = z.object({ 'groepen[]': z.array(z.uuid()).max(100).default([]) })

async function chooseGroups(c: PeopleContext): Promise<Response> {
  const olympiad = await oneAt(c)
  const form = readForm(c, groupsForm)
  const known = new Set((await workingGroups(c.var.db)).map(({ id }) => id))
  const chosen = form.ok ? form.value['groepen[]'].filter((id) => known.has(id)) : []
  if (!form.ok) refuse(400, 'Kies werkgroepen uit de lijst.')
  await tieGroups(c.var.db, olympiad.id, chosen)
  return c.redirect(`/redactie/olympiades/${olympiad.slug}`, 303)
}
