import { after, DAY } from '../foundation/clock.ts'
import { eachStep, type Job } from '../foundation/jobs/index.ts'
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
        const done = await askOwners(db, config, now, log)
        if (done.mails + done.silent > 0) log.info(done, 'owners asked')
      },
    },
    {
      queue: 'practice-retention',
      cron: '5 0 * * *',
      work: ({ db, now, log }) =>
        eachStep(log, {
          'erase nominations': () => eraseOldNominations(db, now, log),
          'forget nominators': () => forgetNominators(db, now, log),
          'erase notes of talks': () => eraseOldInterviewNotes(db, now),
          'forget enquiries': () => forgetEnquiries(db, after(now, -ENQUIRY_KEPT)),
          'end recognitions': () => settleExpired(db, now, log),
        }),
    },
  ]
}
