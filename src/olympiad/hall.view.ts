import type { Db } from '../foundation/db/index.ts'
import { nameOf } from '../people/index.ts'
import { readItems } from '../thread/index.ts'
import type { Discussed } from './programme.page.tsx'
import type { Seating } from './signup.fields.part.tsx'
import { comingTo, type EditedTable, tablesOf } from './table.store.ts'
import type { HallTable } from './table.ts'

/** The room: its tables and how many come. */
export async function seatingOf(db: Db, olympiad: string): Promise<Seating & { tables: EditedTable[] }> {
  return { tables: await tablesOf(db, olympiad), coming: await comingTo(db, olympiad) }
}

/** The practices on the tables, by their place on the thread; what was withdrawn is absent. */
export async function discussedAt(db: Db, tables: readonly HallTable[]): Promise<Map<string, Discussed>> {
  const items = await readItems(db, [...new Set(tables.flatMap(({ practices }) => practices))])
  return new Map(
    [...items].flatMap(([id, { title, url, fictional }]) =>
      title === null ? [] : [[id, { title, url, fictional }] as const],
    ),
  )
}

/** The names of the hosts, by person. A host said yes to standing on the programme. */
export async function hostsOf(db: Db, tables: readonly HallTable[]): Promise<Map<string, string>> {
  return nameOf(db, [...new Set(tables.flatMap(({ host }) => host ?? []))])
}
