import { eq } from 'drizzle-orm'
import { type Db, statement } from '../foundation/db/index.ts'
import { themeChoice, themeProposal } from './intake.tables.ts'
import type { ThemeOutcome, ThemeProposal } from './theme.ts'

interface ProposalRow {
  id: string
  year: number
  name: string
  reason: string
  person: string | null
  proposedAt: Date
  outcome: ThemeOutcome | null
  choiceReason: string | null
  chosenAt: Date | null
}

const rows = statement<ProposalRow & Record<string, unknown>>(
  'practices.themeProposals',
  `select p.id, p.year, p.name, p.reason, p.person, p.proposed_at as "proposedAt", c.outcome,
          c.reason as "choiceReason", c.chosen_at as "chosenAt"
     from practices.theme_proposal p left join practices.theme_choice c on c.proposal = p.id
    where p.year >= $1 or c.proposal is null or c.chosen_at >= make_date($1::int, 1, 1) order by p.year desc, p.proposed_at desc limit 500`,
)

/** Proposals for this year and later, and older ones that nobody decided about before it; newest first. */
export async function themeProposals(db: Db, year: number): Promise<ThemeProposal[]> {
  return (await rows(db, year)).map(({ outcome, choiceReason, chosenAt, ...row }) => ({
    ...row,
    choice: outcome && choiceReason !== null && chosenAt ? { outcome, reason: choiceReason, chosenAt } : null,
  }))
}

/** Keeps a proposal. */
export async function proposeTheme(
  db: Db,
  proposal: { year: number; name: string; reason: string; person: string; at: Date },
): Promise<void> {
  const { at, ...row } = proposal
  await db.insert(themeProposal).values({ ...row, proposedAt: at })
}

/** Says what became of a proposal. False when a colleague was first. */
export async function chooseTheme(
  db: Db,
  choice: { proposal: string; outcome: ThemeOutcome; reason: string; by: string; at: Date },
): Promise<boolean> {
  const { by, at, ...row } = choice
  const kept = await db
    .insert(themeChoice)
    .values({ ...row, chosenBy: by, chosenAt: at })
    .onConflictDoNothing()
    .returning({ proposal: themeChoice.proposal })
  return kept.length === 1
}

const hold = statement<{ person: string | null }>(
  'practices.holdProposal',
  'select person from practices.theme_proposal where id = $1 for update',
)
const isDecided = statement<{ decided: boolean }>(
  'practices.proposalDecided',
  'select exists (select from practices.theme_choice where proposal = $1) as decided',
)

/** Whether there is such a proposal; from here on it waits for this transaction. */
export async function holdProposal(db: Db, id: string): Promise<boolean> {
  return (await hold(db, id)).length === 1
}

/**
 * Takes back what this person proposed, so that nothing of it is left. What an editor decided about stays: others read it.
 */
export async function takeBackProposal(db: Db, id: string, person: string): Promise<'gone' | 'decided' | 'not theirs'> {
  const [held] = await hold(db, id)
  if (held?.person !== person) return 'not theirs'
  if ((await isDecided(db, id))[0]?.decided) return 'decided'
  await db.delete(themeProposal).where(eq(themeProposal.id, id))
  return 'gone'
}
