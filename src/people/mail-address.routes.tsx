import { Hono } from 'hono'
import {
  clearCookie,
  endSessionsOf,
  type FieldError,
  limit,
  limitPlace,
  page,
  readCookie,
  readForm,
  setCookie,
  type Typed,
} from '../foundation/http/index.ts'
import { sendMail } from '../foundation/mail/index.ts'
import { type PeopleContext, type PeopleEnv, signedIn, stepUp } from './access.ts'
import { AddressForm } from './mail-address.form.ts'
import { movedMail, newAddressMail, takenAddressMail } from './mail-address.mail.ts'
import { AddressKeyPage, AddressPage, AddressWaitingPage, SpentAddressPage } from './mail-address.page.tsx'
import { moveAddress } from './mail-address.store.ts'
import {
  type AddressChange,
  type AskedChange,
  addressCodeRule,
  addressRule,
  changeState,
  newChange,
  packAsked,
  packLink,
  unpackAsked,
  unpackLink,
} from './mail-address.ts'
import { findPersonByEmail } from './person.store.ts'
import type { Person } from './person.ts'
import { CodeForm } from './sign-in.form.ts'
import { CODE_LIFE, mailFlood, newCode } from './sign-in.ts'

interface Asked {
  typed: Typed
  errors: FieldError[]
}
const none: Asked = { typed: {}, errors: [] }
const ASKED = 'adreswijziging'
const WRONG = 'Deze code klopt niet. Kijk of je de code uit de nieuwste mail hebt, en vul de zes cijfers opnieuw in.'

const headed = (title: string, errors = 0) => ({
  title,
  robots: 'noindex' as const,
  breadcrumb: [{ href: '/mijn', label: 'Van jou' }, { href: '/mijn/account', label: 'Mijn account' }, { label: title }],
  errors,
})

const addressPage = (c: PeopleContext, person: Person, form: Asked): Response =>
  page(c, headed('Ander mailadres', form.errors.length), <AddressPage {...form} current={person.email} />)

const waitingPage = (c: PeopleContext, to: string, form: Asked): Response =>
  page(
    c,
    headed('Kijk in je mail', form.errors.length),
    <AddressWaitingPage {...form} to={to} demo={c.var.config.demo} />,
  )

const spentPage = (c: PeopleContext, state: 'open' | 'used' | 'expired' | 'unknown'): Response =>
  page(
    c,
    { ...headed('Deze link werkt niet meer'), status: 410 },
    <SpentAddressPage state={state === 'open' ? 'used' : state} />,
  )

/** Mails the new address: a button and a code, or, when it belongs to another account, word of that to its reader alone. */
async function mailNewAddress(c: PeopleContext, change: AddressChange): Promise<AskedChange> {
  const { db, config, now } = c.var
  const code = newCode()
  const link = `${config.baseUrl}/mijn/account/mailadres/sleutel/${packLink(config.secretKey, change)}`
  const taken = (await findPersonByEmail(db, change.to)) !== undefined
  const mail = taken ? takenAddressMail : newAddressMail(link, code)
  const end = taken ? {} : { worthlessAt: change.expiresAt }
  await sendMail(db, config, { to: change.to, ...mail, carriesKey: true, ...end }, now)
  return { ...change, code: taken ? undefined : code }
}

/** Makes the change; the old address hears of it, and every other device signs in anew. */
async function move(c: PeopleContext, change: AddressChange): Promise<boolean> {
  const { db, config, now, session } = c.var
  if (!(await moveAddress(db, change, now))) return false
  await endSessionsOf(db, change.person, session?.id)
  if (change.from) await sendMail(db, config, { to: change.from, ...movedMail }, now)
  clearCookie(c, ASKED)
  return true
}

/** Another mail address: asked with fresh proof, made true by whoever reads the new address. */
export function mailAddressRoutes(): Hono<PeopleEnv> {
  const app = new Hono<PeopleEnv>()

  app.get('/mijn/account/mailadres', async (c) => addressPage(c, await stepUp(c), none))

  app.post('/mijn/account/mailadres', async (c) => {
    const person = await stepUp(c)
    const form = readForm(c, AddressForm)
    if (!form.ok) return addressPage(c, person, form)
    const { email } = form.value
    if (email === person.email) {
      const message = 'Dit adres heb je al. Vul een ander adres in, of ga terug.'
      return addressPage(c, person, { typed: form.typed, errors: [{ field: 'email', message }] })
    }
    await limit(c, addressRule, person.id)
    await limitPlace(c, mailFlood)
    const asked = await mailNewAddress(c, newChange(person, email, c.var.now))
    setCookie(c, ASKED, packAsked(c.var.config.secretKey, asked), { maxAgeMs: CODE_LIFE })
    return c.redirect('/mijn/account/mailadres/code', 303)
  })

  app.get('/mijn/account/mailadres/code', (c) => {
    const person = signedIn(c)
    const asked = unpackAsked(c.var.config.secretKey, readCookie(c, ASKED))
    return asked && changeState(asked, person, c.var.now) === 'open'
      ? waitingPage(c, asked.to, none)
      : c.redirect('/mijn/account/mailadres', 303)
  })

  app.post('/mijn/account/mailadres/code', async (c) => {
    const person = signedIn(c)
    const asked = unpackAsked(c.var.config.secretKey, readCookie(c, ASKED))
    // Nothing asked, too long ago, or done already: the page of the account shows which address counts.
    if (!asked || changeState(asked, person, c.var.now) !== 'open') return c.redirect('/mijn/account', 303)
    const form = readForm(c, CodeForm)
    if (!form.ok) return waitingPage(c, asked.to, form)
    await limit(c, addressCodeRule, person.id)
    if (asked.code === form.value.code && (await move(c, asked))) return c.redirect('/mijn/account', 303)
    return waitingPage(c, asked.to, { typed: form.typed, errors: [{ field: 'code', message: WRONG }] })
  })

  app.get('/mijn/account/mailadres/sleutel/:token', (c) => {
    const person = signedIn(c)
    const token = c.req.param('token')
    const change = unpackLink(c.var.config.secretKey, token)
    const state = changeState(change, person, c.var.now)
    return change && state === 'open'
      ? page(c, headed('Ander mailadres'), <AddressKeyPage token={token} from={change.from} to={change.to} />)
      : spentPage(c, state)
  })

  app.post('/mijn/account/mailadres/sleutel/:token', async (c) => {
    const person = signedIn(c)
    const change = unpackLink(c.var.config.secretKey, c.req.param('token'))
    const state = changeState(change, person, c.var.now)
    // A second press of the same button: it was done by the first.
    if (change && change.person === person.id && change.to === person.email) return c.redirect('/mijn/account', 303)
    return change && state === 'open' && (await move(c, change))
      ? c.redirect('/mijn/account', 303)
      : spentPage(c, state)
  })

  return app
}
