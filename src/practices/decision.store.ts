import { eq } from 'drizzle-orm'
import type { Db } from '../foundation/db/index.ts'
import type { Decision, DecisionWords } from './decision.ts'
import type { Disagreement } from './disagreement.ts'
import { decision as decisionTable, disagreementAnswer, disagreement as disagreementTable } from './intake.tables.ts'

/** The decision about a nomination, once there is one. */
export async function decisionOf(db: Db, nomination: string): Promise<Decision | undefined> {
  const [row] = await db.select().from(decisionTable).where(eq(decisionTable.nomination, nomination))
  return row && { ...row, outcome: row.outcome as Decision['outcome'], words: row.words as DecisionWords[] }
}

/** Writes the decision; it never changes. */
export async function keepDecision(db: Db, decision: Decision): Promise<void> {
  await db.insert(decisionTable).values(decision)
}

/** What the organisation said about the decision and what we answered. */
export async function disagreementOf(db: Db, nomination: string): Promise<Disagreement | undefined> {
  const [row] = await db
    .select({
      words: disagreementTable.words,
      saidAt: disagreementTable.saidAt,
      answer: disagreementAnswer.words,
      answeredAt: disagreementAnswer.answeredAt,
    })
    .from(disagreementTable)
    .leftJoin(disagreementAnswer, eq(disagreementAnswer.nomination, disagreementTable.nomination))
    .where(eq(disagreementTable.nomination, nomination))
  if (!row) return undefined
  const { answer, answeredAt, words, saidAt } = row
  return { words, saidAt, answer: answer !== null && answeredAt !== null ? { words: answer, answeredAt } : null }
}

/** The organisation sees it otherwise. False when they said so before. */
export async function keepDisagreement(
  db: Db,
  said: { nomination: string; words: string; by: string | null; at: Date },
): Promise<boolean> {
  const { nomination, words, by, at } = said
  const kept = await db
    .insert(disagreementTable)
    .values({ nomination, words, saidBy: by, saidAt: at })
    .onConflictDoNothing()
    .returning({ nomination: disagreementTable.nomination })
  return kept.length === 1
}

/** The adviser answers. False when a colleague was first. */
export async function keepDisagreementAnswer(
  db: Db,
  said: { nomination: string; words: string; by: string; at: Date },
): Promise<boolean> {
  const { nomination, words, by, at } = said
  const kept = await db
    .insert(disagreementAnswer)
    .values({ nomination, words, answeredBy: by, answeredAt: at })
    .onConflictDoNothing()
    .returning({ nomination: disagreementAnswer.nomination })
  return kept.length === 1
}
