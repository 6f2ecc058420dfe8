import type { StakeholderRole } from './olympiad.ts'
import type { Mode } from './round.ts'
import type { Rule } from './rule.ts'

/** The rules of the game as they were locked and published: nothing in it changes after. */
export interface Charter {
  olympiad: string
  rule: Rule
  minimum: number
  mode: Exclude<Mode, 'secret'>
  roles: StakeholderRole[]
  /** When ballots may be taken out. */
  removalRule: string
  lockedAt: Date
}
