import type { Source } from './framework.ts'

/** What someone is able to do; a framework of its own beside the standards. */
export interface CompetenceText {
  slug: string
  code: string
  name: string
  plainLine: string
}

export interface CompetenceFrameworkText {
  title: string
  year: number
  scope?: string | undefined
  source: Source[]
  ours: string
  /** Says that tying competences to standards was our own choice. */
  mappingOurs: string
}
