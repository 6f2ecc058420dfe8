import { after } from '../foundation/clock.ts'
import type { Channel } from '../foundation/http/index.ts'
import type { PeopleContext } from '../people/index.ts'
import { liveChannel } from './live.channel.tsx'
import { attendanceOf, screenNow, sessionOf } from './live.store.ts'
import { inWords, type LiveSession, nextAfter, type Screen, secondsLeft } from './live.ts'
import type { Olympiad } from './olympiad.ts'
import { sentencesOf } from './round.store.ts'
import type { Sentence } from './round.ts'

/** The room as every screen of it shows it. */
export interface RoomView {
  session: LiveSession
  sentences: Sentence[]
  screen: Screen
  sentence: Sentence | undefined
  next: Sentence | undefined
  counter: string
  seconds: number | null
  inside: string
}

/** The sentences of a session: they stay as they are from the opening on. */
const sentencesAt = (c: PeopleContext, { round }: LiveSession): Promise<Sentence[]> =>
  c.var.memo(`olympiad live sentences ${round}`, () => sentencesOf(c.var.db, round))

/** What is going on in the room now; undefined when nothing is. */
export async function roomNow(c: PeopleContext, olympiad: Pick<Olympiad, 'id'>): Promise<RoomView | undefined> {
  const { db, now } = c.var
  const session = await sessionOf(db, olympiad.id, now)
  if (session === undefined) return undefined
  const sentences = await sentencesAt(c, session)
  const screen = await screenNow(db, session.id)
  const shown = sentences.findIndex(({ statement }) => statement === screen.statement)
  const sentence = sentences[shown]
  const order = sentences.map(({ statement }) => statement)
  const following = nextAfter(order, screen.statement)
  const attendance = await attendanceOf(db, session.id, screen.statement)
  return {
    session,
    sentences,
    screen,
    sentence,
    next: sentences.find(({ statement }) => statement === following),
    counter: sentence ? `Zin ${shown + 1} van ${sentences.length}` : '',
    seconds: secondsLeft(screen, now),
    inside: attendance && sentence ? inWords(attendance.answered, attendance.around) : '',
  }
}

/** The channel of the session that runs now, for any of its screens; undefined when none does. */
export async function channelNow(c: PeopleContext, olympiad: Pick<Olympiad, 'id'>): Promise<Channel | undefined> {
  const { db, now } = c.var
  const session = await sessionOf(db, olympiad.id, now)
  return session && liveChannel(db, session, await sentencesAt(c, session), clockFrom(now))
}

/** A clock that goes on after its request. */
export function clockFrom(now: Date): () => Date {
  const began = performance.now()
  return () => after(now, performance.now() - began)
}
