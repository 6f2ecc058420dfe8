import { and, eq, isNull } from 'drizzle-orm'
import { type Db, inTransaction, statement } from '../foundation/db/index.ts'
import { sha256 } from '../foundation/seal.ts'
import type { Takeout } from '../people/index.ts'
import { signup as signups } from './hall.tables.ts'
import { emptiedThrough, type Signup, signupKey } from './signup.ts'
import { comingTo, holdTables } from './table.store.ts'
import { roomLeft, seatsLeft } from './table.ts'

const SIGNUP = `select id, olympiad, hall_table as "table", role, name, mail, needs, reimbursement, person,
    signed_up_at as "signedUpAt", invited_at as "invitedAt", cancelled_at as "cancelledAt", version
  from olympiad.signup`

/** A signup as its owner or the chair reads it. */
export type KeptSignup = Signup & { invitedAt: Date | null; version: number }

type Row = KeptSignup & Record<string, unknown>

const byHash = statement<Row>('olympiad.signup.byKey', `${SIGNUP} where key_hash = $1 and emptied_at is null`)
const byMail = statement<Row>(
  'olympiad.signup.byMail',
  `${SIGNUP} where olympiad = $1 and lower(mail) = lower($2) and cancelled_at is null`,
)
const coming = statement<Row>(
  'olympiad.signups',
  `${SIGNUP} where olympiad = $1 and cancelled_at is null order by signed_up_at, id`,
)

/** The signup a key belongs to. */
export async function signupByKey(db: Db, hash: string): Promise<KeptSignup | undefined> {
  return (await byHash(db, hash))[0]
}

/** Everyone who comes, in the order they signed up. */
export const signupsOf: (db: Db, olympiad: string) => Promise<KeptSignup[]> = coming

/** What someone says when they sign up. */
export interface Wish {
  table: string | null
  role: string
  needs: string
  reimbursement: boolean
}

/** Came to nothing because the seat that was asked is taken. */
export type Seated<T> = { is: 'seated'; signup: T } | { is: 'full' }

/** Whether there is a seat as asked, while all tables are held; someone's own seat is theirs already. */
async function hasSeat(tx: Db, olympiad: string, wanted: string | null, own?: Signup): Promise<boolean> {
  const tables = await holdTables(tx, olympiad)
  if (tables.length === 0) return wanted === null
  const room = roomLeft(tables, await comingTo(tx, olympiad)) + (own ? 1 : 0)
  if (wanted === null) return room > 0
  const table = tables.find(({ id }) => id === wanted)
  return table !== undefined && seatsLeft({ ...table, taken: table.taken - (own?.table === wanted ? 1 : 0) }, room) > 0
}

/**
 * Signs someone up. Whoever already comes under this address keeps what they had: the answer is the signup that stands,
 * and only their own mail tells them so.
 */
export async function signUp(
  db: Db,
  secretKey: Buffer,
  fresh: Wish & { olympiad: string; name: string; mail: string; person: string | null },
  at: Date,
): Promise<Seated<KeptSignup & { known: boolean }>> {
  return inTransaction(db, async (tx) => {
    const { olympiad, table, mail, ...rest } = fresh
    const free = await hasSeat(tx, olympiad, table)
    const [known] = await byMail(tx, olympiad, mail)
    if (known) return { is: 'seated', signup: { ...known, known: true } }
    if (!free) return { is: 'full' }
    const [row] = await tx
      .insert(signups)
      .values({ olympiad, hallTable: table, mail, ...rest, signedUpAt: at })
      .returning({ id: signups.id })
    if (!row) throw new Error('The signup was not stored.')
    const keyHash = sha256(signupKey(secretKey, row.id))
    await tx.update(signups).set({ keyHash }).where(eq(signups.id, row.id))
    const signup = await signupByKey(tx, keyHash)
    if (!signup) throw new Error('The signup was not found by its key.')
    return { is: 'seated', signup: { ...signup, known: false } }
  })
}

/** Changes what someone asked for; their own seat stays theirs until the other is. */
export async function changeSignup(db: Db, own: KeptSignup, wish: Wish): Promise<Seated<KeptSignup>> {
  return inTransaction(db, async (tx) => {
    if (wish.table !== own.table && !(await hasSeat(tx, own.olympiad, wish.table, own))) return { is: 'full' }
    const { table, ...rest } = wish
    await tx
      .update(signups)
      .set({ hallTable: table, ...rest, version: own.version + 1 })
      .where(and(eq(signups.id, own.id), isNull(signups.cancelledAt)))
    return { is: 'seated', signup: { ...own, ...wish, version: own.version + 1 } }
  })
}

/** Everything that says who someone is. The role stays, for the balance of the day. */
const EMPTY = "name = null, mail = null, needs = '', key_hash = null, person = null"

const cancel = statement(
  'olympiad.signup.cancel',
  `update olympiad.signup set cancelled_at = $2, emptied_at = $2, hall_table = null, ${EMPTY}
    where id = $1 and cancelled_at is null`,
)

/** Someone does not come after all: the seat is free, and who they are goes at once. */
export async function cancelSignup(db: Db, { id }: Pick<Signup, 'id'>, at: Date): Promise<void> {
  await cancel(db, id, at)
}

/** Notes that someone was invited to the rounds too. False when that was done already, or they come no more. */
export async function noteSignupInvited(db: Db, { id }: Pick<Signup, 'id'>, at: Date): Promise<boolean> {
  const noted = await db
    .update(signups)
    .set({ invitedAt: at })
    .where(and(eq(signups.id, id), isNull(signups.invitedAt), isNull(signups.cancelledAt), isNull(signups.emptiedAt)))
    .returning({ id: signups.id })
  return noted.length === 1
}

const onPanel = statement<{ id: string }>(
  'olympiad.signup.onPanel',
  'select id from olympiad.panellist where olympiad = $1 and lower(mail) = lower($2)',
)

/** Whether someone takes part in the rounds already, by another way. */
export async function isOnPanel(db: Db, olympiad: string, mail: string): Promise<boolean> {
  return (await onPanel(db, olympiad, mail)).length > 0
}

const forget = statement<{ id: string }>(
  'olympiad.signups.forget',
  `update olympiad.signup s set emptied_at = $2, ${EMPTY} from olympiad.olympiad o
    where o.id = s.olympiad and o.ends_on <= $1::date and s.emptied_at is null returning s.id`,
)

/** Empties who came, four weeks after the last day. Answers with how many; safe to run again. */
export async function forgetSignups(db: Db, now: Date): Promise<number> {
  return (await forget(db, emptiedThrough(now), now)).length
}

const own = statement<Row & { title: string }>(
  'olympiad.signups.ofPerson',
  `select s.*, s.signed_up_at as "signedUpAt", o.title from olympiad.signup s
    join olympiad.olympiad o on o.id = s.olympiad where s.person = $1 order by s.signed_up_at`,
)

/** The days someone signed up for with their account, to take along. */
export async function exportSignups(db: Db, person: string): Promise<Takeout[]> {
  const rows = (await own(db, person)).map((row) => ({
    olympiade: row.title,
    als: row.role,
    naam: row.name,
    mail: row.mail,
    ondersteuning: row.needs,
    vergoeding: row.reimbursement ? 'ja' : 'nee',
    aangemeld: row.signedUpAt.toISOString(),
  }))
  return [{ name: 'olympiade-aanmeldingen', title: 'Olympiades waarvoor je je aanmeldde', rows }]
}

const erase = statement(
  'olympiad.signups.erase',
  `update olympiad.signup set cancelled_at = coalesce(cancelled_at, $2), hall_table = null, emptied_at = $2, ${EMPTY}
    where person = $1`,
)

/** Empties the signups of someone whose account is erased; their seats are free again. Safe to run twice. */
export async function eraseSignups(db: Db, person: string, at: Date): Promise<void> {
  await erase(db, person, at)
}
