import type { Level } from './course.ts'

/** Teaching material to take along (onderwijsmodule). */
export interface Module {
  id: string
  provider: string
  slug: string
  title: string
  line: string
  about: string
  minutes: number
  level: Level
  /** Items of the standards it is about, as its provider says. */
  standards: string[]
  licence: string
  file: string | null
  url: string
  fictional: boolean
  version: number
  /** Null: only its provider sees it. */
  liveSince: Date | null
}

/** What a provider says of it; the file is kept apart. */
export type ModuleText = Omit<Module, 'id' | 'provider' | 'slug' | 'file' | 'fictional' | 'version' | 'liveSince'>

/** The page of a module. */
export const moduleUrl = ({ slug }: Pick<Module, 'slug'>): string => `/scholing/materiaal/${slug}`
