import { type Db, statement } from '../foundation/db/index.ts'
import type { HouseEnv } from '../foundation/http/index.ts'
import {
  type Asked,
  answering,
  askedIn,
  askedOf,
  type Bits,
  both,
  currentWords,
  isOfWords,
  keptRows,
  NOTHING,
  type Question,
  refusedBy,
  snippetsOf,
  soughtIn,
  type WordSource,
  type Words,
  without,
  wordSource,
} from '../foundation/words/index.ts'
import type { ItemKind } from './item.ts'
import {
  alternatives,
  type Hit,
  MOST_PAGES,
  PAGE_SIZE,
  type Query,
  type SearchResult,
  widened,
  wordsOf,
} from './search.ts'

/** What a kind is called among the tags; facets have their own names behind a sign that no kind has. */
const KIND = 'kind'
const MADE_UP = 'made up'
const YES = 'yes'
const facetTag = (name: string): string => `facet ${name}`

const SOURCE = wordSource('thread', {
  table: 'thread.search_entry',
  at: 'entry.published_at',
  tags: `'${KIND}=' || entry.kind || case when entry.fictional then E'\\n${MADE_UP}=${YES}' else '' end || coalesce(E'\\n' || (
    select string_agg('facet ' || facet.key || '=' || one.value, E'\\n')
    from jsonb_each(entry.facets) as facet, jsonb_array_elements_text(facet.value) as one), '')`,
})

/** Reads all that can be found, so that the first to look need not wait for it. */
export async function warmSearch(db: Db): Promise<void> {
  await publishedWords(db)
}

/** Every word that is published. */
const publishedWords = (db: Db): Promise<Words> => currentWords(db, SOURCE)

interface HitRow extends Omit<Hit, 'snippet'> {
  no: number
  text: string
}

const shown = statement<HitRow & Record<string, unknown>>(
  'thread.hits',
  `select entry.no, item.id as item, item.kind, item.word, item.url, entry.fictional, entry.title,
     concat_ws(E'\\n\\n', nullif(entry.text, ''), nullif(entry.spoken, '')) as text
   from thread.search_entry as entry join thread.item on item.id = entry.item where entry.no = any ($1::int[])`,
)

/** Hits kept at most, with their texts: some MB. */
const MOST_KEPT = 500
const keptHits = keptRows(shown, MOST_KEPT)

/** What was found, in the order of the numbers. */
async function hitsOf(db: Db, words: Words, nos: number[], lexemes: string[]): Promise<Hit[]> {
  const found = await keptHits(db, words, nos)
  const texts = found.map(({ text }) => text)
  const snippets = await snippetsOf(db, texts, lexemes)
  return found.map(({ no: _no, text: _text, ...hit }, index) => ({ ...hit, snippet: snippets[index] ?? [] }))
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

/** What was understood of a text, and what answers it. */
export interface Understood {
  question: Question
  within: Bits
  /** The words really looked for, when those typed were nowhere to be found. */
  instead: string[]
}

/** What reading asks of a handler. */
type Reader = { var: Pick<HouseEnv['Variables'], 'db' | 'memo'> }

/** What answers a text in an index of words; words that stand nowhere in it are sought as what they sound like. */
export const understand = (c: Reader, source: Matching, words: Words, text: string): Promise<Understood> =>
  understandBy(
    c.var.db,
    { source, words, known: () => c.var.memo('thread.words', () => publishedWords(c.var.db)) },
    text,
  )

/** The same; `known` gives every word that is published, and is asked for misspelt words alone. */
async function understandBy(
  db: Db,
  { source, words, known }: { source: Matching; words: Words; known: () => Promise<Words> },
  text: string,
): Promise<Understood> {
  const asked = await askedIn(db, text)
  const found = { question: asked.question, within: await answering(db, source, words, asked), instead: [] }
  if (words.count(found.within) > 0) return found
  const wider = await widen(db, await known(), text)
  if (wider === undefined) return found
  const within = await answering(db, source, words, wider.asked)
  return words.count(within) > 0 ? { question: wider.asked.question, within, instead: wider.words } : found
}

type Matching = Pick<WordSource, 'matching'>

/**
 * What can be found for these words, in every published item. Words that stand nowhere as they were typed are sought
 * as compounds and as the words they sound like.
 */
export async function search(
  db: Db,
  { text, kinds = [], facets = {}, fictional = true, page }: Query,
): Promise<SearchResult> {
  const words = await publishedWords(db)
  const sought = text.trim()
  const asked =
    sought === '' ? undefined : await understandBy(db, { source: SOURCE, words, known: async () => words }, sought)
  const answer = asked?.within ?? words.all
  const wide = Object.entries(facets).reduce(
    (left, [name, values]) => both(left, words.tagged(facetTag(name), values)),
    fictional ? answer : without(answer, words.tagged(MADE_UP, [YES])),
  )
  const chosen = kinds.length > 0 ? both(wide, words.tagged(KIND, kinds)) : wide
  const skip = (page - 1) * PAGE_SIZE
  const question = asked?.question ?? NOTHING
  const nos = asked ? words.heaviest(chosen, question, skip, PAGE_SIZE) : words.newest(chosen, skip, PAGE_SIZE)
  const total = words.count(chosen)
  return {
    total,
    page,
    pages: Math.min(Math.ceil(total / PAGE_SIZE), MOST_PAGES),
    counts: countsOf(words.counts(KIND, wide)),
    hits: await hitsOf(db, words, nos, soughtIn(question)),
    instead: asked?.instead ?? [],
  }
}

const countsOf = (counts: ReadonlyMap<string, number>): { kind: ItemKind; count: number }[] =>
  [...counts]
    .map(([kind, count]) => ({ kind, count }))
    .sort((one, other) => other.count - one.count || (one.kind < other.kind ? -1 : 1))

interface Alternatives {
  word: string
  /** A word that says nothing by itself, like "de". */
  silent: boolean
  alternatives: string[]
}

/** What words may have meant, kept as long as nothing that can be found has changed. */
const meanings = new WeakMap<Words, Map<string, Alternatives>>()

async function alternativesOf(db: Db, known: Words, words: string[]): Promise<Alternatives[]> {
  const kept = meanings.get(known) ?? new Map<string, Alternatives>()
  meanings.set(known, kept)
  const unknown = words.filter((word) => !kept.has(word))
  const told = unknown.length === 0 ? [] : await likeness(db, unknown)
  const all = new Map([...kept].filter(([word]) => words.includes(word)))
  if (kept.size > MOST_MEANINGS) kept.clear()
  for (const { word, silent, likes } of told) {
    const one = { word, silent, alternatives: alternatives(word, likes ?? []) }
    kept.set(word, one)
    all.set(word, one)
  }
  return words.flatMap((word) => all.get(word) ?? [])
}

const MOST_MEANINGS = 1_000

/**
 * What words that stand nowhere as they were typed may have meant: the question with those, and the nearest words;
 * undefined when one of them looks like nothing we know. Words that must be absent stay absent.
 */
async function widen(db: Db, known: Words, text: string): Promise<{ asked: Asked; words: string[] } | undefined> {
  const refused = refusedBy((await askedIn(db, text)).question)
  const words = wordsOf(text.replace(REFUSED, ' ')).slice(0, 8)
  if (words.length === 0 || !refused.every(isOfWords)) return undefined
  const telling = (await alternativesOf(db, known, words)).filter(({ silent }) => !silent)
  if (telling.length === 0 || telling.some((one) => one.alternatives.length === 0)) return undefined
  const meant = await askedOf(db, widened(telling))
  return {
    asked: { ...meant, question: { is: 'all', of: [meant.question, ...refused] } },
    words: telling.map(({ alternatives: [first = ''] }) => first),
  }
}

/** Words, or phrases, with a minus before them. */
const REFUSED = /(?<=^|\s)-("[^"]*"|\S+)/g
