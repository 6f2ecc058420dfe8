import { asRole, type Db, statement } from '../foundation/db/index.ts'
import { expiryOf, lookupOf, openSheet, roughly, type Sheet, sealSheet, ticketOf } from './sheet.ts'

/** The only role that reaches what people said about their own work. */
export const REFLECTOR = 'verankerd_reflector'

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

const read = statement<Row>(
  'reflection.sheet.read',
  'select sealed, version, kept, number, false as counted from reflection.sheet where lookup = $1 and expires_at > $2',
)
const readCounted = statement<Row>(
  'reflection.sheet.readCounted',
  `select sealed, version, kept, number, exists (select from reflection.ticket where ticket = $3) as counted
   from reflection.sheet where lookup = $1 and expires_at > $2`,
)
const lock = statement<Row>(
  'reflection.sheet.lock',
  'select sealed, version, kept, number, false as counted from reflection.sheet where lookup = $1 and expires_at > $2 for update',
)
const insert = statement<{ version: number }>(
  'reflection.sheet.insert',
  `insert into reflection.sheet (lookup, sealed, answered_at, expires_at) values ($1, $2, $3, $4)
   on conflict (lookup) do nothing returning version`,
)
const update = statement(
  'reflection.sheet.update',
  'update reflection.sheet set sealed = $2, version = version + 1, answered_at = $3, expires_at = $4 where lookup = $1',
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
  const [row] = await asRole(db, REFLECTOR, { 'app.sheet': hex(lookup) }, (tx) => read(tx, lookup, now))
  return opened(secret, row)
}

/** The same, and whether it was counted along. */
export async function readResult(db: Db, secret: Buffer, now: Date): Promise<OpenSheet | undefined> {
  const [lookup, ticket] = [lookupOf(secret), ticketOf(secret)]
  const settings = { 'app.sheet': hex(lookup), 'app.ticket': hex(ticket) }
  const [row] = await asRole(db, REFLECTOR, settings, (tx) => readCounted(tx, lookup, now, ticket))
  return opened(secret, row)
}

/**
 * Writes on a sheet: reads what stands there now, under a lock, so that two tabs can't wipe each other's answers.
 * `change` gets undefined where nothing was written yet; returning undefined leaves everything as it was.
 */
export function writeSheet(
  db: Db,
  secret: Buffer,
  now: Date,
  change: (before: Sheet | undefined) => Sheet | undefined,
): Promise<Sheet | undefined> {
  const lookup = lookupOf(secret)
  return asRole(db, REFLECTOR, { 'app.sheet': hex(lookup) }, async (tx) => {
    const [row] = await lock(tx, lookup, now)
    const after = change(row && openSheet(secret, row.sealed))
    if (after === undefined) return undefined
    const values = [sealSheet(secret, after), roughly(now), expiryOf(now, row?.kept ?? false)]
    if (row) await update(tx, lookup, ...values)
    else if ((await insert(tx, lookup, ...values)).length === 0) return writeBehind(tx, secret, now, change)
    return after
  })
}

/** Another tab wrote the first line between our look and our insert: look again, now it is there. */
async function writeBehind(
  tx: Db,
  secret: Buffer,
  now: Date,
  change: (before: Sheet | undefined) => Sheet | undefined,
): Promise<Sheet | undefined> {
  const lookup = lookupOf(secret)
  const [row] = await lock(tx, lookup, now)
  const after = row && change(openSheet(secret, row.sealed))
  if (row && after) await update(tx, lookup, sealSheet(secret, after), roughly(now), expiryOf(now, row.kept))
  return after
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
