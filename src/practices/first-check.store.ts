import { desc, eq } from 'drizzle-orm'
import type { Db } from '../foundation/db/index.ts'
import type { FirstCheck, FirstCheckWords } from './first-check.ts'
import { firstCheck } from './intake.tables.ts'

/** Every first sitting about a nomination, newest first. */
export async function firstChecksOf(db: Db, nomination: string): Promise<FirstCheck[]> {
  const rows = await db
    .select()
    .from(firstCheck)
    .where(eq(firstCheck.nomination, nomination))
    .orderBy(desc(firstCheck.checkedAt))
  return rows.map((row) => ({
    ...row,
    outcome: row.outcome as FirstCheck['outcome'],
    words: row.words as FirstCheckWords[],
  }))
}

/** Closes a first sitting. */
export async function keepFirstCheck(db: Db, check: Omit<FirstCheck, 'id'>): Promise<void> {
  await db.insert(firstCheck).values(check)
}
