import { randomUUID } from 'node:crypto'
import { type Db, inTransaction, statement } from '../foundation/db/index.ts'
import { fileFacts, removeFile, type StoredFile } from '../foundation/files/index.ts'
import { contentChanged } from '../foundation/http/index.ts'
import { slugFrom } from '../foundation/slug.ts'
import { noteModuleChange } from './change.store.ts'
import type { Change } from './change.ts'
import type { Hand } from './hand.ts'
import type { Module, ModuleText } from './module.ts'

export const MODULE_COLUMNS = `module.id, module.provider, module.slug, module.title, module.line, module.about, minutes, level,
  standards, licence, file, url, module.fictional, module.version, live_since as "liveSince", looked_at as "lookedAt",
  exists (select from training.publication where publication.module = module.id) as "isPublished"`

type Row = Module & Record<string, unknown>

const liveBySlug = statement<Row>(
  'training.liveModule',
  `select ${MODULE_COLUMNS} from training.module where slug = $1 and live_since is not null`,
)
const byId = statement<Row>('training.moduleById', `select ${MODULE_COLUMNS} from training.module where id = $1`)
const held = statement<Row>(
  'training.holdModule',
  `select ${MODULE_COLUMNS} from training.module where id = $1 for update of module`,
)
const ofProvider = statement<Row>(
  'training.modulesOf',
  `select ${MODULE_COLUMNS} from training.module where provider = $1 order by title, id limit $2 offset $3`,
)
const countOf = statement<{ count: number }>(
  'training.countModulesOf',
  'select count(*)::int as count from training.module where provider = $1',
)
const live = statement<Row>(
  'training.liveModules',
  `select ${MODULE_COLUMNS} from training.module where live_since is not null and ($1::uuid is null or provider = $1)
   order by title, id limit $2 offset $3`,
)
const countLive = statement<{ count: number }>(
  'training.countLiveModules',
  `select count(*)::int as count from training.module
   where live_since is not null and ($1::uuid is null or provider = $1)`,
)
const byFile = statement<Row>('training.moduleByFile', `select ${MODULE_COLUMNS} from training.module where file = $1`)
const taken = statement<{ slug: string }>(
  'training.takenModuleSlug',
  'select slug from training.module where slug = $1',
)

/** A module on the site by the slug in its address. */
export const readModule = async (db: Db, slug: string): Promise<Module | undefined> => (await liveBySlug(db, slug))[0]

/** A module by id, on the site or not. */
export const readModuleById = async (db: Db, id: string): Promise<Module | undefined> => (await byId(db, id))[0]

/** The module a file belongs to. */
export const moduleOfFile = async (db: Db, file: string): Promise<Module | undefined> => (await byFile(db, file))[0]

/** A module that nobody else changes until this transaction ends. */
export const holdModule = async (tx: Db, id: string): Promise<Module | undefined> => (await held(tx, id))[0]

/** One page of a list. */
interface Part {
  skip: number
  most: number
}

/** Material of a provider, by title: `most` of it after the first `skip`. */
export const modulesOf = (db: Db, provider: string, { skip, most }: Part): Promise<Module[]> =>
  ofProvider(db, provider, most, skip)

/** How much material a provider has. */
export const countModulesOf = async (db: Db, provider: string): Promise<number> =>
  (await countOf(db, provider))[0]?.count ?? 0

/** Material on the site, by title, of everyone or of one provider: `most` of it after the first `skip`. */
export const liveModules = (db: Db, provider: string | null, { skip, most }: Part): Promise<Module[]> =>
  live(db, provider, most, skip)

/** How much of that there is. */
export const countLiveModules = async (db: Db, provider: string | null): Promise<number> =>
  (await countLive(db, provider))[0]?.count ?? 0

const insert = statement<{ id: string }>(
  'training.insertModule',
  `insert into training.module (provider, slug, fictional, created_at, updated_at, updated_by, title, line, about, minutes,
     level, standards, licence, url)
   values ($1, $2, $3, $4, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13) returning id`,
)
const update = statement<{ id: string }>(
  'training.updateModule',
  `update training.module set updated_at = $3, updated_by = $4, version = version + 1, title = $5, line = $6, about = $7,
     minutes = $8, level = $9, standards = $10, licence = $11, url = $12
   where id = $1 and version = $2 returning id`,
)

const values = (text: ModuleText): unknown[] => [
  ...[text.title, text.line, text.about, text.minutes, text.level, text.standards, text.licence, text.url],
]

/** Makes a module that only its provider sees. */
export async function createModule(
  db: Db,
  provider: { id: string; fictional: boolean },
  text: ModuleText,
  { by, at }: Hand,
  wished = slugFrom(text.title) || 'materiaal',
): Promise<string> {
  return inTransaction(db, async (tx) => {
    const isTaken = (await taken(tx, wished)).length > 0
    const slug = isTaken ? `${wished}-${randomUUID().slice(0, 8)}` : wished
    const [row] = await insert(tx, provider.id, slug, provider.fictional, at, by, ...values(text))
    if (!row) throw new Error('A module was made and is not there.')
    return row.id
  })
}

/**
 * Saves a module; false when a colleague saved since it was read. What changes in material that was published is live at
 * once, and is logged with who, when and what.
 */
export async function saveModule(
  db: Db,
  { id, version }: Pick<Module, 'id' | 'version'>,
  text: ModuleText,
  changes: Change[],
  hand: Hand,
): Promise<boolean> {
  return inTransaction(db, async (tx) => {
    const saved = (await update(tx, id, version, hand.at, hand.by, ...values(text))).length > 0
    if (!saved) return false
    await noteModuleChange(tx, id, changes, hand)
    await contentChanged(tx)
    return true
  })
}

const putFile = statement('training.setModuleFile', 'update training.module set file = $2 where id = $1')

/** Gives a module its file; the one it had is removed. Logged as a change is. */
export async function setModuleFile(
  db: Db,
  module: Pick<Module, 'id' | 'file'>,
  file: Pick<StoredFile, 'id' | 'name'>,
  hand: Hand,
): Promise<void> {
  await inTransaction(db, async (tx) => {
    const before = module.file === null ? undefined : (await fileFacts(tx, [module.file])).get(module.file)
    await putFile(tx, module.id, file.id)
    if (module.file !== null) await removeFile(tx, module.file)
    await noteModuleChange(tx, module.id, [{ field: 'Bestand', from: before?.name ?? '', to: file.name }], hand)
    await contentChanged(tx)
  })
}
