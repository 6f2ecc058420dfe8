import { receiptOf } from './ballot.ts'
import type { Charter } from './charter.ts'
import type { Answers, RoundAnswers } from './figures.ts'
import { type Answer, isScore } from './score.ts'
import { emptyTally } from './tally.ts'

/** All ballots of one pseudonym as the database gives them: one letter per answer. `nonce` goes into the receipt. */
export interface Row {
  pseudonym: string
  role: string
  answers: string
  nonce: string | null
}

/** An answer as a letter: the place of its statement in the round, and the score, 0 for "weet ik niet". */
const FIRST = 256
const PER_STATEMENT = 16

/**
 * The same in SQL: one letter per answer costs a tenth of a row per answer. `at` is the place, from 0. From 3,440 on letters
 * would run into signs that stand for half a letter; a round holds at most 200 (`round.form.ts`).
 */
export const LETTER = `chr(${FIRST} + ${PER_STATEMENT} * at + coalesce(score, 0))`

/** The statement and the score behind a letter. */
function spelt(letters: string, at: number): [statement: number, score: number] {
  const code = letters.charCodeAt(at) - FIRST
  return [Math.floor(code / PER_STATEMENT), code % PER_STATEMENT]
}

/** What a round is counted from. */
export interface Counted {
  charter: Pick<Charter, 'rule' | 'minimum' | 'roles'>
  statements: number
  rows: readonly Row[]
  /** What the same people answered to the same texts in the round before. */
  earlier: readonly Pick<Row, 'pseudonym' | 'answers'>[]
  /** In a secret round a row is no person, and nothing about persons follows. */
  secret: boolean
}

/** The ballots as figures are computed from: numbers alone. */
export function roundAnswers({ charter, statements, rows, earlier, secret }: Counted): RoundAnswers {
  const roles = charter.roles.map(({ slug }) => slug)
  const [answers, role] = laidOut(rows, (_, at) => at, roles)
  return {
    roles,
    rule: charter.rule,
    minimum: charter.minimum,
    panellists: rows.length,
    statements,
    role,
    statement: answers.statement,
    score: answers.score,
    panellist: secret ? null : answers.panellist,
    earlier: secret || earlier.length === 0 ? null : earlierOf(rows, earlier),
  }
}

/** Who took part before and not now has no place: figures about persons are of those who did both. */
function earlierOf(rows: readonly Row[], earlier: Counted['earlier']): Answers {
  const placeOf = new Map(rows.map(({ pseudonym }, at) => [pseudonym, at]))
  const both = earlier.filter(({ pseudonym }) => placeOf.has(pseudonym))
  return laidOut(both, ({ pseudonym }) => placeOf.get(pseudonym) ?? 0)[0]
}

function laidOut<R extends Pick<Row, 'answers'> & { role?: string }>(
  rows: readonly R[],
  placeOf: (row: R, at: number) => number,
  roles: readonly string[] = [],
): [Answers, Uint8Array] {
  const all = rows.reduce((sum, { answers }) => sum + answers.length, 0)
  const found = { panellist: new Uint32Array(all), statement: new Uint16Array(all), score: new Uint8Array(all) }
  const roleOf = new Uint8Array(all)
  let next = 0
  for (const [at, row] of rows.entries()) {
    const [place, role] = [placeOf(row, at), roles.indexOf(row.role ?? '')]
    for (let letter = 0; letter < row.answers.length; letter++, next++) {
      const [statement, score] = spelt(row.answers, letter)
      found.panellist[next] = place
      found.statement[next] = statement
      found.score[next] = score
      roleOf[next] = role
    }
  }
  return [found, roleOf]
}

/** The receipts of everyone who answered, in the order of their letters: nothing in it says whose or when. */
export function receipts(rows: readonly Row[], statements: number): string[] {
  return rows
    .flatMap(({ answers, nonce }) => (nonce === null ? [] : [receiptOf(nonce, inOrder(answers, statements))]))
    .toSorted()
}

function inOrder(letters: string, statements: number): (Answer | undefined)[] {
  const answers = new Array<Answer | undefined>(statements).fill(undefined)
  for (let at = 0; at < letters.length; at++) {
    const [statement, score] = spelt(letters, at)
    answers[statement] = isScore(score) ? score : null
  }
  return answers
}

/** The answers of a form in the order of the sentences: two forms are alike when these are the same. */
export function patternOf(letters: string, statements: number): string {
  const places = new Uint16Array(statements)
  for (let at = 0; at < letters.length; at++) {
    const [statement, score] = spelt(letters, at)
    places[statement] = score + 1
  }
  return String.fromCharCode(...places)
}

/** How often each answer was given in these forms, per statement and per role. */
export function tallyRows(rows: readonly Row[], statements: number, roles: readonly string[]): number[][][] {
  const tallies = Array.from({ length: statements }, () => roles.map(emptyTally))
  for (const { answers, role } of rows)
    for (let at = 0; at < answers.length; at++) {
      const [statement, score] = spelt(answers, at)
      const tally = tallies[statement]?.[roles.indexOf(role)]
      if (tally) tally[score] = (tally[score] ?? 0) + 1
    }
  return tallies
}
