import { asRole, type Db, statement } from '../foundation/db/index.ts'
import { REFLECTOR, single } from './reflector.ts'
import { expiryOf, lookupOf, openSheet, roughly, type Sheet, sealSheet, ticketOf } from './sheet.ts'

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
const update = single<{ version: number }>(
  `update reflection.sheet set sealed = $2, answered_at = $3, expires_at = $4, version = version + 1
   where lookup = $1 and version = $5 returning version`,
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

/** More tabs than anyone has; after that something else is wrong. */
const MOST_TRIES = 60

/**
 * Writes on a sheet: reads what stands there now and writes only when it still does, so that two tabs can't wipe each
 * other's answers. `change` gets undefined where nothing was written yet; when it returns undefined nothing is written.
 * `fresh` saves the look at a sheet that was never written on.
 */
export async function writeSheet(
  db: Db,
  secret: Buffer,
  now: Date,
  change: (before: Sheet | undefined) => Sheet | undefined,
  { fresh = false } = {},
): Promise<Sheet | undefined> {
  const lookup = lookupOf(secret)
  const settings = { 'app.sheet': lookup }
  for (let tries = 0; tries < MOST_TRIES; tries++) {
    const [row] = fresh && tries === 0 ? [] : await lock(db, settings, lookup, now)
    // Someone came first and it has expired or was erased since: gone, like any other sheet that is not there.
    if (tries > 0 && !row) return undefined
    const after = change(row && openSheet(secret, row.sealed))
    if (after === undefined) return undefined
    const [sealed, at, until] = [sealSheet(secret, after), roughly(now), expiryOf(now, row?.kept ?? false)] as const
    const [written] = row
      ? await update(db, settings, lookup, sealed, at, until, row.version)
      : await insert(db, settings, lookup, sealed, at, until)
    if (written) return after
  }
  throw new Error('A sheet changed every time it was about to be written.')
}

/** Keeps a sheet for two years from now. */
export function keepSheet(db: Db, secret: Buffer, now: Date): Promise<unknown> {
  const lookup = lookupOf(secret)
  return asRole(db, REFLECTOR, { 'app.sheet': hex(lookup) }, (tx) => keep(tx, lookup, expiryOf(now, true)))
}

/** Removes a sheet with its codes, at once. */
export function eraseSheet(db: Db, secret: Buffer): Promise<unknown> {
  const lookup = lookupOf(secret)
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
