import type { Db } from '../foundation/db/index.ts'
import { fileFacts, type StoredFile } from '../foundation/files/index.ts'
import { hasRole, type PeopleContext, provenFor } from '../people/index.ts'
import { currentStandards } from '../standards/index.ts'
import { readItems } from '../thread/index.ts'
import { modulePublishing } from './module.publication.store.ts'
import { moduleOfFile } from './module.store.ts'
import type { Module } from './module.ts'
import { providersById } from './provider.store.ts'
import { mayManage } from './provider.ts'

/** Title and address of these standards, as they read now. */
export async function standardsAt(db: Db, items: string[]): Promise<{ href: string; title: string }[]> {
  const known = await readItems(db, items)
  return items.flatMap((id) => {
    const item = known.get(id)
    return item && item.title !== null ? [{ href: item.url, title: item.title }] : []
  })
}

/** A standard that material can be about, in a form. */
export interface ModuleStandard {
  item: string
  name: string
  /** False: it was replaced since, or taken away. */
  isCurrent: boolean
}

/** The standards material can be about: those that hold now, and of those it names already the ones that don't any more. */
export async function standardsFor(db: Db, named: readonly string[]): Promise<ModuleStandard[]> {
  const current = (await currentStandards(db)).map(({ item, name }) => ({ item, name, isCurrent: true }))
  const older = named.filter((item) => !current.some((one) => one.item === item))
  const known = await readItems(db, older)
  const titled = older.flatMap((item) => ({ item, name: known.get(item)?.title ?? '', isCurrent: false }))
  return [...current, ...titled.filter(({ name }) => name !== '')]
}

/** Those of what was sent that were offered. */
export const among = (offered: readonly ModuleStandard[], sent: readonly string[]): string[] =>
  sent.filter((item) => offered.some((one) => one.item === item))

/** The file of a module that may be taken along; undefined when there is none, or the scanner has not spoken. */
export async function fileOfModule(db: Db, { file }: Pick<Module, 'file'>): Promise<StoredFile | undefined> {
  const facts = file === null ? undefined : (await fileFacts(db, [file])).get(file)
  return facts?.standing === 'ready' ? facts : undefined
}

/**
 * Whether someone may take the file of a module along: everyone once it is on the site, before that its own people, and
 * editors when it was laid before them.
 */
export async function mayReadModuleFile(c: PeopleContext, file: { id: string }): Promise<boolean> {
  const { db, person } = c.var
  const module = await moduleOfFile(db, file.id)
  if (!module) return false
  if (module.liveSince !== null) return true
  const provider = (await providersById(db, [module.provider])).get(module.provider)
  if (provider !== undefined && mayManage(person, provider)) return true
  if (!hasRole(person, 'editor') || !provenFor(c, 'editor')) return false
  return (await modulePublishing.standingOf(db, [module.id])).get(module.id)?.request !== undefined
}
