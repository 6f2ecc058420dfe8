import type { Db } from '../foundation/db/index.ts'
import { statement } from '../foundation/db/index.ts'
import { imprint, text } from './standards.tables.ts'

/** Anything that can stand as the words of a framework, edition, standard, crosswalk, competence or vocabulary. */
export type Words = object

export interface Version {
  subject: string
  version: number
  body: Words
}

export interface Print {
  item: string
  revision: string
  number: number
}

/** The newest words of a subject, with the print of them when they were published. */
export interface Newest extends Version {
  id: string
  writtenBy: string | null
  item: string | null
  revision: string | null
  number: number | null
}

const newestRows = statement<Newest>(
  'standards.newest-texts',
  `select distinct on (t.subject) t.id, t.subject, t.version, t.body, t.written_by as "writtenBy", i.item, i.revision, i.number
     from standards.text t left join standards.imprint i on i.text = t.id
    order by t.subject, t.version desc`,
)

/** The newest words of everything there is. */
export async function newestTexts(db: Db): Promise<Map<string, Newest>> {
  return new Map((await newestRows(db)).map((row) => [row.subject, row]))
}

/**
 * Adds a version. Every version number is taken once, so of two people who wrote on top of the same version only the
 * first is saved: undefined says that somebody else came first.
 */
export async function addVersion(
  db: Db,
  { subject, version, body }: Version,
  { by, at }: { by: string | null; at: Date },
): Promise<{ id: string } | undefined> {
  const [row] = await db
    .insert(text)
    .values({ subject, version, body, writtenBy: by, writtenAt: at })
    .onConflictDoNothing({ target: [text.subject, text.version] })
    .returning({ id: text.id })
  return row
}

/** Says that these words were published, and as which revision. */
export async function addImprint(
  db: Db,
  words: { id: string; subject: string; version: number },
  print: Print,
  at: Date,
): Promise<void> {
  await db.insert(imprint).values({
    text: words.id,
    subject: words.subject,
    version: words.version,
    ...print,
    printedAt: at,
  })
}

/** Two texts say the same when their JSON does, whatever the order of their keys. */
export function sameWords(a: unknown, b: unknown): boolean {
  return ordered(a) === ordered(b)
}

/** A text as one string that is the same whatever the order of its keys. */
export function ordered(value: unknown): string {
  return JSON.stringify(value, (_key, part: unknown) =>
    part !== null && typeof part === 'object' && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  )
}
