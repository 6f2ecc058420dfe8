import { after, DAY, HOUR } from '../foundation/clock.ts'
import type { Config } from '../foundation/config.ts'
import type { Call } from './call.ts'
import { EXAMPLE_STATES, type PracticeContent } from './content.form.ts'

/** When each step of a fictional practice was taken. */
export interface TrialDays {
  begun: Date
  sent: Date
  checked: Date
  assigned: Date
  judged: Date
  takenBack: Date
  decided: Date
  talked: Date
  offered: Date
  published: Date
  improved: Date
  /** Some days ago, whatever the call. */
  lately: Date
  /** Of a talk that is still to come. */
  coming: Date
}

/** Days after the opening of the call, as a practice usually takes them: about a year from call to publication. */
const AFTER: Record<Exclude<keyof TrialDays, 'lately' | 'coming'>, number> = {
  begun: 20,
  sent: 24,
  checked: 31,
  assigned: 38,
  judged: 60,
  takenBack: 62,
  decided: 75,
  talked: 120,
  offered: 230,
  published: 250,
  improved: 400,
}

/** The days of a fictional practice; only a talk is still to come, in a week. */
export function trialDays(opensOn: string, now: Date): TrialDays {
  const opened = new Date(`${opensOn}T09:00:00Z`).getTime()
  const day = (step: keyof typeof AFTER) => new Date(Math.min(opened + AFTER[step] * DAY, now.getTime()))
  return {
    begun: day('begun'),
    sent: day('sent'),
    checked: day('checked'),
    assigned: day('assigned'),
    judged: day('judged'),
    takenBack: day('takenBack'),
    decided: day('decided'),
    talked: day('talked'),
    offered: day('offered'),
    published: day('published'),
    improved: day('improved'),
    lately: after(now, -3 * DAY),
    coming: new Date(Math.floor(now.getTime() / DAY + 7) * DAY + 13 * HOUR),
  }
}

/** Whether a practice got at least this far. */
export const reached = (state: PracticeContent['state'], step: PracticeContent['state']): boolean =>
  EXAMPLE_STATES.indexOf(state) >= EXAMPLE_STATES.indexOf(step)

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
  config: Config
}
