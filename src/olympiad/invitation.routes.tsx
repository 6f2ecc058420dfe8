import { Hono } from 'hono'
import { type FieldError, page, readForm, refuse, type Typed } from '../foundation/http/index.ts'
import { sendMail } from '../foundation/mail/index.ts'
import type { PeopleContext, PeopleEnv } from '../people/index.ts'
import { readCharter } from './charter.store.ts'
import { invitationForm } from './invitation.form.ts'
import { invitationMail } from './invitation.mail.ts'
import { CodesPage, InvitationPage } from './invitation.page.tsx'
import { chaired, chairTrail, chairUrl } from './olympiad.context.ts'
import { rolesOf } from './olympiad.store.ts'
import { entrance } from './panel.entry.ts'
import { invite, mailsInvited } from './panel.store.ts'
import { turnoutOf } from './turnout.store.ts'

/** Inviting people, by mail or with codes on paper. */
export function invitationRoutes(): Hono<PeopleEnv> {
  return new Hono<PeopleEnv>()
    .get('/olympiades/:slug/voorzitter/panel', (c) => show(c))
    .post('/olympiades/:slug/voorzitter/panel', inviteAll)
}

async function show(
  c: PeopleContext,
  { errors = [], typed = {} }: { errors?: FieldError[]; typed?: Typed } = {},
): Promise<Response> {
  const { olympiad } = await chaired(c)
  const { db } = c.var
  const charter = await readCharter(db, olympiad.id)
  const sent = Number(c.req.query('verstuurd'))
  return page(
    c,
    {
      title: `Deelnemers: ${olympiad.title}`,
      robots: 'noindex',
      breadcrumb: chairTrail(olympiad, 'Deelnemers'),
      errors: errors.length,
    },
    <InvitationPage
      olympiad={olympiad}
      roles={await rolesOf(db, olympiad.id)}
      turnout={await turnoutOf(db, olympiad.id, null)}
      minimum={charter?.minimum ?? olympiad.minimum}
      typed={typed}
      errors={errors}
      sent={sent > 0 ? `${sent === 1 ? 'Eén uitnodiging' : `${sent} uitnodigingen`} verstuurd` : undefined}
    />,
  )
}

async function inviteAll(c: PeopleContext): Promise<Response> {
  const { chair, olympiad } = await chaired(c)
  const { db, config, now } = c.var
  if (olympiad.item === null) refuse(409, 'Kondig de Olympiade eerst aan. Daarna kun je mensen uitnodigen.')
  if (olympiad.finishedAt !== null) refuse(409, 'Deze Olympiade is afgerond. Uitnodigen kan niet meer.')
  const roles = await rolesOf(db, olympiad.id)
  const form = readForm(c, invitationForm(roles.map(({ slug }) => slug)))
  if (!form.ok) return show(c, form)
  const { role, mails, codes, recruited, interests } = form.value
  const address = `${config.baseUrl}${entrance(olympiad)}`
  const fresh = { olympiad: olympiad.id, role, recruited, interests, by: chair.id }
  if (codes > 0) {
    const made: string[] = []
    for (let at = 0; at < codes; at++) made.push((await invite(db, { ...fresh, channel: 'paper' }, now)).key)
    const stakeholder = roles.find(({ slug }) => slug === role)
    if (stakeholder === undefined) return show(c)
    return page(
      c,
      { title: 'Codes op papier', robots: 'noindex', breadcrumb: chairTrail(olympiad, 'Codes op papier') },
      <CodesPage olympiad={olympiad} role={stakeholder} codes={made} address={address} />,
    )
  }
  // Whoever has a link already gets no second one: with two keys one person would be two.
  const known = await mailsInvited(db, olympiad.id, mails)
  const wanted = mails.filter((mail) => !known.has(mail))
  for (const mail of wanted) {
    const { key } = await invite(db, { ...fresh, channel: 'mail', mail }, now)
    await sendMail(db, config, { to: mail, ...invitationMail(olympiad, `${address}?sleutel=${key}`) }, now)
  }
  if (wanted.length === 0)
    return show(c, {
      typed: form.typed,
      errors: [{ field: 'adressen', message: 'Deze mensen zijn allemaal al uitgenodigd.' }],
    })
  return c.redirect(`${chairUrl(olympiad, 'panel')}?verstuurd=${wanted.length}`, 303)
}
