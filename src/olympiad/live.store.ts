import { randomInt } from 'node:crypto'
import { after } from '../foundation/clock.ts'
import { attempt, type Db, statement, violated } from '../foundation/db/index.ts'
import { liveEvent, liveSession } from './hall.tables.ts'
import { CODE_LIVES, type LiveEvent, type LiveSession, type Screen, type StepKind, screenOf } from './live.ts'

// Over once someone ended it, once its round was closed, and by itself after the day.
const RUNNING = `select s.id, r.olympiad, s.round, s.code, s.started_at as "startedAt"
  from olympiad.live_session s join olympiad.round r on r.id = s.round
  where s.ended_at is null and s.started_at > $2
    and not exists (select from olympiad.round_closing c where c.round = s.round)`

type Row = LiveSession & Record<string, unknown>

const byCode = statement<Row>('olympiad.live.byCode', `${RUNNING} and s.code = $1`)
const ofOlympiad = statement<Row>(
  'olympiad.live.ofOlympiad',
  `${RUNNING} and r.olympiad = $1 order by s.started_at desc`,
)

/** The session that a code opens now. */
export async function sessionByCode(db: Db, code: string, now: Date): Promise<LiveSession | undefined> {
  return (await byCode(db, code, after(now, -CODE_LIVES)))[0]
}

/** The session that runs in an Olympiade now. */
export async function sessionOf(db: Db, olympiad: string, now: Date): Promise<LiveSession | undefined> {
  return (await ofOlympiad(db, olympiad, after(now, -CODE_LIVES)))[0]
}

const finish = statement(
  'olympiad.live.finish',
  `update olympiad.live_session set ended_at = $2 where ended_at is null
    and (started_at <= $1 or exists (select from olympiad.round_closing c where c.round = live_session.round))`,
)

/** Ends what is over: its code is free for another room. */
export async function endFinished(db: Db, now: Date): Promise<void> {
  await finish(db, after(now, -CODE_LIVES), now)
}

/** Six digits, the first one too: read aloud, "nul" gets lost. */
const newRoomCode = (): string => String(randomInt(100_000, 1_000_000))

/** Starts a round in the room; undefined when it is there already. */
export async function startSession(db: Db, round: string, by: string, at: Date): Promise<string | undefined> {
  await endFinished(db, at)
  for (let tries = 0; tries < 20; tries++) {
    const code = newRoomCode()
    try {
      await attempt(db, async (tx) => {
        await tx.insert(liveSession).values({ round, code, startedBy: by, startedAt: at })
      })
      return code
    } catch (fault) {
      const which = violated(fault)
      if (which === 'live_session_round') return undefined
      if (which !== 'live_session_code') throw fault
    }
  }
  throw new Error('No free code was found.')
}

const end = statement<{ id: string }>(
  'olympiad.live.end',
  'update olympiad.live_session set ended_at = $3, ended_by = $2 where id = $1 and ended_at is null returning id',
)

/** Ends a session; the round itself stays as it is. */
export async function endSession(db: Db, { id }: Pick<LiveSession, 'id'>, by: string, at: Date): Promise<void> {
  await end(db, id, by, at)
}

const events = statement<LiveEvent & Record<string, unknown>>(
  'olympiad.live.events',
  'select seq, kind, statement, seconds, done_at as at from olympiad.live_event where session = $1 order by seq',
)

/** What is on the screen now. */
export async function screenNow(db: Db, session: string): Promise<Screen> {
  return screenOf(await events(db, session))
}

/**
 * One more step, after the one that was seen. Undefined when someone else was first: of two who act on the same screen
 * one wins, and the other sees what it became.
 */
export async function takeStep(
  db: Db,
  session: string,
  step: { seen: number; kind: StepKind; statement?: string | null; seconds?: number | null },
  by: string,
  at: Date,
): Promise<number | undefined> {
  const { seen, kind, statement: shown = null, seconds = null } = step
  const [last] = await lastSeq(db, session)
  if ((last?.seq ?? 0) !== seen) return undefined
  const made = await db
    .insert(liveEvent)
    .values({ session, seq: seen + 1, kind, statement: shown, seconds, doneBy: by, doneAt: at })
    .onConflictDoNothing()
    .returning({ seq: liveEvent.seq })
  return made[0]?.seq
}

const lastSeq = statement<{ seq: number | null }>(
  'olympiad.live.lastSeq',
  'select max(seq) as seq from olympiad.live_event where session = $1',
)

/** How many are in the room and how many answered what is shown: numbers only, and never who. */
export interface Attendance {
  around: number
  answered: number
}

const attendance = statement<Attendance & { running: boolean } & Record<string, unknown>>(
  'olympiad.live.attendance',
  `select s.ended_at is null and not exists (select from olympiad.round_closing c where c.round = s.round) as running,
      (select count(*)::int from olympiad.panellist p
        where p.olympiad = r.olympiad and p.joined_at is not null and p.left_at is null
          and (p.channel = 'room' or exists (select from olympiad.participation t where t.round = r.id and t.panellist = p.id))
      ) as around,
      (select count(*)::int from olympiad.ballot b where b.round = s.round and b.statement = $2) as answered
    from olympiad.live_session s join olympiad.round r on r.id = s.round where s.id = $1`,
)

/** The numbers of this moment; undefined when the session is over. */
export async function attendanceOf(db: Db, session: string, shown: string | null): Promise<Attendance | undefined> {
  const [row] = await attendance(db, session, shown)
  return row?.running ? { around: row.around, answered: row.answered } : undefined
}
