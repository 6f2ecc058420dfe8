import { after, DAY } from '../foundation/clock.ts'

/** What the owner can say once a year. */
export const ANSWERS = ['running', 'changed', 'stopped'] as const

export type ConfirmationAnswer = (typeof ANSWERS)[number]

/** The three buttons, as the owner reads them. */
export const answerWords: Record<ConfirmationAnswer, string> = {
  running: 'Ja, dit loopt nog',
  changed: 'Ja, maar het is veranderd',
  stopped: 'Nee, we zijn gestopt',
}

/** A mail that asked whether it still runs: 0 is the first, 1 and 2 are reminders. */
export interface SentRequest {
  year: number
  reminder: number
  at: Date
}

/** What is due for a practice now. */
export type ConfirmationStep = { is: 'ask'; year: number; reminder: 0 | 1 | 2 } | { is: 'silence' } | undefined

const WEEK = 7 * DAY
/** After the first mail: when the reminders go, and when silence shows. */
const REMIND = [3 * WEEK, 6 * WEEK]
const SILENT = 9 * WEEK

function yearAfter(moment: Date): Date {
  const later = new Date(moment)
  later.setUTCFullYear(later.getUTCFullYear() + 1)
  return later
}

/**
 * What is due: the yearly question a year after the last word, a reminder after three and after six weeks, and after
 * nine that nothing was heard. A year later it starts again.
 */
export function confirmationStep(lastWord: Date, sent: readonly SentRequest[], now: Date): ConfirmationStep {
  const since = sent.filter(({ at }) => at > lastWord)
  const year = Math.max(0, ...since.map((one) => one.year))
  const round = since.filter((one) => one.year === year)
  const first = round.find(({ reminder }) => reminder === 0)
  const from = first ? yearAfter(first.at) : yearAfter(lastWord)
  if (now >= from) return { is: 'ask', year: Math.max(from.getUTCFullYear(), year + 1), reminder: 0 }
  if (!first) return undefined
  const [soon = 0, later = 0] = REMIND
  const has = (reminder: number) => round.some((one) => one.reminder === reminder)
  if (!has(1)) return now >= after(first.at, soon) ? { is: 'ask', year, reminder: 1 } : undefined
  if (!has(2)) return now >= after(first.at, later) ? { is: 'ask', year, reminder: 2 } : undefined
  return now >= after(first.at, SILENT) ? { is: 'silence' } : undefined
}
