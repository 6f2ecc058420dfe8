import { and, eq, sql } from 'drizzle-orm'
import { type Db, statement } from '../foundation/db/index.ts'
import { type Item, type Revision, readItem, revisionsOf, utterances } from '../thread/index.ts'
import {
  type DescriptionBody,
  type DescriptionVersion,
  emptySections,
  type PublishedDescription,
  type SectionDrafts,
  type Spoken,
} from './description.ts'
import type { PassageDraft } from './passage.ts'
import { description, descriptionSection } from './practices.tables.ts'
import { isSection, type Section } from './section.ts'

/** Who does something, and when. `by` is null where a code opened the page. */
export interface Doer {
  by: string | null
  at: Date
}

/** One version of a description while it is being made. */
export interface DescriptionDraft {
  id: string
  practice: string
  number: number
  improved: string
  startedAt: Date
  sections: SectionDrafts
  /** The optimistic lock per section; 0 for one that was never saved. */
  versions: Record<Section, number>
  publishedAt: Date | null
}

interface DraftRow {
  id: string
  practice: string
  number: number
  improved: string
  startedAt: Date
  publishedAt: Date | null
}

const newestRow = statement<DraftRow>(
  'practices.description',
  `select d.id, d.practice, d.number, d.improved, d.started_at as "startedAt", p.published_at as "publishedAt"
   from practices.description d left join practices.description_publication p on p.description = d.id
   where d.practice = $1 order by d.number desc limit 1`,
)
const sectionRows = statement<{ section: string; passages: PassageDraft[]; version: number }>(
  'practices.descriptionSections',
  'select section, passages, version from practices.description_section where description = $1',
)

/** The newest version of a description, published or in the making. */
export async function newestDescription(db: Db, practice: string): Promise<DescriptionDraft | undefined> {
  const [row] = await newestRow(db, practice)
  if (!row) return undefined
  const sections = emptySections<PassageDraft>()
  const versions = Object.fromEntries(Object.keys(sections).map((name) => [name, 0])) as Record<Section, number>
  for (const { section, passages, version } of await sectionRows(db, row.id)) {
    if (!isSection(section)) continue
    sections[section] = passages
    versions[section] = version
  }
  return { ...row, sections, versions }
}

const copySections = statement(
  'practices.copySections',
  `insert into practices.description_section (description, section, passages, saved_at, saved_by)
   select $2, section, passages, $3, $4 from practices.description_section where description = $1`,
)

/** Begins a description, or the next version of it as a copy of the last; the one in the making when there is one. */
export async function beginDescription(db: Db, practice: string, { by, at }: Doer): Promise<DescriptionDraft> {
  const newest = await newestDescription(db, practice)
  if (newest && newest.publishedAt === null) return newest
  const number = (newest?.number ?? 0) + 1
  const [row] = await db
    .insert(description)
    .values({ practice, number, startedBy: by, startedAt: at })
    .returning({ id: description.id })
  if (newest && row) await copySections(db, newest.id, row.id, at, by)
  const begun = await newestDescription(db, practice)
  if (!begun) throw new Error('The description that was just begun is gone.')
  return begun
}

/** Keeps a section; false when someone else kept it after `version`. */
export async function saveSection(
  db: Db,
  { description, section, version }: { description: string; section: Section; version: number },
  passages: PassageDraft[],
  { by, at }: Doer,
): Promise<boolean> {
  const values = { description, section, passages, savedAt: at, savedBy: by }
  if (version === 0) {
    const made = await db
      .insert(descriptionSection)
      .values(values)
      .onConflictDoNothing()
      .returning({ section: descriptionSection.section })
    return made.length > 0
  }
  const saved = await db
    .update(descriptionSection)
    .set({ passages, savedAt: at, savedBy: by, version: sql`${descriptionSection.version} + 1` })
    .where(
      and(
        eq(descriptionSection.description, description),
        eq(descriptionSection.section, section),
        eq(descriptionSection.version, version),
      ),
    )
    .returning({ section: descriptionSection.section })
  return saved.length > 0
}

/** Keeps what is better than in the version before. */
export async function saveImproved(db: Db, id: string, improved: string): Promise<void> {
  await db.update(description).set({ improved }).where(eq(description.id, id))
}

interface VersionRow extends Omit<DescriptionVersion, 'revision'> {
  /** Id of the revision it was published as. */
  revision: string
}

const versionRows = statement<VersionRow>(
  'practices.descriptionVersions',
  `select d.number, d.improved, p.published_at as "publishedAt", p.revision
   from practices.description d join practices.description_publication p on p.description = d.id
   where d.practice = $1 order by d.number desc`,
)

/** The description that counts now, with the words of its quotes as they stand now; undefined before publication. */
export async function publishedDescription(
  db: Db,
  practice: { id: string; item: string | null },
): Promise<PublishedDescription | undefined> {
  const item = practice.item ? await readItem(db, practice.item) : undefined
  if (!item) return undefined
  const versions = await versionRows(db, practice.id)
  const [newest] = versions
  if (!newest) return undefined
  const body = bodyOf(item.revision.body)
  return {
    number: newest.number,
    revision: item.revision.id,
    improved: newest.improved,
    publishedAt: newest.publishedAt,
    body,
    quotes: await spokenIn(db, body),
    versions: await numbered(db, item, versions),
  }
}

/** The versions with the number of their revision; of the newest the revision that counts now, with the facts of now. */
async function numbered(
  db: Db,
  item: Item & { revision: Revision },
  versions: VersionRow[],
): Promise<DescriptionVersion[]> {
  const older = versions.length > 1 ? await revisionsOf(db, item.id) : []
  return versions.map(({ revision, ...version }, index) => ({
    ...version,
    revision: index === 0 ? item.latest : (older.find(({ id }) => id === revision)?.number ?? null),
  }))
}

/** A revision's body is what we published ourselves; a section that came later than it is empty. */
export function bodyOf(body: unknown): DescriptionBody {
  const { sections } = body as DescriptionBody
  return { sections: { ...emptySections(), ...sections } }
}

/** The words of every quote in a text, by utterance; null for what was taken back. */
export async function spokenIn(db: Db, { sections }: DescriptionBody): Promise<Spoken> {
  const references = Object.values(sections)
    .flat()
    .flatMap((passage) => ('quote' in passage ? [passage.quote] : []))
  const ids = references.flatMap(({ utterance, attribution }) => [utterance, ...(attribution ? [attribution.id] : [])])
  const words = await utterances(db, [...new Set(ids)])
  return new Map(ids.map((id) => [id, words.get(id)?.text ?? null]))
}
