import { Hono } from 'hono'
import { found, page, readForm, sessionStands } from '../foundation/http/index.ts'
import { findPerson, type PeopleContext, type PeopleEnv } from '../people/index.ts'
import { RemotePage, StartRoomPage } from './live.desk.page.tsx'
import { startForm, stepForm } from './live.form.ts'
import { endSession, sessionOf, startSession, takeStep } from './live.store.ts'
import { canBeLive, MORE_TIME, remoteUrl, SENTENCE_TIME, type StepKind } from './live.ts'
import { channelNow, clockFrom, roomNow } from './live.view.ts'
import { chaired, chairTrail, chairUrl } from './olympiad.context.ts'
import { readOlympiadById } from './olympiad.store.ts'
import { mayChair, type Olympiad } from './olympiad.ts'
import { readRoundById, roundsOf } from './round.store.ts'
import { type Round, roundState } from './round.ts'

const headOf = (olympiad: Olympiad) => ({
  title: 'In de zaal',
  robots: 'noindex' as const,
  breadcrumb: chairTrail(olympiad, 'In de zaal'),
})

async function openRounds(c: PeopleContext, olympiad: Olympiad): Promise<Round[]> {
  const rounds = await roundsOf(c.var.db, olympiad.id)
  return rounds.filter((round) => canBeLive(round) && roundState(round, c.var.now) === 'open')
}

async function startPage(c: PeopleContext, olympiad: Olympiad, message?: string): Promise<Response> {
  const errors = message === undefined ? [] : [{ field: 'ronde', message }]
  return page(
    c,
    { ...headOf(olympiad), errors: errors.length, ...(message === undefined ? {} : { status: 409 }) },
    <StartRoomPage
      olympiad={olympiad}
      rounds={await openRounds(c, olympiad)}
      roundsUrl={chairUrl(olympiad)}
      errors={errors}
    />,
  )
}

async function showRemote(c: PeopleContext, olympiad: Olympiad, late = false): Promise<Response> {
  const room = await roomNow(c, olympiad)
  if (room === undefined) return startPage(c, olympiad)
  const round = found(await readRoundById(c.var.db, room.session.round))
  return page(
    c,
    late ? { ...headOf(olympiad), status: 409 } : headOf(olympiad),
    <RemotePage
      olympiad={olympiad}
      {...room}
      round={round}
      shown={room.sentence}
      late={late}
      closingUrl={chairUrl(olympiad, `rondes/${round.number}/sluiting`)}
    />,
  )
}

async function show(c: PeopleContext): Promise<Response> {
  return showRemote(c, (await chaired(c)).olympiad)
}

async function start(c: PeopleContext): Promise<Response> {
  const { olympiad, chair } = await chaired(c)
  const form = readForm(c, startForm)
  const rounds = await openRounds(c, olympiad)
  const round = form.ok ? rounds.find(({ id }) => id === form.value.ronde) : undefined
  if (round === undefined)
    return startPage(c, olympiad, 'Deze ronde kan nu niet in de zaal. Kies een ronde die open is.')
  // Started already by another tab: then it is there, and that is what was asked.
  if ((await sessionOf(c.var.db, olympiad.id, c.var.now)) === undefined)
    await startSession(c.var.db, round.id, chair.id, c.var.now)
  return c.redirect(remoteUrl(olympiad), 303)
}

const KINDS: Record<string, StepKind> = {
  volgende: 'show',
  toon: 'show',
  meer: 'extend',
  pauze: 'pause',
  verder: 'resume',
  leeg: 'hide',
}

async function step(c: PeopleContext): Promise<Response> {
  const { db, now } = c.var
  const { olympiad, chair } = await chaired(c)
  const form = readForm(c, stepForm)
  const room = await roomNow(c, olympiad)
  if (room === undefined || !form.ok) return showRemote(c, olympiad, true)
  const { gezien, stap, zin } = form.value
  const kind = KINDS[stap] ?? 'hide'
  const wanted = stap === 'volgende' ? room.next : room.sentences.find(({ statement }) => statement === zin)
  if (kind === 'show' && wanted === undefined) return showRemote(c, olympiad, true)
  const taken = await takeStep(
    db,
    room.session.id,
    {
      seen: gezien,
      kind,
      statement: kind === 'show' ? (wanted?.statement ?? null) : null,
      seconds: kind === 'show' ? SENTENCE_TIME : kind === 'extend' ? MORE_TIME : null,
    },
    chair.id,
    now,
  )
  return taken === undefined ? showRemote(c, olympiad, true) : c.redirect(remoteUrl(olympiad), 303)
}

async function end(c: PeopleContext): Promise<Response> {
  const { olympiad, chair } = await chaired(c)
  const session = await sessionOf(c.var.db, olympiad.id, c.var.now)
  if (session) await endSession(c.var.db, session, chair.id, c.var.now)
  return c.redirect(remoteUrl(olympiad), 303)
}

/** The chair's screen hears the room for as long as its owner is signed in and chairs it. */
async function stream(c: PeopleContext): Promise<Response> {
  const { olympiad, chair } = await chaired(c)
  const channel = await channelNow(c, olympiad)
  if (channel === undefined) return c.body(null, 204)
  const { db, now, session } = c.var
  const clock = clockFrom(now)
  return c.var.streams.open(c, channel, {
    owner: `session ${session?.id}`,
    mayStay: async () => {
      const still = await readOlympiadById(db, olympiad.id)
      const stands = session !== undefined && (await sessionStands(db, session.id, clock()))
      return stands && still !== undefined && mayChair(await findPerson(db, chair.id), still)
    },
  })
}

/** The chair's own screen. */
export function liveDeskRoutes(): Hono<PeopleEnv> {
  const at = '/olympiades/:slug/voorzitter/live'
  return new Hono<PeopleEnv>()
    .get(at, show)
    .post(at, start)
    .post(`${at}/stap`, step)
    .post(`${at}/einde`, end)
    .get(`${at}/stroom`, stream)
}
