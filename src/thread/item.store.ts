import { eq } from 'drizzle-orm'
import { type Db, statement } from '../foundation/db/index.ts'
import { type Item, kindWord } from './item.ts'
import type { OriginStart } from './origin.ts'
import type { Publication } from './revision.ts'
import { item as items } from './thread.tables.ts'

interface ItemRow extends Item {
  no: number
}

const insertItem = statement<ItemRow>(
  'thread.insertItem',
  `insert into thread.item (id, kind, word, url, fictional, created_at) values ($1, $2, $3, $4, $5, $6)
   on conflict (id) do nothing`,
)
const lockItem = statement<ItemRow>(
  'thread.lockItem',
  'select id, no, kind, word, url, fictional, latest from thread.item where id = $1 for update',
)

/** Makes the item when it is new and holds it, so that two publications of one item follow each other. */
export async function holdItem(
  tx: Db,
  id: string,
  { kind, word, url, fictional = false, at }: Publication,
): Promise<ItemRow> {
  await insertItem(tx, id, kind, word ?? kindWord(kind), url, fictional, at)
  const [held] = await lockItem(tx, id)
  if (held === undefined) throw new Error('The item that was just made is gone.')
  if (held.kind !== kind) throw new Error(`Item ${id} is a ${held.kind}; it can't become a ${kind}.`)
  return held
}

/** What may differ from revision to revision: page, word, mark, and which revision is the newest. */
export async function updateItem(
  tx: Db,
  held: ItemRow,
  changes: Partial<Pick<Item, 'word' | 'url' | 'fictional' | 'latest'>>,
): Promise<void> {
  await tx
    .update(items)
    .set({ word: held.word, url: held.url, fictional: held.fictional, latest: held.latest, ...changes })
    .where(eq(items.id, held.id))
}

const publishedItem = statement<ItemRow>(
  'thread.item',
  'select id, no, kind, word, url, fictional, latest from thread.item where id = $1 and latest > 0',
)

/** An item as it is now, or undefined when there is none, or nothing of it was published. */
export async function itemById(db: Db, id: string): Promise<Item | undefined> {
  const [row] = await publishedItem(db, id)
  return (
    row && { id: row.id, kind: row.kind, word: row.word, url: row.url, fictional: row.fictional, latest: row.latest }
  )
}

const listedItems = statement<Item & { title: string | null }>(
  'thread.items',
  `select item.id, item.kind, item.word, item.url, item.fictional, item.latest,
     case when utterance.withdrawn_at is null then revision.title end as title
   from thread.item join thread.revision on revision.item = item.id and revision.number = item.latest
   left join thread.utterance on utterance.id = revision.voice
   where item.id = any ($1)`,
)

/** Items by id with their title as it reads now, null once its words were withdrawn; what was never published is absent. */
export async function readItems(db: Db, ids: string[]): Promise<Map<string, Item & { title: string | null }>> {
  if (ids.length === 0) return new Map()
  return new Map((await listedItems(db, ids)).map((row) => [row.id, row]))
}

interface StartRow extends Item {
  number: number | null
  title: string
  summary: string
  note: string
  dated: string | null
  date: Date
  spoken: string | null
  withdrawn: boolean
}

const startAt = statement<StartRow>(
  'thread.start',
  `select item.id, item.kind, item.word, item.url, item.fictional, item.latest, newest.number, newest.title, newest.summary,
     newest.note, newest.dated, newest.published_at as date, newest.spoken, coalesce(newest.withdrawn, false) as withdrawn
   from thread.item
   left join lateral (
     select revision.*, utterance.text as spoken, utterance.withdrawn_at is not null as withdrawn
     from thread.revision left join thread.utterance on utterance.id = revision.voice
     where revision.item = item.id and revision.published_at <= $2 order by number desc limit 1
   ) as newest on true
   where item.id = $1 and item.latest > 0`,
)

/** An item and the text of it that was the newest at one moment. */
export async function holdsAt(
  db: Db,
  id: string,
  at: Date,
): Promise<{ item: Item; start: OriginStart | undefined } | undefined> {
  const [row] = await startAt(db, id, at)
  if (row === undefined) return undefined
  const { kind, word, url, fictional, latest, number, title, summary, note, dated, date, spoken, withdrawn } = row
  const item = { id, kind, word, url, fictional, latest }
  if (number === null) return { item, start: undefined }
  return { item, start: { number, title, summary: withdrawn ? '' : (spoken ?? summary), note, dated, date, withdrawn } }
}
