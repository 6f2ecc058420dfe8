import { type Db, inTransaction, statement } from '../foundation/db/index.ts'
import { storable, storableJson } from './import.json.ts'
import { readApart } from './import.process.ts'
import type { ImportItem } from './import.row.ts'
import { beginTry, importBytes } from './import.store.ts'
import { MOST_TRIES } from './import.ts'
import { offeringTitle } from './import.words.ts'

/** Items kept at one time. */
const PORTION = 1_000

const forget = statement('training.forgetImportItems', 'delete from training.import_item where import = $1')
const put = statement(
  'training.putImportItems',
  `insert into training.import_item (import, no, kind, place, code, key, title, given, outcome, words)
   select $1, no, kind, place, code, key, title, given, case when cardinality(faults) > 0 then 'refused' end, faults
   from jsonb_to_recordset($2::jsonb) as item (no integer, kind text, place text, code text, key text, title text,
     given jsonb, faults text[])`,
)
const end = statement(
  'training.endImportReading',
  'insert into training.import_reading (import, read_at, fault, remarks) values ($1, $2, $3, $4)',
)
const forgetBytes = statement('training.forgetImportBytes', 'delete from training.import_piece where import = $1')

const row = (item: ImportItem, no: number) => ({
  ...item,
  no,
  title: item.kind === 'course' ? (item.given.title ?? '') : offeringTitle(item.given),
})

const STOPPED_TOO_OFTEN = `We begonnen ${MOST_TRIES} keer met lezen, en elke keer werd het afgebroken. Meestal is een bestand dan te groot voor onze server. Stuur het in delen, of probeer het morgen nog eens. Lukt dat niet? Mail ons, via “Contact” onderaan deze pagina.`

/**
 * Reads the bytes of an import into items. Whoever was killed half way begins again, a few times: nothing was done with
 * them yet.
 */
export async function readItems(db: Db, id: string, now: Date): Promise<void> {
  const isTooOften = (await beginTry(db, id, 'reading', now)) > MOST_TRIES
  await forget(db, id)
  if (isTooOften) return endReading(db, id, now, { fault: STOPPED_TOO_OFTEN })
  let no = 0
  let fault = ''
  const remarks: string[] = []
  let portion: ReturnType<typeof row>[] = []
  for await (const read of readApart(importBytes(db, id))) {
    if ('fault' in read) {
      fault = read.fault
      continue
    }
    if ('remark' in read) {
      remarks.push(storable(read.remark))
      continue
    }
    portion.push(row(read.item, no))
    no += 1
    if (portion.length < PORTION) continue
    await put(db, id, storableJson(portion))
    portion = []
  }
  await endReading(db, id, now, { fault, remarks }, portion)
}

/** How the reading went: why it was not all, and what was left unread, as sentences. */
interface Ending {
  fault: string
  remarks?: string[]
}

/** Notes that there is nothing more to read of an import, and how that went. */
export async function endReading(db: Db, id: string, now: Date, ending: Ending, last: object[] = []): Promise<void> {
  await inTransaction(db, async (tx) => {
    if (last.length > 0) await put(tx, id, storableJson(last))
    await end(tx, id, now, ending.fault, ending.remarks ?? [])
    await forgetBytes(tx, id)
  })
}
