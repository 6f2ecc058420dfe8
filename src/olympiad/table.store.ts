import { and, eq } from 'drizzle-orm'
import { type Db, inTransaction, statement } from '../foundation/db/index.ts'
import { hallTable, tableNote, tablePractice } from './hall.tables.ts'
import type { HallTable, TableNote } from './table.ts'

/** A table as the chair edits it. */
export type EditedTable = HallTable & { version: number }

const TABLE = `select t.id, t.number, t.title, t.seats, t.host, t.version,
    array(select practice from olympiad.table_practice p where p.hall_table = t.id order by practice) as practices,
    (select count(*)::int from olympiad.signup s where s.hall_table = t.id and s.cancelled_at is null) as taken
  from olympiad.hall_table t`

type Row = EditedTable & Record<string, unknown>

const ofOlympiad = statement<Row>('olympiad.tables', `${TABLE} where t.olympiad = $1 order by t.number`)

/** Every table in the room, by number. */
export const tablesOf: (db: Db, olympiad: string) => Promise<EditedTable[]> = ofOlympiad

const held = statement<{ id: string }>(
  'olympiad.tables.hold',
  'select id from olympiad.hall_table where olympiad = $1 order by number for update',
)
const everyone = statement<{ count: number }>(
  'olympiad.signups.count',
  'select count(*)::int as count from olympiad.signup where olympiad = $1 and cancelled_at is null',
)

/** How many signed up, with a table or without. */
export async function comingTo(db: Db, olympiad: string): Promise<number> {
  return (await everyone(db, olympiad))[0]?.count ?? 0
}

/** The tables held, all at once and in one order: whoever asks for a last seat at the same moment waits here. */
export async function holdTables(tx: Db, olympiad: string): Promise<EditedTable[]> {
  await held(tx, olympiad)
  return tablesOf(tx, olympiad)
}

type Head = Pick<HallTable, 'number' | 'title' | 'seats' | 'host' | 'practices'>

async function putPractices(tx: Db, table: string, practices: string[]): Promise<void> {
  await tx.delete(tablePractice).where(eq(tablePractice.hallTable, table))
  const unique = [...new Set(practices)]
  if (unique.length > 0)
    await tx.insert(tablePractice).values(unique.map((practice) => ({ hallTable: table, practice })))
}

/** Puts a table in the room. */
export async function addTable(db: Db, olympiad: string, { practices, ...head }: Head): Promise<void> {
  await inTransaction(db, async (tx) => {
    const [row] = await tx
      .insert(hallTable)
      .values({ olympiad, ...head })
      .returning({ id: hallTable.id })
    if (row) await putPractices(tx, row.id, practices)
  })
}

/** Changes a table; false when a colleague changed it since it was read. */
export async function changeTable(
  db: Db,
  { id, version }: Pick<EditedTable, 'id' | 'version'>,
  { practices, ...head }: Head,
): Promise<boolean> {
  return inTransaction(db, async (tx) => {
    const changed = await tx
      .update(hallTable)
      .set({ ...head, version: version + 1 })
      .where(and(eq(hallTable.id, id), eq(hallTable.version, version)))
      .returning({ id: hallTable.id })
    if (changed.length === 0) return false
    await putPractices(tx, id, practices)
    return true
  })
}

const notes = statement<TableNote & Record<string, unknown>>(
  'olympiad.tableNotes',
  `select id, kind, words, statement, written_at as "writtenAt" from olympiad.table_note
    where hall_table = $1 order by written_at, id`,
)

/** What was said at a table, in the order it was written down. */
export const notesOf: (db: Db, table: string) => Promise<TableNote[]> = notes

/** Writes down what was said. */
export async function addNote(db: Db, table: string, words: string, by: string, at: Date): Promise<void> {
  await db.insert(tableNote).values({ hallTable: table, kind: 'note', words, writtenBy: by, writtenAt: at })
}

/** A note has become a sentence, or a reason for one; once. False when it was that already. */
export async function noteBecame(
  db: Db,
  { id }: Pick<TableNote, 'id'>,
  kind: 'statement' | 'reason',
  sentence: string,
): Promise<boolean> {
  const became = await db
    .update(tableNote)
    .set({ kind, statement: sentence })
    .where(and(eq(tableNote.id, id), eq(tableNote.kind, 'note')))
    .returning({ id: tableNote.id })
  return became.length === 1
}

/** Takes a note away that nothing was made of. */
export async function removeNote(db: Db, { id }: Pick<TableNote, 'id'>): Promise<void> {
  await db.delete(tableNote).where(and(eq(tableNote.id, id), eq(tableNote.kind, 'note')))
}

const sentences = statement<{ id: string; plain: string }>(
  'olympiad.tableSentences',
  `select s.id, t.plain from olympiad.statement s
    join lateral (select plain from olympiad.statement_text where statement = s.id order by version desc limit 1) t on true
    where not exists (select from olympiad.ending e where e.subject = s.id)
      and (s.working_group in (select working_group from olympiad.olympiad_group where olympiad = $1)
        or s.id in (select rs.statement from olympiad.round_statement rs join olympiad.round r on r.id = rs.round
          where r.olympiad = $1)
        or s.id in (select n.statement from olympiad.table_note n join olympiad.hall_table h on h.id = n.hall_table
          where h.olympiad = $1))
    order by s.made_at, s.id`,
)

/** The sentences a note can be a reason for: those of this Olympiade that are still there. */
export const sentencesAt: (db: Db, olympiad: string) => Promise<{ id: string; plain: string }[]> = sentences

const reasons = statement<{ statement: string; words: string; number: number }>(
  'olympiad.tableReasons',
  `select n.statement, n.words, h.number from olympiad.table_note n join olympiad.hall_table h on h.id = n.hall_table
    where h.olympiad = $1 and n.kind = 'reason' order by h.number, n.written_at, n.id`,
)

/** What was said at tables about sentences, with the number of the table and without who. */
export const tableReasons: (
  db: Db,
  olympiad: string,
) => Promise<{ statement: string; words: string; number: number }[]> = reasons
