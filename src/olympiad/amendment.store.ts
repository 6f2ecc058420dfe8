import { type Db, statement as prepared } from '../foundation/db/index.ts'
import type { Amendment, AmendmentDecision } from './amendment.ts'
import type { Hand } from './group.store.ts'
import { amendmentDecision, amendment as amendments } from './group.tables.ts'

interface Row extends Omit<Amendment, 'decision'> {
  outcome: AmendmentDecision['outcome'] | null
  why: string | null
  decidedAt: Date | null
}

const AMENDMENT = `select a.id, a.statement, a.version, a.plain, a.example, a.professional, a.reason, a.proposed_by as by,
    a.proposed_at as at, d.outcome, d.reason as why, d.decided_at as "decidedAt"
  from olympiad.amendment a left join olympiad.amendment_decision d on d.amendment = a.id`

const ofStatement = prepared<Row & Record<string, unknown>>(
  'olympiad.amendments',
  `${AMENDMENT} where a.statement = $1 order by a.proposed_at desc, a.id`,
)
const waiting = prepared<{ statement: string; count: number }>(
  'olympiad.waitingAmendments',
  `select a.statement, count(*)::int as count from olympiad.amendment a join olympiad.statement s on s.id = a.statement
    where s.working_group = $1 and not exists (select from olympiad.amendment_decision d where d.amendment = a.id)
    group by a.statement`,
)

const amendmentOf = ({ outcome, why, decidedAt, ...row }: Row): Amendment => ({
  ...row,
  decision: outcome && decidedAt ? { outcome, reason: why ?? '', at: decidedAt } : null,
})

/** Every amendment to a statement, newest first. */
export const amendmentsTo = async (db: Db, statement: string): Promise<Amendment[]> =>
  (await ofStatement(db, statement)).map(amendmentOf)

/** How many amendments wait for a decision, by statement. */
export const waitingAmendments = async (db: Db, group: string): Promise<Map<string, number>> =>
  new Map((await waiting(db, group)).map(({ statement, count }) => [statement, count]))

/** Puts another wording beside the one that stands. */
export async function proposeAmendment(
  db: Db,
  { statement, version, plain, example, professional, reason }: Omit<Amendment, 'id' | 'by' | 'at' | 'decision'>,
  { by, at }: Hand,
): Promise<string> {
  const [row] = await db
    .insert(amendments)
    .values({ statement, version, plain, example, professional, reason, proposedBy: by, proposedAt: at })
    .returning({ id: amendments.id })
  if (!row) throw new Error('The amendment was not stored.')
  return row.id
}

/** Decides about an amendment, once; false when someone else did. */
export async function decideAmendment(
  db: Db,
  amendment: string,
  { outcome, reason }: Omit<AmendmentDecision, 'at'>,
  { by, at }: Hand,
): Promise<boolean> {
  const made = await db
    .insert(amendmentDecision)
    .values({ amendment, outcome, reason, decidedBy: by, decidedAt: at })
    .onConflictDoNothing()
    .returning({ amendment: amendmentDecision.amendment })
  return made.length > 0
}
