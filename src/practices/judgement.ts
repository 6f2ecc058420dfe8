import type { Criterion, Verdict } from './criterion.ts'

/** What one reader finds on one criterion, in one sentence. */
export interface Judgement {
  assignment: string
  criterion: string
  verdict: Verdict
  sentence: string
  version: number
}

/** What a reader says about a difference, after seeing the other's sentence. */
export interface DifferenceNote {
  id: string
  assignment: string
  criterion: string
  verdict: Verdict
  sentence: string
  notedAt: Date
}

/** One criterion with what both readers found, each on their own. */
export interface Comparison {
  criterion: Criterion
  verdicts: [Verdict, Verdict]
  equal: boolean
}

/** Both independent judgements beside each other. Notes of the talk afterwards change nothing here. */
export function comparisons(criteria: Criterion[], one: Judgement[], other: Judgement[]): Comparison[] {
  return criteria.flatMap((criterion): Comparison[] => {
    const first = one.find((judgement) => judgement.criterion === criterion.id)
    const second = other.find((judgement) => judgement.criterion === criterion.id)
    if (!first || !second) return []
    return [{ criterion, verdicts: [first.verdict, second.verdict], equal: first.verdict === second.verdict }]
  })
}

/** Only what they differ on is talked about. */
export const differences = (all: Comparison[]): Comparison[] => all.filter(({ equal }) => !equal)

/** "Op 5 van de 6 gelijk": counted before the talk, because afterwards they know each other's answer. */
export function agreementSentence(all: Pick<Comparison, 'equal'>[]): string {
  const equal = all.filter((one) => one.equal).length
  return equal === all.length ? `Op alle ${all.length} gelijk` : `Op ${equal} van de ${all.length} gelijk`
}

/** What a reader holds in the end: the last word of the talk, or else the first judgement. */
export function lastVerdict(judgement: Judgement, notes: DifferenceNote[]): Verdict {
  const own = notes
    .filter(({ assignment, criterion }) => assignment === judgement.assignment && criterion === judgement.criterion)
    .toSorted((one, other) => one.notedAt.getTime() - other.notedAt.getTime())
  return own.at(-1)?.verdict ?? judgement.verdict
}
