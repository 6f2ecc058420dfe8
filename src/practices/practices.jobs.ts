import { after, DAY } from '../foundation/clock.ts'
import { inTransaction } from '../foundation/db/index.ts'
import type { Job } from '../foundation/jobs/index.ts'
import { askOwners } from './confirmation.store.ts'
import { forgetEnquiries } from './enquiry.store.ts'
import { eraseOldInterviewNotes } from './interview.store.ts'
import { eraseOldNominations, forgetNominators } from './nomination.retention.store.ts'
import { settleExpired } from './recognition.store.ts'

/** How long we know that a question was sent, in ms: two years of counting is enough for an owner. */
const ENQUIRY_KEPT = 730 * DAY

/** What the practices do by themselves: ask owners once a year, and forget on time. */
export function practicesJobs(): Job[] {
  return [
    {
      queue: 'practice-confirmations',
      cron: '20 7 * * *',
      work: async ({ db, now, config, log }) => {
        const done = await askOwners(db, config, now)
        if (done.mails + done.silent > 0) log.info(done, 'owners asked')
      },
    },
    {
      queue: 'practice-retention',
      cron: '5 0 * * *',
      work: async ({ db, now }) => {
        await inTransaction(db, async (tx) => {
          await eraseOldNominations(tx, now)
          await forgetNominators(tx, now)
          await eraseOldInterviewNotes(tx, now)
          await forgetEnquiries(tx, after(now, -ENQUIRY_KEPT))
          await settleExpired(tx, now)
        })
      },
    },
  ]
}
