import { and, count, desc, eq } from 'drizzle-orm'
import type { Db } from '../foundation/db/index.ts'
import type { Takeout } from '../people/index.ts'
import { readItems } from '../thread/index.ts'
import { savedItem } from './community.tables.ts'
import type { Saved } from './saved.ts'

/** What someone kept, newest first, as it reads now; what is no longer there is left out. */
export async function savedBy(db: Db, person: string): Promise<Saved[]> {
  const rows = await db
    .select({ item: savedItem.item })
    .from(savedItem)
    .where(eq(savedItem.person, person))
    .orderBy(desc(savedItem.savedAt), savedItem.item)
  const items = await readItems(
    db,
    rows.map(({ item }) => item),
  )
  return rows.flatMap(({ item }): Saved[] => {
    const found = items.get(item)
    if (!found) return []
    const badge = found.fictional ? { badge: 'verzonnen voorbeeld' } : {}
    return [{ item, href: found.url, title: found.title ?? 'Ingetrokken', text: found.word, ...badge }]
  })
}

/** Whether someone kept this item. */
export async function isSaved(db: Db, person: string, item: string): Promise<boolean> {
  const rows = await db
    .select({ item: savedItem.item })
    .from(savedItem)
    .where(and(eq(savedItem.person, person), eq(savedItem.item, item)))
  return rows.length === 1
}

export async function countSaved(db: Db, person: string): Promise<number> {
  const [row] = await db.select({ n: count() }).from(savedItem).where(eq(savedItem.person, person))
  return row?.n ?? 0
}

/** Keeps an item; twice is once. */
export async function saveItem(db: Db, person: string, item: string, at: Date): Promise<void> {
  await db.insert(savedItem).values({ person, item, savedAt: at }).onConflictDoNothing()
}

export async function dropSaved(db: Db, person: string, item: string): Promise<void> {
  await db.delete(savedItem).where(and(eq(savedItem.person, person), eq(savedItem.item, item)))
}

/** What someone kept, to take along. */
export async function exportSaved(db: Db, person: string): Promise<Takeout[]> {
  const rows = await db.select().from(savedItem).where(eq(savedItem.person, person)).orderBy(savedItem.savedAt)
  const titles = new Map((await savedBy(db, person)).map((saved) => [saved.item, saved.title]))
  return [
    {
      name: 'bewaard',
      title: 'Wat je bewaarde om later te lezen',
      rows: rows.map((row) => ({
        item: row.item,
        titel: titles.get(row.item) ?? null,
        bewaard: row.savedAt.toISOString(),
      })),
    },
  ]
}

/** Forgets what someone kept. */
export async function eraseSaved(db: Db, person: string): Promise<void> {
  await db.delete(savedItem).where(eq(savedItem.person, person))
}
