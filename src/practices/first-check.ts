import type { Criterion } from './criterion.ts'

/** What an adviser found on a hard criterion, before anyone reads. */
export interface FirstCheckWords {
  criterion: string
  met: boolean
  sentence: string
}

/** The first sitting about one submission. */
export interface FirstCheck {
  id: string
  nomination: string
  submission: string
  outcome: 'passed' | 'asked'
  words: FirstCheckWords[]
  /** What we still ask the organisation; empty when it passed. */
  question: string
  checkedBy: string
  checkedAt: Date
}

/** The criteria of the first sitting. */
export const hardCriteria = (criteria: Criterion[]): Criterion[] => criteria.filter(({ hard }) => hard)

/** The sitting that counts: the newest, and only when it is about what was sent last. */
export function standingCheck(checks: FirstCheck[], submission: string | undefined): FirstCheck | undefined {
  return checks
    .filter((check) => check.submission === submission)
    .toSorted((one, other) => other.checkedAt.getTime() - one.checkedAt.getTime())[0]
}

/** Where the first sitting stands. */
export type FirstCheckState = 'not sent' | 'to check' | 'asked' | 'passed'

export function firstCheckState(checks: FirstCheck[], submission: string | undefined): FirstCheckState {
  if (submission === undefined) return 'not sent'
  return standingCheck(checks, submission)?.outcome ?? 'to check'
}

/** Why a first sitting can't be closed like this, as a sentence for the field; undefined when it can. */
export function firstCheckFault(check: {
  outcome: 'passed' | 'asked'
  words: FirstCheckWords[]
  question: string
}): { field: string; message: string } | undefined {
  const failing = check.words.some(({ met }) => !met)
  if (check.outcome === 'passed' && failing)
    return {
      field: 'uitkomst',
      message: 'Aan een van de harde criteria is nog niet voldaan. Vraag de organisatie wat er ontbreekt.',
    }
  if (check.outcome === 'asked' && check.question === '')
    return { field: 'vraag', message: 'Schrijf op wat je nog van de organisatie wilt weten.' }
  return undefined
}
