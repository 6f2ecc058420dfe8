import { Hono } from 'hono'
import {
  clearCookie,
  download,
  type FieldError,
  found,
  page,
  readCookie,
  readForm,
  setCookie,
  type Typed,
} from '../foundation/http/index.ts'
import { sendMail } from '../foundation/mail/index.ts'
import type { PeopleContext, PeopleEnv } from '../people/index.ts'
import { seatingOf } from './hall.view.ts'
import { olympiadAt, trail } from './olympiad.context.ts'
import { rolesOf } from './olympiad.store.ts'
import type { Olympiad } from './olympiad.ts'
import { FULL } from './programme.routes.tsx'
import { programmeOf } from './programme.store.ts'
import { programmeUrl, spanOf } from './programme.ts'
import { dayCalendar } from './signup.calendar.ts'
import { signupChangeForm, signupOpenForm } from './signup.form.ts'
import { cancelledSignupMail, changedMail } from './signup.mail.ts'
import { CancelledSignupPage, LostSignupPage, OwnSignupPage, SignupKeyPage } from './signup.page.tsx'
import { cancelSignup, changeSignup, type KeptSignup, signupByKey } from './signup.store.ts'
import { SIGNUP_OPEN, signupKey, signupKeyHash, signupUrl, takesSignups } from './signup.ts'

const COOKIE = 'dag'

const headOf = (olympiad: Olympiad, title: string) => ({
  title,
  robots: 'noindex' as const,
  breadcrumb: trail(olympiad, { label: title }),
})

async function byKey(c: PeopleContext, olympiad: Olympiad, key: string | undefined): Promise<KeptSignup | undefined> {
  const hash = signupKeyHash(key)
  const signup = hash === undefined ? undefined : await signupByKey(c.var.db, hash)
  return signup?.olympiad === olympiad.id && signup.cancelledAt === null ? signup : undefined
}

const lost = (c: PeopleContext, olympiad: Olympiad, worn = false) =>
  page(
    c,
    { ...headOf(olympiad, 'Je aanmelding'), ...(worn ? { status: 410 } : {}) },
    <LostSignupPage olympiad={olympiad} worn={worn} />,
  )

interface Back {
  errors: FieldError[]
  typed: Typed
  status?: number
}

const asTyped = ({ role, table, needs, reimbursement }: KeptSignup): Typed => ({
  rol: role,
  tafel: table ?? '',
  ondersteuning: needs,
  ...(reimbursement ? { vergoeding: 'ja' } : {}),
})

async function showOwn(c: PeopleContext, olympiad: Olympiad, signup: KeptSignup, back?: Back): Promise<Response> {
  const { db, now } = c.var
  const errors = back?.errors ?? []
  const head = { ...headOf(olympiad, 'Je aanmelding'), errors: errors.length }
  return page(
    c,
    back?.status ? { ...head, status: back.status } : head,
    <OwnSignupPage
      olympiad={olympiad}
      signup={signup}
      roles={await rolesOf(db, olympiad.id)}
      seating={await seatingOf(db, olympiad.id)}
      typed={back?.typed ?? asTyped(signup)}
      errors={errors}
      changed={c.req.query('gedaan') === 'ja'}
      open={takesSignups(olympiad, now)}
    />,
  )
}

/** A link from a mail shows a button; without one it is the signup itself, for whoever opened it before. */
async function show(c: PeopleContext): Promise<Response> {
  const olympiad = await olympiadAt(c)
  const key = c.req.query('sleutel')
  if (key !== undefined) {
    const signup = await byKey(c, olympiad, key)
    if (!signup) return lost(c, olympiad, true)
    return page(c, headOf(olympiad, 'Je aanmelding'), <SignupKeyPage olympiad={olympiad} token={key} />)
  }
  const signup = await byKey(c, olympiad, readCookie(c, COOKIE))
  return signup ? showOwn(c, olympiad, signup) : lost(c, olympiad)
}

async function open(c: PeopleContext): Promise<Response> {
  const olympiad = await olympiadAt(c)
  const form = readForm(c, signupOpenForm)
  const signup = form.ok ? await byKey(c, olympiad, form.value.sleutel) : undefined
  if (!form.ok || !signup) return lost(c, olympiad, true)
  setCookie(c, COOKIE, form.value.sleutel, { maxAgeMs: SIGNUP_OPEN })
  return c.redirect(signupUrl(olympiad), 303)
}

async function ownHere(c: PeopleContext): Promise<{ olympiad: Olympiad; signup: KeptSignup }> {
  const olympiad = await olympiadAt(c)
  return { olympiad, signup: found(await byKey(c, olympiad, readCookie(c, COOKIE))) }
}

async function change(c: PeopleContext): Promise<Response> {
  const { db, now, config } = c.var
  const { olympiad, signup } = await ownHere(c)
  found(takesSignups(olympiad, now) ? olympiad : undefined)
  const form = readForm(c, signupChangeForm)
  if (!form.ok) return showOwn(c, olympiad, signup, form)
  const { rol, tafel, ondersteuning, vergoeding } = form.value
  const roles = await rolesOf(db, olympiad.id)
  if (!roles.some(({ slug }) => slug === rol)) {
    const errors = [{ field: 'rol', message: 'Kies een van de groepen uit de lijst.' }]
    return showOwn(c, olympiad, signup, { errors, typed: form.typed })
  }
  const wish = {
    table: tafel === '' ? null : tafel,
    role: rol,
    needs: ondersteuning,
    reimbursement: vergoeding === 'ja',
  }
  const changed = await changeSignup(db, signup, wish)
  if (changed.is === 'full') return showOwn(c, olympiad, signup, { errors: [FULL], typed: form.typed, status: 409 })
  const link = `${config.baseUrl}${signupUrl(olympiad)}?sleutel=${signupKey(config.secretKey, signup.id)}`
  if (signup.mail)
    await sendMail(db, config, { to: signup.mail, carriesKey: true, ...changedMail(olympiad, link) }, now)
  return c.redirect(`${signupUrl(olympiad)}?gedaan=ja`, 303)
}

async function cancel(c: PeopleContext): Promise<Response> {
  const { db, now, config } = c.var
  const { olympiad, signup } = await ownHere(c)
  await cancelSignup(db, signup, now)
  clearCookie(c, COOKIE)
  if (signup.mail) await sendMail(db, config, { to: signup.mail, ...cancelledSignupMail(olympiad) }, now)
  return c.redirect(`${signupUrl(olympiad)}/afgemeld`, 303)
}

async function goodbye(c: PeopleContext): Promise<Response> {
  const olympiad = await olympiadAt(c)
  return page(c, headOf(olympiad, 'Je bent afgemeld'), <CancelledSignupPage olympiad={olympiad} />)
}

async function agenda(c: PeopleContext): Promise<Response> {
  const { olympiad } = await ownHere(c)
  const { baseUrl } = c.var.config
  const span = spanOf(await programmeOf(c.var.db, olympiad.id))
  const text = dayCalendar(olympiad, span, {
    url: `${baseUrl}${programmeUrl(olympiad)}`,
    host: new URL(baseUrl).hostname,
    at: c.var.now,
  })
  return download(c, text, { type: 'text/calendar; charset=utf-8', name: 'olympiade.ics' })
}

/** Someone's own signup, behind the link in their mail. */
export function signupRoutes(): Hono<PeopleEnv> {
  return new Hono<PeopleEnv>()
    .get('/olympiades/:slug/aanmelding', show)
    .post('/olympiades/:slug/aanmelding', open)
    .post('/olympiades/:slug/aanmelding/wijziging', change)
    .post('/olympiades/:slug/aanmelding/afmelding', cancel)
    .get('/olympiades/:slug/aanmelding/afgemeld', goodbye)
    .get('/olympiades/:slug/aanmelding/agenda.ics', agenda)
}
