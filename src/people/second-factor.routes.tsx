import { Hono } from 'hono'
import { after } from '../foundation/clock.ts'
import { type FieldError, limit, page, readForm, startSession, type Typed } from '../foundation/http/index.ts'
import { sendMail } from '../foundation/mail/index.ts'
import { deriveKey, seal, unseal } from '../foundation/seal.ts'
import { type PeopleContext, type PeopleEnv, signedIn, stepUp, withWayBack } from './access.ts'
import { passkeysOf } from './passkey.store.ts'
import { newChallenge, passkeyHost } from './passkey.ts'
import type { Person } from './person.ts'
import { needsSecondFactor } from './role.ts'
import { FactorForm, NewAppForm, RecoveryForm } from './second-factor.form.ts'
import { ChooseFactorPage, FactorPage, NewAppPage, type NewPasskeyOffer, RecoveryPage } from './second-factor.page.tsx'
import {
  type Factors,
  factorsOf,
  failuresKey,
  hasFactor,
  keepAuthenticator,
  keepRecoveryCodes,
  useAppCode,
  useRecoveryCode,
} from './second-factor.store.ts'
import { acceptedStep, authenticatorUri, factorRule, newRecoveryCodes, newSecret, SETTING_UP } from './second-factor.ts'
import { recoveryMail, wayMail } from './sign-in.mail.ts'
import { ownPath, plainCode } from './sign-in.ts'

interface Asked {
  typed: Typed
  errors: FieldError[]
}
const none: Asked = { typed: {}, errors: [] }

const onwardOf = (c: PeopleContext, typed: Typed = {}) =>
  ownPath(c.req.query('verder') ?? (typeof typed.verder === 'string' ? typed.verder : undefined))

/**
 * A secret travels through the browser sealed and tied to its person, so a page that is only looked at keeps nothing.
 * It is given with fresh proof only, and holds for half an hour: finding an app for the first time takes a while.
 */
const travelKey = (c: PeopleContext) => deriveKey(c.var.config.secretKey, 'second factor in a form')
const packed = (c: PeopleContext, person: Person, text: string) =>
  seal(travelKey(c), `${after(c.var.now, SETTING_UP).getTime()} ${text}`, person.id).toString('base64url')
function unpacked(c: PeopleContext, person: Person, sealed: string): string | undefined {
  try {
    const [until, ...text] = unseal(travelKey(c), Buffer.from(sealed, 'base64url'), person.id).toString().split(' ')
    return Number(until) > c.var.now.getTime() ? text.join(' ') : undefined
  } catch {
    return undefined
  }
}

/** What the page needs to make a passkey for this person; undefined where browsers have none. */
async function newPasskeyOffer(c: PeopleContext, person: Person): Promise<NewPasskeyOffer | undefined> {
  const { config, db, now } = c.var
  const host = passkeyHost(config.baseUrl)
  if (!host) return undefined
  return {
    challenge: newChallenge(config.secretKey, { purpose: 'new passkey', for: person.id }, now),
    host,
    handle: Buffer.from(person.id).toString('base64url'),
    name: person.email || person.name,
    known: (await passkeysOf(db, person.id)).map((key) => key.id),
  }
}

async function factorPage(c: PeopleContext, person: Person, factors: Factors, form: Asked): Promise<Response> {
  const { config, db, now } = c.var
  const onward = onwardOf(c, form.typed)
  const host = factors.passkeys > 0 ? passkeyHost(config.baseUrl) : undefined
  const passkey = host && {
    action: '/inloggen/tweede-stap/passkey',
    challenge: newChallenge(config.secretKey, { purpose: 'second factor', for: person.id }, now),
    host,
    onward,
    allowed: (await passkeysOf(db, person.id)).map((key) => key.id),
    alone: false,
  }
  const errors = form.errors.length
  return page(
    c,
    { title: 'Nog één stap', robots: 'noindex', errors },
    <FactorPage {...form} trial={c.var.config.demo} factors={factors} passkey={passkey || undefined} onward={onward} />,
  )
}

function appPage(c: PeopleContext, person: Person, secret: string, form: Asked): Response {
  const errors = form.errors.length
  return page(
    c,
    { title: 'Koppel een app', robots: 'noindex', errors },
    <NewAppPage
      {...form}
      secret={secret}
      uri={authenticatorUri(secret, person.email || person.name)}
      sealed={packed(c, person, secret)}
      onward={onwardOf(c, form.typed)}
    />,
  )
}

/** The second factor: giving it, and setting it up. */
export function secondFactorRoutes(): Hono<PeopleEnv> {
  const app = new Hono<PeopleEnv>()

  app.get('/inloggen/tweede-stap', async (c) => {
    const person = signedIn(c)
    const factors = await factorsOf(c.var.db, person.id)
    if (!hasFactor(factors)) return c.redirect(withWayBack('/mijn/tweede-stap', onwardOf(c)), 303)
    return factorPage(c, person, factors, none)
  })

  app.post('/inloggen/tweede-stap', async (c) => {
    const person = signedIn(c)
    const { db, config, now } = c.var
    const factors = await factorsOf(db, person.id)
    const form = readForm(c, FactorForm)
    if (!form.ok) return factorPage(c, person, factors, form)
    await limit(c, factorRule, await failuresKey(db, person.id))
    const byApp = await useAppCode(db, config.secretKey, person.id, plainCode(form.value.code), now)
    const byRecovery =
      !byApp && hasFactor(factors) && (await useRecoveryCode(db, config.secretKey, person.id, form.value.code, now))
    if (!byApp && !byRecovery) {
      const message = 'Deze code klopt niet, of is al gebruikt. Wacht op de volgende code in je app en vul die in.'
      return factorPage(c, person, factors, { typed: form.typed, errors: [{ field: 'code', message }] })
    }
    if (byRecovery && person.email) await sendMail(db, config, { to: person.email, ...recoveryMail }, now)
    await startSession(c, person.id, { secondFactor: true })
    return c.redirect(ownPath(form.value.verder) ?? '/mijn', 303)
  })

  app.get('/mijn/tweede-stap', async (c) => {
    const person = await stepUp(c)
    const offer = await newPasskeyOffer(c, person)
    return page(
      c,
      { title: 'Zet een tweede stap aan', robots: 'noindex' },
      <ChooseFactorPage
        forced={needsSecondFactor(person)}
        trial={c.var.config.demo}
        errors={[]}
        offer={offer}
        onward={onwardOf(c)}
      />,
    )
  })

  app.get('/mijn/tweede-stap/app', async (c) => appPage(c, await stepUp(c), newSecret(), none))

  app.post('/mijn/tweede-stap/app', async (c) => {
    const person = signedIn(c)
    const { db, config, now } = c.var
    const form = readForm(c, NewAppForm)
    const given = form.typed.geheim
    const secret = unpacked(c, person, typeof given === 'string' ? given : '')
    if (!secret) {
      await stepUp(c)
      const message =
        'Deze pagina was te oud of niet van jou. Scan de nieuwe QR-code en vul de code in die je app dan laat zien.'
      return appPage(c, person, newSecret(), { typed: {}, errors: [{ field: 'code', message }] })
    }
    if (!form.ok) return appPage(c, person, secret, form)
    await limit(c, factorRule, await failuresKey(db, person.id))
    const step = acceptedStep(secret, form.value.code, now, 0)
    if (step === undefined) {
      const message = 'Deze code klopt niet. Wacht op de volgende code in je app. Staat de klok van je telefoon goed?'
      return appPage(c, person, secret, { typed: form.typed, errors: [{ field: 'code', message }] })
    }
    await keepAuthenticator(db, config.secretKey, { person: person.id, secret, step, at: now })
    if (person.email) await sendMail(db, config, { to: person.email, ...wayMail('app linked') }, now)
    await startSession(c, person.id, { secondFactor: true })
    return c.redirect(withWayBack('/mijn/tweede-stap/herstelcodes', ownPath(form.value.verder)), 303)
  })

  app.get('/mijn/tweede-stap/herstelcodes', async (c) => {
    const person = await stepUp(c)
    const factors = await factorsOf(c.var.db, person.id)
    if (!hasFactor(factors)) return c.redirect(withWayBack('/mijn/tweede-stap', onwardOf(c)), 303)
    const codes = newRecoveryCodes()
    return page(
      c,
      { title: 'Bewaar je herstelcodes', robots: 'noindex' },
      <RecoveryPage
        codes={codes}
        sealed={packed(c, person, codes.join(' '))}
        onward={onwardOf(c)}
        had={factors.recovery}
      />,
    )
  })

  app.post('/mijn/tweede-stap/herstelcodes', async (c) => {
    const person = signedIn(c)
    const { db, config, now } = c.var
    const form = readForm(c, RecoveryForm)
    const codes = form.ok ? unpacked(c, person, form.value.codes)?.split(' ') : undefined
    if (codes) await keepRecoveryCodes(db, config.secretKey, person.id, codes, now)
    // Codes that were not ours to keep, or are too old: the page shows ten new ones, to fresh proof.
    if (!codes) return c.redirect('/mijn/tweede-stap/herstelcodes', 303)
    return c.redirect((form.ok && ownPath(form.value.verder)) || '/mijn/account', 303)
  })

  return app
}
