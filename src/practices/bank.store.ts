import { type Db, statement } from '../foundation/db/index.ts'
import { widen, wordsOf } from '../thread/index.ts'
import { buildIndex, type FacetIndex } from './facet.ts'

interface IndexRow {
  no: number
  theme: string
  people: string
  standing: string
  province: string
  gemeente: string
  fields: string
  kind: string
  recognitions: string
  year: string
}

/** Lists come as one text with a line per value: reading arrays takes three times as long. */
const lines = (text: string): string[] => (text === '' ? [] : text.split('\n'))

const indexRows = statement<IndexRow>(
  'practices.indexRows',
  `select no, theme, array_to_string(people, E'\\n') as people, standing, province, gemeente,
     array_to_string(fields, E'\\n') as fields, organisation_kind as kind,
     array_to_string(recognitions, E'\\n') as recognitions, year::text
   from practices.listing order by published_at desc, no desc`,
)

/** Everything published, newest first, ready to be counted. Read it through `c.var.memo`. */
export async function readIndex(db: Db): Promise<FacetIndex> {
  const rows = await indexRows(db)
  return buildIndex(
    rows.map((row) => ({
      no: row.no,
      values: {
        theme: lines(row.theme),
        people: lines(row.people),
        standing: [row.standing],
        province: lines(row.province),
        gemeente: [row.gemeente],
        field: lines(row.fields),
        kind: [row.kind],
        recognition: lines(row.recognitions),
        year: [row.year],
      },
    })),
  )
}

/** The words on screen of themes and fields, by slug. */
export interface BankWords {
  themes: ReadonlyMap<string, string>
  fields: ReadonlyMap<string, string>
}

const themeWords = statement<{ slug: string; name: string }>(
  'practices.themeWords',
  `select distinct on (theme.slug) theme.slug, theme.name
   from practices.theme join practices.call on call.id = theme.call order by theme.slug, call.year desc`,
)
const fieldWords = statement<{ slug: string; name: string }>(
  'practices.fieldWords',
  `select distinct on (slug) slug, name from practices.field order by slug, valid_from desc nulls last`,
)

/** How themes and fields are called, as the newest call and list have it. */
export async function readBankWords(db: Db): Promise<BankWords> {
  const named = (rows: { slug: string; name: string }[]) => new Map(rows.map(({ slug, name }) => [slug, name]))
  const [themes, fields] = await Promise.all([themeWords(db), fieldWords(db)])
  return { themes: named(themes), fields: named(fields) }
}

interface FoundRow {
  query: string
  found: string
  titled: string
}

/** Titles with the word in it that are weighed, at most. */
const MOST_TITLED = 60

/** Numbers come as one text: splitting it costs a tenth of what reading an array costs. */
const finding = (query: string): string => `
  select ${query}::text as query,
    array_to_string(array(select no from practices.listing where words @@ ${query}), ',') as found,
    array_to_string(array(select no from practices.listing
      where to_tsvector('house.dutch'::regconfig, title) @@ ${query} limit ${MOST_TITLED}), ',') as titled`

const findTyped = statement<FoundRow>('practices.find', finding(`websearch_to_tsquery('house.dutch', $1)`))
const findWidened = statement<FoundRow>('practices.findWidened', finding(`to_tsquery('house.dutch', $1)`))

/** The practices in which words occur. */
export interface Found {
  /** As PostgreSQL reads it, to weigh with. */
  query: string
  nos: number[]
  /** Those with the word in their title. */
  titled: number[]
  /** The words really looked for, when those typed were nowhere to be found. */
  instead: string[]
}

/** "12,7" as numbers, digit by digit: a common word stands in thousands of practices. */
function numbers(text: string): number[] {
  const found: number[] = []
  let number = 0
  for (let at = 0; at < text.length; at += 1) {
    const digit = text.charCodeAt(at) - 48
    if (digit >= 0) number = number * 10 + digit
    else {
      found.push(number)
      number = 0
    }
  }
  if (text !== '') found.push(number)
  return found
}

/** Looks for words in all that is published; words that stand nowhere are sought as what they sound like. */
export async function findPractices(db: Db, text: string): Promise<Found> {
  const [typed] = await findTyped(db, text)
  const nos = numbers(typed?.found ?? '')
  if (nos.length > 0) return { query: typed?.query ?? '', nos, titled: numbers(typed?.titled ?? ''), instead: [] }
  const words = wordsOf(text)
  const wider = words.length > 0 ? await widen(db, words) : undefined
  if (!wider) return { query: '', nos: [], titled: [], instead: [] }
  const [row] = await findWidened(db, wider.query)
  const found = numbers(row?.found ?? '')
  return {
    query: row?.query ?? '',
    nos: found,
    titled: numbers(row?.titled ?? ''),
    instead: found.length > 0 ? wider.words : [],
  }
}

const weigh = statement<{ no: number }>(
  'practices.weigh',
  `select no from practices.listing where no = any ($2)
   order by ts_rank(words, $1::tsquery) desc, published_at desc, no desc`,
)

/** Puts some practices in the order of how much they are about the words. */
export async function weighPractices(db: Db, query: string, nos: number[]): Promise<number[]> {
  return nos.length === 0 ? [] : (await weigh(db, query, nos)).map(({ no }) => no)
}
