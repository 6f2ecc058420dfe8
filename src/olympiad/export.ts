import { z } from 'zod'
import type { StatementFigures } from './figures.ts'
import type { Rule } from './rule.ts'
import { MINIMUM, type Tally, votes } from './tally.ts'
import { type Outcome, VERDICTS } from './verdict.ts'

/** The first line of every export file, by which `npm run recount` knows it. */
export const EXPORT_FORMAT = 'verankerd-olympiade-1'

const Count = z.number().int().nonnegative()
const Slug = z.string().min(1).max(80)

const RuleOfExport = z.discriminatedUnion('is', [
  z.object({ is: z.literal('shares'), needed: z.number().int(), notNeeded: z.number().int() }),
  z.object({ is: z.literal('rand') }),
  z.object({ is: z.literal('median'), median: z.number(), iqr: z.number() }),
]) satisfies z.ZodType<Rule>

const RoleCounts = z.object({
  role: Slug,
  /** Votes: scores, without "weet ik niet". */
  votes: Count,
  /** The ten counts, "weet ik niet" first; null under the minimum, where only the number of votes is told. */
  counts: z.array(Count).length(10).nullable(),
})

/**
 * The export of one Olympiade: all that is needed to compute its verdicts again, and nothing about a person. Counts are
 * exact, or they would prove nothing; so whether a role was unanimous can be read here, unlike on any page.
 */
export const OlympiadExport = z.object({
  format: z.literal(EXPORT_FORMAT),
  olympiad: z.object({ slug: Slug, title: z.string(), year: z.number().int() }),
  rule: RuleOfExport,
  roles: z.array(z.object({ slug: Slug, name: z.string() })),
  minimum: z.number().int().min(MINIMUM),
  rounds: z.array(
    z.object({
      number: Count,
      mode: z.enum(['confidential', 'open', 'secret']),
      closedAt: z.iso.datetime(),
      /** Forms that were taken out by the rule published beforehand, with the reason. */
      removed: z.array(z.object({ role: Slug, forms: Count, reason: z.string() })).optional(),
      statements: z.array(
        z.object({
          id: z.string(),
          /** Version of the text that was voted on. */
          version: Count,
          text: z.string(),
          roles: z.array(RoleCounts),
          /** As published. */
          verdict: z.enum(VERDICTS),
          holdingBack: z.array(Slug),
          tooFew: z.array(Slug),
          /** The same with the forms that were taken out counted along; absent when none were taken out. */
          withRemoved: z
            .object({
              roles: z.array(RoleCounts),
              /** Null where both counts together would tell what the few who are left answered. */
              verdict: z.enum(VERDICTS).nullable(),
              holdingBack: z.array(Slug),
              tooFew: z.array(Slug),
            })
            .optional(),
        }),
      ),
    }),
  ),
})

export type OlympiadExport = z.infer<typeof OlympiadExport>

type Exported = OlympiadExport['rounds'][number]['statements'][number]

/** What the export holds of one statement beside its text: counts per role, and what was published about it. */
export function exportedFigures(
  { tallies, outcome, withRemoved }: Pick<StatementFigures, 'tallies' | 'outcome' | 'withRemoved'>,
  roles: readonly string[],
  minimum: number,
): Pick<Exported, 'roles' | 'verdict' | 'holdingBack' | 'tooFew' | 'withRemoved'> {
  const least = Math.max(minimum, MINIMUM)
  const countsOf = (all: readonly Tally[], withheld: readonly number[]) =>
    roles.map((role, at) => {
      const tally = all[at] ?? []
      return { role, votes: votes(tally), counts: votes(tally) < least || withheld.includes(at) ? null : [...tally] }
    })
  const told = { ...pickedFrom(outcome), roles: countsOf(tallies, []) }
  if (withRemoved === undefined) return told
  const along = withRemoved.outcome
  return {
    ...told,
    withRemoved: {
      roles: countsOf(withRemoved.tallies, withRemoved.withheld),
      ...(along === null ? { verdict: null, holdingBack: [], tooFew: [] } : pickedFrom(along)),
    },
  }
}

const pickedFrom = ({ verdict, holdingBack, tooFew }: Outcome) => ({ verdict, holdingBack, tooFew })
