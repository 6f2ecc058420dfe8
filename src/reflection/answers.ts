import type { Answer, Instrument, Wish } from './instrument.ts'

/** What someone answered, by line. An absent line was skipped. */
export type Answers = Readonly<Record<string, Answer>>

/** What someone wants to get better at, by standard. */
export type Wishes = Readonly<Record<string, Wish>>

/** What one screen sends: only the lines and wishes someone touched there. */
export interface Given {
  answers: Answers
  wishes: Wishes
}

/**
 * Puts one screen on top of what was there. The last answer wins per line; what a stale tab did not say stays as it was.
 */
export function merge<T extends Given>(earlier: T, given: Given): T {
  return {
    ...earlier,
    answers: { ...earlier.answers, ...given.answers },
    wishes: { ...earlier.wishes, ...given.wishes },
  }
}

/** How many lines someone answered, "past niet bij mijn werk" included. */
export function answeredCount(instrument: Instrument, answers: Answers): number {
  return instrument.lines.filter((line) => answers[line.slug] !== undefined).length
}

/** The screens (1 to 5) on which something was answered or wished. */
export function answeredSteps(instrument: Instrument, { answers, wishes }: Given): number[] {
  return instrument.topics.flatMap((topic, at) =>
    wishes[topic.standard] || topic.lines.some((line) => answers[line.slug] !== undefined) ? [at + 1] : [],
  )
}
