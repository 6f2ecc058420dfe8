import { Hono } from 'hono'
import { DAY, dutchDay, HOUR } from '../foundation/clock.ts'
import {
  type FieldError,
  found,
  type LimitRule,
  limit,
  limitPlace,
  type PlaceRule,
  page,
  readForm,
  refuse,
  type Typed,
} from '../foundation/http/index.ts'
import { newCode } from '../foundation/save-code.ts'
import type { PeopleContext, PeopleEnv } from '../people/index.ts'
import { criteriaOf, fieldsOf, nextCall, openCall, themesOf } from './call.store.ts'
import { fieldsOn } from './field.ts'
import { bodiesOf } from './lack.ts'
import {
  enterBy,
  hashOf,
  heldHere,
  letIn,
  limitCode,
  openNomination,
  promiseCode,
  redeemCode,
  shutOut,
} from './nomination.entry.ts'
import { codeForm, firstForm, newCodeForm } from './nomination.form.ts'
import {
  NoCallPage,
  NominationCodePage,
  NominationEntryPage,
  SimilarPage,
  StartPage,
} from './nomination.start.page.tsx'
import { beginNomination, holdNomination, nominationsById, nominationsOf, renewCode } from './nomination.store.ts'
import { firstOpenSection, nominationUrl, sectionPlace } from './nomination.ts'
import { sectionRoutes } from './nomination.writing.routes.tsx'
import { takenOnwardAs, takeOnward } from './onward.store.ts'
import { mayTakeOnward, takenAlong } from './onward.ts'
import { similarPractices } from './similar.store.ts'
import { submissionRoutes } from './submission.routes.tsx'

const RULES = {
  begin: { name: 'nomination begin', points: 20, perMs: DAY, onFault: 'open' },
  renew: { name: 'nomination new code', points: 10, perMs: DAY, onFault: 'closed' },
} satisfies Record<string, LimitRule>
const PLACES = {
  // It searches the bank; a school that begins together stays far below.
  similar: { name: 'nomination similar, network address', points: 600, perMs: HOUR, onFault: 'closed' },
  begin: { name: 'nomination begin, network address', points: 600, perMs: HOUR, onFault: 'open' },
} satisfies Record<string, PlaceRule>

/** Everything of one's own nomination: beginning, writing, sending, and seeing what happens. */
export function nominationRoutes(): Hono<PeopleEnv> {
  const one = '/praktijken/aanmeldingen/:id'
  return new Hono<PeopleEnv>()
    .get('/praktijken/aanmelden', (c) => showStart(c))
    .post('/praktijken/aanmelden', askSimilar)
    .post('/praktijken/aanmelden/begin', begin)
    .get('/praktijken/aanmelden/verder', (c) => entryPage(c))
    .post('/praktijken/aanmelden/verder', enterByCode)
    .post('/praktijken/aanmelden/afsluiten', closeHere)
    .get(`${one}/code`, showCode)
    .post(`${one}/code`, makeNewCode)
    .post(`${one}/opnieuw`, takeAlong)
    .route('/', submissionRoutes())
    .route('/', sectionRoutes())
}

/** The nominations of whoever looks: of their account, and of the codes given in this browser. */
async function ownHere(c: PeopleContext) {
  const { db, person } = c.var
  const held = await heldHere(c)
  const byCode = await nominationsById(db, held)
  const byAccount = person ? await nominationsOf(db, person.id) : []
  const own = [...byAccount, ...byCode.filter(({ id }) => !byAccount.some((known) => known.id === id))]
  return { own, byCode: held.length > 0 }
}

async function showStart(c: PeopleContext, back: { errors?: FieldError[]; typed?: Typed } = {}): Promise<Response> {
  const { db, now } = c.var
  const call = await openCall(db, now)
  const { errors = [], typed = {} } = back
  const title = call ? 'Meld jullie praktijk aan' : 'Er is nu geen oproep open'
  const head = {
    title,
    description: 'Wat we van je vragen, wat je krijgt, hoe lang het duurt. Stoppen en later verdergaan kan altijd.',
    breadcrumb: [{ label: 'Aanmelden' }],
    errors: errors.length,
  }
  const own = await ownHere(c)
  if (!call) return page(c, head, <NoCallPage next={await nextCall(db, now)} {...own} />)
  const text = (name: 'titel' | 'zin') => (typeof typed[name] === 'string' ? typed[name] : undefined)
  return page(
    c,
    head,
    <StartPage
      call={call}
      criteria={await criteriaOf(db, call.criteria)}
      {...own}
      errors={errors}
      typed={{ titel: text('titel'), zin: text('zin') }}
    />,
  )
}

const NO_CALL = 'Er is nu geen oproep open. Bewaar je tekst en kom terug als de volgende opengaat.'

async function askSimilar(c: PeopleContext): Promise<Response> {
  const form = readForm(c, firstForm)
  if (!form.ok) return showStart(c, form)
  await limitPlace(c, PLACES.similar)
  if (!(await openCall(c.var.db, c.var.now))) return refuse(409, NO_CALL)
  const { titel, zin } = form.value
  const similar = await similarPractices(c.var.db, { title: titel, line: zin })
  return page(
    c,
    { title: 'Lijkt dit op …?', robots: 'noindex' },
    <SimilarPage title={titel} line={zin} similar={similar} />,
  )
}

async function begin(c: PeopleContext): Promise<Response> {
  const form = readForm(c, firstForm)
  if (!form.ok) return showStart(c, form)
  const { db, now, person, config, session } = c.var
  await limitPlace(c, PLACES.begin)
  if (session) await limit(c, RULES.begin, session.subject)
  const call = await openCall(db, now)
  if (!call) return refuse(409, NO_CALL)
  const code = newCode()
  const codeHash = hashOf(code)
  const { titel, zin } = form.value
  const id = await beginNomination(db, {
    call,
    codeHash,
    name: { title: titel, line: zin, kind: '' },
    person: person?.id ?? null,
    // In a trial installation nothing is real.
    fictional: config.demo,
    at: now,
  })
  letIn(c, { id, codeHash })
  // Shown by an address of its own: going back to the answer of a form would ask to send the form again.
  promiseCode(c, id, code)
  return c.redirect(nominationUrl(id, 'code'), 303)
}

async function showCode(c: PeopleContext): Promise<Response> {
  const nomination = await openNomination(c, c.req.param('id') ?? '')
  const code = redeemCode(c, nomination.id)
  if (code === undefined) return c.redirect(nominationUrl(nomination.id), 303)
  const kept = c.var.person !== undefined && nomination.colleagues.includes(c.var.person.id)
  return page(
    c,
    { title: 'Je bewaarcode', robots: 'noindex' },
    <NominationCodePage id={nomination.id} code={code} kept={kept} />,
  )
}

async function makeNewCode(c: PeopleContext): Promise<Response> {
  const { id } = await openNomination(c, c.req.param('id') ?? '')
  if (!readForm(c, newCodeForm).ok) return c.redirect(`${nominationUrl(id)}?code=zeker#samen`, 303)
  await limit(c, RULES.renew, id)
  const code = newCode()
  const codeHash = hashOf(code)
  await renewCode(c.var.db, id, codeHash)
  letIn(c, { id, codeHash })
  promiseCode(c, id, code)
  return c.redirect(nominationUrl(id, 'code'), 303)
}

/** Takes a nomination that was not sent along to the call that is open now; pressed again it leads to the same one. */
async function takeAlong(c: PeopleContext): Promise<Response> {
  const { id } = await openNomination(c, c.req.param('id') ?? '')
  const { db, now, person } = c.var
  const from = found(await holdNomination(db, id))
  const known = await takenOnwardAs(db, id)
  if (known) {
    letIn(c, known)
    return c.redirect(nominationUrl(known.id), 303)
  }
  const call = await openCall(db, now)
  if (!call || !mayTakeOnward(from, call, dutchDay(now)))
    return refuse(409, 'Meenemen kan alleen wat niet verstuurd is, als de oproep voorbij is en er een nieuwe open is.')
  const code = newCode()
  const codeHash = hashOf(code)
  const lists = {
    themes: await themesOf(db, call.id),
    fields: fieldsOn(await fieldsOf(db, call.vocabulary), call.closesOn),
  }
  const bodies = takenAlong(bodiesOf(from.sections), lists)
  const onward = await takeOnward(db, { from, call, codeHash, bodies, person: person?.id ?? null, at: now })
  letIn(c, { id: onward, codeHash })
  promiseCode(c, onward, code)
  return c.redirect(nominationUrl(onward, 'code'), 303)
}

function entryPage(
  c: PeopleContext,
  { errors, typed, status }: { errors?: FieldError[]; typed?: string | undefined; status?: number } = {},
): Response {
  return page(
    c,
    {
      title: 'Ga verder met je bewaarcode',
      robots: 'noindex',
      breadcrumb: [{ label: 'Aanmelden', href: '/praktijken/aanmelden' }, { label: 'Verder' }],
      ...(status && { status }),
      ...(errors && { errors: errors.length }),
    },
    <NominationEntryPage {...(errors && { errors })} typed={typed} />,
  )
}

async function enterByCode(c: PeopleContext): Promise<Response> {
  await limitCode(c)
  const form = readForm(c, codeForm)
  const typed = typeof form.typed.code === 'string' ? form.typed.code : undefined
  if (!form.ok) return entryPage(c, { errors: form.errors, typed, status: 400 })
  const nomination = await enterBy(c, form.value.code)
  if (!nomination)
    return entryPage(c, {
      errors: [
        {
          field: 'code',
          message:
            'Met deze code vinden we geen aanmelding. Kijk of elke letter klopt. Maakte een collega een nieuwe code? Vraag die dan.',
        },
      ],
      typed,
      status: 404,
    })
  const { id, sections, submissions, withdrawnAt } = nomination
  if (submissions.length > 0 || withdrawnAt !== null) return c.redirect(nominationUrl(id, 'status'), 303)
  const next = firstOpenSection(sections)
  return c.redirect(nominationUrl(id, next ? sectionPlace(next) : 'controle'), 303)
}

async function closeHere(c: PeopleContext): Promise<Response> {
  shutOut(c)
  return c.redirect('/praktijken/aanmelden', 303)
}
