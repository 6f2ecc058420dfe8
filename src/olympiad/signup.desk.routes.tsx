import { Hono } from 'hono'
import { inTransaction } from '../foundation/db/index.ts'
import { page, readForm } from '../foundation/http/index.ts'
import { sendMail } from '../foundation/mail/index.ts'
import type { PeopleContext, PeopleEnv, Person } from '../people/index.ts'
import { chaired, chairTrail } from './olympiad.context.ts'
import { rolesOf } from './olympiad.store.ts'
import type { Olympiad } from './olympiad.ts'
import { entrance } from './panel.entry.ts'
import { invite } from './panel.store.ts'
import { SignupsPage } from './signup.desk.page.tsx'
import { signupInviteForm } from './signup.form.ts'
import { roundsMail } from './signup.mail.ts'
import { isOnPanel, type KeptSignup, noteSignupInvited, signupsOf } from './signup.store.ts'
import { signupsUrl } from './signup.ts'
import { tablesOf } from './table.store.ts'

async function show(c: PeopleContext): Promise<Response> {
  const { db } = c.var
  const { olympiad } = await chaired(c)
  const invited = Number(c.req.query('uitgenodigd') ?? Number.NaN)
  return page(
    c,
    {
      title: 'Wie er komen',
      robots: 'noindex',
      breadcrumb: chairTrail(olympiad, 'Wie er komen'),
    },
    <SignupsPage
      olympiad={olympiad}
      roles={await rolesOf(db, olympiad.id)}
      signups={await signupsOf(db, olympiad.id)}
      tables={await tablesOf(db, olympiad.id)}
      invited={Number.isInteger(invited) && invited >= 0 ? invited : undefined}
    />,
  )
}

/** One invitation, with a key that only this mail holds. Nothing when someone was invited already. */
async function inviteOne(c: PeopleContext, olympiad: Olympiad, chair: Person, signup: KeptSignup): Promise<boolean> {
  const { db, now, config } = c.var
  const { mail, name, role } = signup
  if (mail === null) return false
  return inTransaction(db, async (tx) => {
    if (!(await noteSignupInvited(tx, signup, now))) return false
    if (await isOnPanel(tx, olympiad.id, mail)) return false
    const { key } = await invite(
      tx,
      { olympiad: olympiad.id, role, channel: 'mail', mail, name, recruited: 'aangemeld voor de dag', by: chair.id },
      now,
    )
    const link = `${config.baseUrl}${entrance(olympiad)}?sleutel=${key}`
    await sendMail(tx, config, { to: mail, carriesKey: true, ...roundsMail(olympiad, link) }, now)
    return true
  })
}

async function inviteThem(c: PeopleContext): Promise<Response> {
  const { olympiad, chair } = await chaired(c)
  const form = readForm(c, signupInviteForm)
  const wanted = form.ok ? form.value.wie : ''
  const coming = await signupsOf(c.var.db, olympiad.id)
  let invited = 0
  for (const signup of coming.filter(({ id }) => wanted === 'iedereen' || wanted === id))
    if (await inviteOne(c, olympiad, chair, signup)) invited += 1
  return c.redirect(`${signupsUrl(olympiad)}?uitgenodigd=${invited}`, 303)
}

/** The chair sees who comes, and asks them to take part in the rounds. */
export function signupDeskRoutes(): Hono<PeopleEnv> {
  return new Hono<PeopleEnv>()
    .get('/olympiades/:slug/voorzitter/aanmeldingen', show)
    .post('/olympiades/:slug/voorzitter/aanmeldingen/uitnodiging', inviteThem)
}
