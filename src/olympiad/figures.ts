import { type Concordance, concordance } from './concordance.ts'
import { type Disclosure, disclose, mayShowOverall, type Shown, shownConsensus } from './disclosure.ts'
import { type OpinionGroups, opinionGroups } from './opinion-groups.ts'
import { type Spread, spread } from './quantile.ts'
import type { Rule } from './rule.ts'
import { type Stability, StabilityCount } from './stability.ts'
import { MINIMUM, merge, type Tally, votes } from './tally.ts'
import { type Outcome, verdict } from './verdict.ts'

/** The answers of an earlier round, one per place in the arrays, in any order. */
export interface Answers {
  /** The pseudonym, as a number below `panellists`. */
  panellist: Uint32Array
  /** The statement, as its place in the round. */
  statement: Uint16Array
  /** 1 to 9, or 0 for "weet ik niet". */
  score: Uint8Array
}

/** A closed round, in numbers alone: nothing in it says who anybody is. */
export interface RoundAnswers {
  /** Slugs of the locked roles; elsewhere a role is its place in this list. */
  roles: string[]
  rule: Rule
  minimum: number
  panellists: number
  statements: number
  /** Of each answer the role. */
  role: Uint8Array
  statement: Uint16Array
  score: Uint8Array
  /** Of each answer the pseudonym; null in a secret round, whose ballots have none: then nothing about people follows. */
  panellist: Uint32Array | null
  /** What the same pseudonyms answered to the same texts before; null in a first or secret round. */
  earlier: Answers | null
}

/** Everything of one statement. Quantiles of a role with too few votes are null already: no page can show them by mistake. */
export interface StatementFigures {
  outcome: Outcome
  /** Counted answers per role. As they are: what of them may be shown is in `shown`. */
  tallies: number[][]
  shown: Disclosure
  spreads: (Spread | null)[]
  overall: Spread | null
  /** Group-aware consensus over what is shown. */
  consensus: number | null
  stability: Stability | null
  /** The same with the forms that were taken out of this round; absent when none were. */
  withRemoved?: WithRemoved
}

/** The same statement with the forms that were taken out counted along. */
export interface WithRemoved {
  /** Per role, as exact as the tallies beside it. */
  tallies: number[][]
  /** Per role, what of that may be shown; null where it says something about others beside what is shown without. */
  shown: (Shown | null)[]
  /** What would have come of it; null where telling would say something about the few who are left. */
  outcome: Outcome | null
  /** Places of the roles of which this tally is withheld, because one to four of its votes would be those of others. */
  withheld: number[]
}

/** Everything of a closed round. */
export interface RoundFigures {
  statements: StatementFigures[]
  concordance: Concordance | null
  stability: Stability | null
  opinionGroups: OpinionGroups | null
}

/**
 * All figures of a closed round. For a large round this takes seconds: in the server only `arithmetic.ts` calls it.
 * @throws RangeError when an answer lies outside the lists, or a panellist answered a statement twice
 */
export function figures(round: RoundAnswers): RoundFigures {
  const tallies = counted(round)
  const people = round.panellist === null ? null : scoresOf(round, round.panellist)
  const moved = people && round.earlier ? shifts(round, people.scores, round.earlier) : null
  const all = new StabilityCount()
  for (const one of moved ?? []) all.merge(one)
  const order = people && concordance(people.scores, round.statements)
  return {
    statements: Array.from({ length: round.statements }, (_, at) =>
      statementFigures(round, tallies[at] ?? [], moved?.[at]),
    ),
    concordance: order && order.panellists >= MINIMUM ? order : null,
    stability: moved ? (all.figures(MINIMUM) ?? null) : null,
    opinionGroups: people ? (opinionGroups(people) ?? null) : null,
  }
}

function statementFigures(round: RoundAnswers, tallies: number[][], moved?: StabilityCount): StatementFigures {
  const byRole = new Map(round.roles.map((role, at) => [role, tallies[at] ?? []]))
  const shownSpread = (tally: Tally) => (votes(tally) < MINIMUM ? null : (spread(tally) ?? null))
  return {
    outcome: verdict(byRole, round.rule, round.roles, round.minimum),
    tallies,
    shown: disclose(byRole, round.roles),
    spreads: tallies.map(shownSpread),
    overall: mayShowOverall(tallies) ? shownSpread(merge(tallies)) : null,
    consensus: shownConsensus(tallies),
    stability: moved?.figures(MINIMUM) ?? null,
  }
}

/** A number as it must be, or a fault that names the array it came from. */
function below(bound: number, value: number | undefined, what: string): number {
  if (value === undefined || value >= bound) throw new RangeError(`${what} ${value} is not below ${bound}.`)
  return value
}

/** Tallies per statement, per role. */
function counted({ roles, statements, role, statement, score }: RoundAnswers): number[][][] {
  const counts = new Uint32Array(statements * roles.length * 10)
  for (let at = 0; at < score.length; at++) {
    const row = below(statements, statement[at], 'Statement') * roles.length + below(roles.length, role[at], 'Role')
    const cell = row * 10 + below(10, score[at], 'Score')
    counts[cell] = (counts[cell] ?? 0) + 1
  }
  return Array.from({ length: statements }, (_, at) =>
    roles.map((__, of) => {
      const start = (at * roles.length + of) * 10
      return [...counts.subarray(start, start + 10)]
    }),
  )
}

interface People {
  scores: Uint8Array
  statements: number
  roleOf: Uint8Array
  roles: number
}

/** Scores per panellist, row after row; 0 is no score. */
function scoresOf({ roles, statements, panellists, role, statement, score }: RoundAnswers, by: Uint32Array): People {
  const scores = new Uint8Array(panellists * statements)
  const answered = new Uint8Array(panellists * statements)
  const roleOf = new Uint8Array(panellists)
  for (let at = 0; at < score.length; at++) {
    const panellist = below(panellists, by[at], 'Panellist')
    const cell = panellist * statements + (statement[at] ?? 0)
    if (answered[cell] === 1) throw new RangeError('A panellist answered a statement twice in one round.')
    answered[cell] = 1
    scores[cell] = score[at] ?? 0
    roleOf[panellist] = role[at] ?? 0
  }
  return { scores, statements, roleOf, roles: roles.length }
}

function shifts({ statements, panellists }: RoundAnswers, scores: Uint8Array, earlier: Answers): StabilityCount[] {
  const counts = Array.from({ length: statements }, () => new StabilityCount())
  for (let at = 0; at < earlier.score.length; at++) {
    const statement = below(statements, earlier.statement[at], 'Earlier statement')
    const panellist = below(panellists, earlier.panellist[at], 'Earlier panellist')
    counts[statement]?.add(earlier.score[at] ?? 0, scores[panellist * statements + statement] ?? 0)
  }
  return counts
}
