import { asRole, type Db, inTransaction, statement } from '../foundation/db/index.ts'
import { REFLECTOR, single } from './reflector.ts'
import { expiryOf, lookupOf, openSheet, roughly, type Sheet, sealNonce, sealSheet, ticketOf } from './sheet.ts'

/** A sheet, opened, with what holds for it besides what is written on it. */
export interface OpenSheet {
  secret: Buffer
  sheet: Sheet
  kept: boolean
  /** Kept with an account, under this number of its owner. */
  number: number | null
  /** Counted along; only known where it was asked for. */
  counted: boolean
}

interface Row {
  sealed: Buffer
  version: number
  kept: boolean
  number: number | null
  counted: boolean
}

const read = single<Row>(
  'select sealed, version, kept, number, false as counted from reflection.sheet where lookup = $1 and expires_at > $2',
)
const readCounted = single<Row>(
  `select sealed, version, kept, number, exists (select from reflection.ticket where ticket = $3) as counted
   from reflection.sheet where lookup = $1 and expires_at > $2`,
)
const lock = single<Row>(
  'select sealed, version, kept, number, false as counted from reflection.sheet where lookup = $1 and expires_at > $2 for update',
)
const insert = single<{ version: number }>(
  `insert into reflection.sheet (lookup, sealed, answered_at, expires_at) values ($1, $2, $3, $4)
   on conflict (lookup) do nothing returning version`,
)
const update = single<{ version: number; kept: boolean }>(
  `update reflection.sheet set sealed = $2, version = version + 1,
     answered_at = case when $8 then $3 else answered_at end,
     expires_at = case when kept then $5 when $8 then $4 else expires_at end
   where lookup = $1 and expires_at > $6 and substr(sealed, 1, 12) = $7 returning version, kept`,
)
const keep = statement(
  'reflection.sheet.keep',
  'update reflection.sheet set kept = true, expires_at = $2 where lookup = $1',
)
const erase = statement('reflection.sheet.erase', 'delete from reflection.sheet where lookup = $1')

const hex = (bytes: Buffer) => bytes.toString('hex')

function opened(secret: Buffer, row: Row | undefined): OpenSheet | undefined {
  return (
    row && { secret, sheet: openSheet(secret, row.sealed), kept: row.kept, number: row.number, counted: row.counted }
  )
}

/** The sheet of this secret, while it is there. */
export async function readSheet(db: Db, secret: Buffer, now: Date): Promise<OpenSheet | undefined> {
  const lookup = lookupOf(secret)
  const [row] = await read(db, { 'app.sheet': lookup }, lookup, now)
  return opened(secret, row)
}

/** The same, and whether it was counted along. */
export async function readResult(db: Db, secret: Buffer, now: Date): Promise<OpenSheet | undefined> {
  const [lookup, ticket] = [lookupOf(secret), ticketOf(secret)]
  const [row] = await readCounted(db, { 'app.sheet': lookup, 'app.ticket': ticket }, lookup, now, ticket)
  return opened(secret, row)
}

/**
 * What this process wrote last on the sheets it wrote on last, closed as it lies in the database: it saves reading a
 * sheet again for the next screen. Never believed: a write on top of it finds out whether it still stands there.
 */
const lately = new Map<string, Buffer>()
const MOST_LATELY = 500

function wrote(lookup: Buffer, sealed: Buffer): void {
  const key = hex(lookup)
  lately.delete(key)
  lately.set(key, sealed)
  for (const oldest of lately.keys()) {
    if (lately.size <= MOST_LATELY) break
    lately.delete(oldest)
  }
}

/**
 * Writes on a sheet, and only on top of what was read, so that two tabs can't wipe each other's answers. `change` gets
 * undefined where nothing was written yet; when it returns undefined nothing is written. `fresh` saves the look at a
 * sheet that was never written on. `answering: false` is for what is no answer: it moves neither the day of the last
 * answer nor the end of a sheet that is not kept. Whoever finds that someone else came first reads again, in line.
 */
export async function writeSheet(
  db: Db,
  secret: Buffer,
  now: Date,
  change: (before: Sheet | undefined) => Sheet | undefined,
  { fresh = false, answering = true } = {},
): Promise<Sheet | undefined> {
  const lookup = lookupOf(secret)
  const settings = { 'app.sheet': lookup }
  /** The new sheet, 'late' when something else stands there by now, undefined when there is nothing to write. */
  const onTopOf = async (tx: Db, before: Buffer | undefined): Promise<Sheet | 'late' | undefined> => {
    const after = change(before && openSheet(secret, before))
    if (after === undefined) return undefined
    const [sealed, at] = [sealSheet(secret, after), roughly(now)]
    const until = [expiryOf(now, false), expiryOf(now, true)] as const
    const [written] = before
      ? await update(tx, settings, lookup, sealed, at, ...until, now, sealNonce(before), answering)
      : await insert(tx, settings, lookup, sealed, at, until[0])
    if (!written) return 'late'
    wrote(lookup, sealed)
    return after
  }
  const known = fresh ? undefined : lately.get(hex(lookup))
  if (fresh || known) {
    const done = await onTopOf(db, known)
    if (done && done !== 'late') return done
    lately.delete(hex(lookup))
  } else {
    const [row] = await read(db, settings, lookup, now)
    const done = await onTopOf(db, row?.sealed)
    if (done !== 'late') return done
  }
  return inTransaction(db, async (tx) => {
    const [row] = await lock(tx, settings, lookup, now)
    // Someone came first and it has expired or was erased since: gone, like any other sheet that is not there.
    const done = row && (await onTopOf(tx, row.sealed))
    if (done === 'late') throw new Error('A sheet changed while it was locked.')
    return done
  })
}

/** Keeps a sheet for two years from now. */
export function keepSheet(db: Db, secret: Buffer, now: Date): Promise<unknown> {
  const lookup = lookupOf(secret)
  return asRole(db, REFLECTOR, { 'app.sheet': hex(lookup) }, (tx) => keep(tx, lookup, expiryOf(now, true)))
}

/** Removes a sheet with its codes, at once. */
export function eraseSheet(db: Db, secret: Buffer): Promise<unknown> {
  const lookup = lookupOf(secret)
  lately.delete(hex(lookup))
  return asRole(db, REFLECTOR, { 'app.sheet': hex(lookup) }, (tx) => erase(tx, lookup))
}

const sweep = statement<{ lookup: Buffer }>(
  'reflection.sheet.sweep',
  'delete from reflection.sheet where expires_at <= $1 returning lookup',
)
const sweepTickets = statement(
  'reflection.ticket.sweep',
  `delete from reflection.ticket where month < $1::timestamptz - interval '25 months'`,
)

/** Removes every sheet whose time has come, and the marks of long ago. Returns how many sheets. */
export function sweepSheets(db: Db, now: Date): Promise<number> {
  return asRole(db, REFLECTOR, { 'app.sweep': now.toISOString() }, async (tx) => {
    const gone = await sweep(tx, now)
    await sweepTickets(tx, now)
    return gone.length
  })
}
