import { type Db, statement } from '../foundation/db/index.ts'
import type { ItemKind } from './item.ts'
import {
  alternatives,
  type Hit,
  MOST_HITS,
  MOST_PAGES,
  PAGE_SIZE,
  pieces,
  type Query,
  type SearchResult,
  widened,
  wordsOf,
} from './search.ts'

interface HitRow {
  total: number
  counts: { kind: ItemKind; count: number }[] | null
  item: string | null
  kind: ItemKind
  word: string
  url: string
  fictional: boolean
  title: string
  snippet: string
}

/** Hits by title, and newest hits, that are weighed by all of their text. */
const MOST_RANKED = PAGE_SIZE * MOST_PAGES

/** Characters of a text in which the snippet is sought, from just before the first word found. */
const SNIPPET_REACH = 700

const MARKED = `StartSel="\ue000", StopSel="\ue001", MaxWords=34, MinWords=20, ShortWord=0`

/** Whether an entry holds, for every facet asked for, at least one of its values. */
const inFacets = (facets: string): string => `(${facets}::jsonb is null or not exists (
  select from jsonb_each(${facets}) as facet
  where not (entry.facets -> facet.key) ?| array(select jsonb_array_elements_text(facet.value))))`

/**
 * One page of hits with the counts per kind. Every step is bounded, so that a word that stands in every text costs
 * hardly more than a rare one: what is counted, what is ordered by its title or date, what is weighed by all of its
 * text, and what gets a snippet.
 */
const find = (query: string): string => `
with query as materialized (select ${query} as words),
hits as materialized (
  select entry.item, entry.kind, entry.published_at from thread.search_entry as entry, query
  where entry.words @@ query.words and ${inFacets('$2')}
  limit ${MOST_HITS}
),
chosen as materialized (
  select item, published_at from hits where $3::text[] is null
  union all
  (select entry.item, entry.published_at from thread.search_entry as entry, query
   where $3::text[] is not null and entry.kind = any ($3) and entry.words @@ query.words and ${inFacets('$2')}
   limit ${MOST_HITS})
),
titled as (
  select entry.item from thread.search_entry as entry, query
  where entry.title_words @@ query.words and ($3::text[] is null or entry.kind = any ($3)) and ${inFacets('$2')}
  limit ${MOST_RANKED}
),
near as (
  select item from titled
  union
  (select item from chosen order by published_at desc, item limit ${MOST_RANKED})
),
shown as materialized (
  select entry.item, entry.published_at, ts_rank(entry.words, query.words) as rank
  from near join thread.search_entry as entry using (item), query
  order by rank desc, entry.published_at desc, entry.item
  limit ${PAGE_SIZE} offset $4
)
select (select count(*)::int from chosen) as total,
  (select json_agg(kinds order by count desc, kind)
   from (select kind, count(*)::int as count from hits group by kind) as kinds) as counts,
  item.id as item, item.kind, item.word, item.url, item.fictional, entry.title,
  ts_headline('house.dutch', substr(part.text, greatest(1, strpos(lower(part.text), $5) - 200), ${SNIPPET_REACH}),
    query.words, '${MARKED}') as snippet
from query
left join shown on true
left join thread.search_entry as entry using (item)
left join thread.item on item.id = entry.item
left join lateral (select entry.text || ' ' || entry.spoken as text) as part on true
order by shown.rank desc, shown.published_at desc, shown.item`

const findTyped = statement<HitRow>('thread.search', find(`websearch_to_tsquery('house.dutch', $1)`))
const findWidened = statement<HitRow>('thread.searchWidened', find(`to_tsquery('house.dutch', $1)`))

const browse = statement<HitRow>(
  'thread.browse',
  `with chosen as materialized (
     select entry.item, entry.kind, entry.published_at from thread.search_entry as entry
     where ($2::text[] is null or kind = any ($2))
       and ${inFacets('$1')}
   ),
   shown as (select * from chosen order by published_at desc, item limit ${PAGE_SIZE} offset $3)
   select (select count(*)::int from chosen) as total,
     (select json_agg(kinds order by count desc, kind)
      from (select kind, count(*)::int as count from thread.search_entry group by kind) as kinds) as counts,
     item.id as item, item.kind, item.word, item.url, item.fictional, entry.title, left(entry.text, 240) as snippet
   from (select) as one
   left join shown on true
   left join thread.search_entry as entry using (item)
   left join thread.item on item.id = entry.item
   order by shown.published_at desc, shown.item`,
)

/** Words that look like each of these, and compounds that hold them; and whether the word itself is a stop word. */
const likeness = statement<{ word: string; silent: boolean; likes: string[] | null }>(
  'thread.likeness',
  `select asked.word, numnode(plainto_tsquery('house.dutch', asked.word)) = 0 as silent, found.likes
   from unnest($1::text[]) as asked (word),
   lateral (
     select array_agg(near.word) as likes from (
       (select word from thread.search_word where word % asked.word
        order by similarity(word, asked.word) desc, word limit 20)
       union
       (select word from thread.search_word where length(asked.word) >= 5 and word like '%' || asked.word || '%'
        order by length(word), word limit 20)
     ) as near
   ) as found`,
)

/**
 * What can be found for these words, in every published item. Words that stand nowhere as they were typed are sought
 * as compounds and as the words they sound like.
 */
export async function search(db: Db, query: Query): Promise<SearchResult> {
  const { kinds, facets, page } = query
  const text = query.text.trim()
  const filter = facets && Object.keys(facets).length > 0 ? JSON.stringify(facets) : null
  const offset = (page - 1) * PAGE_SIZE
  if (text === '') return resultOf(await browse(db, filter, kinds ?? null, offset), page, [])
  const words = wordsOf(text)
  const rows = await findTyped(db, text, filter, kinds ?? null, offset, words[0] ?? text.toLowerCase())
  if ((rows[0]?.counts?.length ?? 0) > 0 || words.length === 0) return resultOf(rows, page, [])
  const wider = await widen(db, words)
  if (wider === undefined) return resultOf(rows, page, [])
  const second = await findWidened(db, wider.query, filter, kinds ?? null, offset, wider.words[0] ?? '')
  return resultOf(second, page, (second[0]?.counts?.length ?? 0) > 0 ? wider.words : [])
}

async function widen(db: Db, words: string[]): Promise<{ query: string; words: string[] } | undefined> {
  const telling = (await likeness(db, words.slice(0, 8))).filter(({ silent }) => !silent)
  const widenedWords = telling.map(({ word, likes }) => ({ word, alternatives: alternatives(word, likes ?? []) }))
  if (widenedWords.length === 0 || widenedWords.some((one) => one.alternatives.length === 0)) return undefined
  return { query: widened(widenedWords), words: widenedWords.map(({ alternatives: [first = ''] }) => first) }
}

function resultOf(rows: HitRow[], page: number, instead: string[]): SearchResult {
  const total = rows[0]?.total ?? 0
  return {
    total,
    more: total >= MOST_HITS,
    page,
    pages: Math.min(Math.ceil(total / PAGE_SIZE), MOST_PAGES),
    counts: rows[0]?.counts ?? [],
    hits: rows.flatMap((row): Hit[] => (row.item === null ? [] : [{ ...hitOf(row), item: row.item }])),
    instead,
  }
}

const hitOf = ({ kind, word, url, fictional, title, snippet }: HitRow): Omit<Hit, 'item'> => ({
  kind,
  word,
  url,
  fictional,
  title,
  snippet: pieces(snippet),
})
