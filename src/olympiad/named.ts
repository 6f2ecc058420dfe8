import type { Charter } from './charter.ts'
import type { StakeholderRole } from './olympiad.ts'
import type { Round } from './round.ts'
import { type Answer, answerWords } from './score.ts'

/**
 * Whether the answers of a round stand with names: only when that was declared before anyone voted, and after the
 * closing. Both the rules of the game and the round must say so.
 */
export const standsWithNames = (
  charter: Pick<Charter, 'mode'> | undefined,
  { mode, kind, closedAt }: Pick<Round, 'mode' | 'kind' | 'closedAt'>,
): boolean => charter?.mode === 'open' && mode === 'open' && kind === 'weighing' && closedAt !== null

/**
 * One answer with who gave it, as they named themselves; null for whoever stopped, whose name was let
 * go of, or who answered on paper and gave none.
 */
export interface NamedAnswer {
  statement: string
  role: string
  name: string | null
  answer: Answer
}

/** What the people of one group answered about one statement. */
export interface NamedGroup {
  role: StakeholderRole
  answers: NamedAnswer[]
}

/** What a file and a page say of someone without a name. */
export const NAMELESS = 'iemand zonder naam'

const collator = new Intl.Collator('nl')

/** Group by group; in it who said the same stands together, most needed first, then by name, the nameless last. */
export function byGroup(roles: readonly StakeholderRole[], answers: readonly NamedAnswer[]): NamedGroup[] {
  const ranked = answers.toSorted(
    (one, other) =>
      (other.answer ?? 0) - (one.answer ?? 0) ||
      Number(one.name === null) - Number(other.name === null) ||
      collator.compare(one.name ?? '', other.name ?? ''),
  )
  return roles
    .map((role) => ({ role, answers: ranked.filter((one) => one.role === role.slug) }))
    .filter((group) => group.answers.length > 0)
}

/** One line of the file. */
export const namedRow = (sentence: string, role: string, { name, answer }: NamedAnswer) => ({
  zin: sentence,
  groep: role,
  naam: name ?? NAMELESS,
  antwoord: answerWords(answer),
})
