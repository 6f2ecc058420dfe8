import { Hono } from 'hono'
import { DAY, HOUR } from '../foundation/clock.ts'
import {
  type FieldError,
  type LimitRule,
  limit,
  limitPlace,
  type PlaceRule,
  page,
  readForm,
  refuse,
  type Typed,
} from '../foundation/http/index.ts'
import { sendMail } from '../foundation/mail/index.ts'
import type { PeopleContext, PeopleEnv } from '../people/index.ts'
import { newLinkMail } from './invitation.mail.ts'
import { olympiadAt, trail } from './olympiad.context.ts'
import type { Olympiad } from './olympiad.ts'
import { entrance } from './panel.entry.ts'
import { renewalForm } from './renewal.form.ts'
import { RenewalPage, RenewalSentPage, renewalUrl } from './renewal.page.tsx'
import { askNewKey } from './renewal.store.ts'
import { OVER, opensSomething } from './renewal.ts'

/** A few a day per address, so that nobody's post fills up. Counted for every address, invited or not. */
const perAddress: LimitRule = {
  name: 'olympiad new link, address',
  points: 5,
  perMs: DAY,
  onFault: 'closed',
  sentence:
    'Voor dit adres is vandaag al een paar keer een link gevraagd. Kijk ook bij ongewenste mail, of probeer het morgen.',
}
const perPlace: PlaceRule = { name: 'olympiad new link, network address', points: 600, perMs: HOUR, onFault: 'open' }

/** A new link for whoever lost theirs. */
export function renewalRoutes(): Hono<PeopleEnv> {
  return new Hono<PeopleEnv>()
    .get('/olympiades/:slug/meedoen/kwijt', (c) => show(c))
    .post('/olympiades/:slug/meedoen/kwijt', ask)
    .get('/olympiades/:slug/meedoen/kwijt/verstuurd', showSent)
}

const headOf = (olympiad: Olympiad, title: string, errors: FieldError[] = []) => ({
  title,
  robots: 'noindex' as const,
  breadcrumb: trail(olympiad, { label: 'Meedoen', href: entrance(olympiad) }, { label: title }),
  errors: errors.length,
})

async function show(
  c: PeopleContext,
  { errors = [], typed = {} }: { errors?: FieldError[]; typed?: Typed } = {},
): Promise<Response> {
  const olympiad = await olympiadAt(c)
  return page(
    c,
    headOf(olympiad, 'Link kwijt', errors),
    <RenewalPage olympiad={olympiad} errors={errors} typed={typed} />,
  )
}

async function ask(c: PeopleContext): Promise<Response> {
  const olympiad = await olympiadAt(c)
  if (!opensSomething(olympiad)) refuse(409, OVER)
  const form = readForm(c, renewalForm)
  if (!form.ok) return show(c, form)
  const { db, config, now } = c.var
  const { mail } = form.value
  await limitPlace(c, perPlace)
  await limit(c, perAddress, `${olympiad.id} ${mail.toLowerCase()}`)
  const key = await askNewKey(db, olympiad.id, mail, now)
  const link = `${config.baseUrl}${entrance(olympiad)}?sleutel=${key}`
  if (key !== undefined) await sendMail(db, config, { to: mail, ...newLinkMail(olympiad, link) }, now)
  return c.redirect(`${renewalUrl(olympiad)}/verstuurd`, 303)
}

async function showSent(c: PeopleContext): Promise<Response> {
  const olympiad = await olympiadAt(c)
  return page(c, headOf(olympiad, 'Kijk in je mail'), <RenewalSentPage olympiad={olympiad} />)
}
