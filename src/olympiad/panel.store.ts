import { type Db, statement } from '../foundation/db/index.ts'
import { beforeClosing } from './ballot.store.ts'
import { panellist } from './olympiad.tables.ts'
import { type Channel, type Held, heldBy, newKey, type Panellist } from './panel.ts'

const PANELLIST = `select id, olympiad, role, channel, name, joined_at as "joinedAt", left_at as "leftAt" from olympiad.panellist`

const byHash = statement<Panellist & Record<string, unknown>>(
  'olympiad.panellist.byHash',
  `${PANELLIST} where key_hash = $1`,
)

/** Whoever a key belongs to, also when they stopped. */
export async function panellistOf(db: Db, held: Pick<Held, 'panellist'>): Promise<Panellist | undefined> {
  return (await byHash(db, held.panellist))[0]
}

/** Whom to invite, and how they were found. */
export interface Invitation {
  olympiad: string
  role: string
  channel: Channel
  mail?: string | null
  name?: string | null
  person?: string | null
  recruited?: string
  interests?: string
  by: string | null
}

/** Adds someone to the panel. The key is told once, to whoever hands it over, and is kept nowhere. */
export async function invite(db: Db, invitation: Invitation, now: Date): Promise<{ id: string; key: string }> {
  const { by, ...rest } = invitation
  const key = newKey(invitation.channel)
  const [row] = await db
    .insert(panellist)
    .values({ ...rest, keyHash: heldBy(key).panellist, invitedBy: by, invitedAt: now })
    .returning({ id: panellist.id })
  if (row === undefined) throw new Error('The panellist was not stored.')
  return { id: row.id, key }
}

const joinNow = statement<{ olympiad: string }>(
  'olympiad.panellist.join',
  `update olympiad.panellist set joined_at = coalesce(joined_at, $2) where key_hash = $1 and left_at is null
   returning olympiad`,
)
const nameFor = statement(
  'olympiad.pseudonym.make',
  `insert into olympiad.pseudonym (holder, olympiad, nonce) values ($1, $2, $3) on conflict (holder) do nothing`,
)

/** Opens an invitation: from here on this key may answer. False when it opens nothing, or was given back. */
export async function join(db: Db, held: Held, now: Date): Promise<boolean> {
  const [row] = await joinNow(db, held.panellist, now)
  if (row === undefined) return false
  await nameFor(db, held.pseudonym, row.olympiad, held.receipt)
  return true
}

/** Comes in by a room: nobody invited them by name, so they say themselves as whom. */
export async function joinFromRoom(
  db: Db,
  { olympiad, role, name = null }: Pick<Invitation, 'olympiad' | 'role' | 'name'>,
  now: Date,
): Promise<{ id: string; key: string }> {
  const made = await invite(db, { olympiad, role, name, channel: 'room', recruited: 'in de zaal', by: null }, now)
  await join(db, heldBy(made.key), now)
  return made
}

const answered = statement<{ some: boolean }>(
  'olympiad.panellist.answered',
  'select exists (select from olympiad.participation where panellist = $1) as some',
)
const answeredIn = statement<{ some: boolean }>(
  'olympiad.panellist.answeredIn',
  'select exists (select from olympiad.participation where panellist = $1 and round = $2) as some',
)

/** Whether someone answered, in any round: from then on their group is fixed. */
export async function hasAnswered(db: Db, id: string): Promise<boolean> {
  return (await answered(db, id))[0]?.some ?? false
}

/** Whether someone answered in this round. */
export async function hasAnsweredIn(db: Db, id: string, round: string): Promise<boolean> {
  return (await answeredIn(db, id, round))[0]?.some ?? false
}

const correct = statement<{ id: string }>(
  'olympiad.panellist.role',
  `update olympiad.panellist set role = $2
   where id = $1 and left_at is null and not exists (select from olympiad.participation where panellist = $1)
   returning id`,
)

/** Corrects as whom someone takes part; false once they answered. */
export async function changeRole(db: Db, id: string, role: string): Promise<boolean> {
  return (await correct(db, id, role)).length > 0
}

const naming = statement<{ id: string }>(
  'olympiad.panellist.name',
  `update olympiad.panellist p set name = $2 where p.id = $1 and p.left_at is null
     and exists (select from olympiad.charter c where c.olympiad = p.olympiad and c.mode = 'open')
     and (p.name is null or not exists (select from olympiad.participation t where t.panellist = p.id))
   returning p.id`,
)

/** The name under which someone's answers stand, in an open Olympiade only; false once they answered under another. */
export async function nameYourself(db: Db, id: string, name: string): Promise<boolean> {
  return (await naming(db, id, name)).length > 0
}

const leaving = statement(
  'olympiad.panellist.leave',
  `update olympiad.panellist set left_at = coalesce(left_at, $2), mail = null, name = null, person = null,
     emptied_at = coalesce(emptied_at, $2) where id = $1`,
)

/** Someone stops: their name and address go, what was counted stays. */
export async function leave(db: Db, id: string, now: Date): Promise<void> {
  await leaving(db, id, now)
}

const openRound = statement<{ id: string; no: number }>(
  'olympiad.round.open',
  `select r.id, r.no from olympiad.round r join olympiad.round_opening o on o.round = r.id
   where r.olympiad = $1 and r.mode <> 'secret'
     and not exists (select from olympiad.round_closing c where c.round = r.id)`,
)
const takeBack = statement(
  'olympiad.ballot.takeBack',
  `with gone as (
     delete from olympiad.ballot b using olympiad.pseudonym n
     where n.holder = $2 and b.round = $1 and b.pseudonym = n.pseudonym
       and not exists (select from olympiad.round_closing c where c.round = $1)
     returning 1
   )
   delete from olympiad.participation where round = $1 and panellist = $3 and exists (select from gone)`,
)

// Writing anew takes a row away and puts it back as another: whoever deletes it meanwhile would find it gone and leave it.
const noMixing = statement('olympiad.ballot.noMixing', 'select from olympiad.olympiad where id = $1 for share')

/** Takes someone's answers out of the round that is open; what a closing counted stays. */
export async function takeBackAnswers(
  db: Db,
  olympiad: string,
  held: Pick<Held, 'pseudonym'>,
  id: string,
): Promise<void> {
  const open = await openRound(db, olympiad)
  // In the order of a closing, which stops the voting before it logs under the row of the Olympiade.
  for (const { no } of open) await beforeClosing(db, no)
  await noMixing(db, olympiad)
  for (const round of open) await takeBack(db, round.id, held.pseudonym, id)
}

const invited = statement<{ mail: string }>(
  'olympiad.panellist.invited',
  'select mail from olympiad.panellist where olympiad = $1 and mail = any ($2::text[])',
)

/** Which of these addresses have an invitation already. */
export const mailsInvited = async (db: Db, olympiad: string, mails: string[]): Promise<Set<string>> =>
  new Set((await invited(db, olympiad, mails)).map(({ mail }) => mail))
