import { statement } from '../foundation/db/index.ts'
import { holdModule } from './module.store.ts'
import type { Module } from './module.ts'
import { publishing } from './publishing.store.ts'

const setLive = statement('training.setModuleLive', 'update training.module set live_since = $2 where id = $1')

/** Material from asking to the archive, as of a course; it has no place on the thread. */
export const modulePublishing = publishing<Module>('module', {
  hold: holdModule,
  isPublished: ({ isPublished }) => isPublished,
  show: async (tx, { id }, { at }) => void (await setLive(tx, id, at)),
  hide: async () => undefined,
})
