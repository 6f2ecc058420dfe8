import { Hono } from 'hono'
import { page, refuse } from '../foundation/http/index.ts'
import type { PeopleContext, PeopleEnv } from '../people/index.ts'
import { ChairPage } from './chair.page.tsx'
import { nextStep, openRoundOf } from './chair.ts'
import { changesFor } from './change-proposal.store.ts'
import { changeState } from './change-proposal.ts'
import { readCharter } from './charter.store.ts'
import { flagsOf } from './flag.store.ts'
import { waitingCount } from './moderation.store.ts'
import { chaired, chairTrail, chairUrl } from './olympiad.context.ts'
import { announce } from './olympiad.plan.store.ts'
import { rolesOf } from './olympiad.store.ts'
import { roundsOf, sentencesOf } from './round.store.ts'
import { turnoutOf } from './turnout.store.ts'
import { lastVerdicts } from './verdict.store.ts'

/** The one screen of a chair. */
export function chairRoutes(): Hono<PeopleEnv> {
  return new Hono<PeopleEnv>()
    .get('/olympiades/:slug/voorzitter', show)
    .post('/olympiades/:slug/voorzitter/aankondiging', makeKnown)
}

async function show(c: PeopleContext): Promise<Response> {
  const { olympiad } = await chaired(c)
  const { db, now } = c.var
  const rounds = await roundsOf(db, olympiad.id)
  const open = openRoundOf(rounds)
  const shown = open ?? rounds.findLast(({ kind }) => kind === 'weighing')
  const charter = await readCharter(db, olympiad.id)
  const turnout = await turnoutOf(db, olympiad.id, open?.id ?? null)
  const desk = {
    olympiad,
    rounds,
    invited: turnout.reduce((sum, one) => sum + one.invited, 0),
    waiting: await waitingCount(db, olympiad.id),
  }
  return page(
    c,
    { title: `Voorzitten: ${olympiad.title}`, robots: 'noindex', breadcrumb: chairTrail(olympiad) },
    <ChairPage
      {...desk}
      charter={charter}
      roles={charter?.roles ?? (await rolesOf(db, olympiad.id))}
      turnout={turnout}
      flags={open ? (await flagsOf(db, open.id)).filter(({ removedAt }) => removedAt === null).length : 0}
      sentences={shown ? await sentencesOf(db, shown.id) : []}
      verdicts={await lastVerdicts(db, olympiad.id)}
      changes={(await changesFor(db, olympiad.id)).filter((one) => changeState(one) === 'on the agenda').length}
      next={nextStep(desk, now)}
      now={now}
    />,
  )
}

async function makeKnown(c: PeopleContext): Promise<Response> {
  const { chair, olympiad } = await chaired(c)
  if (olympiad.intro === '')
    refuse(409, 'Vul eerst de opzet in: waar het over gaat en welke groepen apart tellen. Kondig daarna aan.')
  await announce(c.var.db, olympiad, { by: chair.id, at: c.var.now })
  return c.redirect(chairUrl(olympiad), 303)
}
