import { asRole, type Db, inTransaction, REFLECTOR, statement } from '../foundation/db/index.ts'
import { ownBytes } from '../foundation/own-bytes.ts'
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

// These three take the role of the reflector, do their work and give the role back within one planned statement; `asRole`
// needs four round trips. Saving a screen is what happens most in this house.
const read = statement<Row & Record<string, unknown>>(
  'reflection.sheet.read',
  'select sealed, version, kept, number, counted from reflection.read_sheet($1, $2, $3, $4)',
)
const insert = statement<{ version: number }>(
  'reflection.sheet.insert',
  'select version from reflection.begin_sheet($1, $2, $3, $4)',
)
const update = statement<{ version: number }>(
  'reflection.sheet.update',
  'select version from reflection.write_sheet($1, $2, $3, $4, $5, $6, $7, $8)',
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
  const [row] = await read(db, lookupOf(secret), now, null, false)
  return opened(secret, row)
}

/** The same, and whether it was counted along. */
export async function readResult(db: Db, secret: Buffer, now: Date): Promise<OpenSheet | undefined> {
  const [row] = await read(db, lookupOf(secret), now, ticketOf(secret), false)
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
  lately.set(key, ownBytes(sealed))
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
  /** The new sheet, 'late' when something else stands there by now, undefined when there is nothing to write. */
  const onTopOf = async (tx: Db, before: Buffer | undefined): Promise<Sheet | 'late' | undefined> => {
    const after = change(before && openSheet(secret, before))
    if (after === undefined) return undefined
    const [sealed, at] = [sealSheet(secret, after), roughly(now)]
    const until = [expiryOf(now, false), expiryOf(now, true)] as const
    const [written] = before
      ? await update(tx, lookup, sealed, at, ...until, now, sealNonce(before), answering)
      : await insert(tx, lookup, sealed, at, until[0])
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
    const [row] = await read(db, lookup, now, null, false)
    const done = await onTopOf(db, row?.sealed)
    if (done !== 'late') return done
  }
  return inTransaction(db, async (tx) => {
    const [row] = await read(tx, lookup, now, null, true)
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
