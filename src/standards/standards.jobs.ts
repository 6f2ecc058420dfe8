import { DAY, dutchDay } from '../foundation/clock.ts'
import { inTransaction } from '../foundation/db/index.ts'
import { contentChanged } from '../foundation/http/index.ts'
import type { Job } from '../foundation/jobs/index.ts'
import { editions } from './edition.store.ts'

/** A consultation begins and ends with the day, without anyone doing anything: then the public pages are made anew. */
export function standardsJobs(): Job[] {
  return [
    {
      queue: 'consultation-day',
      cron: '1 0 * * *',
      work: async ({ db, now }) => {
        const today = dutchDay(now)
        const yesterday = dutchDay(new Date(now.getTime() - DAY))
        const turns = (await editions(db, now)).some(({ consultations }) =>
          consultations.some(({ opensOn, closesOn }) => opensOn === today || closesOn === yesterday),
        )
        if (turns) await inTransaction(db, contentChanged)
      },
    },
  ]
}
