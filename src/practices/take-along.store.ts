import { type Db, statement } from '../foundation/db/index.ts'
import { fileFacts, removeFile, type StoredFile } from '../foundation/files/index.ts'
import { contentChanged } from '../foundation/http/index.ts'
import type { TakeAlong } from './take-along.ts'

const ofPractice = statement<TakeAlong & Record<string, unknown>>(
  'practices.takeAlongs',
  `select id, kind, title, licence, file, url from practices.take_along where practice = $1
   order by array_position(array['plan', 'handbook', 'materials'], kind), added_at, id`,
)

/** What people may take along of a practice, with the facts of its file; a file that is not ready is left out. */
export async function takeAlongsOf(db: Db, practice: string): Promise<(TakeAlong & { facts?: StoredFile })[]> {
  const rows = await ofPractice(db, practice)
  const facts = await fileFacts(
    db,
    rows.flatMap(({ file }) => file ?? []),
  )
  return rows.flatMap((row) => {
    const of = row.file === null ? undefined : facts.get(row.file)
    if (row.file !== null && of?.standing !== 'ready') return []
    return [{ ...row, ...(of ? { facts: of } : {}) }]
  })
}

const add = statement<{ id: string }>(
  'practices.addTakeAlong',
  `insert into practices.take_along (practice, kind, title, licence, file, url, added_at, added_by)
   values ($1, $2, $3, $4, $5, $6, $7, $8) returning id`,
)

/** Adds something to take along: a file or an address. */
export async function addTakeAlong(
  db: Db,
  practice: string,
  one: Omit<TakeAlong, 'id'>,
  { by, at }: { by: string | null; at: Date },
): Promise<void> {
  await add(db, practice, one.kind, one.title, one.licence, one.file, one.url, at, by)
  await contentChanged(db)
}

const drop = statement<{ file: string | null }>(
  'practices.dropTakeAlong',
  'delete from practices.take_along where practice = $1 and id = $2 returning file',
)

/** Takes it away, file and all; false when there is none. */
export async function dropTakeAlong(db: Db, practice: string, id: string): Promise<boolean> {
  const [gone] = await drop(db, practice, id)
  if (!gone) return false
  if (gone.file !== null) await removeFile(db, gone.file)
  await contentChanged(db)
  return true
}
