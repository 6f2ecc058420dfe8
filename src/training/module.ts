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
  /** When an editor looked at it first; null is not yet. */
  lookedAt: Date | null
  /** Whether it ever stood on the site. */
  isPublished: boolean
}

/** What a provider says of it; the file is kept apart. */
export type ModuleText = Pick<
  Module,
  'title' | 'line' | 'about' | 'minutes' | 'level' | 'standards' | 'licence' | 'url'
>

/** The page of a module. */
export const moduleUrl = ({ slug }: Pick<Module, 'slug'>): string => `/scholing/materiaal/${slug}`

/** The page of one piece of material, for its provider's own people. */
export const moduleDeskUrl = ({ id }: Pick<Module, 'id'>): string => `/scholing/aanbieder/materiaal/${id}`

/** Why material cannot be asked to go on the site yet; '' when it can. */
export const moduleLacks = ({ file, url }: Pick<Module, 'file' | 'url'>): string =>
  file === null && url === ''
    ? 'Voeg eerst een bestand toe of vul een adres in. Anders valt er niets mee te nemen.'
    : ''

/** Where editors find what waits. */
export const MODULE_CHECKS_URL = '/redactie/scholing/materiaal'

/** Where an editor looks at one piece of material. */
export const moduleCheckUrl = ({ id }: Pick<Module, 'id'>): string => `${MODULE_CHECKS_URL}/${id}`
