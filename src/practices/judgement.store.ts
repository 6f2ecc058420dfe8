import { asc, inArray, sql } from 'drizzle-orm'
import type { Db } from '../foundation/db/index.ts'
import type { Verdict } from './criterion.ts'
import { differenceNote, judgement as judgementTable } from './intake.tables.ts'
import type { DifferenceNote, Judgement } from './judgement.ts'

/** What these readers found so far. Whoever asks decides first who may see it: `closedReaders`. */
export async function judgementsOf(db: Db, assignments: string[]): Promise<Judgement[]> {
  if (assignments.length === 0) return []
  const rows = await db.select().from(judgementTable).where(inArray(judgementTable.assignment, assignments))
  return rows.map(({ savedAt: _, ...row }) => ({ ...row, verdict: row.verdict as Verdict }))
}

/** How often a reader saved: goes up with every save, so that two tabs notice each other. */
export const judgementVersion = (judgements: Judgement[]): number =>
  judgements.reduce((sum, { version }) => sum + version, 0)

/** Saves what a reader found on some criteria. */
export async function saveJudgements(
  db: Db,
  assignment: string,
  found: { criterion: string; verdict: Verdict; sentence: string }[],
  at: Date,
): Promise<void> {
  if (found.length === 0) return
  await db
    .insert(judgementTable)
    .values(found.map((one) => ({ assignment, ...one, savedAt: at })))
    .onConflictDoUpdate({
      target: [judgementTable.assignment, judgementTable.criterion],
      set: {
        verdict: sql`excluded.verdict`,
        sentence: sql`excluded.sentence`,
        version: sql`${judgementTable.version} + 1`,
        savedAt: at,
      },
    })
}

/** What these readers said about their differences, in the order they said it. */
export async function notesOf(db: Db, assignments: string[]): Promise<DifferenceNote[]> {
  if (assignments.length === 0) return []
  const rows = await db
    .select()
    .from(differenceNote)
    .where(inArray(differenceNote.assignment, assignments))
    .orderBy(asc(differenceNote.notedAt), asc(differenceNote.id))
  return rows.map((row) => ({ ...row, verdict: row.verdict as Verdict }))
}

/** Adds to the talk about a difference. */
export async function keepNote(db: Db, note: Omit<DifferenceNote, 'id'>): Promise<void> {
  await db.insert(differenceNote).values(note)
}
