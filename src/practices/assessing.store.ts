import { and, asc, eq, isNull, sql } from 'drizzle-orm'
import { type Db, inTransaction } from '../foundation/db/index.ts'
import type { Takeout } from '../people/index.ts'
import { readAssignment, readingsOf, releaseReader } from './assignment.store.ts'
import { type Verdict, verdictWord } from './criterion.ts'
import {
  assignment,
  criterion,
  differenceNote,
  disagreement,
  interest,
  judgement,
  judgementClosing,
} from './intake.tables.ts'

/** What someone read, judged and said about decisions, to take along. */
export async function exportAssessing(db: Db, person: string): Promise<Takeout[]> {
  const readings = await readingsOf(db, person)
  const judged = await db
    .select({
      criterion: criterion.name,
      verdict: judgement.verdict,
      sentence: judgement.sentence,
      at: judgement.savedAt,
    })
    .from(judgement)
    .innerJoin(assignment, eq(assignment.id, judgement.assignment))
    .innerJoin(criterion, eq(criterion.id, judgement.criterion))
    .where(eq(assignment.reader, person))
    .orderBy(asc(judgement.savedAt), asc(criterion.position))
  const notes = await db
    .select({ criterion: criterion.name, sentence: differenceNote.sentence, at: differenceNote.notedAt })
    .from(differenceNote)
    .innerJoin(assignment, eq(assignment.id, differenceNote.assignment))
    .innerJoin(criterion, eq(criterion.id, differenceNote.criterion))
    .where(eq(assignment.reader, person))
    .orderBy(asc(differenceNote.notedAt))
  const said = await db.select().from(disagreement).where(eq(disagreement.saidBy, person))
  return [
    {
      name: 'meelezen',
      title: 'Praktijken die je meelas',
      rows: readings.map((row) => ({
        praktijk: row.title,
        uiterlijk: row.dueOn,
        belang: row.interest?.words ?? null,
        afgesloten: row.closedAt?.toISOString() ?? null,
      })),
    },
    {
      name: 'oordelen',
      title: 'Oordelen die je als meelezer gaf',
      rows: [
        ...judged.map((row) => ({
          criterium: row.criterion,
          oordeel: verdictWord(row.verdict as Verdict),
          zin: row.sentence,
          op: row.at.toISOString(),
        })),
        ...notes.map((row) => ({
          criterium: row.criterion,
          oordeel: null,
          zin: row.sentence,
          op: row.at.toISOString(),
        })),
      ],
    },
    {
      name: 'reacties-op-besluiten',
      title: 'Reacties die je gaf op een besluit',
      rows: said.map((row) => ({ reactie: row.words, gegeven: row.saidAt.toISOString() })),
    },
  ]
}

/**
 * What is half read goes; a judgement that stands stays as part of a decision about others, but what a reader said about
 * themselves (an interest) is emptied, and a reaction no longer names who wrote it.
 */
export async function eraseAssessing(db: Db, person: string): Promise<void> {
  await inTransaction(db, async (tx) => {
    const open = await tx
      .select({ id: assignment.id })
      .from(assignment)
      .leftJoin(judgementClosing, eq(judgementClosing.assignment, assignment.id))
      .where(and(eq(assignment.reader, person), isNull(judgementClosing.assignment)))
    for (const { id } of open) if (await readAssignment(tx, id, { hold: true })) await releaseReader(tx, id)
    await tx
      .update(interest)
      .set({ words: '' })
      .where(sql`${interest.assignment} in (select id from practices.assignment where reader = ${person})`)
    await tx.update(disagreement).set({ saidBy: null }).where(eq(disagreement.saidBy, person))
  })
}
