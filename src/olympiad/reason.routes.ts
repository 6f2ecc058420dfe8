import { Hono } from 'hono'
import { contentChanged, found, refuse } from '../foundation/http/index.ts'
import type { PeopleContext, PeopleEnv } from '../people/index.ts'
import { olympiadAt } from './olympiad.context.ts'
import { olympiadUrl } from './olympiad.ts'
import { takingPart } from './panel.entry.ts'
import { takeBackReason } from './reason.store.ts'
import { readRound } from './round.store.ts'

/** Taking back what someone wrote beside an answer, after the closing too: by who wrote it, behind their own link. */
export function reasonRoutes(): Hono<PeopleEnv> {
  return new Hono<PeopleEnv>().post(
    '/olympiades/:slug/rondes/:n{[0-4]}/redenen/:statement{[0-9a-f-]{36}}/intrekking',
    takeBack,
  )
}

async function takeBack(c: PeopleContext): Promise<Response> {
  const olympiad = await olympiadAt(c)
  const { db, now } = c.var
  const round = found(await readRound(db, olympiad.id, Number(c.req.param('n'))))
  const { held } = await takingPart(c, olympiad)
  if (round.closedAt === null) refuse(409, 'Deze ronde is nog open. Verander je reden bij de zin zelf.')
  if (!(await takeBackReason(db, { round: round.id, statement: c.req.param('statement') ?? '', held, at: now })))
    refuse(
      409,
      'Wij vinden geen reden van jou bij deze zin. Is de laatste ronde gesloten, dan leidt niets meer van een reden naar wie hem schreef.',
    )
  await contentChanged(db)
  return c.redirect(`${olympiadUrl(olympiad)}/rondes/${round.number}?ingetrokken=ja`, 303)
}
