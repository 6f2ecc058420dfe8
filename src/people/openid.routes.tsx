import { Hono } from 'hono'
import { MINUTE } from '../foundation/clock.ts'
import { type Db, inTransaction } from '../foundation/db/index.ts'
import { clearCookie, found, readCookie, refuse, setCookie } from '../foundation/http/index.ts'
import { sendMail } from '../foundation/mail/index.ts'
import { type PeopleContext, type PeopleEnv, stepUp } from './access.ts'
import { enter } from './entrance.ts'
import { dropIdentities, holdIdentity, keepIdentity, personByIdentity } from './openid.store.ts'
import { beginTrip, endTrip, type Identity, packTrip, tripFault, unpackTrip } from './openid.ts'
import { findPerson, makePerson } from './person.store.ts'
import type { Person } from './person.ts'
import { wayMail } from './sign-in.mail.ts'
import { ownPath } from './sign-in.ts'

const TRIP = 'inlogreis'
const TRIP_LIFE = 10 * MINUTE
const AWAY = 'Inloggen via je organisatie lukt nu even niet. Probeer het straks opnieuw, of log in met een mail.'
const FAILED = 'Inloggen via je organisatie is niet gelukt. Begin opnieuw bij inloggen, of kies voor een mail.'
const ELSEWHERE = 'Dit organisatie-account hoort al bij een ander account bij ons. Log daarmee in.'
const KNOWN =
  'Er is al een account met jouw mailadres. Log in met een mail. Daarna kun je je organisatie koppelen bij Mijn account.'

/** Logs why a trip to the provider failed, without a word of what was sent. */
const failed = (c: PeopleContext, leg: 'begin' | 'end') => (fault: unknown) => {
  c.var.log.warn({ id: c.var.requestId, leg, fault: tripFault(fault) }, 'sign-in through an organisation failed')
  return undefined
}

/** Signing in through one's organisation. Both legs are GET: the browser goes elsewhere and comes back. */
export function openIdRoutes(): Hono<PeopleEnv> {
  const app = new Hono<PeopleEnv>()

  app.get('/inloggen/organisatie', async (c) => {
    const { config } = c.var
    const settings = found(config.openId)
    const person = c.req.query('koppel') === 'ja' ? (await stepUp(c)).id : undefined
    const going = { onward: ownPath(c.req.query('verder')), person }
    const begun = await beginTrip(settings, config.baseUrl, going).catch(failed(c, 'begin'))
    if (!begun) return refuse(503, AWAY, MINUTE)
    setCookie(c, TRIP, packTrip(config.secretKey, begun.trip), { maxAgeMs: TRIP_LIFE })
    return c.redirect(begun.address, 302)
  })

  app.get('/inloggen/organisatie/terug', async (c) => {
    const { config, db, now } = c.var
    const settings = found(config.openId)
    const trip = unpackTrip(config.secretKey, readCookie(c, TRIP))
    clearCookie(c, TRIP)
    if (!trip || (trip.person !== undefined && trip.person !== c.var.person?.id)) return refuse(400, FAILED)
    const { search } = new URL(c.req.url)
    const identity = await endTrip(settings, config.baseUrl, search, trip).catch(failed(c, 'end'))
    if (!identity) return refuse(400, FAILED)
    const linking = trip.person !== undefined && c.var.person
    if (linking) {
      await inTransaction(db, async (tx) => {
        const isNew = await linkIdentity(tx, identity, linking.id, now)
        if (isNew && linking.email)
          await sendMail(tx, config, { to: linking.email, ...wayMail('organisation linked') }, now)
      })
      return c.redirect('/mijn/account', 303)
    }
    const { person, fresh } = await inTransaction(db, (tx) => personBehind(tx, identity, now))
    return enter(c, person, { onward: trip.onward, fresh })
  })

  app.post('/mijn/account/organisatie/einde', async (c) => {
    const person = await stepUp(c)
    if (person.email === '')
      return refuse(409, 'Je account heeft geen mailadres. Zonder deze koppeling kun je niet meer inloggen.')
    const { db, config, now } = c.var
    if (await dropIdentities(db, person.id))
      await sendMail(db, config, { to: person.email, ...wayMail('organisation removed') }, now)
    return c.redirect('/mijn/account', 303)
  })

  return app
}

/** False when it was this person's already. */
async function linkIdentity(db: Db, identity: Identity, person: string, now: Date): Promise<boolean> {
  const isNew = await keepIdentity(db, identity, person, now)
  if ((await personByIdentity(db, identity)) !== person) refuse(409, ELSEWHERE)
  return isNew
}

/** The account of an identity, made when there is none; never joined to an existing account by its mail address. */
async function personBehind(db: Db, identity: Identity, now: Date): Promise<{ person: Person; fresh: boolean }> {
  await holdIdentity(db, identity)
  const known = await personByIdentity(db, identity)
  if (known) return { person: found(await findPerson(db, known)), fresh: false }
  const { email = null, name } = identity
  // Somebody who signs up by mail with this address at this very moment has it: then it is theirs, and not joined either.
  const person = await makePerson(db, { email, ...(name === undefined ? {} : { name }), at: now })
  if (!person) return refuse(409, KNOWN)
  await linkIdentity(db, identity, person.id, now)
  return { person, fresh: true }
}
