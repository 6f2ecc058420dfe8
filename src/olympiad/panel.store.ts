import { type Db, statement } from '../foundation/db/index.ts'
import { panellist } from './olympiad.tables.ts'
import { type Channel, type Held, heldBy, newKey, type Panellist } from './panel.ts'

const PANELLIST = `select id, olympiad, role, channel, joined_at as "joinedAt", left_at as "leftAt" from olympiad.panellist`

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
  { olympiad, role }: Pick<Invitation, 'olympiad' | 'role'>,
  now: Date,
): Promise<{ id: string; key: string }> {
  const made = await invite(db, { olympiad, role, channel: 'room', recruited: 'in de zaal', by: null }, now)
  await join(db, heldBy(made.key), now)
  return made
}
