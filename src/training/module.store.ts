import { type Db, inTransaction, statement } from '../foundation/db/index.ts'
import { removeFile } from '../foundation/files/index.ts'
import { contentChanged } from '../foundation/http/index.ts'
import { slugFrom } from '../foundation/slug.ts'
import type { Hand } from './hand.ts'
import type { Module, ModuleText } from './module.ts'

const COLUMNS = `id, provider, slug, title, line, about, minutes, level, standards, licence, file, url, fictional, version,
  live_since as "liveSince"`

type Row = Module & Record<string, unknown>

const liveBySlug = statement<Row>(
  'training.liveModule',
  `select ${COLUMNS} from training.module where slug = $1 and live_since is not null`,
)
const byId = statement<Row>('training.moduleById', `select ${COLUMNS} from training.module where id = $1`)
const ofProvider = statement<Row>(
  'training.modulesOf',
  `select ${COLUMNS} from training.module where provider = $1 order by title, id limit 200`,
)
const live = statement<Row>(
  'training.liveModules',
  `select ${COLUMNS} from training.module where live_since is not null order by title, id limit 200`,
)
const byFile = statement<Row>('training.moduleByFile', `select ${COLUMNS} from training.module where file = $1`)
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

/** Every module of a provider, by title. */
export const modulesOf: (db: Db, provider: string) => Promise<Module[]> = ofProvider

/** Every module on the site, by title. */
export const liveModules: (db: Db) => Promise<Module[]> = live

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
    const slug = isTaken ? `${wished}-${provider.id.slice(0, 4)}${at.getTime().toString(36).slice(-4)}` : wished
    const [row] = await insert(tx, provider.id, slug, provider.fictional, at, by, ...values(text))
    if (!row) throw new Error('A module was made and is not there.')
    return row.id
  })
}

/** Saves a module; false when a colleague saved since it was read. */
export async function saveModule(
  db: Db,
  { id, version }: Pick<Module, 'id' | 'version'>,
  text: ModuleText,
  { by, at }: Hand,
): Promise<boolean> {
  const saved = (await update(db, id, version, at, by, ...values(text))).length > 0
  if (saved) await contentChanged(db)
  return saved
}

const putFile = statement('training.setModuleFile', 'update training.module set file = $2 where id = $1')

/** Gives a module its file; the one it had is removed. */
export async function setModuleFile(db: Db, module: Pick<Module, 'id' | 'file'>, file: string): Promise<void> {
  await inTransaction(db, async (tx) => {
    await putFile(tx, module.id, file)
    if (module.file !== null) await removeFile(tx, module.file)
    await contentChanged(tx)
  })
}

const show = statement('training.showModule', 'update training.module set live_since = $2 where id = $1')

/** Puts a module on the site, or takes it off. */
export async function showModule(db: Db, id: string, since: Date | null): Promise<void> {
  await show(db, id, since)
  await contentChanged(db)
}
