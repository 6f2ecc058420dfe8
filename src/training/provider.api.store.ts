import { type Db, statement } from '../foundation/db/index.ts'
import { MODULE_COLUMNS } from './module.store.ts'
import type { Module } from './module.ts'
import type { Provider } from './provider.ts'

/** One page of a list, and how long the whole is. */
export interface Part<Row> {
  rows: Row[]
  total: number
}

/** Material with whose it is. */
export interface ListedModule extends Module {
  by: Pick<Provider, 'slug' | 'name'>
}

type Counted<Row> = Row & { total: number } & Record<string, unknown>

const providers = statement<Counted<Provider>>(
  'training.providersOfApi',
  `select id, organisation, slug, name, line, about, gemeente, website, mail, phone, fictional, version,
     count(*) over ()::int as total
   from training.provider
   where ($1 or not fictional) and ($4 = '' or strpos(house.plain(name || E'\\n' || line), house.plain($4)) > 0)
     and ($5::text is null or slug = $5)
     and exists (select from training.course where course.provider = provider.id and live_since is not null)
   order by name, id limit $2 offset $3`,
)
const modules = statement<Counted<ListedModule>>(
  'training.modulesOfApi',
  `select ${MODULE_COLUMNS}, json_build_object('slug', provider.slug, 'name', provider.name) as by, count(*) over ()::int as total
   from training.module join training.provider on provider.id = module.provider
   where live_since is not null and ($1 or not module.fictional) order by title, module.id limit $2 offset $3`,
)

/** What is asked of a list that lies in the database. */
export interface Asked {
  page: number
  pageSize: number
  voorbeelden: 'ja' | 'nee'
}

async function part<Row extends { total: number }>(
  read: (db: Db, ...values: unknown[]) => Promise<Row[]>,
  db: Db,
  { page, pageSize, voorbeelden }: Asked,
): Promise<Part<Row>> {
  const withFictional = voorbeelden === 'ja'
  const rows = await read(db, withFictional, pageSize, (page - 1) * pageSize)
  // Past the end there is no row to carry the count.
  const [first] = rows.length === 0 && page > 1 ? await read(db, withFictional, 1, 0) : rows
  return { rows, total: first?.total ?? 0 }
}

/** Providers with a course on the site, by name; if asked only those with a text in name or line, or of this slug. */
export const providersPart = (
  db: Db,
  { q = '', slug, ...asked }: Asked & { q?: string; slug?: string | undefined },
): Promise<Part<Provider>> => part((tx, ...values) => providers(tx, ...values, q, slug ?? null), db, asked)

/** Material on the site, by title. */
export const modulesPart = (db: Db, asked: Asked): Promise<Part<ListedModule>> => part(modules, db, asked)
