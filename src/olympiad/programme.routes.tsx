import { Hono } from 'hono'
import { type FieldError, limit, limitPlace, page, readForm, type Typed } from '../foundation/http/index.ts'
import { sendMail } from '../foundation/mail/index.ts'
import { DataBlock } from '../foundation/ui/index.ts'
import type { PeopleContext, PeopleEnv } from '../people/index.ts'
import { dayData } from './day.data.ts'
import { discussedAt, hostsOf, seatingOf } from './hall.view.ts'
import { olympiadAt, trail } from './olympiad.context.ts'
import { rolesOf } from './olympiad.store.ts'
import type { Olympiad } from './olympiad.ts'
import { ProgrammePage } from './programme.page.tsx'
import { programmeOf } from './programme.store.ts'
import { programmeUrl } from './programme.ts'
import { signupForm } from './signup.form.ts'
import { knownMail, signedUpMail } from './signup.mail.ts'
import { SignedUpPage } from './signup.page.tsx'
import { signUp } from './signup.store.ts'
import { signupFlood, signupKey, signupMails, signupUrl, takesSignups } from './signup.ts'

const crumbsOf = (olympiad: Olympiad) => trail(olympiad, { label: 'Programma' })

/** What to say when the last seat went to someone else while this form was filled in. */
export const FULL: FieldError = {
  field: 'tafel',
  message: 'De laatste plaats aan deze tafel is net vergeven. Kies een andere tafel; de rest staat er nog.',
}

interface Back {
  errors: FieldError[]
  typed: Typed
  status?: number
}

async function showProgramme(c: PeopleContext, olympiad: Olympiad, back: Back): Promise<Response> {
  const { db, now, config } = c.var
  const parts = await programmeOf(db, olympiad.id)
  const seating = await seatingOf(db, olympiad.id)
  return page(
    c,
    {
      title: `Programma van ${olympiad.title}`,
      description: olympiad.question,
      breadcrumb: crumbsOf(olympiad),
      canonical: programmeUrl(olympiad),
      ...(olympiad.fictional ? { robots: 'noindex' as const } : {}),
      extra: <DataBlock data={dayData(olympiad, parts, config.baseUrl)} />,
      errors: back.errors.length,
      ...(back.status ? { status: back.status } : {}),
    },
    <ProgrammePage
      olympiad={olympiad}
      parts={parts}
      seating={seating}
      practices={await discussedAt(db, seating.tables)}
      hosts={await hostsOf(db, seating.tables)}
      roles={await rolesOf(db, olympiad.id)}
      open={takesSignups(olympiad, now)}
      {...back}
    />,
  )
}

async function show(c: PeopleContext): Promise<Response> {
  return showProgramme(c, await olympiadAt(c), { errors: [], typed: {} })
}

async function sign(c: PeopleContext): Promise<Response> {
  const { db, now, config } = c.var
  const olympiad = await olympiadAt(c)
  if (!takesSignups(olympiad, now)) return showProgramme(c, olympiad, { errors: [], typed: {}, status: 409 })
  await limitPlace(c, signupFlood)
  const form = readForm(c, signupForm)
  if (!form.ok) return showProgramme(c, olympiad, form)
  const { rol, tafel, naam, mail, ondersteuning, vergoeding } = form.value
  const roles = await rolesOf(db, olympiad.id)
  if (!roles.some(({ slug }) => slug === rol))
    return showProgramme(c, olympiad, {
      errors: [{ field: 'rol', message: 'Kies een van de groepen uit de lijst.' }],
      typed: form.typed,
    })
  await limit(c, signupMails, `${olympiad.id} ${mail.toLowerCase()}`)
  const signed = await signUp(
    db,
    config.secretKey,
    {
      olympiad: olympiad.id,
      table: tafel === '' ? null : tafel,
      role: rol,
      name: naam,
      mail,
      needs: ondersteuning,
      reimbursement: vergoeding === 'ja',
      // Only under the very address of the account: a colleague signs others up as well.
      person: c.var.person?.email === mail.toLowerCase() ? c.var.person.id : null,
    },
    now,
  )
  if (signed.is === 'full') return showProgramme(c, olympiad, { errors: [FULL], typed: form.typed, status: 409 })
  const { signup } = signed
  const link = `${config.baseUrl}${signupUrl(olympiad)}?sleutel=${signupKey(config.secretKey, signup.id)}`
  const words = signup.known ? knownMail(olympiad, link) : signedUpMail(olympiad, link)
  // To the address as we have it, never to the spelling that was typed.
  await sendMail(db, config, { to: signup.mail ?? mail, carriesKey: true, ...words }, now)
  return c.redirect(`${programmeUrl(olympiad)}/aangemeld`, 303)
}

async function thank(c: PeopleContext): Promise<Response> {
  const olympiad = await olympiadAt(c)
  const head = { title: 'Kijk in je mail', robots: 'noindex' as const, breadcrumb: crumbsOf(olympiad) }
  return page(c, head, <SignedUpPage olympiad={olympiad} />)
}

/** The page of the day, and signing up for it. */
export function programmeRoutes(): Hono<PeopleEnv> {
  return new Hono<PeopleEnv>()
    .get('/olympiades/:slug/programma', show)
    .post('/olympiades/:slug/programma/aanmelding', sign)
    .get('/olympiades/:slug/programma/aangemeld', thank)
}
