import { Hono } from 'hono'
import { after } from '../foundation/clock.ts'
import {
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
import { randomToken, sha256 } from '../foundation/seal.ts'
import { type PeopleContext, type PeopleEnv, signedIn } from './access.ts'
import { type Attempt, browserHash, digitsHash, nextAttempt, packAttempt, unpackAttempt } from './attempt.ts'
import { ATTEMPT, enterByEmail } from './entrance.ts'
import { newChallenge, passkeyHost } from './passkey.ts'
import { renamePerson } from './person.store.ts'
import { CodeForm, NameForm, SignInForm } from './sign-in.form.ts'
import { signInMail } from './sign-in.mail.ts'
import { KeyPage, SignInPage, SpentKeyPage, WaitingPage, WelcomePage } from './sign-in.page.tsx'
import { codeByDigits, codeByToken, consumeCode, keepSignInCode, mailedAt } from './sign-in.store.ts'
import { CODE_LIFE, codeState, guessRules, mailFlood, mailWait, newCode, ownPath } from './sign-in.ts'

const none: { typed: Typed; errors: FieldError[] } = { typed: {}, errors: [] }
const filled = (text: string | string[] | undefined) => (typeof text === 'string' && text !== '' ? text : undefined)

function signInPage(c: PeopleContext, form: { typed: Typed; errors: FieldError[] }): Response {
  const { config, now } = c.var
  const onward = ownPath(c.req.query('verder') ?? filled(form.typed.verder))
  const host = passkeyHost(config.baseUrl)
  const again = c.req.query('opnieuw') === 'ja' && c.var.person !== undefined
  const typed = again && c.var.person ? { email: c.var.person.email, ...form.typed } : form.typed
  const challenge = newChallenge(config.secretKey, { purpose: 'sign in', for: '' }, now)
  const passkey =
    host === undefined ? undefined : { action: '/inloggen/passkey', challenge, host, onward, allowed: [], alone: true }
  const errors = form.errors.length
  return page(
    c,
    { title: 'Inloggen', robots: 'noindex', errors },
    <SignInPage
      typed={typed}
      errors={form.errors}
      onward={onward}
      again={again}
      passkey={passkey}
      organisation={config.openId?.name}
      demo={config.demo}
    />,
  )
}

function waitingPage(c: PeopleContext, attempt: Attempt, form: { typed: Typed; errors: FieldError[] }): Response {
  const errors = form.errors.length
  return page(
    c,
    { title: 'Kijk in je mail', robots: 'noindex', errors },
    <WaitingPage
      email={attempt.email}
      typed={form.typed}
      errors={form.errors}
      onward={attempt.onward}
      demo={c.var.config.demo}
    />,
  )
}

/** Mails a key and a code, unless this address had several just now: then an earlier mail still works. */
async function mailKey(c: PeopleContext, attempt: Attempt): Promise<void> {
  const { db, config, now } = c.var
  await limitPlace(c, mailFlood)
  if (mailWait(await mailedAt(db, attempt.email, now), now) > 0) return
  const token = randomToken()
  const code = newCode()
  await keepSignInCode(db, {
    tokenHash: sha256(token),
    codeHash: digitsHash(config.secretKey, attempt, code),
    browserHash: browserHash(attempt),
    email: attempt.email,
    onward: attempt.onward ?? null,
    at: now,
  })
  const mail = signInMail(`${config.baseUrl}/inloggen/sleutel/${token}`, code)
  await sendMail(db, config, { to: attempt.email, ...mail, carriesKey: true, worthlessAt: after(now, CODE_LIFE) }, now)
}

/** Counts a guess against this browser and this account, before it is looked at. */
async function countGuess(c: PeopleContext, attempt: Attempt): Promise<void> {
  await limit(c, guessRules.perBrowser, attempt.browser)
  for (const rule of guessRules.perAccount) await limit(c, rule, attempt.email)
}

const WRONG = 'Deze code klopt niet. Kijk of je de code uit de nieuwste mail hebt, en vul de zes cijfers opnieuw in.'
const TOO_OLD = 'Deze code is ouder dan een kwartier. Vraag hieronder een nieuwe mail aan.'
const USED = 'Deze code is al gebruikt. Vraag hieronder een nieuwe mail aan.'

/** Signing in by mail: an address, a mail, and then its button or its code. */
export function signInRoutes(): Hono<PeopleEnv> {
  const app = new Hono<PeopleEnv>()

  app.get('/inloggen', (c) => {
    if (c.var.person && c.req.query('opnieuw') !== 'ja')
      return c.redirect(ownPath(c.req.query('verder')) ?? '/mijn', 303)
    return signInPage(c, none)
  })

  app.post('/inloggen', async (c) => {
    const form = readForm(c, SignInForm)
    if (!form.ok) return signInPage(c, form)
    const { secretKey } = c.var.config
    const before = unpackAttempt(secretKey, readCookie(c, ATTEMPT))
    const attempt = nextAttempt(before, form.value.email, ownPath(form.value.verder))
    await mailKey(c, attempt)
    setCookie(c, ATTEMPT, packAttempt(secretKey, attempt), { maxAgeMs: CODE_LIFE })
    return c.redirect('/inloggen/code', 303)
  })

  app.get('/inloggen/code', (c) => {
    const attempt = unpackAttempt(c.var.config.secretKey, readCookie(c, ATTEMPT))
    return attempt ? waitingPage(c, attempt, none) : c.redirect('/inloggen', 303)
  })

  app.post('/inloggen/code', async (c) => {
    const { db, config, now } = c.var
    const attempt = unpackAttempt(config.secretKey, readCookie(c, ATTEMPT))
    if (!attempt) return c.redirect(c.var.person ? '/mijn' : '/inloggen', 303)
    const form = readForm(c, CodeForm)
    if (!form.ok) return waitingPage(c, attempt, form)
    await countGuess(c, attempt)
    const digits = digitsHash(config.secretKey, attempt, form.value.code)
    const code = await codeByDigits(db, browserHash(attempt), digits, attempt.email)
    const state = code ? codeState(code, now) : undefined
    if (code && state === 'open' && (await consumeCode(db, code, now)))
      return enterByEmail(c, code.email, attempt.onward)
    const message = state === undefined ? WRONG : state === 'expired' ? TOO_OLD : USED
    return waitingPage(c, attempt, { typed: form.typed, errors: [{ field: 'code', message }] })
  })

  app.get('/inloggen/sleutel/:token', async (c) => {
    const token = c.req.param('token')
    const code = await codeByToken(c.var.db, sha256(token))
    const state = code ? codeState(code, c.var.now) : 'unknown'
    if (code && state === 'open')
      return page(c, { title: 'Inloggen', robots: 'noindex' }, <KeyPage token={token} email={code.email} />)
    return spentKeyPage(c, state)
  })

  app.post('/inloggen/sleutel/:token', async (c) => {
    const { db, now } = c.var
    const code = await codeByToken(db, sha256(c.req.param('token')))
    const state = code ? codeState(code, now) : 'unknown'
    const onward = ownPath(code?.onward ?? undefined)
    if (code && state === 'open' && (await consumeCode(db, code, now))) return enterByEmail(c, code.email, onward)
    // A second press of the same button by whoever the first one signed in.
    if (code && c.var.person?.email === code.email) return c.redirect(onward ?? '/mijn', 303)
    return spentKeyPage(c, state)
  })

  app.get('/inloggen/welkom', (c) => {
    signedIn(c)
    return welcomePage(c, none)
  })

  app.post('/inloggen/welkom', async (c) => {
    const person = signedIn(c)
    const form = readForm(c, NameForm)
    if (!form.ok) return welcomePage(c, form)
    await renamePerson(c.var.db, person.id, form.value.naam)
    return c.redirect(ownPath(form.value.verder) ?? '/mijn', 303)
  })

  return app
}

function spentKeyPage(c: PeopleContext, state: 'open' | 'used' | 'expired' | 'unknown'): Response {
  const head = { title: 'Deze link werkt niet meer', robots: 'noindex', status: 410 } as const
  return page(c, head, <SpentKeyPage state={state === 'open' ? 'used' : state} />)
}

function welcomePage(c: PeopleContext, form: { typed: Typed; errors: FieldError[] }): Response {
  const onward = ownPath(c.req.query('verder') ?? filled(form.typed.verder))
  const errors = form.errors.length
  return page(
    c,
    {
      title: errors > 0 || c.req.query('nieuw') !== 'ja' ? 'Hoe heet je?' : 'Je account is gemaakt',
      robots: 'noindex',
      errors,
    },
    <WelcomePage typed={form.typed} errors={form.errors} onward={onward} fresh={c.req.query('nieuw') === 'ja'} />,
  )
}
