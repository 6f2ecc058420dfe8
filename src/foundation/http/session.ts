import { randomUUID } from 'node:crypto'
import { after, DAY, HOUR, MINUTE } from '../clock.ts'
import { type Db, statement } from '../db/index.ts'
import { deriveKey, keyedHash, randomToken, sha256 } from '../seal.ts'
import { clearCookie, readCookie, setCookie } from './cookie.ts'
import type { HouseContext, Session } from './env.ts'

/** One line of "where am I signed in". */
export interface SessionLine {
  id: string
  /** Browser and machine in two words, never the full user agent. */
  label: string
  startedAt: Date
  seenAt: Date
}

/** Source: reliability S1. All in ms. */
export const SESSION_IDLE = 12 * HOUR
export const SESSION_LIMIT = 12 * HOUR
const FACTOR_IDLE = 30 * MINUTE
const SEEN_EVERY = 5 * MINUTE
const SESSIONS_PER_SUBJECT = 5

interface Row {
  id: string
  subject: string
  started_at: Date
  seen_at: Date
  second_factor_at: Date | null
}

const byToken = statement<Row>(
  'house.session.byToken',
  'select id, subject, started_at, seen_at, second_factor_at from house.session where token_hash = $1 and seen_at > $2 and started_at > $3',
)
const touch = statement(
  'house.session.touch',
  'update house.session set seen_at = $2, second_factor_at = $3 where id = $1',
)

const tokenKeys = new WeakMap<Buffer, Buffer>()

/** The key of form tokens, derived once: that costs more than the hash made with it. */
function tokenKey(secret: Buffer): Buffer {
  const key = tokenKeys.get(secret) ?? deriveKey(secret, 'form token')
  tokenKeys.set(secret, key)
  return key
}

const formToken = (c: HouseContext, id: string): string => keyedHash(tokenKey(c.get('config').secretKey), id)

const ofForm = statement<{ subject: string }>(
  'house.session.ofForm',
  'select subject from house.session where form_token = $1 and started_at > $2',
)

/** Whose a form is that was made in a session of the last day, by the token it carries; also when the session lapsed since. */
export async function sessionOfForm(db: Db, token: unknown, now: Date): Promise<string | undefined> {
  if (typeof token !== 'string') return undefined
  return (await ofForm(db, sha256(token), after(now, -DAY - SESSION_LIMIT)))[0]?.subject
}

/** The session of this request's cookie, while it is valid. */
export async function loadSession(c: HouseContext, db: Db): Promise<Session | undefined> {
  const cookie = readCookie(c, 'sessie')
  if (!cookie) return undefined
  const now = c.get('now')
  const [row] = await byToken(db, sha256(cookie), after(now, -SESSION_IDLE), after(now, -SESSION_LIMIT))
  if (!row) return undefined
  // After half an hour of silence the second factor is asked again before anyone's data is shown.
  if (row.seen_at < after(now, -FACTOR_IDLE)) row.second_factor_at = null
  if (row.seen_at < after(now, -SEEN_EVERY)) await touch(db, row.id, now, row.second_factor_at)
  return {
    id: row.id,
    subject: row.subject,
    token: formToken(c, row.id),
    startedAt: row.started_at,
    secondFactorAt: row.second_factor_at,
  }
}

const standsStill = statement<{ id: string }>(
  'house.session.stands',
  'select id from house.session where id = $1 and seen_at > $2 and started_at > $3',
)

/** Whether a session is still there, for an answer that goes on after its request. Listening alone is no sign of life. */
export async function sessionStands(db: Db, id: string, now: Date): Promise<boolean> {
  return (await standsStill(db, id, after(now, -SESSION_IDLE), after(now, -SESSION_LIMIT))).length > 0
}

/**
 * Starts a new session and sets its cookie; the old one of this browser ends, so that no session survives a change of rights.
 * Keeps at most five per subject, the newest.
 */
export async function startSession(
  c: HouseContext,
  subject: string,
  options: { secondFactor?: boolean } = {},
): Promise<void> {
  await endSession(c)
  const token = randomToken()
  const { db, now } = c.var
  const id = randomUUID()
  await db.$client.query(
    `insert into house.session (id, token_hash, subject, label, started_at, seen_at, second_factor_at, form_token)
     values ($1, $2, $3, $4, $5, $5, $6, $7)`,
    [
      ...[id, sha256(token), subject, agentLabel(c.req.header('user-agent')), now],
      ...[options.secondFactor ? now : null, sha256(formToken(c, id))],
    ],
  )
  await db.$client.query(
    `delete from house.session where subject = $1 and id not in
       (select id from house.session where subject = $1 order by started_at desc, id limit ${SESSIONS_PER_SUBJECT})`,
    [subject],
  )
  setCookie(c, 'sessie', token, { maxAgeMs: SESSION_LIMIT })
}

/** Ends the session of this browser, on the server at once. */
export async function endSession(c: HouseContext): Promise<void> {
  const cookie = readCookie(c, 'sessie')
  if (!cookie) return
  await c.var.db.$client.query('delete from house.session where token_hash = $1', [sha256(cookie)])
  clearCookie(c, 'sessie')
}

/** Where this subject is signed in, newest first. */
export async function sessionsOf(db: Db, subject: string): Promise<SessionLine[]> {
  const { rows } = await db.$client.query(
    'select id, label, started_at as "startedAt", seen_at as "seenAt" from house.session where subject = $1 order by seen_at desc, id',
    [subject],
  )
  return rows as SessionLine[]
}

/** Ends one session of the subject; false when it is not theirs. */
export async function endOneSession(db: Db, subject: string, id: string): Promise<boolean> {
  const { rowCount } = await db.$client.query('delete from house.session where subject = $1 and id::text = $2', [
    subject,
    id,
  ])
  return rowCount === 1
}

/** Ends all sessions of the subject, except one. */
export async function endSessionsOf(db: Db, subject: string, exceptId?: string): Promise<void> {
  await db.$client.query('delete from house.session where subject = $1 and id::text is distinct from $2', [
    subject,
    exceptId ?? null,
  ])
}

/** Removes sessions that can no longer be used. Returns how many. */
export async function sweepSessions(db: Db, now: Date): Promise<number> {
  const { rowCount } = await db.$client.query('delete from house.session where started_at < $1', [after(now, -DAY)])
  return rowCount ?? 0
}

/** "Firefox op Windows": enough to recognise one's own machine, too little to follow anyone. */
function agentLabel(agent = ''): string {
  const browser = [
    ['Edg/', 'Edge'],
    ['Firefox/', 'Firefox'],
    ['Chrome/', 'Chrome'],
    ['Safari/', 'Safari'],
  ].find(([mark]) => agent.includes(mark ?? ''))
  const machine = [
    ['Android', 'Android'],
    ['iPhone', 'iPhone'],
    ['iPad', 'iPad'],
    ['Windows', 'Windows'],
    ['Mac OS', 'Mac'],
    ['Linux', 'Linux'],
  ].find(([mark]) => agent.includes(mark ?? ''))
  return `${browser?.[1] ?? 'Een browser'} op ${machine?.[1] ?? 'een apparaat'}`
}
