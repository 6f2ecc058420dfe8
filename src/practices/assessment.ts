/** One nomination as the desk sees it at a glance. Days are 'YYYY-MM-DD'. */
export interface AssessmentLine {
  id: string
  title: string
  organisation: string
  call: string
  fictional: boolean
  submittedAt: Date
  check: 'passed' | 'asked' | null
  readers: number
  closed: number
  /** Of whoever has not closed yet, the first day that is due. */
  dueOn: string | null
  decision: 'chosen' | 'not chosen' | null
  /** The organisation sees it otherwise and waits for an answer. */
  disagrees: boolean
}

/** What a nomination waits for. */
export type Waiting = 'answer' | 'check' | 'organisation' | 'readers' | 'late' | 'reading' | 'decision' | 'nothing'

/** What is next for a nomination, seen from the desk. */
export function waitingFor(line: AssessmentLine, today: string): Waiting {
  if (line.decision !== null) return line.disagrees ? 'answer' : 'nothing'
  if (line.check === null) return 'check'
  if (line.check === 'asked') return 'organisation'
  if (line.readers < 2) return 'readers'
  if (line.closed >= 2) return 'decision'
  return line.dueOn !== null && line.dueOn < today ? 'late' : 'reading'
}

/** The groups of the desk's list: what the adviser can do now stands first. */
export const WAITING: readonly { waiting: Waiting; title: string }[] = [
  { waiting: 'answer', title: 'Een organisatie ziet het anders' },
  { waiting: 'check', title: 'Eerste toets' },
  { waiting: 'readers', title: 'Meelezers zoeken' },
  { waiting: 'decision', title: 'Klaar voor een besluit' },
  { waiting: 'late', title: 'Meelezer is over de dag heen' },
  { waiting: 'reading', title: 'Bij de meelezers' },
  { waiting: 'organisation', title: 'Wacht op de organisatie' },
  { waiting: 'nothing', title: 'Besloten' },
]

const RANK = new Map(WAITING.map(({ waiting }, rank) => [waiting, rank]))

/** The lines in the order of the groups; within a group they stay as they were. */
export function byWaiting(lines: readonly AssessmentLine[], today: string): AssessmentLine[] {
  const rank = (line: AssessmentLine) => RANK.get(waitingFor(line, today)) ?? RANK.size
  return lines.toSorted((one, other) => rank(one) - rank(other))
}

/** How many lines wait for what. */
export function countWaiting(lines: readonly AssessmentLine[], today: string): Map<Waiting, number> {
  const counts = new Map<Waiting, number>()
  for (const line of lines) {
    const waiting = waitingFor(line, today)
    counts.set(waiting, (counts.get(waiting) ?? 0) + 1)
  }
  return counts
}
