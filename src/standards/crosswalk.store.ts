import { type Db, statement } from '../foundation/db/index.ts'
import type { CrosswalkText } from './crosswalk.ts'
import { isDiscarded } from './discard.store.ts'

/** The way between two editions, newest version of its text. */
export interface Crosswalk {
  id: string
  from: string
  to: string
  version: number
  text: CrosswalkText
  writtenBy: string | null
  revision: string | null
}

const select = `select c.id, c.from_edition as from, c.to_edition as to, t.version, t.body as text,
          t.written_by as "writtenBy", i.revision
     from standards.crosswalk c
     join lateral (select id, version, body, written_by from standards.text where subject = c.id order by version desc limit 1) t on true
     left join standards.imprint i on i.text = t.id
    where not ${isDiscarded('c.to_edition')}`

/** Every crosswalk that begins or ends at this edition. */
export const crosswalksAt: (db: Db, edition: string) => Promise<Crosswalk[]> = statement<Crosswalk>(
  'standards.crosswalks-at',
  `${select} and (c.from_edition = $1 or c.to_edition = $1)`,
)

/** All crosswalks, for exports. */
export const crosswalks: (db: Db) => Promise<Crosswalk[]> = statement<Crosswalk>('standards.crosswalks', select)
