import type { Call } from './call.ts'
import type { PracticeContent } from './content.form.ts'

/** When each step of a fictional practice was taken. */
export interface TrialDays {
  begun: Date
  sent: Date
  checked: Date
  assigned: Date
  judged: Date
  decided: Date
  talked: Date
  offered: Date
  published: Date
  improved: Date
}

const DAY = 86_400_000

/** Days after the opening of the call, as a practice usually takes them: about a year from call to publication. */
const AFTER: Record<keyof TrialDays, number> = {
  begun: 20,
  sent: 24,
  checked: 31,
  assigned: 38,
  judged: 60,
  decided: 75,
  talked: 120,
  offered: 230,
  published: 250,
  improved: 400,
}

/** The days of a fictional practice, none of them in the future. */
export function trialDays(opensOn: string, now: Date): TrialDays {
  const opened = new Date(`${opensOn}T09:00:00Z`).getTime()
  const day = (step: keyof TrialDays) => new Date(Math.min(opened + AFTER[step] * DAY, now.getTime()))
  return {
    begun: day('begun'),
    sent: day('sent'),
    checked: day('checked'),
    assigned: day('assigned'),
    judged: day('judged'),
    decided: day('decided'),
    talked: day('talked'),
    offered: day('offered'),
    published: day('published'),
    improved: day('improved'),
  }
}

const ORDER: PracticeContent['state'][] = [
  'begun',
  'sent',
  'asked',
  'being read',
  'not chosen',
  'interviews',
  'being written',
  'to be read',
  'published',
]

/** Whether a practice got at least this far. */
export const reached = (state: PracticeContent['state'], step: PracticeContent['state']): boolean =>
  ORDER.indexOf(state) >= ORDER.indexOf(step)

/** Who of the cast does what with the fictional practices; ids of persons. */
export interface TrialCast {
  /** Decides, plans and writes. */
  adviser: string
  readers: [string, string]
  /** Who sent a practice in, by its slug; the others have nobody behind them. */
  nominators: Record<string, string>
}

/** What a trial practice is made with. */
export interface TrialWork {
  content: PracticeContent
  call: Call
  days: TrialDays
  cast: TrialCast
  secretKey: Buffer
}
