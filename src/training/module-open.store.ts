import { type Db, statement } from '../foundation/db/index.ts'
import type { Extent } from '../foundation/open-table.ts'
import { MODULE_COLUMNS } from './module.store.ts'
import type { Stretch } from './open.store.ts'
import type { ListedModule } from './provider.api.store.ts'

/** Material with whose it is, its number among all there is, and when its words changed last. */
export interface OpenModule extends ListedModule {
  no: number
  updatedAt: Date
}

type Row = OpenModule & Record<string, unknown>

// Counted over all material, on the site or not: what is published or archived meanwhile moves no other number.
const MODULES = `select ${MODULE_COLUMNS}, module.no, module.updated_at as "updatedAt",
    json_build_object('slug', provider.slug, 'name', provider.name) as by
  from (select *, row_number() over (order by created_at, id)::int as no from training.module) as module
  join training.provider on provider.id = module.provider
  where live_since is not null and ($1 or not module.fictional)`

const following = statement<Row>('training.openModules', `${MODULES} and module.no > $2 order by module.no limit $3`)
const newest = statement<Row>(
  'training.newestModules',
  `${MODULES} and ($3::uuid[] is null or module.standards && $3) and ($4::uuid is null or module.provider = $4)
     and ($5::text[] is null or provider.gemeente = any ($5))
   order by greatest(module.updated_at, live_since) desc, module.no desc limit $2`,
)
const counted = statement<Extent & Record<string, unknown>>(
  'training.moduleExtent',
  `select count(*)::int as rows, max(updated_at) as "changedAt" from training.module
   where live_since is not null and ($1 or not fictional)`,
)

/** Material on the site, by number. */
export const openModules = (db: Db, { after, fictional, most }: Stretch): Promise<OpenModule[]> =>
  following(db, fictional, after, most)

/** Which material a feed is about; null for all. */
export interface NewestAsk {
  fictional: boolean
  /** Items of standards. */
  standards: readonly string[] | null
  /** Id of its provider. */
  provider: string | null
  /** Codes of where its provider may sit. */
  gemeenten: readonly string[] | null
}

/** Material that came or changed last, newest first. */
export const newestModules = (db: Db, most: number, ask: NewestAsk): Promise<OpenModule[]> =>
  newest(db, ask.fictional, most, ask.standards, ask.provider, ask.gemeenten)

/** How much material is on the site, and when the last of it changed. */
export const moduleExtent = async (db: Db, fictional: boolean): Promise<Extent> =>
  (await counted(db, fictional))[0] ?? { rows: 0, changedAt: null }
