import type { Charter } from './charter.ts'
import { patternOf, type Row, tallyRows } from './closing.ts'
import { shownAlong } from './disclosure.ts'
import type { StatementFigures, WithRemoved } from './figures.ts'
import { FEWEST_ALIKE } from './flag.ts'
import { MINIMUM, votes } from './tally.ts'
import { verdict } from './verdict.ts'

/** What a chair decided to take out: the forms of one group that were alike when it was decided. */
export interface Removal {
  flag: string
  role: string
  pseudonyms: readonly string[]
}

/** What was taken out at the closing: how many forms of which group, by which decision. */
export interface TakenOut {
  flag: string
  role: string
  forms: number
}

/**
 * Takes out, at the closing, all forms of that group that are still alike: those of whoever changed their answers since
 * are counted, and a form that became the same since goes too, for nothing tells it apart. With fewer than ten nothing is
 * taken out, so what is missing is never the answer of a few.
 */
export function takeOut<R extends Row>(
  rows: readonly R[],
  removals: readonly Removal[],
  statements: number,
): { kept: readonly R[]; removed: R[]; takenOut: (TakenOut & { pseudonyms: string[] })[] } {
  if (removals.length === 0) return { kept: rows, removed: [], takenOut: [] }
  const gone = new Set<R>()
  const takenOut: (TakenOut & { pseudonyms: string[] })[] = []
  for (const { flag, role, pseudonyms } of removals) {
    const meant = new Set(pseudonyms)
    const alike = new Map<string, { members: number; rows: R[] }>()
    for (const row of rows) {
      if (row.role !== role || gone.has(row)) continue
      const pattern = patternOf(row.answers, statements)
      const one = alike.get(pattern) ?? { members: 0, rows: [] }
      one.rows.push(row)
      if (meant.has(row.pseudonym)) one.members += 1
      alike.set(pattern, one)
    }
    const [largest] = [...alike.values()].toSorted((one, other) => other.members - one.members)
    if (largest === undefined || largest.members === 0 || largest.rows.length < FEWEST_ALIKE) continue
    for (const row of largest.rows) gone.add(row)
    takenOut.push({ flag, role, forms: largest.rows.length, pseudonyms: largest.rows.map((row) => row.pseudonym) })
  }
  return { kept: rows.filter((row) => !gone.has(row)), removed: [...gone], takenOut }
}

/**
 * Counts one statement once more with what was taken out. Whoever has both tallies can subtract: so of a role in which too
 * few others are left, only the tally without is kept, which says "te weinig" by itself.
 */
export function countedAlong(
  without: Pick<StatementFigures, 'tallies'>,
  removed: readonly (readonly number[])[],
  { roles, rule, minimum }: Pick<Charter, 'roles' | 'rule' | 'minimum'>,
): WithRemoved {
  const least = Math.max(minimum, MINIMUM)
  const tallies = without.tallies.map((tally, at) => tally.map((count, score) => count + (removed[at]?.[score] ?? 0)))
  const withheld = without.tallies.flatMap((tally, at) => {
    const others = votes(tally)
    return votes(removed[at] ?? []) > 0 && others > 0 && others < least ? [at] : []
  })
  const slugs = roles.map(({ slug }) => slug)
  const byRole = new Map(slugs.map((slug, at) => [slug, tallies[at] ?? []]))
  return {
    tallies,
    shown: without.tallies.map((tally, at) => (withheld.includes(at) ? null : shownAlong(tally, removed[at] ?? []))),
    outcome: withheld.length > 0 ? null : verdict(byRole, rule, slugs, minimum),
    withheld,
  }
}

/** Every statement of a round with what was taken out counted along; as it was when nothing was. */
export function withRemoved(
  figures: readonly StatementFigures[],
  removed: readonly Row[],
  charter: Pick<Charter, 'roles' | 'rule' | 'minimum'>,
): StatementFigures[] {
  if (removed.length === 0) return [...figures]
  const roles = charter.roles.map(({ slug }) => slug)
  const tallies = tallyRows(removed, figures.length, roles)
  return figures.map((one, at) => ({ ...one, withRemoved: countedAlong(one, tallies[at] ?? [], charter) }))
}
