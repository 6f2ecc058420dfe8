import { type Db, statement } from '../foundation/db/index.ts'
import { sendJob } from '../foundation/jobs/index.ts'
import type { Hand } from './hand.ts'
import { type CourseWish, wishWords } from './import.comparison.ts'
import { storable } from './import.json.ts'
import { type Counts, type Import, importState, isBusy, type Outcome, type ReportRow } from './import.ts'
import type { OfferingText } from './offering.ts'

const COLUMNS = `import.id, import.provider, import.address, import.name, import.begun_at as "begunAt",
  import.begun_by as "begunBy", fetched.fetched_at as "fetchedAt", reading.read_at as "readAt", coalesce(reading.fault, '') as fault,
  coalesce(reading.remarks, '{}') as remarks,
  case when report.import is not null then json_build_object('new', report.new, 'changed', report.changed,
    'same', report.same, 'refused', report.refused, 'gone', report.gone) end as counts,
  acceptance.accepted_at as "acceptedAt", acceptance.accepted_by as "acceptedBy",
  coalesce(acceptance.ends_gone, false) as "endsGone", acceptance.ended_at as "setAt",
  undoing.begun_at as "undoingAt", undoing.begun_by as "undoneBy", undoing.ended_at as "undoneAt",
  coalesce(undoing.kept, 0) as kept`
const FROM = `training.import left join training.import_reading as reading on reading.import = import.id
  left join training.import_fetch as fetched on fetched.import = import.id
  left join training.import_report as report on report.import = import.id
  left join training.import_acceptance as acceptance on acceptance.import = import.id
  left join training.import_undoing as undoing on undoing.import = import.id`

type Row = Import & Record<string, unknown>

const byId = statement<Row>('training.import', `select ${COLUMNS} from ${FROM} where import.id = $1`)
const ofProvider = statement<Row>(
  'training.importsOf',
  `select ${COLUMNS} from ${FROM} where import.provider = $1 order by import.begun_at desc, import.id
   limit $2 offset $3`,
)
const countedOf = statement<{ count: number }>(
  'training.countImportsOf',
  'select count(*)::int as count from training.import where provider = $1',
)
const hold = statement('training.holdImport', 'select from training.import where id = $1 for update')
// As importState of import.ts says it.
const TO_FETCH = 'import.address is not null and fetched.import is null and reading.import is null'
const unfetched = statement<{ id: string }>(
  'training.unfetchedImports',
  `select import.id from ${FROM} where ${TO_FETCH} order by import.begun_at limit $1`,
)
const busy = statement<{ id: string }>(
  'training.busyImports',
  `select import.id from ${FROM} where undoing.ended_at is null and not (${TO_FETCH})
     and (report.import is null or (acceptance.import is not null and acceptance.ended_at is null)
       or undoing.import is not null) order by import.begun_at limit 100`,
)

/** An import, with everything that was done about it. */
export const readImport = async (db: Db, id: string): Promise<Import | undefined> => (await byId(db, id))[0]

/** The same, held until the end of the transaction: what is decided about it follows each other. */
export async function holdImport(tx: Db, id: string): Promise<Import | undefined> {
  await hold(tx, id)
  return readImport(tx, id)
}

/** The imports of a provider, newest first: `most` of them after the first `skip`. */
export const importsOf = (db: Db, provider: string, part: { skip: number; most: number }): Promise<Import[]> =>
  ofProvider(db, provider, part.most, part.skip)

/** How many imports a provider has. */
export const countImportsOf = async (db: Db, provider: string): Promise<number> =>
  (await countedOf(db, provider))[0]?.count ?? 0

/** So many of the newest are looked at for what still goes on. */
const NEWEST = 50

/** What goes on by itself for a provider now. */
export const busyImportsOf = async (db: Db, provider: string): Promise<Import[]> =>
  (await importsOf(db, provider, { skip: 0, most: NEWEST })).filter((one) => isBusy(importState(one)))

/** Imports that somebody has to go on with. */
export const busyImports = async (db: Db): Promise<string[]> => (await busy(db)).map(({ id }) => id)

/** Imports whose bytes nobody has fetched yet, those that wait longest first. */
export const unfetchedImports = async (db: Db, most: number): Promise<string[]> =>
  (await unfetched(db, most)).map(({ id }) => id)

const insert = statement<{ id: string }>(
  'training.beginImport',
  'insert into training.import (provider, address, name, begun_at, begun_by) values ($1, $2, $3, $4, $5) returning id',
)
const putPiece = statement(
  'training.putImportPiece',
  'insert into training.import_piece (import, no, bytes) values ($1, $2, $3)',
)

/** Bytes lie in rows of this size, so that nothing has to hold a whole file. */
const PIECE = 256 * 1024

/** Notes that a catalogue comes in. Its bytes follow; `sendImport` sets it going. */
export async function beginImport(
  tx: Db,
  of: { provider: string; address: string | null; name: string },
  { by, at }: Hand,
): Promise<string> {
  const [row] = await insert(tx, of.provider, of.address, storable(of.name.slice(0, 300)), at, by)
  if (!row) throw new Error('An import was begun and is not there.')
  return row.id
}

/** Lays bytes of an import away, behind those that are there. Returns the number for the next piece. */
export async function keepBytes(db: Db, id: string, bytes: Uint8Array, from = 0): Promise<number> {
  let no = from
  for (let at = 0; at < bytes.length; at += PIECE) {
    await putPiece(db, id, no, bytes.subarray(at, at + PIECE))
    no += 1
  }
  return no
}

/** Has the bytes of an import fetched from its address, once this transaction is there for everyone. */
export const sendFetch = (tx: Db, id: string): Promise<void> => sendJob(tx, 'training-fetch', { import: id })

const fetched = statement(
  'training.endImportFetch',
  'insert into training.import_fetch (import, fetched_at) values ($1, $2) on conflict do nothing',
)

const begin = statement<{ no: number }>(
  'training.beginImportTry',
  `insert into training.import_try (import, work, no, begun_at)
   select $1, $2, count(*) + 1, $3 from training.import_try where import = $1 and work = $2 returning no`,
)

/** Notes that work on an import begins. Returns the how manieth time that is. */
export const beginTry = async (db: Db, id: string, work: 'fetching' | 'reading', at: Date): Promise<number> =>
  (await begin(db, id, work, at))[0]?.no ?? 1

/** Notes that the bytes of an import lie here. */
export const endFetch = async (tx: Db, id: string, at: Date): Promise<void> => void (await fetched(tx, id, at))

/** Lets the work on an import go on, once this transaction is there for everyone. */
export const sendImport = (tx: Db, id: string): Promise<void> => sendJob(tx, 'training-import', { import: id })

const nextPiece = statement<{ bytes: Buffer }>(
  'training.importPiece',
  'select bytes from training.import_piece where import = $1 and no = $2',
)

/** The bytes of an import, piece by piece. */
export async function* importBytes(db: Db, id: string): AsyncGenerator<Buffer> {
  for (let no = 0; ; no += 1) {
    const [row] = await nextPiece(db, id, no)
    if (!row) return
    yield row.bytes
  }
}

const progress = statement<{ items: number; done: number }>(
  'training.importProgress',
  `select count(*)::int as items,
     count(*) filter (where case when $2 = 'undoing' then undone_at is not null when $2 = 'setting' then done_at is not null
       else outcome is not null end)::int as done
   from training.import_item where import = $1`,
)

/** How far the work on an import is: items read, and of those how many are done with. */
export async function importProgress(db: Db, id: string, state: string): Promise<{ items: number; done: number }> {
  const [row] = await progress(db, id, state)
  return row ?? { items: 0, done: 0 }
}

/** What is new comes with its text: what will stand here is said beside it. */
type Listed = ReportRow & Record<string, unknown> & { wish: CourseWish | OfferingText | null }
const LISTED = `no, kind, place, code, title, outcome, words, target, case when outcome = 'new' then given end as wish`

const withWish = ({ wish, ...row }: Listed): ReportRow =>
  wish === null
    ? row
    : { ...row, words: [wishWords({ kind: row.kind, text: wish } as Parameters<typeof wishWords>[0]), ...row.words] }

const rows = statement<Listed>(
  'training.importRows',
  `select ${LISTED} from training.import_item
   where import = $1 and outcome = $2 order by no limit $3 offset $4`,
)
const someRows = statement<Listed>(
  'training.importRowsBetween',
  `select ${LISTED} from training.import_item
   where import = $1 and no >= $2 and no < $3 and outcome is not null order by no`,
)
const lastNo = statement<{ last: number }>(
  'training.lastImportRow',
  'select coalesce(max(no), -1)::int as last from training.import_item where import = $1',
)

/** Rows of one page of a report. */
export const ROWS_PER_PAGE = 50

/** What a report says of the items with one outcome, page by page. */
export const reportRows = async (db: Db, id: string, outcome: Outcome, page: number): Promise<ReportRow[]> =>
  (await rows(db, id, outcome, ROWS_PER_PAGE, (page - 1) * ROWS_PER_PAGE)).map(withWish)

/** The items with a number from `from` up to `until`. */
export const reportRowsBetween = async (db: Db, id: string, from: number, until: number): Promise<ReportRow[]> =>
  (await someRows(db, id, from, until)).map(withWish)

/** The number of the last item; -1 when there is none. */
export const lastItem = async (db: Db, id: string): Promise<number> => (await lastNo(db, id))[0]?.last ?? -1

const putAcceptance = statement(
  'training.acceptImport',
  `insert into training.import_acceptance (import, accepted_at, accepted_by, ends_gone) values ($1, $2, $3, $4)
   on conflict do nothing`,
)
const putUndoing = statement(
  'training.undoImport',
  'insert into training.import_undoing (import, begun_at, begun_by) values ($1, $2, $3) on conflict do nothing',
)

/** "Zet dit in je aanbod." Saying it twice changes nothing. */
export async function acceptImport(tx: Db, id: string, endsGone: boolean, { by, at }: Hand): Promise<void> {
  await putAcceptance(tx, id, at, by, endsGone)
  await sendImport(tx, id)
}

/** Asks to put everything back. */
export async function undoImport(tx: Db, id: string, { by, at }: Hand): Promise<void> {
  await putUndoing(tx, id, at, by)
  await sendImport(tx, id)
}

const sweep = statement<{ id: string }>(
  'training.sweepImports',
  `delete from training.import_item using training.import where import.id = import_item.import and begun_at < $1
     and import_item.ctid = any (array(select item.ctid from training.import_item as item
       join training.import as old on old.id = item.import where old.begun_at < $1 limit 5000))
   returning import.id`,
)

/** Lets the rows of old imports go, some thousands at a time; what they did stays, and so does the line that tells of them. */
export async function sweepImports(db: Db, before: Date): Promise<number> {
  let gone = 0
  for (;;) {
    const rows = await sweep(db, before)
    gone += rows.length
    if (rows.length === 0) return gone
  }
}

/** What a report counted, as its row. */
export const countsOf = ({ new: fresh, changed, same, refused, gone }: Counts): number[] => [
  fresh,
  changed,
  same,
  refused,
  gone,
]
