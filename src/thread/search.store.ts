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

/** Hits that are weighed by all of their text: the newest, as many as the pages can show, and these by their title. */
const MOST_SHOWN = PAGE_SIZE * MOST_PAGES
const MOST_TITLED = 40

/** Characters of a text in which the snippet is sought, and how many of them before the first word found. */
const SNIPPET_REACH = 240
const SNIPPET_LEAD = 40

const MARKED = `StartSel="\ue000", StopSel="\ue001", MaxWords=34, MinWords=20, ShortWord=0`

/** What a question narrows by; a plan without what is not asked starts faster. */
interface Narrowing {
  kinds: boolean
  facets: boolean
}

/** Whether an entry is of a kind asked for, and holds for every facet at least one of its values. */
function narrowed({ kinds, facets }: Narrowing, first: number): string {
  const at = kinds ? first + 1 : first
  const ofKind = `and entry.kind = any ($${first}::text[])`
  const ofFacets = `and not exists (
    select from jsonb_each($${at}::jsonb) as facet
    where not coalesce((entry.facets -> facet.key) ?| array(select jsonb_array_elements_text(facet.value)), false))`
  return [kinds ? ofKind : '', facets ? ofFacets : ''].join(' ')
}

/** One more than is told, so that "more than" is true. */
const COUNTED = MOST_HITS + 1

/** What every row says: how many there are in all and per kind, and one hit. */
const answered = (total: string, perKind: string, snippet: string): string => `
select ${total} as total, (select json_agg(kinds order by count desc, kind) from (${perKind}) as kinds) as counts,
  item.id as item, item.kind, item.word, item.url, item.fictional, entry.title, ${snippet} as snippet`

/**
 * One page of hits with the counts per kind. Every step is bounded, so that a word that stands in every text costs
 * hardly more than a rare one: what is counted, what is ordered by its title or date, what is weighed by all of its
 * text, and what gets a snippet. Rows are found again by their place (ctid): within one statement that is safe, and
 * cheaper than by key. The page comes last, on rows that are already few: it is the only bound that differs per
 * question, and PostgreSQL would make a new plan each time if it stood earlier.
 */
function find(query: string, narrowing: Narrowing): string {
  const within = narrowed(narrowing, 4)
  const widely = narrowed({ kinds: false, facets: narrowing.facets }, narrowing.kinds ? 5 : 4)
  const hits = (where: string) => `
    select entry.ctid as place, entry.kind, entry.published_at from thread.search_entry as entry, query
    where entry.words @@ query.words ${where} limit ${COUNTED}`
  // Only when not all hits were looked at, those of the chosen kind are sought anew.
  const ofKind = `
    select * from hits where kind = any ($4) and (select count(*) from hits) <= ${MOST_HITS}
    union all (${hits(`${within} and (select count(*) from hits) > ${MOST_HITS}`)})`
  return `
with query as materialized (select ${query} as words),
hits as materialized (${hits(widely)}),
chosen as ${narrowing.kinds ? `materialized (${ofKind})` : '(select * from hits)'},
near as (
  (select place from (
     select entry.ctid as place, entry.kind from thread.search_entry as entry, query
     where entry.title_words @@ query.words ${widely} limit ${COUNTED}) as titled
   ${narrowing.kinds ? 'where kind = any ($4)' : ''} limit ${MOST_TITLED})
  union
  (select place from chosen order by published_at desc limit ${MOST_SHOWN})
),
weighed as (
  select near.place, entry.published_at, entry.item, ts_rank(entry.words, query.words) as rank
  from near join thread.search_entry as entry on entry.ctid = near.place, query
  order by rank desc, entry.published_at desc, entry.item limit ${MOST_SHOWN}
),
shown as materialized (select * from weighed limit ${PAGE_SIZE} offset $2)
${answered(
  '(select count(*)::int from chosen)',
  'select kind, count(*)::int as count from hits group by kind',
  `ts_headline('house.dutch',
    substr(part.text, greatest(1, strpos(lower(part.text), $3) - ${SNIPPET_LEAD}), ${SNIPPET_REACH}),
    query.words, '${MARKED}')`,
)}
from query
left join shown on true
left join thread.search_entry as entry on entry.ctid = shown.place
left join thread.item on item.id = entry.item
left join lateral (select entry.text || ' ' || entry.spoken as text) as part on true
order by shown.rank desc, shown.published_at desc, shown.item`
}

/**
 * Everything of a kind or facet, newest first: what there is when no words were typed. Goes from kind to kind through
 * the index of kinds and dates, and takes no more of each than can be shown or told.
 */
function browse(narrowing: Narrowing): string {
  const faceted = narrowed({ kinds: false, facets: narrowing.facets }, narrowing.kinds ? 3 : 2)
  const chosen = narrowing.kinds ? 'where kind = any ($2)' : ''
  return `
with recursive every (kind) as (
  (select kind from thread.search_entry order by kind limit 1)
  union all
  select (select next.kind from thread.search_entry as next where next.kind > every.kind order by next.kind limit 1)
  from every where every.kind is not null
),
counted as materialized (
  select every.kind, (select count(*)::int from (
    select from thread.search_entry as entry where entry.kind = every.kind ${faceted} limit ${COUNTED}) as few) as count
  from every where every.kind is not null
),
shown as materialized (
  select newest.* from (select kind from counted ${chosen}) as counted, lateral (
    select entry.ctid as place, entry.published_at, entry.item from thread.search_entry as entry
    where entry.kind = counted.kind ${faceted} order by entry.published_at desc limit ${MOST_SHOWN}) as newest
  order by newest.published_at desc, newest.item limit ${PAGE_SIZE} offset $1
)
${answered(
  `(select least(sum(count), ${COUNTED})::int from counted ${chosen})`,
  'select kind, count from counted where count > 0',
  'left(entry.text, 240)',
)}
from (select) as one
left join shown on true
left join thread.search_entry as entry on entry.ctid = shown.place
left join thread.item on item.id = entry.item
order by shown.published_at desc, shown.item`
}

const narrowings: Narrowing[] = [false, true].flatMap((kinds) => [false, true].map((facets) => ({ kinds, facets })))
const nameOf = ({ kinds, facets }: Narrowing) => `${kinds ? 'ByKind' : ''}${facets ? 'ByFacet' : ''}`
const each = (name: string, text: (narrowing: Narrowing) => string) =>
  new Map(narrowings.map((one) => [nameOf(one), statement<HitRow>(`thread.${name}${nameOf(one)}`, text(one))]))

const STATEMENTS = {
  typed: each('search', (narrowing) => find(`websearch_to_tsquery('house.dutch', $1)`, narrowing)),
  widened: each('searchWidened', (narrowing) => find(`to_tsquery('house.dutch', $1)`, narrowing)),
  browse: each('browse', browse),
}

/** Asks one of them, with only what its plan knows. */
async function ask(
  db: Db,
  which: keyof typeof STATEMENTS,
  { kinds, facets }: Query,
  ...values: unknown[]
): Promise<HitRow[]> {
  const narrowing = {
    kinds: kinds !== undefined && kinds.length > 0,
    facets: facets !== undefined && Object.keys(facets).length > 0,
  }
  const run = STATEMENTS[which].get(nameOf(narrowing))
  const more = [...(narrowing.kinds ? [kinds] : []), ...(narrowing.facets ? [JSON.stringify(facets)] : [])]
  return run ? run(db, ...values, ...more) : []
}

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
  const { page } = query
  const text = query.text.trim()
  const offset = (page - 1) * PAGE_SIZE
  if (text === '') return resultOf(await ask(db, 'browse', query, offset), page, [])
  const words = wordsOf(text)
  const rows = await ask(db, 'typed', query, text, offset, words[0] ?? text.toLowerCase())
  if ((rows[0]?.counts?.length ?? 0) > 0 || words.length === 0) return resultOf(rows, page, [])
  const wider = await widen(db, words)
  if (wider === undefined) return resultOf(rows, page, [])
  const second = await ask(db, 'widened', query, wider.query, offset, wider.words[0] ?? '')
  return resultOf(second, page, (second[0]?.counts?.length ?? 0) > 0 ? wider.words : [])
}

/**
 * What words that stand nowhere as they were typed may have meant: a query for PostgreSQL, and the nearest words;
 * undefined when one of them looks like nothing we know.
 */
export async function widen(db: Db, words: string[]): Promise<{ query: string; words: string[] } | undefined> {
  const telling = (await likeness(db, words.slice(0, 8))).filter(({ silent }) => !silent)
  const widenedWords = telling.map(({ word, likes }) => ({ word, alternatives: alternatives(word, likes ?? []) }))
  if (widenedWords.length === 0 || widenedWords.some((one) => one.alternatives.length === 0)) return undefined
  return { query: widened(widenedWords), words: widenedWords.map(({ alternatives: [first = ''] }) => first) }
}

function resultOf(rows: HitRow[], page: number, instead: string[]): SearchResult {
  const counted = rows[0]?.total ?? 0
  const total = Math.min(counted, MOST_HITS)
  return {
    total,
    more: counted > MOST_HITS,
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
