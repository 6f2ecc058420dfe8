import { Hono } from 'hono'
import { z } from 'zod'
import {
  endOneSession,
  endSession,
  endSessionsOf,
  type FieldError,
  found,
  page,
  readForm,
  sessionsOf,
  type Typed,
} from '../foundation/http/index.ts'
import { sendMail } from '../foundation/mail/index.ts'
import { type PeopleContext, type PeopleEnv, signedIn, stepUp } from './access.ts'
import { AccountPage } from './account.page.tsx'
import { leaveOrganisation, membershipsOf } from './membership.store.ts'
import { identitiesOf } from './openid.store.ts'
import { passkeysOf } from './passkey.store.ts'
import { renamePerson } from './person.store.ts'
import type { Person } from './person.ts'
import { dropAuthenticator, factorsOf } from './second-factor.store.ts'
import { NameForm } from './sign-in.form.ts'
import { wayMail } from './sign-in.mail.ts'

async function accountPage(
  c: PeopleContext,
  person: Person,
  form: { typed: Typed; errors: FieldError[] },
): Promise<Response> {
  const { db, config, session } = c.var
  const errors = form.errors.length
  return page(
    c,
    {
      title: 'Mijn account',
      robots: 'noindex',
      breadcrumb: [{ href: '/mijn', label: 'Van jou' }, { label: 'Mijn account' }],
      errors,
    },
    <AccountPage
      person={person}
      typed={form.typed}
      errors={form.errors}
      sessions={await sessionsOf(db, person.id)}
      here={session?.id ?? ''}
      passkeys={await passkeysOf(db, person.id)}
      factors={await factorsOf(db, person.id)}
      memberships={await membershipsOf(db, person.id)}
      organisation={
        config.openId && { name: config.openId.name, linked: (await identitiesOf(db, person.id)).length > 0 }
      }
    />,
  )
}

/** My account: name, sessions, ways to sign in; and signing out. */
export function accountRoutes(): Hono<PeopleEnv> {
  const app = new Hono<PeopleEnv>()

  app.post('/uitloggen', async (c) => {
    await endSession(c)
    c.header('Clear-Site-Data', '"cache"')
    return c.redirect('/', 303)
  })

  app.get('/mijn/account', (c) => accountPage(c, signedIn(c), { typed: {}, errors: [] }))

  app.post('/mijn/account/naam', async (c) => {
    const person = signedIn(c)
    const form = readForm(c, NameForm)
    if (!form.ok) return accountPage(c, person, form)
    await renamePerson(c.var.db, person.id, form.value.naam)
    return c.redirect('/mijn/account', 303)
  })

  app.post('/mijn/account/organisaties/:id/einde', async (c) => {
    const person = signedIn(c)
    const organisation = z.uuid().safeParse(c.req.param('id')).data
    const { db, now } = c.var
    found((organisation && (await leaveOrganisation(db, { person: person.id, organisation, at: now }))) || undefined)
    return c.redirect('/mijn/account', 303)
  })

  app.post('/mijn/account/sessies/einde', async (c) => {
    const person = signedIn(c)
    await endSessionsOf(c.var.db, person.id, c.var.session?.id)
    return c.redirect('/mijn/account', 303)
  })

  app.post('/mijn/account/sessies/:id/einde', async (c) => {
    const person = signedIn(c)
    found((await endOneSession(c.var.db, person.id, c.req.param('id'))) || undefined)
    return c.redirect('/mijn/account', 303)
  })

  app.post('/mijn/account/app/einde', async (c) => {
    const person = await stepUp(c)
    const { db, config, now } = c.var
    if ((await dropAuthenticator(db, person.id)) && person.email)
      await sendMail(db, config, { to: person.email, ...wayMail('app removed') }, now)
    return c.redirect('/mijn/account', 303)
  })

  return app
}
