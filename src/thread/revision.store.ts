import { randomUUID } from 'node:crypto'
import { type Db, inTransaction, statement } from '../foundation/db/index.ts'
import { contentChanged } from '../foundation/http/index.ts'
import { canonical, contentHash, fingerprint, type Json } from './fingerprint.ts'
import { carryOutImpact } from './impact.store.ts'
import { holdItem, itemById, updateItem } from './item.store.ts'
import { type Item, kindWord } from './item.ts'
import { changeLinks, renewLinks } from './link.store.ts'
import { contentOf, type Publication, type Published, type Revision } from './revision.ts'
import { writeEntry } from './search-entry.store.ts'
import { mention } from './thread.tables.ts'
import { utterances } from './utterance.store.ts'
import { holdsWords, referencesIn, type UtteranceReference } from './utterance.ts'

interface RevisionRow extends Omit<Revision, 'voice' | 'publishedAt' | 'publishedBy'> {
  voice: string | null
  voice_hash: string | null
  published_at: Date
  published_by: string | null
}

const COLUMNS = `id, item, number, title, summary, text, note, dated, fictional, body, voice, voice_hash, content,
  fingerprint, published_at, published_by`

const revisionAt = statement<RevisionRow>(
  'thread.revision',
  `select ${COLUMNS} from thread.revision where item = $1 and number = $2`,
)
const allRevisions = statement<RevisionRow>(
  'thread.revisions',
  `select ${COLUMNS} from thread.revision where item = $1 order by number desc limit 500`,
)
const insertRevision = statement<{ id: string }>(
  'thread.insertRevision',
  `insert into thread.revision (item, number, title, summary, text, note, dated, fictional, body, voice, voice_hash,
     content, fingerprint, published_at, published_by)
   values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15) returning id`,
)

function revisionOf({ voice, voice_hash, published_at, published_by, ...row }: RevisionRow): Revision {
  const spoken = voice !== null && voice_hash !== null ? { utterance: voice, hash: voice_hash } : null
  return { ...row, voice: spoken, publishedAt: published_at, publishedBy: published_by }
}

/** One fixed revision of an item. */
export async function readRevision(db: Db, item: string, number: number): Promise<Revision | undefined> {
  const [row] = await revisionAt(db, item, number)
  return row && revisionOf(row)
}

/** Every revision of an item, newest first. */
export async function revisionsOf(db: Db, item: string): Promise<Revision[]> {
  return (await allRevisions(db, item)).map(revisionOf)
}

const revisionsNamed = statement<RevisionRow>(
  'thread.revisionsById',
  `select ${COLUMNS} from thread.revision where id = any ($1)`,
)

/** Fixed revisions by their own id. */
export async function revisionsById(db: Db, ids: string[]): Promise<Map<string, Revision>> {
  if (ids.length === 0) return new Map()
  return new Map((await revisionsNamed(db, ids)).map((row) => [row.id, revisionOf(row)]))
}

/** An item with its newest revision. */
export async function readItem(db: Db, id: string): Promise<(Item & { revision: Revision }) | undefined> {
  const item = await itemById(db, id)
  const revision = item && (await readRevision(db, id, item.latest))
  return item && revision && { ...item, revision }
}

/**
 * Publishes a text: a new revision when it says something new, and otherwise the one that is there. Links and the
 * entry in the search follow; what was accepted about a draft's impact is carried out. Joins the caller's transaction.
 */
export async function publishRevision(db: Db, publication: Publication): Promise<Published> {
  return inTransaction(db, async (tx) => {
    const id = publication.item ?? randomUUID()
    const item = await holdItem(tx, id, publication)
    const { kind, url, word = kindWord(kind), fictional = false, links, at, by } = publication
    const said = await wordsSaid(tx, publication)
    const newest = item.latest > 0 ? await readRevision(tx, id, item.latest) : undefined
    const changed = newest === undefined || newest.content !== contentHash(contentOf(publication))
    const revision = changed ? await addRevision(tx, id, publication, newest, said.references) : newest
    const moved = item.word !== word || item.url !== url || item.fictional !== fictional
    if (changed || moved) await updateItem(tx, item, { word, url, fictional, latest: revision.number })
    const end = { item: id, no: item.no, revision: revision.id }
    if (changed) await renewLinks(tx, end, links, { at, by })
    const tied = !changed && links && (await changeLinks(tx, end, links, { at, by }))
    if (changed && publication.draft) await carryOutImpact(tx, publication.draft, end, { at, by })
    const listed = await writeEntry(tx, id, publication, said.texts)
    if (changed || moved || tied || listed) await contentChanged(tx)
    return { item: id, revision: revision.id, number: revision.number, changed }
  })
}

/** The words of persons this text refers to. They must exist, and may not stand written out in the text itself. */
async function wordsSaid(
  tx: Db,
  publication: Publication,
): Promise<{ references: UtteranceReference[]; texts: string[] }> {
  const { body, voice } = publication
  const references = [...referencesIn(body), ...(voice ? [voice] : [])]
  if (references.length === 0) return { references, texts: [] }
  const known = await utterances(
    tx,
    references.map(({ utterance }) => utterance),
  )
  const texts: string[] = []
  for (const { utterance, hash } of references) {
    const words = known.get(utterance)
    if (words?.hash !== hash) throw new Error(`Utterance ${utterance} does not exist, or has another hash.`)
    if (words.text !== null) texts.push(words.text)
  }
  const { title, summary, text, note } = contentOf(publication)
  if (holdsWords([title, summary, text, note, canonical(body)].join('\n'), texts))
    throw new Error("A person's words may not stand inside a revision: refer to the utterance.")
  return { references, texts: [...new Set(texts)] }
}

async function addRevision(
  tx: Db,
  item: string,
  publication: Publication,
  newest: Revision | undefined,
  references: UtteranceReference[],
): Promise<{ id: string; number: number }> {
  const said = contentOf(publication)
  const number = (newest?.number ?? 0) + 1
  const content = contentHash(said)
  const mark = fingerprint({
    item,
    number,
    publishedAt: publication.at,
    content,
    previous: newest?.fingerprint ?? null,
  })
  const { title, summary, text, note, dated, fictional, body, voice } = said
  const [row] = await insertRevision(
    tx,
    ...[item, number, title, summary, text, note, dated, fictional, asJson(body), voice?.utterance ?? null],
    ...[voice?.hash ?? null, content, mark, publication.at, publication.by],
  )
  if (row === undefined) throw new Error('The revision was not stored.')
  const mentioned = [...new Set(references.map(({ utterance }) => utterance))]
  if (mentioned.length > 0)
    await tx.insert(mention).values(mentioned.map((utterance) => ({ revision: row.id, utterance })))
  return { id: row.id, number }
}

const asJson = (body: Json): string => JSON.stringify(body)
