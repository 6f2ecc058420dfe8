import { asRole, type Db, REFLECTOR, statement } from '../foundation/db/index.ts'
import { seal, unseal } from '../foundation/seal.ts'
import type { OwnSheet } from './own-sheet.ts'
import { expiryOf, lookupOf } from './sheet.ts'

const bound = (person: string) => `reflection sheet of ${person}`

const queue = statement(
  'reflection.own.queue',
  `select pg_advisory_xact_lock(hashtextextended('reflection ' || $1, 0))`,
)
const next = statement<{ number: number }>(
  'reflection.own.next',
  'select coalesce(max(number), 0) + 1 as number from reflection.sheet where owner = $1',
)
const own = statement<{ number: number }>(
  'reflection.own.keep',
  `update reflection.sheet set kept = true, expires_at = $2, owner = $3, number = $4, wrapped = $5
   where lookup = $1 and owner is null returning number`,
)
const mine = statement<{ number: number }>(
  'reflection.own.number',
  'select number from reflection.sheet where lookup = $1 and owner = $2',
)
const list = statement<OwnSheet & Record<string, unknown>>(
  'reflection.own.list',
  'select number, answered_at as "answeredAt", expires_at as "expiresAt" from reflection.sheet where owner = $1 order by number desc',
)
const read = statement<{ wrapped: Buffer }>(
  'reflection.own.read',
  'select wrapped from reflection.sheet where owner = $1 and number = $2 and expires_at > $3',
)
const eraseAll = statement('reflection.own.erase', 'delete from reflection.sheet where owner = $1')

/**
 * Keeps a sheet with an account: its secret, wrapped in the key of that person. Returns its number, the same one when
 * it was kept there before, or undefined when it is not there or belongs to someone else.
 */
export function keepAsOwn(
  db: Db,
  owner: { person: string; key: Buffer },
  secret: Buffer,
  now: Date,
): Promise<number | undefined> {
  const lookup = lookupOf(secret)
  return asRole(db, REFLECTOR, { 'app.sheet': lookup.toString('hex'), 'app.person': owner.person }, async (tx) => {
    await queue(tx, owner.person)
    const [free] = await next(tx, owner.person)
    const wrapped = seal(owner.key, secret, bound(owner.person))
    const [kept] = await own(tx, lookup, expiryOf(now, true), owner.person, free?.number ?? 1, wrapped)
    return (kept ?? (await mine(tx, lookup, owner.person))[0])?.number
  })
}

/** The sheets someone kept with their account, newest first. */
export function ownSheets(db: Db, person: string): Promise<OwnSheet[]> {
  return asRole(db, REFLECTOR, { 'app.person': person }, (tx) => list(tx, person))
}

/** The secret of one's own sheet, or undefined when there is none with this number. */
export async function secretOfOwn(
  db: Db,
  owner: { person: string; key: Buffer },
  number: number,
  now: Date,
): Promise<Buffer | undefined> {
  const [row] = await asRole(db, REFLECTOR, { 'app.person': owner.person }, (tx) => read(tx, owner.person, number, now))
  return row && unseal(owner.key, row.wrapped, bound(owner.person))
}

/** Removes every sheet someone kept with their account. */
export function eraseOwnSheets(db: Db, person: string): Promise<unknown> {
  return asRole(db, REFLECTOR, { 'app.person': person }, (tx) => eraseAll(tx, person))
}
