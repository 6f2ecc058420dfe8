import { type Assignment, closedReaders } from './assignment.ts'
import type { Criterion, Verdict } from './criterion.ts'
import type { FirstCheckState } from './first-check.ts'

/** Why, on one criterion, as the organisation reads it. */
export interface DecisionWords {
  criterion: string
  verdict: Verdict
  sentence: string
}

/** What became of a nomination. There is one, and it does not change. */
export interface Decision {
  nomination: string
  outcome: 'chosen' | 'not chosen'
  words: DecisionWords[]
  /** Always one, also for a practice that was chosen. */
  advice: string
  decidedBy: string
  decidedAt: Date
}

/** What still has to happen before there can be a decision, as a sentence; undefined when it can be taken. */
export function decisionObstacle(
  check: FirstCheckState,
  assignments: Pick<Assignment, 'interest' | 'closedAt'>[],
): string | undefined {
  if (check !== 'passed') return 'De eerste toets is nog niet rond.'
  if (closedReaders(assignments) === undefined)
    return 'Er zijn nog geen twee meelezers die hun oordeel hebben afgesloten.'
  return undefined
}

/** The criteria that must be met and, by these words, are not. */
export function failedMusts(criteria: Criterion[], words: DecisionWords[]): Criterion[] {
  return criteria.filter(
    ({ id, weight }) =>
      weight === 'must' && words.some(({ criterion, verdict }) => criterion === id && verdict === 'fails'),
  )
}

/** Why these words can't carry this outcome, as a sentence for the field; undefined when they can. */
export function decisionFault(
  criteria: Criterion[],
  decision: Pick<Decision, 'outcome' | 'words' | 'advice'>,
): { field: string; message: string } | undefined {
  const silent = criteria.find(
    ({ id }) => !decision.words.some(({ criterion, sentence }) => criterion === id && sentence !== ''),
  )
  if (silent) return { field: `zin-${silent.slug}`, message: `Leg in één zin uit hoe het zit met “${silent.name}”.` }
  const [failed] = failedMusts(criteria, decision.words)
  if (decision.outcome === 'chosen' && failed)
    return {
      field: 'uitkomst',
      message: `Aan “${failed.name}” móét een praktijk voldoen, en dat doet deze niet. Daarom kan zij niet worden gekozen.`,
    }
  if (decision.advice === '')
    return { field: 'advies', message: 'Geef altijd één advies: iets waar de mensen morgen mee verder kunnen.' }
  return undefined
}

const OUTCOME_WORDS: Record<Decision['outcome'], string> = { chosen: 'gekozen', 'not chosen': 'niet gekozen' }

/** An outcome on screen. */
export const outcomeWord = (outcome: Decision['outcome']): string => OUTCOME_WORDS[outcome]
