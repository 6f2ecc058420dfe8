import { after, HOUR } from '../clock.ts'
import { eachRow, type Job, type JobDeps } from '../jobs/index.ts'
import { noteScan } from './file.store.ts'
import { scan } from './scanner.ts'
import { storageOf } from './storage-of.ts'

/** Bytes younger than this may belong to an upload that is still under way. */
const SETTLED = HOUR
/** Files looked at per round. */
const ROUND = 50
/** So often in a row, or of all there are, nothing was said of a file: then it is the scanner that is away, and not the file that is hard. */
const SILENCES = 3

/** Scanning what waits, removing what was let go, and sweeping bytes that no row tells of. */
export function fileJobs(): Job[] {
  return [
    { queue: 'file-scan', cron: '*/5 * * * *', work: scanWaiting },
    {
      queue: 'file-removal',
      work: async ({ config }, { key }) => {
        if (typeof key === 'string') await storageOf(config).remove(key)
      },
    },
    { queue: 'file-sweep', cron: '50 3 * * *', work: sweepFiles },
  ]
}

/**
 * A file that is found infected loses its bytes at once; its rows tell why. In no order: of which nothing can be said, and
 * of which the bytes are gone, would else stand in front of the others for ever.
 */
export async function scanWaiting({ db, config, now, log }: JobDeps): Promise<void> {
  const { scanner } = config.files
  const { rows } = await db.$client.query<{ id: string; storage_key: string }>(
    `select f.id, f.storage_key from house.file f left join house.file_scan s on s.file = f.id
     where f.quarantined and s.file is null order by random() limit $1`,
    [ROUND],
  )
  if (rows.length === 0) return
  if (!scanner) return log.warn({ files: rows.length }, 'files wait for a scanner that is no longer set')
  const storage = storageOf(config)
  const most = Math.min(SILENCES, rows.length)
  let silences = 0
  function* asLongAsItSpeaks() {
    for (const row of rows) if (silences < most) yield row
  }
  await eachRow({ log, what: 'scan a file', name: ({ id }) => id }, asLongAsItSpeaks(), async (row) => {
    const bytes = await storage.read(row.storage_key)
    if (!bytes) return log.warn({ file: row.id }, 'bytes of a waiting file are gone')
    const outcome = await scan(scanner, bytes)
    silences = outcome ? 0 : silences + 1
    if (!outcome) return
    if (outcome === 'infected') await storage.remove(row.storage_key)
    await noteScan(db, row.id, outcome, now)
  })
  if (silences === most) log.warn({ files: rows.length }, 'scanner says nothing, files wait')
}

/** What a crash left behind: bytes without a row, and halves of uploads. */
export async function sweepFiles({ db, config, now, log }: JobDeps): Promise<void> {
  const storage = storageOf(config)
  await eachRow({ log, what: 'sweep a file', name: ({ key }) => key }, storage.all(), async ({ key, writtenAt }) => {
    if (writtenAt > after(now, -SETTLED)) return
    const { rowCount } = await db.$client.query('select from house.file where storage_key = $1', [key])
    if (rowCount === 0) await storage.remove(key)
  })
}
