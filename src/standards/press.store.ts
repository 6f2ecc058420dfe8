import type { Db } from '../foundation/db/index.ts'
import { type LinkTo, publishRevision } from '../thread/index.ts'
import type { Front } from './front.ts'
import { addImprint, addVersion, type Print, type Words } from './text.store.ts'

/** A text that is ready to be published, with everything it rests on. */
export interface Copy {
  subject: string
  version: number
  item: string
  body: Words
  front: Front
  links: LinkTo[]
  fictional: boolean
}

/** Who publishes and when; `draft` carries out what was decided about its impact. */
export interface Press {
  by: string | null
  at: Date
  draft?: string
}

/** Makes a revision of the words; the same words again give the revision that is already there. */
export async function publish(
  db: Db,
  { item, body, front, links, fictional }: Copy,
  { by, at, draft }: Press,
): Promise<Print> {
  const { words, facets, ...said } = front
  const { revision, number } = await publishRevision(db, {
    ...said,
    item,
    body: JSON.parse(JSON.stringify(body)),
    links,
    by,
    at,
    fictional,
    search: { text: words, ...(facets ? { facets } : {}) },
    ...(draft ? { draft } : {}),
  })
  return { item, revision, number }
}

/** Publishes a text that is already written down. */
export async function print(db: Db, id: string, copy: Copy, press: Press): Promise<Print> {
  const made = await publish(db, copy, press)
  await addImprint(db, { id, subject: copy.subject, version: copy.version }, made, press.at)
  return made
}

/** Writes a text down and publishes it at once: for the content folder, that others have read before. */
export async function writeAndPrint(db: Db, copy: Copy, press: Press): Promise<Print> {
  const row = await addVersion(db, copy, press)
  if (!row) throw new Error(`Version ${copy.version} of ${copy.front.url} exists already`)
  return print(db, row.id, copy, press)
}
