import { Hono } from 'hono'
import { z } from 'zod'
import { type FieldError, found, page, readForm, refuse, type Typed } from '../foundation/http/index.ts'
import type { PeopleContext, PeopleEnv, Person } from '../people/index.ts'
import { readCharter } from './charter.store.ts'
import { FlagPage, flagUrl } from './flag.page.tsx'
import { flagsOf, raiseFlags, removeFlagged } from './flag.store.ts'
import { chaired, chairTrail } from './olympiad.context.ts'
import type { Olympiad } from './olympiad.ts'
import { readRound } from './round.store.ts'
import type { Round } from './round.ts'

const LONGEST_REASON = 600

const removalForm = z.object({
  reden: z
    .string()
    .min(20, 'Schrijf in een of twee zinnen waarom dit onder de regel valt. Iedereen kan het lezen.')
    .max(LONGEST_REASON, `Houd het onder de ${LONGEST_REASON} tekens.`),
})

const ROUND = '/olympiades/:slug/voorzitter/rondes/:n{[0-4]}/signalen'

/** Patterns in a round that may be abuse, and taking forms out by the rule published beforehand. */
export function flagRoutes(): Hono<PeopleEnv> {
  return new Hono<PeopleEnv>()
    .get(ROUND, (c) => show(c))
    .post(ROUND, lookAgain)
    .post(`${ROUND}/:flag{[0-9a-f-]{36}}/verwijdering`, remove)
}

interface At {
  chair: Person
  olympiad: Olympiad
  round: Round
}

/** A round that was opened and is weighed in. */
async function roundAt(c: PeopleContext): Promise<At> {
  const { chair, olympiad } = await chaired(c)
  const round = found(await readRound(c.var.db, olympiad.id, Number(c.req.param('n'))))
  found(round.kind === 'weighing' && round.openedAt !== null ? round : undefined)
  return { chair, olympiad, round }
}

interface Back {
  errors?: FieldError[]
  typed?: Typed
  flag?: string
}

async function show(c: PeopleContext, { errors = [], typed = {}, flag }: Back = {}): Promise<Response> {
  const { olympiad, round } = await roundAt(c)
  const { db } = c.var
  return page(
    c,
    {
      title: `Signalen in ronde ${round.number}: ${olympiad.title}`,
      robots: 'noindex',
      breadcrumb: chairTrail(olympiad, `Signalen in ronde ${round.number}`),
      errors: errors.length,
    },
    <FlagPage
      olympiad={olympiad}
      round={round}
      charter={await readCharter(db, olympiad.id)}
      flags={await flagsOf(db, round.id)}
      looked={c.req.query('gekeken') === 'ja'}
      back={flag === undefined ? undefined : { flag, errors, typed }}
    />,
  )
}

const CLOSED = 'Deze ronde is gesloten en de uitspraken staan vast. Er gaat niets meer uit de telling.'

async function lookAgain(c: PeopleContext): Promise<Response> {
  const { olympiad, round } = await roundAt(c)
  if (round.closedAt !== null) refuse(409, CLOSED)
  await raiseFlags(c.var.db, round, c.var.now)
  return c.redirect(`${flagUrl(olympiad, round)}?gekeken=ja`, 303)
}

async function remove(c: PeopleContext): Promise<Response> {
  const { chair, olympiad, round } = await roundAt(c)
  if (round.closedAt !== null) refuse(409, CLOSED)
  const flag = c.req.param('flag') ?? ''
  found((await flagsOf(c.var.db, round.id)).find(({ id }) => id === flag))
  const form = readForm(c, removalForm)
  if (!form.ok) return show(c, { ...form, flag })
  const decided = { id: flag, reason: form.value.reden }
  const removed = await removeFlagged(c.var.db, round, decided, { by: chair.id, at: c.var.now })
  if (removed === 'closed') refuse(409, CLOSED)
  if (removed === 'not there')
    refuse(409, 'Bij dit signaal is niet te zeggen om welke formulieren het gaat, dus er valt niets uit te halen.')
  return c.redirect(flagUrl(olympiad, round), 303)
}
