import { type Db, inTransaction, statement } from '../foundation/db/index.ts'
import { contentChanged } from '../foundation/http/index.ts'
import { contentOf, type Publication } from './revision.ts'
import { wordsOf } from './search.ts'

const upsert = statement<{ item: string }>(
  'thread.writeEntry',
  `insert into thread.search_entry as entry (item, kind, title, text, spoken, facets, fictional, published_at)
   values ($1, $2, $3, $4, $5, $6, $7, $8)
   on conflict (item) do update set title = excluded.title, text = excluded.text, spoken = excluded.spoken,
     facets = excluded.facets, fictional = excluded.fictional, published_at = excluded.published_at
   where (entry.title, entry.text, entry.spoken, entry.facets, entry.fictional)
     is distinct from (excluded.title, excluded.text, excluded.spoken, excluded.facets, excluded.fictional)
   returning item`,
)
const drop = statement<{ item: string }>(
  'thread.dropEntry',
  'delete from thread.search_entry where item = $1 returning item',
)
const learn = statement<{ word: string }>(
  'thread.learnWords',
  'insert into thread.search_word (word) select unnest($1::text[]) on conflict do nothing',
)

/** Lets an item be found by what it says and by the words of persons it refers to; true when the entry changed. */
export async function writeEntry(tx: Db, item: string, publication: Publication, spoken: string[]): Promise<boolean> {
  const { search, kind, at } = publication
  // A quote that was taken back has nothing left to be found by.
  const silent = publication.voice !== undefined && spoken.length === 0
  if (search === undefined || silent) return (await drop(tx, item)).length > 0
  const { title, summary, fictional } = contentOf(publication)
  const text = [summary, search.text].filter((part) => part !== '').join('\n\n')
  const said = spoken.join('\n\n')
  const facets = JSON.stringify(listed(search.facets ?? {}))
  const written = await upsert(tx, item, kind, title, text, said, facets, fictional, at)
  if (written.length > 0) await learn(tx, wordsOf([title, text, said].join('\n')))
  return written.length > 0
}

/** Facets always hold lists, so that one containment test serves them all. */
const listed = (facets: Record<string, string | string[]>): Record<string, string[]> =>
  Object.fromEntries(Object.entries(facets).map(([name, value]) => [name, Array.isArray(value) ? value : [value]]))

/** Takes an item out of the search. Its address and its revisions stay. */
export async function hideFromSearch(db: Db, item: string): Promise<void> {
  await inTransaction(db, async (tx) => {
    if ((await drop(tx, item)).length > 0) await contentChanged(tx)
  })
}

const MENTIONING = `select item.id from thread.mention
   join thread.revision on revision.id = mention.revision
   join thread.item on item.id = revision.item and item.latest = revision.number
   where mention.utterance = $1`

const dropSilenced = statement<{ item: string }>(
  'thread.dropSilenced',
  `delete from thread.search_entry where item in (${MENTIONING} and revision.voice = $1)`,
)
const respeak = statement<{ item: string }>(
  'thread.respeak',
  `update thread.search_entry as entry set spoken = coalesce((
     select string_agg(utterance.text, E'\\n\\n' order by utterance.said_at)
     from thread.item join thread.revision on revision.item = item.id and revision.number = item.latest
     join thread.mention on mention.revision = revision.id
     join thread.utterance on utterance.id = mention.utterance
     where item.id = entry.item), '')
   where entry.item in (${MENTIONING})`,
)

/** After a withdrawal: what referred to those words is found by the others only, and a withdrawn quote not at all. */
export async function rewriteSpoken(tx: Db, utterance: string): Promise<void> {
  await dropSilenced(tx, utterance)
  await respeak(tx, utterance)
}

const forget = statement<{ word: string }>(
  'thread.forgetWords',
  `delete from thread.search_word using unnest($1::text[]) as gone (word)
   where search_word.word = gone.word and not exists (
     select from thread.search_entry as entry
     where entry.words @@ plainto_tsquery('house.dutch', gone.word)
       and strpos(house.plain(entry.title || ' ' || entry.text || ' ' || entry.spoken), gone.word) > 0)`,
)

/** Words that stand nowhere any more are not suggested either: they may be a name. */
export async function forgetWords(tx: Db, text: string): Promise<void> {
  await forget(tx, wordsOf(text))
}
