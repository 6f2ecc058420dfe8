import { after, DAY } from '../foundation/clock.ts'
import { type Db, statement } from '../foundation/db/index.ts'
import { heldBy, newKey } from './panel.ts'

/** How long a new link waits to be opened, in ms: a day, as its mail says. */
export const RENEWAL_LIVES = DAY

const ask = statement<{ panellist: string }>(
  'olympiad.renewal.ask',
  `insert into olympiad.key_renewal as k (panellist, key_hash, asked_at)
   select p.id, $3, $4 from olympiad.panellist p
   where p.olympiad = $1 and lower(p.mail) = lower($2) and p.left_at is null
   order by p.invited_at limit 1
   on conflict (panellist) do update set key_hash = excluded.key_hash, asked_at = excluded.asked_at
   returning panellist`,
)

/** A new key for whoever is on the panel with this address; undefined when nobody is. Only the last one asked for opens. */
export async function askNewKey(db: Db, olympiad: string, mail: string, now: Date): Promise<string | undefined> {
  const key = newKey('mail')
  return (await ask(db, olympiad, mail, heldBy(key).panellist, now)).length > 0 ? key : undefined
}

const waiting = statement<{ olympiad: string }>(
  'olympiad.renewal.waiting',
  `select p.olympiad from olympiad.key_renewal k join olympiad.panellist p on p.id = k.panellist and p.left_at is null
   where k.key_hash = $1 and k.asked_at > $2`,
)

/** The Olympiade of a new link that nobody opened yet. */
export async function newKeyFor(db: Db, hash: string, now: Date): Promise<string | undefined> {
  return (await waiting(db, hash, after(now, -RENEWAL_LIVES)))[0]?.olympiad
}

const renew = statement<{ id: string }>(
  'olympiad.renewal.use',
  `with fresh as (delete from olympiad.key_renewal where key_hash = $1 and asked_at > $2 returning panellist)
   update olympiad.panellist p set key_hash = $1 from fresh where p.id = fresh.panellist and p.left_at is null
   returning p.id`,
)

/** Opens a new link: from here on the old one opens nothing. Does nothing for any other key. */
export async function useNewKey(db: Db, hash: string, now: Date): Promise<void> {
  await renew(db, hash, after(now, -RENEWAL_LIVES))
}

const stale = statement('olympiad.renewal.forget', 'delete from olympiad.key_renewal where asked_at <= $1')

/** Lets go of new links that nobody opened. */
export async function forgetRenewals(db: Db, now: Date): Promise<void> {
  await stale(db, after(now, -RENEWAL_LIVES))
}
