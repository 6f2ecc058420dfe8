import type { Answers } from './answers.ts'
import type { Instrument, Line } from './instrument.ts'

/** What half a year did to one line. */
export type Change = 'more' | 'same' | 'less'

/** Whether two rounds asked the same: every line, some of them, or none. */
export type Comparability = 'comparable' | 'partly' | 'not'

/** Two rounds beside each other, line by line; only lines that were asked in the same words and answered twice. */
export interface Comparison {
  comparability: Comparability
  lines: { line: Line; change: Change }[]
}

/** A difference of one step is "ongeveer gelijk": people are not that precise about themselves. */
export const STEP_THAT_COUNTS = 2

/** What changed between two answers to the same line. */
export function changeOf(before: number, now: number): Change {
  if (Math.abs(now - before) < STEP_THAT_COUNTS) return 'same'
  return now > before ? 'more' : 'less'
}

/** Whether these two editions asked the same. */
export function comparability(before: Instrument, now: Instrument): Comparability {
  const same = now.lines.filter((line) => asked(before, line)).length
  if (same === 0) return 'not'
  return same === now.lines.length && same === before.lines.length ? 'comparable' : 'partly'
}

/** Compares two rounds of one person. */
export function compare(
  before: { instrument: Instrument; answers: Answers },
  now: { instrument: Instrument; answers: Answers },
): Comparison {
  const lines = now.instrument.lines.flatMap((line) => {
    const then = before.answers[line.slug]
    const today = now.answers[line.slug]
    return then && today && asked(before.instrument, line) ? [{ line, change: changeOf(then, today) }] : []
  })
  return { comparability: comparability(before.instrument, now.instrument), lines }
}

function asked(instrument: Instrument, line: Line): boolean {
  return instrument.lines.some((one) => one.slug === line.slug && one.text === line.text)
}
