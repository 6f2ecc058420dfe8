import { type Db, statement } from '../foundation/db/index.ts'
import { currentWords, type Words, wordSource } from '../foundation/words/index.ts'
import type { PeopleContext } from '../people/index.ts'
import { type Understood, understand } from '../thread/index.ts'

/** A line per value of an array of the row. */
const each = (tag: string, values: string): string =>
  `(select string_agg('${tag}=' || one, E'\\n') from unnest(${values}) as one)`

/** Facets are the tags of a practice; what it has no value of is left out. */
const SOURCE = wordSource('practices', {
  table: 'practices.listing',
  at: 'entry.published_at',
  tags: `concat_ws(E'\\n', 'theme=' || nullif(entry.theme, ''), ${each('people', 'entry.people')},
    'standing=' || entry.standing, 'province=' || nullif(entry.province, ''), 'gemeente=' || entry.gemeente,
    ${each('field', 'entry.fields')}, 'kind=' || entry.organisation_kind, ${each('recognition', 'entry.recognitions')},
    'year=' || entry.year, case when entry.fictional then 'fictional=ja' end)`,
})

/** Everything published, ready to be searched and counted. Read it through `c.var.memo`. */
export const readIndex = (db: Db): Promise<Words> => currentWords(db, SOURCE)

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

/** What reading asks of a handler. */
export type Reader = { var: Pick<PeopleContext['var'], 'db' | 'memo'> }

/** Looks for words in all that is published; words that stand nowhere are sought as what they sound like. */
export const findPractices = (c: Reader, index: Words, text: string): Promise<Understood> =>
  understand(c, SOURCE, index, text)
