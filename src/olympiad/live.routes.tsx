import { Hono } from 'hono'
import { limit, oneStatement, page, readForm, readQuery, refuse, sessionStands } from '../foundation/http/index.ts'
import { type PeopleContext, type PeopleEnv, provenFor, withRole } from '../people/index.ts'
import { ownAnswers } from './ballot.store.ts'
import { readCharter } from './charter.store.ts'
import { HallPage } from './hall.page.tsx'
import { countWrongCode, hearsAs, isInRoom, letIntoRoom, waitForCode } from './live.entry.ts'
import { codeForm, liveVoteForm, roomRoleForm } from './live.form.ts'
import { JoinPage, NoRoomPage, PhonePage, RoomNamePage, RoomRolePage } from './live.page.tsx'
import { sessionByCode, sessionOf } from './live.store.ts'
import { JOIN, joinedByCode, liveUrl, readRoomCode } from './live.ts'
import { channelNow, clockFrom, type RoomView, roomNow } from './live.view.ts'
import { olympiadAt, trail } from './olympiad.context.ts'
import { readOlympiadById, rolesOf } from './olympiad.store.ts'
import { mayChair, type Olympiad } from './olympiad.ts'
import { heldHere, here, letIn } from './panel.entry.ts'
import { joinFromRoom, panellistOf } from './panel.store.ts'
import type { Held } from './panel.ts'
import { readRoundById } from './round.store.ts'
import { castVote } from './vote.cast.ts'
import { typedAnswer, voteForm } from './vote.form.ts'

type Back = Pick<Extract<ReturnType<typeof readForm>, { ok: false }>, 'errors' | 'typed'>
const fresh: Back = { errors: [], typed: {} }

const joinPage = (c: PeopleContext, back: Back): Response =>
  page(c, { title: 'Doe mee', canonical: JOIN, errors: back.errors.length }, <JoinPage {...back} />)

/** The code stands filled in for who scanned it; nothing happens before the button. */
function showJoin(c: PeopleContext): Response {
  const query = readQuery(c, codeForm)
  return joinPage(c, { errors: [], typed: query.ok ? { code: query.value.code } : {} })
}

async function join(c: PeopleContext): Promise<Response> {
  const { db, now } = c.var
  const form = readForm(c, codeForm)
  if (!form.ok) return joinPage(c, form)
  await waitForCode(c)
  const code = readRoomCode(form.value.code)
  const session = code === undefined ? undefined : await sessionByCode(db, code, now)
  const olympiad = session && (await readOlympiadById(db, session.olympiad))
  if (code === undefined || session === undefined || olympiad === undefined) {
    await countWrongCode(c)
    const message = 'Deze code opent nu niets. Kijk nog eens op het scherm: het zijn zes cijfers.'
    return joinPage(c, { errors: [{ field: 'code', message }], typed: form.typed })
  }
  letIntoRoom(c, session)
  return c.redirect(liveUrl(olympiad), 303)
}

const headOf = (olympiad: Olympiad, title: string, errors = 0) => ({
  title,
  robots: 'noindex' as const,
  breadcrumb: trail(olympiad, { label: 'In de zaal' }),
  errors,
})

const noRoom = (c: PeopleContext, olympiad: Olympiad): Response =>
  page(c, headOf(olympiad, 'In de zaal'), <NoRoomPage olympiad={olympiad} />)

/** Whether answers here will stand with names. */
const standsOpen = async (c: PeopleContext, { id }: Olympiad): Promise<boolean> =>
  (await readCharter(c.var.db, id))?.mode === 'open'

async function rolePage(c: PeopleContext, olympiad: Olympiad, back: Back): Promise<Response> {
  const roles = await rolesOf(c.var.db, olympiad.id)
  const named = await standsOpen(c, olympiad)
  return page(
    c,
    headOf(olympiad, 'Fijn dat je meepraat', back.errors.length),
    <RoomRolePage olympiad={olympiad} roles={roles} named={named} {...back} />,
  )
}

async function phonePage(
  c: PeopleContext,
  olympiad: Olympiad,
  room: RoomView,
  held: Held,
  back?: Back,
): Promise<Response> {
  const own = await ownAnswers(c.var.db, room.session.round, held)
  const said = own.find(({ statement }) => statement === room.sentence?.statement)
  return page(
    c,
    headOf(olympiad, 'In de zaal', back?.errors.length),
    <PhonePage
      olympiad={olympiad}
      {...room}
      typed={back?.typed ?? typedAnswer(said?.answer)}
      errors={back?.errors ?? []}
      saved={back === undefined && said !== undefined}
    />,
  )
}

async function showPhone(c: PeopleContext): Promise<Response> {
  const olympiad = await olympiadAt(c)
  const room = await roomNow(c, olympiad)
  if (room === undefined) return noRoom(c, olympiad)
  const panellist = await here(c, olympiad)
  if (panellist?.panellist.name === null && (await standsOpen(c, olympiad)))
    return page(c, headOf(olympiad, 'Onder welke naam?'), <RoomNamePage olympiad={olympiad} />)
  if (panellist) return phonePage(c, olympiad, room, panellist.held)
  return isInRoom(c, room.session) ? rolePage(c, olympiad, fresh) : c.redirect(JOIN, 303)
}

async function chooseRole(c: PeopleContext): Promise<Response> {
  const { db, now } = c.var
  const olympiad = await olympiadAt(c)
  const session = await sessionOf(db, olympiad.id, now)
  if (session === undefined) return noRoom(c, olympiad)
  if (!isInRoom(c, session)) return c.redirect(JOIN, 303)
  if (await here(c, olympiad)) return c.redirect(liveUrl(olympiad), 303)
  const slugs = (await rolesOf(db, olympiad.id)).map(({ slug }) => slug)
  const form = readForm(c, roomRoleForm(slugs, { named: await standsOpen(c, olympiad) }))
  if (!form.ok) return rolePage(c, olympiad, form)
  await limit(c, joinedByCode, session.id)
  const { key } = await joinFromRoom(
    db,
    { olympiad: olympiad.id, role: form.value.groep, name: form.value.naam ?? null },
    now,
  )
  letIn(c, olympiad, key)
  return c.redirect(liveUrl(olympiad), 303)
}

/**
 * A vote from the room is a vote like any other. It may come a moment after the screen went on: it counts for the
 * sentence it was given to.
 */
async function vote(c: PeopleContext): Promise<Response> {
  const { db, now } = c.var
  const olympiad = await olympiadAt(c)
  const held = heldHere(c, olympiad)
  const session = await sessionOf(db, olympiad.id, now)
  const round = session && (await readRoundById(db, session.round))
  if (session === undefined || round === undefined)
    return refuse(409, 'De ronde in de zaal is voorbij. Wat je eerder antwoordde, telt mee; dit antwoord niet meer.')
  if (held === undefined) return c.redirect(JOIN, 303)
  const about = readForm(c, liveVoteForm)
  const form = readForm(c, voteForm)
  if (!about.ok || !form.ok) {
    const room = await roomNow(c, olympiad)
    const errors = form.ok
      ? [{ field: 'antwoord', message: 'De zin op het scherm veranderde net. Kies opnieuw.' }]
      : form.errors
    return room ? phonePage(c, olympiad, room, held, { errors, typed: form.typed }) : noRoom(c, olympiad)
  }
  await castVote(c, { round, held, statement: about.value.zin, ...form.value, entrance: liveUrl(olympiad) })
  return c.redirect(liveUrl(olympiad), 303)
}

/** Whoever takes part hears what is on the screen, for as long as they take part. */
async function phoneStream(c: PeopleContext): Promise<Response> {
  const olympiad = await olympiadAt(c)
  const held = heldHere(c, olympiad)
  const channel = await channelNow(c, olympiad)
  // 204 tells a browser to stop coming back.
  if (channel === undefined || held === undefined) return c.body(null, 204)
  const { db } = c.var
  const takesPart = async () => {
    const panellist = await panellistOf(db, held)
    return panellist?.olympiad === olympiad.id && panellist.leftAt === null
  }
  if (!(await takesPart())) return c.body(null, 204)
  return c.var.streams.open(c, channel, { owner: held.panellist, mayStay: takesPart })
}

/** The beamer is opened by the chair, or by whoever typed the code at the computer it hangs on. */
const mayShow = (c: PeopleContext, olympiad: Olympiad, room: Pick<RoomView, 'session'>): boolean =>
  (mayChair(c.var.person, olympiad) && provenFor(c, 'chair')) || isInRoom(c, room.session)

async function showHall(c: PeopleContext): Promise<Response> {
  const olympiad = await olympiadAt(c)
  const room = await roomNow(c, olympiad)
  if (room === undefined) return noRoom(c, olympiad)
  if (!mayShow(c, olympiad, room)) {
    // A chair who did not give the second factor here is asked for it.
    if (mayChair(c.var.person, olympiad)) withRole(c, 'chair')
    return c.redirect(JOIN, 303)
  }
  const { baseUrl } = c.var.config
  return page(
    c,
    headOf(olympiad, 'Scherm voor de zaal'),
    <HallPage
      olympiad={olympiad}
      {...room}
      address={`${new URL(baseUrl).host}${JOIN}`}
      link={`${baseUrl}${JOIN}?code=${room.session.code}`}
    />,
  )
}

async function hallStream(c: PeopleContext): Promise<Response> {
  const olympiad = await olympiadAt(c)
  const { db, now, session: signedIn } = c.var
  const session = await sessionOf(db, olympiad.id, now)
  const channel = await channelNow(c, olympiad)
  if (channel === undefined || session === undefined || !mayShow(c, olympiad, { session })) return c.body(null, 204)
  const clock = clockFrom(now)
  return c.var.streams.open(c, channel, {
    owner: signedIn ? `session ${signedIn.id}` : hearsAs(c),
    // Someone signed in stays for as long as they are; a code in a cookie was proof enough.
    mayStay: async () => signedIn === undefined || sessionStands(db, signedIn.id, clock()),
  })
}

/** Phones and the beamer. */
export function liveRoutes(): Hono<PeopleEnv> {
  return new Hono<PeopleEnv>()
    .get(JOIN, showJoin)
    .post(JOIN, join)
    .get('/olympiades/:slug/live', showPhone)
    .post('/olympiades/:slug/live/groep', chooseRole)
    .post('/olympiades/:slug/live/stem', oneStatement, vote)
    .get('/olympiades/:slug/live/stroom', phoneStream)
    .get('/olympiades/:slug/zaal', showHall)
    .get('/olympiades/:slug/zaal/stroom', hallStream)
}
