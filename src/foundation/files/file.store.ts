import type { Config } from '../config.ts'
import { afterRollback, type Db, inTransaction, statement } from '../db/index.ts'
import { found, Refusal, refuse } from '../http/index.ts'
import { sendJob } from '../jobs/index.ts'
import { drawBytes, sha256 } from '../seal.ts'
import { outerFault } from './inspection.outer.ts'
import { cleanName, type FileKind } from './kind.ts'
import { inspectApart } from './process.ts'
import { scan } from './scanner.ts'
import { SENTENCE } from './sentence.ts'
import { storageOf } from './storage-of.ts'

/** Whether a file may be taken along: not while the scanner has not spoken, never when it found something. */
export type FileStanding = 'ready' | 'waiting' | 'infected'

/** A file as it is kept. */
export interface StoredFile {
  id: string
  kind: FileKind
  /** As it was given, cleaned: to be shown, never to be used as a path. */
  name: string
  /** In bytes, as kept. */
  size: number
  sha256: string
  /** Of a picture, in pixels. */
  width: number | null
  height: number | null
  standing: FileStanding
  createdAt: Date
  createdBy: string | null
}

/** A file as it comes in. */
export interface FileReceipt {
  config: Config
  bytes: Buffer
  name: string
  /** Kinds that will do here; all of them unless told. */
  kinds?: readonly FileKind[]
  /** A picture becomes a jpeg of at most 1,600 pixels a side, whatever it was: for documents, which take it as it is kept. */
  as?: 'jpeg' | undefined
  /** Who sent it; undefined for someone who is not signed in. */
  by: string | undefined
  /** Whose 500 MB it counts for: the thing it belongs to. Unless told: whoever sent it. */
  account?: string | undefined
  at: Date
}

/** Source: reliability U2. In bytes. */
export const QUOTA = 500 * 1024 * 1024

interface Row {
  id: string
  storage_key: string
  kind: FileKind
  name: string
  size: number
  sha256: string
  width: number | null
  height: number | null
  quarantined: boolean
  outcome: 'clean' | 'infected' | null
  created_at: Date
  created_by: string | null
}

const COLUMNS = `f.id, f.storage_key, f.kind, f.name, f.size, f.sha256, f.width, f.height, f.quarantined, s.outcome, f.created_at, f.created_by`

const byIds = statement<Row>(
  'house.file.byIds',
  `select ${COLUMNS} from house.file f left join house.file_scan s on s.file = f.id where f.id = any($1::uuid[])`,
)

function fileOf(row: Row): StoredFile {
  const { id, kind, name, size, width, height } = row
  const standing =
    row.outcome === 'infected' ? 'infected' : row.quarantined && row.outcome === null ? 'waiting' : 'ready'
  return {
    id,
    kind,
    name,
    size,
    sha256: row.sha256,
    width,
    height,
    standing,
    createdAt: row.created_at,
    createdBy: row.created_by,
  }
}

/**
 * Takes a file in: looks into it in a process apart, cleans it, lets the scanner look where there is one, writes it, and
 * notes it. Row and bytes come together or not at all: when the transaction is rolled back, the bytes go.
 * @throws Refusal 400 with one clear sentence when it can't be accepted, 413 when too large, 503 when we can't keep it now
 */
export async function receiveFile(db: Db, receipt: FileReceipt): Promise<StoredFile> {
  return keepFile(db, receipt, await inspectFile(db, receipt))
}

/** A file that was looked into and may be kept. */
export interface InspectedFile {
  bytes: Buffer
  kind: FileKind
  width: number | undefined
  height: number | undefined
  clean: boolean
  /** It waits for a scanner, whether there is one now or not. */
  waits?: boolean
}

/** The first half of `receiveFile`, which takes seconds: for whoever does not want to hold a lock meanwhile. Keeps nothing. */
export async function inspectFile(db: Db, receipt: FileReceipt): Promise<InspectedFile> {
  const { config, name } = receipt
  const outer = outerFault(name, receipt.bytes.length, receipt.kinds)
  if (outer !== undefined) refuse(outer === SENTENCE.large ? 413 : 400, outer)
  const account = receipt.account ?? receipt.by
  if (account !== undefined) await withinQuota(db, account, 0)
  const verdict = await inspectApart(name, receipt.bytes, receipt.as)
  if (!verdict.good) return refuse(400, verdict.sentence)
  const { scanner } = config.files
  const outcome = scanner && (await scan(scanner, verdict.bytes))
  if (outcome === 'infected') refuse(400, SENTENCE.virus)
  const { bytes, kind, width, height } = verdict
  return { bytes, kind, width, height, clean: outcome === 'clean' }
}

/** The second half: writes the bytes and notes the file. */
export async function keepFile(db: Db, receipt: FileReceipt, inspected: InspectedFile): Promise<StoredFile> {
  const { config, name, at } = receipt
  const account = receipt.account ?? receipt.by
  const { bytes, kind } = inspected
  return inTransaction(db, async (tx) => {
    if (account !== undefined) await withinQuota(tx, account, bytes.length)
    const key = await kept(tx, config, bytes)
    const { rows } = await tx.$client.query<{ id: string }>(
      `insert into house.file
         (storage_key, kind, name, size, sha256, width, height, account, quarantined, created_at, created_by)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11) returning id`,
      [
        key,
        kind,
        cleanName(name),
        bytes.length,
        sha256(bytes),
        inspected.width ?? null,
        inspected.height ?? null,
        account ?? null,
        config.files.scanner !== undefined || inspected.waits === true,
        at,
        receipt.by ?? null,
      ],
    )
    const id = rows[0]?.id ?? ''
    if (inspected.clean) await noteScan(tx, id, 'clean', at)
    return found((await fileFacts(tx, [id])).get(id))
  })
}

/**
 * Keeps a file once more, as another file that counts for itself. It was looked into already; what the scanner has not
 * spoken of yet waits again. Undefined when it is not there, or the scanner found something.
 * @throws Refusal 400 when there is no room for it, 503 when we can't keep it now
 */
export async function copyFile(
  db: Db,
  id: string,
  receipt: Omit<FileReceipt, 'bytes' | 'name'>,
): Promise<StoredFile | undefined> {
  const [row] = await byIds(db, [id])
  if (!row || row.outcome === 'infected') return undefined
  const bytes = await storageOf(receipt.config).read(row.storage_key)
  if (bytes === undefined) return undefined
  const { name, kind } = row
  const size = { width: row.width ?? undefined, height: row.height ?? undefined }
  const inspected = { bytes, kind, ...size, clean: row.outcome === 'clean', waits: row.quarantined }
  return keepFile(db, { ...receipt, bytes, name }, inspected)
}

/** Writes the bytes; they go again when this transaction does not come to a good end. */
async function kept(tx: Db, config: Config, bytes: Buffer): Promise<string> {
  const key = drawBytes(16).toString('hex')
  const storage = storageOf(config)
  afterRollback(tx, () => storage.remove(key).catch(() => undefined))
  try {
    await storage.write(key, bytes)
  } catch {
    refuse(503, SENTENCE.storage, 60_000)
  }
  return key
}

/** Two uploads at once wait for each other here, so that they can't fill the same room. */
async function withinQuota(db: Db, account: string, more: number): Promise<void> {
  if (more > 0) await db.$client.query('select pg_advisory_xact_lock(hashtextextended($1, 9))', [account])
  const { rows } = await db.$client.query<{ size: string }>(
    'select coalesce(sum(size), 0) as size from house.file where account = $1',
    [account],
  )
  if (Number(rows[0]?.size) + more > QUOTA) throw new Refusal(400, SENTENCE.quota)
}

/** Notes what the scanner said. */
export async function noteScan(db: Db, file: string, outcome: 'clean' | 'infected', at: Date): Promise<void> {
  await db.$client.query(
    'insert into house.file_scan (file, outcome, scanned_at) values ($1, $2, $3) on conflict (file) do nothing',
    [file, outcome, at],
  )
}

/** Files by id; what is not there is absent. */
export async function fileFacts(db: Db, ids: readonly string[]): Promise<Map<string, StoredFile>> {
  if (ids.length === 0) return new Map()
  return new Map((await byIds(db, ids)).map((row) => [row.id, fileOf(row)]))
}

/** The bytes of a file that may be taken along; undefined when it is not there, still waits, or is infected. */
export async function readFile(db: Db, config: Config, id: string): Promise<Buffer | undefined> {
  const [row] = await byIds(db, [id])
  if (!row || fileOf(row).standing !== 'ready') return undefined
  return storageOf(config)
    .read(row.storage_key)
    .catch(() => refuse(503, SENTENCE.unreachable, 60_000))
}

/** Removes a file: the row now, the bytes once that is committed. */
export async function removeFile(db: Db, id: string): Promise<void> {
  await inTransaction(db, async (tx) => {
    const { rows } = await tx.$client.query<{ storage_key: string }>(
      'delete from house.file where id = $1 returning storage_key',
      [id],
    )
    for (const { storage_key } of rows) await sendJob(tx, 'file-removal', { key: storage_key })
  })
}

/** Takes someone's name off the files they sent, when the account is erased; the files belong to what they came with. */
export async function forgetSender(db: Db, person: string): Promise<void> {
  await db.$client.query(
    `update house.file set created_by = null, account = nullif(account, created_by) where created_by = $1`,
    [person],
  )
}
