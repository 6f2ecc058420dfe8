import { after, DAY, HOUR, MINUTE } from '../foundation/clock.ts'
import { type Db, inTransaction, statement } from '../foundation/db/index.ts'
import { nextNumber, openRoundOf } from './chair.ts'
import { endSession, screenNow, sessionOf, startSession, takeStep } from './live.store.ts'
import { canBeLive, inThrees, JOIN, type LiveSession, nextAfter } from './live.ts'
import type { OlympiadContent } from './olympiad.content.form.ts'
import { olympiads, readOlympiad } from './olympiad.store.ts'
import { type OlympiadTrial, playedContents, settleOlympiad } from './olympiad.trial.store.ts'
import { type Olympiad, olympiadUrl } from './olympiad.ts'
import { dropRound, extendRound, openRound, planRound } from './round.desk.store.ts'
import { readRound, roundsOf, sentencesOf } from './round.store.ts'
import type { Round } from './round.ts'

/** How long a round of a trial installation lies open, and how long before its end it gets more time. */
const OPEN_FOR = 14 * DAY
const EXTENDED_BEFORE = 3 * DAY
/** A room begins anew well before its code would stop by itself. */
const ROOM_FOR = 8 * HOUR
/** A sentence stays on the screen until it is this old, then the next one comes; whoever plays the chair is never ahead of. */
const SENTENCE_FOR = 14 * MINUTE

const REASON = 'In deze proefopstelling blijft altijd een ronde open om mee te doen.'

// Only one that was played: a visitor who plays the chair may begin another under the same title.
const newest = statement<{ slug: string }>(
  'olympiad.trial.newest',
  `select o.slug from olympiad.olympiad o where o.fictional and o.title = $1 and o.item is not null
     and exists (select from olympiad.round r join olympiad.round_opening g on g.round = r.id
       where r.olympiad = o.id and r.kind = 'weighing')
     and not exists (select from olympiad.round r join olympiad.round_closing c on c.round = r.id and c.final
       where r.olympiad = o.id)
   order by o.made_at desc, o.slug desc limit 1`,
)

/**
 * Keeps a round open in the room of a trial installation, whatever visitors did as its chair: more time when it runs out,
 * the next round when it was closed, the same Olympiade anew when it was finished; a fresh code before the old one stops,
 * and the next sentence on the screen now and then. Safe to run at any moment.
 */
export async function keepRoom(db: Db, { contentDir, ...trial }: OlympiadTrial): Promise<void> {
  const content = playedContents(contentDir).find(({ rounds }) => rounds.at(-1)?.closed === false)
  if (content === undefined) return
  await inTransaction(db, async (tx) => {
    const olympiad = await olympiadOf(tx, content, trial)
    const hand = { by: trial.cast.chair, at: trial.now }
    const round = await roundIn(tx, olympiad, hand)
    if (round) await keepSession(tx, olympiad, round, hand)
  })
}

interface Hand {
  by: string
  at: Date
}

async function olympiadOf(
  tx: Db,
  content: OlympiadContent,
  trial: Omit<OlympiadTrial, 'contentDir'>,
): Promise<Olympiad> {
  const [row] = await newest(tx, content.title)
  const slug = row?.slug ?? (await settleOlympiad(tx, content, trial))
  const olympiad = await readOlympiad(tx, slug)
  if (olympiad === undefined) throw new Error('The Olympiade that was just made is gone.')
  return olympiad
}

/** The round that is open, with days before it; undefined while a visitor holds one that can't be in the room. */
async function roundIn(tx: Db, olympiad: Olympiad, { by, at }: Hand): Promise<Round | undefined> {
  const rounds = await roundsOf(tx, olympiad.id)
  const open = openRoundOf(rounds)
  if (open && !canBeLive(open)) return undefined
  if (open) {
    if (open.closesAt.getTime() > after(at, EXTENDED_BEFORE).getTime()) return open
    await extendRound(tx, open, { closesAt: after(at, OPEN_FOR), reason: REASON }, { by, at })
    return readRound(tx, olympiad.id, open.number)
  }
  for (const planned of rounds.filter(({ openedAt }) => openedAt === null)) await dropRound(tx, planned)
  const played = rounds.filter(({ openedAt }) => openedAt !== null)
  const [number, last] = [nextNumber(played), played.findLast(({ kind }) => kind === 'weighing')]
  if (number === undefined || last === undefined) return undefined
  const statements = (await sentencesOf(tx, last.id)).map(({ statement: id, version }) => ({ statement: id, version }))
  const planned = { number, mode: olympiad.mode, opensAt: at, closesAt: after(at, OPEN_FOR), statements }
  await planRound(tx, olympiad.id, planned, { by, at })
  const fresh = await readRound(tx, olympiad.id, number)
  if (fresh) await openRound(tx, fresh, olympiadUrl(olympiad), { by, at })
  return readRound(tx, olympiad.id, number)
}

async function keepSession(tx: Db, olympiad: Olympiad, round: Round, { by, at }: Hand): Promise<void> {
  let session = await sessionOf(tx, olympiad.id, at)
  if (session && session.startedAt.getTime() <= after(at, -ROOM_FOR).getTime()) {
    await endSession(tx, session, by, at)
    session = undefined
  }
  if (session === undefined) {
    await startSession(tx, round.id, by, at)
    session = await sessionOf(tx, olympiad.id, at)
  }
  if (session) await turnPage(tx, round, session, { by, at })
}

const lastStep = statement<{ at: Date }>(
  'olympiad.trial.lastStep',
  'select done_at as at from olympiad.live_event where session = $1 order by seq desc limit 1',
)

/** The next sentence, and after the last the first again; without a timer, for nobody waits for anybody here. */
async function turnPage(tx: Db, round: Round, session: LiveSession, { by, at }: Hand): Promise<void> {
  const [before] = await lastStep(tx, session.id)
  if (before && before.at.getTime() > after(at, -SENTENCE_FOR).getTime()) return
  const { seq, statement: shown } = await screenNow(tx, session.id)
  const order = (await sentencesOf(tx, round.id)).map((one) => one.statement)
  const next = nextAfter(order, shown) ?? order[0] ?? null
  await takeStep(tx, session.id, { seen: seq, kind: 'show', statement: next }, by, at)
}

/** A room of a trial installation that anyone may enter: its code stands where in real life it only hangs in the room. */
export interface TrialRoom {
  title: string
  /** "482 913", kept on one line */
  code: string
  /** Where the code stands filled in. */
  href: string
}

const roomOf = (olympiad: Pick<Olympiad, 'title'>, { code }: LiveSession): TrialRoom => ({
  title: olympiad.title,
  code: inThrees(code).replace(' ', '\u00a0'),
  href: `${JOIN}?code=${code}`,
})

/** The room of a fictional Olympiade, in a trial installation only. */
export async function trialRoom(
  db: Db,
  olympiad: Pick<Olympiad, 'id' | 'title' | 'fictional'>,
  { demo, now }: { demo: boolean; now: Date },
): Promise<TrialRoom | undefined> {
  const session = demo && olympiad.fictional ? await sessionOf(db, olympiad.id, now) : undefined
  return session && roomOf(olympiad, session)
}

/** Every room that anyone may enter now; ask it in a trial installation only. */
export async function trialRooms(db: Db, now: Date): Promise<TrialRoom[]> {
  const rooms: TrialRoom[] = []
  for (const olympiad of (await olympiads(db)).filter(
    ({ fictional, finishedAt }) => fictional && finishedAt === null,
  )) {
    const room = await trialRoom(db, olympiad, { demo: true, now })
    if (room) rooms.push(room)
  }
  return rooms
}
