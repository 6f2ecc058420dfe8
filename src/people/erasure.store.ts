import { and, eq, isNotNull, isNull } from 'drizzle-orm'
import type { Db } from '../foundation/db/index.ts'
import { endSessionsOf, forgetKeptForms } from '../foundation/http/index.ts'
import { person } from './people.tables.ts'

/** Notes that someone wants their account erased, and signs them out everywhere. The erasing itself is work for a job. */
export async function askErasure(db: Db, id: string, at: Date): Promise<void> {
  await db
    .update(person)
    .set({ eraseAskedAt: at })
    .where(and(eq(person.id, id), isNull(person.eraseAskedAt)))
  await endSessionsOf(db, id)
  await forgetKeptForms(db, id)
}

/** Whoever asked for it and was not erased yet, first come, first served. */
export async function erasuresAsked(db: Db): Promise<string[]> {
  const rows = await db
    .select({ id: person.id })
    .from(person)
    .where(and(isNotNull(person.eraseAskedAt), isNull(person.erasedAt)))
    .orderBy(person.eraseAskedAt)
  return rows.map(({ id }) => id)
}
