import type { Db } from '../foundation/db/index.ts'
import { factorsById } from './factor.store.ts'
import { stepsTo } from './lineage.store.ts'
import { pathBack, type Step, stepWord } from './lineage.ts'
import { marksById, readMarks } from './mark.store.ts'
import { showsWord } from './mark.ts'
import { statementsById } from './statement.store.ts'

/** One thing a statement came from, with the reason someone gave for the step. */
export interface OriginStep {
  step: Step
  /** "succesfactor", "zin", "citaat", "praktijk". */
  word: string
  at: Date
  /** Null: a quote that was taken back. */
  text: string | null
  reason: string
  /** A page for everyone, or the room of the group where it stands. */
  to: { factor: string } | { statement: string } | { href: string } | null
}

/** Everything a statement came from, nearest first: statements that went up in it, factors, and what was marked. */
export async function lineageOf(db: Db, statement: string): Promise<OriginStep[]> {
  const steps = pathBack(statement, await stepsTo(db, statement)).filter(({ from, to }) => from !== to)
  const ids = [...new Set(steps.map(({ from }) => from))]
  const statements = new Map((await statementsById(db, ids)).map((one) => [one.id, one]))
  const factors = new Map((await factorsById(db, ids)).map((one) => [one.id, one]))
  const marks = new Map((await readMarks(db, await marksById(db, ids))).map((one) => [one.id, one]))
  const seen = new Set<string>()
  return steps.flatMap(({ step, from, reason, at }): OriginStep[] => {
    if (seen.has(from)) return []
    seen.add(from)
    const told = { step, reason, at }
    const before = statements.get(from)
    if (before) return [{ ...told, word: `zin, ${stepWord(step)}`, text: before.text.plain, to: { statement: from } }]
    const factor = factors.get(from)
    if (factor) return [{ ...told, word: 'succesfactor', text: factor.name, to: { factor: from } }]
    const mark = marks.get(from)
    if (!mark) return []
    const { read } = mark
    const word = `${read?.isQuote ? 'citaat' : 'praktijk'}, ${showsWord(mark.shows)}`
    const gone = read === undefined || read.text === null
    return [
      {
        ...{ ...told, at: mark.at, word, to: read ? { href: read.href } : null },
        text: gone ? null : `${read.title}: ${mark.words}`,
      },
    ]
  })
}
