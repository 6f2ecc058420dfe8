import { Hono } from 'hono'
import { type FieldError, found, page, readForm, startSession } from '../foundation/http/index.ts'
import { sendMail } from '../foundation/mail/index.ts'
import { Band, ErrorSummary, Heading, LinkButton } from '../foundation/ui/index.ts'
import { type PeopleContext, type PeopleEnv, signedIn, stepUp, withWayBack } from './access.ts'
import { enter } from './entrance.ts'
import { NewPasskeyForm, UsedPasskeyForm } from './passkey.form.ts'
import { dropPasskey, findPasskey, keepPasskey, notePasskeyUse, spendChallenge } from './passkey.store.ts'
import { type ChallengeUse, challengeHolds, challengeOf, type Passkey, provenBy, registered } from './passkey.ts'
import { findPerson } from './person.store.ts'
import { factorsOf } from './second-factor.store.ts'
import { wayMail } from './sign-in.mail.ts'
import { ownPath } from './sign-in.ts'

const FAILED =
  'Dat lukte niet. Misschien stond de pagina te lang open, of hoort deze passkey niet bij dit account. Probeer het opnieuw.'
const UNCHECKED =
  'Je passkey vroeg niet om je vinger, je gezicht of een pincode. Log in met een mail. Daarna is deze passkey je tweede stap.'

/** Whether the challenge in a browser's answer is ours, fresh and not used before; looking spends it. */
async function challengeSpent(
  c: PeopleContext,
  use: ChallengeUse,
  answer: { response: { clientDataJSON: string } },
): Promise<boolean> {
  const challenge = challengeOf(answer)
  return (
    challengeHolds(c.var.config.secretKey, use, challenge, c.var.now) &&
    (await spendChallenge(c.var.db, challenge, c.var.now))
  )
}

/** The passkey a browser proved to have, and whether the device checked who held it. */
async function proven(
  c: PeopleContext,
  use: ChallengeUse,
): Promise<{ passkey: Passkey; verified: boolean; onward: string | undefined } | undefined> {
  const form = readForm(c, UsedPasskeyForm)
  if (!form.ok || !(await challengeSpent(c, use, form.value.antwoord))) return undefined
  const passkey = await findPasskey(c.var.db, form.value.antwoord.id)
  if (!passkey) return undefined
  const proof = await provenBy(form.value.antwoord, passkey, c.var.config.baseUrl)
  if (!proof) return undefined
  await notePasskeyUse(c.var.db, passkey.id, proof.counter, c.var.now)
  return { passkey, verified: proof.verified, onward: ownPath(form.value.verder) }
}

function failedPage(c: PeopleContext, back: { href: string; words: string }, message = FAILED): Response {
  const errors: FieldError[] = [{ field: '', message }]
  return page(
    c,
    { title: 'De passkey lukte niet', robots: 'noindex', errors: 1 },
    <Band narrow>
      <ErrorSummary errors={errors} />
      <Heading level={1}>De passkey lukte niet</Heading>
      <p>
        <LinkButton href={back.href}>{back.words}</LinkButton>
      </p>
    </Band>,
  )
}

/** Passkeys: signing in with one, giving one as second factor, making and removing them. */
export function passkeyRoutes(): Hono<PeopleEnv> {
  const app = new Hono<PeopleEnv>()

  app.post('/inloggen/passkey', async (c) => {
    const proof = await proven(c, { purpose: 'sign in', for: '' })
    const person = proof && (await findPerson(c.var.db, proof.passkey.person))
    const back = { href: '/inloggen', words: 'Terug naar inloggen' }
    if (!proof || !person) return failedPage(c, back)
    // A device that checked finger, face or PIN counts for both steps: something you have and something you are. One that
    // did not is something you have, twice: whoever finds such a key could come in with it alone.
    if (!proof.verified) return failedPage(c, back, UNCHECKED)
    return enter(c, person, { onward: proof.onward, secondFactor: true })
  })

  app.post('/inloggen/tweede-stap/passkey', async (c) => {
    const person = signedIn(c)
    const proof = await proven(c, { purpose: 'second factor', for: person.id })
    if (!proof || proof.passkey.person !== person.id)
      return failedPage(c, { href: '/inloggen/tweede-stap', words: 'Probeer het opnieuw' })
    await startSession(c, person.id, { secondFactor: true })
    return c.redirect(proof.onward ?? '/mijn', 303)
  })

  app.post('/mijn/passkeys', async (c) => {
    const person = await stepUp(c)
    const { db, config, now } = c.var
    const again = { href: '/mijn/tweede-stap', words: 'Probeer het opnieuw' }
    const form = readForm(c, NewPasskeyForm)
    if (!form.ok || !(await challengeSpent(c, { purpose: 'new passkey', for: person.id }, form.value.antwoord)))
      return failedPage(c, again)
    const made = await registered(form.value.antwoord, config.baseUrl)
    if (!made) return failedPage(c, again)
    const label = form.value.naam || 'Passkey'
    if (!(await keepPasskey(db, { ...made, person: person.id, label, at: now }))) return failedPage(c, again)
    if (person.email) await sendMail(db, config, { to: person.email, ...wayMail('passkey made') }, now)
    await startSession(c, person.id, { secondFactor: true })
    const onward = ownPath(form.value.verder)
    const { recovery } = await factorsOf(db, person.id)
    return c.redirect(
      recovery > 0 ? (onward ?? '/mijn/account') : withWayBack('/mijn/tweede-stap/herstelcodes', onward),
      303,
    )
  })

  app.post('/mijn/passkeys/:id/einde', async (c) => {
    const person = await stepUp(c)
    const { db, config, now } = c.var
    found((await dropPasskey(db, person.id, c.req.param('id'))) || undefined)
    if (person.email) await sendMail(db, config, { to: person.email, ...wayMail('passkey removed') }, now)
    return c.redirect('/mijn/account', 303)
  })

  return app
}
