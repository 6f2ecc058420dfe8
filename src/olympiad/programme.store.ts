import { and, asc, eq } from 'drizzle-orm'
import type { Db } from '../foundation/db/index.ts'
import { programmePart } from './hall.tables.ts'
import type { ProgrammePart } from './programme.ts'

const columns = {
  id: programmePart.id,
  startsAt: programmePart.startsAt,
  minutes: programmePart.minutes,
  title: programmePart.title,
  words: programmePart.words,
  version: programmePart.version,
}

/** A part as the chair edits it. */
export type EditedPart = ProgrammePart & { version: number }

/** Every part of the day, in the order of the clock. */
export async function programmeOf(db: Db, olympiad: string): Promise<EditedPart[]> {
  return db
    .select(columns)
    .from(programmePart)
    .where(eq(programmePart.olympiad, olympiad))
    .orderBy(asc(programmePart.startsAt), asc(programmePart.title), asc(programmePart.id))
}

/** Adds a part. */
export async function addPart(db: Db, olympiad: string, part: Omit<ProgrammePart, 'id'>): Promise<void> {
  await db.insert(programmePart).values({ olympiad, ...part })
}

/** Changes a part; false when a colleague changed it since it was read, or took it out. */
export async function changePart(db: Db, olympiad: string, { id, version, ...part }: EditedPart): Promise<boolean> {
  const changed = await db
    .update(programmePart)
    .set({ ...part, version: version + 1 })
    .where(and(eq(programmePart.id, id), eq(programmePart.olympiad, olympiad), eq(programmePart.version, version)))
    .returning({ id: programmePart.id })
  return changed.length === 1
}

/** Takes a part out of the programme. */
export async function removePart(db: Db, olympiad: string, id: string): Promise<void> {
  await db.delete(programmePart).where(and(eq(programmePart.id, id), eq(programmePart.olympiad, olympiad)))
}
