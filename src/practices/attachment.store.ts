import { type Db, statement } from '../foundation/db/index.ts'
import { fileFacts, removeFile } from '../foundation/files/index.ts'
import type { Attachment, FilePlace } from './attachment.ts'
import { attachment } from './intake.tables.ts'

interface Row extends Record<string, unknown> {
  id: string
  nomination: string
  file: string
  title: string
  attached_at: Date
}

const ofNomination = statement<Row>(
  'practices.attachment.ofNomination',
  'select id, nomination, file, title, attached_at from practices.attachment where nomination = $1 order by attached_at, id',
)

/** The documents of a nomination, oldest first. */
export async function attachmentsOf(db: Db, nomination: string): Promise<Attachment[]> {
  const rows = await ofNomination(db, nomination)
  const files = await fileFacts(
    db,
    rows.map(({ file }) => file),
  )
  return rows.flatMap(({ id, title, attached_at, ...row }) => {
    const file = files.get(row.file)
    return file ? [{ id, nomination: row.nomination, title, file, attachedAt: attached_at }] : []
  })
}

/** Ties a received file to a nomination. */
export async function attach(
  db: Db,
  document: { nomination: string; file: string; title: string; by: string | undefined; at: Date },
): Promise<void> {
  const { nomination, file, title, by, at } = document
  await db.insert(attachment).values({ nomination, file, title, attachedAt: at, attachedBy: by ?? null })
}

const untie = statement<{ file: string }>(
  'practices.attachment.untie',
  'delete from practices.attachment where nomination = $1 and ($2::uuid is null or id = $2) returning file',
)

/** Takes a document away, file and all; false when this nomination has no such document. */
export async function detach(db: Db, nomination: string, id: string): Promise<boolean> {
  const gone = await untie(db, nomination, id)
  for (const { file } of gone) await removeFile(db, file)
  return gone.length > 0
}

/** Takes every document of a nomination away: when it is erased. */
export async function detachAll(db: Db, nomination: string): Promise<void> {
  for (const { file } of await untie(db, nomination, null)) await removeFile(db, file)
}

// A picture counts as published while the newest flyer shows it: one that was chosen since is not out yet.
const places = statement<FilePlace & Record<string, unknown>>(
  'practices.file.places',
  `select a.nomination, null::uuid as owner, w.nomination is not null as withdrawn, false as published,
     coalesce((select array_agg(r.reader::text) from practices.assignment r
       join practices.interest i on i.assignment = r.id and not i.conflicted where r.nomination = a.nomination), '{}')
       as readers
   from practices.attachment a left join practices.nomination_withdrawal w on w.nomination = a.nomination
   where a.file = $1
   union all
   select p.nomination, p.owner, false, exists (select from practices.listing l where l.practice = p.id), '{}'
   from practices.take_along t join practices.practice p on p.id = t.practice where t.file = $1
   union all
   select p.nomination, p.owner, false, false, '{}'
   from practices.flyer_picture f join practices.practice p on p.id = f.practice where f.file = $1
   union all
   select p.nomination, p.owner, false, true, '{}'
   from practices.flyer_publication u join practices.practice p on p.id = u.practice
   where u.body #>> '{picture,file}' = $1::text and not exists (select from practices.flyer_publication later
     where later.practice = u.practice and later.no > u.no)`,
)

/** Everywhere a file of this domain is used. */
export const placesOfFile = (db: Db, file: string): Promise<FilePlace[]> => places(db, file)
