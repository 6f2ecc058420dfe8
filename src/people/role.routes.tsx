import { Hono } from 'hono'
import { z } from 'zod'
import { type FieldError, found, page, readForm, refuse, type Typed } from '../foundation/http/index.ts'
import { sendMail } from '../foundation/mail/index.ts'
import { type PeopleContext, type PeopleEnv, stepUp, withRole } from './access.ts'
import { findOrganisation, findPersonByEmail, organisations } from './person.store.ts'
import type { Person } from './person.ts'
import { GrantForm, RolesQuery } from './role.form.ts'
import { RolesPage } from './role.page.tsx'
import { currentGrants, endRole, grantRole, holders, latestGrants, lockGrant } from './role.store.ts'
import { grantFault, mayEnd, roleRules } from './role.ts'
import { roleMail } from './sign-in.mail.ts'

/** An admin who may change something: fresh proof, and not in the trial installation, where anyone may be the admin. */
async function changingAdmin(c: PeopleContext): Promise<Person> {
  const admin = withRole(c, 'admin')
  if (c.var.config.demo)
    refuse(403, 'Dit is een proefopstelling. De beheerder hier kan geen instellingen of rollen wijzigen.')
  await stepUp(c)
  return admin
}

async function rolesPage(c: PeopleContext, form: { typed: Typed; errors: FieldError[] }): Promise<Response> {
  const { db, config } = c.var
  const errors = form.errors.length
  const { bladzijde, plek } = RolesQuery.parse(c.req.query())
  const { places, count } = await organisations(db, { named: plek })
  const chosen = z.uuid().safeParse(form.typed.organisatie).data
  const kept = chosen && !places.some(({ id }) => id === chosen) ? await findOrganisation(db, chosen) : undefined
  return page(
    c,
    { title: 'Rollen', robots: 'noindex', errors },
    <RolesPage
      current={await currentGrants(db, bladzijde)}
      latest={await latestGrants(db)}
      places={kept ? [kept, ...places] : places}
      named={plek}
      more={Math.max(0, count - places.length)}
      typed={form.typed}
      errors={form.errors}
      locked={config.demo}
    />,
  )
}

/** Who may do what: only for admins. */
export function roleRoutes(): Hono<PeopleEnv> {
  const app = new Hono<PeopleEnv>()

  app.get('/beheer/rollen', (c) => {
    withRole(c, 'admin')
    return rolesPage(c, { typed: {}, errors: [] })
  })

  app.post('/beheer/rollen', async (c) => {
    const admin = await changingAdmin(c)
    const { db, config, now } = c.var
    const form = readForm(c, GrantForm)
    if (!form.ok) return rolesPage(c, form)
    const { email, rol: role, organisatie } = form.value
    const place = organisatie === undefined ? undefined : await findOrganisation(db, organisatie)
    const person = await findPersonByEmail(db, email)
    const errors: FieldError[] = []
    if (!person)
      errors.push({
        field: 'email',
        message: 'Er is geen account met dit mailadres. Vraag of diegene eerst een keer inlogt',
      })
    if (organisatie !== undefined && !place)
      errors.push({ field: 'organisatie', message: 'Kies een organisatie uit de lijst' })
    const fault = grantFault(role, place)
    if (fault && errors.every((error) => error.field !== fault.field)) errors.push(fault)
    if (!person || errors.length > 0) return rolesPage(c, { typed: form.typed, errors })
    const given = await grantRole(db, {
      person: person.id,
      role,
      organisation: place?.id ?? null,
      by: admin.id,
      at: now,
    })
    if (given) await sendMail(db, config, { to: email, ...roleMail(roleRules[role].word, place?.name) }, now)
    return c.redirect('/beheer/rollen', 303)
  })

  app.post('/beheer/rollen/:id/einde', async (c) => {
    const admin = await changingAdmin(c)
    const { db, now } = c.var
    const grant = found(
      z.uuid().safeParse(c.req.param('id')).success ? await lockGrant(db, c.req.param('id')) : undefined,
    )
    if (!mayEnd(grant.role, await holders(db, grant.role)))
      refuse(
        409,
        'Dit is de laatste beheerder. Geef eerst iemand anders die rol, anders kan niemand meer rollen geven.',
      )
    await endRole(db, grant.id, admin.id, now)
    return c.redirect('/beheer/rollen', 303)
  })

  return app
}
