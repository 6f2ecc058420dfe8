import { randomInt } from 'node:crypto'
import { dutchDay } from '../foundation/clock.ts'
import { asRole, type Db, inTransaction, REFLECTOR, statement } from '../foundation/db/index.ts'
import { type Contribution, openContribution, SMALLEST_BATCH, sealContribution, shuffled } from './contribution.ts'
import type { Figures } from './figures.ts'
import { ticketOf } from './sheet.ts'

const handIn = statement<{ ticket: Buffer }>(
  'reflection.ticket.handIn',
  'insert into reflection.ticket (ticket, month) values ($1, $2) on conflict (ticket) do nothing returning ticket',
)
const wait = statement(
  'reflection.contribution.wait',
  'insert into reflection.waiting_contribution (sealed) values ($1)',
)
const waiting = statement<{ id: string; sealed: Buffer }>(
  'reflection.contribution.waiting',
  'select id, sealed from reflection.waiting_contribution',
)
const copy = statement(
  'reflection.contribution.copy',
  'insert into reflection.contribution (month, sealed) select $1, unnest($2::bytea[])',
)
const take = statement<{ id: string }>(
  'reflection.contribution.take',
  'delete from reflection.waiting_contribution where id = any($1) returning id',
)
const all = statement<{ sealed: Buffer }>(
  'reflection.contribution.all',
  'select sealed from reflection.contribution order by id',
)
// A batch may hold one person of this edition and nine of another: figures that differ by a few people would tell
// what those few said.
const freeze = statement(
  'reflection.release.freeze',
  `insert into reflection.release (edition, people, month, figures)
   select $1, $2::integer, $3::date, $4::jsonb
    where not exists (select from reflection.release where edition = $1 and people > $2::integer - $5::integer)`,
)
const latest = statement<{ figures: Figures; month: string }>(
  'reflection.release.latest',
  'select figures, month::text from reflection.release where edition = $1 order by people desc limit 1',
)

/** The first day of a month on a Dutch clock: nothing finer is kept of when someone was counted. */
export function monthOf(now: Date): string {
  return `${dutchDay(now).slice(0, 7)}-01`
}

/**
 * Hands in one contribution for the daily batch. Touches nothing of the sheet, only reads its secret, so that no
 * transaction holds both. Returns false when this sheet was counted before.
 */
export function contribute(
  db: Db,
  secret: Buffer,
  key: Buffer,
  contribution: Contribution,
  now: Date,
): Promise<boolean> {
  const ticket = ticketOf(secret)
  return asRole(db, REFLECTOR, { 'app.ticket': ticket.toString('hex') }, async (tx) => {
    const [fresh] = await handIn(tx, ticket, monthOf(now))
    if (fresh) await wait(tx, sealContribution(key, contribution))
    return fresh !== undefined
  })
}

/**
 * The contributions that this key opens. One that it does not open (of before the key was changed, or damaged) is left
 * where it is and holds up none of the others.
 */
const readable = <Row extends { sealed: Buffer }>(key: Buffer, rows: Row[]): (Row & { opened: Contribution })[] =>
  rows.flatMap((row) => {
    try {
      return [{ ...row, opened: openContribution(key, row.sealed) }]
    } catch {
      return []
    }
  })

/** The daily batch: copies what waits, in random order, when there is enough of it. Returns how many were copied. */
export function copyWaiting(db: Db, key: Buffer, now: Date): Promise<number> {
  return asRole(db, REFLECTOR, { 'app.task': 'tally' }, async (tx) => {
    const rows = readable(key, await waiting(tx))
    if (rows.length < SMALLEST_BATCH) return 0
    const ids = rows.map(({ id }) => id)
    if ((await take(tx, ids)).length < ids.length) throw new Error('Somebody else takes the same batch.')
    // Sealed anew: the bytes of the copy are not those that stood in the queue.
    const copies = shuffled(rows, () => randomInt(2 ** 32) / 2 ** 32).map(({ opened }) => sealContribution(key, opened))
    await copy(tx, monthOf(now), copies)
    return rows.length
  })
}

/** Everything counted so far. */
export async function contributions(db: Db, key: Buffer): Promise<Contribution[]> {
  const rows = await asRole(db, REFLECTOR, { 'app.task': 'tally' }, (tx) => all(tx))
  return readable(key, rows).map(({ opened }) => opened)
}

/** Freezes figures for everyone, when at least a whole batch of people came since the last ones of this edition. */
export async function freezeFigures(db: Db, edition: string, figures: Figures, now: Date): Promise<void> {
  await inTransaction(db, (tx) =>
    freeze(tx, edition, figures.people, monthOf(now), JSON.stringify(figures), SMALLEST_BATCH),
  )
}

/** The newest frozen figures of an edition, with their month (yyyy-mm-dd). */
export async function latestFigures(db: Db, edition: string): Promise<{ figures: Figures; month: string } | undefined> {
  const [row] = await latest(db, edition)
  return row
}
