import { Hono } from 'hono'
import { type FieldError, page, readForm, refuse, type Typed } from '../foundation/http/index.ts'
import type { PeopleContext, PeopleEnv } from '../people/index.ts'
import { ownAnswers } from './ballot.store.ts'
import { readCharter } from './charter.store.ts'
import { liveUrl } from './live.ts'
import { olympiadAt, trail } from './olympiad.context.ts'
import { rolesOf } from './olympiad.store.ts'
import type { Olympiad } from './olympiad.ts'
import { CodePage, KeyPage } from './panel.entry.page.tsx'
import { countMiss, entrance, type Here, here, letIn, shutOut, takingPart } from './panel.entry.ts'
import { entranceForm, groupForm, nameForm } from './panel.form.ts'
import { GonePage, StopPage } from './panel.leaving.page.tsx'
import { WelcomePage } from './panel.page.tsx'
import {
  changeRole,
  hasAnswered,
  hasAnsweredIn,
  join,
  leave,
  nameYourself,
  panellistOf,
  takeBackAnswers,
} from './panel.store.ts'
import { heldBy, readKey } from './panel.ts'
import { newKeyFor, useNewKey } from './renewal.store.ts'
import { groundOf, votable } from './vote.view.ts'

/** Coming in, the first screen, correcting one's group, and stopping. */
export function panelRoutes(): Hono<PeopleEnv> {
  return new Hono<PeopleEnv>()
    .get('/olympiades/:slug/meedoen', show)
    .post('/olympiades/:slug/meedoen', enter)
    .post('/olympiades/:slug/meedoen/groep', correctGroup)
    .post('/olympiades/:slug/meedoen/naam', giveName)
    .post('/olympiades/:slug/meedoen/afsluiten', closeHere)
    .get('/olympiades/:slug/meedoen/afgesloten', showClosed)
    .get('/olympiades/:slug/meedoen/stoppen', askStop)
    .post('/olympiades/:slug/meedoen/stoppen', stop)
    .get('/olympiades/:slug/meedoen/gestopt', showStopped)
}

const headOf = (olympiad: Olympiad, title: string, errors: FieldError[] = []) => ({
  title,
  robots: 'noindex' as const,
  breadcrumb: trail(olympiad, { label: 'Meedoen' }),
  errors: errors.length,
})

/** A link shows a button; without one it is the first screen of whoever came in before. */
async function show(c: PeopleContext): Promise<Response> {
  const olympiad = await olympiadAt(c)
  const key = readKey(c.req.query('sleutel'))
  if (key !== undefined) {
    const { panellist: hash } = heldBy(key)
    const panellist = await panellistOf(c.var.db, { panellist: hash })
    const renewed = (await newKeyFor(c.var.db, hash, c.var.now)) === olympiad.id
    if (renewed || (panellist?.olympiad === olympiad.id && panellist.leftAt === null))
      return page(c, headOf(olympiad, 'Meedoen'), <KeyPage olympiad={olympiad} token={key} renewed={renewed} />)
    return codePage(c, olympiad, WORN)
  }
  const me = await here(c, olympiad)
  return me ? welcome(c, olympiad, me) : codePage(c, olympiad, { errors: [], typed: {} })
}

const WORN = {
  errors: [
    {
      field: 'sleutel',
      message:
        'Deze link of code opent niets (meer). Kijk of hij heel is overgenomen, of vraag hieronder een nieuwe link.',
    },
  ],
  typed: {},
}

const codePage = (c: PeopleContext, olympiad: Olympiad, { errors, typed }: { errors: FieldError[]; typed: Typed }) =>
  page(c, headOf(olympiad, 'Meedoen', errors), <CodePage olympiad={olympiad} errors={errors} typed={typed} />)

async function enter(c: PeopleContext): Promise<Response> {
  const olympiad = await olympiadAt(c)
  const form = readForm(c, entranceForm)
  if (!form.ok) return codePage(c, olympiad, form)
  const key = readKey(form.value.sleutel)
  const held = key === undefined ? undefined : heldBy(key)
  if (held && (await newKeyFor(c.var.db, held.panellist, c.var.now)) === olympiad.id)
    await useNewKey(c.var.db, held.panellist, c.var.now)
  const panellist = held && (await panellistOf(c.var.db, held))
  if (key === undefined || held === undefined || panellist?.olympiad !== olympiad.id || panellist.leftAt !== null) {
    await countMiss(c, form.value.sleutel)
    return codePage(c, olympiad, { ...WORN, typed: form.typed })
  }
  await join(c.var.db, held, c.var.now)
  letIn(c, olympiad, key)
  return c.redirect(entrance(olympiad), 303)
}

async function welcome(
  c: PeopleContext,
  olympiad: Olympiad,
  { panellist, held }: Here,
  { errors = [], typed = {} }: { errors?: FieldError[]; typed?: Typed } = {},
): Promise<Response> {
  const { db, now } = c.var
  const ground = await groundOf(c, olympiad)
  const { rounds, charter, open: round, sentences } = ground
  const roles = charter?.roles ?? (await rolesOf(db, olympiad.id))
  const said = round ? new Set((await ownAnswers(db, round.id, held)).map(({ statement }) => statement)) : new Set()
  const missing = sentences.findIndex(({ statement }) => !said.has(statement))
  const role = roles.find(({ slug }) => slug === panellist.role)
  return page(
    c,
    headOf(olympiad, 'Fijn dat je meepraat', errors),
    <WelcomePage
      olympiad={olympiad}
      role={role ?? { slug: panellist.role, name: panellist.role, plural: panellist.role, target: 0 }}
      roles={roles}
      rule={charter?.rule}
      round={round}
      votable={votable(ground, now) !== undefined}
      of={sentences.length}
      answered={said.size}
      next={missing < 0 ? 1 : missing + 1}
      elsewhere={said.size === 0 && round !== undefined && (await hasAnsweredIn(db, panellist.id, round.id))}
      mayCorrect={!(await hasAnswered(db, panellist.id))}
      name={charter?.mode === 'open' ? (panellist.name ?? '') : undefined}
      typedName={typeof typed.naam === 'string' ? typed.naam : ''}
      closed={rounds.filter(({ kind, closedAt }) => kind === 'weighing' && closedAt !== null)}
      planned={rounds.find(({ openedAt, closedAt }) => openedAt === null && closedAt === null)}
      errors={errors}
    />,
  )
}

async function correctGroup(c: PeopleContext): Promise<Response> {
  const olympiad = await olympiadAt(c)
  const me = await takingPart(c, olympiad)
  const roles = await rolesOf(c.var.db, olympiad.id)
  const form = readForm(c, groupForm(roles.map(({ slug }) => slug)))
  if (!form.ok) return welcome(c, olympiad, me, form)
  if (!(await changeRole(c.var.db, me.panellist.id, form.value.groep)))
    refuse(409, 'Je hebt al geantwoord, en je antwoorden tellen bij je groep. Daarom kan die nu niet meer anders.')
  return c.redirect(entrance(olympiad), 303)
}

/** In an open Olympiade, before the first answer. */
async function giveName(c: PeopleContext): Promise<Response> {
  const olympiad = await olympiadAt(c)
  const me = await takingPart(c, olympiad)
  const charter = await readCharter(c.var.db, olympiad.id)
  if (charter?.mode !== 'open')
    refuse(409, 'In deze Olympiade staat nergens een naam bij een antwoord. Je hoeft er geen te geven.')
  const form = readForm(c, nameForm)
  if (!form.ok) return welcome(c, olympiad, me, form)
  if (!(await nameYourself(c.var.db, me.panellist.id, form.value.naam)))
    refuse(409, 'Je hebt al geantwoord onder een naam. Die blijft staan, of je stopt; dan gaat hij weg.')
  return c.redirect(form.value.verder === 'zaal' ? liveUrl(olympiad) : entrance(olympiad), 303)
}

async function closeHere(c: PeopleContext): Promise<Response> {
  const olympiad = await olympiadAt(c)
  shutOut(c, olympiad)
  return c.redirect(`${entrance(olympiad)}/afgesloten`, 303)
}

async function showClosed(c: PeopleContext): Promise<Response> {
  const olympiad = await olympiadAt(c)
  return page(
    c,
    headOf(olympiad, 'Afgesloten'),
    <GonePage olympiad={olympiad}>
      <p>Op dit apparaat is je deelname afgesloten. Met je link of code kom je weer binnen.</p>
    </GonePage>,
  )
}

async function askStop(c: PeopleContext): Promise<Response> {
  const olympiad = await olympiadAt(c)
  const { panellist, held } = await takingPart(c, olympiad)
  const { db, now } = c.var
  const round = votable(await groundOf(c, olympiad), now)
  const answered = round !== undefined && (await hasAnsweredIn(db, panellist.id, round.id))
  const found = answered && round.mode !== 'secret' && (await ownAnswers(db, round.id, held)).length > 0
  const answers = found ? 'theirs' : answered ? 'out of reach' : undefined
  return page(c, headOf(olympiad, 'Stoppen'), <StopPage olympiad={olympiad} answers={answers} />)
}

async function stop(c: PeopleContext): Promise<Response> {
  const olympiad = await olympiadAt(c)
  const { panellist, held } = await takingPart(c, olympiad)
  const { db, now } = c.var
  if (c.get('body')?.antwoorden === 'weg') await takeBackAnswers(db, olympiad.id, held, panellist.id)
  await leave(db, panellist.id, now)
  shutOut(c, olympiad)
  return c.redirect(`${entrance(olympiad)}/gestopt`, 303)
}

async function showStopped(c: PeopleContext): Promise<Response> {
  const olympiad = await olympiadAt(c)
  return page(
    c,
    headOf(olympiad, 'Gestopt'),
    <GonePage olympiad={olympiad}>
      <p>Je doet niet meer mee. Je naam en mailadres zijn weg. Wat in gesloten rondes is geteld, blijft geteld.</p>
    </GonePage>,
  )
}
