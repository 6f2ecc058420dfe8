import { z } from 'zod'
import type { StatementFigures } from './figures.ts'
import type { Rule } from './rule.ts'
import { MINIMUM, votes } from './tally.ts'
import { VERDICTS } from './verdict.ts'

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
        }),
      ),
    }),
  ),
})

export type OlympiadExport = z.infer<typeof OlympiadExport>

/** What the export holds of one statement beside its text: counts per role, and what was published about it. */
export function exportedFigures(
  { tallies, outcome }: Pick<StatementFigures, 'tallies' | 'outcome'>,
  roles: readonly string[],
  minimum: number,
): Pick<OlympiadExport['rounds'][number]['statements'][number], 'roles' | 'verdict' | 'holdingBack' | 'tooFew'> {
  const { verdict, holdingBack, tooFew } = outcome
  const counted = roles.map((role, at) => {
    const tally = tallies[at] ?? []
    const withheld = votes(tally) < Math.max(minimum, MINIMUM)
    return { role, votes: votes(tally), counts: withheld ? null : [...tally] }
  })
  return { roles: counted, verdict, holdingBack, tooFew }
}
